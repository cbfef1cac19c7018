"""What a merge leaves open, told with place and advice."""

from dataclasses import replace

from cycle.analysis.frames import BIEDINGEN, as_frame
from cycle.analysis.gaten import list_telfouten
from cycle.analysis.landelijk import merge_landelijk
from cycle.analysis.landelijkframes import Bron, build_frames
from cycle.analysis.optelling import list_verschillen
from cycle.analysis.restgaten import list_restgaten
from cycle.analysis.samenvoegen import merge_jaarschijf
from cycle.domain.afspraak import SAMEN, Rol
from cycle.domain.bevinding import Bevinding
from cycle.domain.bieding import Bieding
from cycle.domain.samenwerking import Samenwerking
from tests.builders import (
    INDICATOREN,
    JAAR,
    een_afspraak,
    een_antwoord,
    een_bieding,
    een_cel,
    een_doel,
    een_indicator,
    een_samenwerking,
    een_voorstel,
)
from tests.cycle.domain.test_behoefte import een_verzoek

TWEE = {"domesta": Rol.UITVOERDER, "woonservice": Rol.UITVOERDER}


def gaten(inhoud: Samenwerking, *biedingen: Bieding) -> dict[str, list[Bevinding]]:
    """Return the findings by code."""
    alle: dict[str, list[Bevinding]] = {}
    jaarschijf = merge_jaarschijf(inhoud, JAAR, biedingen)
    for bevinding in list_restgaten(Bron(inhoud, biedingen), jaarschijf):
        alle.setdefault(bevinding.code, []).append(bevinding)
    return alle


def test_question_without_an_offer_names_afspraak_partij_and_reason() -> None:
    inhoud = een_samenwerking(een_afspraak(3, een_doel()))

    [bevinding] = gaten(inhoud)["K501"]

    assert bevinding.melding == (
        "Afspraak 3: Domesta heeft geen bod bij 'Nieuwe sociale huurwoningen' "
        "(nog geen bieding ingediend)."
    )
    assert bevinding.plek == "dorp/thema-1.md:3"
    assert bevinding.advies.startswith("Vraag Domesta om een bod")


def test_offer_without_an_afspraak_names_its_cell() -> None:
    [bevinding] = gaten(een_samenwerking(), een_bieding(extra=(een_voorstel(),)))["K502"]

    assert bevinding.plek == "bieding.xlsx, Bieding!B2"
    assert "'Een buurtkamer'" in bevinding.melding


def test_joint_plan_without_a_trekker_names_both_cells() -> None:
    plan = een_indicator("WUP_N", naam="Plannen", telt_eenmaal=True)
    inhoud = een_samenwerking(
        een_afspraak(10, een_doel("WUP_N", "8", partij=SAMEN, van=JAAR), inzet=TWEE),
        indicatoren=INDICATOREN | {"WUP_N": plan},
    )
    biedingen = [
        een_bieding(
            replace(een_antwoord("A10-WUP_N", "2"), plekken={"bod": een_cel(cel, f"i-{partij}")}),
            partij=partij,
            inzending=f"i-{partij}",
        )
        for partij, cel in (("domesta", "I7"), ("woonservice", "I9"))
    ]

    [bevinding] = gaten(inhoud, *biedingen)["K504"]

    assert "Afspraak 10, Plannen" in bevinding.melding
    assert "er is geen trekker" in bevinding.melding
    assert bevinding.plek == (
        "Bieding!I7 (inzending i-domesta); Bieding!I9 (inzending i-woonservice)"
    )


def test_open_request_names_who_asks_whom_for_what() -> None:
    bieding = een_bieding(verzoeken=(een_verzoek(),))

    [bevinding] = gaten(een_samenwerking(een_afspraak(1)), bieding)["K505"]

    assert bevinding.melding == (
        "Afspraak 1: Domesta vraagt aan Gemeente Dorp: 'Een bouwlocatie'. Er is nog geen antwoord."
    )
    assert bevinding.plek == "bieding.xlsx, Bieding!B4"


def test_reservation_is_no_open_request() -> None:
    bieding = een_bieding(verzoeken=(een_verzoek("rvc"),))

    assert "K505" not in gaten(een_samenwerking(een_afspraak(1)), bieding)


def telfouten(*rijen: dict[str, object]) -> list[Bevinding]:
    """Return what cannot be counted of these answers of Domesta to afspraak 1."""
    inhoud = een_samenwerking(een_afspraak(1, een_doel()))
    bron = Bron(inhoud, ())
    vast = {
        "gemeente": "Dorp",
        "afspraak_nr": 1,
        "indicator": "NB_DAEB",
        "partij": "domesta",
        "status": "ja",
        "bod": 30.0,
        "inzending_id": "inzending-1",
    }
    biedingen = as_frame(BIEDINGEN, [vast | rij for rij in rijen])
    frames = replace(build_frames([bron], JAAR), biedingen=biedingen)
    landelijk = merge_landelijk(frames, JAAR, {"NB_DAEB": "woningen"})
    return list(list_telfouten([bron], landelijk, list_verschillen(landelijk.regels)))


def test_answer_that_a_later_one_replaces_is_named_with_its_cell() -> None:
    [bevinding] = telfouten({"cel": "Bieding!I7"}, {"cel": "Bieding!I8"})

    assert (bevinding.code, bevinding.plek) == ("K503", "Bieding!I7 (inzending inzending-1)")
    assert "Domesta heeft deze vraag twee keer beantwoord" in bevinding.melding


def test_number_in_another_unit_is_named() -> None:
    [bevinding] = telfouten({"eenheid": "euro"})

    assert (bevinding.code, bevinding.plek) == ("K506", "inzending inzending-1")
    assert "het bod van Domesta is in euro" in bevinding.melding
