"""Veilig: which returned documents may be opened, decided before any parser sees them.

A draft of ours is some hundreds of KiB in about fifteen parts, so the limits leave ample
room, also for a file that Word or LibreOffice saved with images in it.
"""

import io
import zipfile
from typing import Final

from lxml import etree

from cycle.documents.package import DOCUMENT
from cycle.domain.errors import InvoerError

GROOTST_BESTAND: Final = 25 * 1024 * 1024
GROOTST_UITGEPAKT: Final = 150 * 1024 * 1024
MEESTE_DELEN: Final = 1000
MEESTE_CODES: Final = 2_000_000
"""Tags in one part; a draft of fifty pages has about thirty thousand."""
HOOGSTE_VERHOUDING: Final = 200
_VERHOUDING_VANAF: Final = 1024 * 1024
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(c) for c in ("utf-8", "utf-16-le", "utf-16-be"))
_READ: Final = (".xml", ".rels")
_ODT: Final = b"application/vnd.oasis.opendocument.text"


class ReactieOnleesbaar(InvoerError):
    """A returned document cannot be read; the refusal says what to do."""


def read_returned(inhoud: bytes, bestandsnaam: str, *, advies: str = "") -> dict[str, bytes]:
    """Return the XML parts of a docx that somebody sent, by name.

    `advies` is what to do about a damaged or hostile file that is not a reaction.

    Raises:
        ReactieOnleesbaar: empty, too large, locked, no Word document, damaged, or built to
            do harm; `bestandsnaam` is its place.
    """
    _check_begin(inhoud, bestandsnaam)
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as package:
            entries = package.infolist()
            _check_sizes(entries, bestandsnaam, advies)
            parts = {e.filename: package.read(e) for e in entries if e.filename.endswith(_READ)}
    except ReactieOnleesbaar:
        raise
    except Exception as error:  # the zip reader fails in many ways on damaged bytes
        raise _damaged(bestandsnaam, advies) from error
    if any(part.count(b"<") > MEESTE_CODES for part in parts.values()):
        raise _too_large(bestandsnaam)
    if any(doctype in part for part in parts.values() for doctype in _DOCTYPES):
        raise _hostile(bestandsnaam, advies)
    if DOCUMENT not in parts:
        raise _no_word(bestandsnaam)
    return parts


def is_odt(inhoud: bytes) -> bool:
    """Return whether these bytes are a text document of LibreOffice."""
    return inhoud.startswith(_ZIP) and _ODT in inhoud[:200]


def parse_part(xml: bytes, bestandsnaam: str, *, advies: str = "") -> etree._Element:
    """Return a part as tree; nothing is fetched and nothing expands.

    Raises:
        ReactieOnleesbaar: the part is damaged.
    """
    try:
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.LxmlError, ValueError) as error:
        raise _damaged(bestandsnaam, advies) from error


def _check_begin(inhoud: bytes, plek: str) -> None:
    """Refuse what can be judged by its size and first bytes."""
    if not inhoud:
        raise ReactieOnleesbaar(
            "Het bestand is leeg.", advies="Bewaar uw document nog een keer.", plek=plek
        )
    if len(inhoud) > GROOTST_BESTAND:
        raise _too_large(plek)
    if inhoud.startswith(_OLE) and _ENCRYPTED in inhoud:
        raise ReactieOnleesbaar(
            "Op dit document zit een wachtwoord.",
            advies="Haal het weg in Word: kies Bestand, Info, Document beveiligen.",
            plek=plek,
        )
    if not inhoud.startswith(_ZIP):
        raise _no_word(plek)


def _check_sizes(entries: list[zipfile.ZipInfo], plek: str, advies: str) -> None:
    """Refuse a package that unpacks to more than a draft can ever be."""
    if len(entries) > MEESTE_DELEN or sum(e.file_size for e in entries) > GROOTST_UITGEPAKT:
        raise _too_large(plek)
    for entry in entries:
        if entry.file_size > max(_VERHOUDING_VANAF, HOOGSTE_VERHOUDING * entry.compress_size):
            raise _hostile(plek, advies)


def _no_word(plek: str) -> ReactieOnleesbaar:
    return ReactieOnleesbaar(
        "Dit is geen Word-document (.docx).",
        advies="Open het document in Word en kies Opslaan als, type Word-document (.docx).",
        plek=plek,
    )


def _too_large(plek: str) -> ReactieOnleesbaar:
    return ReactieOnleesbaar(
        "Dit document is te groot.",
        advies="Haal foto's en andere bijlagen uit het document en bewaar het opnieuw.",
        plek=plek,
    )


def _hostile(plek: str, advies: str) -> ReactieOnleesbaar:
    return ReactieOnleesbaar(
        "In dit document zitten onderdelen die wij niet openen.",
        advies=advies or "Zet uw reactie in het document dat u van ons kreeg en stuur dat terug.",
        plek=plek,
    )


def _damaged(plek: str, advies: str) -> ReactieOnleesbaar:
    return ReactieOnleesbaar(
        "Wij kunnen dit document niet openen. Het is beschadigd of niet helemaal verstuurd.",
        advies=advies or "Open het zelf in Word en bewaar het opnieuw. Stuur het daarna nog eens.",
        plek=plek,
    )
