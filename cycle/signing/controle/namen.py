"""Namen: whose certificate is it, and may that person sign here?"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cycle.domain.binding import Toegestaan, is_zelfde_naam

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate


def is_toegestaan(certificaat: "Certificate", toegestaan: Toegestaan) -> bool:
    """Return whether a certificate is of one of those who may sign."""
    if certificaat.sha256.hex() in toegestaan.certificaten:
        return True
    return any(
        is_zelfde_naam(naam, wie) for naam in _names(certificaat) for wie in toegestaan.namen
    )


def name_of(certificaat: "Certificate") -> str:
    """Return whose certificate it is, in words."""
    return next(_names(certificaat), "") or str(certificaat.subject.human_friendly)


def _names(certificaat: "Certificate") -> Iterator[str]:
    """Yield the names in a certificate: as a whole, and made of given name and surname."""
    delen = certificaat.subject.native
    yield from _texts(delen.get("common_name"))
    for voor in _texts(delen.get("given_name")):
        for achter in _texts(delen.get("surname")):
            yield f"{voor} {achter}"


def _texts(waarde: str | Sequence[str] | None) -> list[str]:
    """Return one text or several as a list; a name may occur more than once."""
    if waarde is None:
        return []
    return [waarde] if isinstance(waarde, str) else list(waarde)
