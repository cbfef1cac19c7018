"""Opdrachten: every command with the module it lives in and its first line of help."""

from workflows.cli.opdracht import Verwijzing

_JAAR = "Het jaar"
_BEKIJKEN = "Bekijken en controleren"
_BEGINNEN = "Beginnen"
_BEHEER = "Beheer"

OPDRACHTEN: tuple[Verwijzing, ...] = (
    Verwijzing(
        "demo", "workflows.cli.demo:demo", "Speel een heel jaar na met voorbeeldcijfers.", _BEGINNEN
    ),
    Verwijzing(
        "nieuw", "workflows.cli.nieuw:nieuw", "Maak de map van een nieuwe samenwerking.", _BEGINNEN
    ),
    Verwijzing(
        "cyclus",
        "workflows.cli.cyclus:cyclus",
        "Start het jaar, zet een stap, zie de stand.",
        _JAAR,
    ),
    Verwijzing(
        "uitnodig",
        "workflows.cli.uitnodig:uitnodig",
        "Nodig partijen uit voor de bijeenkomsten.",
        _JAAR,
    ),
    Verwijzing(
        "kickoff",
        "workflows.cli.kickoff:kickoff",
        "Bereid de startbijeenkomst voor en kies de top 3.",
        _JAAR,
    ),
    Verwijzing(
        "bieding", "workflows.cli.bieding:bieding", "Maak formulieren en lees ze terug.", _JAAR
    ),
    Verwijzing("concept", "workflows.cli.concept:concept", "Maak een concept en deel het.", _JAAR),
    Verwijzing(
        "reacties",
        "workflows.cli.reacties:reacties",
        "Lees reacties van partijen en beslis erover.",
        _JAAR,
    ),
    Verwijzing(
        "besluit", "workflows.cli.besluit:besluit", "Leg het besluit van een orgaan vast.", _JAAR
    ),
    Verwijzing(
        "onderteken", "workflows.cli.onderteken:onderteken", "Leg een handtekening vast.", _JAAR
    ),
    Verwijzing(
        "teken",
        "workflows.cli.teken:teken",
        "Laat de vastgestelde jaarschijf ondertekenen.",
        _JAAR,
    ),
    Verwijzing(
        "dossier",
        "workflows.cli.dossier:dossier",
        "Maak het archiefdossier, lever en publiceer.",
        _JAAR,
    ),
    Verwijzing(
        "toets",
        "workflows.cli.toets:toets",
        "Kijk in april en september hoe het staat.",
        _JAAR,
    ),
    Verwijzing(
        "herinner", "workflows.cli.herinner:herinner", "Herinner wie nog iets moet doen.", _JAAR
    ),
    Verwijzing("post", "workflows.cli.post:post", "Zie wat er met de mail gebeurde.", _JAAR),
    Verwijzing(
        "dagelijks", "workflows.cli.dagelijks:dagelijks", "Doe wat vandaag aan de beurt is.", _JAAR
    ),
    Verwijzing("controle", "workflows.cli.controle:controle", "Controleer de inhoud.", _BEKIJKEN),
    Verwijzing(
        "sjabloon",
        "workflows.cli.sjabloon:sjabloon",
        "Controleer Word-sjablonen.",
        _BEKIJKEN,
    ),
    Verwijzing(
        "kalender",
        "workflows.cli.kalender:kalender",
        "Toon alle termijnen van een jaar.",
        _BEKIJKEN,
    ),
    Verwijzing(
        "abonnement",
        "workflows.cli.abonnement:abonnement",
        "Toon de agenda die elke partij kan volgen.",
        _BEKIJKEN,
    ),
    Verwijzing(
        "verschil",
        "workflows.cli.verschil:verschil",
        "Zie wat er is veranderd sinds een eerdere versie.",
        _BEKIJKEN,
    ),
    Verwijzing(
        "opgave",
        "workflows.cli.opgave:opgave",
        "Zie hoe ver elk doel is en wat er nog open is.",
        _BEKIJKEN,
    ),
    Verwijzing(
        "verdeling",
        "workflows.cli.verdeling:verdeling",
        "Zie wie wat doet naar rato, met het saldo.",
        _BEKIJKEN,
    ),
    Verwijzing(
        "optelling",
        "workflows.cli.optelling:optelling",
        "Tel alle samenwerkingen op, per regio.",
        _BEKIJKEN,
    ),
    Verwijzing(
        "beeld",
        "workflows.cli.beeld:beeld",
        "Teken per thema hoe het staat met de doelen.",
        _BEKIJKEN,
    ),
    Verwijzing(
        "herkomst",
        "workflows.cli.herkomst:herkomst",
        "Zoek uit waar een cijfer vandaan komt.",
        _BEKIJKEN,
    ),
    Verwijzing(
        "verifieer",
        "workflows.cli.verifieer:verifieer",
        "Kijk of een getekend bestand of dossier echt is.",
        _BEKIJKEN,
    ),
    Verwijzing(
        "dienst", "workflows.cli.dienst:dienst", "Laat het programma elke dag werken.", _BEHEER
    ),
    Verwijzing(
        "audit", "workflows.cli.audit:audit", "Controleer en toon wat er is gebeurd.", _BEHEER
    ),
    Verwijzing("backup", "workflows.cli.backup:backup", "Bewaar alles in één bestand.", _BEHEER),
    Verwijzing("herstel", "workflows.cli.herstel:herstel", "Zet een reservekopie terug.", _BEHEER),
)
"""In the order in which somebody meets them."""
