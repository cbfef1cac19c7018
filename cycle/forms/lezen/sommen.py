"""Sommen: answers that follow from other answers in the same table."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from cycle.domain.bevinding import Celbevinding
from cycle.domain.gelezen import GelezenWaarde
from cycle.domain.notatie import getal as in_woorden
from cycle.forms.lezen.herkenning import Vraag
from cycle.forms.meldingen.catalogus import make_bevinding
from cycle.forms.meldingen.melding import Waar

_GETALVELDEN: Final = {"bieding": "bod", "voorraad": "stand"}
_Bereik = tuple[Decimal, Decimal]
_DEEL = re.compile(r"(?:^|\s)([+-]?)\s*(\S+)")


def check_sommen(
    vragen: Mapping[str, Vraag], waarden: Iterable[GelezenWaarde]
) -> Iterator[Celbevinding]:
    """Yield the answers that cannot be what the answers they follow from add up to.

    With one of them left open, or no more than "circa", there is nothing to compare. A range
    is right when any number in it is.
    """
    gelezen = {w.regel: w for w in waarden if _GETALVELDEN.get(w.tabel) == w.veld}
    bereiken = {code: b for code, w in gelezen.items() if (b := _bereik(w)) is not None}
    for code, vraag in vragen.items():
        delen = _DEEL.findall(vraag.controle)
        if not delen or code not in bereiken or any(d not in bereiken for _, d in delen):
            continue
        som = _tel_op((teken == "-", bereiken[deel]) for teken, deel in delen)
        laagste, hoogste = bereiken[code]
        if som[1] < laagste or som[0] > hoogste:
            soort = "C402" if any(teken == "-" for teken, _ in delen) else "C401"
            yield _verschil(soort, gelezen[code], som)


def _bereik(waarde: GelezenWaarde) -> _Bereik | None:
    """Return the lowest and highest number of an answer, None when it has no firm one."""
    if not isinstance(waarde.waarde, Decimal) or waarde.kwalificatie:
        return None
    return waarde.waarde, waarde.waarde if waarde.hoog is None else waarde.hoog


def _tel_op(delen: Iterable[tuple[bool, _Bereik]]) -> _Bereik:
    """Return the lowest and highest sum; a part that is taken off counts the other way round."""
    laagste = hoogste = Decimal(0)
    for gaat_af, (laag, hoog) in delen:
        laagste += -hoog if gaat_af else laag
        hoogste += -laag if gaat_af else hoog
    return laagste, hoogste


def _in_woorden(bereik: _Bereik) -> str:
    """Return a number, or a range as ``10 tot 15``."""
    laagste, hoogste = map(in_woorden, bereik)
    return laagste if laagste == hoogste else f"{laagste} tot {hoogste}"


def _verschil(code: str, uitkomst: GelezenWaarde, som: _Bereik) -> Celbevinding:
    """Return the finding on the cell of an outcome that does not follow."""
    plek, bereik = uitkomst.plek, _bereik(uitkomst)
    totaal = _in_woorden(bereik) if bereik else ""
    return make_bevinding(
        code,
        Waar(plek.blad, plek.cel, uitkomst.regel, uitkomst.veld),
        ruw=uitkomst.ruw,
        gelezen=totaal,
        som=_in_woorden(som),
        totaal=totaal,
    )
