"""Ontvangstweergave: from what was read of a form to the letter that says so."""

from collections.abc import Iterator, Sequence
from typing import Final

from cycle.domain import notatie
from cycle.domain.bevinding import Bevinding, Celbevinding, Ernst, has_fouten
from cycle.domain.inlevering import Inlevering
from cycle.domain.ontvangstantwoorden import list_antwoorden
from cycle.domain.ontvangstview import OntvangstView, PuntView
from cycle.domain.samenwerking import Samenwerking

_HEEL_BESTAND: Final = "Het hele bestand"


def build_ontvangst(samenwerking: Samenwerking, inlevering: Inlevering) -> OntvangstView:
    """Return the letter about one returned form.

    Raises:
        NietGevonden: the partij does not belong to this samenwerking.
    """
    formulier = inlevering.formulier
    partij = samenwerking.partij(formulier.partij)
    fouten = [b for b in inlevering.bevindingen if has_fouten([b])]
    nakijken = [b for b in inlevering.bevindingen if b.ernst is Ernst.WAARSCHUWING]
    return OntvangstView(
        samenwerking=samenwerking.naam,
        gemeente=samenwerking.gemeente,
        jaar=str(formulier.jaar),
        datum=notatie.datum(inlevering.ontvangen_op),
        partij=partij.naam,
        contact=partij.contact,
        coordinator=formulier.contact,
        onderwerp=f"Uw bieding voor {formulier.jaar}: wat wij hebben gelezen",
        bestand=inlevering.bestand,
        formulierversie=inlevering.versie,
        uitkomst=_uitkomst(len(fouten), len(nakijken)),
        verbeteren=tuple(_punten(fouten)),
        nakijken=tuple(_punten(nakijken)),
        antwoorden=tuple(list_antwoorden(inlevering.formulier, inlevering.waarden)),
        meegestuurd=inlevering.meegestuurd,
        vervolg=tuple(_vervolg(inlevering, must_mend=bool(fouten))),
        voorbeeld=samenwerking.voorbeeld,
    )


def _uitkomst(fouten: int, nakijken: int) -> str:
    """Return in one or two sentences what the partij has to do."""
    if fouten:
        dingen = "Er is 1 ding dat" if fouten == 1 else f"Er zijn {fouten} dingen die"
        return f"{dingen} u nog moet verbeteren. Daarna kunnen wij uw bieding verwerken."
    if nakijken:
        dingen = "1 ding" if nakijken == 1 else f"{nakijken} dingen"
        return (
            f"Alles is gelezen. Wilt u {dingen} nakijken? Klopt het zoals wij het lezen, dan "
            "hoeft u niets te doen."
        )
    return "Alles is gelezen. U hoeft niets te doen."


def _punten(bevindingen: Sequence[Bevinding]) -> Iterator[PuntView]:
    """Yield each finding in plain words, once with all its cells when it says the same."""
    plekken: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    for bevinding in bevindingen:
        zelfde = (bevinding.melding, bevinding.advies, bevinding.code)
        blad, cel = _plek(bevinding)
        plekken.setdefault(zelfde, {}).setdefault(blad, []).append(cel)
    for (wat, doe, code), bladen in plekken.items():
        waar = [_waar(blad, list(filter(None, cellen))) for blad, cellen in bladen.items()]
        yield PuntView("; ".join(waar), wat, doe, code)


def _plek(bevinding: Bevinding) -> tuple[str, str]:
    """Return sheet and cell of a finding, both empty when it is about the whole file."""
    if isinstance(bevinding, Celbevinding):
        return bevinding.blad, bevinding.cel
    blad, _, cel = bevinding.plek.rpartition("!")
    return blad, cel if blad else ""


def _waar(blad: str, cellen: list[str]) -> str:
    """Return places on one sheet in words."""
    if not blad:
        return _HEEL_BESTAND
    woord = "cel" if len(cellen) == 1 else "cellen"
    return f"Blad {blad}, {woord} {notatie.opsomming(cellen)}" if cellen else f"Blad {blad}"


def _vervolg(inlevering: Inlevering, *, must_mend: bool) -> Iterator[str]:
    """Yield what happens next, and until when a new version may be sent."""
    uiterlijk = notatie.datum_met_dag(inlevering.inleveren_voor)
    if inlevering.ontvangen_op > inlevering.inleveren_voor:
        yield (
            f"De laatste dag om in te leveren was {uiterlijk}. Een nieuwe versie telt nog mee "
            "zolang de gemeente de besluiten niet heeft gevraagd. Wacht dus niet te lang."
        )
    elif must_mend:
        yield f"Verbeter uw formulier en stuur het terug, uiterlijk op {uiterlijk}."
    else:
        yield (
            "Wilt u nog iets veranderen? U mag een nieuwe versie sturen tot en met "
            f"{uiterlijk}. De laatste versie telt."
        )
    jaar = inlevering.formulier.jaar
    yield (
        f"De gemeente voegt alle biedingen samen tot de jaarschijf {jaar}. Daarvan krijgt u een "
        "concept. Daarin ziet u uw eigen bijdragen terug."
    )
