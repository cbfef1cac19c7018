"""Content: kaders that expire, doelen that do not add up, doubts; nothing else."""

import shutil
from dataclasses import replace
from pathlib import Path

import pendulum
import pytest

from cycle.analysis.inhoudcontrole import (
    check_doelen,
    check_kaders,
    check_samenwerking,
    check_voorbeeldtekst,
)
from cycle.domain.afspraak import Afspraak, DoelSoort, Rol, Teken
from cycle.domain.bevinding import has_fouten
from cycle.library import MapBibliotheek
from tests.builders import (
    ROOT,
    echte_bibliotheek,
    een_afspraak,
    een_doel,
    een_kader,
    een_samenwerking,
)

HOOGEVEEN = echte_bibliotheek().load("hoogeveen")
TWEE = {"domesta": Rol.TREKKER, "woonservice": Rol.UITVOERDER}


def gedeeld(samen: str = "17", teken: Teken = Teken.PRECIES, **delen: str) -> Afspraak:
    """Return an afspraak of two corporaties with a shared target and one for each."""
    return een_afspraak(
        20,
        een_doel("NB_DAEB", samen, partij="samen", teken=teken),
        *(een_doel("NB_DAEB", waarde, partij=partij) for partij, waarde in delen.items()),
        inzet=TWEE,
    )


def met_extra(**anders: object) -> Afspraak:
    """Return 7 + 10 = 17 with one more target of 3 of Domesta."""
    afspraak = gedeeld(domesta="7", woonservice="10")
    return replace(afspraak, doelen=(*afspraak.doelen, een_doel("NB_DAEB", "3", **anders)))


def test_hoogeveen_finds_exactly_the_kaders_that_expire_before_the_agreement() -> None:
    meldingen = [b.melding for b in check_kaders(HOOGEVEEN)]

    assert len(meldingen) == 2
    assert "Woonzorgvisie" in meldingen[0]
    assert "tot en met 31 december 2026" in meldingen[0]
    assert "Woonconcept" in meldingen[1]
    assert "tot en met 1 maart 2026" in meldingen[1]
    assert all("langer: tot en met 31 december 2027" in melding for melding in meldingen)


def test_hoogeveen_has_no_other_findings_than_table_kaders_and_doubts() -> None:
    bevindingen = check_samenwerking(HOOGEVEEN)

    twijfels = sum(len(a.twijfels) for a in HOOGEVEEN.afspraken)
    codes = [b.code for b in bevindingen]
    assert codes == ["C401"] + ["I602"] * twijfels + ["I601"] * 2
    assert twijfels > 0
    assert not has_fouten(bevindingen)


def test_every_finding_points_to_a_line_of_a_file() -> None:
    for bevinding in check_samenwerking(HOOGEVEEN):
        bestand, _, regel = bevinding.plek.partition(":")
        assert bestand.startswith("hoogeveen/")
        assert int(regel) > 0


def test_a_kader_that_lasts_as_long_as_the_agreement_is_fine() -> None:
    laatste = pendulum.date(2027, 12, 31)
    samenwerking = een_samenwerking(kaders=(een_kader(laatste), een_kader(None)))

    assert check_kaders(samenwerking) == []


def test_a_kader_that_ends_one_day_early_is_found() -> None:
    samenwerking = een_samenwerking(kaders=(een_kader(pendulum.date(2027, 12, 30)),))

    (bevinding,) = check_samenwerking(samenwerking)

    assert (bevinding.code, bevinding.plek) == ("I601", "dorp/thema-1.md:20")


def test_the_standplaatsen_of_hoogeveen_add_up() -> None:
    (afspraak,) = [a for a in HOOGEVEEN.afspraken if a.nummer == 20]

    assert [str(d.waarde) for d in afspraak.doelen] == ["17", "7", "10"]
    assert check_doelen(HOOGEVEEN, afspraak) == []


def test_a_planted_total_of_18_is_found_with_both_numbers() -> None:
    (afspraak,) = [a for a in HOOGEVEEN.afspraken if a.nummer == 20]
    samen = replace(afspraak.doelen[0], waarde=afspraak.doelen[0].waarde + 1)

    (bevinding,) = check_doelen(HOOGEVEEN, replace(afspraak, doelen=(samen, *afspraak.doelen[1:])))

    assert bevinding.melding == (
        "Afspraak 20: samen is 18 standplaatsen afgesproken, "
        "maar de doelen per partij zijn samen 17."
    )
    assert bevinding.plek == str(samen.plek)


@pytest.mark.parametrize(
    ("teken", "samen", "aantal"),
    [
        (Teken.PRECIES, "16", 1),
        (Teken.MINSTENS, "16", 0),
        (Teken.MINSTENS, "18", 1),
        (Teken.HOOGSTENS, "18", 0),
        (Teken.HOOGSTENS, "16", 1),
        (Teken.CIRCA, "99", 0),
    ],
)
def test_the_operator_says_whether_the_parts_fit(teken: Teken, samen: str, aantal: int) -> None:
    afspraak = gedeeld(samen, teken, domesta="7", woonservice="10")

    assert len(check_doelen(een_samenwerking(), afspraak)) == aantal


def test_parts_are_compared_only_when_every_partij_that_delivers_has_one() -> None:
    assert check_doelen(een_samenwerking(), gedeeld(domesta="7")) == []


def test_percentages_are_never_added() -> None:
    doelen = [een_doel("KK_P", "15", partij=p) for p in ("samen", "domesta", "woonservice")]

    assert check_doelen(een_samenwerking(), een_afspraak(1, *doelen, inzet=TWEE)) == []


def test_an_expectation_beside_a_norm_is_not_added_to_it() -> None:
    assert check_doelen(een_samenwerking(), met_extra(soort=DoelSoort.VERWACHT)) == []


def test_expectations_count_where_a_partij_has_no_norm() -> None:
    delen = [
        een_doel("NETTO", waarde, partij=partij, soort=DoelSoort.VERWACHT)
        for partij, waarde in (("domesta", "200"), ("woonservice", "100"))
    ]
    samen = een_doel("NETTO", "320", partij="samen")

    (bevinding,) = check_doelen(een_samenwerking(), een_afspraak(1, samen, *delen, inzet=TWEE))

    assert "samen 300" in bevinding.melding


def test_a_doel_for_another_period_is_not_added() -> None:
    assert check_doelen(een_samenwerking(), met_extra(van=2028, tot_en_met=2030)) == []


def test_a_doel_for_a_larger_area_is_never_added() -> None:
    assert check_doelen(een_samenwerking(), met_extra(gebied="hele werkgebied")) == []


def test_a_shared_doel_for_a_larger_area_is_compared_with_nothing() -> None:
    afspraak = gedeeld("99", domesta="7", woonservice="10")
    samen = replace(afspraak.doelen[0], gebied="provincie")

    assert (
        check_doelen(een_samenwerking(), replace(afspraak, doelen=(samen, *afspraak.doelen[1:])))
        == []
    )


def test_each_doubt_about_the_source_is_listed_with_its_afspraak() -> None:
    samenwerking = een_samenwerking(een_afspraak(3, twijfels=("Van wie?", "Tot wanneer?")))

    bevindingen = check_samenwerking(samenwerking)

    assert [b.melding for b in bevindingen] == ["Afspraak 3: Van wie?", "Afspraak 3: Tot wanneer?"]
    assert {(b.code, b.plek) for b in bevindingen} == {("I602", "dorp/thema-1.md:3")}


def test_text_of_the_example_is_named_once_per_place() -> None:
    afspraak = een_afspraak(3, tekst="Beschrijf hier de afspraak.")
    samenwerking = een_samenwerking(afspraak, inleiding="Dit is Dorp. Vul hier de inleiding in.")
    (thema,) = samenwerking.themas
    thema = replace(thema, context="Beschrijf hier dit.", ambitie="Beschrijf hier dat.")

    bevindingen = check_samenwerking(replace(samenwerking, themas=(thema,)))

    assert [(b.code, b.plek) for b in bevindingen] == [
        ("I603", f"{samenwerking.code}/inleiding.md"),
        ("I603", afspraak.plek.bestand),
        ("I603", str(afspraak.plek)),
    ]
    assert not has_fouten(bevindingen)


def test_a_new_samenwerking_still_has_the_text_of_the_example(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    bibliotheek = MapBibliotheek(content, ROOT / "templates" / "samenwerking")
    bibliotheek.create("dorp")

    bevindingen = check_voorbeeldtekst(bibliotheek.load("dorp"))

    assert [b.plek for b in bevindingen] == [
        "dorp/inleiding.md",
        "dorp/thema-1-bouwen.md",
        "dorp/thema-1-bouwen.md:9",
    ]
