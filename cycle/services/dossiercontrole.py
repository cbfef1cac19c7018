"""Dossiercontrole: a dossier held against its own list, and the seals beside that list."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.binding import Veldoordeel
from cycle.domain.dossiermanifest import (
    MANIFEST,
    MANIFEST_HANDTEKENING,
    TIJDSTEMPELS,
    Afwijkingsoort,
    Dossiermanifest,
    check_dossier,
)
from cycle.domain.errors import InvoerError
from cycle.domain.keten import check_keten, read_hoofd
from cycle.domain.ketenuitvoer import read_ketenbestand
from cycle.domain.manifest import Manifest
from cycle.domain.tijdstempellijst import find_gewijzigd
from cycle.services.bindingsport import Bindingscontrole

LOGBOEK: Final = "audit/audit.jsonl"
"""Where the audit trail stands in a dossier."""
_STEMPEL: Final = ".tsr"
_MAPPEN: Final = {"vastgesteld", "mdto", TIJDSTEMPELS.rstrip("/")}
"""Folders that only a dossier has."""
_NAMEN: Final = {MANIFEST_HANDTEKENING, "ondertekenblad.pdf", "ondertekenblad.json"}
"""Files that only a dossier has."""
_LIJST: Final = ".json"
_ZINNEN: Final = {
    Afwijkingsoort.ONTBREEKT: (
        "V060",
        "Dit bestand staat in de lijst van het dossier, maar is er niet.",
    ),
    Afwijkingsoort.GEWIJZIGD: ("V061", "Dit bestand is veranderd sinds het dossier is gemaakt."),
    Afwijkingsoort.ONVERWACHT: ("V062", "Dit bestand hoort niet bij het dossier."),
}
_ADVIES: Final = "Gebruik het dossier zoals het is gemaakt en overgedragen."


def check_lijst(
    dossier: Dossiermanifest | None, bestanden: Mapping[str, bytes]
) -> Iterator[Bevinding]:
    """Yield every file that is not as the list of the dossier says, and a list without seal.

    What looks like a dossier but has no list cannot be checked: anything may be changed in it.
    """
    if dossier is None:
        if _is_dossier(bestanden):
            yield Bevinding(
                "V066",
                Ernst.FOUT,
                MANIFEST,
                "Dit is een dossier, maar de lijst van het dossier ontbreekt of is niet te lezen.",
                f"{_ADVIES} Wilt u alleen de getekende PDF nagaan? Geef dan alleen dat bestand.",
            )
        return
    for afwijking in check_dossier(dossier, bestanden):
        code, melding = _ZINNEN[afwijking.soort]
        yield Bevinding(code, Ernst.FOUT, afwijking.pad, melding, _ADVIES)
    if MANIFEST_HANDTEKENING not in bestanden:
        yield Bevinding(
            "V063",
            Ernst.WAARSCHUWING,
            MANIFEST,
            "De lijst van het dossier is niet ondertekend. Wie het dossier verandert, kan ook de "
            "lijst veranderen.",
            "Vraag de gemeente om het dossier met het zegel (manifest.p7s).",
        )
    for pad in _stempellijsten(bestanden):
        yield from _check_stempellijst(pad, bestanden)


def _is_dossier(bestanden: Mapping[str, bytes]) -> bool:
    """Return whether several files look like a dossier, at whatever depth it stands."""
    paden = [PurePosixPath(pad.casefold()) for pad in bestanden]
    return len(paden) > 1 and any(
        pad.name in _NAMEN or not _MAPPEN.isdisjoint(pad.parts[:-1]) for pad in paden
    )


def _check_stempellijst(pad: str, bestanden: Mapping[str, bytes]) -> Iterator[Bevinding]:
    """Yield what a list under a time stamp names and is not so any more."""
    try:
        gewijzigd = find_gewijzigd(bestanden[pad], bestanden)
    except (ValueError, KeyError, TypeError, AttributeError):
        gewijzigd = (pad,)
    for naam in gewijzigd:
        yield Bevinding(
            "V064",
            Ernst.FOUT,
            naam,
            f"Dit bestand is niet zoals het was toen {pad} een tijdstempel kreeg.",
            _ADVIES,
        )


def check_logboek(manifest: Manifest | None, bestanden: Mapping[str, bytes]) -> Iterator[Bevinding]:
    """Yield the first place at which the audit trail in a dossier does not hold.

    The head in the manifest of the frozen version is its anchor: what came before cannot be
    taken away or written anew.
    """
    if LOGBOEK not in bestanden:
        return
    ankers = (read_hoofd(manifest.audit_hoofd),) if manifest and manifest.audit_hoofd else ()
    try:
        oordeel = check_keten(*read_ketenbestand(bestanden[LOGBOEK]), ankers)
        breuk = oordeel.breuk.melding if oordeel.breuk else ""
    except InvoerError as fout:
        breuk = fout.melding
    if breuk:
        yield Bevinding("V065", Ernst.FOUT, LOGBOEK, f"Het logboek klopt niet. {breuk}", _ADVIES)


def check_zegels(
    binding: Bindingscontrole, bestanden: Mapping[str, bytes]
) -> Iterator[Veldoordeel]:
    """Yield what the signature over the list and every time stamp is worth."""
    lijst = bestanden[MANIFEST]
    if MANIFEST_HANDTEKENING in bestanden:
        yield binding.check_los(lijst, bestanden[MANIFEST_HANDTEKENING], MANIFEST_HANDTEKENING)
    for pad in _stempellijsten(bestanden):
        token = pad.removesuffix(_LIJST) + _STEMPEL
        yield binding.check_stempel(bestanden[pad], bestanden.get(token, b""), token)


def _stempellijsten(bestanden: Mapping[str, bytes]) -> list[str]:
    """Return the lists that a time stamp was put on, oldest first."""
    return sorted(p for p in bestanden if p.startswith(TIJDSTEMPELS) and p.endswith(_LIJST))
