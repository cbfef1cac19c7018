"""Antwoordmeldingen: what can be wrong with one answer, or with answers together."""

from typing import Final

from cycle.domain.bevinding import Ernst
from cycle.forms.meldingen.melding import Melding

_LET_OP, _FOUT = Ernst.WAARSCHUWING, Ernst.FOUT

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
        "Klopt dat niet? Schrijf dan alleen het getal, zonder punten.",
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
        "'{ruw}' is lager dan nul. Dat kan hier niet.",
        "Vul 0 of een hoger getal in.",
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
        "U schreef '{ruw}'. Wij lezen dat als: nog niets aangeboden.",
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
        "Kies {keuzes}. Uw uitleg past bij Toelichting.",
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
        "W319", "datum_onbekend", _FOUT,
        "Wij begrijpen '{ruw}' niet als datum of periode.",
        "Schrijf bijvoorbeeld Q3 {jaar}, juli {jaar} of 15-07-{jaar}.",
    ),
    Melding(
        "W320", "datum_vaag", _LET_OP,
        "U schreef '{ruw}'. Wij lezen dat als {gelezen}.",
        "Klopt dat? Dan hoeft u niets te doen. Anders schrijft u een datum of een kwartaal.",
    ),
    Melding(
        "W321", "datum_buiten_cyclus", _LET_OP,
        "'{ruw}' valt niet in {jaar}. Dit formulier gaat over {jaar}.",
        "Klopt de datum? Dan hoeft u niets te doen. Anders vult u de goede datum in.",
    ),
    Melding(
        "W322", "tegenstrijdig", _FOUT,
        "U kiest '{keuze}', maar u vult wel een bod in: {ruw}.",
        "Doet u mee? Kies dan ja of deels. Doet u niet mee? Maak het bod dan leeg.",
    ),
    Melding(
        "W323", "afspraak_onbekend", _FOUT,
        "Er is geen afspraak met nummer {nummers}.",
        "Vul het goede nummer in. Hoort het niet bij een afspraak? Maak de cel dan leeg.",
    ),
    Melding(
        "W324", "eigen_naam", _FOUT,
        "'{ruw}' bent u zelf. Hier vragen wij wie u nodig hebt.",
        "Kies een andere partij. Wacht u nog op uw bestuur of raad? Kies die dan uit de lijst.",
    ),
)  # fmt: skip
_SOMMEN = (
    Melding(
        "C401", "som", _LET_OP,
        "De delen zijn samen {som}, maar u vulde als totaal {totaal} in.",
        "Kijk na welk getal niet klopt en verbeter het.",
    ),
    Melding(
        "C402", "netto", _LET_OP,
        "Uit de andere regels volgt netto {som}, maar u vulde {totaal} in.",
        "Kijk na welk getal niet klopt en verbeter het.",
    ),
)  # fmt: skip

_NIET_IN_LIJST: Final = Melding(
    "W316", "niet_in_lijst", _FOUT,
    "'{ruw}' staat niet in de lijst.",
    "Kies {keuzes}. Uw uitleg past bij 'Wat hebt u nodig?'.",
)  # fmt: skip
OP_WEDERKERIGHEID: Final = {
    ("W301", "afspraak"): Melding(
        "W301", "geen_getal", _FOUT,
        "'{ruw}' is geen nummer van een afspraak.",
        "Vul alleen het nummer in, bijvoorbeeld 3. Uw uitleg past bij 'Wat hebt u nodig?'.",
    ),
    ("W315", "voor"): Melding(
        "W315", "onbekend", _LET_OP,
        "U schreef '{ruw}'. Wij lezen dat als: nog niet bekend.",
        "Schrijf bij 'Wat hebt u nodig?' wanneer u het weet.",
    ),
    ("W316", "gevraagde"): _NIET_IN_LIJST,
    ("W316", "voorwaarde"): _NIET_IN_LIJST,
}  # fmt: skip
"""The same findings by field of the sheet Wederkerigheid, which has no column Toelichting."""

ANTWOORDMELDINGEN = (*_GETALLEN, *_ANTWOORDEN, *_SOMMEN)
