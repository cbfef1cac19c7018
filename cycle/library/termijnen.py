"""Termijnen: the rules of the calendar from ``content/termijnen.toml``."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from cycle.domain.fase import Fase
from cycle.domain.kalender import Schuif, Soort, TermijnRegel
from cycle.library.bestand import read_bestand
from cycle.library.bevindingen import Bevindingen
from cycle.library.suggestie import advies
from cycle.library.tomltabel import TomlTabel, read_toml

_Los = tuple[TermijnRegel, TomlTabel, list[str]]
"""A rule, where it stands, and the codes above it."""

BESTAND: Final = "termijnen.toml"

_DAGEN: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read_termijnregels(content: Path, bevindingen: Bevindingen) -> tuple[TermijnRegel, ...]:
    """Return all rules in the order of the file, in which an anchor goes first."""
    bestand = read_bestand(content, BESTAND, bevindingen)
    bron = read_toml(bestand, bevindingen) if bestand else None
    if bron is None:
        return ()
    regels: dict[str, TermijnRegel] = {}
    los: list[_Los] = []
    for tabel in bron.tabellen("termijn"):
        regel = _read_regel(tabel)
        if regel.code in regels:
            bevindingen.fout(
                "I131", tabel.plek("code"), f"De termijn '{regel.code}' staat er twee keer."
            )
        if tabel.is_gaaf:
            _check_dag(regel, tabel, bevindingen)
        if regel.na and regel.na not in regels:
            los.append((regel, tabel, list(regels)))
        regels[regel.code] = regel
    bron.close()
    if bron.is_gaaf and not regels:
        raad = "Zet er minstens een blok [[termijn]] in."
        bevindingen.fout("I111", bron.plek(), "In dit bestand staat geen enkele termijn.", raad)
    if bron.is_gaaf and "" not in regels:
        _report_los(los, bevindingen)
    return tuple(regels.values())


def _report_los(los: Sequence[_Los], bevindingen: Bevindingen) -> None:
    """Report rules that count from a rule which does not stand above them."""
    for regel, tabel, erboven in los:
        bevindingen.fout(
            "I125",
            tabel.plek("na"),
            f"De termijn '{regel.na}' staat niet boven '{regel.code}'.",
            advies(regel.na, erboven),
        )


def _read_regel(tabel: TomlTabel) -> TermijnRegel:
    """Return one rule."""
    regel = TermijnRegel(
        code=tabel.tekst("code"),
        fase=tabel.keuze("fase", Fase).value,
        melding=tabel.tekst("melding"),
        basis=tabel.tekst("basis"),
        soort=tabel.keuze("soort", Soort),
        schuif=tabel.keuze("schuif", Schuif, Schuif.NIET),
        jaar=tabel.geheel("jaar", standaard=0),
        maand=tabel.geheel("maand", standaard=0),
        dag=tabel.geheel("dag", standaard=0),
        na=tabel.tekst("na", verplicht=False),
        dagen=tabel.geheel("dagen", standaard=0),
        werkdagen=tabel.geheel("werkdagen", standaard=0),
        weken=tabel.geheel("weken", standaard=0),
        maanden=tabel.geheel("maanden", standaard=0),
        atw=tabel.waar("atw"),
    )
    tabel.close()
    return regel


def _check_dag(regel: TermijnRegel, tabel: TomlTabel, bevindingen: Bevindingen) -> None:
    """Report a rule that points at no day, at two days, or at a day that does not exist."""
    vast = bool(regel.maand or regel.dag or regel.jaar)
    afstand = [regel.werkdagen, regel.dagen or regel.weken or regel.maanden]
    if vast == bool(regel.na) or (vast and any(afstand)):
        melding = "Een termijn heeft een vaste dag, of telt vanaf een andere termijn."
    elif regel.na and all(afstand):
        melding = "Werkdagen gaan niet samen met dagen, weken of maanden."
    elif vast and not (1 <= regel.maand <= 12 and 1 <= regel.dag <= _DAGEN[regel.maand - 1]):
        melding = f"Dag {regel.dag} van maand {regel.maand} bestaat niet."
    else:
        return
    bevindingen.fout("I164", tabel.plek(), melding)
