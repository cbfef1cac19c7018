"""``jaarschijf herkomst``: for every figure the submission, sheet and cell it came from."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from decimal import Decimal
from textwrap import shorten
from typing import TYPE_CHECKING, Final

import click

from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import Kolom, aantal, print_json, print_tabel

if TYPE_CHECKING:
    from cycle.domain.samenwerking import Samenwerking
    from cycle.services.trace_cijfers import Spoor

_TEKST: Final = 24
"""Characters of a value that fit in a table; ``--json`` gives all of it."""

_GETAL: Final = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|-?[0-9]+(?:,[0-9]+)?")
_NAMEN: Final = {"na_bod_rest": "rest na bod", "tempo": "per jaar daarna"}
"""How a figure is called on the screen when that is not its key in ``--json``."""


@click.command(
    cls=Opdracht,
    help="Zoek uit waar een cijfer in de jaarschijf vandaan komt.\n\n"
    "U ziet van elk cijfer de inzending, het blad en de cel. Een cijfer uit de afspraken zelf "
    "heeft een bestand en een regel. Bij een berekend cijfer staat de berekening.",
    voorbeelden=(
        "jaarschijf herkomst hoogeveen 2024 --afspraak 1",
        "jaarschijf herkomst hoogeveen 2024 --partij domesta",
        "jaarschijf herkomst hoogeveen 2024 --cijfer 62",
    ),
)
@vraag_jaarschijf
@click.option("--afspraak", type=int, metavar="NUMMER", help="Alleen deze afspraak.")
@click.option("--partij", metavar="NAAM", help="Alleen deze partij: de korte of de hele naam.")
@click.option("--cijfer", metavar="GETAL", help="Alleen waar dit getal staat, zoals 62 of 3.008.")
@met_json
@click.pass_obj
def herkomst(
    omgeving: Omgeving,
    /,
    samenwerking: str,
    jaar: int,
    afspraak: int | None,
    **alleen: str | None,
) -> None:
    """Print the trail of every figure in the latest version."""
    from cycle.services.trace_cijfers import trace_cijfers

    with omgeving.toolkit_op_gegevens() as toolkit:
        inhoud = toolkit.bibliotheek.load(samenwerking)
        _check_nummer(inhoud, afspraak)
        naam = find_partijnaam(inhoud, alleen["partij"]) if alleen["partij"] else None
        getal = _lees_getal(alleen["cijfer"]) if alleen["cijfer"] else None
        sporen = [
            spoor
            for spoor in trace_cijfers(toolkit, samenwerking, jaar, nummer=afspraak)
            if naam in (None, spoor.partij) and (getal is None or getal in _getallen(spoor.waarde))
        ]
    if omgeving.als_json:
        print_json({"herkomst": [asdict(spoor) for spoor in sporen]})
        return
    for nummer in dict.fromkeys(spoor.nummer for spoor in sporen):
        _print_afspraak(inhoud, nummer, [s for s in sporen if s.nummer == nummer])
    if sporen:
        click.echo(f"{aantal(len(sporen), 'plek', 'plekken')} gevonden.")
    else:
        click.echo("Bij deze keuze staat geen cijfer in de jaarschijf.")


def find_partijnaam(inhoud: "Samenwerking", gevraagd: str) -> str:
    """Return the name under which a partij stands in the jaarschijf.

    Raises:
        NietGevonden: nobody has this short or full name; the advice lists the short ones.
    """
    for partij in inhoud.partijen:
        if gevraagd.casefold() in (partij.code.casefold(), partij.naam.casefold()):
            return partij.naam
    return inhoud.partij(gevraagd).naam


def _lees_getal(tekst: str) -> Decimal:
    """Return the number that is sought.

    Raises:
        InvoerError: there is no number, or more than one.
    """
    from cycle.domain.errors import InvoerError

    getallen = _getallen(tekst)
    if len(getallen) != 1:
        raise InvoerError(
            f"'{tekst}' is geen getal.", advies="Typ één getal, zoals 62, 3.008 of 6,8."
        )
    return getallen[0]


def _getallen(tekst: str) -> list[Decimal]:
    """Return every number in a text in Dutch notation: ``ten minste 3.008 woningen``."""
    return [Decimal(deel.replace(".", "").replace(",", ".")) for deel in _GETAL.findall(tekst)]


def _check_nummer(inhoud: "Samenwerking", nummer: int | None) -> None:
    """Refuse the number of an afspraak that does not exist; 0 stands for whole tables.

    Raises:
        NietGevonden: with the numbers there are.
    """
    from cycle.domain.errors import NietGevonden

    nummers = [a.nummer for a in inhoud.afspraken]
    if nummer not in (None, 0, *nummers):
        raise NietGevonden(
            f"Afspraak {nummer} bestaat niet in {inhoud.naam}.",
            advies=f"Kies een nummer van {min(nummers)} tot en met {max(nummers)}.",
        )


def _print_afspraak(inhoud: "Samenwerking", nummer: int, sporen: list["Spoor"]) -> None:
    """Print the trails of one afspraak; number 0 holds what belongs to none."""
    titels = {a.nummer: f"Afspraak {a.nummer}. {a.titel}" for a in inhoud.afspraken}
    kop = titels.get(nummer, "Niet bij één afspraak")
    click.secho(f"{kop}\n", bold=True)
    for wie in dict.fromkeys((spoor.indicator, spoor.partij) for spoor in sporen):
        click.echo(", ".join(filter(None, wie)))
        print_tabel(
            [Kolom("", vast=True), Kolom(""), Kolom("")],
            list(_rijen([s for s in sporen if (s.indicator, s.partij) == wie])),
        )
        click.echo()


def _rijen(sporen: list["Spoor"]) -> Iterator[tuple[str, str, str]]:
    """Yield a row per place; a figure with more places is named once, a long text is cut."""
    vorige = ("", "")
    for spoor in sporen:
        cijfer = (
            _NAMEN.get(spoor.cijfer, spoor.cijfer),
            shorten(spoor.waarde, _TEKST, placeholder=" …"),
        )
        yield (*(("", "") if cijfer == vorige else cijfer), spoor.bron)
        vorige = cijfer
