"""Regio's: the shared file ``content/regios.toml``, which may be left out."""

from collections.abc import Collection
from pathlib import Path
from typing import Final

from cycle.domain.regio import Herindeling, Regiodeel, Regios
from cycle.library.bestand import read_bestand
from cycle.library.bevindingen import Bevindingen
from cycle.library.suggestie import advies
from cycle.library.tomltabel import TomlTabel, read_toml

BESTAND: Final = "regios.toml"


def read_regios(content: Path, bevindingen: Bevindingen) -> Regios:
    """Return all indelingen; without the file there are none."""
    if not (content / BESTAND).is_file():
        return Regios()
    bestand = read_bestand(content, BESTAND, bevindingen)
    bron = read_toml(bestand, bevindingen) if bestand else None
    if bron is None:
        return Regios()
    delen: list[Regiodeel] = []
    for tabel in bron.tabellen("regio"):
        deel = _read_deel(tabel, bevindingen)
        if tabel.is_gaaf:
            _check_dubbel(deel, delen, tabel, bevindingen)
            delen.append(deel)
    herindelingen: dict[str, Herindeling] = {}
    for tabel in bron.tabellen("herindeling"):
        herindeling = _read_herindeling(tabel)
        if tabel.is_gaaf:
            _check_herindeling(herindeling, herindelingen, tabel, bevindingen)
            herindelingen[herindeling.gemeente] = herindeling
    bron.close()
    return Regios(tuple(delen), tuple(herindelingen.values()))


def check_gemeenten(regios: Regios, gemeenten: Collection[str], bevindingen: Bevindingen) -> None:
    """Report each gemeente that is not in `gemeenten` and did not go into one that is.

    Often such a name is misspelt, and then the right gemeente counts in no regio.
    """
    opgegaan = {h.gemeente for h in regios.herindelingen}
    gemeld: set[str] = set()
    for deel in regios.delen:
        if deel.gemeente in (*gemeenten, *opgegaan, *gemeld):
            continue
        gemeld.add(deel.gemeente)
        melding = f"De gemeente '{deel.gemeente}' heeft geen samenwerking."
        bevindingen.waarschuwing("I168", deel.plek, melding, advies(deel.gemeente, gemeenten))


def _read_deel(tabel: TomlTabel, bevindingen: Bevindingen) -> Regiodeel:
    """Return one gemeente of one regio."""
    deel = Regiodeel(
        indeling=tabel.tekst("indeling"),
        regio=tabel.tekst("regio"),
        gemeente=tabel.tekst("gemeente"),
        plek=tabel.plek(),
        van=tabel.geheel("van", standaard=0) or None,
        tot_en_met=tabel.geheel("tot_en_met", standaard=0) or None,
    )
    tabel.close()
    if deel.van and deel.tot_en_met and deel.tot_en_met < deel.van:
        melding = f"Dit eindigt in {deel.tot_en_met} en begint in {deel.van}."
        bevindingen.fout("I115", tabel.plek("tot_en_met"), melding)
    return deel


def _check_dubbel(
    deel: Regiodeel, delen: list[Regiodeel], tabel: TomlTabel, bevindingen: Bevindingen
) -> None:
    """Report a gemeente that would count twice in one indeling."""
    ander = next((eerder for eerder in delen if deel.overlapt(eerder)), None)
    if ander is not None:
        bevindingen.fout(
            "I132",
            tabel.plek("gemeente"),
            f"{deel.gemeente} staat in de indeling '{deel.indeling}' al bij {ander.regio} "
            f"({ander.plek}).",
            "Haal een van de twee weg, of geef met 'van' en 'tot_en_met' aan wanneer elk geldt.",
        )


def _read_herindeling(tabel: TomlTabel) -> Herindeling:
    """Return one gemeente that went into another."""
    herindeling = Herindeling(
        gemeente=tabel.tekst("gemeente"),
        opvolger=tabel.tekst("opvolger"),
        per=tabel.geheel("per"),
        plek=tabel.plek(),
    )
    tabel.close()
    return herindeling


def _check_herindeling(
    nieuw: Herindeling,
    bekend: dict[str, Herindeling],
    tabel: TomlTabel,
    bevindingen: Bevindingen,
) -> None:
    """Report a gemeente with two successors, and one that leads back to itself."""
    if nieuw.gemeente in bekend:
        melding = f"De herindeling van {nieuw.gemeente} staat er twee keer."
        bevindingen.fout("I132", tabel.plek("gemeente"), melding)
        return
    stap = nieuw.opvolger
    while stap in bekend and stap != nieuw.gemeente:
        stap = bekend[stap].opvolger
    if stap == nieuw.gemeente:
        bevindingen.fout(
            "I112",
            tabel.plek("opvolger"),
            f"De opvolging van {nieuw.gemeente} komt weer bij {nieuw.gemeente} uit.",
            "Controleer welke gemeente de opvolger is.",
        )
