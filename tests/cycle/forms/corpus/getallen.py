"""Getallen: every way in which people write a number, an amount, or that there is none."""

from collections.abc import Iterator
from datetime import date, time
from typing import Final

from tests.cycle.forms.corpus.blanco import Blanco
from tests.cycle.forms.corpus.geval import VRIJ, Geval, Waarde, meld
from tests.cycle.forms.corpus.kaart import Sleutel

_AANTALLEN: Final[tuple[tuple[str, object, float], ...]] = (
    ("gewoon getal", 25, 25),
    ("getal als tekst", "25", 25),
    ("spaties eromheen", "  25  ", 25),
    ("nul", 0, 0),
    ("nul als tekst", "0", 0),
    ("duizendpunt als tekst", "1.234", 1234),
    ("duizendpunten", "12.345", 12345),
    ("harde spatie", "1\u00a0234", 1234),
    ("smalle spatie", "1\u202f234", 1234),
    ("plusteken", "+200", 200),
    ("heel getal als breuk", 25.0, 25),
    ("komma nul", "25,0", 25),
    ("enter achter het getal", "25\n", 25),
    ("eenheid erachter", "25 {eenheid}", 25),
    ("tab erachter", "25\t", 25),
    ("nulbreedte spatie", "25\u200b", 25),
)
_BENADERINGEN: Final = (
    ("ca. 700", 700, "circa"), ("ca 700", 700, "circa"), ("circa 700", 700, "circa"),
    ("Ca. 1.200", 1200, "circa"), ("ongeveer 40", 40, "circa"), ("± 25", 25, "circa"),
    ("+/- 25", 25, "circa"), ("~30", 30, "circa"), ("ruim 200", 200, "ruim"),
    ("Ruim 1.000", 1000, "ruim"), ("bijna 30", 30, "bijna"), ("min. 20", 20, "minimaal"),
    ("minimaal 20", 20, "minimaal"), ("minstens 20", 20, "minimaal"),
    ("ten minste 20", 20, "minimaal"), ("≥ 15", 15, "minimaal"), (">= 15", 15, "minimaal"),
    ("max. 12", 12, "maximaal"), ("maximaal 12", 12, "maximaal"), ("≤ 12", 12, "maximaal"),
    ("ca. 25 {eenheid}", 25, "circa"),
)  # fmt: skip
_BANDBREEDTES: Final = (
    ("10-15", 10, 15), ("10 - 15", 10, 15), ("10–15", 10, 15), ("20 tot 25", 20, 25),
    ("30 à 40", 30, 40), ("20 t/m 25", 20, 25), ("20 tot en met 25", 20, 25),
    ("1.000 - 1.500", 1000, 1500), ("tussen 20 en 25", 20, 25), ("10 a 15", 10, 15),
)  # fmt: skip
_GEWEIGERD: Final = (
    ("tekst", "veel", "W301"), ("woorden", "twintig", "W301"),
    ("uitroep", "zo veel mogelijk", "W301"), ("halve", "12,5", "W302"),
    ("halve met punt", 12.5, "W302"), ("drie cijfers achter komma", "1,234", "W302"),
    ("kommagetal in cel", 1.234, "W302"), ("procent in een aantal", "12%", "W306"),
    ("euro in een aantal", "€ 500", "W306"), ("euro voluit", "500 euro", "W306"),
    ("vierkante meter", "12 m2", "W306"), ("negatief", -5, "W307"),
    ("negatief als tekst", "-5", "W307"), ("echte min", "\u22125", "W307"),
    ("veel te groot", 99_000_000, "W308"), ("waar", True, "W301"), ("tekst NA", "NA", "W301"),
    ("tekst None", "None", "W301"), ("tekst nan", "nan", "W301"), ("tekst inf", "inf", "W301"),
    ("macht", "1e5", "W301"), ("twee getallen", "12 en 13 en 14", "W301"),
    ("rekensom", "10+15", "W301"), ("arabische cijfers", "٢٥", "W301"),
    ("lange tekst", "wij weten het nog niet zeker want " * 40, "W301"),
)  # fmt: skip
_LEEG: Final = (
    ("-", "W314", "streepje"), ("–", "W314", "streepje"), ("--", "W314", "streepje"),
    ("PM", "W315", "onbekend"), ("p.m.", "W315", "onbekend"), ("pm", "W315", "onbekend"),
    ("n.t.b.", "W315", "onbekend"), ("ntb", "W315", "onbekend"),
    ("nog niet bekend", "W315", "onbekend"), ("onbekend", "W315", "onbekend"),
    ("nog te bepalen", "W315", "onbekend"), ("?", "W315", "onbekend"),
    ("volgt", "W315", "onbekend"),
)  # fmt: skip
_BEDRAGEN: Final = (
    ("1.234,50", 1234.5), ("€ 450.000,-", 450000), ("€ 450.000", 450000),
    ("€450.000,00", 450000), ("450.000 euro", 450000), ("EUR 450.000", 450000),
    ("€ 3 mln", 3_000_000), ("€ 3 mln.", 3_000_000), ("2,5 miljoen", 2_500_000),
    ("450 dzd", 450_000), ("450 duizend", 450_000), ("€ 80k", 80_000), ("80K", 80_000),
    ("€ 1,2 miljoen", 1_200_000), ("1\u00a0234", 1234), ("€\u00a01.234", 1234),
    ("1.250.000", 1_250_000), ("0", 0), ("€ 0,-", 0), ("12,50", 12.5), ("1 250 000", 1_250_000),
    ("€ 450.000,--", 450_000), ("2 mln euro", 2_000_000), ("1,5 mln", 1_500_000),
)  # fmt: skip


def getallen(blanco: Blanco) -> Iterator[Geval]:
    """Yield cases for numbers of things."""
    regel = blanco.aantal
    bod = ("bieding", regel, "bod")
    eenheid = blanco.kaart.tabellen["bieding"].regels[regel]["eenheid"]
    for naam, ruw, waarde in _AANTALLEN:
        typed = ruw.format(eenheid=eenheid) if isinstance(ruw, str) else ruw
        yield blanco.typ(f"aantal: {naam}", bod, typed, Waarde(waarde))
    for tekst, waarde, kwalificatie in _BENADERINGEN:
        typed = tekst.format(eenheid=eenheid)
        verwacht = Waarde(waarde, kwalificatie)
        yield blanco.typ(f"benadering: {typed}", bod, typed, verwacht, "W304")
    for tekst, laag, hoog in _BANDBREEDTES:
        yield blanco.typ(f"bandbreedte: {tekst}", bod, tekst, Waarde(laag, hoog=hoog), "W305")
    for naam, ruw, codes in _GEWEIGERD:
        yield blanco.typ(f"geweigerd: {naam}", bod, ruw, Waarde(None), codes)
    for tekst, code, reden in _LEEG:
        yield blanco.typ(f"leeg: {tekst}", bod, tekst, Waarde(None, reden=reden), code)
    yield from _open_gelaten(blanco, bod)
    yield blanco.typ("geweigerd: procentopmaak", bod, 0.12, Waarde(None), "W306", "0%")
    for opmaak in ("d-mmm", "dd-mm-yyyy", "mmm-yy"):
        dag = date(blanco.kaart.cyclus, 12, 10)
        yield blanco.typ(f"datum in getal: {opmaak}", bod, dag, Waarde(None), "W310", opmaak)
    yield blanco.typ("tijd in getal", bod, time(10, 12), Waarde(None), "W310")
    yield blanco.typ(
        "euro-opmaak om een aantal", bod, 25, Waarde(None), "W306", formaat='"€" #,##0'
    )


def _open_gelaten(blanco: Blanco, bod: Sleutel) -> Iterator[Geval]:
    """Yield a bod that was left open.

    The form tells who does not know a number yet to leave it open and to say at Toelichting
    when it is known. So beside an explanation a missing bod is something to look at.
    """
    plek = blanco.kaart.plek(bod)
    toelichting = (*bod[:2], "toelichting")
    for naam, ruw in (("niets", None), ("spaties", "   ")):
        yield blanco.geval(
            f"leeg: {naam} met uitleg",
            lambda boek, ruw=ruw: blanco.zet(boek, bod, ruw),
            {bod: VRIJ},
            meld("W313", plek),
            uitkomst="waarschuwing|correctie",
        )
        yield blanco.geval(
            f"leeg: {naam} zonder uitleg",
            lambda boek, ruw=ruw: (
                blanco.zet(boek, bod, ruw),
                blanco.zet(boek, toelichting, None),
            ),
            {bod: VRIJ, toelichting: None},
            meld("W313", plek),
        )


def bedragen(blanco: Blanco) -> Iterator[Geval]:
    """Yield cases for amounts in euros."""
    bedrag = ("bieding", blanco.aantal, "bedrag")
    for tekst, waarde in _BEDRAGEN:
        yield blanco.typ(f"bedrag: {tekst}", bedrag, tekst, Waarde(waarde))
    for naam, getal in (("getal", 450_000), ("centen", 1234.56), ("groot", 45_000_000)):
        yield blanco.typ(f"bedrag: {naam}", bedrag, getal, Waarde(getal))
    yield blanco.typ("bedrag: euro-opmaak", bedrag, 450_000, Waarde(450_000), formaat='"€" #,##0')
    benadering = Waarde(3_000_000, "circa")
    yield blanco.typ("bedrag: ca. € 3 mln", bedrag, "ca. € 3 mln", benadering, "W304")
    yield blanco.typ("bedrag: max. € 80k", bedrag, "max. € 80k", Waarde(80_000, "maximaal"), "W304")
    for tekst, laag, hoog in (
        ("€ 100.000 - € 150.000", 100_000, 150_000),
        ("2 à 3 mln", 2_000_000, 3_000_000),
        ("€ 2 tot 3 miljoen", 2_000_000, 3_000_000),
        ("10-15k", 10_000, 15_000),
    ):
        verwacht = Waarde(laag, hoog=hoog)
        yield blanco.typ(f"bedrag: {tekst}", bedrag, tekst, verwacht, "W305")
    yield blanco.typ("bedrag: twee manieren", bedrag, "1,234.50", Waarde(1234.5), "W303")
    yield blanco.typ("bedrag: negatief", bedrag, -100, Waarde(None), "W307")
    yield blanco.typ("bedrag: procent", bedrag, "12%", Waarde(None), "W306")
    yield blanco.typ("bedrag: PM", bedrag, "PM", Waarde(None, reden="onbekend"), "W315")
    yield blanco.typ(
        "bedrag: nog onbekend", bedrag, "n.t.b.", Waarde(None, reden="onbekend"), "W315"
    )
    yield blanco.typ("bedrag: streepje", bedrag, "-", Waarde(None, reden="streepje"), "W314")
    yield blanco.typ("bedrag: tekst", bedrag, "uit de begroting", Waarde(None), "W301")
    yield blanco.typ("bedrag: datum", bedrag, date(2026, 3, 1), Waarde(None), "W310", "d-mmm")
    yield blanco.geval(
        "bedrag: leeg mag",
        lambda boek: blanco.zet(boek, bedrag, None),
        {bedrag: None},
    )


def procenten(blanco: Blanco) -> Iterator[Geval]:
    """Yield cases for shares."""
    bod = ("bieding", blanco.procent, "bod")
    for naam, ruw, opmaak, waarde in (
        ("getal", 25, "", 25),
        ("tekst met teken", "25%", "", 25),
        ("tekst met spatie", "25 %", "", 25),
        ("voluit", "25 procent", "", 25),
        ("opmaak", 0.25, "0%", 25),
        ("opmaak met cijfers", 0.068, "0.00%", 6.8),
        ("opmaak, alles", 1, "0%", 100),
        ("komma", "6,80%", "", 6.8),
        ("komma zonder teken", "6,8", "", 6.8),
        ("halve", 12.5, "", 12.5),
        ("nul", 0, "", 0),
        ("honderd", 100, "", 100),
    ):
        yield blanco.typ(f"procent: {naam}", bod, ruw, Waarde(waarde), formaat=opmaak)
    yield blanco.typ("procent: kwart zonder opmaak", bod, 0.25, VRIJ, "W309", "General")
    yield blanco.typ("procent: kwart als tekst", bod, "0,25", VRIJ, "W309")
    yield blanco.typ("procent: te veel", bod, 150, Waarde(None), "W308")
    yield blanco.typ("procent: te veel als tekst", bod, "150%", Waarde(None), "W308")
    yield blanco.typ("procent: woningen", bod, "12 woningen", Waarde(None), "W306")
    yield blanco.typ("procent: euro", bod, "€ 12", Waarde(None), "W306")
    yield blanco.typ("procent: ca.", bod, "ca. 25%", Waarde(25, "circa"), "W304")
    yield blanco.typ("procent: minimaal", bod, "≥ 15%", Waarde(15, "minimaal"), "W304")
    yield blanco.typ("procent: bandbreedte", bod, "10-15%", Waarde(10, hoog=15), "W305")
    yield blanco.typ("procent: punt", bod, "12.5", Waarde(12.5), "W303")
    yield blanco.typ("procent: negatief", bod, -3, Waarde(None), "W307|W308")


def voorraad(blanco: Blanco) -> Iterator[Geval]:
    """Yield cases for the stock, and for figures that must add up."""
    if "voorraad" not in blanco.kaart.tabellen:
        return
    deel = ("voorraad", blanco.soort("voorraad", "VRD_NDAEB"), "stand")
    los = [r for r in blanco.regels("voorraad", lambda c, e: e != "%") if "EFG" in r]
    yield blanco.typ("voorraad: duizendpunt", deel, "200", Waarde(200))
    for ruw, verwacht, code in (
        ("onbekend", Waarde(None, reden="onbekend"), "W315"),
        ("veel", Waarde(None), "W301"),
        (12.5, Waarde(None), "W302"),
        (-1, Waarde(None), "W307"),
        ("-", Waarde(None, reden="streepje"), "W314"),
        ("12%", Waarde(None), "W306"),
    ):
        yield blanco.typ(f"voorraad: {ruw}", deel, ruw, verwacht, code)
    for regel in los[:1]:
        stand = ("voorraad", regel, "stand")
        yield blanco.typ("voorraad: ca.", stand, "ca. 310", Waarde(310, "circa"), "W304")
    for indicator in ("VRD_VHE", "VRD_DAEB"):
        yield from _totaal_klopt_niet(blanco, indicator)
    yield from _netto_klopt_niet(blanco)


def _totaal_klopt_niet(blanco: Blanco, indicator: str) -> Iterator[Geval]:
    """Yield a total that is not the sum of its parts; the figures stay as typed."""
    totaal = ("voorraad", blanco.soort("voorraad", indicator), "stand")
    fout = blanco.antwoorden[totaal] + 1
    plekken = [
        blanco.kaart.plek(("voorraad", blanco.soort("voorraad", code), "stand"))
        for code in ("VRD_VHE", "VRD_DAEB")
    ]
    yield blanco.geval(
        f"voorraad: som van {indicator}",
        lambda boek: blanco.zet(boek, totaal, fout),
        {totaal: Waarde(fout)},
        *[meld("C401", plek) for plek in (plekken if indicator == "VRD_DAEB" else plekken[:1])],
    )


def _netto_klopt_niet(blanco: Blanco) -> Iterator[Geval]:
    """Yield a net figure that is not new minus sloop and verkoop."""
    if not any(code.endswith("-NETTO") for code in blanco.kaart.tabellen["bieding"].regels):
        return
    netto = ("bieding", blanco.soort("bieding", "NETTO"), "bod")
    yield blanco.typ("netto: klopt niet", netto, 40, Waarde(40), "C402")
    sloop = ("bieding", blanco.soort("bieding", "SLVK"), "bod")
    for naam, ruw in (("getal", -5), ("gewone min", "-5"), ("echte min", "\u22125")):
        yield blanco.geval(
            f"netto: onder nul als {naam}",
            lambda boek, ruw=ruw: (blanco.zet(boek, netto, ruw), blanco.zet(boek, sloop, 65)),
            {netto: Waarde(-5), sloop: Waarde(65)},
        )
