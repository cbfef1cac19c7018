"""Uittrekken: every text in a PDF, also what no page shows.

For a copy that is published it is not enough to read the pages: addresses can hide in links,
bookmarks, descriptions for screen readers and the properties of the file.
"""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cycle.documents.pdf.lezen import read_pdf

if TYPE_CHECKING:
    from pikepdf import Object


def read_teksten(pdf: bytes) -> tuple[str, ...]:
    """Return the text of each page, the bookmarks, every string in the file and its XMP."""
    import pikepdf

    gelezen = read_pdf(pdf)
    teksten = [*gelezen.bladen, *(titel for titel, _ in gelezen.bladwijzers)]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for object_ in document.objects:
            teksten += _strings(object_)
        teksten += _strings(document.trailer.get("/Info", pikepdf.Dictionary()))
        if "/Metadata" in document.Root:
            teksten.append(document.Root.Metadata.read_bytes().decode("utf-8", "replace"))
    return tuple(teksten)


def _strings(object_: "Object") -> Iterator[str]:
    """Yield the strings directly in an object; those of other objects come by themselves."""
    import pikepdf

    if isinstance(object_, pikepdf.String):
        yield str(object_)
    elif isinstance(object_, pikepdf.Array):
        for deel in object_:
            if not _is_verwijzing(deel):
                yield from _strings(deel)
    elif isinstance(object_, pikepdf.Dictionary | pikepdf.Stream):
        for _, deel in object_.items():
            if not _is_verwijzing(deel):
                yield from _strings(deel)


def _is_verwijzing(deel: object) -> bool:
    """Return whether a value is an object of its own, or no object at all."""
    import pikepdf

    return not isinstance(deel, pikepdf.Object) or deel.is_indirect
