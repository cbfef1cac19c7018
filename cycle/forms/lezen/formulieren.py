"""Lezen: from the bytes of a returned file to biedingen, or the reasons why not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from cycle.domain.bevinding import Bevinding, Celbevinding, Ernst, has_fouten
from cycle.domain.bieding import Bieding
from cycle.domain.gelezen import GelezenWaarde
from cycle.domain.toets import Standmelding, Toetsmoment
from cycle.forms.bestand.keuring import check_bestand
from cycle.forms.bestand.raster import Raster
from cycle.forms.bestand.soorten import load_raster
from cycle.forms.indeling import (
    BIEDING,
    EXTRA,
    GEVRAAGD,
    STAND,
    TOEZEGGINGEN,
    VOORRAAD,
    WEDERKERIGHEID,
    Tabel,
)
from cycle.forms.lezen.bijtabellen import read_antwoorden, read_extra, read_verzoeken, read_voorraad
from cycle.forms.lezen.buiten import check_eigen_bladen, check_vreemde_bladen
from cycle.forms.lezen.controle import read_regels
from cycle.forms.lezen.dubbel import check_dubbel, is_dubbel
from cycle.forms.lezen.herkenning import Kenmerken
from cycle.forms.lezen.herkomst import Herkend, read_herkend
from cycle.forms.lezen.rijen import Bron, Lezer
from cycle.forms.lezen.sommen import check_sommen
from cycle.forms.lezen.stand import read_standen
from cycle.forms.lezen.vinden import Vondst, find_tabellen
from cycle.forms.meldingen.catalogus import make_bevinding
from cycle.forms.meldingen.toetsmeldingen import in_toetswoorden
from cycle.forms.opruimen import pause_opruimen
from cycle.services.ports import Afzender, GelezenFormulier

_Deel = TypeVar("_Deel")


@dataclass(frozen=True, slots=True)
class _Lezing:
    """The tables of one form, and what reading them gave so far."""

    vondsten: Mapping[str, Vondst]
    kenmerken: Kenmerken
    bron: Bron
    bevindingen: list[Celbevinding]
    waarden: list[GelezenWaarde] = field(default_factory=list)

    def lees(self, tabel: Tabel, lezer: Lezer[_Deel]) -> tuple[_Deel, ...]:
        """Return what `lezer` makes of one table, nothing when the form does not have it."""
        vondst = self.vondsten.get(tabel.naam)
        if vondst is None:
            return ()
        gelezen = lezer(vondst, self.kenmerken, self.bron)
        self.waarden.extend(gelezen.waarden)
        self.bevindingen.extend(gelezen.bevindingen)
        return gelezen.delen


@pause_opruimen()
def read_formulieren(
    inhoud: bytes, bestandsnaam: str, inzending: str, afzender: Afzender | None = None
) -> tuple[GelezenFormulier, ...]:
    """Return each form in a returned file, with a finding for every doubt.

    `inzending` is the id under which the file is kept; every answer carries it. `partij`,
    `samenwerking` and `jaar` are those the file names: empty or 0 when it does not say.
    """
    keuring = check_bestand(inhoud, bestandsnaam)
    if keuring.soort is None:
        return (_onleesbaar(keuring.bevindingen),)
    raster = load_raster(inhoud, keuring)
    if isinstance(raster, str):
        return (_onleesbaar((make_bevinding(raster, bestandsnaam),)),)
    bron = Bron(bestandsnaam, inzending)
    bezet: set[str] = set()
    herkend = read_herkend(raster, bestandsnaam, afzender or Afzender())
    gelezen = [_read_formulier(raster, een, bron, bezet, keuring.bevindingen) for een in herkend]
    dubbel = {b.plek for een in gelezen for b in een.bevindingen if is_dubbel(b)}
    buiten = (
        *check_eigen_bladen(raster),
        *check_vreemde_bladen(raster, bezet | dubbel, [een.kenmerken for een in herkend]),
    )
    return tuple(
        een
        if _is_geblokkeerd(een.bevindingen)
        else replace(een, bevindingen=(*een.bevindingen, *buiten))
        for een in gelezen
    )


def _read_formulier(
    raster: Raster,
    herkend: Herkend,
    bron: Bron,
    bezet: set[str],
    over_bestand: tuple[Bevinding, ...],
) -> GelezenFormulier:
    """Return what one form says; with a blokkade its answers are read, but only that is said."""
    kenmerken = herkend.kenmerken
    vondsten, over_bladen = find_tabellen(raster, kenmerken, bezet)
    dubbel = check_dubbel(raster, vondsten, kenmerken, bezet)
    lezing = _Lezing(vondsten, kenmerken, bron, [*over_bladen, *dubbel])
    moment = kenmerken.moment
    bieding = _read_bieding(lezing) if moment is None else None
    melding = _read_melding(lezing, moment) if moment else None
    sommen = check_sommen(kenmerken.vragen or {}, lezing.waarden)
    bevindingen: list[Bevinding] = [*over_bestand, *herkend.bevindingen]
    if not _is_geblokkeerd(bevindingen):
        bevindingen += [*lezing.bevindingen, *sommen]
    if moment:
        bevindingen = [in_toetswoorden(bevinding) for bevinding in bevindingen]
    is_fout = has_fouten(bevindingen)
    return GelezenFormulier(
        partij=kenmerken.partij,
        samenwerking=kenmerken.samenwerking,
        jaar=kenmerken.jaar,
        bieding=None if is_fout else bieding,
        melding=None if is_fout else melding,
        bevindingen=tuple(bevindingen),
        waarden=tuple(lezing.waarden),
        gemeente=kenmerken.gemeente,
        versie=kenmerken.versie,
        tabellen=frozenset(vondsten),
    )


def _read_bieding(lezing: _Lezing) -> Bieding:
    """Return what a partij offers."""
    kenmerken = lezing.kenmerken
    return Bieding(
        inzending=lezing.bron.inzending,
        samenwerking=kenmerken.samenwerking,
        jaar=kenmerken.jaar,
        partij=kenmerken.partij,
        regels=lezing.lees(BIEDING, read_regels),
        voorraad=lezing.lees(VOORRAAD, read_voorraad),
        verzoeken=lezing.lees(WEDERKERIGHEID, read_verzoeken),
        antwoorden=lezing.lees(GEVRAAGD, read_antwoorden),
        extra=lezing.lees(EXTRA, read_extra),
    )


def _read_melding(lezing: _Lezing, moment: Toetsmoment) -> Standmelding:
    """Return what a partij reports at a check."""
    kenmerken = lezing.kenmerken
    return Standmelding(
        inzending=lezing.bron.inzending,
        samenwerking=kenmerken.samenwerking,
        jaar=kenmerken.jaar,
        moment=moment,
        partij=kenmerken.partij,
        regels=(*lezing.lees(STAND, read_standen), *lezing.lees(TOEZEGGINGEN, read_standen)),
    )


def _is_geblokkeerd(bevindingen: Iterable[Bevinding]) -> bool:
    """Return whether one of the findings is a blokkade."""
    return any(bevinding.ernst is Ernst.BLOKKADE for bevinding in bevindingen)


def _onleesbaar(bevindingen: tuple[Bevinding, ...]) -> GelezenFormulier:
    """Return the outcome for a file that does not even say whose it is."""
    return GelezenFormulier("", "", 0, None, bevindingen)
