"""Aanvulling: a layer behind the bytes of a PDF, written so that it stays a PDF/A.

pyHanko ends every stream with a line end and the word ``endstream``. When the data happen
to end in a carriage return, the two read as one line end and the stream is a byte short
(ISO 19005-2, 6.1.7.1); one stream in 256 does, and after signing it cannot be repaired.
It is made right before it is written, as in `cycle.stromen`.
"""

import io
from typing import TYPE_CHECKING, Final

from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import InvisSigSettings

from cycle.domain.errors import JaarschijfError
from cycle.stromen import AMBIGUOUS

if TYPE_CHECKING:
    from typing import IO

ONZICHTBAAR: Final = InvisSigSettings(box_out_of_bounds=True)
"""A field that nobody needs to see lies beside the page; there PDF/UA asks nothing of it."""


class Aanvulling(IncrementalPdfFileWriter):
    """One more layer on a PDF; what was there keeps its bytes and its description."""

    def __init__(self, pdf: bytes) -> None:
        """Begin a layer behind these bytes."""
        super().__init__(io.BytesIO(pdf))

    def _update_meta(self) -> None:
        """Leave title, maker and date as they were: only what is signed changes."""

    def _populate_trailer(self, trailer: DictionaryObject) -> None:
        """Leave the list of places as it is: unsqueezed it ends in the zero of its last row."""
        super()._populate_trailer(trailer)  # type: ignore[no-untyped-call]
        trailer.pop(pdf_name("/Filter"), None)

    def _write_objects(
        self,
        stream: "IO[bytes]",
        object_position_dict: dict[tuple[int, int], int | tuple[int, int]],
    ) -> None:
        """Write the objects, each stream with a clear end."""
        for item in self.objects.values():
            if isinstance(item, StreamObject):
                _settle(item)
        super()._write_objects(stream, object_position_dict)


def _settle(item: StreamObject) -> None:
    """Squeeze a stream that ends in a carriage return; squeezed data say where they end."""
    if not item.encoded_data.endswith(b"\r"):
        return
    if "/Filter" not in item:
        item.compress()
    if item.encoded_data.endswith(b"\r"):
        item._encoded_data = item.encoded_data + b"\n"


def check_aanvulling(eerst: bytes, daarna: bytes) -> bytes:
    """Return `daarna` when it is `eerst` with something behind it, and every stream ends clearly.

    Raises:
        JaarschijfError: it is not; nothing may be done with such a file.
    """
    if not daarna.startswith(eerst) or AMBIGUOUS in daarna[len(eerst) :]:
        raise JaarschijfError(
            "De ondertekende PDF is niet goed geschreven en is niet bewaard.",
            advies="Probeer het nog eens. Blijft dit zo, meld het dan als fout.",
        )
    return daarna
