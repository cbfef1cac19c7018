"""Accordering: who decides on a concept, what they may say, and when all have spoken.

A huurdersorganisatie need not sign, and may agree in part only (Woningwet art. 44 lid 2
and the ministry's answers to tenants), so every decision is whole, in part or not, and
anything but whole needs a reason.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pendulum

from cycle.domain.errors import BesluitError
from cycle.domain.handtekenroute import Route
from cycle.domain.partij import Orgaan, Partij


class Reikwijdte(StrEnum):
    """How far a decision or signature reaches."""

    GEHEEL = "geheel"
    OP_ONDERDELEN = "op onderdelen"
    NIET = "niet"


@dataclass(frozen=True, slots=True)
class Besluit:
    """One decision of one orgaan on one concept.

    `code` is the content code of the concept it was given on; on another content it does
    not count. `uitgezonderd` lists afspraak numbers for a decision in part. A decision that was
    taken over from an earlier version has the code of that version in `overgenomen_van`, and in
    `bewijs` the sha256 of the changes that were shown.
    """

    partij: str
    orgaan: Orgaan
    reikwijdte: Reikwijdte
    op: pendulum.Date
    code: str
    reden: str = ""
    uitgezonderd: tuple[int, ...] = ()
    overgenomen_van: str = ""
    bewijs: str = ""


@dataclass(frozen=True, slots=True)
class Handtekening:
    """One registered signature, or a registered refusal, on the frozen version.

    `functie` is the place that it fills; somebody who stood in is `waarnemer`. `versie` is the
    adopted version, because after a withdrawn adoption the same content may be adopted again.
    `bewijs` is the sha256 of the file that shows it, empty for one that was only reported.
    """

    partij: str
    functie: str
    reikwijdte: Reikwijdte
    op: pendulum.Date
    code: str
    reden: str = ""
    route: Route = Route.GEMELD
    bewijs: str = ""
    vastgelegd_door: str = ""
    versie: str = "1.0"
    waarnemer: str = ""


class BesluitStaat(StrEnum):
    """State of one expected decision."""

    OPEN = "open"
    VERVALLEN = "vervallen"
    GEHEEL = "geheel"
    OP_ONDERDELEN = "op onderdelen"
    NIET = "niet"


@dataclass(frozen=True, slots=True)
class GevraagdBesluit:
    """One place on the sign-off board: an orgaan of a partij and where it stands.

    `VERVALLEN` means there is a decision, but on an older content.
    """

    partij: str
    orgaan: Orgaan
    staat: BesluitStaat
    besluit: Besluit | None

    @property
    def is_open(self) -> bool:
        """Return whether this orgaan has yet to decide on this content."""
        return self.staat in (BesluitStaat.OPEN, BesluitStaat.VERVALLEN)


def check_besluit(besluit: Besluit, partij: Partij, nummers: Sequence[int]) -> None:
    """Refuse a decision that does not fit together; `nummers` are those of the afspraken.

    Whether it is about the version that counts is asked in `cycle.domain.aftekening`.

    Raises:
        BesluitError: an orgaan the partij does not have, a missing reason, or parts that do
            not exist.
    """
    if besluit.orgaan not in partij.organen:
        raise BesluitError(
            f"{partij.naam} beslist niet via '{besluit.orgaan}'.",
            advies=f"Kies uit: {', '.join(partij.organen)}.",
        )
    _check_reikwijdte(besluit, nummers)


def _check_reikwijdte(besluit: Besluit, nummers: Sequence[int]) -> None:
    """Refuse a decision whose reach, reason and parts do not fit together."""
    if besluit.reikwijdte is not Reikwijdte.GEHEEL and not besluit.reden.strip():
        raise BesluitError(
            f"Bij '{besluit.reikwijdte}' hoort een reden.",
            advies="Schrijf in een of twee zinnen waarom, met --reden.",
        )
    onbekend = sorted(set(besluit.uitgezonderd) - set(nummers))
    if onbekend:
        raise BesluitError(
            f"Afspraak {', '.join(map(str, onbekend))} bestaat niet in deze jaarschijf.",
            advies=f"Kies uit: {', '.join(map(str, nummers)) or 'geen enkel nummer'}.",
        )
    op_onderdelen = besluit.reikwijdte is Reikwijdte.OP_ONDERDELEN
    if op_onderdelen and not besluit.uitgezonderd:
        raise BesluitError(
            "Bij 'op onderdelen' hoort welke afspraken niet meedoen.",
            advies="Noem de nummers met --zonder, bijvoorbeeld --zonder 19.",
        )
    if besluit.uitgezonderd and not op_onderdelen:
        raise BesluitError(
            f"Bij '{besluit.reikwijdte}' kunt u geen afspraken uitzonderen.",
            advies="Kies 'op onderdelen', of laat --zonder weg.",
        )


def list_besluiten(
    partijen: Iterable[Partij], besluiten: Iterable[Besluit], code: str
) -> tuple[GevraagdBesluit, ...]:
    """Return the sign-off board for the content `code`: one row per partij and orgaan.

    The latest decision on this content counts; one on another content shows as VERVALLEN.
    """
    laatste: dict[tuple[str, Orgaan], Besluit] = {}
    for besluit in besluiten:
        sleutel = (besluit.partij, besluit.orgaan)
        vorige = laatste.get(sleutel)
        if vorige is None or besluit.code == code or vorige.code != code:
            laatste[sleutel] = besluit
    return tuple(
        _stand(partij.code, orgaan, laatste.get((partij.code, orgaan)), code)
        for partij in partijen
        for orgaan in partij.organen
    )


def _stand(partij: str, orgaan: Orgaan, besluit: Besluit | None, code: str) -> GevraagdBesluit:
    """Return one row of the board."""
    if besluit is None:
        staat = BesluitStaat.OPEN
    elif besluit.code != code:
        staat = BesluitStaat.VERVALLEN
    else:
        staat = BesluitStaat(besluit.reikwijdte)
    return GevraagdBesluit(partij=partij, orgaan=orgaan, staat=staat, besluit=besluit)


def is_compleet(bord: Iterable[GevraagdBesluit]) -> bool:
    """Return whether every orgaan has decided on the current content."""
    return not any(rij.is_open for rij in bord)
