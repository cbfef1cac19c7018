"""Ondertekenbladview: the fields of the ondertekenblad and of the bestuursverklaring."""

from dataclasses import dataclass

from cycle.domain.view import BesluitView


@dataclass(frozen=True, slots=True)
class TekenregelView:
    """One functionaris: signed or not, when, by which route, and what that rests on.

    `bewijs` is the begin of the sha256 of the file that shows it.
    """

    partij: str
    functie: str
    staat: str
    datum: str
    route: str
    sterkte: str
    bewijs: str
    reden: str


@dataclass(frozen=True, slots=True)
class OndertekenbladView:
    """Who signed which version, as text.

    `sha256` is of the adopted PDF, in groups that fit on a line. `audit_hoofd` is the head of
    the audit trail when the text was frozen.
    """

    samenwerking: str
    gemeente: str
    jaar: str
    versie: str
    code: str
    datum: str
    vastgesteld_op: str
    samenvatting: str
    bestand: str
    bladzijden: str
    omvang: str
    sha256: str
    audit_hoofd: str
    regels: tuple[TekenregelView, ...]
    ontbreekt: tuple[str, ...]
    besluiten: tuple[BesluitView, ...]
    voorbeeld: str


@dataclass(frozen=True, slots=True)
class VerklaringView:
    """The model of the bestuursverklaring of one corporatie (Woningwet art. 44a)."""

    samenwerking: str
    gemeente: str
    jaar: str
    corporatie: str
    ondertekenaar: str
    versie: str
    code: str
    vastgesteld_op: str
    rvc_datum: str
    uiterlijk: str
    voorbeeld: str
