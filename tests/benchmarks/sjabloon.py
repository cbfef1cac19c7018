"""Measure how fast a template is filled, against docxtpl and three engines for Node.

Everyone gets the same jaarschijf of 25 to 40 pages and takes turns in one run, so a busy
moment hits all of them. The median counts. First it is shown that the outcome is equal.
"""

import sys
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from statistics import median
from typing import Any

from cycle.documents.template import CompiledTemplate, _cache
from tests.benchmarks.anderen import NAMEN, start
from tests.benchmarks.rijk import maak_context, maak_rijk_sjabloon
from tests.cycle.documents.sjabloonmaker import canoniek, met_docxtpl, tekst_van

RONDEN = 15
_EIGEN_PER_RONDE = 5
_WARM = 10
_STAPEL = 100
_VEEL = 3000


def measure(doe: Callable[[], object]) -> float:
    """Return the seconds that `doe` takes."""
    begin = time.perf_counter()
    doe()
    return time.perf_counter() - begin


def peak(doe: Callable[[], object]) -> float:
    """Return the peak of the Python heap in MiB while `doe` runs."""
    tracemalloc.start()
    doe()
    hoogste = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return hoogste / 2**20


def one_document(sjabloon: bytes, data: dict[str, Any]) -> list[str]:
    """Return the lines about one document, each engine in turn."""
    ons = CompiledTemplate(sjabloon, "rijk.docx")
    eigen = ons.render(data)
    gelijk = canoniek(eigen) == canoniek(met_docxtpl(sjabloon, data))
    woorden = [t for t in tekst_van(eigen) if t.strip()]
    tijden: dict[str, list[float]] = {"wij": [], "docxtpl 0.20.2": []}
    regels = [f"  XML gelijk aan docxtpl: {'ja' if gelijk else 'NEE'}"]
    with start(data) as anderen:
        doen = [n for n in NAMEN if anderen and all(anderen.measure(n) for _ in range(_WARM))]
        for _ in range(RONDEN):
            tijden["docxtpl 0.20.2"].append(measure(lambda: met_docxtpl(sjabloon, data)))
            keren = [measure(lambda: ons.render(data)) for _ in range(_EIGEN_PER_RONDE)]
            tijden["wij"].append(median(keren))
            for naam in doen:
                tijden.setdefault(naam, []).append((anderen and anderen.measure(naam)) or 0.0)
        for naam in doen:
            tekst = [t for t in tekst_van(anderen.result(naam)) if t.strip()] if anderen else []
            regels.append(f"  tekst van {naam} gelijk: {'ja' if tekst == woorden else 'NEE'}")
        if not doen:
            regels.append("  npm of de pakketten zijn er niet: geen vergelijking met Node.")
    basis = median(tijden["wij"])
    for naam, duren in tijden.items():
        regels.append(
            f"  {naam:18} {1000 * median(duren):7.2f} ms   {median(duren) / basis:5.1f} x"
        )
    return regels


def many_documents(sjabloon: bytes) -> list[str]:
    """Return the lines about a hundred drafts with compiling, thousands, and memory."""
    stapel = [maak_context(zaad) for zaad in range(_STAPEL)]

    def eigen() -> None:
        _cache.clear()
        for data in stapel:
            CompiledTemplate(sjabloon, "rijk.docx").render(data)

    verhoudingen = []
    for _ in range(3):
        ons = measure(eigen)
        hun = measure(lambda: [met_docxtpl(sjabloon, data) for data in stapel])
        verhoudingen.append(hun / ons)
    ons_sjabloon = CompiledTemplate(sjabloon, "rijk.docx")
    kosten = [measure(partial(ons_sjabloon.render, stapel[n % _STAPEL])) for n in range(_VEEL)]
    eerste, laatste = median(kosten[:300]), median(kosten[-300:])
    heap = peak(lambda: CompiledTemplate(sjabloon, "rijk.docx").render(stapel[0]))
    hun_heap = peak(lambda: met_docxtpl(sjabloon, stapel[0]))
    return [
        f"  {_STAPEL} concepten, compileren inbegrepen: {median(verhoudingen):.1f} x docxtpl",
        f"  {_VEEL} concepten: de laatste kosten {laatste / eerste:.2f} x de eerste",
        f"  hoogste geheugen: wij {heap:.1f} MiB, docxtpl {hun_heap:.1f} MiB",
    ]


def main() -> None:
    """Print the ratios in Dutch."""
    sjabloon, data = maak_rijk_sjabloon(), maak_context()
    kop = f"Een sjabloon vullen (XML strikt nagelezen), middelste van {RONDEN} ronden om en om:"
    regels = [kop, *one_document(sjabloon, data), *many_documents(sjabloon)]
    sys.stdout.write("\n".join(regels) + "\n")


if __name__ == "__main__":
    main()
