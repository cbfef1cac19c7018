"""Bouwmeldingen: what can be wrong with a returned file, its sheets, columns and rows."""

from cycle.domain.bevinding import Ernst
from cycle.forms.meldingen.melding import Melding

_INFO, _LET_OP, _FOUT, _STOP = Ernst.INFO, Ernst.WAARSCHUWING, Ernst.FOUT, Ernst.BLOKKADE

_ZET_BIJ = "Hoort dit bij uw bod? Zet het dan bij Toelichting of op het blad Extra."

_BESTAND = (
    Melding(
        "B001", "leeg", _STOP,
        "Het bestand is leeg.",
        "Sla uw formulier nog een keer op. Stuur het daarna opnieuw.",
    ),
    Melding(
        "B002", "verkeerd_type", _STOP,
        "Dit is geen rekenblad dat wij kunnen lezen.",
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
    Melding(
        "B011", "andere_partij", _STOP,
        "Dit formulier hoort bij {partij} in {samenwerking}.",
        "Stuur uw eigen formulier, of vraag de coördinator om hulp.",
    ),
    Melding(
        "B012", "andere_cyclus", _STOP,
        "Dit formulier is voor {jaar}.",
        "Gebruik het formulier voor {verwacht}.",
    ),
    Melding(
        "B013", "oude_versie", _STOP,
        "Dit is een oude versie van het formulier.",
        "Vraag de coördinator om de nieuwe. Uw antwoorden staan er dan al in.",
    ),
    Melding(
        "B016", "herkend_via_upload", _INFO,
        "In dit bestand staat niet zeker van wie het is. Wij boeken het op {partij}.",
        "Klopt dat? Dan hoeft u niets te doen. Anders meldt u het aan de coördinator.",
    ),
)  # fmt: skip
_STRUCTUUR = (
    Melding(
        "S101", "blad.ontbreekt", _FOUT,
        "Het werkblad '{blad}' is weg.",
        "Zet het werkblad terug, of vul een nieuw formulier in.",
    ),
    Melding(
        "S102", "hernoemd", _INFO,
        "Het werkblad '{blad}' heet nu '{ruw}'. Wij lezen het gewoon.",
        "U hoeft niets te doen.",
    ),
    Melding(
        "S103", "kolom.ontbreekt", _FOUT,
        "De kolom '{kop}' is weg.",
        "Zet de kolom terug met deze kop, of vul een nieuw formulier in.",
    ),
    Melding(
        "S104", "kolom.dubbel", _FOUT,
        "De kop '{kop}' staat er twee keer.",
        "Haal een van de twee kolommen weg.",
    ),
    Melding(
        "S105", "samengevoegd", _FOUT,
        "Hier zijn cellen samengevoegd. Wij weten niet bij welke regel het antwoord hoort.",
        "Splits de cellen en vul elke cel apart in.",
    ),
    Melding(
        "S106", "rij.verborgen", _LET_OP,
        "Deze rij of kolom is verborgen, maar er staat wel iets in. Wij lezen het mee.",
        "Maak de rij of kolom zichtbaar. Geldt het antwoord niet? Maak de cellen dan leeg.",
    ),
    Melding(
        "S107", "buiten_tabel", _LET_OP,
        "Hier staat iets buiten de tabel: '{ruw}'. Dat lezen wij niet.",
        _ZET_BIJ,
    ),
    Melding(
        "S108", "vast_gewijzigd", _LET_OP,
        "U hebt een grijze cel veranderd. Wij houden '{verwacht}' aan.",
        "Klopt onze tekst niet? Schrijf dat dan bij Toelichting.",
    ),
    Melding(
        "S109", "opmerking", _LET_OP,
        "Bij deze cel staat een opmerking: '{ruw}'.",
        "Moet dit in de afspraken? Zet het dan bij Toelichting.",
    ),
    Melding(
        "S110", "doorgestreept", _LET_OP,
        "Dit antwoord is doorgestreept, helemaal of voor een deel. Wij lezen alles mee.",
        "Geldt het niet? Maak de cel dan leeg.",
    ),
    Melding(
        "S111", "blad.dubbel", _FOUT,
        "Hier staat dezelfde tabel als op '{blad}', met {verschil} antwoorden. "
        "Wij lezen alleen '{blad}'.",
        "Laat een van de twee werkbladen staan.",
    ),
)  # fmt: skip
_REGELS = (
    Melding(
        "R201", "regel.ontbreekt", _FOUT,
        "De regel met code {regel} is weg.",
        "Zet de regel terug. Doet u niet mee? Kies dan 'nee' en leg uit waarom.",
    ),
    Melding(
        "R202", "dubbel", _FOUT,
        "De regel met code {regel} staat er twee keer.",
        "Laat een van de twee regels staan.",
    ),
    Melding(
        "R203", "onbekend", _FOUT,
        "Wij kennen de code '{ruw}' niet.",
        "Zet de goede code terug. Is dit een nieuw voorstel? Schrijf het op het blad Extra.",
    ),
    Melding(
        "R204", "zonder_code", _LET_OP,
        "Deze regel heeft geen code. Wij tellen hem niet mee.",
        "Is dit een nieuw voorstel? Schrijf het op het blad Extra.",
    ),
)  # fmt: skip

BOUWMELDINGEN = (*_BESTAND, *_STRUCTUUR, *_REGELS)
MEER_BUITEN_TABEL = Melding(
    "S107", "buiten_tabel", _LET_OP,
    "Op dit blad staat nog meer buiten de tabel. Wij lezen nog {meer} gevulde cellen niet.",
    _ZET_BIJ,
)  # fmt: skip
VER_BUITEN_TABEL = Melding(
    "S107", "buiten_tabel", _LET_OP,
    "Er staat iets ver buiten de tabel. Dat lezen wij niet.",
    _ZET_BIJ,
)  # fmt: skip
VREEMD_BLAD = Melding(
    "S107", "buiten_tabel", _LET_OP,
    "Het blad '{blad}' is niet van ons formulier. Wat daar staat, lezen wij niet.",
    _ZET_BIJ,
)  # fmt: skip
ANDERE_WOORDEN = (MEER_BUITEN_TABEL, VER_BUITEN_TABEL, VREEMD_BLAD)
"""The same finding in other words: after many cells, far away, and for a whole sheet."""
