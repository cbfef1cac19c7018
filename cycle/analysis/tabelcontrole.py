"""Tabelcontrole: everything that can be checked about one table, wherever it stands."""

from cycle.analysis.aandelen import check_aandelen
from cycle.analysis.cijfercontrole import check_cijfers
from cycle.domain.bevinding import Bevinding
from cycle.domain.cijfertabel import Cijfertabel


def check_tabel(tabel: Cijfertabel) -> list[Bevinding]:
    """Return what does not fit in a table: sums and relations, then percentages."""
    return check_cijfers(tabel) + check_aandelen(tabel)
