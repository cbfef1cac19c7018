"""Verificatieuitvoer: the outcome of ``jaarschijf verifieer``, on screen and as JSON."""

from typing import TYPE_CHECKING, Any

import click

from workflows.cli.oordeeluitvoer import (
    oordeel_as_json,
    print_oordeel,
    print_punten,
    print_veld,
    veld_as_json,
)
from workflows.cli.uitvoer import bevinding_as_json

if TYPE_CHECKING:
    from cycle.domain.manifest import Manifest
    from cycle.domain.verificatie import Plekuitkomst, Verificatie

_ZONDER_MANIFEST = (
    "Er is geen manifest. Niet nagegaan is of dit de vastgestelde versie is.\n"
    "Geef het mee met --manifest."
)


def print_verificatie(uitkomst: "Verificatie") -> None:
    """Write the verdict on each file, then per place to sign, then the whole in one sentence."""
    if uitkomst.manifest is None:
        click.echo(f"{_ZONDER_MANIFEST}\n")
    else:
        click.echo(f"{_describe(uitkomst.manifest)}\n")
    for bestand in uitkomst.bestanden:
        click.secho(bestand.pad, bold=True)
        print_oordeel(bestand.oordeel)
    for zegel in uitkomst.zegels:
        print_veld(zegel)
    for punt in uitkomst.bevindingen:
        click.echo(punt.plek)
        print_punten((punt,))
    if uitkomst.zegels or uitkomst.bevindingen:
        click.echo()
    if uitkomst.plekken:
        click.secho("Per partij", bold=True)
        for plek in uitkomst.plekken:
            _print_plek(plek)
        click.echo()
    click.secho(_conclude(uitkomst), bold=True)


def _describe(manifest: "Manifest") -> str:
    """Return which version it is held against, so that a reader can compare the code."""
    from cycle.domain.notatie import datum

    return (
        f"Vastgestelde versie: jaarschijf {manifest.jaar} van {manifest.samenwerking}, versie "
        f"{manifest.versie},\ncode {manifest.code}, vastgesteld op {datum(manifest.bevroren_op)}."
    )


def _print_plek(plek: "Plekuitkomst") -> None:
    """Write how one place to sign stands."""
    waarop = f": {plek.toelichting}" if plek.toelichting else ""
    click.echo(f"{plek.staat.value:<11} {plek.veld.partij} ({plek.veld.functie}){waarop}")


def _conclude(uitkomst: "Verificatie") -> str:
    """Return the whole in one sentence."""
    from cycle.domain.notatie import opsomming

    if not uitkomst.houdt:
        return "Er klopt iets niet. Hierboven staat wat, en wat u kunt doen."
    mist = [f"{veld.partij} ({veld.functie})" for veld in uitkomst.ontbreekt]
    if mist:
        return f"Wat er is, klopt. Deze handtekening ontbreekt nog: {opsomming(mist)}."
    if uitkomst.manifest is None:
        return "De handtekeningen kloppen. Of dit de vastgestelde versie is, is niet nagegaan."
    return "Alles klopt."


def verificatie_as_json(uitkomst: "Verificatie") -> dict[str, Any]:
    """Return the outcome as plain data."""
    manifest = uitkomst.manifest
    return {
        "houdt": uitkomst.houdt,
        "compleet": uitkomst.houdt and not uitkomst.ontbreekt,
        "manifest": None
        if manifest is None
        else {
            "samenwerking": manifest.samenwerking,
            "jaar": manifest.jaar,
            "versie": manifest.versie,
            "code": manifest.code,
            "sha256": manifest.sha256,
        },
        "bestanden": [
            {"bestand": bestand.pad, **oordeel_as_json(bestand.oordeel)}
            for bestand in uitkomst.bestanden
        ],
        "partijen": [
            {
                "partij": plek.veld.partij,
                "functie": plek.veld.functie,
                "staat": plek.staat.value,
                "route": plek.route.value if plek.route else None,
                "toelichting": plek.toelichting,
            }
            for plek in uitkomst.plekken
        ],
        "zegels": [veld_as_json(zegel) for zegel in uitkomst.zegels],
        "bevindingen": [bevinding_as_json(b) for b in uitkomst.bevindingen],
    }
