"""``jaarschijf reacties``: a real draft goes out, comes back with changes, and is decided on."""

import io
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from tests.cycle.documents.reacties import Lezer
from tests.workflows.cli.builders import Werkmap

MAP = "stukken/dorp-2024/concept-0.1"
EIGEN = f"{MAP}/per-partij/jaarschijf-2024-concept-0.1-domesta.docx"
GEZAMENLIJK = f"{MAP}/jaarschijf-2024-concept-0.1.docx"


def teken_aan(werkmap: Werkmap, bron: str = EIGEN, naam: str = "terug.docx") -> Path:
    """Return the draft with one replaced word, a comment and a changed plan in it."""
    lezer = Lezer((werkmap.pad / bron).read_bytes(), "Ria")
    tekst = lezer.alinea_met(lezer.kop(1), "Wij bouwen")
    lezer.vervang(tekst, "bouwen", "realiseren")
    lezer.opmerking(lezer.alinea_met(lezer.kop(2), ""), "Kan dit korter?")
    terug = werkmap.pad / naam
    terug.write_bytes(lezer.bewaar())
    return terug


def woorden(werkmap: Werkmap, naam: str) -> str:
    """Return all words of a document, those in tables too."""
    document = docx.Document(io.BytesIO((werkmap.pad / naam).read_bytes()))
    cellen = [c.text for t in document.tables for rij in t.rows for c in rij.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cellen])


def test_a_returned_draft_is_read_per_afspraak_and_nothing_is_kept(met_concept: Werkmap) -> None:
    antwoord = met_concept.run("reacties", "lees", teken_aan(met_concept).name)

    assert antwoord.exit_code == 0
    assert "terug.docx: 2 reacties" in antwoord.stdout
    assert "Afspraak 1." in antwoord.stdout
    assert "Vervang ‘bouwen’ door ‘realiseren’. (Ria, 5 november 2026)" in antwoord.stdout
    assert "Er zijn nog geen reacties geboekt." in met_concept.doe(
        "reacties", "tabel", "dorp", "2024"
    )


def test_json_gives_every_reaction_with_author_place_and_words(met_concept: Werkmap) -> None:
    (bestand,) = met_concept.json("reacties", "lees", teken_aan(met_concept).name)

    assert bestand["document"]["versie"] == "0.1"
    assert bestand["document"]["uitgave"] == "Domesta"
    wijziging, opmerking = bestand["reacties"]
    assert (wijziging["soort"], wijziging["oud"], wijziging["nieuw"]) == (
        "vervangen",
        "bouwen",
        "realiseren",
    )
    assert (wijziging["afspraak"], wijziging["auteur"], wijziging["op"]) == (1, "Ria", "2026-11-05")
    assert (opmerking["soort"], opmerking["tekst"]) == ("opmerking", "Kan dit korter?")
    assert "geboekt" not in bestand


def test_a_change_goes_from_word_to_the_next_draft(met_concept: Werkmap) -> None:
    geboekt = met_concept.doe("reacties", "lees", teken_aan(met_concept).name, "--boek")
    assert "Geboekt van domesta, met nummer 1 tot en met 2." in geboekt

    met_concept.doe("reacties", "beslis", "dorp", "2024", "1", "overnemen")
    wijs_af = ("afwijzen", "--antwoord", "Zo staat het in de wet.")
    klaar = met_concept.doe("reacties", "beslis", "dorp", "2024", "2", *wijs_af)
    met_concept.doe("concept", "dorp", "2024")

    assert "Alle reacties hebben een besluit." in klaar
    nieuw = woorden(met_concept, "stukken/dorp-2024/concept-0.2/jaarschijf-2024-concept-0.2.docx")
    assert "Wij realiseren genoeg" in nieuw
    assert "Reacties op eerdere versies" in nieuw
    assert "Vervang ‘bouwen’ door ‘realiseren’." in nieuw
    assert "niet overgenomen: Zo staat het in de wet." in nieuw
    assert (met_concept.pad / "stukken/dorp-2024/concept-0.2/wijzigingen-0.1-0.2.docx").is_file()


def test_who_forgot_to_track_changes_is_heard_all_the_same(met_concept: Werkmap) -> None:
    lezer = Lezer((met_concept.pad / EIGEN).read_bytes(), "Ria")
    run = next(
        r
        for r in lezer.alinea_met(lezer.kop(1), "Wij bouwen").iter(qn("w:r"))
        if "bouwen" in (r.text or "")
    )
    run.text = run.text.replace("bouwen", "realiseren")
    (met_concept.pad / "stil.docx").write_bytes(lezer.bewaar())

    gelezen = met_concept.doe("reacties", "lees", "stil.docx", "--boek")
    met_concept.doe("reacties", "beslis", "dorp", "2024", "1", "overnemen")
    met_concept.doe("concept", "dorp", "2024")

    assert "Vervang ‘bouwen’ door ‘realiseren’. (niet bijgehouden)" in gelezen
    nieuw = woorden(met_concept, "stukken/dorp-2024/concept-0.2/jaarschijf-2024-concept-0.2.docx")
    assert "Wij realiseren genoeg" in nieuw


def test_booking_the_same_file_twice_counts_once(met_concept: Werkmap) -> None:
    terug = teken_aan(met_concept).name
    met_concept.doe("reacties", "lees", terug, "--boek")

    (nog_eens,) = met_concept.json("reacties", "lees", terug, "--boek")

    assert nog_eens["geboekt"]["nummers"] == []
    assert nog_eens["geboekt"]["bekend"] == 2
    assert len(met_concept.json("reacties", "tabel", "dorp", "2024")["reacties"]) == 2


def test_the_table_can_show_only_what_is_open(met_concept: Werkmap) -> None:
    met_concept.doe("reacties", "lees", teken_aan(met_concept).name, "--boek")
    besluit = met_concept.json("reacties", "beslis", "dorp", "2024", "1", "overnemen")

    assert (besluit["gedaan"], besluit["nog_open"]) == (True, 1)
    regels = met_concept.json("reacties", "tabel", "dorp", "2024")["reacties"]
    assert [(r["nummer"], r["besluit"] and r["besluit"]["keuze"]) for r in regels] == [
        (1, "overnemen"),
        (2, None),
    ]
    alleen_open = met_concept.json("reacties", "tabel", "dorp", "2024", "--open")["reacties"]
    assert [r["nummer"] for r in alleen_open] == [2]
    scherm = met_concept.doe("reacties", "tabel", "dorp", "2024")
    assert "Kan dit korter?" in scherm
    assert "1 reactie heeft nog een besluit nodig." in scherm


def test_the_common_edition_asks_whose_reactions_these_are(met_concept: Werkmap) -> None:
    terug = teken_aan(met_concept, GEZAMENLIJK).name

    zonder = met_concept.run("reacties", "lees", terug, "--boek")
    met = met_concept.run("reacties", "lees", terug, "--boek", "--partij", "domesta")

    assert zonder.exit_code == 1
    assert "gezamenlijke uitgave" in zonder.stderr
    assert met.exit_code == 0, met.output


def test_one_bad_file_does_not_stop_the_others(met_concept: Werkmap) -> None:
    (met_concept.pad / "kapot.docx").write_bytes(b"geen Word")
    goed = teken_aan(met_concept).name

    antwoord = met_concept.run("reacties", "lees", "kapot.docx", goed, "--boek")

    assert antwoord.exit_code == 1
    assert "geen Word-document" in antwoord.stderr
    assert "Geboekt van domesta" in antwoord.stdout


@pytest.mark.parametrize(
    ("woorden", "code", "melding"),
    [
        (("1", "afwijzen"), 1, "hoort een antwoord"),
        (("9", "overnemen"), 1, "Reactie 9 bestaat niet"),
        (("9-3", "overnemen"), 2, "geen nummer van een reactie"),
        (("1", "misschien"), 2, "overnemen"),
        (("1", "bespreken", "--zelf"), 1, "verandert u zelf niets"),
    ],
)
def test_wrong_decisions_are_refused_in_dutch(
    met_concept: Werkmap, woorden: tuple[str, ...], code: int, melding: str
) -> None:
    met_concept.doe("reacties", "lees", teken_aan(met_concept).name, "--boek")

    antwoord = met_concept.run("reacties", "beslis", "dorp", "2024", *woorden)

    assert antwoord.exit_code == code
    assert melding in antwoord.stderr
