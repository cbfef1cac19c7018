"""Voorbeeldbesluiten: the file ``voorbeeld/besluiten-JJJJ.md``."""

import re
from typing import Final

import pendulum

from cycle.domain.accordering import Reikwijdte
from cycle.domain.partij import Orgaan
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.voorbeeld import VoorbeeldBesluit
from cycle.library.bestand import Bestand
from cycle.library.bevindingen import Bevindingen
from cycle.library.suggestie import advies
from cycle.library.tabel import Rij
from cycle.library.tabelbestand import read_rijen

KOLOMMEN: Final = ("partij", "orgaan", "besluit", "datum", "zonder", "reden")

_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_besluiten(
    bestand: Bestand, samenwerking: Samenwerking, bevindingen: Bevindingen
) -> tuple[VoorbeeldBesluit, ...]:
    """Return the decisions in the order of the file; each must be one that can count."""
    rijen = read_rijen(bestand, bevindingen, KOLOMMEN)
    besluiten = (_read_besluit(rij, samenwerking, bevindingen) for rij in rijen)
    return tuple(besluit for besluit in besluiten if besluit is not None)


def _read_besluit(
    rij: Rij, samenwerking: Samenwerking, bevindingen: Bevindingen
) -> VoorbeeldBesluit | None:
    """Return one decision, None with a finding when something in the row is wrong."""
    orgaan = _read_orgaan(rij, samenwerking, bevindingen)
    reikwijdte = rij.keuze("besluit", Reikwijdte, bevindingen)
    op = _read_datum(rij, bevindingen)
    zonder = _read_nummers(rij, samenwerking, bevindingen)
    if orgaan is None or reikwijdte is None or op is None or zonder is None:
        return None
    is_deels = reikwijdte is Reikwijdte.OP_ONDERDELEN
    if reikwijdte is not Reikwijdte.GEHEEL and not rij.cellen["reden"]:
        bevindingen.fout("I162", rij.plek, f"Bij '{reikwijdte}' hoort een reden.")
    elif is_deels != bool(zonder):
        bevindingen.fout(
            "I162",
            rij.plek,
            "Afspraken uitzonderen hoort bij 'op onderdelen', en alleen daarbij.",
        )
    return VoorbeeldBesluit(
        partij=rij.cellen["partij"],
        orgaan=orgaan,
        reikwijdte=reikwijdte,
        op=op,
        reden=rij.cellen["reden"],
        uitgezonderd=zonder,
    )


def _read_orgaan(rij: Rij, samenwerking: Samenwerking, bevindingen: Bevindingen) -> Orgaan | None:
    """Return the orgaan of a known partij, None with a finding when it has none such."""
    organen = {partij.code: partij.organen for partij in samenwerking.partijen}
    partij, orgaan = rij.cellen["partij"], rij.cellen["orgaan"]
    if partij not in organen:
        bevindingen.fout(
            "I120", rij.plek, f"De partij '{partij}' is niet bekend.", advies(partij, list(organen))
        )
    elif orgaan not in organen[partij]:
        bevindingen.fout(
            "I161",
            rij.plek,
            f"De partij '{partij}' beslist niet via '{orgaan}'.",
            f"Kies uit: {', '.join(organen[partij])}.",
        )
    else:
        return Orgaan(orgaan)
    return None


def _read_datum(rij: Rij, bevindingen: Bevindingen) -> pendulum.Date | None:
    """Return the day of the decision, None with a finding when it is no date."""
    tekst = rij.cellen["datum"]
    try:
        if _DATUM.fullmatch(tekst):
            return pendulum.date(*map(int, tekst.split("-")))
    except ValueError:
        pass  # a day such as 2024-02-30 gets the same finding as other text
    bevindingen.fout(
        "I112", rij.plek, f"'{tekst}' is geen datum.", "Schrijf een datum zoals 2024-12-31."
    )
    return None


def _read_nummers(
    rij: Rij, samenwerking: Samenwerking, bevindingen: Bevindingen
) -> tuple[int, ...] | None:
    """Return the numbers in the column ``zonder``, None with a finding for a strange one."""
    bekend = {str(afspraak.nummer) for afspraak in samenwerking.afspraken}
    delen = [deel.strip() for deel in rij.cellen["zonder"].split(",") if deel.strip()]
    vreemd = [deel for deel in delen if deel not in bekend]
    if vreemd:
        bevindingen.fout(
            "I124",
            rij.plek,
            f"Afspraak '{vreemd[0]}' bestaat niet.",
            "Schrijf de nummers van afspraken, met een komma ertussen.",
        )
        return None
    return tuple(int(deel) for deel in delen)
