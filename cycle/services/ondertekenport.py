"""The port around signing: fields in the final PDF, signatures in them, seals and time stamps."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pendulum

from cycle.domain.handtekenveld import Handtekenveld
from cycle.settings import Tekenniveau


@dataclass(frozen=True, slots=True)
class Bevroren:
    """The final PDF with its fields: `bladzijden` in all, `tekenpaginas` from 1 with a field."""

    inhoud: bytes
    bladzijden: int
    tekenpaginas: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class P12:
    """A key in a PKCS#12 file, with its password."""

    inhoud: bytes = field(repr=False)
    wachtwoord: bytes = field(repr=False, default=b"")


@dataclass(frozen=True, slots=True)
class Token:
    """A key on a token, reached through a PKCS#11 library.

    `label` names the certificate on it, `token` the token when there is more than one.
    """

    bibliotheek: Path
    label: str
    pin: str = field(repr=False, default="")
    token: str = ""


@dataclass(frozen=True, slots=True)
class Stempel:
    """What people read on the page: who signed, for whom, when and which version.

    `persoon` is empty when the certificate says it.
    """

    functie: str
    organisatie: str
    code: str
    persoon: str = ""


@dataclass(frozen=True, slots=True)
class Tekenopdracht:
    """One signature to set: in which field, with which key, how strong.

    `mandaatnaam` is whose certificate it must be, empty when anybody's will do.
    """

    veld: str
    sleutel: P12 | Token
    stempel: Stempel
    niveau: Tekenniveau = Tekenniveau.T
    mandaatnaam: str = ""


@dataclass(frozen=True, slots=True)
class Certificaat:
    """Who signed, in the words of the certificate; `vingerafdruk` is its sha256."""

    naam: str
    onderwerp: str
    uitgever: str
    serienummer: str
    vingerafdruk: str


@dataclass(frozen=True, slots=True)
class Getekend:
    """The PDF with one signature more, what it reached, and what a person must know.

    `op` is the moment in UTC. `waarschuwingen` are Dutch sentences: why the level is lower
    than was asked for.
    """

    inhoud: bytes
    niveau: Tekenniveau
    certificaat: Certificaat
    op: pendulum.DateTime
    waarschuwingen: tuple[str, ...] = ()


class Zegel(Protocol):
    """Sets signatures, seals and time stamps."""

    def prepare(self, pdf: bytes, velden: Sequence[Handtekenveld]) -> Bevroren:
        """Return the final PDF with an empty field per functionaris; same in, same out.

        Raises:
            InvoerError: the document has no room for a field.
        """
        ...

    def sign(self, pdf: bytes, opdracht: Tekenopdracht) -> Getekend:
        """Return the PDF with one signature added behind the bytes it had.

        Raises:
            InvoerError: the key, its password or the field is not usable, or the certificate
                is not of whom the mandaat names.
        """
        ...

    def seal(self, pdf: bytes) -> bytes:
        """Return the PDF with the seal of the organisation, in a field of its own.

        Raises:
            InvoerError: no seal is set, or it is not usable.
        """
        ...

    def sign_detached(self, inhoud: bytes) -> bytes:
        """Return a signature of the organisation over these bytes, as CMS.

        Raises:
            InvoerError: no seal is set, or it is not usable.
        """
        ...

    def stamp_digest(self, sha256: str) -> bytes | None:
        """Return an RFC 3161 token over a digest; None when no time stamp service is set.

        Raises:
            InvoerError: the service gives no token.
        """
        ...
