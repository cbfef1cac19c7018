"""Herkenning: what the hidden sheet of a form says: whose it is, its tables, its questions.

A somcode ties these together, so that a form of which this was changed is not booked on the
wrong partij. The lay-out is described in `cycle.forms.kenmerkblad`.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from cycle.domain.indicator import INZET, IndicatorAard
from cycle.domain.toets import Toetsmoment, moment_van
from cycle.forms.bestand.raster import Blad
from cycle.forms.indeling import BIEDING, NIET_NODIG, STAND, TABELLEN, TOETSTABELLEN, Tabel
from cycle.forms.kenmerkblad import (
    AFSPRAKEN,
    ELK_GETAL,
    HERKOMST,
    KEUZEVELDEN,
    SOMCODE,
    TABELVELDEN,
    UITGAVE,
)

_JAAR: Final = re.compile(r"[12][0-9]{3}")
_NUMMER: Final = re.compile(r"[0-9]{1,4}")
_NAMEN: Final = (*HERKOMST, UITGAVE, AFSPRAKEN)
_VRAAGKOP: Final = ("regel",)
_BREEDTE: Final = 40
_AARD: Final = {aard.value: aard for aard in IndicatorAard}
_TABEL: Final = {tabel.naam: tabel for tabel in (*TABELLEN, *TOETSTABELLEN)}


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question as it was sent out; `vast` holds the text of every grey cell.

    `controle` says of which rows the answer is the outcome, like ``A01-NB - A01-SLVK``.
    """

    regelcode: str
    eenheid: str
    aard: IndicatorAard
    vast: Mapping[str, str]
    tabel: str = BIEDING.naam
    onder_nul: bool = False
    controle: str = ""

    @property
    def is_proces(self) -> bool:
        """Return whether this question asks what the partij will do, without a number."""
        return self.aard is IndicatorAard.PROCES


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """Who, which samenwerking and gemeente, which jaar, which version of the form.

    `vragen` is None when the hidden sheet is gone: then nobody can tell which rows are
    missing, and the grey cells are taken as they stand. `tabellen` are those of this edition
    by name, empty when not known; `gevraagden` are the names of who can be asked for
    something and of the partij itself, with their codes. `afspraken` are the numbers of the
    samenwerking, empty when the form does not say them.
    """

    partij: str
    samenwerking: str
    gemeente: str
    jaar: int
    versie: str
    vragen: Mapping[str, Vraag] | None = None
    tabellen: Mapping[str, Tabel] = field(default_factory=dict)
    gevraagden: Mapping[str, str] = field(default_factory=dict)
    afspraken: frozenset[int] = frozenset()

    @classmethod
    def uit_velden(cls, velden: Mapping[str, str]) -> "Kenmerken":
        """Return what these fields say, empty or 0 for what they do not."""
        jaar = velden.get("cyclus", "")
        return cls(
            partij=velden.get("partij", ""),
            samenwerking=velden.get("samenwerking", ""),
            gemeente=velden.get("gemeente", ""),
            jaar=int(jaar) if _JAAR.fullmatch(jaar) and jaar.isascii() else 0,
            versie=velden.get("versie", ""),
        )

    @property
    def moment(self) -> Toetsmoment | None:
        """Return of which check this form is, None for that of a bieding."""
        return moment_van(self.versie)

    @property
    def is_volledig(self) -> bool:
        """Return whether it is known for whom and which year this form is."""
        return bool(self.partij and self.samenwerking and self.jaar)

    def vragen_van(self, tabel: str) -> dict[str, Vraag]:
        """Return the questions of one table by code, nothing when they are not known."""
        return {code: v for code, v in (self.vragen or {}).items() if v.tabel == tabel}

    def vraag(self, tabel: str, regelcode: str, eenheid: str) -> Vraag | None:
        """Return the question of a row, None for an unknown code.

        `eenheid` is what that row shows; it counts when there is nothing better.
        """
        if self.vragen is not None:
            vraag = self.vragen.get(regelcode)
            return vraag if vraag and vraag.tabel == tabel else None
        indicator = regelcode.rpartition("-")[2]
        aard = IndicatorAard.AANDEEL if eenheid == "%" else IndicatorAard.STROOM
        if tabel in (BIEDING.naam, STAND.naam) and indicator == INZET.code:
            aard = IndicatorAard.PROCES
        return Vraag(
            regelcode, eenheid, aard, {}, tabel=tabel, onder_nul=indicator.endswith("NETTO")
        )


@dataclass(frozen=True, slots=True)
class Kenmerkblad:
    """A hidden sheet as it was read; `is_heel` tells that nothing on it was changed."""

    kenmerken: Kenmerken
    velden: Mapping[str, str]
    is_heel: bool


def one_line(tekst: str) -> str:
    """Return the text on one line, so that programs that rewrap it change nothing."""
    return " ".join(tekst.split())


def is_niet_nodig(tekst: str) -> bool:
    """Return whether a bod cell still says that nothing is asked there."""
    return tekst.strip().lower() == NIET_NODIG


def bereken_somcode(kenmerken: Sequence[str], rijen: Iterable[Sequence[str]]) -> str:
    """Return the first 16 hex digits of the sha256 over identification and lists.

    `kenmerken` are the values of `HERKOMST`, uitgave and afspraken; `rijen` all rows of the
    lists below them; each text on one line. Guards against accidents; it is no secret and no
    signature. A form of before the afspraken were noted keeps its somcode.
    """
    regels = ["\t".join(delen).rstrip() for delen in (kenmerken, *rijen)]
    return hashlib.sha256("\n".join(regels).encode()).hexdigest()[:16]


def read_kenmerken(blad: Blad) -> Kenmerkblad:
    """Return what a hidden sheet says, also when something on it was changed."""
    rijen = list(_rijen(blad))
    velden = {rij[0]: rij[1] for rij in reversed(rijen) if rij[0] in (*_NAMEN, SOMCODE)}
    _, tabellen = _lijst(rijen, TABELVELDEN)
    _, keuzes = _lijst(rijen, KEUZEVELDEN)
    kop, vragen = _lijst(rijen, _VRAAGKOP)
    kenmerken = Kenmerken.uit_velden(velden)
    gelezen = [_vraag(dict(zip(kop, rij, strict=False))) for rij in vragen]
    somcode = bereken_somcode(
        [velden.get(naam, "") for naam in _NAMEN], (*tabellen, *keuzes, *vragen)
    )
    return Kenmerkblad(
        Kenmerken(
            kenmerken.partij,
            kenmerken.samenwerking,
            kenmerken.gemeente,
            kenmerken.jaar,
            kenmerken.versie,
            vragen={vraag.regelcode: vraag for vraag in gelezen},
            tabellen={
                rij[0]: _TABEL[rij[0]].met(rij[1], rij[2].split())
                for rij in tabellen
                if rij[0] in _TABEL
            },
            gevraagden={rij[0]: rij[1] for rij in keuzes},
            afspraken=frozenset(
                int(nr) for nr in velden.get(AFSPRAKEN, "").split() if _NUMMER.fullmatch(nr)
            ),
        ),
        velden,
        is_heel=somcode == velden.get(SOMCODE),
    )


def _lijst(
    rijen: Sequence[tuple[str, ...]], kop: Sequence[str]
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the heading and rows of a list: below its heading, up to an empty row."""
    begin = next((nr for nr, rij in enumerate(rijen) if rij[: len(kop)] == tuple(kop)), None)
    if begin is None:
        return (), []
    return rijen[begin], list(takewhile(lambda rij: rij[0], rijen[begin + 1 :]))


def _rijen(blad: Blad) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the hidden sheet as text, always with a value for every column."""
    rijen: dict[int, list[str]] = {}
    for (rij, kolom), cel in blad.cellen.items():
        if kolom <= _BREEDTE:
            rijen.setdefault(rij, [""] * _BREEDTE)[kolom - 1] = one_line(cel.ruw)
    leeg = ("",) * _BREEDTE
    for rij in range(1, max(rijen, default=0) + 1):
        yield tuple(rijen[rij]) if rij in rijen else leeg


def _vraag(velden: Mapping[str, str]) -> Vraag:
    """Return one question from the columns of its row."""
    tabel = _TABEL.get(velden.get("tabel", ""), BIEDING)
    aard = velden.get("aard", "")
    return Vraag(
        velden.get("regel", ""),
        velden.get("eenheid", ""),
        _AARD.get(aard, IndicatorAard.STROOM),
        {veld: velden[veld] for veld in tabel.vast if veld in velden},
        tabel=tabel.naam,
        onder_nul=velden.get("teken") == ELK_GETAL or velden.get("regel", "").endswith("-NETTO"),
        controle=velden.get("controle", ""),
    )
