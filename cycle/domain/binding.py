"""Binding: does a returned file belong to the adopted version, and who signed it?

A valid signature is not enough: it says that bytes are unchanged since somebody signed, not
that they are the bytes that were adopted. So a file goes through a row of controles, each
with a line of its own in the outcome, and then every place to sign gets its own verdict.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import pendulum

from cycle.domain.bevinding import Bevinding, has_fouten
from cycle.domain.errors import InvoerError
from cycle.domain.handtekenroute import Route
from cycle.domain.handtekenveld import Handtekenveld


class Controle(StrEnum):
    """What is looked at, in the order in which it is looked at."""

    BESTAND = "bestand"
    VINGERAFDRUK = "vingerafdruk"
    BEGIN = "begin"
    WIJZIGINGEN = "wijzigingen"
    VELDEN = "velden"
    HANDTEKENINGEN = "handtekeningen"
    OPVULLING = "opvulling"
    DIENSTZEGEL = "dienstzegel"
    TEKST = "tekst"
    BEELD = "beeld"
    BLADEN = "bladen"


CONTROLEVRAAG: dict[Controle, str] = {
    Controle.BESTAND: "Is het een veilige PDF van gewone omvang?",
    Controle.VINGERAFDRUK: "Is het bestand gelijk aan wat eerder is vastgelegd?",
    Controle.BEGIN: "Begint het bestand met de vastgestelde versie, byte voor byte?",
    Controle.WIJZIGINGEN: "Is er na het vaststellen niets bijgekomen dan handtekeningen?",
    Controle.VELDEN: "Zijn de plekken om te tekenen nog dezelfde?",
    Controle.HANDTEKENINGEN: "Is elke handtekening echt en van de juiste persoon?",
    Controle.OPVULLING: "Staat er niets verstopt achter een handtekening?",
    Controle.DIENSTZEGEL: "Is het bestand verzegeld door een dienst die u vertrouwt?",
    Controle.TEKST: "Staat er op elke bladzijde dezelfde tekst?",
    Controle.BEELD: "Ziet elke bladzijde er hetzelfde uit?",
    Controle.BLADEN: "Zijn alle bladzijden gescand?",
}
"""The question that each controle answers, for the reader of the outcome."""


@dataclass(frozen=True, slots=True)
class Controleregel:
    """One controle that was done, with what it found; nothing found means that it holds."""

    controle: Controle
    bevindingen: tuple[Bevinding, ...] = ()

    @property
    def houdt(self) -> bool:
        """Return whether nothing serious was found."""
        return not has_fouten(self.bevindingen)


class Veldstaat(StrEnum):
    """What became of one place to sign; `ONZEKER` when what it rests on may be forged."""

    GELDIG = "geldig"
    ONGELDIG = "ongeldig"
    ONZEKER = "onzeker"
    ONTBREEKT = "ontbreekt"


@dataclass(frozen=True, slots=True)
class Veldoordeel:
    """One place to sign, with what holds there and what does not.

    `ondertekenaar` is the name in the certificate. `getekend_op` is the moment of signing in
    Europe/Amsterdam; `is_bewezen` tells whether a time stamp proves it, or only the computer
    of who signed. `niveau` is the PAdES level, ``B-B`` to ``B-LTA`` (ETSI EN 319 142-1).
    """

    veld: Handtekenveld
    staat: Veldstaat
    ondertekenaar: str = ""
    getekend_op: pendulum.DateTime | None = None
    is_bewezen: bool = False
    niveau: str = ""
    bevindingen: tuple[Bevinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Bindingsoordeel:
    """The whole verdict on one file; `sha256` is of the file as it was received.

    `route` is the way that was checked. `extra` are signatures that stand in no place of the
    manifest: time stamps, seals, and those in a file without a manifest.
    """

    route: Route
    sha256: str
    regels: tuple[Controleregel, ...]
    velden: tuple[Veldoordeel, ...] = ()
    extra: tuple[Veldoordeel, ...] = ()

    @property
    def houdt(self) -> bool:
        """Return whether the file belongs to the adopted version and no signature is wrong.

        A signature that is not there yet does not count against it.
        """
        oordelen = (*self.velden, *self.extra)
        return all(regel.houdt for regel in self.regels) and not any(
            oordeel.staat is Veldstaat.ONGELDIG for oordeel in oordelen
        )

    @property
    def is_compleet(self) -> bool:
        """Return whether it holds and every place to sign has its signature."""
        return self.houdt and all(v.staat is Veldstaat.GELDIG for v in self.velden)

    @property
    def bevindingen(self) -> tuple[Bevinding, ...]:
        """Return everything that was found, in the order of the controles."""
        regels = [b for regel in self.regels for b in regel.bevindingen]
        return (*regels, *(b for o in (*self.velden, *self.extra) for b in o.bevindingen))


@dataclass(frozen=True, slots=True)
class Toegestaan:
    """Who may sign in one field: names as in a certificate, or sha256 of certificates."""

    veld: str
    namen: tuple[str, ...] = ()
    certificaten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tekenkader:
    """What is known besides the file: who may sign where, and in which days.

    A field that is not in `toegestaan` may be signed by anybody, and the outcome says that
    nobody looked. `van` and `tot_en_met` are days in Europe/Amsterdam; None is no limit.
    `vingerafdruk` is the sha256 under which the file was registered, empty when it was not.
    """

    toegestaan: tuple[Toegestaan, ...] = ()
    van: pendulum.Date | None = None
    tot_en_met: pendulum.Date | None = None
    vingerafdruk: str = ""

    def toegestaan_in(self, veld: str) -> Toegestaan | None:
        """Return who may sign in a field, None when that is not known."""
        return next((t for t in self.toegestaan if t.veld == veld), None)


@dataclass(frozen=True, slots=True)
class Vertrouwen:
    """Whom a check believes, as files: certificates in DER or PEM, withdrawals as CRL.

    `uitgevers` may have issued the certificate of a person or a time stamp; `diensten` are
    the seals of signing services. Nothing that comes with a file is ever added to these.
    """

    uitgevers: tuple[bytes, ...] = ()
    diensten: tuple[bytes, ...] = ()
    intrekkingen: tuple[bytes, ...] = ()


def partijen_met(oordelen: Iterable[Veldoordeel], staat: Veldstaat) -> tuple[str, ...]:
    """Return who has a place in this staat: ``domesta (directeur-bestuurder)``."""
    return tuple(name_place(o.veld) for o in oordelen if o.staat is staat)


def name_place(veld: Handtekenveld) -> str:
    """Return a place to sign in words; one without a partij by the name of its field."""
    return f"{veld.partij} ({veld.functie})" if veld.partij else veld.naam


def is_zelfde_naam(een: str, ander: str) -> bool:
    """Return whether two names are the same without accents, capitals and points.

    Characters that nobody sees (Unicode category Cf, such as a soft hyphen) do not count.
    """
    return _plain(een) == _plain(ander) and bool(_plain(een) or een == ander)


def check_schrift(naam: str) -> None:
    """Refuse a name with letters that look like those of another script.

    Raises:
        InvoerError: Latin letters stand beside Cyrillic or Greek ones.
    """
    schriften = {unicodedata.name(t, "").partition(" ")[0] for t in naam if t.isalpha()}
    if "LATIN" in schriften and not schriften.isdisjoint(("CYRILLIC", "GREEK")):
        raise InvoerError(
            f"De naam '{naam}' heeft letters van twee schriften door elkaar.",
            advies="Typ de naam opnieuw, met gewone letters.",
        )


def _plain(naam: str) -> str:
    """Return a name as it is compared."""
    ontleed = unicodedata.normalize("NFKD", naam)
    kaal = "".join(teken for teken in ontleed if not _is_los(teken)).casefold()
    return " ".join(re.findall(r"\w+", kaal))


def _is_los(teken: str) -> bool:
    """Return whether a character is an accent, or is not to be seen at all."""
    return bool(unicodedata.combining(teken)) or unicodedata.category(teken) == "Cf"
