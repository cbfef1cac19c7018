"""Termijnen: the rules of the calendar, from the ``[[termijn]]`` blocks of one profile."""

from collections.abc import Mapping, Sequence
from typing import Final

from cycle.domain.fase import Fase
from cycle.domain.kalender import Belang, Schuif, Soort, TermijnRegel
from cycle.library.bevindingen import Bevindingen
from cycle.library.suggestie import advies
from cycle.library.tomltabel import TomlTabel

_DAGEN: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_SCHUIF: Final = {
    Soort.VOOR: Schuif.WERKDAG_ERVOOR,
    Soort.OP: Schuif.NIET,
    Soort.UITERLIJK: Schuif.VORIGE_WERKDAG,
    Soort.RELATIEF: Schuif.VORIGE_WERKDAG,
}
"""What happens on a day off when a rule does not say it: only "op" may stay on one."""


def read_termijnregels(
    bron: TomlTabel, gevolgd: Sequence[TermijnRegel], bevindingen: Bevindingen
) -> tuple[TermijnRegel, ...]:
    """Return the rules of a profile, in an order in which an anchor goes first.

    A rule takes the place of one with its code in `gevolgd`, the rules of the profile that
    this one follows; the others of those stay. The rules are read last, so `bron` is closed.
    """
    regels = {regel.code: regel for regel in gevolgd}
    eigen: dict[str, TomlTabel] = {}
    for tabel in bron.tabellen("termijn"):
        regel = _read_regel(tabel)
        if regel.code in eigen:
            bevindingen.fout(
                "I131", tabel.plek("code"), f"De termijn '{regel.code}' staat er twee keer."
            )
        if tabel.is_gaaf:
            _check_dag(regel, tabel, bevindingen)
        eigen[regel.code] = tabel
        regels[regel.code] = regel
    bron.close()
    if bron.is_gaaf and "" not in regels:
        _report_los(regels, eigen, bevindingen)
    return tuple(regels.values())


def _report_los(
    regels: Mapping[str, TermijnRegel], eigen: Mapping[str, TomlTabel], bevindingen: Bevindingen
) -> None:
    """Report own rules that count from one which is not above them, or which holds later."""
    erboven: list[str] = []
    for code, regel in regels.items():
        anker = regels[regel.na] if regel.na in erboven else None
        tabel = eigen.get(code)
        if tabel and regel.na and regel.na != code and anker is None:
            melding = f"De termijn '{regel.na}' staat niet boven '{code}'."
            bevindingen.fout("I125", tabel.plek("na"), melding, advies(regel.na, erboven))
        elif tabel and anker and anker.vanaf_jaar > regel.vanaf_jaar:
            melding = f"De termijn '{regel.na}' geldt pas vanaf {anker.vanaf_jaar}."
            raad = f"Zet hier ook 'vanaf_jaar = {anker.vanaf_jaar}' bij."
            bevindingen.fout("I125", tabel.plek("na"), melding, raad)
        erboven.append(code)


def _read_regel(tabel: TomlTabel) -> TermijnRegel:
    """Return one rule."""
    soort, atw = tabel.keuze("soort", Soort), tabel.waar("atw")
    regel = TermijnRegel(
        code=tabel.tekst("code"),
        fase=tabel.keuze("fase", Fase).value,
        melding=tabel.tekst("melding"),
        basis=tabel.tekst("basis"),
        soort=soort,
        schuif=tabel.keuze("schuif", Schuif, Schuif.NIET if atw else _SCHUIF[soort]),
        jaar=tabel.geheel("jaar", standaard=0),
        maand=tabel.geheel("maand", standaard=0),
        dag=tabel.geheel("dag", standaard=0),
        na=tabel.tekst("na", verplicht=False),
        dagen=tabel.geheel("dagen", standaard=0),
        werkdagen=tabel.geheel("werkdagen", standaard=0),
        weken=tabel.geheel("weken", standaard=0),
        maanden=tabel.geheel("maanden", standaard=0),
        atw=atw,
        belang=tabel.keuze("belang", Belang, Belang.HOOFD),
        vanaf_jaar=tabel.geheel("vanaf_jaar", standaard=0),
    )
    tabel.close()
    return regel


def _check_dag(regel: TermijnRegel, tabel: TomlTabel, bevindingen: Bevindingen) -> None:
    """Report a rule that points at no day, at two days, or at a day that cannot be."""
    melding = _fout_in_dag(regel)
    if melding:
        bevindingen.fout("I164", tabel.plek(), melding)


def _fout_in_dag(regel: TermijnRegel) -> str:
    """Return what is wrong with the day of a rule, empty when nothing is."""
    vast = bool(regel.maand or regel.dag or regel.jaar)
    afstand = [regel.werkdagen, regel.dagen or regel.weken or regel.maanden]
    if vast == bool(regel.na) or (vast and any(afstand)):
        return "Een termijn heeft een vaste dag, of telt vanaf een andere termijn."
    if regel.na and all(afstand):
        return "Werkdagen gaan niet samen met dagen, weken of maanden."
    if vast and not (1 <= regel.maand <= 12 and 1 <= regel.dag <= _DAGEN[regel.maand - 1]):
        return f"Dag {regel.dag} van maand {regel.maand} bestaat niet."
    if regel.schuif is Schuif.NIET and regel.soort is not Soort.OP and not regel.atw:
        return "Alleen een termijn van de soort 'op' mag op een vrije dag blijven staan."
    return ""
