"""How a samenwerking reminds: what it says itself goes before the default, and must rise."""

from pathlib import Path

import pytest

from cycle.domain.ladder import LADDERS, Herinnerregels, Trede, Weekdag
from cycle.domain.verplichting import Soort
from tests.cycle.library.builders import line_of, only_fout, open_bibliotheek, plant

TOML = "dorp/samenwerking.toml"
VOOR = '[[kader]]\ntitel = "Woonvisie Dorp"'


def _regels(content: Path, blok: str) -> Herinnerregels:
    """Return what was read when this block stands in the file."""
    plant(content, TOML, VOOR, f"{blok}\n\n{VOOR}")
    return open_bibliotheek(content).load("dorp").herinnerregels


def test_without_a_block_the_default_holds(content: Path) -> None:
    regels = open_bibliotheek(content).load("dorp").herinnerregels

    assert regels == Herinnerregels(LADDERS, Weekdag.MAANDAG)


def test_own_distances_and_an_own_day_go_before_the_default(content: Path) -> None:
    regels = _regels(
        content,
        '[herinneringen]\nweekoverzicht = "donderdag"\n\n'
        "[herinneringen.bieding]\naankondiging = 15\nte-laat = 1\n"
        'zonder = ["plaatsvervanger"]\n\n[herinneringen.reactie]\naankondiging = 8',
    )

    assert regels.weekoverzicht is Weekdag.DONDERDAG
    assert dict(regels.ladder(Soort.BIEDING)) == {
        Trede.AANKONDIGING: -15,
        Trede.HERINNERING: -5,
        Trede.LAATSTE: -1,
        Trede.TE_LAAT: 1,
        Trede.COORDINATOR: 6,
    }
    assert regels.ladder(Soort.REACTIE)[0] == (Trede.AANKONDIGING, -8)
    assert regels.ladder(Soort.BESLUIT) == LADDERS[Soort.BESLUIT]


@pytest.mark.parametrize(
    ("regel", "code", "melding"),
    [
        ("aankondiging = 5", "I180", "lopen niet op"),
        ("laatste = 7", "I180", "lopen niet op"),
        ("te-laat = 0", "I180", "lopen niet op"),
        ("coordinator = 3", "I180", "lopen niet op"),
        ('laatste = "1"', "I112", "hoort een heel getal"),
        ('zonder = ["telaat"]', "I113", "kan 'telaat' niet"),
        ("te_laat = 2", "I110", "De sleutel 'te_laat' is niet bekend."),
    ],
)
def test_a_ladder_that_does_not_rise_is_a_finding_with_its_place(
    content: Path, regel: str, code: str, melding: str
) -> None:
    plant(content, TOML, VOOR, f"[herinneringen.bieding]\n{regel}\n\n{VOOR}")

    fout = only_fout(content)

    assert (fout.code, melding in fout.melding) == (code, True)
    kop = "[herinneringen.bieding]" if code == "I180" else regel
    assert fout.plek == f"{TOML}:{line_of(content, TOML, kop)}"


def test_an_unknown_kind_of_obligation_is_a_finding(content: Path) -> None:
    plant(content, TOML, VOOR, f"[herinneringen.biedig]\nlaatste = 1\n\n{VOOR}")

    fout = only_fout(content)

    assert (fout.code, fout.advies) == ("I110", "Bedoelt u 'bieding'?")


def test_a_partij_may_have_a_deputy(content: Path) -> None:
    plant(
        content,
        TOML,
        'mail = "secretaris@huurders.example"',
        'mail = "secretaris@huurders.example"\n'
        'plaatsvervanger = "voorzitter"\nplaatsvervanger_mail = "voorzitter@huurders.example"',
    )

    huurders = open_bibliotheek(content).load("dorp").partij("huurders")

    assert huurders.plaatsvervanger == "voorzitter"
    assert huurders.plaatsvervanger_mail == "voorzitter@huurders.example"


@pytest.mark.parametrize(
    ("regel", "code", "melding"),
    [
        ('plaatsvervanger = "voorzitter"', "I111", "ontbreekt de sleutel 'plaatsvervanger_mail'"),
        ('plaatsvervanger_mail = "a@b.example"', "I111", "ontbreekt de sleutel 'plaatsvervanger'"),
    ],
)
def test_a_deputy_has_a_function_and_an_address(
    content: Path, regel: str, code: str, melding: str
) -> None:
    plant(content, TOML, 'code = "huurders"', f'code = "huurders"\n{regel}')

    fout = only_fout(content)

    assert (fout.code, melding in fout.melding) == (code, True)
    assert fout.plek == f"{TOML}:{line_of(content, TOML, regel)}"


def test_the_address_of_a_deputy_is_checked(content: Path) -> None:
    regels = 'plaatsvervanger = "voorzitter"\nplaatsvervanger_mail = "voorzitter"'
    plant(content, TOML, 'code = "huurders"', f'code = "huurders"\n{regels}')

    assert only_fout(content).melding == "'voorzitter' is geen mailadres."
