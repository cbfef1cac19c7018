"""The table of the sign-off: what is possible when, and what is said when it is not."""

from dataclasses import replace
from itertools import product

import pytest

from cycle.domain.aftekening import (
    EISEN,
    TABEL,
    Aftekendaad,
    Aftekenstaat,
    Eis,
    Situatie,
    replay,
    step,
)
from cycle.domain.errors import BesluitError

D, S = Aftekendaad, Aftekenstaat
CODE = "AAAA-BBBB-CCCC"
ALLES = Situatie(
    code=CODE,
    geldende_code=CODE,
    reden="Daarom.",
    bewijs="0f" * 32,
    heeft_besluiten=True,
    is_bevroren=True,
    is_aan_de_beurt=True,
    heeft_tweede=True,
)
"""Meets every demand but one: nothing may be frozen for an act on a draft."""
OPEN = replace(ALLES, is_bevroren=False)
TEKENDADEN = (D.TEKENEN, D.VOLTOOIEN)
BEVROREN = {S.TEKEN_KLAAR, S.DEELS_GETEKEND, S.GETEKEND}


def _refusal(staat: Aftekenstaat, daad: Aftekendaad, situatie: Situatie) -> BesluitError | None:
    """Return why an act is refused, None when it leads to a state."""
    try:
        assert step(staat, daad, situatie) in Aftekenstaat
    except BesluitError as fout:
        return fout
    return None


@pytest.mark.parametrize(("staat", "daad"), list(product(Aftekenstaat, Aftekendaad)))
def test_every_act_in_every_state_leads_somewhere_or_is_refused_with_what_to_do(
    staat: Aftekenstaat, daad: Aftekendaad
) -> None:
    fouten = [_refusal(staat, daad, situatie) for situatie in (ALLES, OPEN, Situatie())]

    assert all(fout.melding.endswith(".") and fout.advies for fout in fouten if fout)


def test_without_any_fact_only_a_new_draft_is_possible() -> None:
    mogelijk = {d for s, d in product(S, D) if _refusal(s, d, Situatie()) is None}

    assert mogelijk == {D.NIEUWE_VERSIE}


def test_the_way_of_a_partij_that_agrees_and_signs() -> None:
    daden = (D.UITNODIGEN, D.OPENEN, D.VOORBEHOUD, D.AKKOORD, D.BEVRIEZEN, D.TEKENEN, D.VOLTOOIEN)

    standen = [replay(daden[: aantal + 1]) for aantal in range(len(daden))]

    assert standen == [
        S.UITGENODIGD,
        S.GELEZEN,
        S.VOORBEHOUD,
        S.AKKOORD,
        S.TEKEN_KLAAR,
        S.DEELS_GETEKEND,
        S.GETEKEND,
    ]


def test_an_act_that_cannot_follow_counts_for_nothing() -> None:
    assert replay([D.TEKENEN, D.VOLTOOIEN, D.UITNODIGEN]) is S.UITGENODIGD


@pytest.mark.parametrize("daad", [D.AKKOORD, D.VOORBEHOUD, D.WEIGEREN, D.UITNODIGEN, D.OPENEN])
def test_no_word_on_another_content_counts(daad: Aftekendaad) -> None:
    oud = replace(OPEN, code="0000-0000-0000")

    for staat in [s for s, d in TABEL if d is daad]:
        with pytest.raises(BesluitError, match=f"versie 0000-0000-0000.* versie is {CODE}"):
            step(staat, daad, oud)


@pytest.mark.parametrize("daad", TEKENDADEN)
def test_no_signature_on_another_content_counts(daad: Aftekendaad) -> None:
    oud = replace(ALLES, code="0000-0000-0000")

    for staat in [s for s, d in TABEL if d is daad]:
        with pytest.raises(BesluitError, match="geldende versie"):
            step(staat, daad, oud)


def test_without_a_code_nothing_counts() -> None:
    with pytest.raises(BesluitError, match="versie onbekend"):
        step(S.TEKEN_KLAAR, D.TEKENEN, replace(ALLES, code="", geldende_code=""))


def test_only_freezing_leads_to_a_text_that_can_be_signed() -> None:
    ervoor = {staat for staat in Aftekenstaat if staat not in BEVROREN}
    wegen = {(s, d) for (s, d), o in TABEL.items() if s in ervoor and o.naar in BEVROREN}

    assert {d for s, d in wegen if s is not S.NIET_AKKOORD} == {D.BEVRIEZEN}
    for daad in TEKENDADEN:
        with pytest.raises(BesluitError, match="nog niet vastgesteld"):
            step(S.NIET_AKKOORD, daad, OPEN)


@pytest.mark.parametrize("staat", [S.VERVALLEN, S.ONTTROKKEN])
def test_nothing_comes_after_void_or_left(staat: Aftekenstaat) -> None:
    for daad in Aftekendaad:
        with pytest.raises(BesluitError, match=staat.tekst):
            step(staat, daad, ALLES)


@pytest.mark.parametrize("staat", sorted(BEVROREN))
def test_a_frozen_text_gets_no_new_version_before_two_people_undid_the_adoption(
    staat: Aftekenstaat,
) -> None:
    with pytest.raises(BesluitError, match="al vastgesteld") as fout:
        step(staat, D.NIEUWE_VERSIE, ALLES)
    assert "teken intrekken" in fout.value.advies

    with pytest.raises(BesluitError, match="Twee mensen"):
        step(staat, D.INTREKKEN, replace(ALLES, heeft_tweede=False))
    assert step(staat, D.INTREKKEN, ALLES) is S.VERVALLEN


def test_a_signature_with_evidence_cannot_be_struck_out() -> None:
    with pytest.raises(BesluitError, match="handtekening met een bewijsstuk"):
        step(S.GETEKEND, D.WEIGEREN, replace(ALLES, is_vast=True))

    assert step(S.GETEKEND, D.WEIGEREN, ALLES) is S.NIET_AKKOORD


@pytest.mark.parametrize(
    ("staat", "daad", "ontbreekt", "melding"),
    [
        (S.AKKOORD, D.BEVRIEZEN, {"heeft_besluiten": False, "reden": " "}, "niet alle besluiten"),
        (S.GELEZEN, D.WEIGEREN, {"reden": ""}, "hoort een reden"),
        (S.AKKOORD, D.ONTTREKKEN, {"reden": ""}, "hoort een reden"),
        (S.AKKOORD, D.ONTTREKKEN, {"bewijs": ""}, "hoort een bewijsstuk"),
        (S.TEKEN_KLAAR, D.TEKENEN, {"is_aan_de_beurt": False}, "nog niet aan de beurt"),
        (S.AKKOORD, D.AKKOORD, {"is_bevroren": True}, "al vastgesteld"),
    ],
)
def test_a_demand_that_is_not_met_is_named(
    staat: Aftekenstaat, daad: Aftekendaad, ontbreekt: dict[str, object], melding: str
) -> None:
    goed = ALLES if daad in TEKENDADEN else OPEN
    step(staat, daad, goed)

    with pytest.raises(BesluitError, match=melding):
        step(staat, daad, replace(goed, **ontbreekt))


def test_who_signed_cannot_leave() -> None:
    with pytest.raises(BesluitError, match="de stand is 'getekend'"):
        step(S.GETEKEND, D.ONTTREKKEN, ALLES)


def test_every_demand_is_used_and_explained() -> None:
    gebruikt = {eis for overgang in TABEL.values() for eis in overgang.eisen}

    assert gebruikt == set(Eis) == set(EISEN)
    assert {staat.tekst for staat in Aftekenstaat} >= {"getekend", "vervallen"}
