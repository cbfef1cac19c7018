"""Bevindingen: collects the faults of content files, and what each code means."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cycle.domain.bevinding import Bevinding, Ernst, has_fouten
from cycle.domain.errors import InhoudOnbruikbaar
from cycle.domain.plek import Plek

CODES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "I101": (
            "Er ontbreekt een bestand.",
            "Zet het bestand in de map, of haal de verwijzing weg.",
        ),
        "I102": (
            "Een bestand is niet opgeslagen als UTF-8.",
            "Sla het bestand opnieuw op en kies als codering UTF-8.",
        ),
        "I103": (
            "Een bestand hoort nergens bij.",
            "Noem een themabestand bij 'themas', of haal het bestand weg.",
        ),
        "I104": (
            "Een TOML-bestand is niet te lezen.",
            "Controleer op die regel de aanhalingstekens, de haakjes en het isgelijkteken.",
        ),
        "I105": (
            "In een bestand staat een teken dat niet kan. U ziet het teken vaak niet.",
            "Typ de regel opnieuw, zonder te plakken.",
        ),
        "I106": (
            "Een bestand is te groot.",
            "Maak het bestand kleiner dan 1 MB, of verdeel de tekst over meer themabestanden.",
        ),
        "I107": (
            "Een bestand wordt niet meer gelezen. De regels voor de termijnen staan nu in de map "
            "regelprofielen.",
            "Zet uw eigen regels in regelprofielen/woningwet2015.toml, en haal dit bestand weg.",
        ),
        "I110": ("Een sleutel is niet bekend.", "Controleer hoe u de sleutel schrijft."),
        "I111": ("Een verplichte sleutel ontbreekt.", "Vul de sleutel aan."),
        "I112": (
            "Een waarde is van de verkeerde soort, of leeg.",
            "Schrijf de waarde zoals de handleiding laat zien.",
        ),
        "I113": ("Een keuze bestaat niet.", "Kies een van de genoemde woorden."),
        "I114": (
            "Een code heeft niet de goede vorm.",
            "Gebruik alleen kleine letters, cijfers en streepjes.",
        ),
        "I115": ("Een periode eindigt voordat hij begint.", "Controleer de twee datums of jaren."),
        "I120": ("Een partij is niet bekend.", "Gebruik de code uit samenwerking.toml."),
        "I121": ("Een indicator is niet bekend.", "Gebruik een code uit indicatoren.toml."),
        "I122": ("Een thema is niet bekend.", "Gebruik de code uit de kop van het thema."),
        "I123": ("Een dossier is niet bekend.", "Gebruik de code uit samenwerking.toml."),
        "I124": ("Een afspraak is niet bekend.", "Gebruik de code uit de kop van de afspraak."),
        "I125": ("Een termijn is niet bekend.", "Tel vanaf een termijn die hoger staat."),
        "I126": ("Een regelcode is niet bekend.", "Gebruik een regelcode van het formulier."),
        "I127": (
            "Een link gaat naar iets wat er niet is.",
            "Gebruik achter het hekje de code van een afspraak of van een kop.",
        ),
        "I128": (
            "Een regelprofiel is niet bekend.",
            "Gebruik de naam van een bestand in de map regelprofielen, zonder .toml.",
        ),
        "I130": (
            "Twee afspraken hebben hetzelfde nummer.",
            "Geef een van de twee een ander nummer.",
        ),
        "I131": ("Een code komt twee keer voor.", "Geef een van de twee een andere code."),
        "I132": ("Een regel staat er dubbel.", "Haal een van de twee weg."),
        "I133": (
            "Er is een nummer overgeslagen. Dit houdt niets tegen.",
            "Controleer of er een afspraak ontbreekt.",
        ),
        "I140": (
            "Een tabelregel heeft niet evenveel cellen als de kop.",
            "Controleer de rechte strepen op die regel.",
        ),
        "I141": ("De kop van een tabel klopt niet.", "Gebruik de kolommen uit de handleiding."),
        "I142": (
            "In een cel staat geen getal.",
            "Schrijf een getal zoals 3.008 of 6,80, of n.b. als de waarde niet bekend is.",
        ),
        "I143": ("Er ontbreekt een tabel.", "Voeg de tabel toe, met een kop en een streeplijn."),
        "I144": (
            "Een rij of kolom die genoemd wordt, staat niet in de tabel.",
            "Neem de naam precies over uit de tabel.",
        ),
        "I150": ("Een kop is niet bekend of niet goed geschreven.", "Zie de handleiding."),
        "I151": (
            "Een regel in de lijst met gegevens is niet te lezen.",
            "Schrijf '- Sleutel: waarde', en zet een lege regel onder de lijst.",
        ),
        "I152": (
            "Er staat tekst waar alleen een tabel hoort.",
            "Zet de tekst bij de afspraak of bij de toelichting.",
        ),
        "I153": (
            "Een stuk tekst kan zo niet in een document.",
            "Zie in de handleiding welke opmaak kan.",
        ),
        "I154": (
            "Een afbeelding is niet te gebruiken.",
            "Zet een PNG of JPEG van hoogstens 2 MB in de map van de samenwerking.",
        ),
        "I160": (
            "Een partij heeft een doel, maar staat niet bij 'Wie'.",
            "Zet de partij met een rol bij 'Wie', of haal het doel weg.",
        ),
        "I161": (
            "Een orgaan hoort niet bij deze partij.",
            "Kies een orgaan van deze partij, of vul het aan in samenwerking.toml.",
        ),
        "I162": (
            "Een voorbeeldbesluit is niet volledig.",
            "Geef een reden, en bij 'op onderdelen' ook de nummers.",
        ),
        "I163": (
            "Een fasering hoort niet bij een doel.",
            "Voeg het doel toe, of controleer de indicator, de partij en de jaren.",
        ),
        "I164": (
            "Een termijnregel heeft geen bruikbare dag.",
            "Geef 'maand' en 'dag', of 'na' met een aantal.",
        ),
        "I165": (
            "Een voorbeeldreactie klopt niet.",
            "Kijk of de woorden een keer in de afspraak staan, en geef bij afwijzen een antwoord.",
        ),
        "I166": (
            "Een bedrag of een jaar in parameters.toml is niet te gebruiken.",
            'Schrijf een bedrag zoals "452,20", tussen aanhalingstekens en zonder euroteken.',
        ),
        "I167": (
            "De huurgrenzen van een jaar lopen niet op.",
            "Vergelijk de bedragen met de bron. De volgorde is: kwaliteitskortingsgrens, lage "
            "aftoppingsgrens, hoge aftoppingsgrens, liberalisatiegrens.",
        ),
    }
)
"""Every code of this package: what it means, and what to do in general."""


class Bevindingen:
    """Collects findings while files are read; nothing stops at the first fault."""

    def __init__(self) -> None:
        self._alle: list[tuple[Plek, Bevinding]] = []

    def __len__(self) -> int:
        """Return how many findings there are so far."""
        return len(self._alle)

    def fout(self, code: str, plek: Plek, melding: str, advies: str = "") -> None:
        """Keep a fault; without `advies` the general one of the code is used."""
        self._add(code, Ernst.FOUT, plek, melding, advies)

    def waarschuwing(self, code: str, plek: Plek, melding: str, advies: str = "") -> None:
        """Keep a warning; it never stops the loading."""
        self._add(code, Ernst.WAARSCHUWING, plek, melding, advies)

    def _add(self, code: str, ernst: Ernst, plek: Plek, melding: str, advies: str) -> None:
        """Keep one finding with its place, so that they can be put in order."""
        bevinding = Bevinding(code, ernst, str(plek), melding, advies or CODES[code][1])
        self._alle.append((plek, bevinding))

    def raise_fouten(self) -> None:
        """Refuse content with faults.

        Raises:
            InhoudOnbruikbaar: there is at least one fault; it carries all findings.
        """
        if self.has_fouten():
            raise InhoudOnbruikbaar(self.lijst())

    def has_fouten(self) -> bool:
        """Return whether there is at least one fault."""
        return has_fouten(self.lijst())

    def waarschuwingen(self) -> tuple[Bevinding, ...]:
        """Return the findings that stop nothing."""
        return tuple(b for b in self.lijst() if b.ernst is Ernst.WAARSCHUWING)

    def lijst(self) -> tuple[Bevinding, ...]:
        """Return all findings in order of file and line."""
        gesorteerd = sorted(self._alle, key=lambda p: (p[0].bestand, p[0].regel, p[1].code))
        return tuple(bevinding for _, bevinding in gesorteerd)
