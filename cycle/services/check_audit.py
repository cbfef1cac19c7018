"""Audit controleren: reads the whole chain of a cyclus and holds the data against it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cycle.domain.auditcontrole import (
    BEGIN_SOORT,
    Auditrapport,
    Auditstand,
    Rijsleutel,
    compare_stand,
)
from cycle.domain.cyclus import Cyclus
from cycle.domain.keten import Auditregel, Ketenhoofd, check_keten
from cycle.services.cyclus import require_cyclus
from cycle.services.ports import Toolkit

_DEEL = 5_000
"""Events per transaction: others write in between, and memory stays small."""


@dataclass
class _Lezing:
    """What was met while reading: the last event of every row, and the state at the end."""

    gebeurd: dict[Rijsleutel, str] = field(default_factory=dict)
    begin: str = ""
    stand: Auditstand = field(default_factory=Auditstand)


def check_audit(
    toolkit: Toolkit, samenwerking: str, jaar: int, ankers: Sequence[Ketenhoofd] = ()
) -> Auditrapport:
    """Return whether the chain holds, and whether the data are what it tells.

    `ankers` are heads that were written down elsewhere; without one nobody can see that the
    end was cut off.

    Raises:
        NietGevonden: the cyclus was not started.
    """
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
    lezing = _Lezing()
    keten = check_keten(f"{samenwerking}/{jaar}", _read(toolkit, cyclus, lezing), ankers)
    if keten.breuk:
        return Auditrapport(keten)
    return Auditrapport(keten, compare_stand(keten, lezing.stand))


def _read(toolkit: Toolkit, cyclus: Cyclus, lezing: _Lezing) -> Iterator[Auditregel]:
    """Yield all events; what is kept is read together with the last of them."""
    na, is_einde = 0, False
    while not is_einde:
        with toolkit.store.transaction() as tx:
            deel = tx.auditregels(cyclus, na, _DEEL)
            is_einde = len(deel) < _DEEL
            gegevens = {g.kenmerk: g for g in tx.auditgegevens(cyclus)} if is_einde else {}
            rijen = tx.auditrijen(cyclus) if is_einde else {}
        for _, _, _, soort, rij, inhoud, _, _ in deel:
            if rij:
                lezing.gebeurd[soort, rij] = inhoud
            elif soort == BEGIN_SOORT:
                lezing.begin = inhoud
        na = deel[-1].volgnummer if deel else na
        lezing.stand = Auditstand(lezing.gebeurd, lezing.begin, gegevens, rijen)
        yield from deel
