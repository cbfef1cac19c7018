"""Afsprakenlijst: the adopted afspraken as data that any programme can read.

The JSON holds everything, the CSV one row per figure. Both come from the kept data of the
version, never from today's content.
"""

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from cycle.domain.jaarschijf import Jaarschijf, JaarschijfRegel
from cycle.domain.view import AfspraakView, CijferView, JaarschijfView

_KOLOMMEN: Final = (
    *("nummer", "id", "thema", "titel", "aard", "wie", "termijn", "tekst"),
    *("partij", "indicator", "doel", "realisatie", "rest", "nodig", "bod", "verschil", "oordeel"),
)
_FORMULE: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_GETALLEN: Final = ("doel", "realisatie", "rest", "nodig", "bod", "verschil")


def write_afspraken_json(view: JaarschijfView, jaarschijf: Jaarschijf) -> bytes:
    """Return the adopted afspraken with texts, targets, actions and figures as JSON."""
    gegevens = {
        "samenwerking": jaarschijf.samenwerking,
        "jaar": jaarschijf.jaar,
        "titel": view.titel,
        "versie": view.versie,
        "code": view.code,
        "voorbeeld": view.voorbeeld,
        "afspraken": [
            {"thema": thema.naam, **_afspraak(afspraak, jaarschijf)}
            for thema in view.themas
            for afspraak in thema.afspraken
        ],
    }
    return (json.dumps(gegevens, ensure_ascii=False, indent=2) + "\n").encode()


def write_afspraken_csv(view: JaarschijfView, jaarschijf: Jaarschijf) -> bytes:
    """Return one row per figure, and one per afspraak without figures, as CSV for Excel.

    UTF-8 with a mark at the begin, ``;`` between columns and a comma in numbers. A text that
    a spreadsheet would take for a formula gets an apostrophe in front.
    """
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(_KOLOMMEN)
    for thema in view.themas:
        for afspraak in thema.afspraken:
            schrijver.writerows(_rijen(thema.naam, afspraak, jaarschijf))
    return b"\xef\xbb\xbf" + uit.getvalue().encode()


def make_veilig(tekst: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    Signs that look like one (full width, behind a space that does not show) count as well.
    """
    kaal = unicodedata.normalize("NFKC", tekst).lstrip(" \u200b\ufeff")
    return f"'{tekst}" if kaal.startswith(_FORMULE) or tekst.startswith(_FORMULE) else tekst


def _rijen(thema: str, afspraak: AfspraakView, jaarschijf: Jaarschijf) -> Iterator[list[str]]:
    """Yield the rows of one afspraak."""
    kop = [
        afspraak.nummer,
        *map(
            make_veilig,
            (
                *(afspraak.id, thema, afspraak.titel, afspraak.aard),
                *(afspraak.wie, afspraak.termijn, afspraak.tekst),
            ),
        ),
    ]
    cijfers = list(_cijfers(afspraak, jaarschijf))
    if not cijfers:
        yield kop + [""] * (len(_KOLOMMEN) - len(kop))
    for cijfer, regel in cijfers:
        yield [
            *kop,
            make_veilig(cijfer.partij),
            make_veilig(cijfer.indicator),
            *(_met_komma(getattr(regel, naam)) for naam in _GETALLEN),
            cijfer.oordeel,
        ]


def _afspraak(afspraak: AfspraakView, jaarschijf: Jaarschijf) -> dict[str, object]:
    """Return one afspraak as plain data."""
    teksten = ("id", "titel", "aard", "tekst", "toelichting", "wie", "termijn")
    return {
        "nummer": int(afspraak.nummer),
        **{naam: getattr(afspraak, naam) for naam in teksten},
        "voorwaarden": list(afspraak.voorwaarden),
        "voorbehouden": list(afspraak.voorbehouden),
        "begrippen": {begrip.term: begrip.betekenis for begrip in afspraak.begrippen},
        "doelen": _plat(afspraak.doelen, ("partij", "indicator", "doel", "periode")),
        "acties": _plat(
            afspraak.acties, ("partij", "activiteit", "planning", "indicator", "bod", "bedrag")
        ),
        "cijfers": [
            {
                "partij": cijfer.partij,
                "indicator": cijfer.indicator,
                "code": regel.indicator,
                **{naam: _getal(getattr(regel, naam)) for naam in _GETALLEN},
                "oordeel": cijfer.oordeel,
            }
            for cijfer, regel in _cijfers(afspraak, jaarschijf)
        ],
    }


def _plat(rijen: Iterable[object], namen: tuple[str, ...]) -> list[dict[str, object]]:
    """Return these fields of every row."""
    return [{naam: getattr(rij, naam) for naam in namen} for rij in rijen]


def _cijfers(
    afspraak: AfspraakView, jaarschijf: Jaarschijf
) -> Iterator[tuple[CijferView, JaarschijfRegel]]:
    """Yield each figure of an afspraak in words, with the numbers it was made from."""
    regels = [regel for regel in jaarschijf.regels if regel.nummer == int(afspraak.nummer)]
    return zip(afspraak.cijfers, regels, strict=True)


def _getal(waarde: Decimal | None) -> int | float | None:
    """Return a number for JSON; what is not known stays null."""
    if waarde is None:
        return None
    return int(waarde) if waarde == waarde.to_integral_value() else float(waarde)


def _met_komma(waarde: Decimal | None) -> str:
    """Return a number with a comma, without exponent or needless zeros; empty when unknown."""
    if waarde is None:
        return ""
    tekst = f"{waarde:f}"
    kort = tekst.rstrip("0").rstrip(".") if "." in tekst else tekst
    return kort.replace(".", ",")
