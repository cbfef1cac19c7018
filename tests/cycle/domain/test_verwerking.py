"""What was taken over is made in the text or the bieding, exactly or not at all."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle.domain.anker import actie_anker
from cycle.domain.bieding import Bieding, BiedingRegel, Deelname
from cycle.domain.notatie import euro, hoeveelheid
from cycle.domain.reactie import Onderdeel, Reactie, Wijziging, WijzigingSoort
from cycle.domain.reactietabel import Reactiekeuze, Reactieregel
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.verwerking import Verwerkt, apply_reacties
from tests.builders import (
    een_afspraak,
    een_antwoord,
    een_bieding,
    een_doel,
    een_opmerking,
    een_reactieregel,
    een_samenwerking,
    een_thema,
    een_vindplaats,
    een_wijziging,
)

TOELICHTING = "Eerst dit.\n\nDan **dat** en meer.\n\n- punt een\n- punt twee\n"
DORP = een_samenwerking(
    inleiding="Wij maken *samen* afspraken.",
    themas=(
        een_thema(
            een_afspraak(
                1,
                een_doel("NETTO"),
                tekst="Wij bouwen 12 woningen.",
                toelichting=TOELICHTING,
                termijn="in 2026",
                voorwaarden=("Er zijn locaties.", "Er is geld."),
                begrippen={"sociaal": "onder de huurgrens"},
            ),
            een_afspraak(2),
            context="De vraag is groot.",
            ambitie="Wij willen meer.",
        ),
    ),
)
ACTIE = actie_anker(1, "afspraak-1", "domesta", "A01-NETTO")
ANTWOORD = replace(
    een_antwoord("A01-NETTO"),
    bod=Decimal(50),
    bedrag=Decimal(450000),
    planning="heel 2026",
    toelichting="Wij bouwen aan de Beek.",
    deelname=Deelname.JA,
)


def neem_over(*reacties: Reactie | Reactieregel, biedingen: tuple[Bieding, ...] = ()) -> Verwerkt:
    regels = [
        r if isinstance(r, Reactieregel) else een_reactieregel(r, nummer)
        for nummer, r in enumerate(reacties, start=1)
    ]
    return apply_reacties(DORP, biedingen, regels)


def eerste(verwerkt: Verwerkt) -> Mapping[str, object]:
    """Return the fields of afspraak 1."""
    afspraak = verwerkt.samenwerking.afspraken[0]
    return {n: getattr(afspraak, n) for n in type(afspraak).__dataclass_fields__}


def woord(alinea: str, oud: str, nieuw: str, afspraak: int | None = 1) -> Wijziging:
    return een_wijziging(alinea, oud, nieuw, vindplaats=een_vindplaats(afspraak))


def hele(oud: str, nieuw: str, na: str = "", afspraak: int | None = 1) -> Wijziging:
    return een_wijziging(
        oud, oud, nieuw, onderdeel=Onderdeel.ALINEA, na=na, vindplaats=een_vindplaats(afspraak)
    )


@pytest.mark.parametrize(
    ("wijziging", "veld", "waarde"),
    [
        (woord("Afspraak 1. Titel 1", "Titel", "Naam"), "titel", "Naam 1"),
        (woord("Termijn\tin 2026", "2026", "2027"), "termijn", "in 2027"),
        (woord("Wij bouwen 12 woningen.", "12", "15"), "tekst", "Wij bouwen 15 woningen."),
        (
            woord("Dan dat en meer.", "dat", "dit"),
            "toelichting",
            TOELICHTING.replace("**dat**", "**dit**"),
        ),
        (
            woord("Er is geld.", "geld", "tijd"),
            "voorwaarden",
            ("Er zijn locaties.", "Er is tijd."),
        ),
        (
            woord("sociaal: onder de huurgrens", "onder", "net onder"),
            "begrippen",
            {"sociaal": "net onder de huurgrens"},
        ),
        (hele("Er zijn locaties.", ""), "voorwaarden", ("Er is geld.",)),
        (hele("sociaal: onder de huurgrens", ""), "begrippen", {}),
        (hele("Termijn\tin 2026", ""), "termijn", ""),
        (
            hele("punt een", ""),
            "toelichting",
            TOELICHTING.replace("- punt een\n", ""),
        ),
        (
            hele("", "Nog dit.", "Eerst dit."),
            "toelichting",
            TOELICHTING.replace("dit.\n", "dit.\n\nNog dit.\n", 1),
        ),
        (
            hele("", "Vooraf.", "Toelichting"),
            "toelichting",
            f"Vooraf.\n\n{TOELICHTING}",
        ),
        (
            hele("", "Vooraf.", "Wie\tDomesta"),
            "tekst",
            "Vooraf.\n\nWij bouwen 12 woningen.",
        ),
    ],
)
def test_a_change_lands_in_its_field(wijziging: Wijziging, veld: str, waarde: object) -> None:
    verwerkt = neem_over(wijziging)

    assert verwerkt.mislukt == {}
    assert eerste(verwerkt)[veld] == waarde
    assert eerste(verwerkt) == eerste(neem_over()) | {veld: waarde}


@pytest.mark.parametrize(
    ("wijziging", "veld", "waarde"),
    [
        (woord("Wij maken samen afspraken.", "samen", "allen", None), "inleiding", "*allen*"),
        (woord("De vraag is groot.", "groot", "klein", None), "context", "is klein"),
        (woord("Wij willen meer.", "meer", "minder", None), "ambitie", "minder"),
        (hele("", "Nieuw.", "Thema 1. Bouwen", None), "context", "Nieuw.\n\nDe vraag"),
        (hele("", "Nieuw.", "Inleiding", None), "inleiding", "Nieuw.\n\nWij maken"),
        (hele("De vraag is groot.", "", "", None), "context", ""),
    ],
)
def test_a_change_outside_the_afspraken_lands_in_its_text(
    wijziging: Wijziging, veld: str, waarde: str
) -> None:
    verwerkt = neem_over(wijziging)

    dorp: Samenwerking = verwerkt.samenwerking
    teksten = {"inleiding": dorp.inleiding, "context": dorp.themas[0].context}
    teksten["ambitie"] = dorp.themas[0].ambitie
    assert verwerkt.mislukt == {}
    assert waarde in teksten[veld]


@pytest.mark.parametrize(
    ("wijziging", "waarom"),
    [
        (woord("Staat er niet.", "er", "hier"), "staat zo niet"),
        (woord("Afspraak 1. Titel 1", "Afspraak 1. Titel 1", "Weg"), "staat zo niet"),
        (hele("Wij bouwen 12 woningen.", ""), "staat zo niet"),
        (hele("", "Nieuw.", "Doelen"), "staat zo niet"),
        (hele("", "Nieuw."), "staat zo niet"),
        (hele("", "  "), "splitsen of samenvoegen doet u zelf"),
        (replace(woord("a | b", "a | b", ""), onderdeel=Onderdeel.RIJ), "komt niet uit een tekst"),
        (replace(woord("", "", "a | b"), onderdeel=Onderdeel.RIJ), "komt niet uit een tekst"),
    ],
)
def test_what_cannot_be_made_says_why_and_changes_nothing(
    wijziging: Wijziging, waarom: str
) -> None:
    verwerkt = neem_over(wijziging)

    assert waarom in verwerkt.mislukt[1]
    assert verwerkt.samenwerking == DORP


def test_only_what_was_taken_over_is_made() -> None:
    verwerkt = neem_over(
        een_reactieregel(woord("Wij bouwen 12 woningen.", "12", "15"), 1, keuze=None),
        een_reactieregel(
            woord("Wij bouwen 12 woningen.", "12", "16"), 2, keuze=Reactiekeuze.AFWIJZEN
        ),
        een_reactieregel(een_opmerking(), 3),
    )

    assert verwerkt.samenwerking == DORP
    assert verwerkt.mislukt == {3: "een opmerking verandert de tekst niet vanzelf"}


def test_several_changes_in_one_paragraph_are_made_together() -> None:
    alinea = "Wij bouwen 12 woningen."

    verwerkt = neem_over(
        woord(alinea, "woningen", "huizen"),
        woord(alinea, "Wij", "Domesta"),
        woord(alinea, "12", ""),
    )

    assert eerste(verwerkt)["tekst"] == "Domesta bouwen  huizen."


@pytest.mark.parametrize("alinea", ["Wij bouwen 12 woningen.", "Er is geld."])
def test_words_at_one_place_keep_their_order_before_what_goes_there(alinea: str) -> None:
    eerste_woord, tweede, *_ = alinea.split()
    begin = len(eerste_woord) + 1
    erbij = [replace(woord(alinea, "", f"{t} "), begin=begin) for t in ("een", "twee")]

    verwerkt = neem_over(replace(woord(alinea, tweede, ""), begin=begin), *erbij)

    rest = alinea[begin + len(tweede) :]
    assert verwerkt.mislukt == {}
    teksten = (str(eerste(verwerkt)["tekst"]), *eerste(verwerkt)["voorwaarden"])
    straks = f"{eerste_woord} een twee {rest}"
    assert " ".join(straks.split()) in [" ".join(t.split()) for t in teksten]


def test_a_change_that_overlaps_an_earlier_one_waits() -> None:
    alinea = "Wij bouwen 12 woningen."

    verwerkt = neem_over(woord(alinea, "12 woningen", "veel"), woord(alinea, "12", "15"))

    assert eerste(verwerkt)["tekst"] == "Wij bouwen veel."
    assert "botst" in verwerkt.mislukt[2]


def test_new_paragraphs_at_one_place_keep_their_order() -> None:
    na = "Eerst dit."

    verwerkt = neem_over(hele("", "Nieuw een.", na), hele("", "Nieuw twee.", na))

    assert "Eerst dit.\n\nNieuw een.\n\nNieuw twee.\n" in str(eerste(verwerkt)["toelichting"])


def test_the_same_paragraph_of_two_partijen_comes_or_goes_once() -> None:
    erbij, weg = hele("", "Nieuw.", "Eerst dit."), hele("punt een", "")

    verwerkt = neem_over(erbij, erbij, weg, weg)

    assert verwerkt.mislukt == {}
    assert str(eerste(verwerkt)["toelichting"]).count("Nieuw.") == 1


def verplaatst(oud: str, nieuw: str, na: str = "") -> Wijziging:
    return replace(hele(oud, nieuw, na), soort=WijzigingSoort.VERPLAATST)


def test_moved_text_leaves_one_place_and_comes_at_the_other() -> None:
    verwerkt = neem_over(verplaatst("punt een", ""), verplaatst("", "punt een", "punt twee"))

    assert verwerkt.mislukt == {}
    assert str(eerste(verwerkt)["toelichting"]).endswith("- punt twee\n- punt een\n")


@pytest.mark.parametrize("volgorde", [1, -1])
def test_text_that_cannot_come_at_its_new_place_does_not_leave_the_old_one(volgorde: int) -> None:
    helften = [verplaatst("punt een", ""), verplaatst("", "punt een", "Staat er niet.")]

    verwerkt = neem_over(*helften[::volgorde], woord("Wij bouwen 12 woningen.", "12", "15"))

    assert set(verwerkt.mislukt) == {1, 2}
    assert eerste(verwerkt)["toelichting"] == TOELICHTING
    assert eerste(verwerkt)["tekst"] == "Wij bouwen 15 woningen."


def test_version_10_comes_after_version_9() -> None:
    eerst = een_reactieregel(woord("Wij bouwen 12 woningen.", "12", "15"), 2, versie="0.9")
    daarna = een_reactieregel(woord("Wij bouwen 15 woningen.", "15", "18"), 1, versie="0.10")

    assert eerste(neem_over(daarna, eerst))["tekst"] == "Wij bouwen 18 woningen."


# -- actions --------------------------------------------------------------------------------


def in_actie(alinea: str, oud: str, nieuw: str, actie: str = ACTIE) -> Wijziging:
    return een_wijziging(alinea, oud, nieuw, vindplaats=een_vindplaats(1, actie))


def antwoord_na(*reacties: Reactie, antwoord: BiedingRegel = ANTWOORD) -> BiedingRegel:
    """Return the answer of Domesta; it must have been changed without trouble."""
    verwerkt = neem_over(*reacties, biedingen=(een_bieding(antwoord), een_bieding(partij="x")))
    assert verwerkt.mislukt == {}
    return verwerkt.biedingen[0].regels[0]


BOD = "Netto toevoeging: 50 woningen, €\u00a0450.000"


@pytest.mark.parametrize(
    ("wijziging", "anders"),
    [
        (in_actie(BOD, "50", "1.060"), {"bod": Decimal(1060)}),
        (in_actie(BOD, "450", "300"), {"bedrag": Decimal(300000)}),
        (in_actie(BOD, ", €\u00a0450.000", ""), {"bedrag": None}),
        (in_actie("heel 2026", "heel", "begin"), {"planning": "begin 2026"}),
        (in_actie("heel 2026", "heel 2026", ""), {"planning": ""}),
        (
            in_actie("Wij bouwen aan de Beek.", "Beek", "Vaart"),
            {"toelichting": "Wij bouwen aan de Vaart."},
        ),
    ],
)
def test_a_change_in_a_row_lands_in_the_answer_and_names_its_source(
    wijziging: Wijziging, anders: dict[str, object]
) -> None:
    nieuw = antwoord_na(wijziging)

    for veld, waarde in anders.items():
        assert getattr(nieuw, veld) == waarde
        assert str(nieuw.plekken[veld]) == "reactie 1 van domesta op versie 0.1"
    onveranderd = {"bod", "bedrag", "planning", "toelichting", "deelname"} - set(anders)
    assert all(getattr(nieuw, veld) == getattr(ANTWOORD, veld) for veld in onveranderd)


def test_the_sentence_about_taking_part_stays_in_front() -> None:
    deels = replace(ANTWOORD, deelname=Deelname.DEELS)
    alinea = "Doet deels mee. Wij bouwen aan de Beek."

    nieuw = antwoord_na(in_actie(alinea, "Beek", "Vaart"), antwoord=deels)

    assert (nieuw.deelname, nieuw.toelichting) == (Deelname.DEELS, "Wij bouwen aan de Vaart.")


@pytest.mark.parametrize(
    ("wijziging", "waarom"),
    [
        (in_actie(BOD, "50", "veel"), "niet te lezen als een getal"),
        (in_actie(BOD, "woningen", "huizen"), "niet te lezen als een getal"),
        (in_actie(BOD, "50", "ca. 50"), "niet te lezen als een getal"),
        (in_actie(BOD, "50", "6,5"), "een heel getal"),
        (in_actie(BOD, "50", "-50"), "onder nul"),
        (in_actie(BOD, "450", "-450"), "kleiner zijn dan nul"),
        (in_actie(BOD, BOD, ""), "haalt de partij zelf weg"),
        (in_actie("Iets anders.", "anders", "meer"), "staat zo niet"),
        (in_actie(BOD, "50", "60", "_Actie_01_00000000"), "staat zo niet"),
        (replace(in_actie(BOD, "50", "60"), begin=0), "staat zo niet"),
    ],
)
def test_a_row_that_cannot_be_changed_says_why(wijziging: Wijziging, waarom: str) -> None:
    verwerkt = neem_over(wijziging, biedingen=(een_bieding(ANTWOORD),))

    assert waarom in verwerkt.mislukt[1]
    assert verwerkt.biedingen == (een_bieding(ANTWOORD),)


def test_whether_a_partij_takes_part_is_changed_in_its_bieding() -> None:
    deels = een_bieding(replace(ANTWOORD, deelname=Deelname.DEELS))
    alinea = "Doet deels mee. Wij bouwen aan de Beek."

    verwerkt = neem_over(in_actie(alinea, "Doet deels mee.", "Ja."), biedingen=(deels,))

    assert "verandert zij in haar bieding" in verwerkt.mislukt[1]


def test_two_equal_cells_are_told_apart_by_nobody() -> None:
    zelfde = een_bieding(replace(ANTWOORD, toelichting="heel 2026"))

    verwerkt = neem_over(in_actie("heel 2026", "heel", "begin"), biedingen=(zelfde,))

    assert "meer dan een keer" in verwerkt.mislukt[1]


def test_a_new_bieding_that_says_it_already_is_left_alone() -> None:
    gewijzigd = een_bieding(replace(ANTWOORD, bod=Decimal(60)))

    verwerkt = neem_over(in_actie(BOD, "50", "60"), biedingen=(gewijzigd,))

    assert (verwerkt.mislukt, verwerkt.biedingen) == ({}, (gewijzigd,))


def schrap_rij(actie: str = ACTIE) -> Wijziging:
    return replace(in_actie("Domesta | x", "Domesta | x", "", actie), onderdeel=Onderdeel.RIJ)


def test_a_row_that_goes_says_that_the_partij_does_not_take_part() -> None:
    nieuw = antwoord_na(schrap_rij(), schrap_rij())

    assert nieuw.deelname is Deelname.NEE
    assert (nieuw.bod, nieuw.bedrag, nieuw.planning) == (None, None, "")
    assert nieuw.toelichting == "Vervallen na reactie 1 van domesta op versie 0.1."


def test_a_row_of_an_action_that_is_not_there_any_more_says_so() -> None:
    verwerkt = neem_over(schrap_rij("_Actie_01_00000000"), biedingen=(een_bieding(ANTWOORD),))

    assert "staat zo niet" in verwerkt.mislukt[1]


@given(bod=st.integers(0, 10**9).map(Decimal), bedrag=st.integers(0, 10**12) | st.none())
def test_any_offer_that_is_printed_can_be_read_back(bod: Decimal, bedrag: int | None) -> None:
    indicator = DORP.indicatoren["NETTO"]
    geld = euro(None if bedrag is None else Decimal(bedrag))
    straks = ", ".join(d for d in (f"Netto toevoeging: {hoeveelheid(bod, indicator)}", geld) if d)

    nieuw = antwoord_na(in_actie(BOD, BOD, straks))

    assert (nieuw.bod, nieuw.bedrag) == (bod, None if bedrag is None else Decimal(bedrag))
