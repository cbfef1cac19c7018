"""Bevindingen: every finding on a returned PDF, with its sentence and what to do.

The sentences are for a secretaris. ``docs/meldingen.md`` holds the same codes.
"""

from typing import Final

from cycle.domain.bevinding import Bevinding, Ernst

_ANDER = "Vraag de afzender om het bestand zoals het van de ondertekenaar kwam."
_OPNIEUW = "Laat deze partij opnieuw tekenen, in het bestand dat u zelf hebt verstuurd."
_VASTGESTELD = "Laat de vastgestelde versie tekenen: het bestand uit de overdrachtmap."
_VERTROUW = (
    "Vertrouwt u de uitgever? Zet zijn certificaat in de map JAARSCHIJF_VERTROUWD, of geef het bij "
    "verifieer mee met --vertrouw."
)

_ZINNEN: Final[dict[str, tuple[Ernst, str, str]]] = {
    "V001": (Ernst.BLOKKADE, "Het bestand is {wat}.", _ANDER),
    "V002": (Ernst.BLOKKADE, "Dit is geen PDF, of de PDF is beschadigd: {wat}.", _ANDER),
    "V003": (
        Ernst.BLOKKADE,
        "Het lezen van dit bestand kost te veel tijd of geheugen.",
        "Open het niet. Vraag de afzender waar het vandaan komt.",
    ),
    "V004": (
        Ernst.BLOKKADE,
        "In de PDF zit iets wat zelf iets kan doen: {wat}.",
        "Open het niet. Vraag de afzender om een gewone PDF.",
    ),
    "V005": (
        Ernst.BLOKKADE,
        "De PDF is versleuteld.",
        "Vraag om het bestand zonder wachtwoord en zonder beperkingen.",
    ),
    "V006": (
        Ernst.BLOKKADE,
        "In de PDF zit een ander bestand.",
        "Vraag om de PDF zonder bijlagen. Een bewijsstuk van een dienst bewaart u apart.",
    ),
    "V007": (Ernst.BLOKKADE, "De PDF heeft geen gewone maten: {wat}.", _ANDER),
    "V008": (Ernst.BLOKKADE, "{wat}", _ANDER),
    "V009": (
        Ernst.FOUT,
        "Het bestand is veranderd sinds het is vastgelegd.",
        "Gebruik het bestand zoals het bij ontvangst is bewaard.",
    ),
    "V010": (
        Ernst.FOUT,
        "Het bestand begint niet met de vastgestelde versie. {wat}",
        _VASTGESTELD,
    ),
    "V011": (
        Ernst.FOUT,
        "Na het vaststellen is meer veranderd dan er handtekeningen kwamen. {wat}",
        _VASTGESTELD,
    ),
    "V012": (Ernst.FOUT, "De plek om te tekenen van {wat} is weg.", _VASTGESTELD),
    "V013": (
        Ernst.FOUT,
        "Er is een invulveld dat niet in de vastgestelde versie stond: {wat}.",
        _VASTGESTELD,
    ),
    "V014": (
        Ernst.FOUT,
        "Er staat een handtekening op een plek die niemand kent: {wat}.",
        _VASTGESTELD,
    ),
    "V015": (
        Ernst.FOUT,
        "De vastgestelde versie die u meegaf, is niet die van het manifest.",
        "Zoek de vastgestelde PDF die bij dit manifest hoort.",
    ),
    "V020": (Ernst.WAARSCHUWING, "De handtekening ontbreekt nog.", "Vraag deze partij te tekenen."),
    "V021": (
        Ernst.FOUT,
        "De bytes waarop is getekend, zijn daarna veranderd.",
        _ANDER,
    ),
    "V022": (Ernst.FOUT, "De handtekening is niet te lezen of klopt niet. {wat}", _OPNIEUW),
    "V023": (
        Ernst.FOUT,
        "Na deze handtekening is de inhoud gewijzigd. {wat}",
        _ANDER,
    ),
    "V024": (Ernst.FOUT, "Het certificaat van {wat} is niet van een bekende uitgever.", _VERTROUW),
    "V025": (
        Ernst.FOUT,
        "Het certificaat van {wat} gold niet op het moment van tekenen.",
        _OPNIEUW,
    ),
    "V026": (Ernst.FOUT, "Het certificaat van {wat} is ingetrokken.", _OPNIEUW),
    "V027": (
        Ernst.FOUT,
        "Getekend door {wat}. Die mag hier niet tekenen.",
        "Laat de juiste persoon tekenen, of leg eerst een volmacht vast.",
    ),
    "V028": (Ernst.FOUT, "Getekend op {wat}. Dat is buiten de dagen om te tekenen.", _OPNIEUW),
    "V029": (
        Ernst.WAARSCHUWING,
        "Niet nagegaan is of het certificaat{wat} was ingetrokken.",
        "Zet de lijst van de uitgever (.crl) bij zijn certificaat, of vraag het de uitgever.",
    ),
    "V030": (
        Ernst.WAARSCHUWING,
        "Het moment van tekenen is niet bewezen: er is geen tijdstempel.",
        "U hoeft niets te doen. Leg het bestand vast op de dag dat u het krijgt.",
    ),
    "V031": (Ernst.FOUT, "Achter de handtekening staan tekens die er niet horen.", _ANDER),
    "V032": (
        Ernst.FOUT,
        "De handtekening is gezet met een zwakke rekenwijze.",
        _OPNIEUW,
    ),
    "V033": (Ernst.FOUT, "Het tijdstempel hoort niet bij deze handtekening.", _OPNIEUW),
    "V034": (
        Ernst.WAARSCHUWING,
        "Getekend door {wat}. Niet nagegaan is of die mag tekenen.",
        "Kijk zelf of dit de juiste persoon is.",
    ),
    "V035": (Ernst.FOUT, "De handtekening geldt niet voor het hele bestand van toen.", _OPNIEUW),
    "V036": (
        Ernst.WAARSCHUWING,
        "De PDF wijkt op een punt af van de norm, maar is goed te lezen.",
        "U hoeft niets te doen.",
    ),
    "V037": (
        Ernst.WAARSCHUWING,
        "Het tijdstempel is van een dienst die u niet kent: {wat}. Het telt niet mee als bewijs.",
        _VERTROUW,
    ),
    "V038": (
        Ernst.FOUT,
        "Na de eerste handtekening kwam er een leeg invulveld bij: {wat}.",
        "Vraag de afzender waarom. Geef het manifest mee om zeker te zijn.",
    ),
    "V040": (
        Ernst.FOUT,
        "Bladzijde {wat}",
        "Vergelijk deze bladzijde met de vastgestelde versie, en laat die tekenen.",
    ),
    "V041": (Ernst.FOUT, "Er ontbreken bladzijden: {wat}.", _VASTGESTELD),
    "V042": (
        Ernst.FOUT,
        "Achteraan is een bladzijde toegevoegd die op een afspraak lijkt: {wat}.",
        _VASTGESTELD,
    ),
    "V043": (
        Ernst.FOUT,
        "Bladzijde {wat} ziet er anders uit dan in de vastgestelde versie.",
        "Leg de twee bladzijden naast elkaar.",
    ),
    "V044": (
        Ernst.FOUT,
        "Er is geen geldig zegel van een dienst die u vertrouwt. {wat}",
        "Vertrouwt u de dienst? Zet zijn certificaat in de map JAARSCHIJF_DIENSTEN, of geef het "
        "bij verifieer mee met --dienst.",
    ),
    "V045": (
        Ernst.FOUT,
        "De vastgestelde versie zelf ontbreekt. Zonder is geen vergelijking mogelijk.",
        "Geef haar mee met --vastgesteld.",
    ),
    "V046": (
        Ernst.WAARSCHUWING,
        "Op bladzijde {wat} is buiten de plekken om te tekenen iets bijgekomen.",
        "Kijk zelf of dat alleen een naam, een stempel of een handtekening is.",
    ),
    "V047": (
        Ernst.INFO,
        "De dienst heeft achteraan {wat} toegevoegd.",
        "U hoeft niets te doen. Bewaar het als bewijs.",
    ),
    "V050": (
        Ernst.WAARSCHUWING,
        "De scan heeft meer bladzijden dan de vastgestelde versie: {wat}.",
        "Kijk zelf of dat alleen een brief of een leeg blad is.",
    ),
    "V051": (
        Ernst.FOUT,
        "Dezelfde handtekening staat op meer dan een plek: {wat}.",
        _OPNIEUW,
    ),
    "V048": (
        Ernst.FOUT,
        "In dit bestand staat geen enkele handtekening.",
        "Is dit het getekende bestand? Vraag de afzender er anders om.",
    ),
    "V049": (
        Ernst.FOUT,
        "Deze handtekening klopt niet: {wat}.",
        "Bij de handtekening zelf staat wat er is.",
    ),
}
"""Per code: how serious, what is wrong (``{wat}`` is filled in), and what to do."""


def bevinding(code: str, plek: str, wat: str = "") -> Bevinding:
    """Return the finding with this code on this place; `wat` fills the gap in its sentence."""
    ernst, melding, advies = _ZINNEN[code]
    return Bevinding(code, ernst, plek, melding.format(wat=wat).strip(), advies)
