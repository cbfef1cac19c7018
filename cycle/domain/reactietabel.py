"""Reactietabel: what all partijen wrote in the drafts, and what was decided on each.

A reaction is kept once and never changed; a decision on it is a new line, and the last one
counts. Nothing is taken over by itself: the coordinator decides, and answers.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pendulum

from cycle.domain.errors import BesluitError
from cycle.domain.reactie import EINDE, Opmerking, Reactie, Wijziging, WijzigingSoort


class Reactiekeuze(StrEnum):
    """What is done with a reaction.

    Take it over, refuse it, discuss it first, or leave it out: it was withdrawn or booked
    by mistake, and nobody needs to read it.
    """

    OVERNEMEN = "overnemen"
    AFWIJZEN = "afwijzen"
    BESPREKEN = "bespreken"
    VERVALLEN = "vervallen"


@dataclass(frozen=True, slots=True)
class IngebrachteReactie:
    """One reaction as it was kept; `nummer` counts through the cyclus from 1.

    `kenmerk` tells that the same partij sent the very same reaction before. `versie` is the
    version of the draft it was written in, `afspraak_id` the stable id of its afspraak,
    empty outside the afspraken. `sha256` is the file it was read from.
    """

    nummer: int
    kenmerk: str
    partij: str
    versie: str
    afspraak_id: str
    reactie: Reactie
    bestandsnaam: str
    sha256: str
    ontvangen_op: pendulum.Date


@dataclass(frozen=True, slots=True)
class Reactiebesluit:
    """One decision on one reaction, with the answer that the partij reads.

    `is_handmatig` says that somebody changed the content by hand: then the programme
    leaves the text alone.
    """

    nummer: int
    keuze: Reactiekeuze
    op: pendulum.Date
    antwoord: str = ""
    is_handmatig: bool = False


@dataclass(frozen=True, slots=True)
class Reactieregel:
    """One row of the reactietabel: a reaction and the last decision on it, None while open."""

    ingebracht: IngebrachteReactie
    besluit: Reactiebesluit | None = None

    @property
    def nummer(self) -> int:
        """Return the number of the reaction."""
        return self.ingebracht.nummer

    @property
    def is_open(self) -> bool:
        """Return whether something is still to be decided."""
        return self.besluit is None or self.besluit.keuze is Reactiekeuze.BESPREKEN

    @property
    def wacht_op_iemand(self) -> bool:
        """Return whether a comment was taken over that nobody has worked in yet."""
        besluit = self.besluit
        if besluit is None or besluit.keuze is not Reactiekeuze.OVERNEMEN:
            return False
        return isinstance(self.ingebracht.reactie, Opmerking) and not besluit.is_handmatig

    @property
    def wijziging(self) -> Wijziging | None:
        """Return the change that the programme has to make, None when there is none."""
        reactie, besluit = self.ingebracht.reactie, self.besluit
        if besluit is None or besluit.keuze is not Reactiekeuze.OVERNEMEN:
            return None
        return reactie if isinstance(reactie, Wijziging) and not besluit.is_handmatig else None


def build_reactietabel(
    reacties: Iterable[IngebrachteReactie],
    besluiten: Iterable[Reactiebesluit],
    nummers: Mapping[str, int],
) -> tuple[Reactieregel, ...]:
    """Return one table over all partijen, in the order of the afspraken.

    `nummers` maps the id of an afspraak to its number. What stands outside the afspraken
    comes first, as it does in the document; within one afspraak the order is that in which
    reactions came in.
    """
    laatste = {besluit.nummer: besluit for besluit in besluiten}
    regels = [Reactieregel(r, laatste.get(r.nummer)) for r in reacties]
    return tuple(sorted(regels, key=lambda r: (nummers.get(r.ingebracht.afspraak_id, 0), r.nummer)))


def reactie_kenmerken(partij: str, versie: str, reacties: Sequence[Reactie]) -> tuple[str, ...]:
    """Return by what each reaction is known again when the same partij sends it once more.

    It is a hash over who said what, in which version and of which afspraak. Another office
    programme may write other blanks or another day; the reaction stays the same. The same
    words twice in one file are two reactions: they are counted.
    """
    gezien: Counter[tuple[str, ...]] = Counter()
    kenmerken = []
    for reactie in reacties:
        bron = tuple(" ".join(deel.split()) for deel in (partij, versie, *_zegt(reactie)))
        gezien[bron] += 1
        tekst = json.dumps([bron, gezien[bron]], ensure_ascii=False)
        kenmerken.append(hashlib.sha256(tekst.encode()).hexdigest())
    return tuple(kenmerken)


def _zegt(reactie: Reactie) -> tuple[str, ...]:
    """Return what a reaction says and about which words, not what its place is called."""
    over = (str(reactie.vindplaats.afspraak or ""), reactie.vindplaats.actie, reactie.auteur)
    if isinstance(reactie, Opmerking):
        replieken = (deel for r in reactie.replieken for deel in (r.auteur, r.tekst))
        return (*over, "opmerking", reactie.tekst, reactie.bij, *replieken)
    soort = (reactie.soort.value, reactie.onderdeel.value)
    plaats = (reactie.alinea, str(reactie.begin), reactie.na)
    return (*over, *soort, reactie.oud, reactie.nieuw, *plaats)


def find_wederhelft(regel: Reactieregel, regels: Iterable[Reactieregel]) -> Reactieregel | None:
    """Return the other half of moved text: where it left, or where it came; else None."""
    eigen = regel.ingebracht.reactie
    if not isinstance(eigen, Wijziging) or eigen.soort is not WijzigingSoort.VERPLAATST:
        return None
    for ander in regels:
        hun = ander.ingebracht.reactie
        if (
            isinstance(hun, Wijziging)
            and hun.soort is WijzigingSoort.VERPLAATST
            and (hun.oud, hun.nieuw) == (eigen.nieuw, eigen.oud)
            and (ander.ingebracht.partij, ander.ingebracht.versie)
            == (regel.ingebracht.partij, regel.ingebracht.versie)
        ):
            return ander
    return None


_MET_ANTWOORD = (Reactiekeuze.AFWIJZEN, Reactiekeuze.VERVALLEN)


def check_reactiebesluit(besluit: Reactiebesluit, regel: Reactieregel) -> None:
    """Refuse a decision that says too little, or that cannot be about this reaction.

    Raises:
        BesluitError: a refusal without an answer, or by hand where nothing is taken over.
    """
    if besluit.keuze in _MET_ANTWOORD and not besluit.antwoord.strip():
        raise BesluitError(
            f"Bij '{besluit.keuze}' hoort een antwoord (reactie {regel.nummer}).",
            advies="Schrijf in een of twee zinnen waarom, met --antwoord.",
        )
    if besluit.is_handmatig and besluit.keuze is not Reactiekeuze.OVERNEMEN:
        raise BesluitError(
            f"Bij '{besluit.keuze}' verandert u zelf niets in de tekst.",
            advies="Laat --zelf weg, of kies 'overnemen'.",
        )


def reactie_tekst(reactie: Reactie) -> str:
    """Return a reaction as one or two sentences in Dutch."""
    if isinstance(reactie, Opmerking):
        return _opmerking_tekst(reactie)
    oud, nieuw = _kort(reactie.oud), _kort(reactie.nieuw)
    match reactie.soort:
        case WijzigingSoort.VERVANGEN:
            return f"Vervang ‘{oud}’ door ‘{nieuw}’."
        case WijzigingSoort.TOEGEVOEGD:
            is_einde = nieuw in ("", EINDE)
            return "Begin hier een nieuwe alinea." if is_einde else f"Voeg toe: ‘{nieuw}’."
        case WijzigingSoort.VERWIJDERD:
            is_einde = oud in ("", EINDE)
            return "Voeg deze alinea bij de volgende." if is_einde else f"Schrap ‘{oud}’."
        case _:
            return f"Verplaats ‘{oud}’ van hier." if oud else f"Verplaats ‘{nieuw}’ naar hier."


def _opmerking_tekst(opmerking: Opmerking) -> str:
    """Return a comment with its answers."""
    bij = f"Bij ‘{_kort(opmerking.bij)}’: " if opmerking.bij else ""
    antwoorden = "".join(f" {r.auteur} antwoordt: {r.tekst}" for r in opmerking.replieken)
    return f"{bij}{opmerking.tekst}{antwoorden}"


_LANGST = 240


def _kort(tekst: str) -> str:
    """Return a text on one line, with its middle left out when it is long."""
    woorden = " ".join(tekst.split())
    if len(woorden) <= _LANGST:
        return woorden
    helft = _LANGST // 2
    return f"{woorden[:helft].rstrip()} … {woorden[-helft:].lstrip()}"
