"""Vervolgbod: what a new version of a bieding does to what its partij said before."""

from typing import Final

from cycle.domain.bevinding import Bevinding, Celbevinding, Ernst
from cycle.domain.bieding import Bieding
from cycle.domain.bodversie import keep_tabellen, list_verdwenen
from cycle.domain.notatie import opsomming

BLADEN: Final = {
    "bieding": "Bieding",
    "voorraad": "Voorraad",
    "wederkerigheid": "Wederkerigheid",
    "gevraagd": "Vragen aan u",
    "extra": "Extra",
}
"""What each table of the form is called for a reader."""


def follow_up(
    bieding: Bieding, vorige: Bieding, tabellen: frozenset[str], bestandsnaam: str
) -> tuple[Bieding, tuple[Bevinding, ...]]:
    """Return the bieding as it counts from now on, and what the sender should know of it.

    `tabellen` are those that the file has. Of the others the earlier answers stay.
    """
    geheel, bewaard = keep_tabellen(bieding, vorige, tabellen)
    verdwenen = list_verdwenen(geheel, vorige)
    bevindingen: list[Bevinding] = []
    if bewaard:
        bevindingen.append(_tabel_bewaard(bewaard, bestandsnaam))
    if verdwenen:
        bevindingen.append(_antwoord_verdwenen(verdwenen, bestandsnaam))
    return geheel, tuple(bevindingen)


def _antwoord_verdwenen(verdwenen: tuple[str, ...], bestandsnaam: str) -> Bevinding:
    """Return the finding that earlier answers no longer count."""
    return Celbevinding(
        code="B018",
        klasse="antwoord_verdwenen",
        ernst=Ernst.WAARSCHUWING,
        plek=bestandsnaam,
        melding=(
            "Bij deze regels stond eerder een antwoord en nu niet meer: "
            f"{opsomming(list(verdwenen))}. Het eerdere antwoord telt niet meer."
        ),
        advies="Geldt het antwoord nog? Vul het dan opnieuw in.",
    )


def _tabel_bewaard(bewaard: tuple[str, ...], bestandsnaam: str) -> Bevinding:
    """Return the finding that the earlier answers of whole tables stay."""
    bladen = opsomming([f"'{BLADEN[tabel]}'" for tabel in bewaard])
    wat = "Dit blad staat" if len(bewaard) == 1 else "Deze bladen staan"
    return Celbevinding(
        code="B019",
        klasse="blad_bewaard",
        ernst=Ernst.INFO,
        plek=bestandsnaam,
        melding=f"{wat} niet in dit bestand: {bladen}. Wat u daar eerder invulde, blijft gelden.",
        advies="U hoeft niets te doen. Geldt het niet meer? Stuur dan het hele formulier.",
    )
