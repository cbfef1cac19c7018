"""The folder voorbeeld: answers and decisions for the demo."""

from pathlib import Path

import pendulum
import pytest

from cycle.domain.accordering import Reikwijdte
from cycle.domain.bevinding import Bevinding
from cycle.domain.errors import InhoudOnbruikbaar, NietGevonden
from cycle.domain.partij import Orgaan
from cycle.domain.reactietabel import Reactiekeuze
from cycle.domain.voorbeeld import (
    Antwoord,
    ExtraAntwoord,
    Voorbeeld,
    VoorbeeldReactie,
    VoorbeeldStem,
    Voorraadantwoord,
)
from tests.cycle.library.builders import line_of, open_bibliotheek, plant

BIEDINGEN = "dorp/voorbeeld/biedingen-2024.md"
BESLUITEN = "dorp/voorbeeld/besluiten-2024.md"


def _voorbeeld(content: Path, jaar: int = 2024) -> Voorbeeld:
    bibliotheek = open_bibliotheek(content)
    return bibliotheek.voorbeeld(bibliotheek.load("dorp"), jaar)


def _only_fout(content: Path) -> Bevinding:
    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        _voorbeeld(content)
    (bevinding,) = gevangen.value.bevindingen
    return bevinding


def test_answers_are_kept_as_typed(content: Path) -> None:
    antwoorden = _voorbeeld(content).antwoorden["domesta"]

    assert antwoorden.regels == (
        Antwoord("A01-NETTO", "ja", "60", "2e kwartaal", "1000", "Wij bouwen."),
        Antwoord("A02-INZET", "deels", "", "", "", "Wij praten."),
    )
    assert antwoorden.extra == (ExtraAntwoord("Een buurthuis", "1", "2024"),)


def test_decisions_keep_their_order_and_parts(content: Path) -> None:
    eerste, tweede = _voorbeeld(content).besluiten

    assert (eerste.orgaan, eerste.op) == (Orgaan.RVC, pendulum.date(2023, 11, 28))
    assert tweede.reikwijdte is Reikwijdte.OP_ONDERDELEN
    assert (tweede.uitgezonderd, tweede.reden) == ((1, 2), "Te weinig.")


def test_a_year_without_example_is_not_found(content: Path) -> None:
    with pytest.raises(NietGevonden) as gevangen:
        _voorbeeld(content, 2031)

    assert gevangen.value.melding == "Voor Dorp is er geen voorbeeld van 2031."


@pytest.mark.parametrize("bestand", [BIEDINGEN, BESLUITEN])
def test_one_of_the_two_files_alone_is_a_fault(content: Path, bestand: str) -> None:
    (content / bestand).unlink()

    bevinding = _only_fout(content)

    assert (bevinding.code, bevinding.plek) == ("I101", bestand)


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "regel", "code"),
    [
        (BIEDINGEN, "## domesta", "## domest", "## domest", "I120"),
        (BIEDINGEN, "A01-NETTO", "A01-NETO", "A01-NETO", "I126"),
        (BIEDINGEN, "A02-INZET", "A01-NETTO", "| deels |", "I132"),
        (BIEDINGEN, "| bedrag |", "| euro |", "| euro |", "I141"),
        (BIEDINGEN, "| voorstel | bod |", "| idee | bod |", "| idee |", "I141"),
        (BIEDINGEN, "| deels | | |", "| deels | |", "| deels |", "I140"),
        (BIEDINGEN, "| 1 | 2024 |", "| 1 | 2024 |\n\n##  domesta", "##  domesta", "I132"),
        (BESLUITEN, "| domesta |", "| dom |", "| dom |", "I120"),
        (BESLUITEN, "| rvc |", "| raad |", "| raad |", "I161"),
        (BESLUITEN, "| geheel |", "| heel |", "| heel |", "I113"),
        (BESLUITEN, "2023-11-28", "2023-02-30", "2023-02-30", "I112"),
        (BESLUITEN, "2023-11-28", "28-11-2023", "28-11-2023", "I112"),
        (BESLUITEN, "1, 2", "1, 7", "1, 7", "I124"),
        (BESLUITEN, "1, 2", "", "| huurders", "I162"),
        (BESLUITEN, "Te weinig.", "", "| huurders", "I162"),
        (BESLUITEN, "| geheel | 2023-11-28 | |", "| geheel | 2023-11-28 | 1 |", "| rvc", "I162"),
        (BESLUITEN, "| partij |", "| wie |", "| wie |", "I141"),
    ],
)
def test_one_fault_gives_one_finding_with_its_line(
    content: Path, bestand: str, oud: str, nieuw: str, regel: str, code: str
) -> None:
    plant(content, bestand, oud, nieuw)

    bevinding = _only_fout(content)

    assert bevinding.code == code
    assert bevinding.plek == f"{bestand}:{line_of(content, bestand, regel)}"


def test_a_file_of_decisions_without_a_table_is_found(content: Path) -> None:
    (content / BESLUITEN).write_text("Nog niets.\n", encoding="utf-8")

    assert _only_fout(content).code == "I143"


REACTIES = "dorp/voorbeeld/reacties-2024.md"
KOP = "| partij | afspraak | oud | nieuw | besluit | antwoord |\n|---|---|---|---|---|---|\n"


def _met_reacties(content: Path, *rijen: str) -> None:
    (content / REACTIES).write_text("# Reacties\n\n" + KOP + "".join(rijen), encoding="utf-8")


def test_reactions_may_be_left_out_and_are_kept_in_order(content: Path) -> None:
    assert _voorbeeld(content).reacties == ()

    _met_reacties(
        content,
        "| huurders | 1 | genoeg | meer | overnemen | |\n",
        "| domesta | 2 | kwartaal | half jaar | afwijzen | Dat is te weinig. |\n",
    )

    assert _voorbeeld(content).reacties == (
        VoorbeeldReactie("huurders", 1, "genoeg", "meer", Reactiekeuze.OVERNEMEN, ""),
        VoorbeeldReactie(
            "domesta", 2, "kwartaal", "half jaar", Reactiekeuze.AFWIJZEN, "Dat is te weinig."
        ),
    )


@pytest.mark.parametrize(
    ("rij", "code"),
    [
        ("| dom | 1 | genoeg | meer | overnemen | |\n", "I120"),
        ("| domesta | 9 | genoeg | meer | overnemen | |\n", "I124"),
        ("| domesta | 1 | veel | meer | overnemen | |\n", "I165"),
        ("| domesta | 1 | | meer | overnemen | |\n", "I165"),
        ("| domesta | 1 | genoeg | meer | afwijzen | |\n", "I165"),
        ("| domesta | 1 | genoeg | meer | ja | |\n", "I113"),
    ],
)
def test_a_reaction_that_cannot_be_played_is_found_on_its_line(
    content: Path, rij: str, code: str
) -> None:
    _met_reacties(content, rij)

    bevinding = _only_fout(content)

    assert (bevinding.code, bevinding.plek) == (code, f"{REACTIES}:5")


BIJLAGEN = """
| regelcode | stand | toelichting |
|---|---|---|
| V-VRD_DAEB | 10 | |

| van wie | wat | afspraak | voor wanneer | voorwaarde |
|---|---|---|---|---|
| gemeente | Een locatie. | 1 | 1 mei | ja |
| rvc | Instemming. | 1 | mei | nee |

| vrager | afspraak | antwoord | toelichting |
|---|---|---|---|
| gemeente | 2 | deels | In juni. |
"""


def _met_bijlagen(content: Path, oud: str = "", nieuw: str = "") -> None:
    """Put the tables for the other sheets below the answers of Domesta."""
    pad = content / BIEDINGEN
    tekst = pad.read_text("utf-8")
    voor, kop, na = tekst.partition("\n## domesta\n")
    eigen, volgende, rest = na.partition("\n## ")
    bijlagen = BIJLAGEN.replace(oud, nieuw) if oud else BIJLAGEN
    pad.write_text(f"{voor}{kop}{eigen.rstrip()}\n{bijlagen}{volgende}{rest}", "utf-8")
    indicatoren = content / "indicatoren.toml"
    voorraad = (
        '\n[[indicator]]\ncode = "VRD_DAEB"\nnaam = "Voorraad"\neenheid = "woningen"\n'
        'aard = "stand"\nrichting = "min"\n'
    )
    indicatoren.write_text(indicatoren.read_text("utf-8") + voorraad, "utf-8")


def test_what_stands_on_the_other_sheets_is_kept_too(content: Path) -> None:
    _met_bijlagen(content)

    antwoorden = _voorbeeld(content).antwoorden["domesta"]

    assert antwoorden.voorraad == (Voorraadantwoord("V-VRD_DAEB", "10", ""),)
    eerste, tweede = antwoorden.wederkerigheid
    assert (eerste.inzet, eerste.voor, eerste.voorwaarde) == ("Een locatie.", "1 mei", "ja")
    assert tweede.gevraagde == "onze raad van commissarissen"
    assert [(g.afspraak, g.status) for g in antwoorden.gevraagd] == [("2", "deels")]
    assert len(antwoorden.extra) == 1


@pytest.mark.parametrize(
    ("oud", "nieuw", "code"),
    [
        ("V-VRD_DAEB", "V-NIETS", "I126"),
        ("| rvc |", "| raad |", "I120"),
        ("| gemeente | 2", "| niemand | 2", "I120"),
    ],
)
def test_a_slip_on_another_sheet_names_its_line(
    content: Path, oud: str, nieuw: str, code: str
) -> None:
    _met_bijlagen(content, oud, nieuw)

    bevinding = _only_fout(content)

    assert bevinding.code == code
    assert bevinding.plek == f"{BIEDINGEN}:{line_of(content, BIEDINGEN, nieuw)}"


STEMMEN = "dorp/voorbeeld/stemmen-2024.md"
STEMKOP = "# Stemmen\n\n| partij | eerste | tweede | derde |\n|---|---|---|---|\n"


def test_votes_are_themas_and_afspraken_and_may_be_left_out(content: Path) -> None:
    assert _voorbeeld(content).stemmen == ()
    (content / STEMMEN).write_text(f"{STEMKOP}| domesta | wonen | bouwen | |\n", "utf-8")

    assert _voorbeeld(content).stemmen == (VoorbeeldStem("domesta", ("wonen", "bouwen")),)


@pytest.mark.parametrize(
    ("rij", "melding"),
    [
        ("| domusta | wonen | | |", "De partij 'domusta' is niet bekend."),
        ("| domesta | parkeren | | |", "Het onderwerp 'parkeren' bestaat niet in Dorp."),
        ("| domesta | wonen | wonen | |", "Een onderwerp is twee keer genoemd."),
    ],
)
def test_a_vote_that_cannot_be_cast_is_named_with_its_line(
    content: Path, rij: str, melding: str
) -> None:
    (content / STEMMEN).write_text(f"{STEMKOP}{rij}\n", "utf-8")

    fout = _only_fout(content)

    assert (fout.code, fout.melding, fout.plek) == ("I120", melding, f"{STEMMEN}:5")
