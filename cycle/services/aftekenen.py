"""Aftekenen: the board of one cyclus, and the gate through which every act on it goes."""

from collections.abc import Iterator

from cycle.domain.aftekenbord import Aftekenbord, Aftekenbronnen, Aftekening, build_aftekenbord
from cycle.domain.aftekening import Aftekendaad, Aftekenstaat, Situatie, step
from cycle.domain.cyclus import Cyclus
from cycle.domain.partij import Partij
from cycle.domain.samenwerking import Samenwerking
from cycle.services.cyclus import require_concept
from cycle.services.opslagport import CyclusStore

_VRAAG = "besluit"
"""Kind of mail with which a partij is asked to decide; its key names the content code."""


def load_aftekenbord(tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking) -> Aftekenbord:
    """Return where everybody stands with the version that counts.

    Raises:
        FaseError: no concept was made yet.
    """
    require_concept(tx, cyclus)
    bronnen = Aftekenbronnen(
        concepten=tx.concepten(cyclus),
        gevraagd=frozenset(_gevraagd(tx, cyclus)),
        besluiten=tx.besluiten(cyclus),
        handtekeningen=tx.handtekeningen(cyclus),
        stappen=tx.aftekenstappen(cyclus),
    )
    return build_aftekenbord(inhoud.partijen, bronnen)


def _gevraagd(tx: CyclusStore, cyclus: Cyclus) -> Iterator[tuple[str, str]]:
    """Yield for each question that was mailed the content code and the partij."""
    for bericht in tx.berichten(cyclus):
        delen = bericht.sleutel.split("/")
        if len(delen) == 3 and delen[0] == _VRAAG:
            yield delen[1], delen[2]


def list_deelnemers(tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking) -> tuple[Partij, ...]:
    """Return the partijen that did not leave, in the order of the content."""
    weg = Aftekenbronnen((), stappen=tx.aftekenstappen(cyclus)).onttrokken
    return tuple(partij for partij in inhoud.partijen if partij.code not in weg)


def check_daad(rij: Aftekening, daad: Aftekendaad, situatie: Situatie) -> Aftekenstaat:
    """Return the state after an act.

    Who says something on a version that was not sent by mail was asked in another way, so the
    question comes first then.

    Raises:
        BesluitError: the act does not exist in this state, or a demand is not met.
    """
    staat = rij.staat
    if staat is Aftekenstaat.NIET_UITGENODIGD and daad in _NA_EEN_VRAAG:
        staat = step(staat, Aftekendaad.UITNODIGEN, situatie)
    return step(staat, daad, situatie)


_NA_EEN_VRAAG = (
    *(Aftekendaad.OPENEN, Aftekendaad.AKKOORD, Aftekendaad.VOORBEHOUD, Aftekendaad.WEIGEREN),
)
