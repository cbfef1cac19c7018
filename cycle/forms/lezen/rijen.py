"""Rijen: the rows of one table of a returned form, found by their code.

A row keeps everything that was read from its yellow cells. What was done to cells and rows
(merged, hidden, struck through, a comment) becomes a finding on the cell itself.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Generic, TypeVar

from cycle.domain.bevinding import Celbevinding, Ernst
from cycle.domain.gelezen import GelezenWaarde
from cycle.domain.plek import Plek
from cycle.forms.bestand.raster import Vak, Waarde, cel_naam
from cycle.forms.celtekst import zonder_onzichtbaar
from cycle.forms.indeling import sleutel
from cycle.forms.lezen.buiten import check_buiten
from cycle.forms.lezen.herkenning import Kenmerken, Vraag, is_niet_nodig, one_line
from cycle.forms.lezen.samengevoegd import list_blokken, list_samengevoegd
from cycle.forms.lezen.vinden import Vondst
from cycle.forms.lezen.waarden import GEWEIGERD, LEEG, Lezing
from cycle.forms.meldingen.catalogus import make_bevinding
from cycle.forms.meldingen.melding import Waar

_HELE_RIJ: Final = ("R202", "R203", "R204")
_VOORLETTERS: Final = {"wederkerigheid": "V", "extra": "E"}
_CODE: Final = re.compile(r"[A-Z]{1,3}[0-9]{0,4}-[A-Z0-9_]{1,40}")
_STREEPJE = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")


@dataclass(frozen=True, slots=True)
class Bron:
    """Where answers come from: the file name and the id of the submission."""

    bestand: str
    inzending: str


@dataclass(frozen=True, slots=True)
class Rij:
    """One row: its code, its filled cells by field, and what was read and found so far."""

    bron: Bron
    vondst: Vondst
    nummer: int
    regel: str
    cellen: Mapping[str, Waarde]
    vast_samen: frozenset[Vak] = frozenset()
    bevindingen: list[Celbevinding] = field(default_factory=list)
    waarden: list[GelezenWaarde] = field(default_factory=list)

    def ruw(self, veld: str) -> str:
        """Return the text of a field as typed, empty when nothing is there."""
        cel = self.cellen.get(veld)
        return cel.ruw if cel else ""

    def waar(self, veld: str) -> Waar:
        """Return the cell of a field, for a finding."""
        return self.vondst.waar(self.nummer, veld, self.regel)

    def plek(self, veld: str) -> Plek:
        """Return the place of a field as it is kept with the answer."""
        kolom = self.vondst.kop.kolommen.get(veld)
        cel = cel_naam(self.nummer, kolom) if kolom else ""
        return Plek(self.bron.bestand, blad=self.vondst.blad.naam, cel=cel,
                    inzending=self.bron.inzending)  # fmt: skip

    def has_kolom(self, veld: str) -> bool:
        """Return whether the column of a field is still there, and its cell stands alone."""
        kolom = self.vondst.kop.kolommen.get(veld)
        return kolom is not None and (self.nummer, kolom) not in self.vast_samen

    def meld(self, code: str, veld: str, *, ernst: Ernst | None = None, **velden: str) -> None:
        """Add a finding on the cell of `veld`; `ernst` overrules that of the catalogue."""
        bevinding = make_bevinding(code, self.waar(veld), **velden)
        self.bevindingen.append(replace(bevinding, ernst=ernst) if ernst else bevinding)

    def lees(self, veld: str, lezer: Callable[[Waarde | None, Waar], Lezing]) -> Lezing:
        """Return what `lezer` makes of the cell of `veld`, after it was kept.

        A merged cell is not read: nobody knows to which row its answer belongs.
        """
        kolom = self.vondst.kop.kolommen.get(veld)
        if kolom is None:
            return LEEG
        vak = (self.nummer, kolom)
        cel = self.cellen.get(veld)
        if vak in self.vast_samen:
            lezing = GEWEIGERD
        else:
            lezing = lezer(cel, self.waar(veld)) if cel is not None else LEEG
        self.bewaar(veld, lezing)
        if lezing.reden is None and vak in self.vondst.blad.doorgestreept:
            self.meld("S110", veld, ruw=self.ruw(veld))
        return lezing

    def bewaar(self, veld: str, lezing: Lezing) -> None:
        """Keep what was read from the cell of `veld`, and the findings on it."""
        self.bevindingen.extend(lezing.bevindingen)
        self.waarden.append(
            GelezenWaarde(
                self.vondst.tabel.naam, self.regel, veld, lezing.waarde, self.ruw(veld),
                self.plek(veld), lezing.kwalificatie, lezing.hoog, lezing.tot, lezing.reden,
            )
        )  # fmt: skip


_Deel = TypeVar("_Deel")


@dataclass(frozen=True, slots=True)
class Gelezen(Generic[_Deel]):
    """What one table gave: parts of a bieding, every yellow cell, and every doubt."""

    delen: tuple[_Deel, ...]
    waarden: tuple[GelezenWaarde, ...]
    bevindingen: tuple[Celbevinding, ...]


Lezer = Callable[[Vondst, Kenmerken, Bron], Gelezen[_Deel]]


def gather(
    delen: Iterable[_Deel], vondst: Vondst, rijen: list[Rij], kenmerken: Kenmerken
) -> Gelezen[_Deel]:
    """Return the parts with all that these rows of a table gave."""
    return Gelezen(
        tuple(delen),
        tuple(waarde for rij in rijen for waarde in rij.waarden),
        (
            *_check_tabel(vondst, rijen),
            *(bevinding for rij in rijen for bevinding in rij.bevindingen),
            *check_buiten(vondst, _los(rijen), _afgewezen(rijen), kenmerken),
            *_check_weg(vondst, rijen, kenmerken),
        ),
    )


def _los(rijen: list[Rij]) -> set[int]:
    """Return the rows that hold nothing but text in the grey part, without a code."""
    return {rij.nummer for rij in rijen if not rij.regel and not is_gevuld(rij)}


def _afgewezen(rijen: list[Rij]) -> set[int]:
    """Return the rows that are set aside as a whole: unknown, without a code, or twice."""
    return {
        rij.nummer
        for rij in rijen
        if any(bevinding.code in _HELE_RIJ for bevinding in rij.bevindingen)
    }


def list_rijen(vondst: Vondst, bron: Bron) -> list[Rij]:
    """Return the filled rows below the heading, without repeated headings.

    In a table without codes a row is known by its order: ``V01``, ``E01``.
    """
    per_rij: dict[int, dict[str, Waarde]] = {}
    velden = {kolom: veld for veld, kolom in vondst.kop.kolommen.items()}
    for (rij, kolom), waarde in vondst.blad.cellen.items():
        veld = velden.get(kolom)
        if rij > vondst.kop.rij and veld:
            per_rij.setdefault(rij, {})[veld] = waarde
    eerste = vondst.tabel.kolommen[0]
    kop = sleutel(vondst.tabel.kop(eerste.veld))
    gevuld = [
        (rij, cellen)
        for rij, cellen in sorted(per_rij.items())
        if eerste.veld not in cellen or sleutel(cellen[eerste.veld].ruw) != kop
    ]
    codes = _codes(vondst, gevuld)
    samen = list_samengevoegd(vondst, codes)
    return [Rij(bron, vondst, nr, codes[nr], cellen, samen) for nr, cellen in gevuld]


def list_gevraagd(
    vondst: Vondst, rijen: list[Rij], kenmerken: Kenmerken
) -> Iterator[tuple[Rij, Vraag]]:
    """Yield each row that is one of our questions, with it; the others get a finding."""
    gezien = set()
    for rij in rijen:
        if not rij.regel:
            _check_zonder_code(rij)
            continue
        vraag = kenmerken.vraag(vondst.tabel.naam, rij.regel, rij.ruw("eenheid"))
        if vraag is None:
            rij.meld("R203", "regel", ruw=rij.ruw("regel"))
        elif rij.regel in gezien:
            rij.meld("R202", "regel", regel=rij.regel, ruw=rij.ruw("regel"))
        else:
            gezien.add(rij.regel)
            check_rij(rij, vraag)
            yield rij, vraag


def _check_zonder_code(rij: Rij) -> None:
    """Report a row that is none of our questions when something of the partij stands in it.

    A text in the column of the codes, like "Totaal", is no code and no question either.
    """
    geel = (v for v in rij.vondst.tabel.invoer if v in rij.cellen and not is_niet_nodig(rij.ruw(v)))
    veld = next(geel, "regel")
    if veld in rij.cellen:
        rij.meld("R204", veld, ruw=rij.ruw(veld))


def _check_weg(vondst: Vondst, rijen: list[Rij], kenmerken: Kenmerken) -> list[Celbevinding]:
    """Return a finding for each question of which the row is gone."""
    if "regel" not in vondst.kop.kolommen:
        return []
    gezien = {rij.regel for rij in rijen}
    return [
        make_bevinding("R201", Waar(vondst.blad.naam, regel=code, veld="regel"), regel=code)
        for code in kenmerken.vragen_van(vondst.tabel.naam)
        if code not in gezien
    ]


def _codes(vondst: Vondst, gevuld: list[tuple[int, dict[str, Waarde]]]) -> dict[int, str]:
    """Return the code of each filled row, empty for one without."""
    veld = vondst.tabel.sleutel
    if veld:
        return {nr: _code(cellen[veld].ruw) if veld in cellen else "" for nr, cellen in gevuld}
    letter = _VOORLETTERS.get(vondst.tabel.naam, "R")
    return {nr: f"{letter}{volgorde:02d}" for volgorde, (nr, _) in enumerate(gevuld, 1)}


def _code(tekst: str) -> str:
    """Return a code as we write it, whatever its dash; empty for a text that is none."""
    code = _STREEPJE.sub("-", zonder_onzichtbaar(tekst).strip().upper())
    return code if _CODE.fullmatch(code) else ""


def _check_tabel(vondst: Vondst, rijen: list[Rij]) -> list[Celbevinding]:
    """Return what was done to cells of a table: merged, hidden, and comments of the partij."""
    blad = vondst.blad
    codes = {rij.nummer: rij.regel for rij in rijen}
    velden = {kolom: veld for veld, kolom in vondst.kop.kolommen.items()}

    def waar(vak: Vak) -> Waar:
        return Waar(blad.naam, cel_naam(*vak), codes.get(vak[0], ""), velden.get(vak[1], ""))

    samen = [make_bevinding("S105", waar(blok.eerste)) for blok in list_blokken(vondst, codes)]
    return [*samen, *_check_kolommen(vondst, rijen)] + [
        make_bevinding("S109", waar(vak), ruw=tekst)
        for vak, tekst in sorted(blad.opmerkingen.items())
    ]


def _check_kolommen(vondst: Vondst, rijen: list[Rij]) -> Iterator[Celbevinding]:
    """Yield a finding on the heading of each hidden column in which the partij answered."""
    for veld, kolom in vondst.kop.kolommen.items():
        is_verborgen = veld in vondst.tabel.invoer and kolom in vondst.blad.verborgen_kolommen
        if is_verborgen and any(
            rij.ruw(veld) and not is_niet_nodig(rij.ruw(veld)) for rij in rijen
        ):
            yield make_bevinding("S106", vondst.waar(vondst.kop.rij, veld))


def check_rij(rij: Rij, vraag: Vraag) -> None:
    """Report a hidden row with answers, and grey cells that no longer say what was sent."""
    check_verborgen(rij)
    for veld, verwacht in vraag.vast.items():
        if veld == "regel" or veld not in rij.vondst.kop.kolommen:
            continue
        ruw = rij.ruw(veld)
        if ruw != verwacht and one_line(ruw) != verwacht:
            rij.meld("S108", veld, ruw=ruw, verwacht=verwacht or "een lege cel")


def check_verborgen(rij: Rij) -> None:
    """Report a row with answers that nobody sees."""
    if rij.nummer in rij.vondst.blad.verborgen_rijen and is_gevuld(rij):
        rij.meld("S106", rij.vondst.tabel.kolommen[0].veld)


def is_gevuld(rij: Rij) -> bool:
    """Return whether the partij typed anything in the yellow cells of a row."""
    return any(
        veld in rij.cellen and not is_niet_nodig(rij.ruw(veld)) for veld in rij.vondst.tabel.invoer
    )
