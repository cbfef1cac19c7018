"""Looking without changing: content checks and the calendar."""

import datetime
import re
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cycle.library.builders import ROOT, line_of, plant
from tests.workflows.cli.builders import Werkmap


def test_findings_are_told_with_place_and_advice_and_exit_one(werkmap: Werkmap) -> None:
    antwoord = werkmap.run("controle", "dorp")

    assert antwoord.exit_code == 1
    regel = line_of(werkmap.pad.parent / "content", "dorp/thema-1-bouwen.md", "## 1.")
    assert f"dorp/thema-1-bouwen.md:{regel}  I602 info\n" in antwoord.stdout
    assert "  → Leg dit op de startbijeenkomst vast.\n" in antwoord.stdout
    assert antwoord.stdout.endswith("Deze bevindingen houden niets tegen.\n")


def test_findings_as_json_have_five_fields(werkmap: Werkmap) -> None:
    bevindingen = werkmap.json("controle", "dorp")["bevindingen"]

    assert {"C401", "I601", "I602"} <= {b["code"] for b in bevindingen}
    assert {tuple(b) for b in bevindingen} == {("code", "ernst", "plek", "melding", "advies")}


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "code"),
    [
        ("dorp/samenwerking.toml", "gemeente = ", "gemeent = ", "I110"),
        ("dorp/thema-2-wonen.md", "gemeente (trekker)", "gemeete (trekker)", "I120"),
        ("dorp/thema-2-wonen.md", "## 2. Wij", "## 1. Wij", "I130"),
        ("dorp/thema-1-bouwen.md", "| Sloop | 1.150 |", "| Sloop | 1.150 | 7 |", "I140"),
        ("dorp/voorbeeld/besluiten-2024.md", "| domesta | rvc", "| domesta | raad", "I161"),
        ("regelprofielen/woningwet2015.toml", 'na = "', 'na = "x', "I125"),
    ],
)
def test_one_fault_gives_one_finding_with_file_and_line(
    bestand: str, oud: str, nieuw: str, code: str, werkmap: Werkmap
) -> None:
    _plant_first(werkmap.pad.parent / "content" / bestand, oud, nieuw)

    antwoord = werkmap.json("controle", "dorp")

    fouten = [b for b in antwoord["bevindingen"] if b["ernst"] == "fout"]
    assert [b["code"] for b in fouten] == [code]
    assert fouten[0]["plek"].startswith(f"{bestand}:")


def _plant_first(pad: Path, oud: str, nieuw: str) -> None:
    """Replace the first place where a text stands."""
    tekst = pad.read_text("utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), "utf-8")


def test_faults_are_counted_and_asked_for_first(werkmap: Werkmap) -> None:
    plant(werkmap.pad.parent / "content", "dorp/samenwerking.toml", "gemeente = ", "gemeent = ")

    tekst = werkmap.run("controle", "dorp").stdout

    assert tekst.endswith("1 fout. Verbeter eerst de fouten.\n")


def test_content_without_findings_exits_zero(werkmap: Werkmap) -> None:
    folder = Path(werkmap.json("nieuw", "buurt")["map"])
    anders = {
        "Beschrijf hier": "Dit is",
        "Vul hier": "Zie",
        "(meewerkend)": "(uitvoerder)",
        "(geinformeerd)": "(uitvoerder)",
    }
    for pad in folder.glob("*.md"):
        tekst = pad.read_text("utf-8")
        for oud, nieuw in anders.items():
            tekst = tekst.replace(oud, nieuw)
        pad.write_text(tekst, encoding="utf-8")

    assert werkmap.doe("controle", "buurt").endswith("\nGeen bevindingen. De inhoud is in orde.\n")
    assert werkmap.json("controle", "buurt")["bevindingen"] == []


def test_the_matrix_stands_between_the_findings_and_the_count(werkmap: Werkmap) -> None:
    tekst = werkmap.run("controle", "dorp").stdout

    kop, legenda, themas, _, *rijen = tekst.split("\n\n")[-2].splitlines()
    assert kop.startswith("Wie zet iets in?")
    assert "u = uitvoerder" in legenda
    assert themas.split() == ["Partij", "Bouwen", "Wonen"]
    assert [rij.rsplit(maxsplit=2) for rij in rijen] == [
        ["Gemeente Dorp", "1m", "1t"],
        ["Domesta", "1t", "1u"],
        ["Huurders Dorp", "-", "-"],
    ]


def test_the_matrix_as_json_counts_every_rol_and_lists_what_is_empty(werkmap: Werkmap) -> None:
    matrix = werkmap.json("controle", "dorp")["wederkerigheid"]

    assert matrix["themas"][0] == {"thema": "bouwen", "naam": "Bouwen"}
    gemeente = matrix["partijen"][0]
    assert (gemeente["partij"], gemeente["soort"]) == ("gemeente", "gemeente")
    assert gemeente["inzet"]["bouwen"] == {
        "trekker": 0,
        "uitvoerder": 0,
        "meewerkend": 1,
        "geinformeerd": 0,
    }
    assert matrix["leeg"] == [
        {"partij": "huurders", "thema": "bouwen"},
        {"partij": "huurders", "thema": "wonen"},
    ]


def test_content_with_faults_has_no_matrix(werkmap: Werkmap) -> None:
    plant(werkmap.pad.parent / "content", "dorp/samenwerking.toml", "gemeente = ", "gemeent = ")

    assert werkmap.json("controle", "dorp")["wederkerigheid"] is None


def test_printed_table_of_hoogeveen_has_its_one_known_fault() -> None:
    werkmap = Werkmap(ROOT)

    bevindingen = werkmap.json("controle", "hoogeveen")["bevindingen"]

    [fout] = [b for b in bevindingen if b["code"] == "C401"]
    assert "390" in fout["melding"]
    assert "391" in fout["melding"]


def test_calendar_shows_both_days_when_a_deadline_moved(werkmap: Werkmap) -> None:
    tekst = werkmap.doe("kalender", "dorp", "2024")

    assert re.search(r"^do 14 dec 2023  vr 15 dec 2023  De afspraken zijn", tekst, re.MULTILINE)
    assert "Startbijeenkomst" in tekst.split("Bijeenkomsten")[1]


def test_calendar_names_the_law_its_days_and_what_is_not_certain(werkmap: Werkmap) -> None:
    kop = werkmap.doe("kalender", "dorp", "2024").split("\n\n")[1]

    assert "Woningwet 2015 (vanaf 1 juli 2015, einde niet bekend)" in kop
    assert "woonvisie, van de gemeenteraad" in kop
    assert "over het maken van de afspraken" in kop
    assert "is nog niet bekend" in kop


def test_calendar_shows_kind_and_algemene_termijnenwet_of_every_deadline(werkmap: Werkmap) -> None:
    tekst = werkmap.doe("kalender", "dorp", "2028")

    assert re.search(r"lid 4 +uiterlijk +ja, tot en met ma 31 jan 2028$", tekst, re.MULTILINE)
    assert re.search(r"artikel 44a +voor +nee$", tekst, re.MULTILINE)
    assert re.search(r"^di 30 nov 2027  wo 1 dec 2027 .* 1 december", tekst, re.MULTILINE)


def test_planning_is_shown_when_asked_with_proposals_and_papers_per_orgaan(
    werkmap: Werkmap,
) -> None:
    assert "Planning" not in werkmap.doe("kalender", "dorp", "2024")

    tekst = werkmap.doe("kalender", "dorp", "2024", "--plan")

    deel = tekst.split("Planning, terug vanaf de besluiten")[1]
    assert re.search(r"^di 14 nov 2023 +De stukken zijn verstuurd", deel, re.MULTILINE)
    assert re.search(r"Bestuurlijk overleg +do 23 nov 2023, vr 24 nov 2023, ma 27", deel)
    assert re.search(r"^di 28 nov 2023  di 14 nov 2023  Domesta, raad van comm", deel, re.MULTILINE)


def test_year_without_meeting_days_says_where_to_put_them(werkmap: Werkmap) -> None:
    assert "nog geen vergaderingen bekend" in werkmap.doe("kalender", "dorp", "2027", "--plan")


def test_what_cannot_hold_is_told_by_calendar_and_check_with_its_line(werkmap: Werkmap) -> None:
    content = werkmap.pad.parent / "content"
    plant(content, "dorp/samenwerking.toml", "datum = 2023-11-28", "datum = 2023-12-20")
    plek = f"dorp/samenwerking.toml:{line_of(content, 'dorp/samenwerking.toml', '2023-12-20')}"

    kalender = werkmap.json("kalender", "dorp", "2024")["bevindingen"]
    controle = werkmap.json("controle", "dorp")["bevindingen"]

    assert [b["plek"] for b in kalender if b["code"] == "I711"] == [plek]
    assert [b["plek"] for b in controle if b["code"] == "I711"] == [plek]
    assert f"{plek}  I711 waarschuwing" in werkmap.doe("kalender", "dorp", "2024")


def test_planning_as_json_stands_beside_the_keys_of_before(werkmap: Werkmap) -> None:
    antwoord = werkmap.json("kalender", "dorp", "2024", "--plan")

    assert {"termijnen", "bijeenkomsten", "regelprofiel", "bevindingen", "planning"} == set(
        antwoord
    )
    stappen = {stap["code"]: stap for stap in antwoord["planning"]["stappen"]}
    assert stappen["stukken"]["datum"] == "2023-11-14"
    assert stappen["kickoff"]["vast"]
    assert stappen["bestuurlijk"]["voorstellen"] == ["2023-11-23", "2023-11-24", "2023-11-27"]
    assert antwoord["planning"]["vergaderingen"] == [
        {"partij": "domesta", "orgaan": "rvc", "datum": "2023-11-28", "stukken": "2023-11-14"}
    ]
    assert antwoord["regelprofiel"]["geldig_tot"] == ""
    assert "planning" not in werkmap.json("kalender", "dorp", "2024")


def test_chosen_law_without_a_first_day_is_used_and_told(werkmap: Werkmap) -> None:
    content = werkmap.pad.parent / "content"
    (content / "regelprofielen/regie.toml").write_bytes(
        (ROOT / "content/regelprofielen/regie.toml").read_bytes()
    )
    regel = 'gemeente = "Dorp"\n'
    plant(content, "dorp/samenwerking.toml", regel, f'{regel}regelprofiel = "regie"\n')

    antwoord = werkmap.json("kalender", "dorp", "2024")

    profiel = antwoord["regelprofiel"]
    assert (profiel["code"], profiel["geldig_van"]) == ("regie", "")
    assert profiel["geschil_over"] == ["totstandkoming", "nakoming"]
    assert "I704" in {b["code"] for b in antwoord["bevindingen"]}
    assert "begin niet bekend" in werkmap.doe("kalender", "dorp", "2024")


def test_calendar_as_json_has_iso_dates_and_meetings(werkmap: Werkmap) -> None:
    antwoord = werkmap.json("kalender", "dorp", "2024")

    levering = next(t for t in antwoord["termijnen"] if t["code"] == "levering")
    assert levering["datum"] == "2023-12-14"
    assert levering["datum_wettelijk"] == "2023-12-15"
    assert levering["basis"] == "Woningwet artikel 44a"
    assert levering["fase"]
    assert levering["soort"] == "voor"
    assert antwoord["bijeenkomsten"] == [
        {
            "code": "kickoff",
            "naam": "Startbijeenkomst",
            "datum": "2023-09-12",
            "agenda": ["Terugblik"],
        }
    ]


@pytest.mark.parametrize("jaar", range(2024, 2061, 4))
def test_calendar_answers_for_any_year_also_outside_the_agreement(
    jaar: int, werkmap: Werkmap
) -> None:
    termijnen = werkmap.json("kalender", "dorp", str(jaar))["termijnen"]

    levering = next(t["datum"] for t in termijnen if t["code"] == "levering")
    assert f"{jaar - 1}-12-10" < levering < f"{jaar - 1}-12-15"
    assert datetime.date.fromisoformat(levering).isoweekday() <= 5


def test_calendar_file_opens_in_an_agenda(werkmap: Werkmap) -> None:
    tekst = werkmap.doe("kalender", "dorp", "2024", "--ics", "agenda/dorp.ics")

    agenda = Calendar.from_ical(Path("agenda/dorp.ics").read_bytes())
    assert len(agenda.walk("VEVENT")) >= 18
    assert "staat in agenda/dorp.ics." in tekst
