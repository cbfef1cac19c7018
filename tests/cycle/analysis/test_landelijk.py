"""Any number of gemeenten in frames: the same figures, and nothing lost on the way."""

import math
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest

from cycle.analysis.frames import (
    AFSPRAKEN,
    BIEDINGEN,
    FASERING,
    GEWICHTEN,
    JAARSCHIJF_REGELS,
    REALISATIE,
    Frames,
    as_frame,
    check_frame,
)
from cycle.analysis.landelijk import Landelijk, merge_landelijk
from cycle.analysis.landelijkframes import Bron, build_frames
from cycle.analysis.samenvoegen import merge_jaarschijf
from cycle.domain.afspraak import SAMEN, Rol
from cycle.domain.bieding import Bieding, BiedingRegel, Deelname
from cycle.domain.formulier import regelcode, vragen
from cycle.domain.indicator import INZET
from cycle.domain.samenwerking import Samenwerking
from tests.builders import (
    INDICATOREN,
    JAAR,
    echte_bibliotheek,
    een_afspraak,
    een_antwoord,
    een_bieding,
    een_cel,
    een_doel,
    een_indicator,
    een_realisatie,
    een_samenwerking,
    een_voorstel,
)
from tests.cycle.analysis.landelijkbouw import een_land

Rij = dict[str, Any]
VELDEN = ("doel", "realisatie", "rest", "bod", "verschil", "na_bod_rest", "tempo", "oordeel")
EENHEDEN = {"NB_DAEB": "woningen"}


def afspraak(**anders: Any) -> Rij:  # noqa: ANN401 - the value of any column
    """Return the row of a doel of 700 for 2023 t/m 2027."""
    return {
        "afspraak_id": "doel-1",
        "gemeente": "Dorp",
        "afspraak_nr": 1,
        "indicator": "NB_DAEB",
        "partij": "domesta",
        "doel_norm": 700.0,
        "kwalificatie": ">=",
        "richting": "min",
        "aard": "stroom",
        "scope": "gemeente",
        "van": 2023,
        "tot": 2027,
    } | anders


def bod(waarde: float | None = 160.0, **anders: Any) -> Rij:  # noqa: ANN401 - as above
    """Return the row of an answer to that doel."""
    return {
        "inzending_id": "inzending-1",
        "gemeente": "Dorp",
        "afspraak_nr": 1,
        "indicator": "NB_DAEB",
        "partij": "domesta",
        "eenheid": "woningen",
        "status": "ja",
        "bod": waarde,
        "cel": "Bieding!I7",
    } | anders


def bereikt(waarde: float | None, jaar: int, **anders: Any) -> Rij:  # noqa: ANN401 - as above
    """Return the row of a report."""
    vast = {"afspraak_id": "doel-1", "partij": "domesta", "jaar": jaar, "waarde": waarde}
    return vast | anders


DOMESTA = (bereikt(120, 2023), bereikt(70, 2024), bereikt(70, 2025))


def voeg_samen(
    afspraken: list[Rij],
    biedingen: list[Rij],
    realisatie: tuple[Rij, ...] = (),
    fasering: tuple[Rij, ...] = (),
) -> Landelijk:
    """Return the merge of these rows for 2026."""
    frames = Frames(
        afspraken=as_frame(AFSPRAKEN, afspraken),
        fasering=as_frame(FASERING, fasering),
        realisatie=as_frame(REALISATIE, realisatie),
        biedingen=as_frame(BIEDINGEN, biedingen),
        gewichten=as_frame(GEWICHTEN),
    )
    return merge_landelijk(frames, JAAR, EENHEDEN)


def een(landelijk: Landelijk, partij: str = "domesta") -> Rij:
    """Return the one line of this partij, unknown as None."""
    regels = landelijk.regels[landelijk.regels["partij"] == partij]
    (regel,) = regels.to_dict("records")
    return {naam: None if pd.isna(waarde) else waarde for naam, waarde in regel.items()}


def test_the_domesta_example_in_a_frame() -> None:
    regel = een(voeg_samen([afspraak()], [bod()], DOMESTA))

    assert (regel["realisatie"], regel["rest"], regel["nodig_dit_jaar"]) == (260, 440, 220)
    assert (regel["bod"], regel["verschil"], regel["na_bod_rest"]) == (160, -60, 280)
    assert (regel["tempo"], regel["oordeel"]) == (280, "loopt achter")


def test_agreed_fasering_replaces_the_straight_line() -> None:
    fasering = ({"afspraak_id": "doel-1", "jaar": JAAR, "waarde": 150.0},)

    regel = een(voeg_samen([afspraak()], [bod()], DOMESTA, fasering))

    assert (regel["nodig_dit_jaar"], regel["verschil"]) == (150, 10)


@pytest.mark.parametrize("meldingen", [DOMESTA[:2], (*DOMESTA[:2], bereikt(None, 2025))])
def test_a_year_that_is_unknown_or_missing_is_never_zero(meldingen: tuple[Rij, ...]) -> None:
    regel = een(voeg_samen([afspraak()], [bod()], meldingen))

    assert (regel["realisatie"], regel["rest"], regel["oordeel"]) == (None, None, "niet te bepalen")


def test_a_period_that_begins_this_year_has_reached_zero() -> None:
    assert een(voeg_samen([afspraak(van=JAAR)], [bod()]))["realisatie"] == 0


def test_a_snapshot_takes_the_last_year_and_is_never_added_over_years() -> None:
    regel = een(voeg_samen([afspraak(aard="stand")], [bod()], DOMESTA))

    assert (regel["realisatie"], regel["rest"]) == (70, None)


def test_both_gap_lists_name_what_has_no_counterpart() -> None:
    uit = voeg_samen(
        [afspraak(), afspraak(afspraak_id="doel-2", partij="woonservice")],
        [bod(), bod(afspraak_nr=9), {"inzending_id": "x", "gemeente": "Dorp", "ruw": "1 tuin"}],
    )

    assert list(uit.zonder_bod["partij"]) == ["woonservice"]
    assert len(uit.zonder_afspraak) == 2
    assert set(uit.zonder_afspraak["inzending_id"]) == {"inzending-1", "x"}


def test_of_two_answers_to_one_question_the_last_counts_and_the_first_is_named() -> None:
    uit = voeg_samen([afspraak()], [bod(100.0), bod(160.0, inzending_id="inzending-2")])

    assert een(uit)["bod"] == 160
    assert list(uit.dubbel["bod"]) == [100]


def test_two_activities_for_one_afspraak_are_added() -> None:
    uit = voeg_samen([afspraak()], [bod(100.0, activiteit_id="a"), bod(60.0, activiteit_id="b")])

    assert een(uit)["bod"] == 160
    assert uit.dubbel.empty
    assert uit.bronregels(0) == (("inzending-1", "Bieding!I7"), ("inzending-1", "Bieding!I7"))


SAMEN_EN_TWEE = [
    afspraak(partij=SAMEN),
    afspraak(afspraak_id="doel-2", doel_norm=None),
    afspraak(afspraak_id="doel-3", doel_norm=None, partij="woonservice"),
]


def test_joint_work_counts_once_at_the_trekker_and_shows_who_helps() -> None:
    uit = voeg_samen(
        SAMEN_EN_TWEE,
        [
            bod(50.0, activiteit_id="wijk", trekker=True),
            bod(50.0, activiteit_id="wijk", trekker=False, partij="woonservice"),
        ],
    )

    assert een(uit, SAMEN)["bod"] == 50
    assert een(uit, "woonservice")["bod"] == 50
    assert een(uit, "woonservice")["bod_telt"] is None
    assert uit.bronregels(0) == (("inzending-1", "Bieding!I7"),)
    assert uit.trekkers.empty


@pytest.mark.parametrize("trekt", [(True, True), (False, False), (None, None)])
def test_joint_work_without_one_trekker_is_named_and_its_sum_is_unknown(
    trekt: tuple[bool | None, bool | None],
) -> None:
    uit = voeg_samen(
        SAMEN_EN_TWEE,
        [
            bod(50.0, activiteit_id="wijk", trekker=trekt[0]),
            bod(50.0, activiteit_id="wijk", trekker=trekt[1], partij="woonservice"),
        ],
    )

    assert len(uit.trekkers) == 2
    assert een(uit, SAMEN)["bod"] is None
    assert een(uit)["bod"] == 50


def test_shared_doel_waits_for_every_partij_that_was_asked() -> None:
    regel = een(voeg_samen(SAMEN_EN_TWEE, [bod(50.0)], DOMESTA), SAMEN)

    assert (regel["bod"], regel["verschil"], regel["oordeel"]) == (50, None, "niet te bepalen")


def test_doel_for_a_wider_area_stays_out_of_the_sum() -> None:
    breder = [*SAMEN_EN_TWEE[:2], SAMEN_EN_TWEE[2] | {"scope": "corporatie"}]

    regel = een(voeg_samen(breder, [bod(50.0), bod(9.0, partij="woonservice")]), SAMEN)

    assert regel["bod"] == 50


def test_number_in_another_unit_is_named_and_not_used() -> None:
    uit = voeg_samen([afspraak()], [bod(eenheid="euro")], DOMESTA)

    assert list(uit.eenheden["eenheid"]) == ["euro"]
    assert een(uit)["bod"] is None


def test_shares_of_two_rows_are_never_added() -> None:
    rijen = [afspraak(aard="aandeel")]
    twee = [bod(10.0, activiteit_id="a"), bod(20.0, activiteit_id="b")]

    assert een(voeg_samen(rijen, twee))["bod"] is None
    assert een(voeg_samen(rijen, [rij | {"bod": 10.0} for rij in twee]))["bod"] == 10


def test_of_several_periods_the_one_that_holds_the_year_counts() -> None:
    oud = afspraak(afspraak_id="doel-0", doel_norm=90.0, van=2019, tot=2022)

    assert een(voeg_samen([oud, afspraak()], [bod()]))["doel"] == 700


def test_columns_and_dtypes_are_those_of_the_catalogue_of_frames() -> None:
    frames = een_land(2, 2, 6)

    check_frame(frames.afspraken, AFSPRAKEN)
    check_frame(frames.biedingen, BIEDINGEN)
    check_frame(merge_landelijk(frames, JAAR, EENHEDEN).regels, JAARSCHIJF_REGELS)
    check_frame(voeg_samen([], []).regels, JAARSCHIJF_REGELS)


def test_frame_of_another_shape_is_refused() -> None:
    with pytest.raises(TypeError, match="'jaar' is Float64, not Int64"):
        check_frame(as_frame(FASERING).astype({"jaar": "Float64"}), FASERING)
    with pytest.raises(TypeError, match="'waarde' is missing"):
        check_frame(as_frame(FASERING)[["afspraak_id", "jaar"]], FASERING)


def _verwacht(rij: Rij, meldingen: list[float | None], fasering: float | None) -> Rij:
    """Return one line of a country by plain fractions, written without the product."""
    is_stroom, doel, jaren = rij["aard"] == "stroom", Fraction(rij["doel_norm"]), rij["tot"] - JAAR
    bod_ = None if pd.isna(rij["bod"]) else Fraction(rij["bod"])
    bekend = [Fraction(m) for m in meldingen if m is not None]
    bereikt_ = None if None in meldingen else sum(bekend, Fraction(0))
    rest = None if bereikt_ is None or not is_stroom else max(doel - bereikt_, Fraction(0))
    nodig = doel if not is_stroom else None
    if rest is not None:
        nodig = Fraction(math.ceil(rest / (jaren + 1)))
    if fasering is not None:
        nodig = Fraction(fasering)
    over = None if rest is None or bod_ is None else max(rest - bod_, Fraction(0))
    return {
        "realisatie": bereikt_,
        "rest": rest,
        "nodig_dit_jaar": nodig,
        "verschil": None if bod_ is None or nodig is None else bod_ - nodig,
        "na_bod_rest": over,
        "tempo": None if over is None or not jaren else Fraction(math.ceil(over / jaren)),
    }


def test_a_thousand_lines_agree_with_plain_fractions() -> None:
    frames = een_land(4, 5, 60, zaad=7)  # 1,200 lines
    toeval = np.random.default_rng(7)
    onbekend = [toeval.random() < 1 / 30 for _ in range(len(frames.realisatie))]
    frames = replace(
        frames,
        realisatie=frames.realisatie.assign(waarde=frames.realisatie["waarde"].mask(onbekend)),
        afspraken=frames.afspraken.assign(richting="min"),
    )
    frames = replace(frames, afspraken=frames.afspraken.astype({"richting": "category"}))
    gevraagd = frames.afspraken.to_dict("records")
    sleutel = ["gemeente", "afspraak_nr", "indicator", "partij"]
    boden = {
        tuple(rij[naam] for naam in sleutel): rij["bod"]
        for rij in frames.biedingen.to_dict("records")
    }
    meldingen = [None if pd.isna(w) else w for w in frames.realisatie["waarde"]]
    fasering = dict(zip(frames.fasering["afspraak_id"], frames.fasering["waarde"], strict=True))

    uit = merge_landelijk(frames, JAAR, EENHEDEN).regels.to_dict("records")

    assert len(uit) == 1200
    for nummer, (rij, regel) in enumerate(zip(gevraagd, uit, strict=True)):
        rij["bod"] = boden.get(tuple(rij[naam] for naam in sleutel), math.nan)
        jaren = meldingen[3 * nummer : 3 * nummer + 3]
        if rij["aard"] != "stroom":
            jaren = jaren[-1:]
        verwacht = _verwacht(rij, jaren or [None], fasering.get(rij["afspraak_id"]))
        for naam, waarde in verwacht.items():
            gelezen = None if pd.isna(regel[naam]) else Fraction(regel[naam])
            assert gelezen == waarde, (naam, rij, regel)


def willekeurige_biedingen(inhoud: Samenwerking, zaad: int) -> tuple[Bieding, ...]:
    """Return for most partijen an answer to most questions."""
    toeval = np.random.default_rng(zaad)
    biedingen = []
    for nummer, partij in enumerate(inhoud.partijen):
        regels: list[BiedingRegel] = []
        for afspraak_ in inhoud.afspraken:
            for indicator in vragen(inhoud, afspraak_, partij.code):
                getal = None if toeval.random() < 0.1 else Decimal(int(toeval.integers(0, 90)))
                code = regelcode(afspraak_.nummer, indicator.code)
                antwoord = een_antwoord(code, None if getal is None else str(getal))
                if toeval.random() < 0.2:
                    weigert = Deelname.NEE if toeval.random() < 0.5 else Deelname.NVT
                    antwoord = een_antwoord(code, deelname=weigert)
                cellen = {
                    v: een_cel(f"X{len(regels) + 7}", f"i-{nummer}") for v in antwoord.plekken
                }
                if toeval.random() > 0.1:
                    regels.append(replace(antwoord, plekken=cellen))
        if toeval.random() > 0.1:
            biedingen.append(Bieding(f"i-{nummer}", inhoud.code, JAAR, partij.code, tuple(regels)))
    return tuple(biedingen)


@pytest.mark.parametrize("naam", ["hoogeveen", "hogeland"])
@pytest.mark.parametrize("jaar", [2024, 2025, 2026])
def test_frames_give_the_figures_of_the_jaarschijf_itself(naam: str, jaar: int) -> None:
    inhoud = echte_bibliotheek().load(naam)
    biedingen = willekeurige_biedingen(inhoud, jaar)

    jaarschijf = merge_jaarschijf(inhoud, jaar, biedingen)
    landelijk = merge_landelijk(build_frames([Bron(inhoud, biedingen)], jaar), jaar, {})

    assert len(jaarschijf.regels) == len(landelijk.regels)
    for regel, rij in zip(jaarschijf.regels, landelijk.regels.to_dict("records"), strict=True):
        assert (regel.nummer, regel.partij) == (rij["afspraak_nr"], rij["partij"])
        assert regel.nodig == _decimal(rij["nodig_dit_jaar"]), (regel, rij)
        for veld in VELDEN:
            assert getattr(regel, veld) == _decimal(rij[veld]), (veld, regel, rij)


def _decimal(waarde: Any) -> Any:  # noqa: ANN401 - a cell of a frame
    """Return a cell as the domain holds it."""
    if isinstance(waarde, str):
        return waarde
    return None if pd.isna(waarde) else round(Decimal(waarde), 6)


def test_every_number_of_an_offer_leads_to_its_submission_and_cell() -> None:
    inhoud = echte_bibliotheek().load("hoogeveen")
    biedingen = willekeurige_biedingen(inhoud, 5)
    gegeven = {
        (plek.inzending, f"{plek.blad}!{plek.cel}"): regel.bod
        for bieding in biedingen
        for regel in bieding.regels
        for plek in [regel.plekken.get("bod")]
        if plek
    }

    landelijk = merge_landelijk(build_frames([Bron(inhoud, biedingen)], JAAR), JAAR, {})

    met_bod = 0
    for nummer, rij in enumerate(landelijk.regels.to_dict("records")):
        bronnen = landelijk.bronregels(nummer)
        if pd.isna(rij["bod"]):
            continue
        met_bod += 1
        assert sum(gegeven[bron] or 0 for bron in bronnen) == Decimal(rij["bod"])
    assert met_bod > 30


def test_joint_plan_of_the_catalogue_counts_once_in_both_ways() -> None:
    plan = een_indicator("WUP_N", telt_eenmaal=True)
    inzet = {"domesta": Rol.TREKKER, "woonservice": Rol.UITVOERDER}
    doel = een_doel("WUP_N", "8", partij=SAMEN, van=JAAR)
    inhoud = een_samenwerking(
        een_afspraak(1, doel, inzet=inzet), indicatoren=INDICATOREN | {"WUP_N": plan}
    )
    biedingen = tuple(
        een_bieding(een_antwoord("A01-WUP_N", "2"), partij=partij) for partij in inzet
    )

    [samen] = [r for r in merge_jaarschijf(inhoud, JAAR, biedingen).regels if r.partij == SAMEN]
    landelijk = merge_landelijk(build_frames([Bron(inhoud, biedingen)], JAAR), JAAR, {})

    assert samen.bod == 2
    assert een(landelijk, SAMEN)["bod"] == 2
    assert len(samen.herkomst["bod"]) == 1


@pytest.mark.parametrize("rol", [Rol.TREKKER, Rol.UITVOERDER])
def test_joint_plan_without_one_trekker_has_no_sum(rol: Rol) -> None:
    plan = een_indicator("WUP_N", telt_eenmaal=True)
    inzet = {"domesta": rol, "woonservice": rol}
    doel = een_doel("WUP_N", "8", partij=SAMEN, van=JAAR)
    inhoud = een_samenwerking(
        een_afspraak(1, doel, inzet=inzet), indicatoren=INDICATOREN | {"WUP_N": plan}
    )
    biedingen = tuple(
        een_bieding(een_antwoord("A01-WUP_N", "2"), partij=partij) for partij in inzet
    )

    [samen] = [r for r in merge_jaarschijf(inhoud, JAAR, biedingen).regels if r.partij == SAMEN]
    landelijk = merge_landelijk(build_frames([Bron(inhoud, biedingen)], JAAR), JAAR, {})

    assert samen.bod is None
    assert een(landelijk, SAMEN)["bod"] is None
    assert len(landelijk.trekkers) == 2


def test_offer_outside_the_afspraken_and_old_question_are_kept_as_unmatched() -> None:
    inhoud = een_samenwerking(een_afspraak(1, een_doel()), realisaties=(een_realisatie("1"),))
    bieding = een_bieding(een_antwoord("A07-NETTO", "3"), extra=(een_voorstel(),))

    uit = merge_landelijk(build_frames([Bron(inhoud, (bieding,))], JAAR), JAAR, {})

    assert len(uit.zonder_afspraak) == 2
    assert INZET.code not in set(uit.regels["indicator"])
