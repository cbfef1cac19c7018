"""``jaarschijf dossier``: the archiefdossier of a jaarschijf, its delivery and its publication."""

import click

from workflows.cli.opdracht import Groep, Verwijzing

_MAAK = "maak"


class Dossiergroep(Groep):
    """A group that makes the dossier when a samenwerking stands where a command could."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command; ``dossier hoogeveen 2024`` is short for ``dossier maak …``."""
        rest = [woord for woord in args[1:] if not woord.startswith("-")]
        if args[0] not in self.opdrachten and rest[:1] and rest[0].isdecimal():
            return _MAAK, self.get_command(ctx, _MAAK), args
        return super().resolve_command(ctx, args)


_OPDRACHTEN = (
    Verwijzing(
        _MAAK, "workflows.cli.dossier.maak:maak", "Maak het archiefdossier, in één bestand."
    ),
    Verwijzing(
        "levering",
        "workflows.cli.dossier.levering:levering",
        "Toon wat er voor 15 december bij wie moet zijn.",
    ),
    Verwijzing(
        "geleverd",
        "workflows.cli.dossier.geleverd:geleverd",
        "Leg een levering vast, met bewijs.",
    ),
    Verwijzing(
        "verklaring",
        "workflows.cli.dossier.verklaring:verklaring",
        "Maak het model van de bestuursverklaring.",
    ),
    Verwijzing(
        "publiceer",
        "workflows.cli.dossier.publiceer:publiceer",
        "Maak een kopie voor de website.",
    ),
    Verwijzing(
        "stempel",
        "workflows.cli.dossier.stempel:stempel",
        "Zet het jaarlijkse tijdstempel.",
    ),
)
"""In the order in which somebody meets them; each lives in a module of its own."""


@click.command(
    cls=Dossiergroep,
    opdrachten=_OPDRACHTEN,
    help="Maak het archiefdossier van een vastgestelde jaarschijf, leg vast wat er is geleverd, en "
    "maak een kopie voor de website.\n\n"
    "Met jaarschijf dossier SAMENWERKING JAAR maakt u het dossier. Wilt u een dossier met een "
    "voorwaarde heropenen? Dat doet u met jaarschijf cyclus dossier.",
    voorbeelden=(
        "jaarschijf dossier hoogeveen 2024",
        "jaarschijf dossier levering hoogeveen 2024",
        "jaarschijf dossier publiceer hoogeveen 2024",
    ),
)
def dossier() -> None:
    """Hold the commands."""
