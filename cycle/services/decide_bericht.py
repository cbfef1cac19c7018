"""Post beslissen: a person says what became of a mail that went astray."""

from enum import StrEnum

from cycle.domain.bericht import BESLOTEN, Berichtstaat, Postbericht
from cycle.domain.bezorging import Afloop
from cycle.domain.errors import FaseError, InvoerError, NietGevonden
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.ports import Toolkit

FEIT = "post"
"""Kind of the facts in which these decisions are kept."""


class Postkeuze(StrEnum):
    """What a person may say of a mail that failed or is uncertain."""

    VERZONDEN = "verzonden"
    OPNIEUW = "opnieuw"


def decide_bericht(
    toolkit: Toolkit, sleutel: str, keuze: Postkeuze, reden: str, *, aan: str = ""
) -> Uitkomst:
    """Settle a mail by hand: it arrived after all, or it must go out again.

    `sleutel` names samenwerking and jaar too: ``hoogeveen/2024/uitvraag/domesta``. With
    `aan` it goes to another address. The decision and its reason are kept.

    Raises:
        InvoerError: there is no reason, or the key is not complete.
        NietGevonden: no mail has this key.
        FaseError: the mail needs no decision.
    """
    samenwerking, jaar, eigen = _read_sleutel(sleutel)
    if not reden.strip():
        raise InvoerError(
            "Er staat geen reden bij.", advies="Zeg met --reden waarom u dit beslist."
        )
    vandaag = toolkit.klok.vandaag()
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        post = _find(tx.post(cyclus), eigen, sleutel)
        tx.settle_bericht(cyclus, post, _afloop(post, keuze, reden), vandaag)
        if aan and keuze is Postkeuze.OPNIEUW:
            tx.redirect_bericht(cyclus, eigen, aan)
        woorden = (
            f"{eigen}: {keuze.value} (poging {post.pogingen}, was {post.staat.value}). {reden}"
        )
        tx.add_feit(cyclus, FEIT, vandaag, woorden)
    if keuze is Postkeuze.VERZONDEN:
        return Uitkomst(f"De mail {sleutel} geldt als verzonden.")
    return Uitkomst(f"De mail {sleutel} gaat bij het volgende versturen opnieuw uit.")


def _read_sleutel(sleutel: str) -> tuple[str, int, str]:
    """Return samenwerking, jaar and the key of the mail within its cyclus."""
    samenwerking, _, rest = sleutel.partition("/")
    jaar, _, eigen = rest.partition("/")
    if not eigen or not jaar.isdecimal():
        raise InvoerError(
            f"'{sleutel}' is geen hele sleutel van een mail.",
            advies="Neem de sleutel over zoals hij staat bij: jaarschijf post.",
        )
    return samenwerking, int(jaar), eigen


def _find(post: tuple[Postbericht, ...], eigen: str, sleutel: str) -> Postbericht:
    """Return the mail with this key, when it waits for a decision."""
    gevonden = next((p for p in post if p.bericht.sleutel == eigen), None)
    if gevonden is None:
        raise NietGevonden(
            f"De mail '{sleutel}' bestaat niet.",
            advies="Bekijk welke mails er zijn met: jaarschijf post.",
        )
    if not gevonden.vraagt_besluit:
        raise FaseError(
            f"Over de mail '{sleutel}' valt niets te beslissen: die is {gevonden.staat.value}.",
            advies="U beslist alleen over mail die mislukt of onzeker is.",
        )
    return gevonden


def _afloop(post: Postbericht, keuze: Postkeuze, reden: str) -> Afloop:
    """Return what the mail becomes; a new round of attempts begins at the first."""
    antwoord = f"{BESLOTEN} {keuze.value}. {reden}"
    if keuze is Postkeuze.VERZONDEN:
        return Afloop(Berichtstaat.VERZONDEN, post.pogingen, antwoord)
    return Afloop(Berichtstaat.GEPLAND, 0, antwoord)
