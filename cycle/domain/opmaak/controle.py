"""Controle: what a text says that no document can show, line by line.

Markdown never refuses anything: what it does not understand it drops, or prints as it
stands. So every piece is held against what can be set, and the rest is named.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from cycle.domain.opmaak.blok import Blokcontrole
from cycle.domain.opmaak.lezen import Noot, Opmaak, Tekstruimte, first_regel, list_stukken
from cycle.domain.opmaak.regel import Opmaakfout, Opmaaksoort, Regelcontrole

ILLEGAAL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that no Word document can hold."""

_IN_NOOT: Final = ("paragraph_open", "paragraph_close", "inline")


def check_opmaak(opmaak: Opmaak, ruimte: Tekstruimte) -> tuple[Opmaakfout, ...]:
    """Return a fault for everything that cannot be set there, in the order of the lines."""
    controle = _Controle(opmaak)
    controle.check_tekens()
    blokken = Blokcontrole(opmaak, ruimte, controle.regel, controle.fouten)
    for token in opmaak.blokken:
        blokken.check(token)
    for noot in opmaak.noten:
        controle.check_noot(noot)
    controle.check_namen()
    return tuple(sorted(controle.fouten, key=lambda fout: fout.regel))


@dataclass(slots=True)
class _Controle:
    """Collects faults in the text as a whole and in its footnotes."""

    opmaak: Opmaak
    fouten: list[Opmaakfout] = field(default_factory=list)
    regel: Regelcontrole = field(init=False)

    def __post_init__(self) -> None:
        """Make the check of lines report to the same list."""
        self.regel = Regelcontrole(self.opmaak, self.meld, set(), set())

    def meld(
        self, regel: int, melding: str, advies: str, soort: Opmaaksoort = Opmaaksoort.OVERIG
    ) -> None:
        """Keep one fault."""
        self.fouten.append(Opmaakfout(regel, melding, advies, soort))

    def check_tekens(self) -> None:
        """Report characters that are none, per line."""
        for nummer, regel in enumerate(self.opmaak.regels):
            gevonden = ILLEGAAL.search(regel)
            if gevonden:
                self.meld(
                    nummer,
                    f"Hier staat een teken dat niet kan (nummer {ord(gevonden[0]):04X}).",
                    "Typ deze regel opnieuw.",
                    Opmaaksoort.TEKEN,
                )

    def check_noot(self, noot: Noot) -> None:
        """Report a footnote that is not used, written twice, or more than paragraphs."""
        if noot.regel < 0:
            self._check_noottekst(noot, self._regel_van(noot))
            return
        if next(n for n in self.opmaak.noten if n.naam == noot.naam) is not noot:
            self.meld(
                noot.regel,
                f"De noot '[^{noot.naam}]' staat er twee keer.",
                "Haal een van de twee weg.",
            )
        elif noot.naam not in self.regel.gebruikt:
            self.meld(
                noot.regel,
                f"Naar de noot '[^{noot.naam}]' verwijst niets.",
                f"Zet [^{noot.naam}] in de tekst, of haal de noot weg.",
            )
        self._check_noottekst(noot, None)

    def check_namen(self) -> None:
        """Report targets of reference links that nobody would see."""
        ongebruikt = [r for naam, r in self.opmaak.namen.items() if naam not in self.regel.namen]
        for regel in (*ongebruikt, *self.opmaak.dubbele_namen):
            self.meld(
                regel,
                "Deze regel geeft het adres van een link, maar geen link gebruikt het.",
                "Haal de regel weg, of schrijf de link in de tekst: [tekst](https://adres).",
            )

    def _check_noottekst(self, noot: Noot, begin: int | None) -> None:
        """Report anything but paragraphs in a footnote; `begin` is the line it stands on."""
        vreemd = [token for token in noot.blokken if token.type not in _IN_NOOT]
        if vreemd or not noot.blokken:
            self.meld(
                first_regel(vreemd[0]) if vreemd else noot.regel,
                "In een noot kan alleen gewone tekst staan.",
                "Schrijf de noot als een of meer alineas.",
            )
        for token in noot.blokken:
            if token.type == "inline":
                self.regel.check(token, in_noot=True, begin=begin)

    def _regel_van(self, noot: Noot) -> int:
        """Return the line on which a short note stands; one inside a note is named there."""
        stukken = list_stukken(self.opmaak.blokken)
        return next(
            (r for r, s in stukken if s.type == "footnote_ref" and self.opmaak.noot(s) is noot), 0
        )
