"""Nieuwjaar: a ``[[jaar]]`` block at the end of ``samenwerking.toml``, to be checked by hand."""

import json
from collections.abc import Iterator
from pathlib import Path

from cycle.domain.samenwerking import Bijeenkomst, Jaar
from cycle.library.bestandenlijst import HOOFDBESTAND
from cycle.schijf import write_whole


def append_jaar(content: Path, samenwerking: str, jaar: Jaar) -> Path:
    """Write the block below what stands there already and return the file.

    Raises:
        BestandNietGeschreven: the file may not be written.
    """
    pad = content / samenwerking / HOOFDBESTAND
    tekst = pad.read_text("utf-8").rstrip("\n")
    blok = "\n".join(_regels(jaar))
    return write_whole(pad, f"{tekst}\n\n{blok}\n".encode())


def _regels(jaar: Jaar) -> Iterator[str]:
    """Yield the lines of the block."""
    yield f"# Jaarschijf {jaar.jaar}. De dagen hieronder zijn een voorstel: dezelfde weekdag als"
    yield "# een jaar eerder. Controleer elke dag en elke agenda."
    yield ""
    yield "[[jaar]]"
    yield f"jaar = {jaar.jaar}"
    yield "prioriteiten = []"
    for bijeenkomst in jaar.bijeenkomsten:
        yield from _bijeenkomst(bijeenkomst)
    for (partij, orgaan), dag in jaar.vergaderdata.items():
        yield ""
        yield "[[jaar.vergadering]]"
        yield f"partij = {_tekst(partij)}"
        yield f"orgaan = {_tekst(orgaan)}"
        yield f"datum = {dag.isoformat()}"


def _bijeenkomst(bijeenkomst: Bijeenkomst) -> Iterator[str]:
    """Yield the lines of one meeting."""
    yield ""
    yield "[[jaar.bijeenkomst]]"
    yield f"code = {_tekst(bijeenkomst.code)}"
    yield f"naam = {_tekst(bijeenkomst.naam)}"
    yield f"datum = {bijeenkomst.datum.isoformat()}"
    if bijeenkomst.tijd:
        yield f"tijd = {_tekst(str(bijeenkomst.tijd))}"
    if bijeenkomst.plaats:
        yield f"plaats = {_tekst(bijeenkomst.plaats)}"
    if bijeenkomst.agenda:
        yield f"agenda = [{', '.join(map(_tekst, bijeenkomst.agenda))}]"


def _tekst(waarde: str) -> str:
    """Return a text between quotes; TOML escapes the way JSON does."""
    return json.dumps(waarde, ensure_ascii=False)
