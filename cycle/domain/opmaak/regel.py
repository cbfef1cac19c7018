"""Regel: what may stand inside one line of text, such as a link or a footnote."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from cycle.domain.opmaak.lezen import ANKER, Opmaak, is_beeld, list_stukken, nootnaam

if TYPE_CHECKING:
    from markdown_it.token import Token

_BEELDNAAM: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*(?:[./][A-Za-z0-9_-]+)*")
_BEELDSOORT: Final = re.compile(r".*\.(?:png|jpe?g)", re.IGNORECASE)
_EXTERN: Final = re.compile(r"https://[^/?#\s]+\S*|mailto:[^@\s]+@[^@\s]+")
_RESTANT: Final = re.compile(r"\]\(")
_GEWOON: Final = frozenset(
    {"text", "softbreak", "hardbreak", "code_inline", "footnote_ref", "image"}
    | {f"{naam}_{kant}" for naam in ("strong", "em", "s", "link") for kant in ("open", "close")}
)


class Opmaaksoort(Enum):
    """What a fault is about, for a reader that has its own words for it."""

    TEKEN = auto()
    CELLEN = auto()
    OVERIG = auto()


@dataclass(frozen=True, slots=True)
class Opmaakfout:
    """One piece that cannot be set; `regel` counts from 0 in the text."""

    regel: int
    melding: str
    advies: str
    soort: Opmaaksoort = Opmaaksoort.OVERIG


Melder = Callable[[int, str, str], None]
"""Takes line, message and advice of one fault."""


@dataclass(slots=True)
class Regelcontrole:
    """Holds the pieces of lines of text against what can be set.

    `gebruikt` are the names of footnotes so far, `namen` those of reference links.
    """

    opmaak: Opmaak
    meld: Melder
    gebruikt: set[str]
    namen: set[str]

    def check(self, regel: "Token", *, in_noot: bool = False, begin: int | None = None) -> None:
        """Report what cannot be set in one line; `begin` is its place when it has none."""
        in_link = False
        tekst = ""
        for plek, stuk in list_stukken([regel]):
            nummer = plek if begin is None else begin
            if stuk.type == "link_open":
                in_link, tekst = True, ""
            elif stuk.type == "link_close":
                if not tekst.strip():
                    self.meld(
                        nummer, "Deze link heeft geen tekst.", "Schrijf [tekst](https://adres)."
                    )
                in_link = False
            tekst += stuk.content
            self._check_stuk(nummer, stuk, in_noot=in_noot)
            if stuk.type == "image":
                self._check_plaats(nummer, alleen=is_beeld(regel) and not (in_link or in_noot))

    def _check_stuk(self, nummer: int, stuk: "Token", *, in_noot: bool) -> None:
        """Report what is wrong with one piece."""
        match stuk.type:
            case "text":
                self._check_tekst(nummer, stuk.content)
            case "link_open":
                self._check_link(nummer, stuk)
            case "image":
                self._check_beeld(nummer, stuk)
            case "footnote_ref":
                self._check_noot(nummer, stuk, in_noot=in_noot)
            case soort if soort not in _GEWOON:
                self.meld(
                    nummer, f"De opmaak '{soort}' kan niet in een document.", "Haal haar weg."
                )

    def _check_tekst(self, nummer: int, tekst: str) -> None:
        """Report what was meant as a link and is none."""
        if _RESTANT.search(tekst):
            self.meld(
                nummer,
                "Deze link is niet goed geschreven.",
                "Schrijf [tekst](https://adres), zonder spaties in het adres.",
            )

    def _check_link(self, nummer: int, link: "Token") -> None:
        """Report an address that a document may not point at."""
        self.namen.add(str(link.meta.get("label", "")))
        href = str(link.attrs.get("href", ""))
        intern = href.startswith("#") and ANKER.fullmatch(href[1:])
        if not intern and not _EXTERN.fullmatch(href):
            self.meld(
                nummer,
                f"Een link naar '{href}' kan niet.",
                "Begin het adres met https:// of mailto:, of met # en de code van een kop.",
            )

    def _check_beeld(self, nummer: int, beeld: "Token") -> None:
        """Report a picture without words, or of a kind or in a place that cannot be used."""
        bron = str(beeld.attrs.get("src", ""))
        if not beeld.content.strip():
            self.meld(
                nummer,
                f"Bij de afbeelding '{bron}' staat niet wat erop te zien is.",
                "Zet dat tussen de haken: ![Kaart van de wijk](kaart.png).",
            )
        if not _BEELDSOORT.fullmatch(bron):
            self.meld(
                nummer,
                f"De afbeelding '{bron}' is geen PNG en geen JPEG.",
                "Bewaar de afbeelding als .png of .jpg in de map van de samenwerking.",
            )
        elif not _BEELDNAAM.fullmatch(bron):
            self.meld(
                nummer,
                f"De naam '{bron}' kan niet voor een afbeelding.",
                "Zet het bestand in de map van de samenwerking. Gebruik letters, cijfers en "
                "streepjes.",
            )

    def _check_plaats(self, nummer: int, *, alleen: bool) -> None:
        """Report a picture in the middle of text."""
        if not alleen:
            self.meld(
                nummer,
                "Een afbeelding kan niet midden in een tekst of een link staan.",
                "Zet de afbeelding in een eigen alinea, met een lege regel erboven en eronder.",
            )

    def _check_noot(self, nummer: int, verwijzing: "Token", *, in_noot: bool) -> None:
        """Report a footnote that has no text, is used twice, or stands in another one."""
        naam = nootnaam(verwijzing)
        if in_noot:
            self.meld(nummer, "In een noot kan geen andere noot staan.", "Maak van beide een noot.")
        elif self.opmaak.noot(verwijzing) is None:
            self.meld(
                nummer,
                f"Bij de noot '[^{naam}]' ontbreekt de tekst.",
                f"Schrijf onder de alinea een regel die begint met '[^{naam}]:'.",
            )
        elif naam in self.gebruikt:
            self.meld(
                nummer,
                f"De noot '[^{naam}]' wordt twee keer gebruikt.",
                "Maak een tweede noot met een eigen naam.",
            )
        self.gebruikt.add(naam)
