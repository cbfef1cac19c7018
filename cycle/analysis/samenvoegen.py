"""Samenvoegen: meerjarige afspraken x biedingen -> the lines of one jaarschijf."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from cycle.analysis.bodcontrole import check_antwoorden
from cycle.analysis.cijferregels import (
    Antwoorden,
    Cijferregel,
    index_antwoorden,
    list_cijferregels,
)
from cycle.analysis.inhoudcontrole import check_samenwerking
from cycle.analysis.restopgave import KOLOMMEN, UITKOMSTEN, add_restopgave
from cycle.domain.activiteittekst import activiteit_tekst, bod_tekst, is_genuanceerd
from cycle.domain.afspraak import Afspraak
from cycle.domain.afspraakweergave import Namen
from cycle.domain.behoefte import build_wederkerigheid
from cycle.domain.bieding import Bieding, BiedingRegel, ExtraVoorstel
from cycle.domain.formulier import regelcode, vragen
from cycle.domain.indicator import Indicator
from cycle.domain.jaarschijf import Activiteit, Jaarschijf, JaarschijfRegel, Oordeel, ZonderBod
from cycle.domain.samenwerking import Samenwerking

if TYPE_CHECKING:
    import pandas as pd


_NIET_INGEDIEND = "nog geen bieding ingediend"
_OPENGELATEN = "vraag niet beantwoord"


def merge_jaarschijf(
    samenwerking: Samenwerking, jaar: int, biedingen: Sequence[Bieding]
) -> Jaarschijf:
    """Return the jaarschijf for `jaar`: lines, actions, both lists of gaps, findings.

    `biedingen` holds at most one bieding per partij. Everything stands in the order of
    the afspraken and, within one afspraak, of the partijen.
    """
    antwoorden = index_antwoorden(biedingen)
    gevraagd = {
        (partij.code, regelcode(afspraak.nummer, indicator.code))
        for afspraak in samenwerking.afspraken
        for partij in samenwerking.partijen
        for indicator in vragen(samenwerking, afspraak, partij.code)
    }
    jaarschijf = Jaarschijf(
        samenwerking=samenwerking.code,
        jaar=jaar,
        regels=_compute_regels(
            samenwerking, jaar, list_cijferregels(samenwerking, jaar, antwoorden)
        ),
        activiteiten=_list_activiteiten(samenwerking, antwoorden),
        zonder_bod=_list_zonder_bod(samenwerking, biedingen, antwoorden),
        zonder_afspraak=tuple(
            voorstel
            for bieding in biedingen
            for voorstel in (*bieding.extra, *_losse_regels(bieding, gevraagd))
        ),
        bevindingen=tuple(check_samenwerking(samenwerking)),
        wederkerigheid=build_wederkerigheid(samenwerking, jaar, biedingen),
        voorraad={bieding.partij: bieding.voorraad for bieding in biedingen if bieding.voorraad},
    )
    over_antwoorden = check_antwoorden(Namen(samenwerking), jaarschijf)
    return replace(jaarschijf, bevindingen=(*jaarschijf.bevindingen, *over_antwoorden))


def _compute_regels(
    samenwerking: Samenwerking, jaar: int, cijferregels: Sequence[Cijferregel]
) -> tuple[JaarschijfRegel, ...]:
    """Return the lines with rest, nodig, verschil and oordeel, computed in one frame."""
    realisaties = [r.realisatie(samenwerking, jaar) for r in cijferregels]
    berekend = add_restopgave(_frame(cijferregels, realisaties, jaar), jaar)
    return tuple(
        JaarschijfRegel(
            afspraak_id=regel.afspraak.id,
            nummer=regel.afspraak.nummer,
            indicator=regel.indicator.code,
            partij=regel.partij,
            teken=regel.doel.teken if regel.doel else None,
            doel=regel.doel.waarde if regel.doel else None,
            realisatie=realisatie,
            rest=_decimal(rest),
            nodig=_decimal(nodig),
            bod=regel.bod,
            verschil=_decimal(verschil),
            oordeel=Oordeel(oordeel),
            herkomst=regel.herkomst(samenwerking, jaar),
            is_gedeeld=regel.is_gedeeld,
            na_bod_rest=_decimal(na_bod_rest),
            tempo=_decimal(tempo),
            realisatie_jaar=regel.realisatie_jaar(samenwerking, jaar),
            bod_tekst=regel.bod_tekst,
        )
        for regel, realisatie, rest, nodig, verschil, na_bod_rest, tempo, oordeel in zip(
            cijferregels, realisaties, *(berekend[naam] for naam in UITKOMSTEN), strict=True
        )
    )


def _frame(
    cijferregels: Sequence[Cijferregel], realisaties: Sequence[Decimal | None], jaar: int
) -> "pd.DataFrame":
    """Return one row per line, with the columns and dtypes of `restopgave.KOLOMMEN`."""
    import pandas as pd

    doelen = [r.doel for r in cijferregels]
    return pd.DataFrame(
        {
            "stroom": [r.indicator.aard == "stroom" for r in cijferregels],
            "maximum": [r.is_maximum for r in cijferregels],
            "doet_mee": [r.doet_mee for r in cijferregels],
            "compleet": [r.is_compleet for r in cijferregels],
            "nvt": [r.is_nvt for r in cijferregels],
            "afname": [r.is_verwachte_afname for r in cijferregels],
            "doel": [_float(d.waarde if d else None) for d in doelen],
            "realisatie": [_float(waarde) for waarde in realisaties],
            "fasering": [_float(d.fasering.get(jaar) if d else None) for d in doelen],
            "bod": [_float(r.bod) for r in cijferregels],
            "van": [_float(d.van if d else None) for d in doelen],
            "tot_en_met": [_float(d.tot_en_met if d else None) for d in doelen],
        }
    ).astype(KOLOMMEN)


def _float(waarde: Decimal | int | None) -> float | None:
    """Return a number for the frame, unknown stays unknown."""
    return None if waarde is None else float(waarde)


def _decimal(waarde: object) -> Decimal | None:
    """Return a cell of the frame as an exact number, None for an unknown one.

    Six decimals are far below the precision of any indicator.
    """
    if not isinstance(waarde, float | int):
        return None
    return Decimal(f"{waarde:.6f}").normalize() + Decimal(0)


def _list_activiteiten(
    samenwerking: Samenwerking, antwoorden: Antwoorden
) -> tuple[Activiteit, ...]:
    """Return what partijen said they will do, in the order of afspraken and partijen.

    A refusal is listed with its reason, and so is "n.v.t.": it must be read where the
    afspraak stands.
    """
    return tuple(
        _activiteit(afspraak, partij.code, indicator, antwoord)
        for afspraak in samenwerking.afspraken
        for partij in samenwerking.partijen
        for indicator in vragen(samenwerking, afspraak, partij.code)
        if (antwoord := antwoorden.get((partij.code, regelcode(afspraak.nummer, indicator.code))))
        and antwoord.deelname is not None
    )


def _activiteit(
    afspraak: Afspraak, partij: str, indicator: Indicator, antwoord: BiedingRegel
) -> Activiteit:
    """Return one answer as an action."""
    return Activiteit(
        afspraak_id=afspraak.id,
        nummer=afspraak.nummer,
        partij=partij,
        regelcode=antwoord.regelcode,
        indicator=indicator.code,
        tekst=activiteit_tekst(antwoord, indicator),
        planning=antwoord.planning,
        bod=antwoord.bod,
        bedrag=antwoord.bedrag,
        herkomst=antwoord.plekken,
        bod_tekst=bod_tekst(antwoord, indicator) if is_genuanceerd(antwoord) else "",
    )


def _list_zonder_bod(
    samenwerking: Samenwerking, biedingen: Sequence[Bieding], antwoorden: Antwoorden
) -> tuple[ZonderBod, ...]:
    """Return every question that was asked and not answered."""
    ingediend = {b.partij for b in biedingen}
    return tuple(
        ZonderBod(
            afspraak_id=afspraak.id,
            nummer=afspraak.nummer,
            partij=partij.code,
            indicator=indicator.code,
            reden=_OPENGELATEN if partij.code in ingediend else _NIET_INGEDIEND,
        )
        for afspraak in samenwerking.afspraken
        for partij in samenwerking.partijen
        for indicator in vragen(samenwerking, afspraak, partij.code)
        if not _is_beantwoord(
            antwoorden.get((partij.code, regelcode(afspraak.nummer, indicator.code)))
        )
    )


def _is_beantwoord(antwoord: BiedingRegel | None) -> bool:
    """Return whether a row holds any answer at all."""
    return antwoord is not None and antwoord.deelname is not None


def _losse_regels(bieding: Bieding, gevraagd: set[tuple[str, str]]) -> list[ExtraVoorstel]:
    """Return answers to questions that today's content does not ask this partij."""
    return [
        ExtraVoorstel(
            partij=bieding.partij,
            omschrijving=regel.toelichting or f"Antwoord op vraag {regel.regelcode}",
            bod=regel.ruw.get("bod", ""),
            planning=regel.planning,
            plek=next(iter(regel.plekken.values())),
        )
        for regel in bieding.regels
        if (bieding.partij, regel.regelcode) not in gevraagd and regel.plekken
    ]
