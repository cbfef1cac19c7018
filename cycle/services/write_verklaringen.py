"""Verklaringen: the model of the bestuursverklaring for every corporatie, ready to sign."""

import pendulum

from cycle.domain import notatie
from cycle.domain.ondertekenbladview import VerklaringView
from cycle.domain.partij import Partij, PartijSoort
from cycle.services.cyclus import Uitkomst, require_cyclus, require_vastgesteld
from cycle.services.gegevens import load_gegevens
from cycle.services.list_leveringen import load_leverlijst
from cycle.services.ports import Toolkit


def write_verklaringen(toolkit: Toolkit, samenwerking: str, jaar: int) -> Uitkomst:
    """Write the model of each corporatie to the folder with documents, as Word.

    The day of the raad van commissarissen is filled in only when somebody gave it with a
    delivery: its decision on the afspraken need not be that on the budget.

    Raises:
        FaseError: nothing was adopted yet.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        concept = require_vastgesteld(tx, cyclus)
        leverlijst = load_leverlijst(toolkit, tx, cyclus, inhoud)
    view = load_gegevens(toolkit.bestanden.get(concept.gegevens)).view
    rvc = {regel.corporatie: regel.rvc_op for regel in leverlijst.rvc}
    namen = []
    for corporatie in inhoud.van_soort(PartijSoort.CORPORATIE):
        verklaring = VerklaringView(
            samenwerking=view.samenwerking,
            gemeente=view.gemeente,
            jaar=view.jaar,
            corporatie=corporatie.naam,
            ondertekenaar=_ondertekenaar(corporatie),
            versie=concept.versie,
            code=concept.code,
            vastgesteld_op=notatie.datum(concept.gemaakt_op),
            rvc_datum=_dag(rvc[corporatie.code]),
            uiterlijk=notatie.datum_met_dag(leverlijst.plandatum),
            voorbeeld=view.voorbeeld,
        )
        naam = f"levering/bestuursverklaring-{jaar}-{corporatie.code}.docx"
        docx = toolkit.tekstverwerker.bestuursverklaring(verklaring)
        namen.append(str(toolkit.uitgifte.write(samenwerking, jaar, naam, docx)))
    return Uitkomst(
        "Het model van de bestuursverklaring staat klaar voor elke corporatie.",
        stukken=tuple(namen),
    )


def _ondertekenaar(corporatie: Partij) -> str:
    """Return who signs for a corporatie."""
    return notatie.opsomming(list(corporatie.ondertekenaars))


def _dag(dag: pendulum.Date | None) -> str:
    """Return a day in words, empty when it is not known."""
    return notatie.datum(dag) if dag else ""
