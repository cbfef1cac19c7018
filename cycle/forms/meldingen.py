"""Meldingen: the catalogue of findings on a returned form, one row per code.

A code never changes meaning. Texts are for the partner: what is the matter, what to do.
Words between braces are filled in with what the partner wrote or what the form asked.
"""

from dataclasses import dataclass
from typing import Final

from cycle.domain.bevinding import Bevinding, Ernst


@dataclass(frozen=True, slots=True)
class Melding:
    """One kind of finding: its code, class (short name), seriousness and two texts."""

    code: str
    klasse: str
    ernst: Ernst
    wat: str
    doe: str


_INFO, _LET_OP, _FOUT, _STOP = Ernst.INFO, Ernst.WAARSCHUWING, Ernst.FOUT, Ernst.BLOKKADE

_BESTAND = (
    Melding(
        "B001", "leeg", _STOP,
        "Het bestand is leeg.",
        "Sla uw formulier nog een keer op. Stuur het daarna opnieuw.",
    ),
    Melding(
        "B002", "verkeerd_type", _STOP,
        "Dit is geen Excel-bestand (.xlsx).",
        "Open uw formulier in Excel en kies Opslaan als. Kies het type Excel-werkmap (.xlsx).",
    ),
    Melding(
        "B003", "beschadigd", _STOP,
        "Wij kunnen dit bestand niet openen. Het is beschadigd of niet helemaal verstuurd.",
        "Open het bestand zelf en sla het op. Stuur het daarna opnieuw.",
    ),
    Melding(
        "B004", "wachtwoord", _STOP,
        "Op dit bestand zit een wachtwoord.",
        "Haal het weg in Excel: kies Bestand, Info, Werkmap beveiligen. Stuur het daarna opnieuw.",
    ),
    Melding(
        "B005", "te_groot", _STOP,
        "Dit bestand is te groot.",
        "Gebruik ons formulier. Plak er geen foto's of grote tabellen in.",
    ),
    Melding(
        "B006", "onveilig", _STOP,
        "In dit bestand zitten onderdelen die wij niet openen.",
        "Vraag de coördinator om een nieuw formulier en vul dat in.",
    ),
    Melding(
        "B007", "macros", _LET_OP,
        "In dit bestand zitten macro's. Wij voeren die niet uit.",
        "Controleer of de getallen in uw formulier kloppen.",
    ),
    Melding(
        "B010", "niet_herkend", _STOP,
        "Wij zien niet van wie dit formulier is.",
        "Gebruik het formulier dat u van ons kreeg. Bent u het kwijt? Vraag een nieuw formulier.",
    ),
)  # fmt: skip
_STRUCTUUR = (
    Melding(
        "S101", "blad_ontbreekt", _FOUT,
        "Het werkblad '{blad}' is weg.",
        "Zet het werkblad terug, of vul een nieuw formulier in.",
    ),
    Melding(
        "S102", "blad_hernoemd", _INFO,
        "Het werkblad '{blad}' heet nu '{ruw}'. Wij lezen het gewoon.",
        "U hoeft niets te doen.",
    ),
    Melding(
        "S103", "kolom_ontbreekt", _FOUT,
        "De kolom '{kop}' is weg.",
        "Zet de kolom terug met deze kop, of vul een nieuw formulier in.",
    ),
    Melding(
        "S104", "kolom_dubbel", _FOUT,
        "De kop '{kop}' staat er twee keer.",
        "Haal een van de twee kolommen weg.",
    ),
    Melding(
        "S107", "buiten_tabel", _LET_OP,
        "Er staat iets ver buiten de tabel. Dat lezen wij niet.",
        "Hoort dit bij uw bod? Zet het dan bij Toelichting of op het blad Extra.",
    ),
    Melding(
        "S108", "vast_gewijzigd", _LET_OP,
        "U hebt een grijze cel veranderd. Wij houden '{verwacht}' aan.",
        "Klopt onze tekst niet? Schrijf dat dan bij Toelichting.",
    ),
)  # fmt: skip
_REGELS = (
    Melding(
        "R201", "regel_ontbreekt", _FOUT,
        "De regel met code {regel} is weg.",
        "Zet de regel terug. Doet u niet mee? Kies dan 'nee' en leg uit waarom.",
    ),
    Melding(
        "R202", "regel_dubbel", _FOUT,
        "De regel met code {regel} staat er twee keer.",
        "Laat een van de twee regels staan.",
    ),
    Melding(
        "R203", "regel_onbekend", _FOUT,
        "Wij kennen de code '{ruw}' niet.",
        "Zet de goede code terug. Is dit een nieuw voorstel? Schrijf het op het blad Extra.",
    ),
    Melding(
        "R204", "regel_zonder_code", _LET_OP,
        "Deze regel heeft geen code. Wij tellen hem niet mee.",
        "Is dit een nieuw voorstel? Schrijf het op het blad Extra.",
    ),
)  # fmt: skip
_GETALLEN = (
    Melding(
        "W301", "geen_getal", _FOUT,
        "'{ruw}' is geen getal.",
        "Vul hier alleen een getal in, bijvoorbeeld 25. Uw uitleg past bij Toelichting.",
    ),
    Melding(
        "W302", "geen_heel_getal", _FOUT,
        "'{ruw}' is geen heel getal. Hier vragen wij een aantal.",
        "Vul een heel getal in. Duizend schrijft u als 1000 of 1.000.",
    ),
    Melding(
        "W303", "scheidingsteken", _LET_OP,
        "'{ruw}' kan op twee manieren gelezen worden. Wij lezen {gelezen}.",
        "Klopt dat niet? Schrijf het getal dan zonder punten.",
    ),
    Melding(
        "W304", "benadering", _LET_OP,
        "U schreef '{ruw}'. Wij rekenen met {gelezen} en lezen dat als '{kwalificatie}'.",
        "Klopt dat? Dan hoeft u niets te doen. Anders vult u een ander getal in.",
    ),
    Melding(
        "W305", "bandbreedte", _LET_OP,
        "U schreef '{ruw}'. Wij rekenen met het laagste getal: {gelezen}.",
        "Klopt dat? Dan hoeft u niets te doen. Anders vult u een getal in.",
    ),
    Melding(
        "W306", "eenheid", _FOUT,
        "'{ruw}' heeft een andere eenheid. Hier vragen wij {eenheid}.",
        "Vul alleen het getal in, in {eenheid}.",
    ),
    Melding(
        "W307", "negatief", _FOUT,
        "'{ruw}' is een bedrag onder nul.",
        "Vul een bedrag van 0 of hoger in.",
    ),
    Melding(
        "W308", "buiten_grens", _FOUT,
        "'{ruw}' kan hier niet.",
        "Vul een getal in van {laagste} tot en met {hoogste}.",
    ),
    Melding(
        "W309", "procent_dubbelzinnig", _LET_OP,
        "U schreef {gelezen}. Wij lezen dat als {gelezen} procent.",
        "Bedoelt u {maal_honderd} procent? Vul dan {maal_honderd} in.",
    ),
    Melding(
        "W310", "datum_in_getalveld", _FOUT,
        "Hier staat een datum: {ruw}. Wij vragen een getal.",
        "Vul het getal opnieuw in. Excel maakt van bijvoorbeeld 10-12 vanzelf een datum.",
    ),
    Melding(
        "W311", "formulefout", _FOUT,
        "De formule in deze cel geeft een fout: {ruw}.",
        "Haal de formule weg en vul het antwoord zelf in.",
    ),
    Melding(
        "W312", "formule_zonder_uitkomst", _FOUT,
        "De formule in deze cel heeft nog geen uitkomst.",
        "Open het bestand in Excel en sla het op. Of vul het antwoord zelf in.",
    ),
)  # fmt: skip
_ANTWOORDEN = (
    Melding("W313", "verplicht_leeg", _FOUT, "Hier mist een antwoord: {kop}", "Vul deze cel in."),
    Melding(
        "W314", "streepje", _LET_OP,
        "U schreef '{ruw}'. Wij lezen dat als: nog geen bod.",
        "Bedoelt u nul? Vul dan 0 in.",
    ),
    Melding(
        "W315", "onbekend", _LET_OP,
        "U schreef '{ruw}'. Wij lezen dat als: nog niet bekend.",
        "Schrijf bij Toelichting wanneer u het weet.",
    ),
    Melding(
        "W316", "niet_in_lijst", _FOUT,
        "'{ruw}' staat niet in de lijst.",
        "Kies ja, deels, nee of n.v.t. Uw uitleg past bij Toelichting.",
    ),
    Melding(
        "W317", "toelichting_nodig", _FOUT,
        "U kiest '{ruw}', maar legt niet uit waarom.",
        "Schrijf in een of twee zinnen bij Toelichting waarom.",
    ),
    Melding(
        "W318", "tekst_te_lang", _FOUT,
        "Deze tekst is te lang: {lengte} tekens. Er passen 2.000 tekens in.",
        "Maak de tekst korter. Een lang stuk kunt u apart meesturen.",
    ),
    Melding(
        "W322", "tegenstrijdig", _FOUT,
        "U kiest '{keuze}', maar u vult wel een bod in: {ruw}.",
        "Doet u mee? Kies dan ja of deels. Doet u niet mee? Maak het bod dan leeg.",
    ),
)  # fmt: skip

CATALOGUS: Final = {m.code: m for m in (*_BESTAND, *_STRUCTUUR, *_REGELS, *_GETALLEN, *_ANTWOORDEN)}
"""All findings that reading a form can give, by code."""


def make_bevinding(code: str, plek: str, **velden: str) -> Bevinding:
    """Return a finding with the texts of the catalogue, filled in with `velden`.

    `plek` is ``sheet!cell``, or the file name when the whole file is meant.
    """
    melding = CATALOGUS[code]
    return Bevinding(
        code=code,
        ernst=melding.ernst,
        plek=plek,
        melding=melding.wat.format(**velden),
        advies=melding.doe.format(**velden),
    )
