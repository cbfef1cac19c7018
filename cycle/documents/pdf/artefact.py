"""Artefact: lines and areas that say nothing are marked as decoration.

PDF/UA (ISO 14289-1, 7.1) wants everything on a page to be either content or an artefact.
LibreOffice leaves some borders between the two.
"""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Page, Pdf

_BEGIN: Final = frozenset({"BMC", "BDC"})
_PATH: Final = frozenset({"m", "l", "c", "v", "y", "h", "re", "W", "W*"})
_PAINT: Final = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"})


def mark_artefacts(pdf: "Pdf", page: "Page") -> None:
    """Mark every painted path outside marked content; text and pictures are left alone."""
    import pikepdf

    mark = pikepdf.ContentStreamInstruction([pikepdf.Name.Artifact], pikepdf.Operator("BMC"))
    end = pikepdf.ContentStreamInstruction([], pikepdf.Operator("EMC"))
    done: list[ContentStreamInstruction | ContentStreamInlineImage] = []
    path: list[ContentStreamInstruction | ContentStreamInlineImage] = []
    depth = changes = 0
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        depth += (operator in _BEGIN) - (operator == "EMC")
        if depth == 0 and operator in _PATH:
            path.append(step)
            continue
        if path and operator in _PAINT:
            done += [mark, *path, step, end]
            changes += 1
        else:
            done += [*path, step]
        path = []
    if changes:
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(done))
