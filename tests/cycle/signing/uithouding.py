"""Endurance: many files with nine signatures in a row, each looked at by two checkers.

``python -m tests.cycle.signing.uithouding 50`` prints what was found and ends with 1 when a
file is not in order. Every file has new keys, because their bytes are what chance works on.
"""

import io
import sys
import time
from statistics import median

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature

from cycle.settings import Tekenniveau
from cycle.stromen import AMBIGUOUS
from tests.ondertekening import BYTERANGE, een_bevroren, een_vertrouwen, failures, zet
from tests.pki import Pki

NIVEAUS = (Tekenniveau.B, Tekenniveau.T, Tekenniveau.LT, Tekenniveau.LTA)
ONDERTEKENAARS = range(1, 10)


def main(aantal: int) -> int:
    """Make and check `aantal` files and return the exit code."""
    begin = een_bevroren().inhoud
    tijden: list[float] = []
    fouten = 0
    for nummer in range(aantal):
        pki = Pki(("ec", "rsa")[nummer % 2], naam=f"Uithouding {nummer}")
        niveau = NIVEAUS[nummer // 2 % len(NIVEAUS)]
        pdf = begin
        for wie in ONDERTEKENAARS:
            klok = time.perf_counter()
            pdf = zet(pki, pdf, wie, niveau).inhoud
            tijden.append(time.perf_counter() - klok)
        gevonden = _check(pdf, begin, pki)
        fouten += bool(gevonden)
        for fout in gevonden:
            sys.stdout.write(f"bestand {nummer + 1} ({pki.soort}, {niveau}): {fout}\n")
    sys.stdout.write(
        f"{aantal} bestanden met negen handtekeningen: {fouten} niet in orde. "
        f"Per handtekening {median(tijden) * 1000:.0f} ms (mediaan).\n"
    )
    return int(fouten > 0)


def _check(pdf: bytes, begin: bytes, pki: Pki) -> list[str]:
    """Return what is wrong with one file."""
    gevonden = [] if pdf.startswith(begin) else ["de bevroren bytes staan er niet meer voor"]
    if AMBIGUOUS in pdf:
        gevonden.append("een onderdeel heeft geen duidelijk einde")
    gevonden += sorted(failures(pdf) - {BYTERANGE})
    tekens = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
    goed = [validate_pdf_signature(t, een_vertrouwen(pki).context()).bottom_line for t in tekens]
    if goed != [True] * len(ONDERTEKENAARS):
        gevonden.append(f"{sum(goed)} van {len(ONDERTEKENAARS)} handtekeningen gelden")
    return gevonden


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
