"""How ``jaarschijf kalender`` shows deadlines, meetings and the planning: tables and JSON."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from workflows.cli.uitvoer import Kolom, bevinding_as_json, print_regels, print_tabel

if TYPE_CHECKING:
    import pendulum

    from cycle.domain.kalender import Termijn
    from cycle.domain.planning import Planning
    from cycle.domain.regelprofiel import Regelprofiel
    from cycle.domain.samenwerking import Bijeenkomst
    from cycle.services.build_kalender import Jaarkalender


def print_profiel(profiel: "Regelprofiel") -> None:
    """Write which rules are used, since when, and what is not certain about them."""
    from cycle.domain.notatie import opsomming
    from cycle.domain.partij import ORGAAN_MET_LIDWOORD
    from cycle.domain.regelprofiel import GESCHIL_TEKST

    geschil = opsomming([GESCHIL_TEKST[soort] for soort in profiel.geschil_over])
    print_regels(
        {
            "Regels": f"{profiel.naam} ({_geldigheid(profiel)})",
            "Basis": f"{profiel.grondslag}, van {ORGAAN_MET_LIDWOORD[profiel.grondslag_orgaan]}",
            "Geschil": f"over {geschil}",
            "Niet zeker": profiel.onzeker,
        }
    )
    click.echo()


def _geldigheid(profiel: "Regelprofiel") -> str:
    """Return from when to when the rules hold; a day that is not known is named as such."""
    from cycle.domain.notatie import datum

    van = f"vanaf {datum(profiel.geldig_van)}" if profiel.geldig_van else "begin niet bekend"
    tot = f"tot en met {datum(profiel.geldig_tot)}" if profiel.geldig_tot else "einde niet bekend"
    return f"{van}, {tot}"


def print_termijnen(termijnen: Sequence["Termijn"]) -> None:
    """Write the deadlines: the day to plan for, and beside it the day by the rule."""
    print_tabel(
        [
            Kolom("datum", vast=True),
            Kolom("volgens regel", vast=True),
            Kolom("termijn"),
            Kolom("basis"),
            Kolom("soort", vast=True),
            Kolom("termijnenwet", vast=True),
        ],
        [
            (
                as_dag(t.datum),
                as_dag(t.datum_wettelijk),
                t.melding,
                t.basis,
                t.soort.value,
                f"ja, tot en met {as_dag(t.datum_atw)}" if t.datum_atw else "nee",
            )
            for t in termijnen
        ],
    )


def print_bijeenkomsten(bijeenkomsten: Sequence["Bijeenkomst"]) -> None:
    """Write the meetings, if any."""
    if not bijeenkomsten:
        return
    click.echo("\nBijeenkomsten\n")
    print_tabel(
        [Kolom("datum", vast=True), Kolom("bijeenkomst"), Kolom("agenda")],
        [(as_dag(b.datum), b.naam, "; ".join(b.agenda)) for b in bijeenkomsten],
    )


def print_planning(planning: "Planning") -> None:
    """Write the steps counted back from the decisions, and per orgaan when papers go."""
    from cycle.domain.partij import ORGAAN_NAAM

    click.echo("\nPlanning, terug vanaf de besluiten\n")
    print_tabel(
        [Kolom("uiterlijk", vast=True), Kolom("stap"), Kolom("staat vast"), Kolom("voorstel")],
        [
            (
                as_dag(stap.datum),
                stap.naam,
                "ja" if stap.is_vast else "",
                ", ".join(map(as_dag, stap.voorstellen)),
            )
            for stap in planning.stappen
        ],
    )
    if not planning.organen:
        click.echo("\nEr zijn nog geen vergaderingen bekend. Zet ze in samenwerking.toml.")
        return
    click.echo("\nVergaderingen\n")
    print_tabel(
        [Kolom("besluit", vast=True), Kolom("stukken voor", vast=True), Kolom("wie")],
        [
            (as_dag(o.datum), as_dag(o.stukken), f"{o.partij.naam}, {ORGAAN_NAAM[o.orgaan]}")
            for o in planning.organen
        ],
    )


def as_dag(dag: "pendulum.Date") -> str:
    """Return a date that is narrow enough for a column: ``di 12 sep 2023``."""
    from babel.dates import format_date

    return format_date(dag, "EEEEEE d MMM yyyy", locale="nl")


def kalender_as_json(
    kalender: "Jaarkalender", bijeenkomsten: Sequence["Bijeenkomst"], *, met_planning: bool
) -> dict[str, Any]:
    """Return the calendar as plain data; the planning only when it was asked for."""
    gegevens: dict[str, Any] = {
        "termijnen": [_termijn_as_json(t) for t in kalender.termijnen],
        "bijeenkomsten": [_bijeenkomst_as_json(b) for b in bijeenkomsten],
        "regelprofiel": _profiel_as_json(kalender.profiel),
        "bevindingen": [bevinding_as_json(b) for b in kalender.bevindingen],
    }
    if met_planning:
        gegevens["planning"] = _planning_as_json(kalender.planning)
    return gegevens


def _termijn_as_json(termijn: "Termijn") -> dict[str, str | bool]:
    """Return a deadline as plain data; `datum_atw` is empty when that law does not count."""
    return {
        "code": termijn.code,
        "datum": termijn.datum.isoformat(),
        "datum_wettelijk": termijn.datum_wettelijk.isoformat(),
        "fase": termijn.fase,
        "soort": termijn.soort.value,
        "basis": termijn.basis,
        "melding": termijn.melding,
        "atw": termijn.datum_atw is not None,
        "datum_atw": _iso(termijn.datum_atw),
        "belang": termijn.belang.value,
    }


def _bijeenkomst_as_json(bijeenkomst: "Bijeenkomst") -> dict[str, str | list[str]]:
    """Return a meeting as plain data."""
    return {
        "code": bijeenkomst.code,
        "naam": bijeenkomst.naam,
        "datum": bijeenkomst.datum.isoformat(),
        "agenda": list(bijeenkomst.agenda),
    }


def _profiel_as_json(profiel: "Regelprofiel") -> dict[str, str | list[str]]:
    """Return a profile as plain data; a day that is not known is empty."""
    return {
        "code": profiel.code,
        "naam": profiel.naam,
        "geldig_van": _iso(profiel.geldig_van),
        "geldig_tot": _iso(profiel.geldig_tot),
        "bron": profiel.bron,
        "onzeker": profiel.onzeker,
        "grondslag": profiel.grondslag,
        "grondslag_orgaan": profiel.grondslag_orgaan.value,
        "geschil_over": [soort.value for soort in profiel.geschil_over],
    }


def _planning_as_json(planning: "Planning") -> dict[str, list[dict[str, Any]]]:
    """Return the steps and the organen as plain data."""
    return {
        "stappen": [
            {
                "code": stap.code,
                "naam": stap.naam,
                "datum": stap.datum.isoformat(),
                "vast": stap.is_vast,
                "voorstellen": [dag.isoformat() for dag in stap.voorstellen],
            }
            for stap in planning.stappen
        ],
        "vergaderingen": [
            {
                "partij": o.partij.code,
                "orgaan": o.orgaan.value,
                "datum": o.datum.isoformat(),
                "stukken": o.stukken.isoformat(),
            }
            for o in planning.organen
        ],
    }


def _iso(dag: "pendulum.Date | None") -> str:
    """Return a date as ISO text, empty when there is none."""
    return dag.isoformat() if dag else ""
