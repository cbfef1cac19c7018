"""Lopende tekst: text that is printed as it stands, checked for what was meant otherwise.

A heading with a typing error is plain text to Markdown. Everything below it would then
silently become part of the text above it, so such lines are looked for.
"""

import re
from typing import Final

from cycle.domain.opmaak import Opmaaksoort, Tekstruimte, check_opmaak, read_opmaak
from cycle.library.bevindingen import Bevindingen
from cycle.library.markdown import Blok, Sectie, list_blokken
from cycle.library.omgeving import Omgeving
from cycle.library.register import Naamsoort, Register
from cycle.library.tabel import find_tabelregel, read_tabel, report_los

_KOP = re.compile(r"#+[^#\s].*|.*\{#[^}]*\}\s*")
_GEGEVEN = re.compile(r"\s*[-*+]\s+(Aard|Wie|Eenheid)\s*:.*")
_PATRONEN: Final = {"paragraph": _KOP, "ordered_list": _KOP, "bullet_list": _GEGEVEN}
_DOELEN: Final = ("indicator", "partij")


def check_tekst(sectie: Sectie, omgeving: Omgeving, ruimte: Tekstruimte) -> None:
    """Report what no document can show, and the first line that was meant as a heading."""
    bevindingen = omgeving.bevindingen
    tekst = cut_tekst(sectie, omgeving.register, bevindingen)
    for blok in list_blokken(tekst):
        if blok.soort == "table":
            read_tabel(tekst, blok, bevindingen)
        elif (regel := find_tabelregel(tekst, blok)) is not None:
            report_los(tekst, regel, blok.einde, bevindingen)
    _check_opmaak(tekst, omgeving, ruimte)


def cut_tekst(sectie: Sectie, register: Register, bevindingen: Bevindingen) -> Sectie:
    """Return the section up to a line that must have been meant as a heading.

    That line gets a finding. It may hide an afspraak.
    """
    for blok in list_blokken(sectie):
        index = _find_kop(sectie, blok)
        if index is not None:
            register.mark_onvolledig(Naamsoort.AFSPRAAK)
            bevindingen.fout(
                "I150",
                sectie.plek_van(index),
                "Hier is een kop niet goed geschreven, of hij ontbreekt.",
                "Begin een kop met hekjes en een spatie, zoals '## 1. Titel {#code}' of "
                "'### Doelen'.",
            )
            return sectie.before(index)
    return sectie


def _check_opmaak(tekst: Sectie, omgeving: Omgeving, ruimte: Tekstruimte) -> None:
    """Report pieces that cannot be set, and keep pictures, ids and what links point at."""
    opmaak = read_opmaak("\n".join(tekst.regels))
    for fout in check_opmaak(opmaak, ruimte):
        # rows of tables and characters have a finding already
        if fout.soort is Opmaaksoort.OVERIG:
            plek = tekst.plek_van(fout.regel)
            omgeving.bevindingen.fout("I153", plek, fout.melding, fout.advies)
    for index, naam in opmaak.beelden():
        omgeving.beelden.add(naam, tekst.plek_van(index))
    for index, anker in opmaak.ankers():
        omgeving.register.add(Naamsoort.LINKDOEL, anker, tekst.plek_van(index))
    for index, doel in opmaak.doelen():
        omgeving.register.refer(Naamsoort.LINKDOEL, doel, tekst.plek_van(index))


def _find_kop(sectie: Sectie, blok: Blok) -> int | None:
    """Return the first line of a block that belongs to a heading, None when there is none."""
    if blok.soort == "table":
        is_doelen = read_tabel(sectie, blok, Bevindingen()).kolommen[:2] == _DOELEN
        return blok.begin if is_doelen else None
    patroon = _PATRONEN.get(blok.soort)
    if patroon is None:
        return None
    regels = range(blok.begin, blok.einde)
    return next((i for i in regels if patroon.fullmatch(sectie.regels[i])), None)
