"""One planted fault gives one finding: code, place and a sentence that helps."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cycle.library.builders import line_of, load_fouten, only_fout, open_bibliotheek, plant

TOML = "dorp/samenwerking.toml"
BOUWEN = "dorp/thema-1-bouwen.md"
WONEN = "dorp/thema-2-wonen.md"
REALISATIE = "dorp/realisatie.md"
SPECIFICATIES = "dorp/specificaties-2024.md"
INDICATOREN = "indicatoren.toml"


class Fout(NamedTuple):
    """What is replaced by what, on which line the finding must stand, and what it says."""

    bestand: str
    oud: str
    nieuw: str
    regel: str
    code: str
    melding: str
    advies: str = ""


OPVOLGING = [
    Fout(
        TOML,
        'tijd = "13.30-15.30"',
        'tijd = "15.30-13.30"',
        'tijd = "15.30-13.30"',
        "I112",
        "De tijd '15.30-13.30' is niet te lezen, of het einde ligt voor het begin.",
        "13.30-15.30",
    ),
    Fout(
        TOML,
        'code = "huurders"',
        'code = "huurders"\nopvolger = "domesta"',
        'opvolger = "domesta"',
        "I111",
        "ontbreekt de sleutel 'opgevolgd_op'",
    ),
    Fout(
        TOML,
        'code = "huurders"',
        'code = "huurders"\nopvolger = "domusta"\nopgevolgd_op = 2026-01-01',
        'opvolger = "domusta"',
        "I120",
        "De partij 'domusta' is niet bekend.",
        "domesta",
    ),
    Fout(
        TOML,
        "themas = [",
        'tekenvolgorde = ["gemeente", "dometsa"]\nthemas = [',
        "tekenvolgorde",
        "I120",
        "De partij 'dometsa' is niet bekend.",
        "domesta",
    ),
    Fout(
        TOML,
        'code = "huurders"',
        'code = "huurders"\nopvolger = "huurders"\nopgevolgd_op = 2026-01-01',
        'opvolger = "huurders"',
        "I112",
        "komt weer bij 'huurders' uit",
    ),
    Fout(
        INDICATOREN,
        'eenheid = "woningen"',
        'eenheid = "woningen"\nweging = "AANDEEL"',
        "weging",
        "I112",
        "Een weging hoort alleen bij een aandeel.",
    ),
    Fout(
        INDICATOREN,
        'eenheid = "%"',
        'eenheid = "%"\nweging = "NETO"',
        "weging",
        "I121",
        "De indicator 'NETO' is niet bekend.",
        "NETTO",
    ),
    Fout(
        INDICATOREN,
        'eenheid = "%"',
        'eenheid = "%"\ntelt_eenmaal = true',
        "telt_eenmaal",
        "I112",
        "Een aandeel telt nooit op.",
    ),
]

SLEUTELS = [
    Fout(TOML, "[[kader]]", "[[kader]]\n[[kader]] # 2", "[[kader]]", "I111", "geen gegevens"),
    Fout(
        TOML,
        'organen = ["bestuur", "rvc"]',
        'orgaan = ["bestuur", "rvc"]',
        'orgaan = ["bestuur", "rvc"]',
        "I110",
        "De sleutel 'orgaan' is niet bekend.",
        "Bedoelt u 'organen'?",
    ),
    Fout(TOML, "themas = [", "tehmas = [", "tehmas", "I110", "'tehmas'", "'themas'"),
    Fout(TOML, 'code = "domesta"', 'cod = "domesta"', 'cod = "domesta"', "I110", "'cod'", "'code'"),
    Fout(
        TOML,
        '[[partij]]\ncode = "domesta"',
        '[[partijen]]\ncode = "domesta"',
        "[[partijen]]",
        "I110",
        "'partijen'",
        "'partij'",
    ),
    Fout(TOML, "[[dossier]]", "[[dosier]]", "[[dosier]]", "I110", "'dosier'", "'dossier'"),
    Fout(TOML, 'code = "herstel"', 'kode = "herstel"', "kode", "I110", "'kode'", "'code'"),
    Fout(TOML, 'gemeente = "Dorp"\n', "xyz = 1\n", "xyz", "I110", "'xyz'", "'gemeente'"),
    Fout(TOML, 'niveau = "lokaal"\n', "", "[[kader]]", "I111", "'niveau' ontbreekt", "niveau ="),
    Fout(TOML, 'titel = "Prestatieafspraken Dorp 2024-2027"\n', "", "naam", "I111", "'titel'"),
    Fout(WONEN, "- Aard:", "- Aart:", "- Aart:", "I110", "'Aart'", "Bedoelt u 'Aard'?"),
    Fout(WONEN, "- Aard: proces\n", "", "## 2.", "I111", "'Aard' ontbreekt", "- Aard:"),
    Fout(
        WONEN,
        "- Aard: proces\n- Wie: gemeente (trekker), alle corporaties (uitvoerder)\n",
        "",
        "## 2.",
        "I111",
        "ontbreekt de lijst",
        "- Aard:",
    ),
    Fout(WONEN, "- Aard: proces", "- Aard proces", "- Aard proces", "I151", "'- Aard proces'"),
    Fout(
        WONEN,
        "- Aard: proces\n",
        "- Aard: proces\n- Aard: prestatie\n",
        "- Aard: prestatie",
        "I132",
        "'Aard' staat er twee keer",
    ),
]

WAARDEN = [
    Fout(TOML, 'soort = "corporatie"', 'soort = "stichting"', '"stichting"', "I113", "'stichting'"),
    Fout(
        TOML,
        '["bestuur", "rvc"]',
        '["bestuur", "rcv"]',
        '"rcv"',
        "I113",
        "'rcv'",
        "Bedoelt u 'rvc'?",
    ),
    Fout(TOML, 'naam = "Domesta"', "naam = 5", "naam = 5", "I112", "Bij 'naam' hoort een tekst"),
    Fout(TOML, 'naam = "Domesta"', 'naam = ""', 'naam = ""', "I112", "Bij 'naam' staat niets"),
    Fout(TOML, "themas = [\n", "themas = [\n 5,\n", "themas", "I112", "iets wat geen tekst is"),
    Fout(TOML, "jaar = 2024", "jaar = true", "jaar = true", "I112", "'jaar' hoort een heel getal"),
    Fout(TOML, "voorbeeld = true", 'voorbeeld = "ja"', 'voorbeeld = "ja"', "I112", "true of false"),
    Fout(TOML, "2027-12-31", '"eind"', '"eind"', "I112", "een datum zoals"),
    Fout(TOML, "2027-12-31", "2027-12-31T12:00:00", "T12", "I112", "hoort geen tijd"),
    Fout(TOML, "[[kader]]", "[kader]", "[kader]", "I112", "[[kader]]"),
    Fout(TOML, "2027-12-31", "2023-12-31", "2023-12-31", "I115", "ligt voor de eerste dag"),
    Fout(TOML, "afspraken@domesta.example", "domesta", 'mail = "domesta"', "I112", "'domesta'"),
    Fout(TOML, 'code = "huurders"', 'code = "Huurders X"', "Huurders X", "I114", "'Huurders X'"),
    Fout(TOML, 'soort = "gemeente"', 'soort = "corporatie"', "naam", "I111", "'gemeente'"),
    Fout(TOML, 'code = "kickoff"', 'code = "aftrap"', "aftrap", "I113", "'aftrap'", "Kies uit"),
    Fout(
        TOML,
        "datum = 2023-11-28\n",
        "datum = 2023-11-28\n\n[[jaar]]\njaar = 2024 # weer\n",
        "# weer",
        "I132",
        "2024",
    ),
    Fout(TOML, 'orgaan = "rvc"', 'orgaan = "raad"', 'orgaan = "raad"', "I161", "via 'raad'"),
    Fout(WONEN, "Aard: proces", "Aard: wens", "Aard: wens", "I113", "'wens'", "Kies uit"),
    Fout(BOUWEN, "Elk jaar: ja", "Elk jaar: soms", "soms", "I113", "'soms'", "ja of nee"),
    Fout(BOUWEN, "sociaal = onder de", "sociaal onder de", "Begrip", "I151", "sociaal onder"),
    Fout(BOUWEN, "| samen | >= |", "| samen | > |", "| > |", "I113", "'>'"),
    Fout(BOUWEN, "| 2027 | norm | |", "| 2027 | eis | |", "| eis |", "I113", "'eis'"),
    Fout(BOUWEN, "| 320 |", "| 320.5 |", "320.5", "I142", "staat '320.5'", "6,80"),
    Fout(BOUWEN, "| 320 | 2024 |", "| 320 | nu |", "| nu |", "I142", "'van'", "2024"),
    Fout(BOUWEN, "| 320 | 2024 |", "| 320 | 2028 |", "| 2028 |", "I115", "eindigt in 2027"),
    Fout(BOUWEN, '"ruim 200 woningen"', "ruim 200", "ruim 200", "I151", "'ruim 200'"),
]

VERWIJZINGEN = [
    Fout(
        BOUWEN,
        "domesta (trekker)",
        "domestra (trekker)",
        "domestra",
        "I120",
        "De partij 'domestra' is niet bekend.",
        "Bedoelt u 'domesta'?",
    ),
    Fout(BOUWEN, "domesta | ca.", "dometsa | ca.", "dometsa", "I120", "'dometsa'"),
    Fout(BOUWEN, "| NETTO | domesta | 60", "| NETTO | dom | 60", "| dom |", "I120", "'dom'"),
    Fout(TOML, '["domesta"]', '["iets"]', '["iets"]', "I120", "'iets'", "Kies uit: gemeente"),
    Fout(TOML, 'partij = "domesta"', 'partij = "x"', 'partij = "x"', "I120", "'x'"),
    Fout(BOUWEN, "| NETTO | samen", "| NETO | samen", "| NETO |", "I121", "'NETO'", "'NETTO'"),
    Fout(REALISATIE, "| NETTO | domesta | 2022", "| N | domesta | 2022", "| N |", "I121", "'N'"),
    Fout(TOML, '["bouwen"]', '["bouw"]', '["bouw"]', "I122", "'bouw'", "'bouwen'"),
    Fout(BOUWEN, "Dossier: herstel", "Dossier: herstal", "herstal", "I123", "'herstal'"),
    Fout(TOML, '["groei"]', '["groie"]', "groie", "I124", "'groie'", "'groei'"),
    Fout(SPECIFICATIES, "groei", "bloei", "bloei", "I124", "'bloei'", "'groei'"),
    Fout(WONEN, "(trekker)", "(baas)", "(baas)", "I113", "'baas'", "trekker"),
    Fout(WONEN, "gemeente (trekker)", "gemeente", "gemeente,", "I151", "'gemeente'", "de rol"),
    Fout(
        WONEN,
        "{#praten}",
        "{#groei}",
        "{#groei}",
        "I131",
        "De code 'groei' is al gebruikt op dorp/thema-1-bouwen.md:",
    ),
    Fout(WONEN, "{#wonen}", "{#bouwen}", "{#bouwen}", "I131", "'bouwen'"),
    Fout(WONEN, "## 2.", "## 1.", "## 1.", "I130", "Het nummer 1 is al gebruikt op"),
    Fout(INDICATOREN, '"AANDEEL"', '"NETTO"', "", "I131", "'NETTO' is al gebruikt"),
    Fout(
        BOUWEN,
        "huurders (geinformeerd)",
        "domesta (geinformeerd)",
        "| domesta | ca.",
        "I160",
        "'domesta' heeft hier een doel",
    ),
]

TABELLEN = [
    Fout(
        BOUWEN,
        "|---|---|---|---:|---|---|---|---|\n",
        "|---|---|---|---:|---|---|---|---|\n|---|---|---|---|---|---|---|---|\n",
        "|---|---|---|---|---|---|---|---|",
        "I140",
        "streeplijn te veel",
    ),
    Fout(
        BOUWEN,
        "| Nieuwbouw | 350 | 20 |",
        "| Nieuwbouw | 350 |",
        "| Nieuwbouw | 350 |",
        "I140",
        "Deze tabelregel heeft 3 cellen. De kop heeft er 4.",
    ),
    Fout(BOUWEN, "| Sloop | 1.150", "| Sloop | 1 | 2", "| Sloop |", "I140", "heeft 5 cellen"),
    Fout(BOUWEN, "| 390 |\n", "| 390 |\n\n", "| Nieuwbouw |", "I141", "geen kop"),
    Fout(BOUWEN, "|---|---:|---:|---:|\n| Sl", "| Sl", "| | Domesta", "I141", "geen kop"),
    Fout(
        BOUWEN, "|---|---:|---:|---:|\n| Sl", "|---|---:|\n| Sl", "|---|---:|", "I140", "2 cellen"
    ),
    Fout(BOUWEN, "Anders | Totaal |", "Anders |", "|---|---:|---:|---:|", "I140", "er 3"),
    Fout(BOUWEN, "6,80 |\n\nBron", "6,80 |\nBron", "Bron:", "I140", "direct onder", "lege regel"),
    Fout(BOUWEN, "| 715 |", "| 7l5 |", "7l5", "I142", "In de kolom 'Totaal' staat '7l5'"),
    Fout(BOUWEN, "| 715 |", "| |", "| Nieuwbouw", "I142", "In de kolom 'Totaal' staat niets"),
    Fout(BOUWEN, "| Anders |", "| Domesta |", "| Domesta | Domesta", "I132", "kolom 'Domesta'"),
    Fout(BOUWEN, "| Nieuwbouw |", "| Sloop |", "| Sloop | 350", "I132", "De rij 'Sloop'"),
    Fout(
        BOUWEN, "= Nieuwbouw -", "= Nieuwbouwe -", "Verband", "I144", "'Nieuwbouwe'", "'Nieuwbouw'"
    ),
    Fout(BOUWEN, "= Nieuwbouw -", "is Nieuwbouw -", "Verband", "I151", "Het verband"),
    Fout(BOUWEN, "kolom: Totaal", "kolom: Som", "kolom: Som", "I144", "De kolom 'Som'"),
    Fout(BOUWEN, "rij: Netto", "rij: Nette", "rij: Nette", "I144", "De rij 'Nette'", "'Netto'"),
    Fout(
        BOUWEN, "| indicator | partij | teken", "| indicator | wie | teken", "| wie", "I141", "wie"
    ),
    Fout(BOUWEN, "| partij | 2024 |", "| partij | jaar |", "| jaar |", "I141", "fasering"),
    Fout(BOUWEN, "| domesta | 60", "| gemeente | 60", "| 60 |", "I163", "geen doel NETTO"),
    Fout(BOUWEN, "| 2024 | 2025 |", "| 2023 | 2025 |", "| 60 |", "I163", "niet in 2023"),
    Fout(
        BOUWEN,
        "| NETTO | domesta | 60 | n.b. |\n",
        "| NETTO | domesta | 60 | n.b. |\n| NETTO | domesta | 61 | n.b. |\n",
        "| 61 |",
        "I132",
        "fasering",
    ),
    Fout(
        BOUWEN,
        "| NETTO | domesta | ca. | 200 | 2024 | | verwacht |",
        "| NETTO | samen | >= | 200 | 2024 | | norm |",
        "| 200 |",
        "I132",
        "dubbel",
    ),
    Fout(REALISATIE, "| 2023 |", "| 2022 |", "| n.b. |", "I132", "dubbel"),
    Fout(REALISATIE, "| 2023 |", "| 23 |", "| 23 |", "I142", "'23'", "2024"),
    Fout(REALISATIE, "| bron |", "| boron |", "| boron |", "I141", "'boron'", "'bron'"),
    Fout(WONEN, "Ieder kwartaal.", "| a | b |\n|---|---|\n| 1 |", "| 1 |", "I140", "1 cellen"),
    Fout(WONEN, "Ieder kwartaal.", "Zie\n| a |\n| b |", "| a |", "I141", "geen kop"),
]

KOPPEN = [
    Fout(BOUWEN, "## Ambitie", "##Ambitie", "##Ambitie", "I150", "niet goed geschreven"),
    Fout(BOUWEN, "## 1. De", "##1. De", "##1. De", "I150", "niet goed geschreven"),
    Fout(BOUWEN, "## 1. De", "1. De", "1. De", "I150", ""),
    Fout(BOUWEN, "### Doelen", ":## Doelen", "| indicator", "I150", "niet goed geschreven"),
    Fout(WONEN, "Ieder kwartaal.", "Ja.\n\n- Aard: wens", "- Aard: wens", "I150", "kop"),
    Fout(BOUWEN, "### Fasering", "##x Fasering", "##x Fasering", "I152", "geen tekst"),
    Fout(
        BOUWEN,
        "Bron: de woonvisie.",
        "| a |\n\nBron.",
        "| a |",
        "I141",
        "geen kop",
    ),
    Fout(
        BOUWEN,
        "### Fasering\n",
        "| indicator  | partij | teken | doel | van | tot en met | soort | opmerking |\n"
        "|---|---|---|---|---|---|---|---|\n"
        "| NETTO | samen | = | 1 | 2024 | | norm | |\n\n### Fasering\n",
        "| indicator  |",
        "I152",
        "maar een tabel",
    ),
    Fout(BOUWEN, "## Ambitie", "## Ambite", "## Ambite", "I150", "'Ambite'", "'Ambitie'"),
    Fout(BOUWEN, "### Doelen", "### Doel", "### Doel", "I150", "'Doel'", "'Doelen'"),
    Fout(BOUWEN, "### Fasering", "### Doelen  ", "### Doelen  ", "I132", "'Doelen'"),
    Fout(BOUWEN, "## 1. De", "## 1 De", "## 1 De", "I150", "'1 De voorraad groeit'"),
    Fout(BOUWEN, " {#groei}", "", "## 1.", "I150", "heeft geen code", "{#"),
    Fout(WONEN, " {#wonen}", "", "# Wonen", "I150", "heeft geen code"),
    Fout(BOUWEN, "{#bouw}", "{#Bouw X}", "{#Bouw X}", "I114", "'Bouw X'"),
    Fout(WONEN, "# Wonen {#wonen}", "Wonen", "Wonen", "I150", "begint niet met de naam"),
    Fout(WONEN, "Ieder kwartaal.", "# Nog een {#nog}", "# Nog een", "I150", "'Nog een'"),
    Fout(BOUWEN, "### Doelen\n", "### Doelen\n\nZie hier.\n", "Zie hier.", "I152", "geen tekst"),
    Fout(WONEN, "Ieder kwartaal.", "### Doelen\n", "### Doelen", "I143", "ontbreekt de tabel"),
    Fout(
        WONEN,
        "Ieder kwartaal.",
        "## Tabel. Leeg {#leeg}\n\n- Eenheid: woningen\n",
        "## Tabel.",
        "I143",
        "ontbreekt de tabel",
    ),
    Fout(
        BOUWEN,
        "Bron: de woonvisie.",
        "| x | y |\n|---|---|\n| a | 1 |",
        "| x |",
        "I152",
        "maar een tabel",
    ),
    Fout(
        BOUWEN,
        "### Fasering\n",
        "| x | b |\n|---|---|\n| 1 | 2 |\n\n### Fasering\n",
        "| x |",
        "I141",
        "andere kolommen",
        "Gebruik: indicator",
    ),
    Fout(
        WONEN,
        "Ieder kwartaal.",
        "### Fasering\n\n| indicator | partij | 2024 |\n|---|---|---|\n| NETTO | domesta | 1 |",
        "### Fasering",
        "I163",
        "geen doelen",
    ),
]


@pytest.mark.parametrize(
    "fout",
    [*OPVOLGING, *SLEUTELS, *WAARDEN, *VERWIJZINGEN, *TABELLEN, *KOPPEN],
    ids=lambda fout: f"{fout.code} {fout.nieuw.strip()[:30]}",
)
def test_one_fault_gives_one_finding_with_its_line(content: Path, fout: Fout) -> None:
    plant(content, fout.bestand, fout.oud, fout.nieuw)

    bevinding = only_fout(content)

    assert bevinding.code == fout.code
    if fout.regel:
        assert bevinding.plek == f"{fout.bestand}:{line_of(content, fout.bestand, fout.regel)}"
    assert fout.melding in bevinding.melding
    assert bevinding.melding.endswith(".")
    assert fout.advies in bevinding.advies
    assert bevinding.advies


def test_the_same_misspelt_name_in_several_places_is_one_finding(content: Path) -> None:
    pad = content / BOUWEN
    pad.write_text(pad.read_text(encoding="utf-8").replace("| NETTO |", "| NETOO |"), "utf-8")

    bevinding = only_fout(content)

    eerste = line_of(content, BOUWEN, "| NETOO | samen")
    assert (bevinding.code, bevinding.plek) == ("I121", f"{BOUWEN}:{eerste}")
    assert f"Dit staat ook op {BOUWEN}:{eerste + 1}" in bevinding.melding


def test_a_partij_without_inzet_is_named_once_for_all_its_doelen(content: Path) -> None:
    plant(content, BOUWEN, "huurders (geinformeerd)", "domesta (geinformeerd)")

    assert only_fout(content).code == "I160"


def test_a_missing_theme_file_is_named_where_it_is_listed(content: Path) -> None:
    (content / WONEN).unlink()

    bevinding = only_fout(content)

    assert bevinding.code == "I101"
    assert bevinding.plek == f"{TOML}:{line_of(content, TOML, 'thema-2')}"


def test_a_misspelt_theme_file_is_not_unlisted_as_well(content: Path) -> None:
    plant(content, TOML, "thema-2-wonen.md", "thema-2-women.md")

    bevinding = only_fout(content)

    assert (bevinding.code, bevinding.advies) == ("I101", "Bedoelt u 'thema-2-wonen.md'?")


def test_a_theme_listed_twice_is_one_finding(content: Path) -> None:
    plant(content, TOML, '"thema-2-wonen.md",', '"thema-2-wonen.md",\n"thema-2-wonen.md",')

    assert only_fout(content).code == "I132"


def test_a_theme_file_that_is_not_listed_is_found(content: Path) -> None:
    (content / "dorp/thema-9-extra.md").write_text("# Extra {#extra}\n", encoding="utf-8")

    bevinding = only_fout(content)

    assert (bevinding.code, bevinding.plek) == ("I103", "dorp/thema-9-extra.md")


@pytest.mark.parametrize("bestand", [TOML, "dorp/inleiding.md", INDICATOREN])
def test_a_missing_file_is_named(content: Path, bestand: str) -> None:
    (content / bestand).unlink()

    bevinding = only_fout(content)

    assert (bevinding.code, bevinding.plek) == ("I101", bestand)


@pytest.mark.parametrize("bestand", [TOML, BOUWEN, REALISATIE, SPECIFICATIES, INDICATOREN])
def test_a_file_in_another_encoding_names_the_line(content: Path, bestand: str) -> None:
    pad = content / bestand
    pad.write_bytes(pad.read_bytes().replace(b"\n", b"\n\xeb", 1))

    bevinding = only_fout(content)

    assert (bevinding.code, bevinding.plek) == ("I102", f"{bestand}:2")


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel", "melding"),
    [
        ('naam = "Domesta"', "naam = Domesta", "naam = Domesta", "niet goed geschreven"),
        ('naam = "Domesta"', 'naam = "Domesta', 'naam = "Domesta', "aanhalingsteken"),
        ('naam = "Domesta"', 'naam "Domesta"', 'naam "Domesta"', "isgelijkteken"),
        ('naam = "Domesta"', 'naam = "D"\nnaam = "D"', 'naam = "D"', "twee keer"),
        ("2027-12-31", "2027-13-31", "2027-13-31", ""),
        ('"wethouder"]', '"wethouder"', "[[partij]]", ""),
        ("[[kader]]", "[[kader]", "[[kader]", "Deze regel is niet te lezen."),
        ("datum = 2023-11-28\n", 'datum = """2023', 'datum = """2023', "aanhalingsteken"),
    ],
)
def test_broken_toml_is_one_finding_with_its_line(
    content: Path, oud: str, nieuw: str, regel: str, melding: str
) -> None:
    plant(content, TOML, oud, nieuw)

    bevinding = only_fout(content)

    assert bevinding.code == "I104"
    assert bevinding.plek.startswith(f"{TOML}:")
    assert int(bevinding.plek.rpartition(":")[2]) >= line_of(content, TOML, regel)
    assert melding in bevinding.melding


def test_broken_indicatoren_do_not_make_every_indicator_unknown(content: Path) -> None:
    plant(content, INDICATOREN, 'code = "NETTO"', "code = NETTO")

    bevinding = only_fout(content)

    assert (bevinding.code, bevinding.plek) == ("I104", "indicatoren.toml:2")


def test_an_indicator_without_a_code_is_one_finding(content: Path) -> None:
    plant(content, INDICATOREN, 'code = "NETTO"\n', "")

    assert only_fout(content).code == "I111"


def test_a_misspelt_block_of_indicatoren_is_one_finding(content: Path) -> None:
    pad = content / INDICATOREN
    pad.write_text(pad.read_text("utf-8").replace("[[indicator]]", "[[indicatoren]]"), "utf-8")

    assert only_fout(content).code == "I110"


def test_a_file_without_the_table_it_is_for_is_found(content: Path) -> None:
    (content / REALISATIE).write_text("Er is nog niets.\n", encoding="utf-8")

    bevinding = only_fout(content)

    assert (bevinding.code, bevinding.plek) == ("I143", REALISATIE)


def test_a_meeting_day_given_twice_is_found(content: Path) -> None:
    pad = content / TOML
    blok = '\n[[jaar.vergadering]]\npartij = "domesta"\norgaan = "rvc"\ndatum = 2023-12-01\n'
    pad.write_text(pad.read_text("utf-8") + blok, encoding="utf-8")

    assert only_fout(content).code == "I132"


def test_a_fault_in_a_meeting_day_is_not_followed_by_others(content: Path) -> None:
    plant(content, TOML, 'orgaan = "rvc"', 'orgaan = "rvcc"')

    assert only_fout(content).code == "I113"


def test_a_list_instead_of_blocks_is_found(content: Path) -> None:
    pad = content / TOML
    tekst = pad.read_text("utf-8").partition("[[jaar]]")[0]
    pad.write_text("jaar = [2024]\n" + tekst, encoding="utf-8")

    bevinding = only_fout(content)

    assert (bevinding.code, bevinding.plek) == ("I112", f"{TOML}:1")


def test_a_copied_afspraak_is_one_finding(content: Path) -> None:
    pad = content / WONEN
    tekst = pad.read_text("utf-8")
    pad.write_text(tekst + tekst[tekst.index("## 2.") :], encoding="utf-8")

    assert only_fout(content).code == "I131"


def test_two_independent_faults_are_two_findings(content: Path) -> None:
    plant(content, BOUWEN, "| 715 |", "| 7l5 |")
    plant(content, TOML, 'niveau = "lokaal"', 'nivo = "lokaal"')

    assert [b.code for b in load_fouten(content)] == ["I110", "I142"]


def test_a_table_without_one_of_its_columns_is_one_finding(content: Path) -> None:
    kop = "| indicator | partij | jaar | waarde |\n|---|---|---|---|\n"
    tekst = f"{kop}| NETTO | domesta | 2023 | 1 |\n"
    (content / REALISATIE).write_text(tekst, encoding="utf-8")

    bevinding = only_fout(content)

    assert (bevinding.code, bevinding.plek) == ("I141", f"{REALISATIE}:1")
    assert bevinding.melding == "De kolom 'bron' ontbreekt."


def test_a_name_in_other_quotes_has_the_line_of_its_list(content: Path) -> None:
    plant(content, TOML, '["bouwen"]', "['bouw']")

    bevinding = only_fout(content)

    assert bevinding.plek == f"{TOML}:{line_of(content, TOML, 'prioriteiten')}"


def test_a_list_of_gegevens_may_end_the_file(content: Path) -> None:
    pad = content / WONEN
    tekst = pad.read_text("utf-8").replace("proces", "wens").partition("\n\nIeder")[0]
    pad.write_text(tekst, encoding="utf-8")

    assert only_fout(content).code == "I113"


def test_text_directly_below_the_list_is_not_part_of_it(content: Path) -> None:
    plant(content, WONEN, "(uitvoerder)\n\nIeder", "(uitvoerder)\nIeder")

    praten = open_bibliotheek(content).load("dorp").afspraken[1]

    assert praten.tekst == "Ieder kwartaal."
