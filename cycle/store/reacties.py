"""Reacties: what partijen wrote in the drafts, and the decisions on it, kept as a log."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Row, insert, select

from cycle.domain.cyclus import Cyclus
from cycle.domain.reactie import (
    Onderdeel,
    Opmerking,
    Reactie,
    Repliek,
    Vindplaats,
    Wijziging,
    WijzigingSoort,
)
from cycle.domain.reactietabel import IngebrachteReactie, Reactiebesluit
from cycle.store.reactieschema import reactie as reactie_tabel
from cycle.store.reactieschema import reactie_besluit, reactie_repliek
from cycle.store.rij import BinnenTransactie

_OPMERKING: Final = "opmerking"
_INGEBRACHT: Final = (
    *("nummer", "kenmerk", "partij", "versie", "afspraak_id"),
    *("bestandsnaam", "sha256", "ontvangen_op"),
)
_LEEG: Final = dict.fromkeys(("onderdeel", "oud", "nieuw", "alinea", "na", "tekst", "bij"), "")


class ReactieTabel(BinnenTransactie):
    """Reactions and what was decided on them."""

    def add_reactie(self, cyclus: Cyclus, ingebracht: IngebrachteReactie) -> None:
        """Keep a reaction; one with a `kenmerk` that is there already is left out.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        nummer = self._wek(cyclus)
        bekend = select(reactie_tabel.c.id).where(
            reactie_tabel.c.cyclus_id == nummer, reactie_tabel.c.kenmerk == ingebracht.kenmerk
        )
        if self._connection.scalar(bekend) is not None:
            return
        waarden = {naam: getattr(ingebracht, naam) for naam in _INGEBRACHT}
        rij = self._keep(cyclus, reactie_tabel, waarden | _columns(ingebracht.reactie))
        if isinstance(ingebracht.reactie, Opmerking) and ingebracht.reactie.replieken:
            self._connection.execute(
                insert(reactie_repliek),
                [
                    {
                        "reactie_id": rij,
                        "volgorde": volgorde,
                        "auteur": repliek.auteur,
                        "op": repliek.op,
                        "tekst": repliek.tekst,
                    }
                    for volgorde, repliek in enumerate(ingebracht.reactie.replieken)
                ],
            )

    def reacties(self, cyclus: Cyclus) -> tuple[IngebrachteReactie, ...]:
        """Return all reactions in the order of their numbers."""
        nummer = self._nummer(cyclus)
        replieken = self._replieken(nummer)
        rijen = self._connection.execute(
            select(reactie_tabel)
            .where(reactie_tabel.c.cyclus_id == nummer)
            .order_by(reactie_tabel.c.nummer)
        )
        return tuple(
            IngebrachteReactie(
                nummer=rij.nummer,
                kenmerk=rij.kenmerk,
                partij=rij.partij,
                versie=rij.versie,
                afspraak_id=rij.afspraak_id,
                reactie=_reactie(rij, tuple(replieken.get(rij.id, ()))),
                bestandsnaam=rij.bestandsnaam,
                sha256=rij.sha256,
                ontvangen_op=rij.ontvangen_op,
            )
            for rij in rijen
        )

    def _replieken(self, nummer: int) -> Mapping[int, list[Repliek]]:
        """Return the answers to comments, by the row of the comment."""
        gevonden: dict[int, list[Repliek]] = {}
        for rij in self._connection.execute(
            select(reactie_repliek)
            .join(reactie_tabel)
            .where(reactie_tabel.c.cyclus_id == nummer)
            .order_by(reactie_repliek.c.volgorde)
        ):
            gevonden.setdefault(rij.reactie_id, []).append(Repliek(rij.auteur, rij.op, rij.tekst))
        return gevonden

    def add_reactiebesluit(self, cyclus: Cyclus, besluit: Reactiebesluit) -> None:
        """Keep a decision on a reaction; the same one twice in a row is kept once.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        eerder = [b for b in self.reactiebesluiten(cyclus) if b.nummer == besluit.nummer]
        if eerder and eerder[-1] == besluit:
            return
        self._keep(
            cyclus,
            reactie_besluit,
            {
                "nummer": besluit.nummer,
                "volgnummer": len(eerder) + 1,
                "keuze": besluit.keuze,
                "op": besluit.op,
                "antwoord": besluit.antwoord,
                "is_handmatig": besluit.is_handmatig,
            },
        )

    def reactiebesluiten(self, cyclus: Cyclus) -> tuple[Reactiebesluit, ...]:
        """Return all decisions on reactions, oldest first: in the order they came in."""
        rijen = self._connection.execute(
            select(reactie_besluit)
            .where(reactie_besluit.c.cyclus_id == self._nummer(cyclus))
            .order_by(reactie_besluit.c.id)
        )
        return tuple(
            Reactiebesluit(
                nummer=rij.nummer,
                keuze=rij.keuze,
                op=rij.op,
                antwoord=rij.antwoord,
                is_handmatig=rij.is_handmatig,
            )
            for rij in rijen
        )


def _columns(reactie: Reactie) -> dict[str, Any]:
    """Return a change or a comment as columns."""
    plaats = reactie.vindplaats
    gedeeld = {
        **_LEEG,
        "afspraak": plaats.afspraak,
        "actie": plaats.actie,
        "plek": plaats.plek,
        "auteur": reactie.auteur,
        "op": reactie.op,
        "begin": 0,
    }
    if isinstance(reactie, Opmerking):
        eigen = {"soort": _OPMERKING, "tekst": reactie.tekst, "bij": reactie.bij}
        return gedeeld | eigen
    return gedeeld | {
        "soort": reactie.soort.value,
        "onderdeel": reactie.onderdeel.value,
        "oud": reactie.oud,
        "nieuw": reactie.nieuw,
        "alinea": reactie.alinea,
        "begin": reactie.begin,
        "na": reactie.na,
    }


def _reactie(rij: Row[Any], replieken: tuple[Repliek, ...]) -> Reactie:
    """Return the change or comment that a row holds."""
    plaats = Vindplaats(rij.afspraak, rij.actie, rij.plek)
    if rij.soort == _OPMERKING:
        return Opmerking(plaats, rij.auteur, rij.op, rij.tekst, rij.bij, replieken)
    return Wijziging(
        soort=WijzigingSoort(rij.soort),
        onderdeel=Onderdeel(rij.onderdeel),
        vindplaats=plaats,
        auteur=rij.auteur,
        op=rij.op,
        oud=rij.oud,
        nieuw=rij.nieuw,
        alinea=rij.alinea,
        begin=rij.begin,
        na=rij.na,
    )
