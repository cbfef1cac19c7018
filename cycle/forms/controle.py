"""Controle: the rows of a returned form become regels of a Bieding, with findings.

Rows are found by their regelcode and columns by their heading, so a moved column or an
inserted row does no harm. Every answer keeps the cell it was read from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.bieding import BiedingRegel, Deelname, ExtraVoorstel
from cycle.domain.plek import Plek
from cycle.forms.herkenning import Kenmerken, Vraag, is_niet_nodig, one_line
from cycle.forms.indeling import (
    BIEDING,
    EXTRA,
    NIET_NODIG,
    Kop,
    Tabel,
    find_kop,
    naar_domein,
    sleutel,
)
from cycle.forms.meldingen import make_bevinding
from cycle.forms.raster import Blad, Raster, Waarde, cel_naam
from cycle.forms.waarden import read_getalcel, read_keuze, read_tekst

_DOET_MEE: Final = (Deelname.JA, Deelname.DEELS)


@dataclass(frozen=True, slots=True)
class Bron:
    """Where answers come from: the file name and the id of the submission."""

    bestand: str
    inzending: str


@dataclass(frozen=True, slots=True)
class Rij:
    """One row of the form: filled cells by field, and the address of every field."""

    cellen: Mapping[str, Waarde]
    plekken: Mapping[str, str]
    bevindingen: list[Bevinding] = field(default_factory=list)

    def ruw(self, veld: str) -> str:
        """Return the text of a field as typed, empty when nothing is there."""
        cel = self.cellen.get(veld)
        return cel.ruw if cel else ""

    def meld(self, code: str, veld: str, *, ernst: Ernst | None = None, **velden: str) -> None:
        """Add a finding on the cell of `veld`; `ernst` overrules that of the catalogue."""
        bevinding = make_bevinding(code, self.plekken[veld], **velden)
        self.bevindingen.append(replace(bevinding, ernst=ernst) if ernst else bevinding)


def find_blad(
    raster: Raster, tabel: Tabel, bevindingen: list[Bevinding]
) -> tuple[Blad, Kop] | None:
    """Return a sheet with its heading row, under its own name or another one.

    Adds what is wrong with the sheet to `bevindingen`; None when it cannot be read.
    """
    eigen = raster.blad(tabel.blad)
    for blad in (*([eigen] if eigen else []), *raster.bladen):
        kop = find_kop(blad.teksten(), tabel, aan_sleutel=blad is eigen)
        if kop is None:
            continue
        if blad is not eigen:
            bevindingen.append(make_bevinding("S102", blad.naam, blad=tabel.blad, ruw=blad.naam))
        if blad.buiten:
            bevindingen.append(make_bevinding("S107", f"{blad.naam}!{blad.buiten}"))
        return blad, kop
    if eigen is not None:
        kop_weg = tabel.kop(tabel.kolommen[0].veld)
        bevindingen.append(make_bevinding("S103", eigen.naam, kop=kop_weg))
    else:
        weg = make_bevinding("S101", tabel.blad, blad=tabel.blad)
        # a form without the sheet Extra says no more than that there are no extra offers
        bevindingen.append(weg if tabel is BIEDING else replace(weg, ernst=Ernst.WAARSCHUWING))
    return None


def check_kop(blad: Blad, kop: Kop, tabel: Tabel) -> list[Bevinding]:
    """Return the headings we need but miss, and those that stand there twice."""
    nodig = [*([tabel.sleutel] if tabel.sleutel else ()), *tabel.invoer]
    weg = [veld for veld in nodig if veld not in kop.kolommen]
    plek = f"{blad.naam}!{cel_naam(kop.rij, 1)}"
    return [make_bevinding("S103", plek, kop=tabel.kop(veld)) for veld in weg] + [
        make_bevinding("S104", plek, kop=tabel.kop(veld)) for veld in kop.dubbel
    ]


def read_regels(
    raster: Raster, kenmerken: Kenmerken, bron: Bron
) -> tuple[tuple[BiedingRegel, ...], list[Bevinding]]:
    """Return the answered rows of the sheet Bieding, and everything that is wrong there."""
    bevindingen: list[Bevinding] = []
    gevonden = find_blad(raster, BIEDING, bevindingen)
    if gevonden is None:
        return (), bevindingen
    blad, kop = gevonden
    bevindingen += check_kop(blad, kop, BIEDING)
    if any(b.code in ("S103", "S104") for b in bevindingen):
        return (), bevindingen
    regels: dict[str, BiedingRegel] = {}
    for rij in _rijen(blad, kop):
        regel = _read_rij(rij, kenmerken, bron, blad.naam)
        if regel is not None and regel.regelcode in regels:
            rij.meld("R202", "regel", regel=regel.regelcode)
        elif regel is not None:
            regels[regel.regelcode] = regel
        bevindingen += rij.bevindingen
    ontbreekt = [code for code in kenmerken.vragen or () if code not in regels]
    bevindingen += [make_bevinding("R201", blad.naam, regel=code) for code in ontbreekt]
    return tuple(regels.values()), bevindingen


def _rijen(blad: Blad, kop: Kop) -> list[Rij]:
    """Return the filled rows below the heading, without repeated headings."""
    nummers = sorted({rij for rij, _ in blad.cellen if rij > kop.rij})
    gevuld = []
    for nummer in nummers:
        plekken = {v: f"{blad.naam}!{cel_naam(nummer, k)}" for v, k in kop.kolommen.items()}
        cellen = {
            veld: blad.cellen[nummer, kolom]
            for veld, kolom in kop.kolommen.items()
            if (nummer, kolom) in blad.cellen
        }
        rij = Rij(cellen, plekken)
        if cellen and sleutel(rij.ruw("regel")) != "regelcode":
            gevuld.append(rij)
    return gevuld


def _read_rij(rij: Rij, kenmerken: Kenmerken, bron: Bron, blad: str) -> BiedingRegel | None:
    """Return one row as regel, None when it is not one of our questions."""
    code = rij.ruw("regel").upper()
    if not code:
        if any(veld in rij.cellen for veld in BIEDING.invoer):
            rij.meld("R204", next(v for v in BIEDING.invoer if v in rij.cellen))
        return None
    vraag = kenmerken.vraag(code, {veld: rij.ruw(veld) for veld in BIEDING.vast})
    if vraag is None:
        rij.meld("R203", "regel", ruw=rij.ruw("regel"))
        return None
    _check_vast(rij, vraag)
    return _regel(rij, vraag, bron, blad)


def _check_vast(rij: Rij, vraag: Vraag) -> None:
    """Report grey cells that no longer say what was sent out."""
    for veld, verwacht in vraag.vast.items():
        if veld != "regel" and veld in rij.plekken and one_line(rij.ruw(veld)) != verwacht:
            rij.meld("S108", veld, verwacht=verwacht)


def _regel(rij: Rij, vraag: Vraag, bron: Bron, blad: str) -> BiedingRegel:
    """Return the answers of one row, after each cell and then the row as a whole was checked."""
    deelname, over_keuze = read_keuze(rij.cellen.get("status"), rij.plekken["status"])
    rij.bevindingen.extend(over_keuze)
    bod = _bod(rij, vraag)
    bedrag, over_bedrag = read_getalcel(rij.cellen.get("bedrag"), "euro", rij.plekken["bedrag"])
    rij.bevindingen.extend(over_bedrag)
    planning, toelichting = _tekst(rij, "planning"), _tekst(rij, "toelichting")
    _check_compleet(rij, vraag, deelname, bod)
    gevuld = [veld for veld in BIEDING.invoer if _is_antwoord(rij, veld, vraag)]
    return BiedingRegel(
        regelcode=vraag.regelcode,
        deelname=deelname,
        bod=bod,
        planning=planning,
        bedrag=bedrag,
        toelichting=toelichting,
        plekken={naar_domein(veld): _plek(rij, veld, bron, blad) for veld in gevuld},
        ruw={naar_domein(veld): rij.ruw(veld) for veld in gevuld},
    )


def _is_antwoord(rij: Rij, veld: str, vraag: Vraag) -> bool:
    """Return whether the partij typed something in this field."""
    if veld == "bod" and vraag.is_proces:
        return False
    return veld in rij.cellen


def _tekst(rij: Rij, veld: str) -> str:
    """Return free text of one field."""
    tekst, bevindingen = read_tekst(rij.cellen.get(veld), rij.plekken[veld])
    rij.bevindingen.extend(bevindingen)
    return tekst


def _bod(rij: Rij, vraag: Vraag) -> Decimal | None:
    """Return the offer; a question without a number has none, whatever stands there."""
    if not vraag.is_proces:
        bod, bevindingen = read_getalcel(rij.cellen.get("bod"), vraag.eenheid, rij.plekken["bod"])
        rij.bevindingen.extend(bevindingen)
        return bod
    if not is_niet_nodig(rij.ruw("bod") or NIET_NODIG):
        rij.meld("S108", "bod", verwacht=NIET_NODIG)
    return None


def _check_compleet(rij: Rij, vraag: Vraag, deelname: Deelname | None, bod: Decimal | None) -> None:
    """Report missing answers and answers that contradict each other.

    A row left wholly empty is an open question, not a fault: the bieding may be booked and
    the row is listed as "zonder bod". What was said of a cell itself is not repeated here.
    """
    if "status" not in rij.cellen:
        leeg = not any(_is_antwoord(rij, veld, vraag) for veld in BIEDING.invoer)
        ernst = Ernst.WAARSCHUWING if leeg else Ernst.FOUT
        rij.meld("W313", "status", ernst=ernst, kop="doet u mee?")
    elif deelname in _DOET_MEE:
        _check_antwoord(rij, vraag, bod)
    elif deelname is not None:
        if "toelichting" not in rij.cellen:
            rij.meld("W317", "toelichting", ruw=rij.ruw("status"))
        if bod:
            rij.meld("W322", "bod", keuze=rij.ruw("status"), ruw=rij.ruw("bod"))


def _check_antwoord(rij: Rij, vraag: Vraag, bod: Decimal | None) -> None:
    """Report a "ja" of which nobody can tell what it means."""
    if vraag.is_proces:
        if "toelichting" not in rij.cellen:
            rij.meld("W313", "toelichting", kop="wat gaat u doen?")
    elif bod is None and not any(b.plek == rij.plekken["bod"] for b in rij.bevindingen):
        ernst = Ernst.WAARSCHUWING if "toelichting" in rij.cellen else Ernst.FOUT
        rij.meld("W313", "bod", ernst=ernst, kop="wat is uw bod?")


def read_extra(
    raster: Raster, partij: str, bron: Bron
) -> tuple[tuple[ExtraVoorstel, ...], list[Bevinding]]:
    """Return the offers on the sheet Extra; a bod without a proposal is a fout."""
    bevindingen: list[Bevinding] = []
    gevonden = find_blad(raster, EXTRA, bevindingen)
    if gevonden is None:
        return (), bevindingen
    blad, kop = gevonden
    bevindingen += check_kop(blad, kop, EXTRA)
    if any(b.code == "S103" for b in bevindingen):
        return (), bevindingen
    voorstellen = []
    for rij in _rijen(blad, kop):
        omschrijving = _tekst(rij, "voorstel")
        bod, planning = _tekst(rij, "bod"), _tekst(rij, "planning")
        if "voorstel" not in rij.cellen:
            rij.meld("W313", "voorstel", kop="wat is uw voorstel?")
        bevindingen += rij.bevindingen
        plek = _plek(rij, "voorstel", bron, blad.naam)
        voorstellen.append(ExtraVoorstel(partij, omschrijving, bod, planning, plek))
    return tuple(voorstellen), bevindingen


def _plek(rij: Rij, veld: str, bron: Bron, blad: str) -> Plek:
    """Return the place of one field as it is kept with the answer."""
    cel = rij.plekken[veld].removeprefix(f"{blad}!")
    return Plek(bron.bestand, blad=blad, cel=cel, inzending=bron.inzending)
