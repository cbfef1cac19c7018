"""Kalender: the deadlines of one jaarschijf, the planning back from the organen, and doubts."""

from dataclasses import dataclass

from cycle.domain.bevinding import Bevinding
from cycle.domain.dekking import (
    check_gelijkgesteld,
    check_profiel,
    check_schoolvakanties,
    find_schoolregio,
    jaren_van,
)
from cycle.domain.kalender import Termijn
from cycle.domain.plancontrole import check_planning
from cycle.domain.planning import Agendadagen, Planning, plan_terug
from cycle.domain.regelprofiel import Regelprofiel, select_regelprofiel
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.schoolvakantie import GEEN_VAKANTIES
from cycle.services.ports import Bibliotheek


@dataclass(frozen=True, slots=True)
class Jaarkalender:
    """Everything the calendar of one jaarschijf says, and what is not certain in it."""

    profiel: Regelprofiel
    termijnen: tuple[Termijn, ...]
    planning: Planning
    bevindingen: tuple[Bevinding, ...]


def build_kalender(bibliotheek: Bibliotheek, samenwerking: Samenwerking, jaar: int) -> Jaarkalender:
    """Return the calendar of jaarschijf `jaar`, for any year.

    Raises:
        InhoudOnbruikbaar: a file with rules or days has faults.
    """
    profielen = bibliotheek.regelprofielen()
    profiel = select_regelprofiel(profielen, jaar, samenwerking.regelprofiel)
    is_werkdag = bibliotheek.is_werkdag()
    termijnen = profiel.termijnen(samenwerking.jaar(jaar), is_werkdag)
    jaren = jaren_van(jaar)
    regio = find_schoolregio(samenwerking)
    vakanties = bibliotheek.schoolvakanties(regio, jaren) if regio else GEEN_VAKANTIES
    dagen = Agendadagen(is_werkdag, vakanties)
    planning = plan_terug(samenwerking, jaar, termijnen, dagen)
    bevindingen = (
        *check_profiel(profiel, jaar),
        *check_gelijkgesteld(jaren, bibliotheek.gelijkgestelde_jaren()),
        *check_schoolvakanties(samenwerking, jaar, vakanties),
        *check_planning(samenwerking, jaar, termijnen, planning, dagen),
    )
    return Jaarkalender(profiel, termijnen, planning, bevindingen)
