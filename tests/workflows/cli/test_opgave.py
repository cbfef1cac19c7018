"""What remains, who needs what, and the sums over all samenwerkingen."""

from pathlib import Path

import pytest

from tests.cycle.library.builders import plant
from tests.workflows.cli.builders import Werkmap

REGIO = '[[regio]]\nindeling = "provincie"\nregio = "Noord"\ngemeente = "Dorp"\n'
VERDELING = """\
## Statushouders {#statushouders}

- Eenheid: personen

### 2023-2

- Totaal: 43

| partij | voorraad | verdeeld | gedaan |
|---|---:|---:|---:|
| domesta | 3.008 | 40 | 37 |
| huurders | 100 | 3 | 0 |
"""


@pytest.fixture
def met_regio(met_concept: Werkmap) -> Werkmap:
    """Return a folder with a concept, and a regio for Dorp."""
    (met_concept.pad.parent / "content" / "regios.toml").write_text(REGIO, "utf-8")
    return met_concept


def netto(werkmap: Werkmap, partij: str) -> dict[str, object]:
    """Return the line of the growth for one partij."""
    regels = werkmap.json("opgave", "dorp", "2024")["regels"]
    [regel] = [r for r in regels if (r["indicator"], r["partij"]) == ("NETTO", partij)]
    return dict(regel)


def test_state_of_every_figure_is_there_before_anybody_offered_anything(werkmap: Werkmap) -> None:
    regel = netto(werkmap, "domesta")

    assert (regel["doel"], regel["bod"], regel["oordeel"]) == (200, None, "geen bod")
    assert werkmap.json("opgave", "dorp", "2024")["ingediend"] == []


def test_offer_is_held_against_the_doel_and_what_remains_is_said(met_concept: Werkmap) -> None:
    regel = netto(met_concept, "samen")

    assert (regel["doel"], regel["bod"], regel["rest"]) == (320, 60, 320)
    assert (regel["nodig"], regel["teken"]) == (80, ">=")
    assert (regel["na_bod_rest"], regel["tempo_daarna"]) == (260, 87)


def test_every_number_of_a_line_says_where_it_comes_from(met_concept: Werkmap) -> None:
    regel = netto(met_concept, "samen")
    herkomst = regel["herkomst"]

    assert isinstance(herkomst, dict)
    [bod] = herkomst["bod"]["plekken"]
    assert bod["inzending"].startswith("2024-001-")
    assert (bod["blad"], bool(bod["cel"])) == ("Bieding", True)
    assert herkomst["doel"]["plekken"][0]["bestand"] == "dorp/thema-1-bouwen.md"
    assert set(herkomst) == {naam for naam in herkomst if regel[naam] is not None}
    assert [naam for naam, bron in herkomst.items() if not any(bron.values())] == []


def test_gaps_stand_in_both_lists_and_as_findings(met_concept: Werkmap) -> None:
    uit = met_concept.json("opgave", "dorp", "2024")

    codes = {bevinding["code"] for bevinding in uit["bevindingen"]}
    assert {"K501", "K502"} <= codes
    assert {vraag["partij"] for vraag in uit["zonder_bod"]} == {"gemeente"}
    assert [v["omschrijving"] for v in uit["zonder_afspraak"]] == ["Een buurthuis"]


def test_conditions_and_the_empty_cells_of_the_matrix_are_kept(met_concept: Werkmap) -> None:
    uit = met_concept.json("opgave", "dorp", "2024")

    assert {"nummer": 1, "voorwaarde": "Er zijn genoeg locaties."} in uit["voorwaarden"]
    assert len(uit["wederkerigheid"]["matrix"]) == 6
    assert {cel["aantal"] for cel in uit["wederkerigheid"]["matrix"]} == {0}


def test_screen_shows_lines_conditions_and_who_is_without_a_bod(met_concept: Werkmap) -> None:
    tekst = met_concept.doe("opgave", "dorp", "2024")

    assert "Afspraak 1. De voorraad groeit\n" in tekst
    assert "Voorwaarde: Er zijn genoeg locaties.\n" in tekst
    assert "Nog zonder bod (K501)\n" in tekst
    assert "K502 waarschuwing\n" in tekst


def test_sums_are_given_per_regio_and_in_total(met_regio: Werkmap) -> None:
    uit = met_regio.json("optelling", "2024")

    provincie, landelijk = uit["indelingen"]
    assert (provincie["indeling"], landelijk["indeling"]) == ("provincie", "landelijk")
    [netto_] = [r for r in provincie["regels"] if r["indicator"] == "NETTO"]
    assert (netto_["regio"], netto_["gemeenten"]) == ("Noord", ["Dorp"])
    assert (netto_["doel"], netto_["bod"]) == (320, 60)
    [bod], [doel] = netto_["bronnen"]["bod"], netto_["bronnen"]["doel"]
    assert (bod["partij"], bod["regelcode"], doel["partij"]) == ("domesta", "A01-NETTO", "samen")
    assert bod["inzending"].startswith("2024-001-")
    assert "!" in bod["cel"]
    assert [r["bod"] for r in landelijk["regels"]] == [r["bod"] for r in provincie["regels"]]


def test_sums_on_the_screen_stand_per_regio_without_words_about_what_is_not_missing(
    met_regio: Werkmap,
) -> None:
    tekst = met_regio.doe("optelling", "2024", "--indeling", "provincie")

    assert "Jaarschijven 2024 opgeteld: 1 samenwerking\n" in tekst
    assert "Noord" in tekst
    assert "niet bekend (n.b.)" not in tekst


def test_sums_of_one_samenwerking_are_printed_once_as_the_total(met_regio: Werkmap) -> None:
    tekst = met_regio.doe("optelling", "2024")

    assert "Totaal\n" in tekst
    assert "1 gemeente" in tekst
    assert "Noord" not in tekst
    assert "Landelijk" not in tekst


def test_unknown_indeling_and_a_year_without_biedingen_are_refused(met_regio: Werkmap) -> None:
    indeling = met_regio.run("optelling", "2024", "--indeling", "waterschap")
    jaar = met_regio.run("optelling", "2031")

    assert (indeling.exit_code, jaar.exit_code) == (1, 1)
    assert "Kies uit: provincie." in indeling.stderr
    assert "Er zijn nog geen biedingen voor 2031." in jaar.stderr


def test_fault_in_the_regios_is_found_by_the_check_of_the_content(met_regio: Werkmap) -> None:
    plant(met_regio.pad.parent / "content", "regios.toml", "gemeente =", "gemente =")

    codes = [b["code"] for b in met_regio.json("controle", "dorp")["bevindingen"]]

    assert "I110" in codes


def schrijf_verdeling(werkmap: Werkmap) -> Path:
    """Give Dorp a task that is shared naar rato."""
    pad = werkmap.pad.parent / "content" / "dorp" / "verdeling.md"
    pad.write_text(VERDELING, "utf-8")
    return pad


def test_ledger_shows_the_saldo_and_proposes_the_next_period(werkmap: Werkmap) -> None:
    schrijf_verdeling(werkmap)

    [verdeling] = werkmap.json("verdeling", "dorp", "--totaal", "33")["verdelingen"]

    eerste, voorstel = verdeling["periodes"]
    assert (eerste["saldo"], voorstel["naam"], voorstel["is_voorstel"]) == (6, "2024-1", True)
    assert voorstel["opgave"] == 39
    assert {b["code"] for b in verdeling["bevindingen"]} == {"K511"}


def test_ledger_on_the_screen_asks_for_a_total(werkmap: Werkmap) -> None:
    schrijf_verdeling(werkmap)

    tekst = werkmap.doe("verdeling", "dorp")

    assert "Statushouders (personen)\n" in tekst
    assert "2023-2: 43 te verdelen\n" in tekst
    assert "Geef met --totaal het nieuwe totaal voor een voorstel.\n" in tekst


def test_without_a_ledger_the_screen_says_how_to_begin_one(werkmap: Werkmap) -> None:
    assert "Maak dan het bestand dorp/verdeling.md." in werkmap.doe("verdeling", "dorp")
