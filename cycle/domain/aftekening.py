"""Aftekening: what a partij has said of one version, as one table of states and acts.

`TABEL` is the whole rule: in which state which act is possible, what it asks for and where it
leads. Whatever is not in it is refused. A decision belongs to a content code, a signature to
the frozen version; nothing can be signed off that is not the version that counts.

An act is judged once, by `step`, at the moment somebody wants to register it. `replay` follows
what was kept, so that the state is never a fact of its own.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cycle.domain.errors import BesluitError


class Aftekenstaat(StrEnum):
    """Where one partij stands with one version."""

    NIET_UITGENODIGD = "niet_uitgenodigd"
    UITGENODIGD = "uitgenodigd"
    GELEZEN = "gelezen"
    VOORBEHOUD = "voorbehoud"
    AKKOORD = "akkoord"
    NIET_AKKOORD = "niet_akkoord"
    TEKEN_KLAAR = "teken_klaar"
    DEELS_GETEKEND = "deels_getekend"
    GETEKEND = "getekend"
    VERVALLEN = "vervallen"
    ONTTROKKEN = "onttrokken"

    @property
    def tekst(self) -> str:
        """Return what this is called on screen."""
        return _STAAT_TEKST[self]


_STAAT_TEKST: Final = {
    Aftekenstaat.NIET_UITGENODIGD: "nog niet gevraagd",
    Aftekenstaat.UITGENODIGD: "gevraagd",
    Aftekenstaat.GELEZEN: "gelezen",
    Aftekenstaat.VOORBEHOUD: "akkoord onder voorbehoud",
    Aftekenstaat.AKKOORD: "akkoord",
    Aftekenstaat.NIET_AKKOORD: "niet akkoord",
    Aftekenstaat.TEKEN_KLAAR: "kan tekenen",
    Aftekenstaat.DEELS_GETEKEND: "deels getekend",
    Aftekenstaat.GETEKEND: "getekend",
    Aftekenstaat.VERVALLEN: "vervallen",
    Aftekenstaat.ONTTROKKEN: "doet niet meer mee",
}


class Aftekendaad(StrEnum):
    """What can happen to a partij and a version.

    `VOORBEHOUD` is a yes of which an own orgaan has yet to approve. `TEKENEN` leaves places of
    the partij open, `VOLTOOIEN` is the signature that fills the last one. `INTREKKEN` is about
    the adoption, `ONTTREKKEN` about the partij.
    """

    UITNODIGEN = "uitnodigen"
    OPENEN = "openen"
    AKKOORD = "akkoord"
    VOORBEHOUD = "voorbehoud"
    WEIGEREN = "weigeren"
    BEVRIEZEN = "bevriezen"
    TEKENEN = "tekenen"
    VOLTOOIEN = "voltooien"
    NIEUWE_VERSIE = "nieuwe_versie"
    INTREKKEN = "intrekken"
    ONTTREKKEN = "onttrekken"


_DAAD_TEKST: Final = {
    Aftekendaad.UITNODIGEN: "Om een besluit vragen",
    Aftekendaad.OPENEN: "Vastleggen dat de tekst is gelezen",
    Aftekendaad.AKKOORD: "Akkoord gaan",
    Aftekendaad.VOORBEHOUD: "Akkoord gaan onder voorbehoud",
    Aftekendaad.WEIGEREN: "Weigeren",
    Aftekendaad.BEVRIEZEN: "Vaststellen",
    Aftekendaad.TEKENEN: "Ondertekenen",
    Aftekendaad.VOLTOOIEN: "Ondertekenen",
    Aftekendaad.NIEUWE_VERSIE: "Een nieuwe versie maken",
    Aftekendaad.INTREKKEN: "De vaststelling intrekken",
    Aftekendaad.ONTTREKKEN: "Een partij laten stoppen",
}


@dataclass(frozen=True, slots=True)
class Situatie:
    """What the demands of an act look at; what is not said is not so.

    `code` is the content code that the act names, `geldende_code` that of the version that
    counts. `heeft_besluiten`: every orgaan of every partij has decided. `is_vast`: there is a
    signature of this person with evidence, which cannot be called a mistake.
    """

    code: str = ""
    geldende_code: str = ""
    reden: str = ""
    bewijs: str = ""
    heeft_besluiten: bool = False
    is_bevroren: bool = False
    is_aan_de_beurt: bool = False
    is_vast: bool = False
    heeft_tweede: bool = False


class Eis(StrEnum):
    """What an act asks for, by name; `EISEN` holds what each means."""

    GELDENDE_VERSIE = "geldende versie"
    BESLUITEN_OF_REDEN = "besluiten of reden"
    BEVROREN = "bevroren"
    NIET_BEVROREN = "niet bevroren"
    REDEN = "reden"
    BEWIJS = "bewijs"
    BEURT = "beurt"
    HERROEPELIJK = "herroepelijk"
    TWEEDE = "tweede"


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    """When a demand is met, and what to say when it is not; texts may name both codes."""

    geldt: Callable[[Situatie], bool]
    melding: str
    advies: str


EISEN: Final[dict[Eis, Voorwaarde]] = {
    Eis.GELDENDE_VERSIE: Voorwaarde(
        lambda s: bool(s.code) and s.code == s.geldende_code,
        "Dit gaat over versie {code}, maar de geldende versie is {geldend}.",
        "Leg de geldende versie voor. Alleen een besluit of handtekening daarop telt.",
    ),
    Eis.BESLUITEN_OF_REDEN: Voorwaarde(
        lambda s: s.heeft_besluiten or bool(s.reden.strip()),
        "Nog niet alle besluiten zijn er.",
        'Wacht op deze besluiten, of stel vast met een reden: --reden "…"',
    ),
    Eis.BEVROREN: Voorwaarde(
        lambda s: s.is_bevroren,
        "De jaarschijf is nog niet vastgesteld. Ondertekenen kan dan niet.",
        "Stel de tekst eerst vast.",
    ),
    Eis.NIET_BEVROREN: Voorwaarde(
        lambda s: not s.is_bevroren,
        "De jaarschijf is al vastgesteld. Aan de tekst kan niets meer veranderen.",
        "Trek eerst de vaststelling in met: jaarschijf teken intrekken",
    ),
    Eis.REDEN: Voorwaarde(
        lambda s: bool(s.reden.strip()),
        "Hierbij hoort een reden.",
        "Schrijf in een of twee zinnen waarom, met --reden.",
    ),
    Eis.BEWIJS: Voorwaarde(
        lambda s: bool(s.bewijs),
        "Hierbij hoort een bewijsstuk.",
        "Geef de brief of de mail mee, met --bewijs.",
    ),
    Eis.BEURT: Voorwaarde(
        lambda s: s.is_aan_de_beurt,
        "Deze partij is nog niet aan de beurt om te tekenen.",
        "Wacht op de partijen die volgens de tekenvolgorde eerst tekenen.",
    ),
    Eis.HERROEPELIJK: Voorwaarde(
        lambda s: not s.is_vast,
        "Er ligt al een handtekening met een bewijsstuk. Die kunt u niet wegstrepen.",
        "Klopt de tekst niet? Trek dan de vaststelling in met: jaarschijf teken intrekken",
    ),
    Eis.TWEEDE: Voorwaarde(
        lambda s: s.heeft_tweede,
        "Twee mensen trekken een vaststelling samen in.",
        "Laat een ander het verzoek bevestigen, met dezelfde opdracht en een eigen --door.",
    ),
}


@dataclass(frozen=True, slots=True)
class Overgang:
    """Where an act leads, and what it asks for."""

    naar: Aftekenstaat
    eisen: tuple[Eis, ...] = ()


_Rijen = dict[tuple[Aftekenstaat, Aftekendaad], Overgang]
_S, _D = Aftekenstaat, Aftekendaad
_VRAAGBAAR: Final = (_S.UITGENODIGD, _S.GELEZEN, _S.VOORBEHOUD, _S.AKKOORD, _S.NIET_AKKOORD)
_INSTEMMEND: Final = (_S.NIET_UITGENODIGD, *_VRAAGBAAR[:-1])
_TEKENEND: Final = (_S.NIET_AKKOORD, _S.TEKEN_KLAAR, _S.DEELS_GETEKEND)
_BEVROREN: Final = (*_TEKENEND, _S.GETEKEND)


def _rij(
    staten: Iterable[Aftekenstaat], daad: Aftekendaad, naar: Aftekenstaat, *eisen: Eis
) -> _Rijen:
    """Return the same step out of several states."""
    return {(staat, daad): Overgang(naar, eisen) for staat in staten}


_OP_DE_TEKST: Final = (Eis.GELDENDE_VERSIE, Eis.NIET_BEVROREN)
_MET_DE_PEN: Final = (Eis.GELDENDE_VERSIE, Eis.BEVROREN, Eis.BEURT)
_MET_ZIJN_TWEEEN: Final = (Eis.BEVROREN, Eis.REDEN, Eis.TWEEDE)

TABEL: Final[_Rijen] = {
    **_rij([_S.NIET_UITGENODIGD], _D.UITNODIGEN, _S.UITGENODIGD, Eis.GELDENDE_VERSIE),
    **_rij([_S.UITGENODIGD], _D.OPENEN, _S.GELEZEN, Eis.GELDENDE_VERSIE),
    **_rij(_VRAAGBAAR, _D.AKKOORD, _S.AKKOORD, *_OP_DE_TEKST),
    **_rij(_VRAAGBAAR, _D.VOORBEHOUD, _S.VOORBEHOUD, *_OP_DE_TEKST),
    **_rij(_VRAAGBAAR, _D.WEIGEREN, _S.NIET_AKKOORD, Eis.GELDENDE_VERSIE, Eis.REDEN),
    **_rij(_INSTEMMEND, _D.BEVRIEZEN, _S.TEKEN_KLAAR, Eis.BESLUITEN_OF_REDEN),
    **_rij([_S.NIET_AKKOORD], _D.BEVRIEZEN, _S.NIET_AKKOORD, Eis.BESLUITEN_OF_REDEN),
    **_rij(_TEKENEND, _D.TEKENEN, _S.DEELS_GETEKEND, *_MET_DE_PEN),
    **_rij(_BEVROREN, _D.VOLTOOIEN, _S.GETEKEND, *_MET_DE_PEN),
    **_rij(
        *(_BEVROREN[1:], _D.WEIGEREN, _S.NIET_AKKOORD),
        *(Eis.GELDENDE_VERSIE, Eis.REDEN, Eis.HERROEPELIJK),
    ),
    **_rij({*_INSTEMMEND, *_BEVROREN}, _D.NIEUWE_VERSIE, _S.VERVALLEN, Eis.NIET_BEVROREN),
    **_rij(_BEVROREN, _D.INTREKKEN, _S.VERVALLEN, *_MET_ZIJN_TWEEEN),
    **_rij({*_INSTEMMEND, *_TEKENEND}, _D.ONTTREKKEN, _S.ONTTROKKEN, Eis.REDEN, Eis.BEWIJS),
}
"""Every step that exists: (state, act) to where it leads and what it asks for.

A refusal while signing is on does not thaw the text: the others go on with the same bytes, and
the refusal stands on record. Only two people together undo an adoption.
"""


def step(staat: Aftekenstaat, daad: Aftekendaad, situatie: Situatie) -> Aftekenstaat:
    """Return the state after `daad`.

    Raises:
        BesluitError: the act does not exist in this state, or a demand is not met.
    """
    overgang = TABEL.get((staat, daad))
    if overgang is None:
        raise BesluitError(
            f"{_DAAD_TEKST[daad]} kan niet: de stand is '{staat.tekst}'.",
            advies="Bekijk wie waar staat met: jaarschijf teken stand",
        )
    for eis in overgang.eisen:
        voorwaarde = EISEN[eis]
        if not voorwaarde.geldt(situatie):
            codes = {"code": situatie.code or "onbekend", "geldend": situatie.geldende_code}
            raise BesluitError(voorwaarde.melding.format(**codes), advies=voorwaarde.advies)
    return overgang.naar


def replay(daden: Iterable[Aftekendaad]) -> Aftekenstaat:
    """Return the state after acts that were kept; one that cannot follow counts for nothing."""
    staat = Aftekenstaat.NIET_UITGENODIGD
    for daad in daden:
        overgang = TABEL.get((staat, daad))
        staat = overgang.naar if overgang else staat
    return staat
