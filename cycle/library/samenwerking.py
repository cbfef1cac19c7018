"""Samenwerking: ``samenwerking.toml``, the one file that ties a folder together."""

from collections.abc import Mapping
from dataclasses import dataclass

import pendulum

from cycle.domain.archief import Archiefregels
from cycle.domain.ladder import Herinnerregels
from cycle.domain.partij import Partij, PartijSoort
from cycle.domain.samenwerking import Dossier, Jaar, Kader, Niveau
from cycle.library.archief import read_archief
from cycle.library.bevindingen import Bevindingen
from cycle.library.herinnerregels import read_herinnerregels
from cycle.library.jaren import read_jaren
from cycle.library.partijen import read_partijen
from cycle.library.register import Naamsoort, Register
from cycle.library.tomltabel import TomlTabel


@dataclass(frozen=True, slots=True)
class Kern:
    """Everything that stands in ``samenwerking.toml`` itself; `bron` still knows the lines."""

    naam: str
    gemeente: str
    titel: str
    van: pendulum.Date
    tot_en_met: pendulum.Date
    peildatum: pendulum.Date | None
    schoolregio: str
    regelprofiel: str
    voorbeeld: str
    themas: tuple[str, ...]
    partijen: tuple[Partij, ...]
    kaders: tuple[Kader, ...]
    dossiers: tuple[Dossier, ...]
    jaren: Mapping[int, Jaar]
    herinnerregels: Herinnerregels
    archief: Archiefregels | None
    tekenvolgorde: tuple[str, ...]
    bron: TomlTabel


def read_kern(bron: TomlTabel, register: Register, bevindingen: Bevindingen) -> Kern:
    """Return the content of the TOML file, and make its codes known."""
    fouten = len(bevindingen)
    partijen = read_partijen(bron, register, bevindingen)
    is_gaaf = len(bevindingen) == fouten
    organen = {partij.code: partij.organen for partij in partijen if is_gaaf}
    kern = Kern(
        naam=bron.tekst("naam"),
        gemeente=bron.tekst("gemeente"),
        titel=bron.tekst("titel"),
        van=bron.datum("van"),
        tot_en_met=bron.datum("tot_en_met"),
        peildatum=bron.datum_of_niets("peildatum"),
        schoolregio=bron.tekst("schoolregio", verplicht=False),
        regelprofiel=bron.tekst("regelprofiel", verplicht=False),
        voorbeeld=bron.tekst("voorbeeld", verplicht=False),
        themas=bron.teksten("themas"),
        partijen=partijen,
        kaders=tuple(_read_kader(tabel) for tabel in bron.tabellen("kader")),
        dossiers=tuple(_read_dossier(tabel, register) for tabel in bron.tabellen("dossier")),
        jaren=read_jaren(bron, organen, register, bevindingen),
        herinnerregels=read_herinnerregels(bron, bevindingen),
        archief=read_archief(bron, bevindingen),
        tekenvolgorde=bron.teksten("tekenvolgorde", verplicht=False),
        bron=bron,
    )
    for code in kern.tekenvolgorde:
        register.refer(Naamsoort.PARTIJ, code, bron.plek("tekenvolgorde", code))
    bron.close()
    if bron.is_gaaf and kern.tot_en_met < kern.van:
        bevindingen.fout("I115", bron.plek("tot_en_met"), "De laatste dag ligt voor de eerste dag.")
    if not bron.is_gaaf:
        # a misspelt [[partij]] or [[dossier]] hides a code; its own finding is enough
        register.mark_onvolledig(Naamsoort.PARTIJ)
        register.mark_onvolledig(Naamsoort.DOSSIER)
    elif is_gaaf and not any(p.soort is PartijSoort.GEMEENTE for p in partijen):
        bevindingen.fout(
            "I111",
            bron.plek(),
            "Er is geen partij van de soort 'gemeente'.",
            "Voeg een blok [[partij]] toe voor de gemeente.",
        )
    return kern


def _read_kader(tabel: TomlTabel) -> Kader:
    """Return one framework."""
    kader = Kader(
        titel=tabel.tekst("titel"),
        niveau=tabel.keuze("niveau", Niveau),
        plek=tabel.plek(),
        datum=tabel.datum_of_niets("datum"),
        geldig_tot=tabel.datum_of_niets("geldig_tot"),
    )
    tabel.close()
    return kader


def _read_dossier(tabel: TomlTabel, register: Register) -> Dossier:
    """Return one conditional matter and make its code known."""
    dossier = Dossier(
        code=tabel.code(),
        naam=tabel.tekst("naam"),
        tekst=tabel.tekst("tekst"),
        trigger=tabel.tekst("trigger"),
        gevolg=tabel.tekst("gevolg"),
        afspraken=tabel.teksten("afspraken"),
        plek=tabel.plek(),
    )
    tabel.close()
    if dossier.code:
        register.add(Naamsoort.DOSSIER, dossier.code, tabel.plek("code"))
    else:
        register.mark_onvolledig(Naamsoort.DOSSIER)
    for afspraak in dossier.afspraken:
        register.refer(Naamsoort.AFSPRAAK, afspraak, tabel.plek("afspraken", afspraak))
    return dossier
