"""Audit wissen: takes texts with somebody's name out of the audit; the chain stays whole."""

from dataclasses import dataclass

from cycle.domain.errors import InvoerError, NietGevonden
from cycle.domain.keten import GEWIST, Auditgegeven, Gebeurtenis
from cycle.services.cyclus import require_cyclus
from cycle.services.ports import Toolkit

_KORTST = 3
"""Characters that must be searched for at the least: less is in every text."""


@dataclass(frozen=True, slots=True)
class Wisverslag:
    """What was erased, and in which rows of other tables the same words stand, as ``tabel n``.

    `mandaten` tells how many lost the name of their holder.
    """

    teksten: tuple[Auditgegeven, ...]
    mandaten: int
    elders: tuple[str, ...]


def erase_audit(
    toolkit: Toolkit, samenwerking: str, jaar: int, zoek: str, *, reden: str, proef: bool = False
) -> Wisverslag:
    """Erase every text in the audit, and name in a mandaat, that holds `zoek`; case is ignored.

    That it was done, when, by whom and why is an event itself. With `proef` nothing changes.

    Raises:
        NietGevonden: no text holds it, or the cyclus was not started.
        InvoerError: `zoek` is too short, or there is no reason.
    """
    _check(zoek, reden, proef=proef)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        teksten = tuple(
            g for g in tx.auditgegevens(cyclus) if g.veld != "zout" and _holds(g.tekst, zoek)
        )
        houders = [m.naam for m in tx.mandaten(cyclus) if _holds(m.naam, zoek)]
        if not teksten and not houders:
            raise NietGevonden(
                f"In het auditspoor van {samenwerking} {jaar} staat '{zoek}' niet.",
                advies="Bekijk het met: "
                f"jaarschijf audit toon {samenwerking} {jaar}. Probeer een deel van de naam.",
            )
        elders = tuple(
            f"{tabel} {nummer}"
            for (tabel, nummer), rij in sorted(tx.auditrijen(cyclus).items())
            if any(isinstance(waarde, str) and _holds(waarde, zoek) for waarde in rij.values())
        )
        if not proef:
            kenmerken = [gegeven.kenmerk for gegeven in teksten]
            tx.wis_gegevens(cyclus, kenmerken)
            for naam in set(houders):
                tx.wis_mandaatnaam(cyclus, naam)
            velden = {"kenmerken": kenmerken, "mandaten": len(houders)}
            tx.add_gebeurtenis(cyclus, Gebeurtenis(GEWIST, velden, {"reden": reden}))
    return Wisverslag(teksten, len(houders), elders)


def _check(zoek: str, reden: str, *, proef: bool) -> None:
    """Refuse what would erase by accident, or without saying why."""
    if len(zoek.strip()) < _KORTST:
        raise InvoerError(
            f"'{zoek}' is te kort om op te zoeken.",
            advies=f"Geef een naam of een deel daarvan, van {_KORTST} tekens of meer.",
        )
    if not proef and not reden.strip():
        raise InvoerError(
            "Bij wissen hoort een reden.",
            advies='Schrijf waarom, met --reden "…". Noem daarin geen namen.',
        )


def _holds(tekst: str, zoek: str) -> bool:
    """Return whether the words stand in a text, in capitals or not."""
    return zoek.strip().casefold() in tekst.casefold()
