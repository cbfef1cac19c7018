"""Voorbeeld: the folder ``voorbeeld/`` with which the demo plays a year."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from cycle.domain.errors import NietGevonden
from cycle.domain.formulier import regelcode, vragen
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.voorbeeld import Antwoord, Antwoorden, Voorbeeld
from cycle.library.bestand import Bestand, read_bestand
from cycle.library.bevindingen import Bevindingen
from cycle.library.markdown import Sectie, split_bestand
from cycle.library.suggestie import advies
from cycle.library.tabel import Rij, Tabel, check_kop, read_tabellen
from cycle.library.voorbeeldbesluiten import read_besluiten
from cycle.library.voorbeeldbijlagen import (
    EXTRA,
    GEVRAAGD,
    VOORRAAD,
    WEDERKERIGHEID,
    read_extra,
    read_gevraagd,
    read_voorraad,
    read_wederkerigheid,
)
from cycle.library.voorbeeldreacties import read_reacties
from cycle.library.voorbeeldstemmen import read_stemmen
from cycle.library.voorbeeldtoetsen import read_standen

REGELS: Final = ("regelcode", "doet mee", "bod", "planning", "bedrag", "toelichting")
_KOPPEN: Final = (REGELS, EXTRA, VOORRAAD, WEDERKERIGHEID, GEVRAAGD)


def read_voorbeeld(
    content: Path, samenwerking: Samenwerking, jaar: int, bevindingen: Bevindingen
) -> Voorbeeld:
    """Return the played year; biedingen and besluiten belong together.

    Reacties, stemmen and toetsen may be left out.

    Raises:
        NietGevonden: this samenwerking has no example for `jaar`.
    """
    voor = f"{samenwerking.code}/voorbeeld"
    namen = (f"{voor}/biedingen-{jaar}.md", f"{voor}/besluiten-{jaar}.md")
    if not any((content / naam).is_file() for naam in namen):
        raise NietGevonden(
            f"Voor {samenwerking.naam} is er geen voorbeeld van {jaar}.",
            advies=f"Kies een jaar waarvoor de map {voor} bestanden heeft.",
        )
    biedingen, besluiten = (read_bestand(content, naam, bevindingen) for naam in namen)
    los = [f"{voor}/{wat}-{jaar}.md" for wat in ("reacties", "stemmen", "toetsen")]
    reacties, stemmen, toetsen = (
        read_bestand(content, naam, bevindingen) if (content / naam).is_file() else None
        for naam in los
    )
    return Voorbeeld(
        antwoorden=_read_biedingen(biedingen, samenwerking, bevindingen) if biedingen else {},
        besluiten=read_besluiten(besluiten, samenwerking, bevindingen) if besluiten else (),
        reacties=read_reacties(reacties, samenwerking, bevindingen) if reacties else (),
        stemmen=read_stemmen(stemmen, samenwerking, bevindingen) if stemmen else (),
        standen=read_standen(toetsen, samenwerking, bevindingen) if toetsen else (),
    )


def _read_biedingen(
    bestand: Bestand, samenwerking: Samenwerking, bevindingen: Bevindingen
) -> dict[str, Antwoorden]:
    """Return the answers of every partij that has a heading in the file."""
    bekend = [partij.code for partij in samenwerking.partijen]
    antwoorden: dict[str, Antwoorden] = {}
    for sectie in split_bestand(bestand, (2,))[1:]:
        partij = sectie.titel
        if partij not in bekend:
            bevindingen.fout(
                "I120",
                sectie.plek,
                f"De partij '{partij}' is niet bekend.",
                advies(partij, bekend),
            )
        elif partij in antwoorden:
            bevindingen.fout("I132", sectie.plek, f"De kop '{partij}' staat er twee keer.")
        else:
            antwoorden[partij] = _read_antwoorden(sectie, samenwerking, bevindingen)
    return antwoorden


def _read_antwoorden(
    sectie: Sectie, samenwerking: Samenwerking, bevindingen: Bevindingen
) -> Antwoorden:
    """Return what one partij types: its rows, and what stands on the other sheets."""
    partij, codes = sectie.titel, _regelcodes(samenwerking, sectie.titel)
    regels: dict[str, Antwoord] = {}
    rijen: dict[tuple[str, ...], list[Rij]] = {kop: [] for kop in _KOPPEN}
    for tabel in read_tabellen(sectie, bevindingen):
        kop = _soort(tabel)
        if check_kop(tabel, kop, bevindingen):
            rijen[kop] += tabel.rijen
    for rij in rijen[REGELS]:
        _add_antwoord(rij, regels, codes, bevindingen)
    return Antwoorden(
        partij=partij,
        regels=tuple(regels.values()),
        extra=tuple(read_extra(rij) for rij in rijen[EXTRA]),
        voorraad=tuple(read_voorraad(rij, samenwerking, bevindingen) for rij in rijen[VOORRAAD]),
        wederkerigheid=tuple(
            read_wederkerigheid(rij, samenwerking, partij, bevindingen)
            for rij in rijen[WEDERKERIGHEID]
        ),
        gevraagd=tuple(read_gevraagd(rij, samenwerking, bevindingen) for rij in rijen[GEVRAAGD]),
    )


def _soort(tabel: Tabel) -> tuple[str, ...]:
    """Return the headings that those of a table resemble most, also with a slip in one."""
    koppen = tabel.kolommen
    return max(_KOPPEN, key=lambda k: (len({*k} & {*koppen}), -abs(len(k) - len(koppen))))


def _regelcodes(samenwerking: Samenwerking, partij: str) -> list[str]:
    """Return the codes of all rows in the form of one partij."""
    return [
        regelcode(afspraak.nummer, indicator.code)
        for afspraak in samenwerking.afspraken
        for indicator in vragen(samenwerking, afspraak, partij)
    ]


def _add_antwoord(
    rij: Rij, regels: dict[str, Antwoord], codes: Sequence[str], bevindingen: Bevindingen
) -> None:
    """Keep one answer; its row must be in the form, and only once."""
    code = rij.cellen["regelcode"]
    if code not in codes:
        bevindingen.fout(
            "I126",
            rij.plek,
            f"De regelcode '{code}' staat niet op het formulier.",
            advies(code, codes),
        )
    if code in regels:
        bevindingen.fout("I132", rij.plek, f"De regelcode '{code}' staat er twee keer.")
    regels[code] = Antwoord(
        regelcode=code,
        deelname=rij.cellen["doet mee"],
        bod=rij.cellen["bod"],
        planning=rij.cellen["planning"],
        bedrag=rij.cellen["bedrag"],
        toelichting=rij.cellen["toelichting"],
    )
