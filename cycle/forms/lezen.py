"""Lezen: from the bytes of a returned workbook to a Bieding or the reasons why not."""

from cycle.domain.bevinding import Bevinding, has_fouten
from cycle.domain.bieding import Bieding
from cycle.forms.controle import Bron, read_extra, read_regels
from cycle.forms.herkenning import read_kenmerken
from cycle.forms.meldingen import make_bevinding
from cycle.forms.raster import load_raster
from cycle.forms.veilig import check_bestand
from cycle.services.ports import Afzender, GelezenFormulier


def read_formulieren(
    inhoud: bytes, bestandsnaam: str, inzending: str, afzender: Afzender | None = None
) -> tuple[GelezenFormulier, ...]:
    """Return each form in a returned file, with a finding for every doubt."""
    return (_read_formulier(inhoud, bestandsnaam, inzending),)


def _read_formulier(inhoud: bytes, bestandsnaam: str, inzending: str) -> GelezenFormulier:
    """Return what a returned workbook says, with a finding for every doubt.

    `inzending` is the id under which the file is kept; every answer carries it. `partij`,
    `samenwerking` and `jaar` are those the file names: empty or 0 when it does not say.
    Whether they are the right ones is for the caller to judge.
    """
    bevindingen = list(check_bestand(inhoud, bestandsnaam))
    if has_fouten(bevindingen):
        return _onleesbaar(bevindingen)
    raster = load_raster(inhoud)
    if raster is None:
        return _onleesbaar([make_bevinding("B003", bestandsnaam)])
    kenmerken = read_kenmerken(raster)
    if kenmerken is None:
        return _onleesbaar([*bevindingen, make_bevinding("B010", bestandsnaam)])
    bron = Bron(bestandsnaam, inzending)
    regels, over_regels = read_regels(raster, kenmerken, bron)
    extra, over_extra = read_extra(raster, kenmerken.partij, bron)
    bevindingen += [*over_regels, *over_extra]
    bieding = Bieding(
        inzending=inzending,
        samenwerking=kenmerken.samenwerking,
        jaar=kenmerken.jaar,
        partij=kenmerken.partij,
        regels=regels,
        extra=extra,
    )
    return GelezenFormulier(
        partij=kenmerken.partij,
        samenwerking=kenmerken.samenwerking,
        jaar=kenmerken.jaar,
        bieding=None if has_fouten(bevindingen) else bieding,
        bevindingen=tuple(bevindingen),
    )


def _onleesbaar(bevindingen: list[Bevinding]) -> GelezenFormulier:
    """Return the outcome for a file that does not even say whose it is."""
    return GelezenFormulier("", "", 0, None, tuple(bevindingen))
