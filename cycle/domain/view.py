"""View: the flat, frozen picture of a jaarschijf that templates see, and nothing else.

Every value is text in Dutch notation, a Markdown text, a boolean or a tuple of rows, so
a template can neither compute nor call anything. The fields are the vocabulary of Word
templates; a field that is renamed here changes in every template.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cycle.domain.beeldview import ThemabeeldView
from cycle.domain.reactieview import ReactieView
from cycle.domain.verschilview import GEEN_VERSCHIL, VerschilView
from cycle.domain.verzoekview import VerzoekView


@dataclass(frozen=True, slots=True)
class PartijView:
    """One partij on the page of parties."""

    code: str
    naam: str
    soort: str
    organen: str
    contact: str
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class DoelView:
    """One target in words; `partij` is "Samen" for a shared one."""

    partij: str
    indicator: str
    doel: str
    periode: str
    eigen: bool


@dataclass(frozen=True, slots=True)
class ActieView:
    """One action of this jaar; `eigen` is true in the edition of the partij itself."""

    anker: str
    partij: str
    activiteit: str
    planning: str
    indicator: str
    bod: str
    bedrag: str
    eigen: bool


@dataclass(frozen=True, slots=True)
class CijferView:
    """One figure line: target, realised, remaining, needed, offered, difference."""

    partij: str
    indicator: str
    doel: str
    realisatie: str
    rest: str
    nodig: str
    bod: str
    verschil: str
    oordeel: str
    eigen: bool


@dataclass(frozen=True, slots=True)
class BegripView:
    """A word that has a special meaning in one afspraak."""

    term: str
    betekenis: str


@dataclass(frozen=True, slots=True)
class AfspraakView:
    """One afspraak with everything a reader needs beside it.

    `tekst` and `toelichting` are Markdown. `voorbehouden` are decisions in part that
    leave this afspraak out.
    """

    nummer: str
    id: str
    anker: str
    titel: str
    aard: str
    tekst: str
    toelichting: str
    wie: str
    termijn: str
    voorwaarden: tuple[str, ...]
    begrippen: tuple[BegripView, ...]
    doelen: tuple[DoelView, ...]
    acties: tuple[ActieView, ...]
    cijfers: tuple[CijferView, ...]
    open_vragen: tuple[str, ...]
    voorbehouden: tuple[str, ...]
    dossier: str
    eigen: bool


@dataclass(frozen=True, slots=True)
class RijView:
    """One row of a printed table; `is_totaal` for the row of totals."""

    naam: str
    cellen: tuple[str, ...]
    is_totaal: bool


@dataclass(frozen=True, slots=True)
class TabelView:
    """A printed table with its totals as published, and what the check says of them."""

    titel: str
    eenheid: str
    kolommen: tuple[str, ...]
    rijen: tuple[RijView, ...]
    noot: str
    bevindingen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemaView:
    """One thema; `prioriteit` is its place in the top 3 of the year, "" when not in it."""

    nummer: str
    anker: str
    naam: str
    prioriteit: str
    context: str
    ambitie: str
    tabellen: tuple[TabelView, ...]
    afspraken: tuple[AfspraakView, ...]
    themabeelden: tuple[ThemabeeldView, ...] = ()


@dataclass(frozen=True, slots=True)
class BevindingView:
    """One finding in the annex; `plek` names an afspraak or table, not a file."""

    code: str
    ernst: str
    plek: str
    melding: str
    advies: str


@dataclass(frozen=True, slots=True)
class KaderView:
    """One framework; `opmerking` says when it ends before the agreement does."""

    titel: str
    niveau: str
    datum: str
    geldig_tot: str
    opmerking: str


@dataclass(frozen=True, slots=True)
class DossierView:
    """One conditional matter; `heropend` says when and why it re-opened, if it did."""

    naam: str
    tekst: str
    trigger: str
    gevolg: str
    afspraken: str
    heropend: str = ""


@dataclass(frozen=True, slots=True)
class SpecificatieView:
    """One row of the specification annex."""

    nummer: str
    afspraak: str
    onderwerp: str
    waarde: str


@dataclass(frozen=True, slots=True)
class MomentView:
    """One deadline or meeting of the year."""

    datum: str
    naam: str
    basis: str


@dataclass(frozen=True, slots=True)
class BesluitView:
    """One row of the sign-off page: an orgaan, its decision, the reason."""

    partij: str
    orgaan: str
    besluit: str
    datum: str
    reden: str
    eigen: bool


@dataclass(frozen=True, slots=True)
class OndertekeningView:
    """One place for a signature: partij and function; state when it was registered.

    `anker` are the words under which the field in the final PDF is placed.
    """

    partij: str
    functie: str
    staat: str
    anker: str


@dataclass(frozen=True, slots=True)
class OpenView:
    """An afspraak without an offer, or an offer without an afspraak."""

    afspraak: str
    partij: str
    tekst: str


@dataclass(frozen=True, slots=True)
class EigenView:
    """What one partij sees first in its own edition; empty texts in the common one."""

    partij: str
    bijdragen: tuple[str, ...]
    open_punten: tuple[str, ...]
    reageren_voor: str


@dataclass(frozen=True, slots=True)
class JaarschijfView:
    """The whole jaarschijf as text: one common edition, or that of one partij (`eigen`).

    `code` is the content code in the footer; it does not depend on the edition, on
    `versie` or on `datum`. `voorbeeld` is the sentence that marks example figures.
    `beelden` are the pictures in the texts, `tekeningen` those drawn of the figures, in
    base64 by name; no template needs them.
    """

    samenwerking: str
    gemeente: str
    titel: str
    jaar: str
    looptijd: str
    versie: str
    status: str
    is_concept: bool
    datum: str
    code: str
    voorbeeld: str
    inleiding: str
    partijen: tuple[PartijView, ...]
    prioriteiten: tuple[str, ...]
    themas: tuple[ThemaView, ...]
    zonder_bod: tuple[OpenView, ...]
    zonder_afspraak: tuple[OpenView, ...]
    bevindingen: tuple[BevindingView, ...]
    kaders: tuple[KaderView, ...]
    dossiers: tuple[DossierView, ...]
    specificaties: tuple[SpecificatieView, ...]
    momenten: tuple[MomentView, ...]
    besluiten: tuple[BesluitView, ...]
    ondertekening: tuple[OndertekeningView, ...]
    is_eigen: bool
    eigen: EigenView
    verschil: VerschilView = GEEN_VERSCHIL
    reacties: tuple[ReactieView, ...] = ()
    beelden: Mapping[str, str] = field(default_factory=dict)
    verzoeken: tuple[VerzoekView, ...] = ()
    tekeningen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BriefView:
    """The short letter that goes with a document to one partij."""

    samenwerking: str
    gemeente: str
    jaar: str
    versie: str
    code: str
    datum: str
    partij: str
    contact: str
    coordinator: str
    onderwerp: str
    reageren_voor: str
    bijdragen: tuple[str, ...]
    open_punten: tuple[str, ...]
    voorbeeld: str
