"""Cijferverschil: every figure that changed between two versions, one row each."""

from collections.abc import Iterator, Mapping
from typing import Final

from cycle.domain.verschilview import CijferVerschilView
from cycle.domain.view import JaarschijfView

_VELDEN: Final = {
    "doel": "doel",
    "realisatie": "gerealiseerd",
    "rest": "rest",
    "nodig": "nodig",
    "bod": "bod",
    "verschil": "verschil",
}
_GEEN: Final = "–"

_Sleutel = tuple[str, str, str, str]
"""Stable id of an afspraak or table, partij, line, and which figure of the line."""


def compare_cijfers(oud: JaarschijfView, nieuw: JaarschijfView) -> tuple[CijferVerschilView, ...]:
    """Return the figures that differ, in the order of the new version; gone ones last."""
    eerder, later = dict(_cijfers(oud)), dict(_cijfers(nieuw))
    namen = {**_namen(oud), **_namen(nieuw)}
    sleutels = [*later, *(s for s in eerder if s not in later)]
    return tuple(
        _rij(sleutel, (eerder.get(sleutel, _GEEN), later.get(sleutel, _GEEN)), namen)
        for sleutel in sleutels
        if eerder.get(sleutel, _GEEN) != later.get(sleutel, _GEEN)
    )


def _rij(
    sleutel: _Sleutel, waarden: tuple[str, str], namen: Mapping[str, str]
) -> CijferVerschilView:
    """Return one row."""
    waar, partij, regel, veld = sleutel
    return CijferVerschilView(
        waar=namen[waar],
        partij=partij,
        wat=f"{regel}: {veld}" if veld else regel,
        oud=waarden[0],
        nieuw=waarden[1],
    )


def _namen(view: JaarschijfView) -> dict[str, str]:
    """Return what each afspraak and each table is called."""
    namen: dict[str, str] = {}
    for thema in view.themas:
        namen |= {a.id: f"Afspraak {a.nummer}" for a in thema.afspraken}
        namen |= {f"{thema.anker} {t.titel}": t.titel for t in thema.tabellen}
    return namen


def _cijfers(view: JaarschijfView) -> Iterator[tuple[_Sleutel, str]]:
    """Yield every figure line of the afspraken and every cell of the printed tables."""
    for thema in view.themas:
        for tabel in thema.tabellen:
            waar = f"{thema.anker} {tabel.titel}"
            for rij in tabel.rijen:
                for kolom, cel in zip(tabel.kolommen, rij.cellen, strict=False):
                    yield (waar, kolom, rij.naam, ""), cel
        for afspraak in thema.afspraken:
            for cijfer in afspraak.cijfers:
                for veld, woord in _VELDEN.items():
                    yield (
                        (afspraak.id, cijfer.partij, cijfer.indicator, woord),
                        str(getattr(cijfer, veld)),
                    )
