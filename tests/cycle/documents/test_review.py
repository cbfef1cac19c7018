"""Review: every change and comment comes back on its own afspraak, whoever saved the file."""

import io
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from hashlib import sha256
from pathlib import Path

import pendulum
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from cycle.documents import WordDocumenten, odt
from cycle.documents.basissjablonen.bouw import alinea
from cycle.documents.comments import COMMENTS, EXTENDED
from cycle.documents.package import DOCUMENT, read_parts, write_docx
from cycle.documents.redline import redline
from cycle.documents.review import read_review, read_teruggekomen
from cycle.documents.veilig import ReactieOnleesbaar
from cycle.domain.anker import Documentkenmerk
from cycle.domain.reactie import (
    Onderdeel,
    Opmerking,
    Repliek,
    Vindplaats,
    Wijziging,
    WijzigingSoort,
)
from tests.cycle.documents.builders import een_view
from tests.cycle.documents.docxbouw import een_document
from tests.cycle.documents.reacties import Lezer

TEMPLATES = Path(__file__).parents[3] / "templates"
DAG = pendulum.date(2026, 11, 5)
SOFFICE = shutil.which("soffice")
PROEF = re.compile(r"proef-(\d+)-(\w+)")


@pytest.fixture(scope="module")
def concept() -> bytes:
    return WordDocumenten(TEMPLATES).jaarschijf(een_view("Domesta"))


@pytest.fixture(scope="module")
def beplante(concept: bytes) -> bytes:
    return beplant(concept)[0]


@pytest.fixture
def lezer(concept: bytes) -> Lezer:
    return Lezer(concept)


def wijzigingen(inhoud: bytes) -> list[Wijziging]:
    return [r for r in read_review(inhoud) if isinstance(r, Wijziging)]


def opmerkingen(inhoud: bytes) -> list[Opmerking]:
    return [r for r in read_review(inhoud) if isinstance(r, Opmerking)]


def enige(inhoud: bytes) -> Wijziging | Opmerking:
    (reactie,) = read_review(inhoud)
    return reactie


def test_an_untouched_draft_holds_no_reactions(concept: bytes) -> None:
    terug = read_teruggekomen(concept)

    assert terug.reacties == ()
    assert terug.kenmerk == Documentkenmerk("Hoogeveen 2024", "0.1", "7f3a-91c2-be04", "Domesta")


def test_a_replaced_word_gives_old_new_author_day_and_place(lezer: Lezer) -> None:
    tekst = lezer.alinea_met(lezer.kop(6), "De partijen spreken")
    lezer.vervang(tekst, "najaar", "voorjaar")

    assert enige(lezer.bewaar()) == Wijziging(
        soort=WijzigingSoort.VERVANGEN,
        onderdeel=Onderdeel.TEKST,
        vindplaats=Vindplaats(
            6, "", "Afspraak 6. Nieuwbouw past bij het toetsingskader van de woonzorgvisie"
        ),
        auteur="Lezer van de huurders",
        op=DAG,
        oud="najaar",
        nieuw="voorjaar",
        alinea="De partijen spreken dit af voor de hele looptijd. Zij evalueren het elk najaar.",
        begin=72,
        na="Wie\tDomesta (trekker), Woonconcept (uitvoerder)",
    )


def test_a_change_in_an_action_names_the_action(lezer: Lezer) -> None:
    rij = lezer.rijen(4)[1]
    lezer.vervang(rij.findall(qn("w:tc"))[1].find(qn("w:p")), "bewoners", "huurders")

    plaats = enige(lezer.bewaar()).vindplaats

    assert plaats.afspraak == 4
    assert plaats.actie == "_Actie_04_00000001"
    assert plaats.plek.endswith("Wat doen we in 2024?, rij ‘Woonconcept’")


@pytest.mark.parametrize("soort", ["ins", "moveTo"])
def test_the_place_names_a_row_by_the_words_that_stood_there(lezer: Lezer, soort: str) -> None:
    eerste_cel = lezer.rijen(4)[1].find(qn("w:tc")).find(qn("w:p"))
    lezer.schrap(eerste_cel)
    lezer.typ(eerste_cel, "Domesta", soort)

    plekken = {wijziging.vindplaats.plek for wijziging in wijzigingen(lezer.bewaar())}

    assert all(plek.endswith("rij ‘Woonconcept’") for plek in plekken)
    assert plekken


def test_the_place_names_a_heading_by_the_words_that_stood_there(lezer: Lezer) -> None:
    lezer.vervang(lezer.kop(6), "Nieuwbouw", "Bouw")

    assert enige(lezer.bewaar()).vindplaats.plek == (
        "Afspraak 6. Nieuwbouw past bij het toetsingskader van de woonzorgvisie"
    )


def test_a_new_row_is_named_by_its_own_words(lezer: Lezer) -> None:
    rij = lezer.rijen(4)[1]
    lezer.nieuwe_rij(rij, "Nieuwe actie")
    lezer.typ(rij.getnext().find(qn("w:tc")).find(qn("w:p")), "Actium")

    assert enige(lezer.bewaar()).vindplaats.plek.endswith("rij ‘Actium’")


def test_two_paragraphs_in_the_first_cell_stay_two_words(lezer: Lezer) -> None:
    cel = lezer.rijen(4)[1].find(qn("w:tc"))
    tweede = deepcopy(cel.find(qn("w:p")))
    for merk in list(tweede.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        merk.getparent().remove(merk)
    cel.append(tweede)
    lezer.typ(cel.getnext().find(qn("w:p")), "!")

    assert enige(lezer.bewaar()).vindplaats.plek.endswith("rij ‘Woonconcept Woonconcept’")


def test_a_change_before_the_bookmark_of_a_row_still_belongs_to_that_row(lezer: Lezer) -> None:
    eerste_cel = lezer.rijen(4)[2].find(qn("w:tc")).find(qn("w:p"))
    lezer.typ(eerste_cel, "vooraan")
    eerste_cel.insert(1, eerste_cel[-1])

    assert enige(lezer.bewaar()).vindplaats.actie == "_Actie_04_00000002"


def test_after_the_table_the_afspraak_counts_and_not_the_last_action(lezer: Lezer) -> None:
    tabel = next(lezer.rijen(16)[0].iterancestors(qn("w:tbl")))
    open_punt = next(
        p
        for p in tabel.itersiblings(qn("w:p"))
        if "Woonservice" in "".join(p.xpath(".//w:t/text()"))
    )
    lezer.typ(open_punt, "erbij")

    plaats = enige(lezer.bewaar()).vindplaats

    assert (plaats.afspraak, plaats.actie) == (16, "")


def test_changes_outside_the_afspraken_stay_outside(lezer: Lezer) -> None:
    begin = lezer.body.find(qn("w:p"))
    lezer.typ(lezer.alinea_met(begin, "De partijen hebben afspraken"), "!")

    assert enige(lezer.bewaar()).vindplaats == Vindplaats(None, "", "Waar dit document over gaat")


def test_the_next_thema_ends_the_last_afspraak(lezer: Lezer) -> None:
    lezer.typ(lezer.alinea_met(lezer.kop(23), "Bij deze afspraken"), "!")

    assert enige(lezer.bewaar()).vindplaats.afspraak is None


def test_without_bookmark_the_words_of_the_heading_count(lezer: Lezer) -> None:
    kop = lezer.kop(6)
    for merk in list(kop.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        merk.getparent().remove(merk)
    lezer.typ(lezer.alinea_met(kop, "De partijen spreken"), "!")

    assert enige(lezer.bewaar()).vindplaats.afspraak == 6


def test_a_removed_and_an_added_row_are_one_change_each(lezer: Lezer) -> None:
    rijen = lezer.rijen(7)
    lezer.nieuwe_rij(rijen[0], "Nieuwe actie")
    lezer.schrap_rij(rijen[1])

    erbij, weg = wijzigingen(lezer.bewaar())

    assert (erbij.soort, erbij.onderdeel) == (WijzigingSoort.TOEGEVOEGD, Onderdeel.RIJ)
    assert erbij.nieuw == " | Nieuwe actie |  | "
    assert erbij.vindplaats.afspraak == 7
    assert (weg.soort, weg.onderdeel) == (WijzigingSoort.VERWIJDERD, Onderdeel.RIJ)
    assert weg.oud.startswith("Woonconcept | ")
    assert weg.vindplaats.actie == "_Actie_07_00000001"


def test_an_added_and_a_removed_paragraph_are_one_change_each(lezer: Lezer) -> None:
    tekst = lezer.alinea_met(lezer.kop(5), "De partijen spreken")
    lezer.nieuwe_alinea(tekst, "Een hele alinea erbij.")
    lezer.schrap_alinea(tekst)

    weg, erbij = wijzigingen(lezer.bewaar())

    assert (weg.soort, weg.onderdeel, weg.nieuw) == ("verwijderd", "alinea", "")
    assert (erbij.soort, erbij.onderdeel) == ("toegevoegd", "alinea")
    assert erbij.nieuw == "Een hele alinea erbij."


def test_a_paragraph_that_was_split_shows_the_sign_of_its_end(lezer: Lezer) -> None:
    lezer.sluit(lezer.alinea_met(lezer.kop(5), "De partijen spreken"), "ins")

    reactie = enige(lezer.bewaar())

    assert (reactie.onderdeel, reactie.oud, reactie.nieuw) == ("alinea", "", "¶")


def test_a_paragraph_typed_after_an_enter_is_one_change(lezer: Lezer) -> None:
    tekst = lezer.alinea_met(lezer.kop(5), "De partijen spreken")
    nieuw = lezer.nieuwe_alinea(tekst, "Erachter getypt.")
    nieuw.remove(nieuw.pPr)
    lezer.sluit(tekst, "ins")

    reactie = enige(lezer.bewaar())

    assert (reactie.onderdeel, reactie.nieuw) == ("alinea", "Erachter getypt.")


@pytest.mark.parametrize("met_lege_regel", [False, True])
def test_paragraphs_typed_after_each_other_are_one_change_each(
    lezer: Lezer, met_lege_regel: bool
) -> None:
    tekst = lezer.alinea_met(lezer.kop(5), "De partijen spreken")
    lezer.sluit(tekst, "ins")
    vorige = tekst
    if met_lege_regel:
        vorige = lezer.nieuwe_alinea(vorige, "")
        vorige.remove(vorige[-1])
    tussen = lezer.nieuwe_alinea(vorige, "Een.")
    laatste = lezer.nieuwe_alinea(tussen, "Twee.")
    laatste.remove(laatste.pPr)

    gelezen = wijzigingen(lezer.bewaar())

    assert [(r.onderdeel, r.oud, r.nieuw) for r in gelezen] == [
        ("alinea", "", "Een."),
        ("alinea", "", "Twee."),
    ]
    assert {r.na[:19] for r in gelezen} == {"De partijen spreken"}


def test_what_was_put_in_and_taken_out_again_never_was(lezer: Lezer) -> None:
    tekst = lezer.alinea_met(lezer.kop(6), "De partijen spreken")
    lezer.typ(tekst, " heel nieuw stuk")
    erbij = tekst[-1]
    for woord, soort in ((" heel", ""), (" nieuw", "del"), (" stuk", "")):
        run = deepcopy(erbij[0])
        run[-1].text = woord
        if soort:
            run[-1].tag = qn("w:delText")
            merk = lezer.merk(soort)
            merk.append(run)
            run = merk
        erbij.append(run)
    erbij.remove(erbij[0])

    reactie = enige(lezer.bewaar())

    assert (reactie.oud, reactie.nieuw) == ("", " heel stuk")
    assert reactie.alinea.endswith("elk najaar.")


def test_paragraphs_are_read_as_they_stood_without_the_table_of_contents(lezer: Lezer) -> None:
    tekst = lezer.alinea_met(lezer.kop(6), "De partijen spreken")
    lezer.vervang(tekst, "najaar", "voorjaar")

    alineas = read_teruggekomen(lezer.bewaar()).alineas

    eigen = [a.tekst for a in alineas if a.vindplaats.afspraak == 6]
    assert any(t.endswith("Zij evalueren het elk najaar.") for t in eigen)
    assert sum(t.startswith("Afspraak 6. ") for t in (a.tekst for a in alineas)) == 1


def test_moved_text_is_named_where_it_left_and_where_it_came(lezer: Lezer) -> None:
    lezer.typ(lezer.alinea_met(lezer.kop(2), "De partijen spreken"), "verhuisd", "moveFrom")
    lezer.typ(lezer.alinea_met(lezer.kop(3), "De partijen spreken"), "verhuisd", "moveTo")

    weg, terug = wijzigingen(lezer.bewaar())

    assert {weg.soort, terug.soort} == {WijzigingSoort.VERPLAATST}
    assert (weg.vindplaats.afspraak, weg.oud, weg.nieuw) == (2, "verhuisd", "")
    assert (terug.vindplaats.afspraak, terug.oud, terug.nieuw) == (3, "", "verhuisd")


def test_two_authors_side_by_side_are_two_changes(lezer: Lezer) -> None:
    tekst = lezer.alinea_met(lezer.kop(2), "De partijen spreken")
    lezer.typ(tekst, "een")
    lezer.naam = "Wethouder"
    lezer.typ(tekst, "twee")

    assert [(w.auteur, w.nieuw) for w in wijzigingen(lezer.bewaar())] == [
        ("Lezer van de huurders", "een"),
        ("Wethouder", "twee"),
    ]


def test_a_comment_gives_its_words_and_what_it_is_about(lezer: Lezer) -> None:
    lezer.opmerking(lezer.alinea_met(lezer.kop(12), "De partijen spreken"), "Dit kan korter.")

    reactie = enige(lezer.bewaar())

    assert isinstance(reactie, Opmerking)
    assert reactie.vindplaats.afspraak == 12
    assert (reactie.auteur, reactie.tekst) == ("Lezer van de huurders", "Dit kan korter.")
    assert reactie.bij.startswith("De partijen spreken dit af")


def met_antwoord(inhoud: bytes) -> bytes:
    """Add an answer to the only comment, the way Word ties them."""
    delen = read_parts(inhoud, "")
    w14 = b'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    eerste = re.sub(rb"<w:p([ >])", rb'<w:p w14:paraId="AA"\1', delen[COMMENTS], count=1)
    if b"xmlns:w14=" not in eerste:
        eerste = eerste.replace(b"<w:comments ", b"<w:comments " + w14 + b" ", 1)
    tweede = (
        b'<w:comment w:id="99" w:author="Coordinator" w:date="2026-11-06T09:00:00Z">'
        b'<w:p w14:paraId="BB"><w:r><w:t>Akkoord.</w:t></w:r></w:p></w:comment></w:comments>'
    )
    delen[COMMENTS] = eerste.replace(b"</w:comments>", tweede)
    delen[EXTENDED] = (
        b'<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        b'<w15:commentEx w15:paraId="AA"/><w15:commentEx w15:paraId="BB" w15:paraIdParent="AA"/>'
        b"</w15:commentsEx>"
    )
    return write_docx(delen)


def test_an_answer_stays_with_its_comment(lezer: Lezer) -> None:
    lezer.opmerking(lezer.alinea_met(lezer.kop(12), "De partijen spreken"), "Kan dit?")

    (reactie,) = opmerkingen(met_antwoord(lezer.bewaar()))

    assert reactie.replieken == (Repliek("Coordinator", pendulum.date(2026, 11, 6), "Akkoord."),)


def test_our_own_redline_reads_back_as_its_changes() -> None:
    oud = een_document(alinea("Normal", "wij bouwen 10 huizen"))
    nieuw = een_document(alinea("Normal", "wij bouwen 12 huizen"))

    reactie = enige(redline(oud, nieuw, author="jaarschijf", when=DAG))

    assert (reactie.oud, reactie.nieuw, reactie.op) == ("10", "12", DAG)


def test_a_change_in_the_footer_says_so(concept: bytes) -> None:
    delen = read_parts(concept, "")
    naam = "word/footer1.xml"
    delen[naam] = delen[naam].replace(
        b"</w:p>", b'<w:ins w:id="1" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins></w:p>', 1
    )

    reactie = enige(write_docx(delen))

    assert reactie.vindplaats == Vindplaats(None, "", "voettekst")
    assert reactie.op is None


def beplant(concept: bytes) -> tuple[bytes, Counter[tuple[int, str]]]:
    """Return a draft with an edit of every kind in every afspraak, and what was planted."""
    lezer = Lezer(concept)
    geplant: Counter[tuple[int, str]] = Counter()
    for nummer in range(1, 24):
        kop = lezer.kop(nummer)
        wie = lezer.alinea_met(kop, "Wie")
        lezer.typ(wie, f" proef-{nummer}-woord")
        lezer.nieuwe_alinea(lezer.alinea_met(kop, "De "), f"proef-{nummer}-alinea")
        lezer.opmerking(lezer.alinea_met(kop, "De "), f"proef-{nummer}-opmerking")
        lezer.typ(kop, f" proef-{nummer}-kop")
        rijen = lezer.rijen(nummer)
        lezer.typ(rijen[0].findall(qn("w:tc"))[1].find(qn("w:p")), f" proef-{nummer}-actie")
        lezer.nieuwe_rij(rijen[0], f"proef-{nummer}-rij")
        laatste = rijen[-1].findall(qn("w:tc"))[1].find(qn("w:p"))
        laatste.findall(qn("w:r"))[0].text = f"proef-{nummer}-weg"
        lezer.schrap_rij(rijen[-1])
        soorten = ("woord", "alinea", "opmerking", "kop", "actie", "rij", "weg")
        geplant.update((nummer, soort) for soort in soorten)
    return lezer.bewaar(), geplant


def gevonden(inhoud: bytes) -> Counter[tuple[int, str]]:
    """Return what was planted and read back on the right afspraak."""
    uit: Counter[tuple[int, str]] = Counter()
    for reactie in read_review(inhoud):
        tekst = reactie.tekst if isinstance(reactie, Opmerking) else reactie.oud + reactie.nieuw
        for nummer, soort in PROEF.findall(tekst):
            assert reactie.vindplaats.afspraak == int(nummer), (soort, reactie)
            uit[int(nummer), soort] += 1
    return uit


@pytest.fixture(scope="module")
def kantoor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which LibreOffice works and keeps its profile, for all tests."""
    return tmp_path_factory.mktemp("kantoor")


def omgezet(inhoud: bytes, kantoor: Path, *stappen: str) -> bytes:
    """Return a document after LibreOffice saved it, step by step."""
    vorige = "docx"
    for einde in stappen:
        inhoud, vorige = bewaard(inhoud, kantoor, vorige, einde), einde
    return inhoud


@cache
def bewaard(inhoud: bytes, kantoor: Path, vorige: str, einde: str) -> bytes:
    """Return a document after LibreOffice saved it as another kind; each is saved once."""
    bron, uit = kantoor / f"begin.{vorige}", kantoor / "uit"
    bron.write_bytes(inhoud)
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(kantoor / 'profiel').as_uri()}",
            "--headless",
            "--convert-to",
            einde,
            "--outdir",
            str(uit),
            str(bron),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return (uit / f"begin.{einde}").read_bytes()


def test_every_planted_reaction_is_found_on_its_afspraak(concept: bytes) -> None:
    inhoud, geplant = beplant(concept)

    assert gevonden(inhoud) == geplant


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("stappen", [("docx",), ("odt", "docx"), ("odt",)], ids="-".join)
def test_every_planted_reaction_survives_libreoffice(
    concept: bytes, kantoor: Path, stappen: tuple[str, ...]
) -> None:
    inhoud, geplant = beplant(concept)

    assert gevonden(omgezet(inhoud, kantoor, *stappen)) == geplant


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_document_is_still_known_after_libreoffice(concept: bytes, kantoor: Path) -> None:
    terug = read_teruggekomen(omgezet(concept, kantoor, "docx"))

    assert terug.kenmerk == Documentkenmerk("Hoogeveen 2024", "0.1", "7f3a-91c2-be04", "Domesta")
    assert terug.reacties == ()


def test_without_libreoffice_an_odt_is_refused_with_the_way_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(odt.shutil, "which", lambda naam: None)

    with pytest.raises(ReactieOnleesbaar, match=r"LibreOffice \(\.odt\)") as fout:
        read_review(zip_van({"mimetype": b"application/vnd.oasis.opendocument.text"}), "terug.odt")

    assert "Opslaan als" in fout.value.advies
    assert fout.value.plek == "terug.odt"


def zip_van(delen: dict[str, bytes], soort: int = zipfile.ZIP_STORED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", soort) as pakket:
        for naam, inhoud in delen.items():
            pakket.writestr(naam, inhoud)
    return buffer.getvalue()


GEWEIGERD = {
    "leeg": (b"", "is leeg"),
    "oud Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "geen Word-document"),
    "wachtwoord": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "wachtwoord",
    ),
    "pdf": (b"%PDF-1.7", "geen Word-document"),
    "werkmap": (zip_van({"xl/workbook.xml": b"<a/>"}), "geen Word-document"),
    "halve zip": (zip_van({DOCUMENT: b"<a/>"})[:40], "beschadigd"),
    "geen xml": (zip_van({DOCUMENT: b"<a"}), "beschadigd"),
    "leeg deel": (zip_van({DOCUMENT: b""}), "beschadigd"),
    "doctype": (zip_van({DOCUMENT: b"<!DOCTYPE a [<!ENTITY x 'y'>]><a/>"}), "niet openen"),
    "bom": (zip_van({DOCUMENT: bytes(3_000_000)}, zipfile.ZIP_DEFLATED), "niet openen"),
    "te veel delen": (zip_van({f"{n}.xml": b"" for n in range(1001)}), "te groot"),
    "te groot": (b"PK\x03\x04" + bytes(25 * 1024 * 1024), "te groot"),
    "diep": (zip_van({DOCUMENT: b"<a>" * 5000 + b"</a>" * 5000}), "beschadigd"),
}


@pytest.mark.parametrize("naam", GEWEIGERD)
def test_what_cannot_be_read_is_refused_in_dutch(naam: str) -> None:
    inhoud, melding = GEWEIGERD[naam]

    with pytest.raises(ReactieOnleesbaar, match=melding) as fout:
        read_review(inhoud, "reactie.docx")

    assert fout.value.plek == "reactie.docx"
    assert fout.value.advies


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_kill_the_reader(ruis: bytes) -> None:
    for inhoud in (ruis, b"PK\x03\x04" + ruis, zip_van({DOCUMENT: ruis})):
        with pytest.raises(ReactieOnleesbaar):
            read_review(inhoud)


def is_gelezen(inhoud: bytes) -> bool:
    """Return whether a file was read; a refusal is as good, anything else fails the test."""
    try:
        read_review(inhoud)
    except ReactieOnleesbaar:
        return False
    return True


def beschadigd(inhoud: bytes, keer: int, tekens: bytes) -> Iterator[bytes]:
    """Yield copies with one to four bytes replaced, always the same copies."""
    plek = 0
    for ronde in range(keer):
        stuk = bytearray(inhoud)
        for slag in range(1 + ronde % 4):
            plek = int.from_bytes(sha256(b"%d %d %d" % (plek, ronde, slag)).digest()[:6])
            stuk[plek % len(stuk)] = tekens[plek % len(tekens)]
        yield bytes(stuk)


@pytest.mark.parametrize("naam", [DOCUMENT, COMMENTS, EXTENDED, "word/styles.xml"])
def test_no_damage_to_a_part_kills_the_reader(beplante: bytes, naam: str) -> None:
    delen = read_parts(met_antwoord(beplante), "")

    afloop = Counter(
        is_gelezen(write_docx({**delen, naam: stuk}))
        for stuk in beschadigd(delen[naam], 40, b"<>/\"'=w:0aZ\x00\xff ")
    )

    assert min(afloop[True], afloop[False]) > 1


def test_no_damage_to_the_zip_kills_the_reader(concept: bytes) -> None:
    afloop = Counter(is_gelezen(stuk) for stuk in beschadigd(concept, 150, bytes(range(256))))

    assert afloop.total() == 150
    assert afloop[False] > 10
