"""The demo itself: killed in the draft of the last year, and played once more to its end.

The first year was complete when the process died, so the second play also shows what playing
a whole year again does.
"""

import hashlib
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest

from cycle.domain.auditanker import read_ankers
from cycle.domain.errors import InvoerError
from cycle.domain.reactietabel import Reactiekeuze
from cycle.domain.voorbeeld import VoorbeeldReactie
from cycle.klok import tijdstip
from cycle.services.check_audit import check_audit
from cycle.store import open_store
from tests.builders import ROOT, echte_bibliotheek
from tests.workflows import demospeler
from workflows.demo import VOORBEELDEN, play_demo

KLAAR, AFGEBROKEN = VOORBEELDEN
"""The year that was complete when the process was killed, and the one that was cut off."""
VOOR_HET_CONCEPT = f"{AFGEBROKEN} 2024: Biedingen sluiten"
SECONDEN = 1800.0
PDF = "JAARSCHIJF_PDF"
"""The one setting that the demo gets from here: the engine of all tests."""


@dataclass
class Gespeeld:
    """A demo that was killed and played again, with what there was each time."""

    folder: Path
    berichten_bij_uitval: list[tuple[str, str, int]]
    inzendingen_bij_uitval: list[tuple[str, str, int]]
    documenten_bij_uitval: dict[str, str]
    documenten: dict[str, str]


def _start(folder: Path, verse_prefect: Path) -> "subprocess.Popen[str]":
    eigen = ("JAARSCHIJF_", "PREFECT_")
    schoon = {k: v for k, v in os.environ.items() if not k.startswith(eigen)}
    return subprocess.Popen(
        [sys.executable, "-m", demospeler.__name__, str(folder), str(verse_prefect)],
        cwd=ROOT,
        env=schoon | {PDF: os.environ[PDF]},
        stdout=subprocess.PIPE,
        text=True,
    )


def _play(folder: Path, verse_prefect: Path) -> None:
    """Play the demo to its end."""
    proces = _start(folder, verse_prefect)
    proces.communicate(timeout=SECONDEN)
    assert proces.returncode == 0


def _kill_in_concept(folder: Path, verse_prefect: Path) -> None:
    """Play until the first document of the draft is kept, and kill the process there."""
    proces = _start(folder, verse_prefect)
    assert proces.stdout is not None
    for regel in proces.stdout:
        if regel.strip().endswith(VOOR_HET_CONCEPT):
            break
    bekend = len(_kept(folder))
    einde = time.monotonic() + SECONDEN
    while len(_kept(folder)) < bekend + 3 and proces.poll() is None:
        assert time.monotonic() < einde
        time.sleep(0.005)
    proces.send_signal(signal.SIGKILL)
    proces.communicate()
    assert proces.returncode == -signal.SIGKILL


def _kept(folder: Path) -> list[Path]:
    return [p for p in (folder / "gegevens" / "bestanden").rglob("*") if p.is_file()]


def _tree(folder: Path) -> dict[str, str]:
    """Return every document with the sha256 of its bytes."""
    return {
        str(pad.relative_to(folder)): hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in sorted(folder.rglob("*"))
        if pad.is_file() and "gegevens" not in pad.relative_to(folder).parts
    }


def _ask(folder: Path, vraag: str) -> list[tuple[str, str, int]]:
    """Return rows of the database, without going through our own store."""
    database = sqlite3.connect(folder / "gegevens" / "jaarschijf.sqlite")
    rijen = database.execute(vraag).fetchall()
    database.close()
    return rijen


def echte_reacties() -> tuple[VoorbeeldReactie, ...]:
    """Return the reactions that Hoogeveen plays with."""
    bibliotheek = echte_bibliotheek()
    return bibliotheek.voorbeeld(bibliotheek.load("hoogeveen"), 2024).reacties


INZENDINGEN = "SELECT id, partij, versie FROM inzending ORDER BY nummer"
BERICHTEN = "SELECT cyclus_id, sleutel, 0 FROM bericht"
VERSIES = (
    "SELECT samenwerking, concept.versie, count(*) FROM concept "
    "JOIN cyclus ON cyclus.id = cyclus_id GROUP BY samenwerking"
)


@pytest.fixture(scope="module")
def gespeeld(tmp_path_factory: pytest.TempPathFactory, verse_prefect: Path) -> Gespeeld:
    """Play the demo twice; the first time it is killed in the draft of its last year."""
    folder = tmp_path_factory.mktemp("demo")
    _kill_in_concept(folder, verse_prefect)
    berichten = _ask(folder, BERICHTEN)
    inzendingen = _ask(folder, INZENDINGEN)
    assert [samenwerking for samenwerking, _, _ in _ask(folder, VERSIES)] == [KLAAR]
    bij_uitval = _tree(folder)
    _play(folder, verse_prefect)
    return Gespeeld(folder, berichten, inzendingen, bij_uitval, _tree(folder))


def test_after_the_kill_nothing_is_lost(gespeeld: Gespeeld) -> None:
    nu = _ask(gespeeld.folder, INZENDINGEN)
    partijen = [p for s in VOORBEELDEN for p in echte_bibliotheek().load(s).partijen]

    assert len(gespeeld.inzendingen_bij_uitval) == len(partijen) == 14
    assert nu[:14] == gespeeld.inzendingen_bij_uitval
    assert len({cyclus for cyclus, _, _ in gespeeld.berichten_bij_uitval}) == len(VOORBEELDEN)
    assert set(_ask(gespeeld.folder, BERICHTEN)) > set(gespeeld.berichten_bij_uitval)


def test_after_the_kill_nothing_is_there_twice(gespeeld: Gespeeld) -> None:
    versies = _ask(gespeeld.folder, "SELECT cyclus_id, versie, vastgesteld FROM concept")
    inzendingen = _ask(gespeeld.folder, "SELECT cyclus_id, partij, versie FROM inzending")
    fasen = _ask(gespeeld.folder, "SELECT cyclus_id, fase, 0 FROM fase_overgang")
    besluiten = _ask(gespeeld.folder, "SELECT cyclus_id, partij || orgaan, 0 FROM besluit")

    per_jaar = Counter(cyclus for cyclus, _, _ in versies)
    assert sorted(per_jaar.values()) == [2, 3]
    assert {versie for _, versie, _ in versies} == {"0.1", "0.2", "1.0"}
    assert {versie for _, _, versie in inzendingen} == {1}
    reacties = _ask(gespeeld.folder, "SELECT cyclus_id, kenmerk, 0 FROM reactie")
    assert len(reacties) == len(echte_reacties())
    for rijen in (inzendingen, fasen, besluiten, reacties):
        assert len(set(rijen)) == len(rijen)


def test_every_message_in_the_outbox_was_handed_over_once(gespeeld: Gespeeld) -> None:
    post = _ask(gespeeld.folder, "SELECT cyclus_id, sleutel, verzonden_op IS NULL FROM bericht")
    mails = [pad for pad in gespeeld.documenten if pad.endswith(".eml")]

    assert len({(cyclus, sleutel) for cyclus, sleutel, _ in post}) == len(post) == len(mails)
    assert {open_ for _, _, open_ in post} == {0}


@pytest.mark.parametrize("samenwerking", VOORBEELDEN)
def test_the_audit_of_a_whole_year_holds_and_tells_of_every_row(
    gespeeld: Gespeeld, samenwerking: str
) -> None:
    stukken = gespeeld.folder / f"{samenwerking}-2024"
    store = open_store(f"sqlite:///{gespeeld.folder / 'gegevens' / 'jaarschijf.sqlite'}", tijdstip)
    ankers = [
        anker
        for pad in (*stukken.glob("audit/*.json"), stukken / "vastgesteld" / "manifest.json")
        for anker in read_ankers(pad.read_bytes(), samenwerking, 2024, pad.name)
    ]

    rapport = check_audit(SimpleNamespace(store=store), samenwerking, 2024, ankers)

    store.close()
    assert (rapport.keten.breuk, rapport.afwijkingen) == (None, ())
    assert len(ankers) > 2


def test_a_year_played_once_more_leaves_the_same_documents_to_the_byte(gespeeld: Gespeeld) -> None:
    eerste, tweede = (
        {pad: som for pad, som in boom.items() if pad.startswith(f"{KLAAR}-")}
        for boom in (gespeeld.documenten_bij_uitval, gespeeld.documenten)
    )

    assert f"{KLAAR}-2024/vastgesteld/jaarschijf-2024.pdf" in eerste
    assert tweede == eerste


@pytest.mark.parametrize(("samenwerking", "jaar"), VOORBEELDEN.items())
def test_every_partij_has_its_form_edition_and_letter(
    gespeeld: Gespeeld, samenwerking: str, jaar: int
) -> None:
    partijen = {p.code for p in echte_bibliotheek().load(samenwerking).partijen}
    begin = f"{samenwerking}-{jaar}/"
    namen = {pad.removeprefix(begin) for pad in gespeeld.documenten if pad.startswith(begin)}

    for patroon in (
        r"formulieren/bieding-\d+-(.+)\.xlsx",
        r"biedingen/bieding-\d+-(.+)\.xlsx",
        r"concept-0\.1/per-partij/jaarschijf-\d+-concept-0\.1-(.+)\.docx",
        r"concept-0\.1/brieven/brief-(.+)\.docx",
    ):
        assert {m[1] for naam in namen if (m := re.fullmatch(patroon, naam))} == partijen
    assert namen >= {
        f"concept-0.1/jaarschijf-{jaar}-concept-0.1.docx",
        f"vastgesteld/jaarschijf-{jaar}.docx",
        f"vastgesteld/jaarschijf-{jaar}.pdf",
        "stand-van-zaken.html",
        "stand-van-zaken.json",
        f"kalender-{jaar}.ics",
    }


def test_hoogeveen_has_nine_partijen_and_a_second_draft_for_each(gespeeld: Gespeeld) -> None:
    for versie in ("0.1", "0.2"):
        map_ = f"hoogeveen-2024/concept-{versie}/brieven/"
        assert len([pad for pad in gespeeld.documenten if pad.startswith(map_)]) == 9


def test_the_second_draft_holds_what_was_taken_over_and_all_answers(gespeeld: Gespeeld) -> None:
    map_ = gespeeld.folder / "hoogeveen-2024" / "concept-0.2"
    document = docx.Document(str(map_ / "jaarschijf-2024-concept-0.2.docx"))
    alineas = "\n".join(p.text for p in document.paragraphs)
    cellen = "\n".join(c.text for t in document.tables for c in t.columns[-1].cells)

    for reactie in echte_reacties():
        assert (reactie.nieuw in alineas) == (reactie.keuze is Reactiekeuze.OVERNEMEN)
        assert reactie.antwoord in cellen
    assert (map_ / "wijzigingen-0.1-0.2.docx").is_file()


def test_the_adopted_jaarschijf_of_hoogeveen_holds_afspraak_1_to_23_in_order(
    gespeeld: Gespeeld,
) -> None:
    document = docx.Document(
        str(gespeeld.folder / "hoogeveen-2024" / "vastgesteld" / "jaarschijf-2024.docx")
    )
    koppen = [p.text for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]

    nummers = [int(m[1]) for kop in koppen if (m := re.match(r"(?:Afspraak )?(\d+)[.:]", kop))]
    assert nummers == list(range(1, 24))


def test_a_folder_with_the_data_of_somebody_else_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", dict(os.environ))
    (tmp_path / "gegevens").mkdir()
    (tmp_path / "gegevens" / "jaarschijf.sqlite").write_text("echt werk")

    with pytest.raises(InvoerError, match="niet van een demo") as fout:
        play_demo(tmp_path, lambda *_: None)

    assert "--uit" in fout.value.advies
    assert [p.name for p in (tmp_path / "gegevens").iterdir()] == ["jaarschijf.sqlite"]
