"""Taken: the open obligations of a cyclus, with who hears of each and when."""

from collections.abc import Iterable, Mapping, Sequence

import pendulum

from cycle.domain.cyclus import Cyclus
from cycle.domain.dekking import find_schoolregio
from cycle.domain.errors import JaarschijfError
from cycle.domain.partij import PartijSoort
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.schoolvakantie import GEEN_VAKANTIES
from cycle.domain.taak import Adressen, Taak, build_taak
from cycle.domain.verzenddag import Verzenddagen
from cycle.domain.weekoverzicht import list_sleutels
from cycle.services.list_openstaand import list_openstaand
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


def list_taken(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking
) -> tuple[Taak, ...]:
    """Return the tasks of one cyclus, in the order of the partijen."""
    coordinator = next(inhoud.van_soort(PartijSoort.GEMEENTE))
    dagen = _verzenddagen(toolkit, inhoud)
    taken = []
    for verplichting in list_openstaand(toolkit, tx, cyclus, inhoud):
        partij = inhoud.partij(verplichting.partij)
        adressen = Adressen(partij.mail, coordinator.mail, partij.plaatsvervanger_mail)
        taken.append(
            build_taak(
                (cyclus.samenwerking, cyclus.jaar),
                verplichting,
                adressen,
                dagen,
                inhoud.herinnerregels,
            )
        )
    return tuple(taken)


def load_inhouden(
    toolkit: Toolkit, cycli: Iterable[Cyclus]
) -> tuple[dict[str, Samenwerking], dict[str, JaarschijfError]]:
    """Return the content of each samenwerking, and the refusal of one that has faults."""
    inhouden: dict[str, Samenwerking] = {}
    fouten: dict[str, JaarschijfError] = {}
    for code in dict.fromkeys(cyclus.samenwerking for cyclus in cycli):
        try:
            inhouden[code] = toolkit.bibliotheek.load(code)
        except JaarschijfError as fout:
            fouten[code] = fout
    return inhouden, fouten


def list_alle_taken(
    toolkit: Toolkit,
    tx: CyclusStore,
    cycli: Iterable[Cyclus],
    inhouden: Mapping[str, Samenwerking],
) -> tuple[tuple[Taak, ...], dict[str, JaarschijfError]]:
    """Return the open tasks of these cycli as they are now, and why one could not be asked.

    The errors are by samenwerking and jaar: one that fails does not hold up the others.
    """
    taken: list[Taak] = []
    fouten: dict[str, JaarschijfError] = {}
    for cyclus in cycli:
        nu = tx.get(cyclus.samenwerking, cyclus.jaar)
        try:
            taken += list_taken(toolkit, tx, nu, inhouden[cyclus.samenwerking]) if nu else ()
        except JaarschijfError as fout:
            fouten[f"{cyclus.samenwerking} {cyclus.jaar}"] = fout
    return tuple(taken), fouten


def known_gestuurd(
    tx: CyclusStore,
    cycli: Iterable[Cyclus],
    taken: Sequence[Taak],
    dagen: Iterable[pendulum.Date],
) -> set[str]:
    """Return the keys that went out, without those of a mail that still waits."""
    wachtend = {
        sleutel
        for cyclus in cycli
        for _, sleutels in tx.wachtende_herinneringen(cyclus)
        for sleutel in sleutels
    }
    return set(tx.known_herinneringen(list_sleutels(taken, dagen))) - wachtend


def _verzenddagen(toolkit: Toolkit, inhoud: Samenwerking) -> Verzenddagen:
    """Return on which days this samenwerking is left alone: days off and school holidays."""
    regio = find_schoolregio(inhoud)
    jaar = toolkit.klok.vandaag().year
    jaren = range(jaar - 1, jaar + 3)
    vakanties = toolkit.bibliotheek.schoolvakanties(regio, jaren) if regio else GEEN_VAKANTIES
    return Verzenddagen(toolkit.bibliotheek.is_werkdag(), lambda dag: bool(vakanties.op(dag)))
