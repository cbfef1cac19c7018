"""Sums over gemeenten: each amount once, and every division of the country gives the total."""

from decimal import Decimal

import numpy as np
import pendulum
from hypothesis import given, settings
from hypothesis import strategies as st

from cycle.analysis.landelijk import merge_landelijk
from cycle.analysis.landelijkframes import Bron
from cycle.analysis.optellen import tel_op
from cycle.analysis.optelling import SOMMEN, tel_gemeenten, tel_regios
from cycle.domain.afspraak import SAMEN, Afspraak, Rol
from cycle.domain.bieding import Bieding, Deelname, Voorraadstand
from cycle.domain.optelling import LANDELIJK, Optelling, Optelregel
from cycle.domain.plek import Plek
from cycle.domain.regio import Herindeling, Regiodeel, Regios
from tests.builders import (
    INDICATOREN,
    JAAR,
    PARTIJEN,
    een_afspraak,
    een_antwoord,
    een_bieding,
    een_cel,
    een_doel,
    een_indicator,
    een_partij,
    een_realisatie,
    een_samenwerking,
)
from tests.cycle.analysis.landelijkbouw import CODES, een_land

PLEK = Plek("regios.toml", 1)
NOORD = Regios(
    (
        Regiodeel("provincie", "Noord", "Dorp", PLEK),
        Regiodeel("provincie", "Zuid", "Stad", PLEK),
        Regiodeel("woondeal", "Alles", "Dorp", PLEK),
        Regiodeel("woondeal", "Alles", "Stad", PLEK),
    )
)
TWEE = {"domesta": Rol.TREKKER, "woonservice": Rol.UITVOERDER}


def een_bron(
    *biedingen: Bieding, afspraken: tuple[Afspraak, ...], gemeente: str = "Dorp", **anders: object
) -> Bron:
    """Return a samenwerking about one gemeente, with its biedingen."""
    code = gemeente.lower()
    inhoud = een_samenwerking(*afspraken, code=code, gemeente=gemeente, **anders)
    return Bron(inhoud, biedingen)


def bied(bod: str, partij: str = "domesta", code: str = "A01-NB_DAEB") -> Bieding:
    """Return a bieding of one answer."""
    return een_bieding(een_antwoord(code, bod), partij=partij, inzending=f"inzending-{partij}")


def tel(*bronnen: Bron, regios: Regios = NOORD) -> Optelling:
    """Return the sums in every indeling."""
    return tel_op(bronnen, JAAR, regios, regios.indelingen)


def totaal(optelling: Optelling, indicator: str = "NB_DAEB") -> Optelregel:
    """Return the row of all gemeenten together."""
    [regel] = [r for r in optelling.indelingen[LANDELIJK] if r.indicator == indicator]
    return regel


EIGEN = (een_afspraak(1, een_doel(van=JAAR), inzet=TWEE),)
SAMEN_DOEL = een_doel("NB_DAEB", "300", partij=SAMEN, van=JAAR)


@settings(max_examples=15, deadline=None)
@given(zaad=st.integers(0, 10_000), regios=st.integers(1, 9), gemeenten=st.integers(1, 9))
def test_sum_over_regios_equals_the_total_to_the_unit(
    zaad: int, regios: int, gemeenten: int
) -> None:
    frames = een_land(gemeenten, 2, 12, zaad)
    toeval = np.random.default_rng(zaad)
    plaats = {f"gemeente-{n}": f"regio-{toeval.integers(regios)}" for n in range(gemeenten)}
    regels = merge_landelijk(frames, JAAR, {}).regels
    per_gemeente = tel_gemeenten(regels, frames.gewichten, {"KK_P": "VRD_DAEB"})

    per_regio = tel_regios(per_gemeente, plaats.__getitem__)
    alles = tel_regios(per_gemeente, lambda _: "land")

    velden = list(SOMMEN)
    opgeteld = per_regio.groupby("indicator", observed=True)[velden].sum(min_count=1).fillna(-1)
    vast = alles.set_index("indicator")[velden].fillna(-1)
    opgeteld.loc["KK_P", "bod"] = vast.loc["KK_P", "bod"] = 0  # a mean, which never adds up
    assert opgeteld.loc[vast.index].to_dict() == vast.to_dict()
    assert len(vast) == len(CODES)


def test_regios_of_every_indeling_add_up_to_the_total() -> None:
    dorp = een_bron(bied("30"), afspraken=EIGEN)
    stad = een_bron(bied("12"), afspraken=EIGEN, gemeente="Stad")

    uit = tel(dorp, stad)

    assert totaal(uit).bod == 42
    assert [(r.regio, r.bod) for r in uit.indelingen["provincie"]] == [("Noord", 30), ("Zuid", 12)]
    assert [(r.regio, r.bod) for r in uit.indelingen["woondeal"]] == [("Alles", 42)]
    assert uit.indelingen["woondeal"][0].gemeenten == ("Dorp", "Stad")


def test_gemeente_without_a_regio_keeps_a_row_of_its_own() -> None:
    uit = tel(een_bron(bied("30"), afspraken=EIGEN, gemeente="Eiland"))

    [regel] = uit.indelingen["provincie"]
    assert (regel.regio, regel.is_los, regel.bod) == ("Eiland", True, 30)


def test_herindeling_counts_at_the_opvolger_from_its_year() -> None:
    regios = Regios(
        (
            Regiodeel("provincie", "Noord", "Nieuwstad", PLEK, van=JAAR),
            Regiodeel("provincie", "Zuid", "Dorp", PLEK, tot_en_met=JAAR - 1),
        ),
        (Herindeling("Dorp", "Nieuwstad", JAAR, PLEK),),
    )
    bron = een_bron(bied("30"), afspraken=EIGEN)

    nu = tel(bron, regios=regios)
    vorig = tel_op([bron], JAAR - 1, regios, regios.indelingen)

    assert [r.regio for r in nu.indelingen["provincie"]] == ["Noord"]
    assert [r.regio for r in vorig.indelingen["provincie"]] == ["Zuid"]


def test_doel_of_all_together_is_not_added_to_those_of_the_partijen() -> None:
    doelen = (SAMEN_DOEL, een_doel(van=JAAR), een_doel(van=JAAR, partij="woonservice"))
    afspraak = een_afspraak(1, *doelen, inzet=TWEE)

    regel = totaal(tel(een_bron(bied("30"), bied("9", "woonservice"), afspraken=(afspraak,))))

    assert (regel.doel, regel.bod, regel.onbekend) == (300, 39, {})


def test_one_indicator_in_two_afspraken_counts_once_and_a_difference_is_named() -> None:
    afspraken = (een_afspraak(1, een_doel(van=JAAR)), een_afspraak(2, een_doel(van=JAAR)))
    zelfde = een_bieding(een_antwoord("A01-NB_DAEB", "30"), een_antwoord("A02-NB_DAEB", "30"))
    anders = een_bieding(een_antwoord("A01-NB_DAEB", "30"), een_antwoord("A02-NB_DAEB", "40"))

    gelijk = tel(een_bron(zelfde, afspraken=afspraken))
    verschil = tel(een_bron(anders, afspraken=afspraken))

    assert (totaal(gelijk).bod, totaal(gelijk).doel) == (30, 100)
    assert gelijk.bevindingen == ()
    assert totaal(verschil).bod == 40
    [bevinding] = verschil.bevindingen
    assert bevinding.code == "K507"
    assert "30 bij afspraak 1 en 40 bij afspraak 2" in bevinding.melding


def test_doel_for_a_wider_area_is_left_out() -> None:
    breed = een_afspraak(1, een_doel(van=JAAR, gebied="hele werkgebied"))

    assert tel(een_bron(bied("30"), afspraken=(breed,))).indelingen[LANDELIJK] == ()


def test_what_is_not_known_is_counted_beside_the_sum_and_is_not_zero() -> None:
    afspraken = (een_afspraak(1, een_doel(), een_doel(partij="woonservice"), inzet=TWEE),)
    bekend = tuple(een_realisatie("10", jaar) for jaar in (2023, 2024, 2025))

    regel = totaal(tel(een_bron(bied("30"), afspraken=afspraken, realisaties=bekend)))

    assert (regel.doel, regel.realisatie, regel.bod) == (200, 30, 30)
    assert regel.onbekend == {"realisatie": 1, "rest": 1, "nodig": 1, "bod": 1}


def test_who_does_not_take_part_is_known_to_offer_nothing() -> None:
    weigert = een_bieding(een_antwoord("A01-NB_DAEB", deelname=Deelname.NEE), partij="woonservice")
    afspraak = een_afspraak(1, SAMEN_DOEL, inzet=TWEE)

    regel = totaal(tel(een_bron(bied("30"), weigert, afspraken=(afspraak,))))

    assert (regel.bod, regel.onbekend) == (30, {})


def een_aandeel(*voorraad: str) -> Optelregel:
    """Return the share of two corporaties of 10% and 20%, with these amounts of stock."""
    catalogus = INDICATOREN | {
        "KK_P": een_indicator("KK_P", eenheid="%", aard=INDICATOREN["KK_P"].aard, weging="VRD_DAEB")
    }
    doel = een_doel("KK_P", "15", partij=SAMEN)
    partijen = tuple(TWEE)
    biedingen = tuple(
        een_bieding(
            een_antwoord("A01-KK_P", aandeel),
            partij=partij,
            voorraad=(Voorraadstand("VRD_DAEB", Decimal(stand), een_cel()),) if stand else (),
        )
        for partij, aandeel, stand in zip(partijen, ("10", "20"), voorraad, strict=True)
    )
    afspraken = (een_afspraak(1, doel, inzet=TWEE),)
    bron = een_bron(*biedingen, afspraken=afspraken, indicatoren=catalogus)
    return totaal(tel(bron), "KK_P")


def test_shares_are_weighed_by_their_denominator_and_never_added() -> None:
    regel = een_aandeel("3000", "1000")

    assert (regel.bod, regel.doel, regel.onbekend) == (Decimal("12.5"), None, {})


def test_share_without_its_denominator_is_counted_as_not_known() -> None:
    assert een_aandeel("3000", "").bod == 10
    assert een_aandeel("3000", "").onbekend == {"bod": 1}
    assert een_aandeel("", "").bod is None


def test_two_biedingen_of_what_is_now_one_partij_count_once_each() -> None:
    opgegaan = een_partij("woonservice", opvolger="domesta", opgevolgd_op=pendulum.date(JAAR, 1, 1))
    partijen = tuple(opgegaan if p.code == "woonservice" else p for p in PARTIJEN)
    afspraak = een_afspraak(1, SAMEN_DOEL, inzet=TWEE)

    uit = tel(
        een_bron(bied("30"), bied("9", "woonservice"), afspraken=(afspraak,), partijen=partijen)
    )

    assert totaal(uit).bod == 39
    assert uit.bevindingen == ()


def test_every_sum_is_exactly_what_its_sources_say() -> None:
    dorp = een_samenwerking(
        een_afspraak(1, een_doel(waarde="100")), een_afspraak(2, een_doel(waarde="80"))
    )
    antwoorden = (een_antwoord("A01-NB_DAEB", "20"), een_antwoord("A02-NB_DAEB", "30"))
    bron = Bron(dorp, (een_bieding(*antwoorden),))

    uit = tel_op([bron], JAAR, Regios((), ()), ())

    (regel,) = uit.indelingen[LANDELIJK]
    assert (regel.doel, regel.bod) == (100, 30)
    assert [b.regelcode for b in regel.bronnen["doel"]] == ["A01-NB_DAEB"]
    assert [(b.regelcode, b.inzending, b.cel) for b in regel.bronnen["bod"]] == [
        ("A02-NB_DAEB", "inzending-1", "Bieding!F7")
    ]


def test_offer_that_a_voorganger_left_open_is_counted_as_not_known() -> None:
    opgegaan = een_partij("woonservice", opvolger="domesta", opgevolgd_op=pendulum.date(JAAR, 1, 1))
    partijen = tuple(opgegaan if p.code == "woonservice" else p for p in PARTIJEN)
    eigen = tuple(een_doel("NB_DAEB", "100", partij=partij) for partij in TWEE)
    onbekend = een_bieding(
        een_antwoord("A01-NB_DAEB"), partij="woonservice", inzending="inzending-2"
    )

    uit = tel(
        een_bron(
            bied("30"),
            onbekend,
            afspraken=(een_afspraak(1, *eigen, inzet=TWEE),),
            partijen=partijen,
        )
    )

    assert (totaal(uit).bod, totaal(uit).onbekend["bod"]) == (30, 1)
