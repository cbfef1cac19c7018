"""Controle: every finding about one Word template, in one run, without filling it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from cycle.documents.sjabloon.alineas import Alinea, Inhoud, Plaats, W, read_inhoud
from cycle.documents.sjabloon.bevindingen import Vondst, at_alinea
from cycle.documents.sjabloon.blokken import Bouw, kamer
from cycle.documents.sjabloon.code import Code
from cycle.documents.sjabloon.codes import Codelezer
from cycle.documents.sjabloon.naast import check_naast
from cycle.documents.sjabloon.nalopen import Naloper
from cycle.documents.sjabloon.soorten import Soort, velden_van
from cycle.documents.sjabloon.stijlgebruik import check_stijlen
from cycle.documents.veilig import parse_part
from cycle.documents.velden import ITEM
from cycle.domain.addendumview import AddendumView
from cycle.domain.bevinding import Bevinding
from cycle.domain.errors import InvoerError
from cycle.domain.kickoffview import KickoffView
from cycle.domain.ondertekenbladview import OndertekenbladView, VerklaringView
from cycle.domain.ontvangstview import OntvangstView
from cycle.domain.toetsview import ToetsView
from cycle.domain.view import BriefView, JaarschijfView

VIEWS: Final = {
    "jaarschijf": JaarschijfView,
    "brief": BriefView,
    "ontvangst": OntvangstView,
    "toets": ToetsView,
    "startbijeenkomst": KickoffView,
    "addendum": AddendumView,
    "ondertekenblad": OndertekenbladView,
    "bestuursverklaring": VerklaringView,
}
"""What a template can be for, and the view that it is filled with."""
_ONGEVULD: Final = {"word/endnotes": "eindnoten", "word/charts/": "grafieken"}
_TEKENEN: Final = re.compile(r"for\s+(\w+)\s+in\s+ondertekening\b")
_CODE: Final = re.compile(r"\{\{|\{%")


@dataclass(frozen=True, slots=True)
class Sjablooncontrole:
    """What the check says of one file; `voor` is the view it was held against."""

    naam: str
    voor: str
    bevindingen: tuple[Bevinding, ...]
    vondsten: tuple[Vondst, ...] = ()


def check_sjabloon(docx: bytes, naam: str, voor: str = "") -> Sjablooncontrole:
    """Return every finding about a template; without `voor` the name or the fields decide.

    A file that cannot be read has one finding, which says why.
    """
    try:
        inhoud = read_inhoud(docx, naam)
    except InvoerError as fout:
        alinea = Alinea("", 0, Plaats(), "")
        vondst = at_alinea("T001", alinea, (0, ""), (fout.melding,), (fout.advies,))
        return Sjablooncontrole(naam, voor, (vondst.bevinding(naam),))
    keuzes = (voor,) if voor else _by_name(naam)
    uitkomsten = {keuze: check_inhoud(inhoud, velden_van(VIEWS[keuze])) for keuze in keuzes}
    beste = min(uitkomsten, key=lambda keuze: len(uitkomsten[keuze]))
    # Word keeps a text box twice, so what is wrong in it is found twice
    eenmaal: dict[Bevinding, Vondst] = {}
    for vondst in uitkomsten[beste]:
        eenmaal.setdefault(vondst.bevinding(naam), vondst)
    return Sjablooncontrole(naam, beste, tuple(eenmaal), tuple(eenmaal.values()))


def _by_name(naam: str) -> tuple[str, ...]:
    """Return the view that a file name speaks of, all of them when it speaks of none."""
    genoemd = tuple(keuze for keuze in VIEWS if keuze in naam.lower())
    return genoemd if len(genoemd) == 1 else tuple(VIEWS)


def check_inhoud(inhoud: Inhoud, velden: Soort) -> list[Vondst]:
    """Return every finding about a template that is filled with these fields, in order."""
    vondsten: list[Vondst] = []
    markdown: list[tuple[Code, str]] = []
    delen = {alinea.deel: None for alinea in inhoud.alineas}
    for deel in delen:
        alineas = [alinea for alinea in inhoud.alineas if alinea.deel == deel]
        gevonden, opgemaakt = _check_deel(alineas, velden)
        vondsten += sorted(gevonden, key=lambda vondst: (vondst.alinea.nummer, vondst.begin))
        markdown += opgemaakt
    vondsten += check_stijlen(inhoud, markdown)
    vondsten += _unfilled(inhoud)
    vondsten += _without_anker(inhoud)
    return vondsten


def _check_deel(
    alineas: Sequence[Alinea], velden: Soort
) -> tuple[list[Vondst], list[tuple[Code, str]]]:
    """Return the findings in one part, and its codes with ``|markdown``."""
    lezer = Codelezer(frozenset(velden.velden) | frozenset(ITEM.values()))
    codes = lezer.read(alineas)
    bouw = Bouw(codes)
    naloper = Naloper(velden, kamer().filters, kamer().tests)
    naloper.walk(bouw.stappen)
    losse = [*lezer.vondsten, *check_naast(alineas, codes), *bouw.vondsten]
    return [*losse, *naloper.vondsten], naloper.markdown


def _without_anker(inhoud: Inhoud) -> Iterator[Vondst]:
    """Yield a table of signatures in which nothing says where the field to sign comes."""
    for alinea in inhoud.alineas:
        lus = _TEKENEN.search(alinea.tekst)
        if lus and not any(f"{lus[1]}.anker" in ander.tekst for ander in inhoud.alineas):
            yield at_alinea("T401", alinea, (0, lus[0]), (lus[1],))


def _unfilled(inhoud: Inhoud) -> Iterator[Vondst]:
    """Yield the parts with codes that nobody fills."""
    for deel, xml in inhoud.parts.items():
        plek = next((woord for begin, woord in _ONGEVULD.items() if deel.startswith(begin)), "")
        if not plek or not deel.endswith(".xml"):
            continue
        for alinea in parse_part(xml, inhoud.naam).iter(f"{W}p", "{*}p"):
            tekst = _words(alinea)
            if _CODE.search(tekst):
                gevonden = Alinea(deel, 0, Plaats(), tekst)
                yield at_alinea("T212", gevonden, (0, tekst), (plek,))


def _words(alinea: etree._Element) -> str:
    """Return the text of a paragraph in any part."""
    return "".join(str(t.text or "") for t in alinea.iter("{*}t"))
