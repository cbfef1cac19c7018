"""Ondertekenblad: who signed the adopted version, how, and who did not.

It is a document of its own: a page that is added to a signed PDF breaks the signatures in it.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import pendulum

from cycle.domain import notatie
from cycle.domain.accordering import GevraagdBesluit, Handtekening, Reikwijdte
from cycle.domain.aftekenstap import Aftekenstap, Stapsoort
from cycle.domain.cyclus import Concept
from cycle.domain.handtekenroute import sterkte
from cycle.domain.manifest import Manifest
from cycle.domain.ondertekenbladview import OndertekenbladView, TekenregelView
from cycle.domain.partij import Partij
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.versieweergave import add_accordering
from cycle.domain.view import JaarschijfView

ONTBREEKT = "ontbreekt"
"""State of somebody who did not sign and did not say why."""
ONTTROKKEN = "onttrokken"
"""State of everybody who signs for a partij that left."""
_STAAT = {
    Reikwijdte.GEHEEL.value: "getekend",
    Reikwijdte.OP_ONDERDELEN.value: "getekend op onderdelen",
    Reikwijdte.NIET.value: "tekent niet",
    ONTBREEKT: "nog niet getekend",
    ONTTROKKEN: "partij heeft zich teruggetrokken",
}
_GROEP = 16
_KORT = 12


@dataclass(frozen=True, slots=True)
class Tekenregel:
    """One functionaris who signs: `staat` is a Reikwijdte, `ONTBREEKT` or `ONTTROKKEN`.

    `op` is None while nothing was registered.
    """

    partij: str
    naam: str
    functie: str
    staat: str
    op: pendulum.Date | None = None
    route: str = ""
    sterkte: str = ""
    bewijs: str = ""
    vastgelegd_door: str = ""
    waarnemer: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Ondertekenblad:
    """Everything that the ondertekenblad says, before it becomes text.

    `sha256`, `bytes` and `bladzijden` are of the frozen PDF. `stand_op` is the day of the last
    signature, or of the adoption when there is none: the sheet does not change by itself.
    `afgesloten_op` is filled when the signing was closed while signatures were missing.
    """

    samenwerking: str
    jaar: int
    versie: str
    code: str
    vastgesteld_op: pendulum.Date
    stand_op: pendulum.Date
    sha256: str
    bytes: int
    bladzijden: int
    audit_hoofd: str
    regels: tuple[Tekenregel, ...]
    afgesloten_op: pendulum.Date | None = None
    sluitreden: str = ""

    @property
    def ontbreekt(self) -> tuple[Tekenregel, ...]:
        """Return who did not sign and did not say why."""
        return tuple(regel for regel in self.regels if regel.staat == ONTBREEKT)

    @property
    def getekend(self) -> tuple[Tekenregel, ...]:
        """Return who signed, whole or in part."""
        return tuple(
            r for r in self.regels if r.staat not in (ONTBREEKT, ONTTROKKEN, Reikwijdte.NIET.value)
        )


def build_ondertekenblad(
    inhoud: Samenwerking,
    concept: Concept,
    manifest: Manifest,
    handtekeningen: Sequence[Handtekening],
    stappen: Sequence[Aftekenstap] = (),
) -> Ondertekenblad:
    """Return the sheet of an adopted version; of several signatures the last one counts."""
    eigen = [s for s in stappen if (s.code, s.versie) == (concept.code, concept.versie)]
    weg = {s.partij: s for s in eigen if s.soort is Stapsoort.ONTTREKKING}
    sluiting = next((s for s in reversed(eigen) if s.soort is Stapsoort.SLUITING), None)
    geldig = [h for h in handtekeningen if (h.code, h.versie) == (concept.code, concept.versie)]
    return Ondertekenblad(
        samenwerking=manifest.samenwerking,
        jaar=manifest.jaar,
        versie=concept.versie,
        code=concept.code,
        vastgesteld_op=concept.gemaakt_op,
        stand_op=max([concept.gemaakt_op, *(h.op for h in geldig), *(s.op for s in eigen)]),
        sha256=manifest.sha256,
        bytes=manifest.bytes,
        bladzijden=manifest.bladzijden,
        audit_hoofd=manifest.audit_hoofd,
        regels=tuple(
            _regel(partij, functie, geldig, weg.get(partij.code))
            for partij in inhoud.partijen
            for functie in partij.ondertekenaars
        ),
        afgesloten_op=sluiting.op if sluiting else None,
        sluitreden=sluiting.reden if sluiting else "",
    )


def write_ondertekenblad(blad: Ondertekenblad) -> bytes:
    """Return the sheet as JSON; the same sheet gives the same bytes."""
    tekst = json.dumps(
        asdict(blad), ensure_ascii=False, indent=2, default=pendulum.Date.to_date_string
    )
    return (tekst + "\n").encode()


def view_ondertekenblad(
    blad: Ondertekenblad,
    inhoud: Samenwerking,
    view: JaarschijfView,
    bord: Sequence[GevraagdBesluit],
) -> OndertekenbladView:
    """Return the sheet as text."""
    return OndertekenbladView(
        samenwerking=view.samenwerking,
        gemeente=view.gemeente,
        jaar=view.jaar,
        versie=blad.versie,
        code=blad.code,
        datum=notatie.datum(blad.stand_op),
        vastgesteld_op=notatie.datum(blad.vastgesteld_op),
        samenvatting=_samenvatting(blad),
        bestand=f"jaarschijf-{blad.jaar}.pdf",
        bladzijden=str(blad.bladzijden),
        omvang=f"{notatie.getal(blad.bytes)} bytes",
        sha256=_in_groepen(blad.sha256),
        audit_hoofd=_hoofd(blad.audit_hoofd),
        regels=tuple(_regelview(regel) for regel in blad.regels),
        ontbreekt=tuple(f"{regel.naam} ({regel.functie})" for regel in blad.ontbreekt),
        besluiten=add_accordering(view, inhoud, bord).besluiten,
        voorbeeld=view.voorbeeld,
    )


def _regel(
    partij: Partij,
    functie: str,
    handtekeningen: Sequence[Handtekening],
    onttrekking: Aftekenstap | None,
) -> Tekenregel:
    """Return one functionaris with the last signature or refusal."""
    eigen = [h for h in handtekeningen if (h.partij, h.functie) == (partij.code, functie)]
    if onttrekking is not None:
        return Tekenregel(
            partij.code,
            partij.naam,
            functie,
            ONTTROKKEN,
            op=onttrekking.op,
            bewijs=onttrekking.bewijs,
            vastgelegd_door=onttrekking.door,
            reden=onttrekking.reden,
        )
    if not eigen:
        return Tekenregel(partij.code, partij.naam, functie, ONTBREEKT)
    laatste = eigen[-1]
    tekent = laatste.reikwijdte is not Reikwijdte.NIET
    return Tekenregel(
        partij=partij.code,
        naam=partij.naam,
        functie=functie,
        staat=laatste.reikwijdte.value,
        op=laatste.op,
        route=laatste.route.value if tekent else "",
        sterkte=sterkte(laatste.route) if tekent else "",
        bewijs=laatste.bewijs,
        vastgelegd_door=laatste.vastgelegd_door,
        waarnemer=laatste.waarnemer,
        reden=laatste.reden,
    )


def _samenvatting(blad: Ondertekenblad) -> str:
    """Return in one sentence how many signed."""
    aantal, alle = len(blad.getekend), len(blad.regels)
    woord = "handtekening is" if alle == 1 else "handtekeningen zijn"
    zin = f"{aantal} van {alle} {woord} gezet."
    weigert = sum(regel.staat == Reikwijdte.NIET.value for regel in blad.regels)
    if weigert:
        zin += f" {weigert} keer is vastgelegd dat iemand niet tekent."
    if blad.afgesloten_op is not None:
        zin += f" De ondertekening is afgesloten op {notatie.datum(blad.afgesloten_op)}"
        zin += f": {blad.sluitreden}" if blad.sluitreden else "."
    return zin


def _regelview(regel: Tekenregel) -> TekenregelView:
    """Return one functionaris as text."""
    functie = f"{regel.functie} (waarneming: {regel.waarnemer})" if regel.waarnemer else None
    return TekenregelView(
        partij=regel.naam,
        functie=functie or regel.functie,
        staat=_STAAT[regel.staat],
        datum=notatie.datum(regel.op) if regel.op else "",
        route=regel.route,
        sterkte=regel.sterkte,
        bewijs=regel.bewijs[:_KORT],
        reden=regel.reden,
    )


def _hoofd(hoofd: str) -> str:
    """Return the head of a trail as people compare it: ``30: b192…``."""
    nummer, _, sha256 = hoofd.partition(":")
    return f"{nummer}: {_in_groepen(sha256)}" if sha256 else ""


def _in_groepen(sha256: str) -> str:
    """Return a hash in groups, so that people can compare it and a line can break."""
    return " ".join(sha256[i : i + _GROEP] for i in range(0, len(sha256), _GROEP))
