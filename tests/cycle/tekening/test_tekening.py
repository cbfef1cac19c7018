"""The picture of a thema: one layout, and two pens that draw it the same."""

import io
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from cycle.domain.afspraak import SAMEN, Teken
from cycle.domain.jaarschijf import JaarschijfRegel, Oordeel
from cycle.domain.themabeeld import Themabeeld
from cycle.tekening import BalkTekenaar
from cycle.tekening.indeling import BREED, lay_out
from cycle.tekening.letters import breedte, breek
from cycle.tekening.schrift import split_accenten
from cycle.tekening.vormen import (
    BLAUW,
    GRIJS,
    GROEN,
    INKT,
    KLEUREN,
    ROOD,
    WIT,
    Lijnen,
    Stippen,
    Tekst,
    Vlak,
)
from tests.builders import ROOT, een_regel, een_themabeeld

TEKENAAR = BalkTekenaar()
STAAL, ONDER_LEGENDA = 12.0, 90.0
"""Height of the samples in the legend, and where bars begin."""
SVG = "{http://www.w3.org/2000/svg}"
REGELS = (
    een_regel(),
    een_regel(realisatie=None),
    een_regel(bod=None, oordeel=Oordeel.GEEN_BOD),
    een_regel(bod=None, oordeel=Oordeel.DOET_NIET_MEE),
    een_regel(realisatie=Decimal(90), bod=Decimal(22)),
    een_regel(realisatie=Decimal(0), bod=Decimal(300)),
    een_regel(indicator="NETTO", partij=SAMEN, doel=Decimal(320), verschil=None),
    een_regel(indicator="SLVK", teken=Teken.HOOGSTENS, doel=Decimal(40)),
    een_regel(indicator="KK_P", doel=Decimal("15.5"), realisatie=None),
    een_regel(indicator="VRD_DAEB", doel=Decimal(3008), bod=Decimal(9000)),
    een_regel(doel=Decimal(-2)),
)
"""Every way in which a line can stand."""


def svg(beeld: Themabeeld) -> etree._Element:
    return etree.fromstring(TEKENAAR.svg(beeld))


def vlakken(regel: JaarschijfRegel, kleur: str) -> list[Vlak]:
    """Return the areas with this outline in the bar of a line, not those of the legend."""
    vormen = lay_out(een_themabeeld(regel)).vormen
    return [v for v in vormen if isinstance(v, Vlak) and v.rand == kleur and v.hoog != STAAL]


def stippen(regel: JaarschijfRegel) -> list[Stippen]:
    vormen = lay_out(een_themabeeld(regel)).vormen
    return [v for v in vormen if isinstance(v, Stippen) and v.punten[0][1] > ONDER_LEGENDA]


def test_lengths_are_in_proportion_to_the_figures() -> None:
    regel = een_regel(realisatie=Decimal(50), bod=Decimal(25))

    (bereikt,), (bod,), (rest,) = (vlakken(regel, k) for k in (BLAUW, GROEN, GRIJS))

    assert bereikt.breed == pytest.approx(2 * bod.breed)
    assert bod.breed == pytest.approx(rest.breed)
    assert bereikt.x + bereikt.breed == pytest.approx(bod.x)
    assert bod.x + bod.breed == pytest.approx(rest.x)


def test_doelen_of_all_units_stand_below_each_other() -> None:
    vormen = lay_out(een_themabeeld(*REGELS)).vormen
    rechtop = [
        lijn[0]
        for v in vormen
        if isinstance(v, Lijnen) and v.kleur in (INKT, ROOD)
        for lijn in v.lijnen[:1]
    ]

    assert len([x for x in rechtop if x == 398.0]) == 10


def test_unknown_realisatie_is_dotted_and_shows_no_offer_from_zero() -> None:
    regel = een_regel(realisatie=None)

    assert vlakken(regel, BLAUW) == vlakken(regel, GROEN) == []
    assert len(stippen(regel)) == 1


def test_offer_to_come_leaves_the_rest_dotted() -> None:
    regel = een_regel(bod=None, oordeel=Oordeel.GEEN_BOD)

    assert len(vlakken(regel, BLAUW)) == 1
    assert vlakken(regel, GROEN) == []
    assert len(stippen(regel)) == 1


def test_who_does_not_take_part_is_not_drawn_as_unknown() -> None:
    assert stippen(een_regel(bod=None, oordeel=Oordeel.DOET_NIET_MEE)) == []


@pytest.mark.parametrize("veld", ["realisatie", "bod"])
def test_zero_has_no_area_and_no_dots(veld: str) -> None:
    regel = een_regel(**{veld: Decimal(0)})

    assert vlakken(regel, BLAUW if veld == "realisatie" else GROEN) == []
    assert stippen(regel) == []


def test_unknown_share_is_dotted_beside_the_offer() -> None:
    regel = een_regel(indicator="KK_P", realisatie=None)

    assert len(stippen(regel)) == 1
    assert len(vlakken(regel, GROEN)) == 1


def test_more_than_the_doel_runs_on_and_is_cut_off_where_the_room_ends() -> None:
    (ruim,) = vlakken(een_regel(realisatie=Decimal(0), bod=Decimal(110)), GROEN)
    (veel,) = vlakken(een_regel(realisatie=Decimal(0), bod=Decimal(300)), GROEN)

    assert 398 < ruim.x + ruim.breed < 440
    assert veel.x + veel.breed == pytest.approx(440)


def test_legend_names_only_what_is_drawn() -> None:
    def woorden(*regels: JaarschijfRegel) -> set[str]:
        return {v.tekst for v in lay_out(een_themabeeld(*regels)).vormen if isinstance(v, Tekst)}

    gewoon = woorden(een_regel())

    assert {"gerealiseerd t/m vorig jaar", "bod dit jaar", "rest na bod", "doel"} <= gewoon
    assert not {"niet bekend (n.b.)", "maximum"} & gewoon
    assert {"niet bekend (n.b.)", "maximum"} <= woorden(*REGELS)


def test_svg_has_a_role_a_title_and_every_figure_in_words() -> None:
    beeld = een_themabeeld(*REGELS)

    wortel = svg(beeld)

    titel, uitleg = wortel.find(f"{SVG}title"), wortel.find(f"{SVG}desc")
    assert wortel.get("role") == "img"
    assert wortel.get("aria-labelledby") == "thema-1-bouwen-titel thema-1-bouwen-uitleg"
    assert titel is not None
    assert titel.text == beeld.titel
    assert uitleg is not None
    assert uitleg.text == " ".join(balk.zin for balk in beeld.balken)


def test_text_in_the_svg_is_escaped() -> None:
    wortel = svg(een_themabeeld_van("R&D <b>"))

    assert "R&D <b>" in [t.text for t in wortel.iter(f"{SVG}text")]
    assert "R&D <b>" in wortel.findtext(f"{SVG}desc")


@st.composite
def regels(draw: st.DrawFn) -> tuple[JaarschijfRegel, ...]:
    getal = st.none() | st.decimals(0, 99999, places=1)
    return tuple(
        een_regel(
            indicator=draw(st.sampled_from(["NB_DAEB", "SLVK", "KK_P"])),
            doel=draw(st.decimals(1, 99999, places=1)),
            realisatie=draw(getal),
            bod=draw(getal),
            oordeel=Oordeel.GEEN_BOD,
        )
        for _ in range(draw(st.integers(1, 4)))
    )


@settings(max_examples=30, deadline=None)
@given(regels=regels())
def test_picture_and_words_hold_the_same_figures(regels: tuple[JaarschijfRegel, ...]) -> None:
    beeld = een_themabeeld(*regels)

    wortel = svg(beeld)

    uitleg = wortel.findtext(f"{SVG}desc")
    zichtbaar = " ".join(t.text or "" for t in wortel.iter(f"{SVG}text"))
    for balk in beeld.balken:
        for tekst in (balk.doel_tekst, balk.realisatie_tekst, balk.bod_tekst, balk.rest_tekst):
            assert tekst.rstrip(".") in (uitleg or "")
        assert balk.stand in zichtbaar


@settings(max_examples=30, deadline=None)
@given(regels=regels())
def test_nothing_stands_outside_the_picture(regels: tuple[JaarschijfRegel, ...]) -> None:
    tekening = lay_out(een_themabeeld(*regels))

    for vorm in tekening.vormen:
        match vorm:
            case Vlak():
                assert vorm.x >= 0
                assert vorm.x + vorm.breed <= BREED
                assert vorm.y + vorm.hoog <= tekening.hoog
            case Tekst() if vorm.anker == "start":
                assert vorm.x + breedte(vorm.tekst, vorm.maat, vet=vorm.vet) <= BREED
                assert vorm.y <= tekening.hoog
            case Lijnen():
                assert all(0 <= x <= BREED for x1, _, x2, _ in vorm.lijnen for x in (x1, x2))


def luminantie(kleur: str) -> float:
    """Return the relative luminance as WCAG 2 has it."""
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    rood, groen, blauw = (
        d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen
    )
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


@pytest.mark.parametrize("kleur", KLEUREN)
def test_every_colour_can_be_read_on_white(kleur: str) -> None:
    assert (luminantie(WIT) + 0.05) / (luminantie(kleur) + 0.05) >= 4.5


def test_png_is_twice_as_fine_as_a_screen_and_small() -> None:
    beeld = een_themabeeld(*REGELS)

    png = TEKENAAR.png(beeld)

    with Image.open(io.BytesIO(png)) as geopend:
        assert geopend.size == (2 * BREED, 2 * lay_out(beeld).hoog)
        assert geopend.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
    assert len(png) <= 60 * 1024


def test_png_has_the_same_bytes_in_another_process() -> None:
    code = (
        "import sys; from tests.builders import een_themabeeld; "
        "from cycle.tekening import BalkTekenaar; "
        "sys.stdout.buffer.write(BalkTekenaar().png(een_themabeeld()))"
    )

    ander = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)

    assert ander.stdout == TEKENAAR.png(een_themabeeld())


def test_other_figures_give_another_picture() -> None:
    een, ander = een_themabeeld(), een_themabeeld(een_regel(bod=Decimal(31)))

    assert TEKENAAR.png(een) != TEKENAAR.png(ander)
    assert TEKENAAR.svg(een) != TEKENAAR.svg(ander)


@pytest.mark.parametrize(
    ("tekst", "kaal"),
    [
        ("Coöperatie", "Cooperatie"),
        ("Fryslân, één façade", "Fryslan, een facade"),
        ("12 – 15 m²", "12 - 15 m2"),
        ("€ 5", "EUR 5"),
        ("‘Łódź’", "‘Lodz’"),
        ("日本", "??"),
    ],
)
def test_accents_are_drawn_over_plain_letters(tekst: str, kaal: str) -> None:
    stukken = split_accenten(tekst)

    assert "".join(letter for letter, _ in stukken) == kaal
    assert any(accent for _, accent in stukken) == any(t in "öâéç" for t in tekst) or "ó" in tekst


def test_letters_with_an_accent_look_different_from_plain_ones() -> None:
    namen = [
        "Wonen",
        "Wonén",
        "Wonèn",
        "Wonên",
        "Wonën",
        "Woñen",
        "Wonin",
        "Wonïn",
        "Wonçn",
        "Wonån",
    ]

    beelden = {naam: TEKENAAR.png(een_themabeeld_van(naam)) for naam in namen}

    assert len(set(beelden.values())) == len(beelden)


def een_themabeeld_van(naam: str) -> Themabeeld:
    beeld = een_themabeeld()
    return replace(beeld, balken=(replace(beeld.balken[0], partij=naam),))


def test_bold_letters_can_have_accents() -> None:
    beeld = een_themabeeld()

    assert TEKENAAR.png(replace(beeld, naam="Één å")) != TEKENAAR.png(replace(beeld, naam="Een a"))


@settings(deadline=None)
@given(tekst=st.text(st.characters(codec="latin-1"), max_size=80), ruimte=st.floats(20, 300))
def test_a_text_is_broken_without_losing_words(tekst: str, ruimte: float) -> None:
    regels = breek(tekst, 12, ruimte)

    assert "".join("".join(regels).split()) == "".join(tekst.split())


def test_long_names_get_more_lines_and_a_higher_row() -> None:
    lang = lay_out(een_themabeeld_van("Stichting Huurdersvereniging Ruinerwold Vooruit"))
    kort = lay_out(een_themabeeld_van("Domesta"))

    namen = [v for v in lang.vormen if isinstance(v, Tekst) and v.x == 10 and not v.vet]
    assert lang.hoog > kort.hoog
    assert [v.tekst for v in namen][-3:] == [
        "Stichting",
        "Huurdersvereniging",
        "Ruinerwold Vooruit",
    ]
    assert all(onder.y > boven.y for boven, onder in pairwise(namen[-3:]))
