"""Bevindingen: the words of every finding about a template, and the place they belong to.

The codes stand in ``docs/meldingen.md`` too; a test compares them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cycle.documents import location
from cycle.documents.sjabloon.alineas import Alinea
from cycle.documents.sjabloon.code import Code
from cycle.domain.bevinding import Bevinding, Ernst

_VELDEN: Final = "Verbeter de naam in het sjabloon. Alle velden staan in velden.md."
_EIGEN: Final = "Geef de code een eigen alinea, rij of cel, en zet de tekst erboven of eronder."

MELDINGEN: Final[Mapping[str, tuple[Ernst, str, str]]] = {
    "T001": (Ernst.BLOKKADE, "{}", "{}"),
    "T101": (Ernst.FOUT, "Het veld '{}' bestaat niet.{}", _VELDEN),
    "T102": (
        Ernst.FOUT,
        "Het filter '{}' bestaat niet.{}",
        "Verbeter de naam achter het rechte streepje.",
    ),
    "T103": (Ernst.FOUT, "De test '{}' bestaat niet.{}", "Verbeter de naam achter 'is'."),
    "T104": (
        Ernst.FOUT,
        "'{}' is {}. Herhalen kan alleen met een lijst.",
        "Gebruik een veld dat in velden.md een lijst is.",
    ),
    "T105": (
        Ernst.FOUT,
        "'{}' kan niet in een sjabloon: een functie aanroepen mag niet.",
        "Gebruik een filter, bijvoorbeeld {{{{ naam|upper }}}}.",
    ),
    "T106": (
        Ernst.WAARSCHUWING,
        "'{}' is {}. Deze vergelijking klopt nooit.",
        "Vergelijk een tekst met een tekst, zoals '2024'. Bij ja of nee schrijft u alleen de naam.",
    ),
    "T107": (
        Ernst.WAARSCHUWING,
        "'{}' is ja of nee. In het document komt 'True' of 'False' te staan.",
        "Schrijf zelf de woorden: {{{{ 'ja' if {} else 'nee' }}}}.",
    ),
    "T108": (
        Ernst.WAARSCHUWING,
        "'{}' is tekst met opmaak. Zonder '|markdown' staan de opmaaktekens in het document.",
        "Schrijf {{{{p {}|markdown }}}}, alleen in een eigen alinea.",
    ),
    "T109": (
        Ernst.FOUT,
        "'{}' is {}. Zo komt er computertaal in het document.",
        "Herhaal een lijst met 'for', of noem een veld van de groep.",
    ),
    "T110": (Ernst.FOUT, "Achter de accolades {} bij '{}'.", "Schrijf {{{{{} {} }}}}."),
    "T111": (Ernst.FOUT, "Het filter '{}' past niet bij '{}': dat is {}.", _VELDEN),
    "T201": (
        Ernst.FOUT,
        "De code '{}' wordt niet gesloten.",
        "Sluit de code in dezelfde alinea, met dezelfde tekens als aan het begin.",
    ),
    "T202": (
        Ernst.FOUT,
        "Bij '{}' kloppen de accolades niet. Het komt letterlijk in het document.",
        "Schrijf twee accolades aan elke kant, zonder spatie ertussen: {{{{ naam }}}}.",
    ),
    "T203": (
        Ernst.FOUT,
        "De code '{}' klopt niet: {}.",
        "Vergelijk de code met de voorbeelden bovenaan velden.md.",
    ),
    "T204": (
        Ernst.FOUT,
        "Bij '{0}' ontbreekt 'end{1}'.",
        "Zet 'end{1}' na het stuk dat erbij hoort, op dezelfde manier als '{1}'.",
    ),
    "T205": (
        Ernst.FOUT,
        "De code '{}' staat hier te veel: er hoort geen begin bij.",
        "Haal de code weg, of zet het begin erboven.",
    ),
    "T206": (
        Ernst.FOUT,
        "'{}' past niet bij het begin '{}'.",
        "Zet begin en einde in dezelfde tabel of in dezelfde tekst, met dezelfde letter.",
    ),
    "T207": (
        Ernst.FOUT,
        "'{}' loopt over rijen of cellen heen zonder 'tr' of 'tc'.",
        "Zet begin en einde elk in een eigen rij, met tr: {{%tr … %}}.",
    ),
    "T208": (
        Ernst.WAARSCHUWING,
        "'{}' loopt over alinea's heen zonder 'p'. Dan blijven er lege regels staan.",
        "Zet begin en einde elk in een eigen alinea, met p: {{%p … %}}.",
    ),
    "T209": (Ernst.FOUT, "Naast de code '{}' valt dit weg: ‘{}’.", _EIGEN),
    "T210": (
        Ernst.FOUT,
        "Naast de code '{0}' staat nog zo'n code: '{1}'. Alleen de laatste blijft over.",
        _EIGEN,
    ),
    "T211": (Ernst.FOUT, "De letter {} kan niet bij de code '{}': {}.", "{}"),
    "T212": (
        Ernst.FOUT,
        "Op deze plek worden codes niet ingevuld: {}.",
        "Zet de code in de gewone tekst, de koptekst, de voettekst of een voetnoot.",
    ),
    "T301": (
        Ernst.FOUT,
        "Voor tekst met opmaak ontbreken stijlen in het sjabloon: {}.",
        "Ga uit van het meegeleverde sjabloon, of maak deze stijlen in Word.",
    ),
    "T302": (
        Ernst.WAARSCHUWING,
        "De stijl '{}' wordt gebruikt, maar staat niet in het sjabloon.",
        "Kies in Word een stijl die er wel is.",
    ),
    "T401": (
        Ernst.WAARSCHUWING,
        "In de tabel met handtekeningen staat het veld '{0}.anker' niet. Zonder dat veld kan de "
        "jaarschijf niet worden vastgesteld.",
        "Zet {{{{ {0}.anker }}}} in de cel voor de handtekening.",
    ),
}
"""Per code: how serious, what is wrong and what to do; ``{}`` is filled by the check."""


@dataclass(frozen=True, slots=True)
class Vondst:
    """A fault at a paragraph; `begin` is its offset there, `woorden` the code it is about."""

    code: str
    alinea: Alinea
    begin: int
    woorden: str
    melding: str
    advies: str

    def bevinding(self, naam: str) -> Bevinding:
        """Return the finding; `naam` is the name of the file."""
        plek = ", ".join(filter(None, (naam, *self._where())))
        return Bevinding(self.code, MELDINGEN[self.code][0], plek, self.melding, self.advies)

    def _where(self) -> tuple[str, ...]:
        """Return part, heading, cell and words."""
        plaats = self.alinea.plaats
        kop = f"onder de kop ‘{self.alinea.kop}’" if self.alinea.kop else ""
        cel = f"tabel {plaats.tabel}, rij {plaats.rij}, cel {plaats.cel}" if plaats.tabel else ""
        bij = location.shortened(self.alinea.tekst)
        if self.woorden and " ".join(self.woorden.split()) not in bij:
            bij = location.shortened(self.woorden)
        return (location.part_name(self.alinea.deel), kop, cel, f"bij ‘{bij}’" if bij else "")


def at_code(nummer: str, code: Code, *melding: str, advies: tuple[str, ...] = ()) -> Vondst:
    """Return what is wrong at a code; `melding` and `advies` fill the words of `nummer`."""
    return at_alinea(nummer, code.alinea, (code.begin, code.tekst), melding, advies)


def at_alinea(
    nummer: str,
    alinea: Alinea,
    wat: tuple[int, str],
    melding: tuple[str, ...],
    advies: tuple[str, ...] = (),
) -> Vondst:
    """Return what is wrong in a paragraph; `wat` is where in it, and the words there."""
    _, zin, raad = MELDINGEN[nummer]
    return Vondst(
        nummer, alinea, *wat, melding=zin.format(*melding), advies=raad.format(*(advies or melding))
    )
