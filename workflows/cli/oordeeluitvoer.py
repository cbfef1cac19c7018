"""Oordeeluitvoer: a verdict on a returned file, on screen and as JSON."""

from typing import TYPE_CHECKING, Any

import click

from workflows.cli.fouten import indent
from workflows.cli.uitvoer import bevinding_as_json

if TYPE_CHECKING:
    from cycle.domain.bevinding import Bevinding
    from cycle.domain.binding import Bindingsoordeel, Veldoordeel

_WEL, _NIET = "klopt", "klopt niet"


def print_oordeel(oordeel: "Bindingsoordeel") -> None:
    """Write each check with its answer, then each place to sign with what holds there."""
    from cycle.domain.binding import CONTROLEVRAAG
    from cycle.domain.handtekenroute import sterkte

    click.echo(f"Soort bewijs: {sterkte(oordeel.route)}.\n")
    for regel in oordeel.regels:
        click.echo(f"{_WEL if regel.houdt else _NIET:<11} {CONTROLEVRAAG[regel.controle]}")
        print_punten(regel.bevindingen)
    if oordeel.velden or oordeel.extra:
        click.echo()
    for veld in (*oordeel.velden, *oordeel.extra):
        print_veld(veld)
    click.echo()


def print_veld(oordeel: "Veldoordeel") -> None:
    """Write one place to sign: the state, who, when, and what there is to say."""
    from cycle.domain.binding import name_place
    from cycle.domain.notatie import datum

    click.echo(f"{oordeel.staat.value:<11} {name_place(oordeel.veld)}")
    if oordeel.ondertekenaar:
        op = oordeel.getekend_op
        wanneer = f", {datum(op.date())} om {op:%H.%M} uur" if op else ""
        niveau = f", niveau {oordeel.niveau}" if oordeel.niveau else ""
        click.echo(indent(f"{oordeel.ondertekenaar}{wanneer}{niveau}"))
    print_punten(oordeel.bevindingen)


def print_punten(bevindingen: "tuple[Bevinding, ...]") -> None:
    """Write what was found below the line that it is about."""
    for punt in bevindingen:
        click.echo(indent(f"{punt.melding} ({punt.code} {punt.ernst.value})"))
        click.echo(indent(f"→ {punt.advies}"))


def oordeel_as_json(oordeel: "Bindingsoordeel") -> dict[str, Any]:
    """Return a verdict as plain data."""
    from cycle.domain.handtekenroute import sterkte

    return {
        "route": oordeel.route.value,
        "sterkte": sterkte(oordeel.route),
        "sha256": oordeel.sha256,
        "houdt": oordeel.houdt,
        "compleet": oordeel.is_compleet,
        "controles": [
            {
                "controle": regel.controle.value,
                "houdt": regel.houdt,
                "bevindingen": [bevinding_as_json(b) for b in regel.bevindingen],
            }
            for regel in oordeel.regels
        ],
        "handtekeningen": [veld_as_json(veld) for veld in oordeel.velden],
        "overige": [veld_as_json(veld) for veld in oordeel.extra],
    }


def veld_as_json(oordeel: "Veldoordeel") -> dict[str, Any]:
    """Return the verdict on one place as plain data."""
    op = oordeel.getekend_op
    return {
        "veld": oordeel.veld.naam,
        "partij": oordeel.veld.partij,
        "functie": oordeel.veld.functie,
        "staat": oordeel.staat.value,
        "ondertekenaar": oordeel.ondertekenaar,
        "getekend_op": op.isoformat() if op else None,
        "bewezen": oordeel.is_bewezen,
        "niveau": oordeel.niveau,
        "bevindingen": [bevinding_as_json(b) for b in oordeel.bevindingen],
    }
