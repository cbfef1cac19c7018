"""Reactieuitvoer: reactions of partijen on screen and as JSON."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from workflows.cli.fouten import indent
from workflows.cli.uitvoer import Kolom, aantal, print_tabel

if TYPE_CHECKING:
    from cycle.domain.reactie import Reactie, Teruggekomen
    from cycle.domain.reactietabel import Reactieregel
    from cycle.services.receive_reacties import Reactieontvangst


def print_reacties(reacties: "Sequence[Reactie]") -> None:
    """Write the reactions of one file, place by place in the order of the document."""
    from cycle.domain.notatie import datum
    from cycle.domain.reactietabel import reactie_tekst

    vorige = ""
    for reactie in reacties:
        plek = reactie.vindplaats.plek
        if plek != vorige:
            click.secho(indent(plek).strip(), bold=True)
            vorige = plek
        wie = f"{reactie.auteur}, {datum(reactie.op)}" if reactie.op else reactie.auteur
        click.echo(indent(f"{reactie_tekst(reactie)} ({wie})"))
    if reacties:
        click.echo()


def print_tabelregels(regels: "Sequence[Reactieregel]", mislukt: Mapping[int, str]) -> None:
    """Write the reactietabel; what is in `mislukt` waits for somebody's hand."""
    from cycle.domain.reactietabel import reactie_tekst

    if not regels:
        return
    kolommen = [
        Kolom("nr.", vast=True, rechts=True),
        Kolom("partij", vast=True),
        Kolom("waar"),
        Kolom("reactie"),
        Kolom("besluit"),
        Kolom("antwoord"),
    ]
    print_tabel(
        kolommen,
        [
            (
                str(regel.nummer),
                regel.ingebracht.partij,
                f"{regel.ingebracht.reactie.vindplaats.plek} (versie {regel.ingebracht.versie})",
                reactie_tekst(regel.ingebracht.reactie),
                _besluit(regel, is_mislukt=regel.nummer in mislukt),
                regel.besluit.antwoord if regel.besluit else "",
            )
            for regel in regels
        ],
    )
    click.echo()


def _besluit(regel: "Reactieregel", *, is_mislukt: bool) -> str:
    """Return the decision in a word or two."""
    if regel.besluit is None:
        return "open"
    if is_mislukt:
        return f"{regel.besluit.keuze}, nog te verwerken"
    return f"{regel.besluit.keuze} (zelf)" if regel.besluit.is_handmatig else regel.besluit.keuze


def reactie_as_json(reactie: "Reactie") -> dict[str, Any]:
    """Return a change or a comment as plain data; dates are ISO."""
    from cycle.domain.reactie import Opmerking

    gedeeld = {
        "afspraak": reactie.vindplaats.afspraak,
        "actie": reactie.vindplaats.actie,
        "plek": reactie.vindplaats.plek,
        "auteur": reactie.auteur,
        "op": reactie.op.isoformat() if reactie.op else None,
    }
    if isinstance(reactie, Opmerking):
        return {
            "soort": "opmerking",
            **gedeeld,
            "tekst": reactie.tekst,
            "bij": reactie.bij,
            "replieken": [
                {
                    "auteur": repliek.auteur,
                    "op": repliek.op.isoformat() if repliek.op else None,
                    "tekst": repliek.tekst,
                }
                for repliek in reactie.replieken
            ],
        }
    return {
        "soort": reactie.soort.value,
        **gedeeld,
        "onderdeel": reactie.onderdeel.value,
        "oud": reactie.oud,
        "nieuw": reactie.nieuw,
        "alinea": reactie.alinea,
    }


def regel_as_json(regel: "Reactieregel", nog_te_verwerken: str) -> dict[str, Any]:
    """Return a row of the reactietabel as plain data; the second says what is left to do."""
    besluit = regel.besluit
    return {
        "nummer": regel.nummer,
        "partij": regel.ingebracht.partij,
        "versie": regel.ingebracht.versie,
        "ontvangen_op": regel.ingebracht.ontvangen_op.isoformat(),
        "bestand": regel.ingebracht.bestandsnaam,
        "reactie": reactie_as_json(regel.ingebracht.reactie),
        "besluit": None
        if besluit is None
        else {
            "keuze": besluit.keuze.value,
            "op": besluit.op.isoformat(),
            "antwoord": besluit.antwoord,
            "zelf": besluit.is_handmatig,
        },
        "nog_te_verwerken": nog_te_verwerken,
    }


def describe_document(terug: "Teruggekomen") -> str:
    """Return which draft came back, as far as the file says so."""
    kenmerk = terug.kenmerk
    if kenmerk is None:
        return "Dit document is zijn kenmerk kwijt. Boeken kan met --bij en --partij."
    uitgave = f"de uitgave van {kenmerk.uitgave}" if kenmerk.uitgave else "de gezamenlijke uitgave"
    zonder = "" if kenmerk.uitgave else " Boeken kan met --partij."
    return f"Dit is {uitgave}, versie {kenmerk.versie} van {kenmerk.id}.{zonder}"


def describe_ontvangst(ontvangst: "Reactieontvangst") -> str:
    """Return what was kept of one file."""
    nieuw = ontvangst.nieuw
    delen = []
    if nieuw:
        nummers = f"{nieuw[0].nummer}" + (f" tot en met {nieuw[-1].nummer}" if nieuw[1:] else "")
        delen.append(f"Geboekt van {ontvangst.partij}, met nummer {nummers}.")
    if ontvangst.bekend:
        delen.append(f"{aantal(ontvangst.bekend, 'reactie was', 'reacties waren')} al geboekt.")
    if not delen:
        delen.append("Er is niets te boeken: in dit bestand staan geen wijzigingen.")
    if ontvangst.versie != ontvangst.geldend:
        delen.append(
            f"Let op: dit gaat over versie {ontvangst.versie}. Nu geldt versie {ontvangst.geldend}."
        )
    return " ".join(delen)
