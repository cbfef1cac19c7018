"""Uithouding: many conversions at the same time, some of them of broken files.

``python -m tests.cycle.documents.uithouding [AANTAL] [MOTOR]`` prints what came of it;
``make uithouding`` runs 500 with each engine.
"""

import io
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from cycle.documents import WordDocumenten
from cycle.documents.package import DOCUMENT, read_parts, write_docx
from cycle.documents.pdf import PdfDocumenten, Profiel
from cycle.domain.errors import JaarschijfError
from cycle.settings import PdfKeuze
from tests.cycle.documents.builders import een_brief, een_view
from tests.cycle.documents.resten import find_resten

TEMPLATES = Path(__file__).parents[3] / "templates"
TEGELIJK = 4
KAPOT = 20
"""One in so many files is broken: 5 %."""
GROOT = 10
"""One in so many files is a whole jaarschijf; the others are letters."""
_ALINEA = b"<w:p><w:r><w:t>Er komt geen eind aan deze tekst.</w:t></w:r></w:p>"


@dataclass
class Uitslag:
    """What came of a run: times in seconds, and what was left behind."""

    goed: int = 0
    geweigerd: Counter[str] = field(default_factory=Counter)
    fouten: list[str] = field(default_factory=list)
    langste_goed: float = 0.0
    langste: float = 0.0
    duur: float = 0.0
    resten: list[str] = field(default_factory=list)


def afgekapt(docx: bytes) -> bytes:
    """Return a file that was not sent to its end."""
    return docx[: len(docx) * 2 // 3]


def ruis(docx: bytes) -> bytes:
    """Return something that was never a document."""
    return bytes(b ^ 0x5A for b in docx)


def kapotte_xml(docx: bytes) -> bytes:
    """Return a package whose text breaks off in the middle of an element."""
    parts = read_parts(docx, "docx")
    return write_docx({**parts, DOCUMENT: parts[DOCUMENT][: len(parts[DOCUMENT]) // 2]})


def bom(docx: bytes) -> bytes:
    """Return a small file that unpacks to a hundred megabytes."""
    buffer = io.BytesIO(docx)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/leeg.bin", bytes(100 * 1024 * 1024))
    return buffer.getvalue()


def eindeloos(docx: bytes, alineas: int = 200_000) -> bytes:
    """Return a sound document of thousands of pages."""
    parts = read_parts(docx, "docx")
    tekst = parts[DOCUMENT].replace(b"<w:body>", b"<w:body>" + alineas * _ALINEA, 1)
    return write_docx({**parts, DOCUMENT: tekst})


SOORTEN: dict[str, Callable[[bytes], bytes]] = {
    "afgekapt": afgekapt,
    "ruis": ruis,
    "kapotte xml": kapotte_xml,
    "bom": bom,
    "eindeloos": eindeloos,
}


def run(
    aantal: int,
    keuze: PdfKeuze,
    soorten: tuple[str, ...] = tuple(SOORTEN),
    een_groot_op: int = GROOT,
) -> Uitslag:
    """Return what comes of `aantal` conversions, four at a time, 5 % of them broken."""
    word = WordDocumenten(TEMPLATES)
    groot, brief = word.jaarschijf(een_view()), een_brief()
    uitslag, drukker = Uitslag(), PdfDocumenten(keuze)

    def convert(nummer: int) -> None:
        soort = soorten[nummer // KAPOT % len(soorten)] if nummer % KAPOT == KAPOT - 1 else ""
        docx = word.brief(replace(brief, onderwerp=f"Concept nummer {nummer}"))
        docx = SOORTEN[soort](docx) if soort else groot if nummer % een_groot_op == 0 else docx
        begin = time.perf_counter()
        try:
            pdf = drukker.make(docx, Profiel.DEFINITIEF).inhoud
        except JaarschijfError as fout:
            uitslag.geweigerd[soort or f"goed: {fout.melding}"] += 1
        except Exception as fout:  # whatever happens must be in the outcome
            uitslag.fouten.append(repr(fout))
        else:
            uitslag.goed += not soort and pdf.startswith(b"%PDF")
        duur = time.perf_counter() - begin
        uitslag.langste = max(uitslag.langste, duur)
        if not soort:
            uitslag.langste_goed = max(uitslag.langste_goed, duur)

    begin = time.perf_counter()
    with ThreadPoolExecutor(TEGELIJK) as ploeg:
        list(ploeg.map(convert, range(aantal)))
    uitslag.duur = time.perf_counter() - begin
    drukker.close()
    uitslag.resten = find_resten()
    return uitslag


def main() -> None:
    """Print the outcome in Dutch."""
    aantal = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    keuzes = [PdfKeuze(k) for k in sys.argv[2:]] or [PdfKeuze.LIBREOFFICE, PdfKeuze.INGEBOUWD]
    for keuze in keuzes:
        uitslag = run(aantal, keuze)
        regels = (
            f"{keuze.value}: {aantal} documenten, {TEGELIJK} tegelijk, in {uitslag.duur:.0f} s",
            f"  goed {uitslag.goed}, geweigerd {dict(uitslag.geweigerd)}",
            f"  langste goede {uitslag.langste_goed:.1f} s, langste {uitslag.langste:.1f} s",
            f"  andere fouten {uitslag.fouten}, achtergebleven {uitslag.resten}",
        )
        sys.stdout.write("\n".join(regels) + "\n")


if __name__ == "__main__":
    main()
