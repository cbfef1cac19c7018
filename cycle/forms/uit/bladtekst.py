"""Bladtekst: the words above each table of the form."""

from dataclasses import dataclass

from cycle.domain.formulier import Formulier
from cycle.domain.partij import EIGEN_ORGAAN, Orgaan, uw_orgaan
from cycle.forms.bladen import Tabelblad
from cycle.forms.bovenschrift import LET_OP
from cycle.forms.indeling import (
    BIEDING,
    GEVRAAGD,
    STAND,
    TOEZEGGINGEN,
    VOORRAAD,
    WEDERKERIGHEID,
)
from cycle.forms.uit.toetstekst import stand_uitleg, toetstitel, toezeggingen_uitleg


@dataclass(frozen=True, slots=True)
class Bladtekst:
    """Title, instruction, and a description of the table for who cannot see it."""

    titel: str
    uitleg: str
    omschrijving: str


def bladtekst(blad: Tabelblad, formulier: Formulier) -> Bladtekst:
    """Return the words for one sheet."""
    schrijvers = {
        BIEDING.naam: _kort if formulier.is_kort else _bieding,
        VOORRAAD.naam: _voorraad,
        WEDERKERIGHEID.naam: _wederkerigheid,
        GEVRAAGD.naam: _gevraagd,
        STAND.naam: _stand,
        TOEZEGGINGEN.naam: _toezeggingen,
    }
    return schrijvers.get(blad.tabel.naam, _extra)(formulier, _in(blad))


def _in(blad: Tabelblad) -> str:
    """Return for which gemeente a sheet is, empty when there is one only."""
    return f" in {blad.gemeente}" if blad.gemeente else ""


def _let_op(formulier: Formulier) -> str:
    """Return a pointer to the first sheet, where example figures are explained."""
    return LET_OP if formulier.voorbeeld else ""


def _bieding(formulier: Formulier, waar: str) -> Bladtekst:
    return Bladtekst(
        f"Uw bod voor {formulier.jaar}{waar} - {formulier.partij_naam}",
        f"Vul de gele cellen in. Stuur het uiterlijk op {formulier.inleveren_voor} terug."
        + _let_op(formulier),
        "Per regel een vraag. De gele kolommen rechts vult u in.",
    )


def _kort(formulier: Formulier, waar: str) -> Bladtekst:
    return Bladtekst(
        f"Wat doet u in {formulier.jaar}{waar}? - {formulier.partij_naam}",
        "Kies per regel of u meedoet. Schrijf bij Toelichting wat u gaat doen."
        + _let_op(formulier),
        "Per regel een vraag. De gele kolommen rechts vult u in.",
    )


def _voorraad(formulier: Formulier, waar: str) -> Bladtekst:
    return Bladtekst(
        f"Uw voorraad op 1 januari {formulier.jaar - 1} - {formulier.partij_naam}",
        f"Hoeveel verhuurt u in {formulier.gemeente}? Weet u een aantal niet? Laat de cel leeg."
        + _let_op(formulier),
        "Per regel een soort woning. Eerst alle soorten met het totaal, dan de sociale "
        "huurwoningen naar huurklasse. De gele kolommen rechts vult u in.",
    )


def _wederkerigheid(formulier: Formulier, waar: str) -> Bladtekst:
    return Bladtekst(
        f"Wat hebt u van anderen nodig in {formulier.jaar}{waar}?",
        f"Lukt iets alleen als een ander helpt{_of_orgaan(formulier)}? Schrijf het hier op. "
        "Hebt u niets nodig? Laat het blad leeg.",
        "Per regel iets dat u nodig hebt van een ander. Alle cellen vult u zelf in.",
    )


def _of_orgaan(formulier: Formulier) -> str:
    """Return that an own supervisor counts too, for who has one."""
    raad = EIGEN_ORGAAN[Orgaan.RVC]
    return f" of {uw_orgaan(raad)} instemt" if raad in formulier.gevraagden else ""


def _gevraagd(formulier: Formulier, waar: str) -> Bladtekst:
    return Bladtekst(
        f"Wat vragen anderen van u in {formulier.jaar}{waar}?",
        "Deze partijen hebben u nodig voor hun bod. Kies ja, deels of nee.",
        "Per regel een vraag van een andere partij. De gele kolommen rechts vult u in.",
    )


def _extra(formulier: Formulier, waar: str) -> Bladtekst:
    return Bladtekst(
        f"Extra voorstellen voor {formulier.jaar}{waar}",
        "Wilt u iets doen dat niet bij een afspraak hoort? Schrijf het hier op, per regel een.",
        "Per regel een voorstel. Alle cellen vult u zelf in.",
    )


def _stand(formulier: Formulier, waar: str) -> Bladtekst:
    return Bladtekst(
        f"{toetstitel(formulier)}{waar} - {formulier.partij_naam}",
        stand_uitleg(formulier) + _let_op(formulier),
        "Per regel een afspraak. De gele kolommen rechts vult u in.",
    )


def _toezeggingen(formulier: Formulier, waar: str) -> Bladtekst:
    moment = toetstitel(formulier).removeprefix("Stand van zaken ")
    return Bladtekst(
        f"Uw toezeggingen in {moment}{waar} - {formulier.partij_naam}",
        toezeggingen_uitleg(formulier) + _let_op(formulier),
        "Per regel iets dat u toezegde of zelf voorstelde. De gele kolommen rechts vult u in.",
    )
