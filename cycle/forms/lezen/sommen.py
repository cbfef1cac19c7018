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
_DEEL = re.compile(r"(?:^|\s)([+-]?)\s*(\S+)")


def check_sommen(
    vragen: Mapping[str, Vraag], waarden: Iterable[GelezenWaarde]
) -> Iterator[Celbevinding]:
    """Yield the answers that differ from what the answers they follow from add up to.

    With one of the parts left open there is nothing to compare.
    """
    gelezen = {w.regel: w for w in waarden if _GETALVELDEN.get(w.tabel) == w.veld}
    getallen = {code: w.waarde for code, w in gelezen.items() if isinstance(w.waarde, Decimal)}
    for code, vraag in vragen.items():
        delen = _DEEL.findall(vraag.controle)
        if not delen or code not in getallen or any(d not in getallen for _, d in delen):
            continue
        som = sum(
            (-getallen[deel] if teken == "-" else getallen[deel] for teken, deel in delen),
            Decimal(0),
        )
        if som != getallen[code]:
            soort = "C402" if any(teken == "-" for teken, _ in delen) else "C401"
            yield _verschil(soort, gelezen[code], som)


def _verschil(code: str, uitkomst: GelezenWaarde, som: Decimal) -> Celbevinding:
    """Return the finding on the cell of an outcome that does not follow."""
    plek = uitkomst.plek
    totaal = in_woorden(uitkomst.waarde) if isinstance(uitkomst.waarde, Decimal) else ""
    return make_bevinding(
        code,
        Waar(plek.blad, plek.cel, uitkomst.regel, uitkomst.veld),
        ruw=uitkomst.ruw,
        gelezen=totaal,
        som=in_woorden(som),
        totaal=totaal,
    )
