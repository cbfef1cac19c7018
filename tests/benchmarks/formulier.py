"""Measure the forms: writing them, reading and checking them, and marking a copy.

Writing is held against openpyxl, which writes the very same workbook; reading and marking
against a bare `openpyxl.load_workbook` of the same file. Cases take turns, so a busy moment
hits all of them. The median of the ratios counts.
"""

import io
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from openpyxl import load_workbook

from cycle.domain.formulier import Formulier, FormulierRegel
from cycle.domain.indicator import INZET, IndicatorAard
from cycle.forms import ExcelFormulieren
from tests.benchmarks.werkmapkopie import look_at, write_again
from tests.cycle.forms.builders import GROEN, KK_P, NETTO, een_formulier, een_regel
from tests.cycle.forms.corpus.formulieren import een_blanco
from tests.cycle.forms.corpus.lezerproces import read_apart
from tests.cycle.forms.corpus.onveilig import unsafe

RONDEN: Final = 7
_GEMEENTEN, _REGELS, _KLEIN = 10, 200, 60
_SOORTEN: Final = (NETTO, KK_P, GROEN, INZET)
_VELDEN: Final = {"status": "ja", "planning": "Q3 2024", "toelichting": "Met de huurders."}


def een_groot_formulier() -> tuple[Formulier, ...]:
    """Return the forms of a partij that works in ten gemeenten, each with 200 questions."""
    vraag = een_formulier(*_regels(_REGELS))
    return tuple(
        replace(vraag, samenwerking=f"gemeente-{n}", samenwerking_naam=naam, gemeente=naam)
        for n in range(_GEMEENTEN)
        for naam in [f"Gemeente {n}"]
    )


def _regels(aantal: int) -> list[FormulierRegel]:
    return [
        een_regel(n, _SOORTEN[n % len(_SOORTEN)], f"Wonen in de wijken van dorp {n}")
        for n in range(1, aantal + 1)
    ]


def fill(formulieren: tuple[Formulier, ...]) -> bytes:
    """Return the workbook with every question of the sheets Bieding answered, one in ten oddly."""
    excel = ExcelFormulieren()
    boek = load_workbook(io.BytesIO(excel.write(*formulieren)))
    kaarten = excel.veldkaart(*formulieren)
    vragen = {r.regelcode: r.indicator for f in formulieren for r in f.regels}
    for kaart in kaarten if isinstance(kaarten, list) else [kaarten]:
        tabel = kaart["tabellen"][0]
        blad = boek[tabel["sheet"]]
        for nummer, (code, regel) in enumerate(tabel["regels"].items()):
            antwoorden: dict[str, str | int] = {**_VELDEN}
            if vragen[code].aard is not IndicatorAard.PROCES:
                antwoorden["bod"] = 5 if nummer % 10 else "ca. 5"
            for veld, waarde in antwoorden.items():
                blad[f"{tabel['kolommen'][veld]}{regel['rij']}"] = waarde
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def ratios(
    maat: Callable[[], object], *gevallen: Callable[[], object]
) -> tuple[float, list[tuple[float, float]]]:
    """Return the seconds of the yardstick, and of each case its seconds and its ratio to it."""
    tijden: list[list[float]] = []
    for ronde in range(RONDEN + 1):
        rij = [_duration(doe) for doe in (maat, *gevallen)]
        if ronde:
            tijden.append(rij)
    kolommen = list(zip(*tijden, strict=True))
    uit = [
        (median(kolom), median(t / m for t, m in zip(kolom, kolommen[0], strict=True)))
        for kolom in kolommen[1:]
    ]
    return median(kolommen[0]), uit


def _duration(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return time.perf_counter() - begin


def writing() -> list[str]:
    """Return the lines about writing."""
    excel, formulieren = ExcelFormulieren(), een_groot_formulier()
    beeld = look_at(excel.write(*formulieren))
    ons, hun = ratios(
        lambda: excel.write(*formulieren),
        lambda: write_again(beeld, benoemd=False),
        lambda: write_again(beeld, benoemd=True),
    )
    namen = ("openpyxl, opmaak per cel", "openpyxl, benoemde opmaak")
    return [
        f"Schrijven, {_GEMEENTEN} bladen van {_REGELS} regels: {1000 * ons:.0f} ms",
        *(
            f"  {naam:28} {1000 * duur:7.0f} ms   {verhouding:5.1f} x ons"
            for naam, (duur, verhouding) in zip(namen, hun, strict=True)
        ),
    ]


def reading(naam: str, inhoud: bytes) -> list[str]:
    """Return the lines about reading and marking one file."""
    excel = ExcelFormulieren()
    gelezen = excel.read(inhoud, "bieding.xlsx", "inzending-1")
    kaal, ons = ratios(
        lambda: load_workbook(io.BytesIO(inhoud)),
        lambda: excel.read(inhoud, "bieding.xlsx", "inzending-1"),
        lambda: excel.annotate(inhoud, gelezen),
    )
    namen = ("lezen en controleren", "kopie met opmerkingen")
    return [
        f"Lezen, {naam}: openpyxl laden {1000 * kaal:.0f} ms",
        *(
            f"  {wat:28} {1000 * duur:7.0f} ms   {verhouding:5.2f} x kaal laden"
            for wat, (duur, verhouding) in zip(namen, ons, strict=True)
        ),
    ]


def hostile() -> list[str]:
    """Return the lines about the hostile files: the slowest, and the one with most memory."""
    blanco = een_blanco()
    blad = blanco.kaart.tabellen["bieding"].sheet
    regels = []
    with TemporaryDirectory() as map_:
        for geval in unsafe(blanco.gevuld, blad):
            pad = Path(map_) / geval.bestand
            pad.write_bytes(geval.maak())
            regels.append({**read_apart([pad], 0)[-1], "naam": geval.naam})
    dood = [r["naam"] for r in regels if "dood" in r]
    levend = [r for r in regels if "dood" not in r]
    traag = max(levend, key=lambda r: r["seconden"])
    vol = max(levend, key=lambda r: r["mib"])
    return [
        f"Onveilige bestanden: {len(regels)}, zonder antwoord: {len(dood)} {dood or ''}",
        f"  langste: {traag['naam']}, {traag['seconden']:.2f} s",
        f"  meeste geheugen: {vol['naam']}, {vol['mib']} MiB",
    ]


def main() -> None:
    """Print the ratios in Dutch."""
    klein = (een_formulier(*_regels(_KLEIN)),)
    regels = [
        *writing(),
        *reading(f"{_KLEIN} regels", fill(klein)),
        *reading(f"{_GEMEENTEN} x {_REGELS} regels", fill(een_groot_formulier())),
        *hostile(),
    ]
    sys.stdout.write("\n".join(regels) + "\n")


if __name__ == "__main__":
    main()
