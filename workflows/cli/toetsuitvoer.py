"""Toetsuitvoer: the state of a check on screen and as data, and its report."""

from typing import TYPE_CHECKING, Any

import click

from workflows.cli.omgeving import Omgeving
from workflows.cli.uitvoer import Kolom, print_json, print_tabel

if TYPE_CHECKING:
    from cycle.domain.afspraakweergave import Namen
    from cycle.domain.plek import Plek
    from cycle.domain.toets import Toetsmoment
    from cycle.domain.toetsstand import Toetsregel, Toetsstand


def make_verslag(omgeving: Omgeving, samenwerking: str, jaar: int, moment: "Toetsmoment") -> None:
    """Make the report and say where it stands."""
    from cycle.services.compose_toets import compose_toets

    with omgeving.toolkit_op_gegevens() as toolkit:
        uitkomst = compose_toets(toolkit, samenwerking, jaar, moment)
    if omgeving.als_json:
        print_json({"melding": uitkomst.melding, "stukken": list(uitkomst.stukken)})
        return
    click.echo(uitkomst.melding)
    for pad in uitkomst.stukken:
        click.echo(f"  {pad}")


def show_stand(omgeving: Omgeving, samenwerking: str, jaar: int, moment: "Toetsmoment") -> None:
    """Print who reported, how many rows have each light, and what deviates."""
    from cycle.domain.afspraakweergave import Namen
    from cycle.services.show_toets import show_toets

    with omgeving.toolkit_op_gegevens() as toolkit:
        stand = show_toets(toolkit, samenwerking, jaar, moment)
        namen = Namen(toolkit.bibliotheek.load(samenwerking))
    if omgeving.als_json:
        print_json(_as_json(stand, namen))
    else:
        _print_stand(stand, namen)


def _as_json(stand: "Toetsstand", namen: "Namen") -> dict[str, Any]:
    """Return the whole state as plain data, every figure with the cells it came from."""
    gevraagd = dict.fromkeys(r.vraag.partij for r in stand.regels if r.vraag.partij != "samen")
    return {
        "moment": stand.moment.value,
        "jaar": stand.jaar,
        "peildatum": stand.moment.peildatum(stand.jaar).isoformat(),
        "partijen": [
            {"partij": code, "naam": namen.partij(code), "binnen": code not in stand.zonder_opgave}
            for code in gevraagd
        ],
        "regels": [_regel_as_json(regel) for regel in stand.regels],
    }


def _regel_as_json(regel: "Toetsregel") -> dict[str, Any]:
    """Return one row as plain data."""
    vraag, melding = regel.vraag, regel.melding
    return {
        "partij": vraag.partij,
        "regelcode": vraag.regelcode,
        "afspraak": vraag.nummer or None,
        "titel": vraag.titel,
        "thema": vraag.thema,
        "indicator": vraag.indicator.code if vraag.vraagt_getal else "",
        "nodig": None if vraag.doel is None else float(vraag.doel),
        "bereikt": None if regel.cijfer is None else float(regel.cijfer),
        "stand": melding.voortgang.value if melding and melding.voortgang else None,
        "licht": regel.licht.value,
        "berekend": regel.oordeel.licht.value,
        "reden": regel.reden,
        "aangepast": regel.keuze is not None,
        "toelichting": melding.toelichting if melding else "",
        "herkomst": {
            "bereikt": [_plek_as_json(plek) for plek in regel.bronnen],
            **{v: [_plek_as_json(p) for p in plekken] for v, plekken in vraag.herkomst.items()},
        },
    }


def _plek_as_json(plek: "Plek") -> dict[str, Any]:
    """Return one place as plain data."""
    return {
        "inzending": plek.inzending,
        "bestand": plek.bestand,
        "blad": plek.blad,
        "cel": plek.cel,
        "regel": plek.regel,
    }


def _print_stand(stand: "Toetsstand", namen: "Namen") -> None:
    """Print the state for people."""
    from cycle.domain.licht import Licht
    from cycle.domain.notatie import datum, opsomming

    peildatum = datum(stand.moment.peildatum(stand.jaar))
    click.echo(f"Stand van zaken {stand.moment.value} {stand.jaar}, op {peildatum}\n")
    zonder = [namen.partij(code) for code in stand.zonder_opgave]
    click.echo(f"Nog geen opgave van: {opsomming(zonder)}." if zonder else "Alle opgaven zijn er.")
    for licht in reversed(Licht):
        click.echo(f"  {licht.teken} {licht.value}: {stand.tel(licht)}")
    if not stand.afwijkingen:
        return
    click.echo()
    print_tabel(
        [Kolom("regel", vast=True), Kolom("partij"), Kolom("licht"), Kolom("stand")],
        [
            (
                r.vraag.regelcode,
                namen.partij(r.vraag.partij),
                f"{r.licht.teken} {r.licht.value}{' (aangepast)' if r.keuze else ''}",
                "; ".join(filter(None, (r.voortgang_tekst, r.vergelijking))) + f". {r.reden}",
            )
            for r in stand.afwijkingen
        ],
    )
