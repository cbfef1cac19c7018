"""Opgave-uitvoer: the state of every figure as plain data, with the source of each number."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from workflows.cli.uitvoer import bevinding_as_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from cycle.domain.behoefte import Verzoekregel, Wederkerigheid
    from cycle.domain.jaarschijf import JaarschijfRegel
    from cycle.services.show_opgave import Opgavestand

_BEDRAGEN: Final = {
    "doel": "doel",
    "gerealiseerd": "realisatie",
    "rest": "rest",
    "nodig": "nodig",
    "bod": "bod",
    "verschil": "verschil",
    "na_bod_rest": "na_bod_rest",
    "tempo_daarna": "tempo",
}


def opgave_as_json(stand: "Opgavestand") -> dict[str, object]:
    """Return everything as plain data; unknown is null."""
    jaarschijf = stand.jaarschijf
    return {
        "samenwerking": stand.samenwerking.code,
        "jaar": jaarschijf.jaar,
        "ingediend": list(stand.ingediend),
        "regels": [_regel(stand, regel) for regel in jaarschijf.regels],
        "zonder_bod": [asdict(vraag) for vraag in jaarschijf.zonder_bod],
        "zonder_afspraak": [asdict(voorstel) for voorstel in jaarschijf.zonder_afspraak],
        "voorwaarden": [
            {"nummer": nummer, "voorwaarde": voorwaarde}
            for nummer, voorwaarden in stand.voorwaarden.items()
            for voorwaarde in voorwaarden
        ],
        "voorraad": [
            {"partij": partij, **asdict(stand_), "stand": float(stand_.stand)}
            for partij, standen in jaarschijf.voorraad.items()
            for stand_ in standen
        ],
        "voorbehouden": _verzoeken(jaarschijf.wederkerigheid.voorbehouden),
        "wederkerigheid": _wederkerigheid(jaarschijf.wederkerigheid),
        "bevindingen": [bevinding_as_json(b) for b in stand.bevindingen],
    }


def _regel(stand: "Opgavestand", regel: "JaarschijfRegel") -> dict[str, object]:
    """Return one line with the places of every number in it."""
    bedragen = {naam: getattr(regel, veld) for naam, veld in _BEDRAGEN.items()}
    return {
        "afspraak": regel.afspraak_id,
        "nummer": regel.nummer,
        "partij": regel.partij,
        "jaar": stand.jaarschijf.jaar,
        "indicator": regel.indicator,
        "eenheid": stand.samenwerking.indicatoren[regel.indicator].eenheid,
        "teken": regel.teken.value if regel.teken else None,
        **{naam: _getal(bedrag) for naam, bedrag in bedragen.items()},
        "bod_tekst": regel.bod_tekst,
        "realisatie_jaar": regel.realisatie_jaar,
        "oordeel": regel.oordeel.value,
        "herkomst": {
            naam: _herkomst(veld, regel)
            for naam, veld in _BEDRAGEN.items()
            if bedragen[naam] is not None
        },
    }


def _herkomst(veld: str, regel: "JaarschijfRegel") -> dict[str, object]:
    """Return where a number stands, or how it was computed."""
    from cycle.services.trace_cijfers import berekening

    plekken = regel.herkomst.get(veld, ())
    return {
        "plekken": [asdict(plek) for plek in plekken],
        "berekening": "" if plekken else berekening(veld, regel),
    }


def _wederkerigheid(tabel: "Wederkerigheid") -> dict[str, object]:
    """Return the requests, and every cell of the matrix, the empty ones too."""
    return {
        "verzoeken": _verzoeken(tabel.regels),
        "voorwaarden": _verzoeken(tabel.voorwaarden),
        "matrix": [asdict(cel) for cel in tabel.matrix],
    }


def _verzoeken(regels: "Iterable[Verzoekregel]") -> list[dict[str, object]]:
    """Return requests as plain data."""
    return [asdict(regel) for regel in regels]


def _getal(bedrag: "Decimal | None") -> float | None:
    """Return a number, unknown stays unknown."""
    return None if bedrag is None else float(bedrag)
