"""Signing off from the command line: mandaten, the stand, closing, leaving and undoing."""

import pytest

from tests.workflows.cli.builders import Werkmap

DOMESTA = ("domesta", "directeur-bestuurder")
PLEKKEN = (("gemeente", "wethouder"), DOMESTA, ("huurders", "voorzitter"))


@pytest.fixture
def in_accordering(met_concept: Werkmap) -> Werkmap:
    """Return a folder in which decisions on the first concept are asked."""
    met_concept.doe("cyclus", "fase", "dorp", "2024", "accordering")
    return met_concept


@pytest.fixture
def brief(tekenend: Werkmap) -> str:
    """Return a file that serves as evidence."""
    pad = tekenend.pad / "brief.pdf"
    pad.write_bytes(b"%PDF-1.7 brief")
    return str(pad)


def teken(werkmap: Werkmap, partij: str, functie: str, *rest: str) -> str:
    return werkmap.doe(
        "onderteken", "dorp", "2024", partij, functie, "--code", werkmap.code(), *rest
    )


def regel(tekst: str) -> str:
    """Return what was printed as one line, however wide the terminal is."""
    return " ".join(tekst.split())


def test_the_stand_says_of_everybody_who_signs_what_it_rests_on(tekenend: Werkmap) -> None:
    teken(tekenend, *DOMESTA)

    tekst = regel(tekenend.doe("teken", "stand", "dorp", "2024"))

    assert "getekend (3 oktober 2023)" in tekst
    assert "gemeld, zonder bewijsstuk" in tekst
    assert tekst.count("nog niet getekend") == 2
    assert tekst.count("niet vastgelegd") == 3


def test_the_stand_is_there_for_another_programme(tekenend: Werkmap) -> None:
    teken(tekenend, *DOMESTA, "--door", "secretaris")

    stand = tekenend.json("teken", "stand", "dorp", "2024")

    domesta = next(p for p in stand["partijen"] if p["partij"] == "domesta")
    assert (stand["versie"], domesta["aftekening"]) == ("1.0", "getekend")
    assert domesta["tekenplekken"][0]["route"] == "gemeld"


def test_before_there_is_a_concept_nothing_is_signed_off(werkmap: Werkmap) -> None:
    assert "nog geen concept" in werkmap.doe("teken", "stand", "dorp", "2024")


def test_a_mandaat_lets_somebody_stand_in_on_its_days_only(tekenend: Werkmap, brief: str) -> None:
    tekenend.doe(
        *("teken", "mandaat", "dorp", "2024", "domesta", "manager wonen"),
        *("--vervangt", DOMESTA[1], "--van", "2023-10-01", "--tot", "3-10-2023"),
        *("--bewijs", brief, "--door", "secretaris"),
    )
    morgen = tekenend.op("2023-10-04")

    te_laat = morgen.run(
        *("onderteken", "dorp", "2024", "domesta", "manager wonen"), "--code", tekenend.code()
    )
    teken(morgen, "domesta", "manager wonen", "--op", "2023-10-03")

    assert te_laat.exit_code == 1
    assert "geldt niet op 4 oktober 2023" in te_laat.stderr
    tekst = regel(tekenend.doe("teken", "stand", "dorp", "2024"))
    assert "(waarnemer: manager wonen)" in tekst


def test_a_mandaat_needs_a_file_that_exists(tekenend: Werkmap) -> None:
    antwoord = tekenend.run(
        *("teken", "mandaat", "dorp", "2024", *DOMESTA, "--van", "2023-10-01"),
        *("--bewijs", "weg.pdf"),
    )

    assert antwoord.exit_code == 2
    assert "weg.pdf" in antwoord.stderr


def test_closing_names_who_is_missing_and_late_signatures_go_on(tekenend: Werkmap) -> None:
    teken(tekenend, *DOMESTA)

    zonder_reden = tekenend.run("teken", "sluit", "dorp", "2024", "--door", "secretaris")
    tekst = tekenend.doe(
        *("teken", "sluit", "dorp", "2024", "--door", "secretaris"),
        *("--reden", "Het is 15 december."),
    )
    tekenend.doe("cyclus", "fase", "dorp", "2024", "verzending")
    teken(tekenend, *PLEKKEN[0])

    assert zonder_reden.exit_code == 1
    assert "gesloten met 1 van de 3 handtekeningen" in tekst
    assert "Huurders Dorp (voorzitter)" in tekst
    status = regel(tekenend.doe("cyclus", "status", "dorp", "2024"))
    assert "Er zijn nu 2 van de 3 handtekeningen. Nog niet getekend: Huurders Dorp" in status


def test_nobody_waits_for_who_left(tekenend: Werkmap, brief: str) -> None:
    tekenend.doe(
        *("teken", "onttrek", "dorp", "2024", "huurders", "--bewijs", brief),
        *("--reden", "De vereniging houdt op."),
    )
    for plek in PLEKKEN[:2]:
        teken(tekenend, *plek)

    tekenend.doe("cyclus", "fase", "dorp", "2024", "verzending")

    assert "doet niet meer mee" in tekenend.doe("cyclus", "status", "dorp", "2024")


def test_two_people_undo_an_adoption(tekenend: Werkmap) -> None:
    teken(tekenend, *DOMESTA)
    opdracht = ("teken", "intrekken", "dorp", "2024", "--door")

    eerste = tekenend.doe(*opdracht, "secretaris", "--reden", "Een fout getal.")
    zelfde = tekenend.run(*opdracht, "Secretaris")
    tweede = tekenend.doe(*opdracht, "coördinator")

    assert "Er verandert nog niets" in eerste
    assert zelfde.exit_code == 1
    assert "weer open als concept 1.1" in regel(tweede)
    stand = tekenend.json("cyclus", "status", "dorp", "2024")
    assert (stand["fase"], stand["versie"]) == ("overleg", "1.1")
    assert any("Vervallen: de handtekening van Domesta" in zin for zin in stand["let_op"])


def test_a_decision_is_taken_over_after_seeing_the_change(in_accordering: Werkmap) -> None:
    werkmap = in_accordering
    werkmap.doe("besluit", "dorp", "2024", "domesta", "rvc", "geheel", "--code", werkmap.code())
    inhoud = werkmap.pad.parent / "content/dorp/inleiding.md"
    inhoud.write_text(inhoud.read_text("utf-8") + "\nNog een zin.\n", "utf-8")
    concept = werkmap.doe("concept", "dorp", "2024")
    vraag = ("teken", "overnemen", "dorp", "2024", "domesta", "rvc")

    gezien = werkmap.doe(*vraag)
    werkmap.doe(*vraag, "--op", "2023-10-03")

    assert "1 besluit over versie 0.1 is vervallen" in regel(concept)
    assert "De inleiding is gewijzigd" in gezien
    assert "Er is nog niets vastgelegd" in gezien
    stand = werkmap.json("cyclus", "status", "dorp", "2024")
    domesta = next(p for p in stand["partijen"] if p["partij"] == "domesta")
    assert {o["orgaan"]: o["staat"] for o in domesta["besluiten"]}["rvc"] == "geheel"


def test_reading_is_registered_by_the_code_on_the_document(in_accordering: Werkmap) -> None:
    vraag = ("teken", "gelezen", "dorp", "2024", "domesta", "--code")

    tekst = in_accordering.doe(*vraag, in_accordering.code())
    ander = in_accordering.run(*vraag, "0000-0000-0000")

    assert tekst == "Vastgelegd: Domesta heeft versie 0.1 gelezen.\n"
    assert ander.exit_code == 1
    assert "gelezen" in in_accordering.doe("teken", "stand", "dorp", "2024")
