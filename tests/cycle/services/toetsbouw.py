"""A cyclus in its year of execution, with forms of a check that go out and come back."""

import json
from dataclasses import replace

import pendulum

from cycle.domain.cyclus import Cyclus, Stuk
from cycle.domain.fase import Fase
from cycle.domain.toets import Toetsmoment
from cycle.domain.voorbeeld import Standantwoord, Standantwoorden
from cycle.services.cyclus import require_cyclus
from cycle.services.issue_toets import issue_toets
from cycle.services.receive_melding import Toetsontvangst, receive_melding
from tests.cycle.services.builders import CODE, JAAR, in_fase
from tests.fakes import FakeFormulieren, Opstelling

APRIL, SEPTEMBER = Toetsmoment.APRIL, Toetsmoment.SEPTEMBER
DAGEN = {APRIL: pendulum.date(JAAR, 3, 20), SEPTEMBER: pendulum.date(JAAR, 8, 20)}

STANDEN = {
    "gemeente": (Standantwoord("A03-INZET", "vertraagd", "", "Het overleg is in mei."),),
    "domesta": (
        Standantwoord("A01-NETTO", "loopt", "12", "De Beek is klaar."),
        Standantwoord("A02-SLVK", "loopt", "2", ""),
        Standantwoord("A03-INZET", "gereed", "", ""),
    ),
    "huurders": (Standantwoord("A03-INZET", "loopt", "", ""),),
}


def in_uitvoering(moment: Toetsmoment | None = APRIL) -> Opstelling:
    """Return a cyclus in its year of execution; with a moment its forms are out."""
    opstelling = in_fase(Fase.UITVOERING)
    if moment:
        opstelling.klok.dag = DAGEN[moment]
        issue_toets(opstelling.toolkit, CODE, JAAR, moment)
    return opstelling


def formulier(opstelling: Opstelling, partij: str, moment: Toetsmoment = APRIL) -> bytes:
    """Return the form that went out to one partij."""
    with opstelling.store.transaction() as tx:
        stukken = tx.stukken(require_cyclus(tx, CODE, JAAR))
    stuk = next(s for s in stukken if (s.soort, s.partij) == (moment.formulier, partij))
    return opstelling.bestanden.get(stuk.sha256)


def stuur_stand(
    opstelling: Opstelling,
    partij: str = "domesta",
    *antwoorden: Standantwoord,
    moment: Toetsmoment = APRIL,
) -> Toetsontvangst:
    """Hand in the form of one partij, by default with its answers of `STANDEN`."""
    regels = antwoorden or STANDEN[partij]
    werkmap = FakeFormulieren().fill(
        formulier(opstelling, partij, moment), Standantwoorden(partij, regels)
    )
    naam = f"{moment.value}-{JAAR}-{partij}.xlsx"
    return receive_melding(opstelling.toolkit, CODE, JAAR, werkmap, naam)


def een_cijfer(cijfer: str) -> Standantwoord:
    """Return what Domesta reports on its first afspraak."""
    return replace(STANDEN["domesta"][0], cijfer=cijfer)


def stuk_van(opstelling: Opstelling, soort: str) -> tuple[Stuk, dict[str, object]]:
    """Return a kept document of this kind, and its view."""
    with opstelling.store.transaction() as tx:
        stuk = next(s for s in tx.stukken(require_cyclus(tx, CODE, JAAR)) if s.soort == soort)
    inhoud: dict[str, object] = json.loads(opstelling.bestanden.get(stuk.sha256))
    return stuk, inhoud


def cyclus_van(opstelling: Opstelling, jaar: int = JAAR) -> Cyclus:
    with opstelling.store.transaction() as tx:
        return require_cyclus(tx, CODE, jaar)
