"""Blok: what may stand where: headings, lists, tables and what is inside them."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cycle.domain.opmaak.lezen import (
    ANKER,
    LAAGSTE_KOP,
    MAX_DIEPTE,
    Opmaak,
    Tekstruimte,
    first_regel,
    is_beeld,
    kopanker,
    list_stukken,
)
from cycle.domain.opmaak.regel import Opmaakfout, Opmaaksoort, Regelcontrole

if TYPE_CHECKING:
    from markdown_it.token import Token

_MAX_LIJST: Final = 3
_MAX_START: Final = 32767
_LIJSTEN: Final = ("bullet_list", "ordered_list")
_HOUDERS: Final = (*_LIJSTEN, "blockquote", "dl")
_STREEP: Final = re.compile(r"(?<!\\)\|")
_BOVENAAN: Final = {
    "table_open": "een tabel",
    "heading_open": "een kop",
    "hr": "een scheidingslijn",
}
_GEWEIGERD: Final = {
    "fence": "Een blok code kan niet in een document.",
    "code_block": "Deze regel begint met vier spaties. Zo ontstaat een blok code. Dat kan niet.",
}
_BEKEND: Final = frozenset(
    {"inline", "hr"}
    | {
        f"{naam}_{kant}"
        for naam in (
            *_HOUDERS,
            *("paragraph", "heading", "list_item", "dt", "dd"),
            *("table", "thead", "tbody", "tr", "th", "td"),
        )
        for kant in ("open", "close")
    }
)


@dataclass(slots=True)
class Blokcontrole:
    """Holds the blocks of a text, one by one, against what can be set.

    `open` holds the blocks around the present one, `koppen` the levels of headings so far,
    `nummers` per open list the numbers of its items, `kolommen` the cells in the head of
    the present table.
    """

    opmaak: Opmaak
    ruimte: Tekstruimte
    regel: Regelcontrole
    fouten: list[Opmaakfout]
    open: list[str] = field(default_factory=list)
    koppen: list[int] = field(default_factory=list)
    nummers: list[list[int]] = field(default_factory=list)
    kolommen: int = 0

    def meld(self, regel: int, melding: str, advies: str) -> None:
        """Keep one fault."""
        self.fouten.append(Opmaakfout(regel, melding, advies))

    def check(self, token: "Token") -> None:
        """Report what is wrong with the next block."""
        if token.level == MAX_DIEPTE and token.nesting == 1:
            self.meld(first_regel(token), "Deze tekst zit te diep.", "Gebruik minder niveaus.")
        if token.type not in _BEKEND:
            melding = _GEWEIGERD.get(token.type, "Deze opmaak kan niet in een document.")
            self.meld(first_regel(token), melding, "Schrijf het als gewone tekst.")
        else:
            self._check_plaats(token)
            self._check_inhoud(token)
        self._move(token)

    def _check_plaats(self, token: "Token") -> None:
        """Report a block inside a list or quote that only fits on its own."""
        naam = _BOVENAAN.get(token.type)
        if naam and any(houder in self.open for houder in _HOUDERS):
            self.meld(
                first_regel(token),
                f"In een lijst, citaat of uitleg kan niet ook {naam} staan.",
                f"Zet {naam} erboven of eronder, zonder spaties ervoor.",
            )

    def _check_inhoud(self, token: "Token") -> None:
        """Report what is wrong inside a block."""
        match token.type:
            case "heading_open":
                self._check_kop(token)
            case "bullet_list_open" | "ordered_list_open":
                self._check_lijst(token)
            case "list_item_open":
                self._check_nummer(token)
            case "tr_open":
                self._check_cellen(token)
            case "inline":
                self.regel.check(token)
                self._check_noten(token)
                if self.open[-1:] == ["heading"]:
                    self._check_anker(token)
                if self.open[-1:] != ["paragraph"] and is_beeld(token):
                    self._check_los_beeld(token)
            case _:
                pass

    def _check_kop(self, token: "Token") -> None:
        """Report a heading that does not fit, or that skips a level."""
        niveau, regel = int(token.tag[1]), first_regel(token)
        bovenste = self.koppen[0] if self.koppen else niveau
        if self.ruimte.kop == 0:
            self.meld(
                regel,
                "In deze tekst kan geen kop staan.",
                "Haal de hekjes weg, of de streepjes onder de regel.",
            )
        elif niveau < bovenste or (self.koppen and niveau > self.koppen[-1] + 1):
            self.meld(
                regel,
                f"Deze kop heeft {niveau} hekjes. Dat past niet bij de kop ervoor.",
                "Begin met de hoogste kop en sla geen niveau over.",
            )
        elif self.ruimte.kop + niveau - bovenste > LAAGSTE_KOP:
            self.meld(
                regel, f"Een kop met {niveau} hekjes is hier te diep.", "Gebruik minder hekjes."
            )
        self.koppen.append(niveau)

    def _check_anker(self, token: "Token") -> None:
        """Report an id of a heading that cannot be used."""
        anker = kopanker(token)
        if anker is None:
            return
        if not ANKER.fullmatch(anker):
            self.meld(
                first_regel(token),
                f"De code '{anker}' heeft niet de goede vorm.",
                "Gebruik alleen kleine letters, cijfers en streepjes, zoals {#wonen-2027}.",
            )

    def _check_los_beeld(self, token: "Token") -> None:
        """Report a picture where only words fit."""
        self.meld(
            first_regel(token),
            "Een afbeelding kan niet in een kop, een tabel of een begrip staan.",
            "Zet de afbeelding in een eigen alinea.",
        )

    def _check_noten(self, token: "Token") -> None:
        """Report a footnote inside a table: the PDF shows its mark, but not its text."""
        in_tabel = self.open[-1:] in (["th"], ["td"])
        for regel, stuk in list_stukken([token]):
            if stuk.type == "footnote_ref" and (in_tabel or not self.ruimte.noten):
                self.meld(
                    regel,
                    "In een tabel of een kader kan geen noot staan.",
                    "Zet de noot bij de tekst erboven, of schrijf haar uit.",
                )

    def _check_lijst(self, token: "Token") -> None:
        """Report a list that is too deep or begins too high."""
        diep = sum(self.open.count(lijst) for lijst in _LIJSTEN)
        if diep == _MAX_LIJST:
            self.meld(
                first_regel(token),
                "Een lijst kan hoogstens drie niveaus hebben.",
                "Zet deze punten een niveau hoger.",
            )
        if int(token.attrs.get("start", 1)) > _MAX_START:
            self.meld(
                first_regel(token),
                "Een lijst kan niet met zo'n hoog nummer beginnen.",
                "Is het geen lijst? Zet dan een \\ voor de punt: 2024\\. wordt 2024.",
            )
        self.nummers.append([])

    def _check_nummer(self, token: "Token") -> None:
        """Report a number that would come out as another one; all alike counts up too."""
        if self.open[-1:] != ["ordered_list"]:
            return
        reeks, nummer = self.nummers[-1], int(token.info)
        verwacht = reeks[0] + len(reeks) if reeks else nummer
        alle_gelijk = all(ander == nummer for ander in reeks)
        if nummer != verwacht and not alle_gelijk:
            self.meld(
                first_regel(token),
                f"Dit punt heeft nummer {nummer}, maar in de lijst wordt het {verwacht}.",
                f"Maak er {verwacht} van, of zet een alinea tussen twee lijsten.",
            )
        reeks.append(nummer)

    def _check_cellen(self, token: "Token") -> None:
        """Report a row with more cells than the head: they would fall off."""
        regel = first_regel(token)
        cellen = _STREEP.split(self.opmaak.regels[regel].strip().removeprefix("|"))
        if not cellen[-1].strip():
            cellen.pop()
        if self.open[-1:] == ["thead"]:
            self.kolommen = len(cellen)
        elif len(cellen) > self.kolommen:
            self.fouten.append(
                Opmaakfout(
                    regel,
                    f"Deze rij heeft {len(cellen)} cellen, de kop van de tabel {self.kolommen}.",
                    "Controleer de rechte strepen. Een streep in een cel schrijft u als \\|.",
                    Opmaaksoort.CELLEN,
                )
            )

    def _move(self, token: "Token") -> None:
        """Keep track of the blocks around the next one."""
        if token.nesting == 1:
            self.open.append(token.type.removesuffix("_open"))
        elif token.nesting == -1:
            gesloten = self.open.pop()
            if gesloten in _LIJSTEN:
                self.nummers.pop()
