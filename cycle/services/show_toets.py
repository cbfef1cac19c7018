"""Stand van een toets: how everything stands now, also before everybody reported."""

from cycle.domain.toets import Toetsmoment
from cycle.domain.toetsstand import Toetsstand
from cycle.services.cyclus import require_cyclus
from cycle.services.ports import Toolkit
from cycle.services.toetsbron import read_stand


def show_toets(toolkit: Toolkit, samenwerking: str, jaar: int, moment: Toetsmoment) -> Toetsstand:
    """Return how everything stands; nothing is kept.

    Raises:
        NietGevonden: the cyclus was not started.
        FaseError: there is no version of the jaarschijf.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        return read_stand(toolkit, tx, cyclus, inhoud, moment)
