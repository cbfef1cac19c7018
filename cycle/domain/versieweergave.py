"""Versieweergave: what one version adds to the view: number, date, decisions, signatures."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pendulum

from cycle.domain import notatie
from cycle.domain.accordering import BesluitStaat, GevraagdBesluit, Handtekening, Reikwijdte
from cycle.domain.afspraakweergave import Namen
from cycle.domain.beeldview import BalkView, ThemabeeldView
from cycle.domain.handtekenveld import list_velden, make_anker
from cycle.domain.partij import ORGAAN_NAAM
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.themabeeld import Balk, Themabeeld
from cycle.domain.view import AfspraakView, BesluitView, JaarschijfView, OndertekeningView


def publish_view(
    view: JaarschijfView,
    *,
    versie: str,
    status: str,
    op: pendulum.Date,
    vastgesteld: bool = False,
) -> JaarschijfView:
    """Return the view as one version; the adopted text carries no findings or reactions."""
    return replace(
        view,
        versie=versie,
        status=status,
        is_concept=not vastgesteld,
        datum=notatie.datum(op),
        bevindingen=() if vastgesteld else view.bevindingen,
        reacties=() if vastgesteld else view.reacties,
    )


def add_accordering(
    view: JaarschijfView,
    samenwerking: Samenwerking,
    bord: Sequence[GevraagdBesluit],
    handtekeningen: Sequence[Handtekening] = (),
) -> JaarschijfView:
    """Return the view with decisions, reservations per afspraak and places to sign."""
    namen = Namen(samenwerking)
    velden = list_velden(samenwerking.partijen)
    return replace(
        view,
        besluiten=tuple(_besluit(rij, namen) for rij in bord),
        themas=tuple(
            replace(t, afspraken=tuple(_voorbehoud(a, bord, namen) for a in t.afspraken))
            for t in view.themas
        ),
        ondertekening=tuple(
            OndertekeningView(
                samenwerking.partij(veld.partij).naam,
                veld.functie,
                _getekend(veld.partij, veld.functie, handtekeningen),
                make_anker(nummer, len(velden)),
            )
            for nummer, veld in enumerate(velden, start=1)
        ),
    )


def add_themabeelden(view: JaarschijfView, beelden: Mapping[Themabeeld, bytes]) -> JaarschijfView:
    """Return the view with the figures of each thema and the picture drawn of them."""
    tekeningen = {_beeldnaam(b): b64encode(png).decode("ascii") for b, png in beelden.items()}
    return replace(
        view,
        themas=tuple(
            replace(
                thema,
                themabeelden=tuple(_beeld(b) for b in beelden if str(b.nummer) == thema.nummer),
            )
            for thema in view.themas
        ),
        tekeningen=tekeningen,
    )


def _beeldnaam(beeld: Themabeeld) -> str:
    """Return its name; no picture of the content has a colon in its name."""
    return f"jaarschijf:{beeld.bestandsnaam}.png"


def _beeld(beeld: Themabeeld) -> ThemabeeldView:
    """Return one picture with its rows as text."""
    return ThemabeeldView(
        afbeelding=_beeldnaam(beeld),
        beschrijving=beeld.beschrijving,
        titel=beeld.titel,
        balken=tuple(_balk(balk) for balk in beeld.balken),
    )


def _balk(balk: Balk) -> BalkView:
    """Return one row."""
    return BalkView(
        onderwerp=balk.onderwerp,
        partij=balk.partij,
        doel=balk.doel_tekst,
        realisatie=balk.realisatie_tekst,
        bod=balk.bod_tekst,
        rest=balk.rest_tekst,
        eigen=False,
    )


_STAND = {
    BesluitStaat.OPEN: "nog geen besluit",
    BesluitStaat.VERVALLEN: "vervallen: de tekst is daarna gewijzigd",
    BesluitStaat.GEHEEL: "akkoord",
    BesluitStaat.OP_ONDERDELEN: "akkoord op onderdelen",
    BesluitStaat.NIET: "niet akkoord",
}


def _besluit(rij: GevraagdBesluit, namen: Namen) -> BesluitView:
    """Return one row of the sign-off page; a lapsed decision shows no date."""
    telt = rij.besluit is not None and rij.staat is not BesluitStaat.VERVALLEN
    besluit = rij.besluit if telt else None
    tekst = _STAND[rij.staat]
    if besluit and besluit.uitgezonderd:
        tekst += f", zonder afspraak {notatie.opsomming([str(n) for n in besluit.uitgezonderd])}"
    return BesluitView(
        partij=namen.partij(rij.partij),
        orgaan=ORGAAN_NAAM[rij.orgaan],
        besluit=tekst,
        datum=notatie.datum(besluit.op) if besluit else "",
        reden=besluit.reden if besluit else "",
        eigen=False,
    )


def _voorbehoud(
    afspraak: AfspraakView, bord: Sequence[GevraagdBesluit], namen: Namen
) -> AfspraakView:
    """Return the afspraak with the decisions in part that leave it out.

    A refusal of the whole stands on the sign-off page, not beside every afspraak.
    """
    regels = tuple(
        f"{namen.partij(rij.partij)} ({ORGAAN_NAAM[rij.orgaan]}) stemt hier niet mee in: "
        f"{rij.besluit.reden}"
        for rij in bord
        if rij.besluit
        and rij.staat is not BesluitStaat.VERVALLEN
        and int(afspraak.nummer) in rij.besluit.uitgezonderd
    )
    return replace(afspraak, voorbehouden=regels)


def _getekend(partij: str, functie: str, handtekeningen: Sequence[Handtekening]) -> str:
    """Return the state of one place to sign, empty while it is open.

    A signature in part, like a refusal, is shown with its reason.
    """
    for handtekening in reversed(handtekeningen):
        if (handtekening.partij, handtekening.functie) == (partij, functie):
            dag = notatie.datum(handtekening.op)
            if handtekening.reikwijdte is Reikwijdte.NIET:
                return f"tekent niet ({dag}): {handtekening.reden}"
            if handtekening.reikwijdte is Reikwijdte.OP_ONDERDELEN:
                return f"getekend op onderdelen ({dag}): {handtekening.reden}"
            return f"getekend op {dag}"
    return ""
