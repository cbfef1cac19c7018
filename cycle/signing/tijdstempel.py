"""Tijdstempel: proof of the moment by an outside service (RFC 3161), over http or https."""

from typing import TYPE_CHECKING, Final

from pyhanko.sign.timestamps.common_utils import TimestampRequestError
from pyhanko.sign.timestamps.requests_client import RequestsHTTPTimeStamper

if TYPE_CHECKING:
    from asn1crypto.cms import ContentInfo

WACHTTIJD: Final = 15
"""Seconds to wait for an answer."""
_ONZIN: Final = (ValueError, TypeError, KeyError, AttributeError, AssertionError)
"""What the reader of answers raises on an answer that is none."""


class Tijdstempeldienst(RequestsHTTPTimeStamper):
    """A service at an address; every way in which it can fail is a `TimestampRequestError`."""

    def __init__(self, adres: str, wachttijd: float = WACHTTIJD) -> None:
        """Keep the address; nothing is asked yet."""
        super().__init__(adres, timeout=wachttijd)  # type: ignore[no-untyped-call]

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> "ContentInfo":
        """Return a token over exactly this digest."""
        try:
            token = await super().async_timestamp(message_digest, md_algorithm)
            afdruk = token["content"]["encap_content_info"]["content"].parsed["message_imprint"]
            klopt = afdruk["hashed_message"].native == message_digest
        except _ONZIN as fout:
            raise TimestampRequestError("Het antwoord is geen tijdstempel") from fout
        if not klopt:
            raise TimestampRequestError("Het tijdstempel hoort bij andere gegevens")
        return token
