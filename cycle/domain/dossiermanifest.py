"""Dossiermanifest: the list of everything in an archiefdossier, and the check against it.

The manifest is what gets signed. Whoever has the files and the manifest can check the
dossier, without a database and without this programme's state.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final

import pendulum

from cycle.domain.bestandsformaat import recognise_formaat
from cycle.domain.errors import InvoerError

MANIFEST: Final = "manifest.json"
MANIFEST_HANDTEKENING: Final = "manifest.p7s"
TIJDSTEMPELS: Final = "tijdstempels/"
SOORT: Final = "archiefdossier"
"""How the manifest of a dossier tells itself apart from that of a frozen version."""


class Dossierrol(StrEnum):
    """What a file is in the dossier."""

    JAARSCHIJF = "jaarschijf"
    VASTGESTELD = "vastgestelde versie"
    ONDERTEKENBLAD = "ondertekenblad"
    AFSPRAKEN = "afspraken"
    BIEDING = "bieding"
    BESLUITEN = "besluiten"
    ADDENDUM = "addendum"
    BEWIJS = "bewijs"
    AUDIT = "audit"
    METAGEGEVENS = "metagegevens"
    UITLEG = "uitleg"


@dataclass(frozen=True, slots=True)
class Dossierdeel:
    """One file that goes into a dossier, with its path inside it."""

    pad: str
    inhoud: bytes
    rol: Dossierrol


@dataclass(frozen=True, slots=True)
class Dossierbestand:
    """One file as the manifest names it; `formaat` is a PRONOM number or a media type."""

    pad: str
    bytes: int
    sha256: str
    formaat: str
    rol: Dossierrol


@dataclass(frozen=True, slots=True)
class Dossiermanifest:
    """The list of a dossier: of which version, which revision, made when, with which files.

    A new revision comes when what is in the dossier changes, such as a late signature.
    `audit_hoofd` is the last event of the audit trail that is in it, "" without a trail.
    """

    samenwerking: str
    jaar: int
    revisie: int
    versie: str
    code: str
    opgemaakt_op: pendulum.Date
    bestanden: tuple[Dossierbestand, ...]
    audit_hoofd: str = ""
    voorbeeld: bool = False


class Afwijkingsoort(StrEnum):
    """How a dossier may differ from its manifest."""

    ONTBREEKT = "ontbreekt"
    GEWIJZIGD = "gewijzigd"
    ONVERWACHT = "hoort er niet bij"


@dataclass(frozen=True, slots=True)
class Dossierafwijking:
    """One file that is not as the manifest says."""

    pad: str
    soort: Afwijkingsoort


def list_bestanden(delen: Iterable[Dossierdeel]) -> tuple[Dossierbestand, ...]:
    """Return the files as a manifest names them, in order of their paths."""
    return tuple(
        Dossierbestand(
            pad=deel.pad,
            bytes=len(deel.inhoud),
            sha256=hashlib.sha256(deel.inhoud).hexdigest(),
            formaat=_formaat(deel),
            rol=deel.rol,
        )
        for deel in sorted(delen, key=lambda deel: deel.pad)
    )


def write_dossiermanifest(manifest: Dossiermanifest) -> bytes:
    """Return the manifest as JSON; the same manifest gives the same bytes."""
    gegevens = {"soort": SOORT, **asdict(manifest)}
    gegevens["opgemaakt_op"] = manifest.opgemaakt_op.to_date_string()
    return (json.dumps(gegevens, ensure_ascii=False, indent=2) + "\n").encode()


def read_dossiermanifest(tekst: bytes) -> Dossiermanifest:
    """Return the manifest that `write_dossiermanifest` wrote.

    Raises:
        InvoerError: this is no manifest of a dossier, or it names a path twice.
    """
    try:
        gegevens = json.loads(tekst)
        if gegevens.pop("soort") != SOORT:
            raise _onleesbaar()
        gegevens["opgemaakt_op"] = pendulum.Date.fromisoformat(gegevens["opgemaakt_op"])
        gegevens["bestanden"] = tuple(
            Dossierbestand(**{**b, "rol": Dossierrol(b["rol"])}) for b in gegevens["bestanden"]
        )
        manifest = Dossiermanifest(**gegevens)
    except (ValueError, KeyError, TypeError, AttributeError) as fout:
        raise _onleesbaar() from fout
    if len({bestand.pad for bestand in manifest.bestanden}) < len(manifest.bestanden):
        raise _onleesbaar()
    return manifest


def check_dossier(
    manifest: Dossiermanifest, gevonden: Mapping[str, bytes]
) -> tuple[Dossierafwijking, ...]:
    """Return every file that is missing, changed or not named; none when all is as it was.

    `gevonden` holds the files of the dossier by path. The manifest itself, its signature and
    the tokens that were put on it later are not in the manifest and are left out.
    """
    genoemd = {bestand.pad: bestand for bestand in manifest.bestanden}
    afwijkingen = []
    for pad, bestand in genoemd.items():
        inhoud = gevonden.get(pad)
        if inhoud is None:
            afwijkingen.append(Dossierafwijking(pad, Afwijkingsoort.ONTBREEKT))
        elif not _is_gelijk(inhoud, bestand):
            afwijkingen.append(Dossierafwijking(pad, Afwijkingsoort.GEWIJZIGD))
    afwijkingen += [
        Dossierafwijking(pad, Afwijkingsoort.ONVERWACHT)
        for pad in gevonden
        if pad not in genoemd and not is_buiten_manifest(pad)
    ]
    return tuple(sorted(afwijkingen, key=lambda afwijking: (afwijking.pad, afwijking.soort)))


def is_buiten_manifest(pad: str) -> bool:
    """Return whether a file belongs to a dossier without being named in its manifest."""
    return pad in (MANIFEST, MANIFEST_HANDTEKENING) or pad.startswith(TIJDSTEMPELS)


def _is_gelijk(inhoud: bytes, bestand: Dossierbestand) -> bool:
    """Return whether these are the bytes that the manifest names."""
    return len(inhoud) == bestand.bytes and hashlib.sha256(inhoud).hexdigest() == bestand.sha256


def _formaat(deel: Dossierdeel) -> str:
    """Return the code of the format, its media type when there is none."""
    formaat = recognise_formaat(deel.pad, deel.inhoud)
    return formaat.code or formaat.naam


def _onleesbaar() -> InvoerError:
    """Return the refusal of what is no manifest."""
    return InvoerError(
        "Dit is geen manifest van een archiefdossier.",
        advies="Gebruik het bestand manifest.json uit het dossier zelf.",
        plek=MANIFEST,
    )
