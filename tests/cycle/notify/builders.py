"""A samenwerking and deadlines with only what a calendar shows."""

import pendulum

from cycle.domain.kalender import Soort, Termijn
from cycle.domain.samenwerking import Bijeenkomst, Jaar, Samenwerking


def een_samenwerking(*bijeenkomsten: Bijeenkomst, voorbeeld: str = "") -> Samenwerking:
    return Samenwerking(
        code="hogeland",
        naam="Het Hogeland",
        gemeente="Het Hogeland",
        titel="Ambitiekader",
        inleiding="",
        van=pendulum.date(2024, 1, 1),
        tot_en_met=pendulum.date(2027, 12, 31),
        peildatum=None,
        partijen=(),
        themas=(),
        indicatoren={},
        kaders=(),
        dossiers=(),
        jaren={2024: Jaar(jaar=2024, prioriteiten=(), bijeenkomsten=bijeenkomsten)},
        realisaties=(),
        content_hash="",
        voorbeeld=voorbeeld,
    )


DAG = pendulum.date(2023, 9, 12)


def een_bijeenkomst(
    code: str = "kickoff", dag: pendulum.Date = DAG, agenda: str = ""
) -> Bijeenkomst:
    return Bijeenkomst(code=code, naam="Startbijeenkomst", datum=dag, agenda=tuple(agenda.split()))


def een_termijn(
    code: str = "biedingen_in", *, basis: str = "Woningwet art. 44", wettelijk_dag: int = 1
) -> Termijn:
    return Termijn(
        code=code,
        fase="biedingen",
        datum=pendulum.date(2023, 10, 1),
        datum_wettelijk=pendulum.date(2023, 10, wettelijk_dag),
        basis=basis,
        melding="De biedingen zijn binnen",
        soort=Soort.UITERLIJK,
    )
