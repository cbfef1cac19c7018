"""Toetsbron: what a check is made of: the adopted jaarschijf and what was reported."""

from cycle.domain.cyclus import Cyclus
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.toets import Toetsmoment
from cycle.domain.toetsstand import Toetsstand, build_toetsstand
from cycle.domain.toetsvraag import Toetsvraag
from cycle.domain.toetsvragen import list_toetsvragen
from cycle.services.cyclus import require_concept
from cycle.services.gegevens import load_gegevens
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


def read_vragen(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking
) -> tuple[Toetsvraag, ...]:
    """Return every row of a check on the version that counts: the adopted one.

    Raises:
        FaseError: there is no version at all.
    """
    concept = require_concept(tx, cyclus)
    gegevens = load_gegevens(toolkit.bestanden.get(concept.gegevens))
    return list_toetsvragen(inhoud, gegevens.jaarschijf, gegevens.view, tx.biedingen(cyclus))


def read_stand(
    toolkit: Toolkit,
    tx: CyclusStore,
    cyclus: Cyclus,
    inhoud: Samenwerking,
    moment: Toetsmoment,
) -> Toetsstand:
    """Return how everything stands at a check, as far as it was reported.

    Raises:
        FaseError: there is no version at all.
    """
    return build_toetsstand(
        moment,
        cyclus.jaar,
        read_vragen(toolkit, tx, cyclus, inhoud),
        tx.standmeldingen(cyclus, moment),
        tx.lichtkeuzes(cyclus),
    )
