"""``jaarschijf bieding``: the forms go out, and come back with findings per cell."""

from workflows.cli.opdracht import Groep, Verwijzing

bieding = Groep(
    "bieding",
    opdrachten=(
        Verwijzing(
            "formulier",
            "workflows.cli.formulier:formulier",
            "Maak voor elke partij een formulier.",
        ),
        Verwijzing("lees", "workflows.cli.lees:lees", "Lees en controleer ingevulde formulieren."),
        Verwijzing("terug", "workflows.cli.terug:terug", "Maak wat u aan de partij terugstuurt."),
    ),
    help="Maak formulieren voor de biedingen en lees ze terug.",
    voorbeelden=(
        "jaarschijf bieding formulier hoogeveen 2024 --uit formulieren",
        "jaarschijf bieding lees bieding-2024-domesta.xlsx",
        "jaarschijf bieding terug bieding-2024-domesta.xlsx --uit terug",
    ),
)
