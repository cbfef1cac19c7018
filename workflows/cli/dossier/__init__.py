"""``jaarschijf dossier``: the archiefdossier of a jaarschijf, its delivery and its publication."""

import click

from workflows.cli.opdracht import Groep, Verwijzing

_MAAK = "maak"


class Dossiergroep(Groep):
    """A group in which ``dossier hoogeveen 2024`` is short for ``dossier maak hoogeveen 2024``."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command with this name; any other word is a samenwerking."""
        return super().get_command(ctx, cmd_name if cmd_name in self.opdrachten else _MAAK)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command; a word without a year behind it is a misspelt command."""
        naam, *rest = args
        if naam in self.opdrachten:
            return super().resolve_command(ctx, args)
        getallen = [woord for woord in rest if not woord.startswith("-")][:1]
        if not getallen or not getallen[0].isdecimal():
            raise click.NoSuchCommand(naam, possibilities=self.opdrachten, ctx=ctx)
        return _MAAK, self.get_command(ctx, _MAAK), args


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
