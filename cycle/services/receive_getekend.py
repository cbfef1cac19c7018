"""Ontvangen: a PDF that came back with signatures, judged and registered."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

import pendulum

from cycle.domain.accordering import Handtekening, Reikwijdte
from cycle.domain.binding import Bindingsoordeel, Veldoordeel, Veldstaat
from cycle.domain.cyclus import Cyclus, Stuk
from cycle.domain.errors import InvoerError, RetourGeweigerd
from cycle.domain.handtekenroute import Route
from cycle.domain.mandaat import Mandaat
from cycle.domain.notatie import opsomming
from cycle.domain.ontvangstbewijs import Ontvangstbewijs, write_ontvangstbewijs
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.ports import Toolkit
from cycle.services.record_handtekening import record_handtekening
from cycle.services.render_stukken import GEZAMENLIJK, publish_stukken
from cycle.services.tekenkader import build_kader, find_functie
from cycle.services.vastgestelde import GETEKEND, Vastgestelde, load_vastgestelde

ONTVANGEN: Final = "ontvangen"
"""Kind of document: a file as it came back; the begin of its sha256 stands behind it."""
VERSLAG: Final = "verslag"
"""Kind of document: what a signing service says of who signed."""
BEWIJS: Final = "ontvangstbewijs"
"""Kind of document: what one signature in such a file rests on; its field stands behind it."""


@dataclass(frozen=True, slots=True)
class Retour:
    """A file that came back, and what the secretaris says of it.

    `voor` names the places (partij, functie) that were signed at a service, `op` the day and
    `verslag` the evidence of the service; our own PDF tells that itself. `door` is who hands
    it in.
    """

    inhoud: bytes
    naam: str
    door: str
    voor: tuple[tuple[str, str], ...] = ()
    op: pendulum.Date | None = None
    verslag: bytes = b""
    verslag_naam: str = ""


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """What became of it: the verdict, and the places that were registered now."""

    uitkomst: Uitkomst
    oordeel: Bindingsoordeel
    vastgelegd: tuple[str, ...]


def receive_getekend(toolkit: Toolkit, samenwerking: str, jaar: int, retour: Retour) -> Ontvangst:
    """Keep a signed PDF and register every signature in it that was not registered yet.

    The file is kept as it came. When it holds all signatures so far it becomes the latest
    one; a file with only its own signature is kept beside it.

    Raises:
        RetourGeweigerd: the file does not belong to the adopted version, or a signature does
            not hold; nothing is kept.
        InvoerError: with a service it must be told who signed, when, and by which evidence.
        BesluitError, FaseError: a signature cannot count now; see `record_handtekening`.
    """
    with toolkit.store.lease(samenwerking, jaar, "teken"):
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, samenwerking, jaar)
            vast = load_vastgestelde(toolkit, tx, cyclus)
            mandaten = tx.mandaten(cyclus)
            eerder = tx.handtekeningen(cyclus)
        oordeel = _judge(toolkit, vast, mandaten, retour)
        bewijzen = tuple(_list_bewijzen(toolkit, vast, oordeel, retour))
        nieuw = tuple(b for b in bewijzen if not _is_bekend(b, vast, eerder))
        stukken = [_keep_bewijs(toolkit, vast, bewijs) for bewijs in nieuw]
        for bewijs, stuk in zip(nieuw, stukken, strict=True):
            _record(toolkit, cyclus, vast, bewijs, stuk, mandaten)
        bestanden = _keep_bestanden(toolkit, vast, retour)
        with toolkit.store.transaction() as tx:
            for stuk in (*bestanden, *stukken):
                tx.add_stuk(cyclus, stuk)
    plekken = tuple(f"{b.partij} ({b.functie})" for b in nieuw)
    namen = publish_stukken(toolkit, cyclus, bestanden)
    gedaan = Uitkomst(_melding(plekken, oordeel, bestanden), gedaan=bool(nieuw), stukken=namen)
    return Ontvangst(gedaan, oordeel, plekken)


def _melding(
    plekken: tuple[str, ...], oordeel: Bindingsoordeel, bestanden: tuple[Stuk, ...]
) -> str:
    """Return what was registered, and whether the file stands beside the others."""
    if not plekken:
        return "Alle handtekeningen in dit bestand waren al vastgelegd."
    melding = f"Vastgelegd: {opsomming(list(plekken))}."
    is_los = oordeel.route is Route.CERTIFICAAT and GETEKEND not in {s.soort for s in bestanden}
    if is_los:
        melding += " De eerdere handtekeningen staan niet in dit bestand. Het is apart bewaard."
    return melding


def _judge(
    toolkit: Toolkit, vast: Vastgestelde, mandaten: tuple[Mandaat, ...], retour: Retour
) -> Bindingsoordeel:
    """Return the verdict on a file that may be kept.

    Raises:
        RetourGeweigerd: it may not.
    """
    oordeel = toolkit.binding.check(
        retour.inhoud,
        toolkit.bestanden.get(vast.bevroren.sha256),
        vast.manifest,
        build_kader(vast.manifest, mandaten),
        retour.naam,
    )
    if not oordeel.houdt:
        raise RetourGeweigerd(
            f"{retour.naam} is niet bewaard.", oordeel.bevindingen, plek=retour.naam
        )
    return oordeel


def _list_bewijzen(
    toolkit: Toolkit, vast: Vastgestelde, oordeel: Bindingsoordeel, retour: Retour
) -> Iterator[Ontvangstbewijs]:
    """Yield what each signature in the file rests on."""
    vandaag = toolkit.klok.vandaag()
    if oordeel.route is Route.DIENST:
        yield from _list_van_dienst(toolkit, vast, oordeel, retour)
        return
    for veld in oordeel.velden:
        if veld.staat is not Veldstaat.GELDIG:
            continue
        op = vandaag if veld.getekend_op is None else min(veld.getekend_op.date(), vandaag)
        yield Ontvangstbewijs(
            veld=veld.veld.naam,
            partij=veld.veld.partij,
            functie=veld.veld.functie,
            route=Route.CERTIFICAAT,
            code=vast.manifest.code,
            sha256=oordeel.sha256,
            getekend_op=op,
            ontvangen_op=vandaag,
            door=retour.door,
            certificaat=veld.ondertekenaar,
            niveau=veld.niveau,
            punten=_points(veld),
        )


def _list_van_dienst(
    toolkit: Toolkit, vast: Vastgestelde, oordeel: Bindingsoordeel, retour: Retour
) -> Iterator[Ontvangstbewijs]:
    """Yield the places that were signed at a service, as the secretaris read in its evidence.

    Raises:
        InvoerError: something was not told, or there is no such place.
    """
    if not retour.voor or retour.op is None or not retour.verslag:
        raise InvoerError(
            "Dit bestand is verzegeld door een dienst. Het zegel zegt niet wie er tekende.",
            advies="Geef mee wie tekende (--voor PARTIJ FUNCTIE), wanneer (--op DATUM) en het "
            "verslag van de dienst (--verslag BESTAND).",
            plek=retour.naam,
        )
    verslag = toolkit.bestanden.put(retour.verslag)
    zegels = [z.ondertekenaar for z in oordeel.extra if z.staat is Veldstaat.GELDIG]
    for partij, functie in retour.voor:
        veld = vast.manifest.veld(partij, functie)
        if veld is None:
            raise InvoerError(
                f"In de vastgestelde PDF is geen plaats voor {partij} ({functie}).",
                advies="De plaatsen staan in manifest.json, bij ‘velden’.",
            )
        yield Ontvangstbewijs(
            veld=veld.naam,
            partij=partij,
            functie=functie,
            route=Route.DIENST,
            code=vast.manifest.code,
            sha256=oordeel.sha256,
            getekend_op=retour.op,
            ontvangen_op=toolkit.klok.vandaag(),
            door=retour.door,
            verslag=verslag,
            certificaat=zegels[0] if zegels else "",
            punten=tuple(b.code for b in oordeel.bevindingen),
        )


def _points(veld: Veldoordeel) -> tuple[str, ...]:
    """Return the codes of what the check gave for one place."""
    return tuple(b.code for b in veld.bevindingen)


def _is_bekend(
    bewijs: Ontvangstbewijs, vast: Vastgestelde, eerder: tuple[Handtekening, ...]
) -> bool:
    """Return whether this place was signed on this version before, by the same route."""
    return any(
        (h.partij, h.functie, h.route, h.versie)
        == (bewijs.partij, bewijs.functie, bewijs.route, vast.manifest.versie)
        and h.reikwijdte is not Reikwijdte.NIET
        for h in eerder
    )


def _keep_bewijs(toolkit: Toolkit, vast: Vastgestelde, bewijs: Ontvangstbewijs) -> Stuk:
    """Return the bewijs of one signature, kept by its hash."""
    return Stuk(
        f"{BEWIJS}/{bewijs.veld}",
        bewijs.partij,
        vast.manifest.versie,
        f"ondertekend/bewijs/{bewijs.veld}.json",
        toolkit.bestanden.put(write_ontvangstbewijs(bewijs)),
    )


def _keep_bestanden(toolkit: Toolkit, vast: Vastgestelde, retour: Retour) -> tuple[Stuk, ...]:
    """Return the file and the evidence of a service, kept by their hash.

    A file that goes on from the latest bytes becomes the latest itself.
    """
    versie = vast.manifest.versie
    stukken = [_as_stuk(toolkit, versie, ONTVANGEN, retour.inhoud, retour.naam)]
    if retour.inhoud.startswith(toolkit.bestanden.get(vast.laatste.sha256)):
        naam = f"ondertekend/jaarschijf-{vast.manifest.jaar}.pdf"
        stukken.append(Stuk(GETEKEND, GEZAMENLIJK, versie, naam, stukken[0].sha256))
    if retour.verslag:
        stukken.append(_as_stuk(toolkit, versie, VERSLAG, retour.verslag, retour.verslag_naam))
    return tuple(stukken)


def _as_stuk(toolkit: Toolkit, versie: str, soort: str, inhoud: bytes, naam: str) -> Stuk:
    """Return a file of somebody else under a name of our own."""
    sha256 = toolkit.bestanden.put(inhoud)
    einde = PurePosixPath(naam).suffix.lower()
    einde = einde if einde[1:].isalnum() else ""
    waar = f"ondertekend/ontvangen/{soort}-{sha256[:12]}{einde}"
    return Stuk(f"{soort}/{sha256[:12]}", GEZAMENLIJK, versie, waar, sha256)


def _record(
    toolkit: Toolkit,
    cyclus: Cyclus,
    vast: Vastgestelde,
    bewijs: Ontvangstbewijs,
    stuk: Stuk,
    mandaten: tuple[Mandaat, ...],
) -> None:
    """Register one signature with its bewijs."""
    veld = vast.manifest.veld(bewijs.partij, bewijs.functie)
    functie = bewijs.functie
    if veld is not None and bewijs.route is Route.CERTIFICAAT:
        functie = find_functie(veld, bewijs.certificaat, mandaten)
    record_handtekening(
        toolkit,
        cyclus.samenwerking,
        cyclus.jaar,
        Handtekening(
            partij=bewijs.partij,
            functie=functie,
            reikwijdte=Reikwijdte.GEHEEL,
            op=bewijs.getekend_op,
            code=vast.manifest.code,
            route=bewijs.route,
            bewijs=stuk.sha256,
            vastgelegd_door=bewijs.door,
            versie=vast.manifest.versie,
        ),
    )
