"""Nieuwe boden: biedingen that came in after the concept was made, so its text lacks them."""

from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import FaseError
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.notatie import opsomming
from cycle.domain.partij import Partij
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.verwerking import apply_reacties
from cycle.services.compose_concept import merge_gegevens
from cycle.services.cyclus import list_termijnen, require_concept
from cycle.services.list_reacties import load_reactietabel
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit
from cycle.services.vergadering import load_besproken


def list_nieuwe_boden(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking
) -> tuple[Partij, ...]:
    """Return the partijen whose bieding is not in the latest concept and would change it.

    Empty while the biedingen are open, before there is a concept, and once it is adopted.
    """
    concepten = tx.concepten(cyclus)
    is_open = not is_voorbij(cyclus.fase, Fase.BIEDINGEN)
    if not concepten or is_open or is_voorbij(cyclus.fase, Fase.ACCORDERING):
        return ()
    # Every answer in the kept data carries the id of its submission.
    gebruikt = toolkit.bestanden.get(concepten[-1].gegevens)
    laatste = {i.partij: i.id for i in tx.inzendingen(cyclus)}
    nieuw = {partij for partij, id_ in laatste.items() if f'"{id_}"'.encode() not in gebruikt}
    if not nieuw or _code_of_nu(toolkit, tx, cyclus, inhoud) == concepten[-1].code:
        return ()
    return tuple(partij for partij in inhoud.partijen if partij.code in nieuw)


def tell_nieuwe_boden(tx: CyclusStore, cyclus: Cyclus, partijen: tuple[Partij, ...]) -> str:
    """Return what is not in the text yet and the command that puts it there, empty for none."""
    if not partijen:
        return ""
    return f"{_melding(tx, cyclus, partijen)} {_advies(cyclus)}"


def check_nieuwe_boden(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking
) -> None:
    """Refuse to go on with a concept that lacks a bieding.

    Raises:
        FaseError: a bieding came in after the latest concept; it names the partijen.
    """
    partijen = list_nieuwe_boden(toolkit, tx, cyclus, inhoud)
    if partijen:
        raise FaseError(
            _melding(tx, cyclus, partijen),
            advies=f'{_advies(cyclus)}\nOf ga door met een reden: --reden "…"',
        )


def _code_of_nu(toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking) -> str:
    """Return the code that a concept would have when it was made now."""
    termijnen = list_termijnen(toolkit, inhoud, cyclus.jaar)
    besproken = load_besproken(tx, inhoud, cyclus.jaar)
    reacties = load_reactietabel(tx, cyclus, besproken)
    verwerkt = apply_reacties(besproken, tx.biedingen(cyclus), reacties)
    return merge_gegevens(verwerkt, cyclus.jaar, termijnen, reacties).view.code


def _melding(tx: CyclusStore, cyclus: Cyclus, partijen: tuple[Partij, ...]) -> str:
    """Return whose bieding is not in the text."""
    namen = opsomming([partij.naam for partij in partijen])
    versie = require_concept(tx, cyclus).versie
    return f"De bieding van {namen} staat nog niet in de tekst van versie {versie}."


def _advies(cyclus: Cyclus) -> str:
    """Return the command that makes a concept with every bieding in it."""
    return f"Maak een nieuw concept met: jaarschijf concept {cyclus.samenwerking} {cyclus.jaar}"
