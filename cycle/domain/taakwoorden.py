"""Taakwoorden: what is asked, in words for the partij itself and for somebody else."""

from cycle.domain.partij import EIGEN_ORGAAN, ORGAAN_MET_LIDWOORD, uw_orgaan
from cycle.domain.verplichting import Soort, Verplichting

SOORTEN: dict[Soort, str] = {
    Soort.BIEDING: "bieding",
    Soort.REACTIE: "reactie op het concept",
    Soort.BESLUIT: "besluit",
    Soort.ONDERTEKENING: "handtekening",
    Soort.TOETS: "formulier voor de toets",
}
"""What each kind of obligation is called on its own."""


def describe_kort(verplichting: Verplichting) -> str:
    """Return what is asked in a word or two: ``bieding``, ``besluit van de ledenraad``."""
    orgaan = verplichting.orgaan
    van = f" van {ORGAAN_MET_LIDWOORD[orgaan]}" if orgaan else ""
    return f"{SOORTEN[verplichting.soort]}{van}"


def describe_eigen(verplichting: Verplichting, jaar: int) -> str:
    """Return what is asked, to the partij itself: ``uw bieding voor 2024``."""
    orgaan = verplichting.orgaan
    wie = uw_orgaan(EIGEN_ORGAAN[orgaan]) if orgaan else "uw organisatie"
    return _zinnen(verplichting, jaar, "uw", wie)


def describe_van(verplichting: Verplichting, jaar: int, naam: str) -> str:
    """Return the same about the partij `naam`: ``de bieding van Domesta voor 2024``."""
    orgaan = verplichting.orgaan
    wie = f"{ORGAAN_MET_LIDWOORD[orgaan]} van {naam}" if orgaan else naam
    return _zinnen(verplichting, jaar, "de", wie, f" van {naam}")


def _zinnen(v: Verplichting, jaar: int, lidwoord: str, wie: str, van: str = "") -> str:
    """Return the words of one kind; `van` says whose it is when `lidwoord` does not."""
    het = "het" if lidwoord == "de" else lidwoord
    return {
        Soort.BIEDING: f"{lidwoord} bieding{van} voor {jaar}",
        Soort.REACTIE: f"{lidwoord} reactie{van} op concept {v.kenmerk} van de jaarschijf {jaar}",
        Soort.BESLUIT: f"het besluit van {wie} over de jaarschijf {jaar}",
        Soort.ONDERTEKENING: f"{lidwoord} handtekening{van} onder de jaarschijf {jaar}",
        Soort.TOETS: f"{het} formulier{van} voor de toets van {v.kenmerk} {jaar}",
    }[v.soort]
