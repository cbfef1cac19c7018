"""PDF: plain soffice, a LibreOffice that stays ready, and the embedded engine.

The same jaarschijf, in turns within one run, so a busy moment hits all of them. The first
round starts the processes and is printed apart. ``afgewerkt`` is the final profile as users
get it: finished and checked.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from cycle.documents import WordDocumenten
from cycle.documents.pdf import PdfDocumenten, Profiel
from cycle.documents.pdf.kantoor import find_kantoor
from cycle.settings import PdfKeuze
from tests.cycle.documents.builders import een_view

RONDEN = 7
TEMPLATES = Path(__file__).parents[2] / "templates"
KAAL = "soffice --convert-to (PDF/A-2b, getagd)"
_FILTER = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"}}'
)


def plain_soffice(docx: bytes, map_: Path) -> None:
    """Convert as anybody would on the command line, with a profile that exists already."""
    bron = map_ / "stuk.docx"
    bron.write_bytes(docx)
    profiel = (map_ / "profiel").as_uri()
    opdracht = ["soffice", f"-env:UserInstallation={profiel}", "--headless", "--convert-to"]
    subprocess.run(
        [*opdracht, _FILTER, "--outdir", str(map_), str(bron)], check=True, capture_output=True
    )


def measure(gevallen: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Return seconds per case and round; the first is the cold one."""
    tijden: dict[str, list[float]] = {naam: [] for naam in gevallen}
    for _ in range(RONDEN + 1):
        for naam, opdracht in gevallen.items():
            begin = time.perf_counter()
            opdracht()
            tijden[naam].append(time.perf_counter() - begin)
    return tijden


def main() -> None:
    """Print the ratios in Dutch."""
    docx = WordDocumenten(TEMPLATES).jaarschijf(een_view())
    keuzes = [PdfKeuze.INGEBOUWD]
    kantoor = find_kantoor()
    if kantoor is not None:
        keuzes.append(PdfKeuze.SOFFICE)
    if kantoor is not None and kantoor.python is not None:
        keuzes.append(PdfKeuze.LIBREOFFICE)
    drukkers = {keuze: PdfDocumenten(keuze) for keuze in keuzes}
    with tempfile.TemporaryDirectory() as map_:
        gevallen: dict[str, Callable[[], object]] = {}
        if kantoor is not None:
            gevallen[KAAL] = lambda: plain_soffice(docx, Path(map_))
        for keuze, drukker in drukkers.items():
            for profiel, woord in ((Profiel.CONCEPT, "concept"), (Profiel.DEFINITIEF, "afgewerkt")):
                gevallen[f"{keuze.value}, {woord}"] = lambda d=drukker, p=profiel: d.make(docx, p)
        tijden = measure(gevallen)
    for drukker in drukkers.values():
        drukker.close()
    _print(tijden)


def _print(tijden: dict[str, list[float]]) -> None:
    """Print a line per case: cold, median, and how many times faster than plain soffice."""
    maat = median(tijden.get(KAAL, [0.0])[1:] or [0.0])
    sys.stdout.write(f"\nPDF van een jaarschijf, middelste van {RONDEN} in wisselende volgorde:\n")
    for naam, duren in tijden.items():
        midden = median(duren[1:])
        ratio = f"{maat / midden:5.1f} x kale soffice" if maat else ""
        sys.stdout.write(
            f"  {naam:40} eerste {1000 * duren[0]:6.0f}, daarna {1000 * midden:6.0f} ms {ratio}\n"
        )


if __name__ == "__main__":
    main()
