"""Lezer: the one place where the corpus meets the reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from cycle.domain.bevinding import Celbevinding, Ernst
from cycle.domain.gelezen import GelezenWaarde
from cycle.forms import ExcelFormulieren
from cycle.services.ports import Afzender
from tests.cycle.forms.corpus.geval import Waarde
from tests.cycle.forms.corpus.kaart import Sleutel

_UITKOMST = {
    Ernst.INFO: "ok",
    Ernst.WAARSCHUWING: "waarschuwing",
    Ernst.FOUT: "correctie",
    Ernst.BLOKKADE: "geweigerd",
}
_ORDE = list(_UITKOMST)


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What the reader made of one file, as plain values.

    `waarden` holds what was typed: cells that were left empty are not in it. `plekken` says
    where each answer stood, `dubbel` which answers were read more than once.
    """

    partij: str
    cyclus: int
    uitkomst: str
    waarden: Mapping[Sleutel, Waarde]
    plekken: Mapping[Sleutel, str]
    dubbel: tuple[Sleutel, ...]
    bevindingen: tuple[tuple[str, str], ...]


def read(inhoud: bytes, bestand: str, afzender: Afzender | None = None) -> Uitslag:
    """Return what the reader says about these bytes."""
    formulieren = ExcelFormulieren().read(inhoud, bestand, "inzending-1", afzender)
    waarden: dict[Sleutel, Waarde] = {}
    plekken: dict[Sleutel, str] = {}
    dubbel = []
    for waarde in (w for f in formulieren for w in f.waarden if w.waarde is not None or w.ruw):
        sleutel = (waarde.tabel, waarde.regel, waarde.veld)
        if sleutel in waarden:
            dubbel.append(sleutel)
        waarden[sleutel] = _plain(waarde)
        plekken[sleutel] = f"{waarde.plek.blad}!{waarde.plek.cel}"
    bevindingen = [b for f in formulieren for b in f.bevindingen]
    zwaarst = max((b.ernst for b in bevindingen), key=_ORDE.index, default=Ernst.INFO)
    return Uitslag(
        partij=formulieren[0].partij,
        cyclus=formulieren[0].jaar,
        uitkomst=_UITKOMST[zwaarst],
        waarden=waarden,
        plekken=plekken,
        dubbel=tuple(dubbel),
        bevindingen=tuple((b.code, place(b)) for b in bevindingen),
    )


def place(bevinding: Any) -> str:  # noqa: ANN401 - whatever comes must be a Celbevinding
    """Return sheet and cell of a finding; only the sheet, or nothing, when it has no cell."""
    assert isinstance(bevinding, Celbevinding), bevinding
    return f"{bevinding.blad}!{bevinding.cel}" if bevinding.cel else bevinding.blad


def _plain(waarde: GelezenWaarde) -> Waarde:
    return Waarde(
        value=_value(waarde.waarde),
        kwalificatie=waarde.kwalificatie,
        hoog=None if waarde.hoog is None else float(waarde.hoog),
        tot=waarde.tot.isoformat() if waarde.tot else "",
        reden=waarde.reden.value if waarde.reden else "",
        ruw=waarde.ruw,
    )


def _value(waarde: object) -> object:
    if isinstance(waarde, Decimal):
        return float(waarde)
    return waarde.isoformat() if isinstance(waarde, date) else waarde
