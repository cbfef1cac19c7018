"""Postuitvoer: mail and what became of it, on screen and as JSON."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from workflows.cli.uitvoer import (
    Kolom,
    aantal,
    bevinding_as_json,
    print_bevindingen,
    print_tabel,
)

if TYPE_CHECKING:
    from cycle.domain.bericht import Postbericht
    from cycle.domain.bevinding import Bevinding
    from cycle.domain.postverslag import Postverslag

Cyclussleutel = tuple[str, int]
"""Samenwerking and jaar."""


def _onverzonden(alle: tuple["Postbericht", ...]) -> list["Postbericht"]:
    """Return the mail that is not sent."""
    from cycle.domain.bericht import Berichtstaat

    return [p for p in alle if p.staat is not Berichtstaat.VERZONDEN]


def post_as_json(
    alle: dict[Cyclussleutel, tuple["Postbericht", ...]], bevindingen: list["Bevinding"]
) -> dict[str, Any]:
    """Return mail and findings as plain data."""
    return {
        "cycli": [
            {
                "samenwerking": samenwerking,
                "jaar": jaar,
                "verzonden": len(berichten) - len(_onverzonden(berichten)),
                "berichten": [
                    _bericht_as_json(f"{samenwerking}/{jaar}", p) for p in _onverzonden(berichten)
                ],
            }
            for (samenwerking, jaar), berichten in alle.items()
        ],
        "bevindingen": [bevinding_as_json(b) for b in bevindingen],
    }


def _bericht_as_json(plek: str, post_: "Postbericht") -> dict[str, Any]:
    """Return one mail as plain data, without its text."""
    volgende = post_.volgende_poging
    return {
        "sleutel": f"{plek}/{post_.bericht.sleutel}",
        "aan": post_.bericht.aan,
        "onderwerp": post_.bericht.onderwerp,
        "soort": post_.bericht.soort.value,
        "staat": post_.staat.value,
        "gepland_op": post_.bericht.gepland_op.isoformat(),
        "pogingen": post_.pogingen,
        "antwoord": post_.antwoord,
        "code": post_.code,
        "volgende_poging": volgende.isoformat() if volgende else None,
    }


def print_post(
    alle: dict[Cyclussleutel, tuple["Postbericht", ...]], bevindingen: list["Bevinding"]
) -> None:
    """Print a table of what is not sent, and the findings."""
    rijen = [
        (f"{s}/{j}/{p.bericht.sleutel}", p.staat.value, p.bericht.aan, _antwoord(p))
        for (s, j), berichten in alle.items()
        for p in _onverzonden(berichten)
    ]
    if rijen:
        print_tabel(
            [
                Kolom("sleutel", vast=True),
                Kolom("stand", vast=True),
                Kolom("aan"),
                Kolom("laatste antwoord"),
            ],
            rijen,
        )
        click.echo()
    verzonden = sum(len(b) - len(_onverzonden(b)) for b in alle.values())
    bestanden = sum(p.is_bestand for b in alle.values() for p in b)
    click.echo(f"{aantal(verzonden - bestanden, 'mail is', 'mails zijn')} verzonden.")
    if bestanden:
        click.echo(
            f"{aantal(bestanden, 'mail staat', 'mails staan')} als bestand in de map postvak-uit. "
            "Die gingen niet per mail de deur uit."
        )
    if not rijen:
        click.echo("Er staat geen mail klaar.")
    if bevindingen:
        click.echo()
        print_bevindingen(bevindingen)


def _antwoord(post_: "Postbericht") -> str:
    """Return the last answer in words, with the code of the server and the next attempt."""
    delen = [post_.antwoord, f"({post_.code})" if post_.code else ""]
    if post_.volgende_poging:
        wanneer = post_.volgende_poging.in_timezone("Europe/Amsterdam").format("D-M-YYYY H.mm")
        delen.append(f"Poging {post_.pogingen + 1} na {wanneer} uur.")
    return " ".join(deel for deel in delen if deel)


def verslag_as_json(cyclus: Cyclussleutel, verslag: "Postverslag") -> dict[str, Any]:
    """Return what was sent as plain data."""
    return {"samenwerking": cyclus[0], "jaar": cyclus[1], **asdict(verslag)}


def print_verslagen(verslagen: dict[Cyclussleutel, "Postverslag"]) -> None:
    """Print what became of the mail of each cyclus."""
    for (samenwerking, jaar), verslag in verslagen.items():
        delen = [
            f"{len(sleutels)} {woord}"
            for woord, sleutels in (
                ("verzonden", verslag.verzonden),
                ("als bestand in de map postvak-uit gezet", verslag.als_bestand),
                ("uitgesteld", verslag.uitgesteld),
                ("mislukt", verslag.mislukt),
                ("onzeker", verslag.onzeker),
            )
            if sleutels
        ]
        click.echo(f"{samenwerking} {jaar}: {', '.join(delen) or 'er stond geen mail klaar'}.")
        if verslag.storing:
            click.echo(f"  {verslag.storing}", err=True)
    if not verslagen:
        click.echo("Er loopt nu geen cyclus.")
