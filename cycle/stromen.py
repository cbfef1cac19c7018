"""Stromen: a PDF is written so that every stream ends where it says.

Between squeezed data and the word ``endstream`` stands a line end. When the data happen
to end in a carriage return, the two read as one line end of two bytes, and a strict
reader (ISO 19005-2, 6.1.7.1) finds the stream one byte too short. One stream in 256 does:
the last byte is part of a checksum, so squeezing harder does not help.
"""

import io
import zlib
from typing import TYPE_CHECKING, Final

from cycle.domain.errors import JaarschijfError

if TYPE_CHECKING:
    from pikepdf import Pdf, Stream

_TRIES: Final = 40
_RETURN: Final = b"\r"
AMBIGUOUS: Final = b"\r\nendstream"
_FILLING: Final = "/Vulling"


def save(pdf: "Pdf") -> bytes:
    """Return the PDF as bytes; the same content gives the same bytes.

    The structure is written in blocks of objects. When a block ends badly, one object
    more at the front makes all of them different.

    Raises:
        JaarschijfError: no try gives a file in which every end is clear.
    """
    import pikepdf

    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Type") != "/Metadata":
            _squeeze(item)
    filling = pikepdf.Array()
    for _ in range(_TRIES):
        uit = io.BytesIO()
        pdf.save(
            uit,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        if AMBIGUOUS not in uit.getvalue():
            return uit.getvalue()
        filling.append(pdf.make_indirect(pikepdf.Dictionary()))
        pdf.trailer.Info[_FILLING] = filling
    raise JaarschijfError(
        "Van dit document kan geen PDF worden gemaakt: een onderdeel heeft geen duidelijk einde.",
        advies="Open het document in Word, bewaar het opnieuw en probeer het nog eens.",
    )


def _squeeze(stream: "Stream") -> None:
    """Squeeze a loose stream, and add a line end behind one that ends in a carriage return.

    Squeezed data say themselves where they end, so readers pass over what follows.
    """
    import pikepdf

    flate = pikepdf.Name.FlateDecode
    if "/Filter" not in stream:
        stream.write(zlib.compress(stream.read_bytes(), 9), filter=flate)
    raw = stream.read_raw_bytes()
    if stream.Filter == flate and raw.endswith(_RETURN):
        stream.write(raw + b"\n", filter=flate)
