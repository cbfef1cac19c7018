"""Veldkaart: where every field of a form stands, as plain data for other programmes.

It follows the same plan as the workbook, so both always agree.
"""

from collections.abc import Sequence
from typing import Any

from cycle.domain.formulier import Formulier
from cycle.forms.bestand.raster import cel_naam
from cycle.forms.bladen import Tabelblad, Vraagrij, plan_bladen
from cycle.forms.indeling import KOPRIJ
from cycle.forms.kenmerkblad import HERKOMST, SOMCODE, eigenschap, kenmerkblad_naam
from cycle.forms.lezen.kenmerken import kenmerkrijen, teken


def make_veldkaart(*formulieren: Formulier) -> dict[str, Any] | list[dict[str, Any]]:
    """Return the field map of the workbook that `write_formulier` makes of these forms.

    One object for a form of one gemeente; with several gemeenten a list, one for each. Rows
    count from 1 and columns are letters, as Excel shows them.
    """
    kaarten = [
        _kaart(formulier, bladen, nummer)
        for nummer, (formulier, bladen) in enumerate(
            zip(formulieren, plan_bladen(formulieren), strict=True), 1
        )
    ]
    return kaarten[0] if len(kaarten) == 1 else kaarten


def _kaart(formulier: Formulier, bladen: Sequence[Tabelblad], nummer: int) -> dict[str, Any]:
    """Return the map of form `nummer` in the workbook."""
    kenmerken, _ = kenmerkrijen(formulier, bladen)
    rijen = {naam: rij for rij, (naam, _) in enumerate(kenmerken, 1)}
    in_kaart = [naam for naam in (*HERKOMST, SOMCODE) if naam != "samenwerking"]
    return {
        "partij": formulier.partij,
        "gemeente": formulier.gemeente,
        "cyclus": formulier.jaar,
        "versie": formulier.versie,
        "somcode": dict(kenmerken)[SOMCODE],
        "meta": {
            "sheet": kenmerkblad_naam(nummer),
            "cells": {naam: cel_naam(rijen[naam], 2) for naam in in_kaart},
        },
        "props": [eigenschap(naam, nummer) for naam, _ in kenmerken],
        "tabellen": [_tabel(blad, formulier) for blad in bladen],
    }


def _tabel(blad: Tabelblad, formulier: Formulier) -> dict[str, Any]:
    """Return one table; one without codes says between which rows can be written."""
    tabel = blad.tabel
    kaart: dict[str, Any] = {
        "naam": tabel.naam,
        "sheet": tabel.blad,
        "kop_rij": KOPRIJ,
        "kolommen": {
            k.veld: cel_naam(KOPRIJ, nummer).removesuffix(str(KOPRIJ))
            for nummer, k in enumerate(tabel.kolommen, 1)
        },
        "koppen": {k.veld: k.geschreven(formulier.jaar) for k in tabel.kolommen},
        "invoer": list(tabel.invoer),
        "regels": {v.code: _regel(v, rij) for rij, v in enumerate(blad.vragen, blad.eerste)},
    }
    if blad.leeg:
        kaart["rijen"] = [blad.eerste, blad.laatste]
    return kaart


def _regel(vraag: Vraagrij, rij: int) -> dict[str, Any]:
    """Return one row: where it stands and what can be answered."""
    return {
        "rij": rij,
        "eenheid": vraag.indicator.eenheid,
        "teken": teken(vraag),
        "verplicht": vraag.verplicht,
        "controle": vraag.controle or None,
    }
