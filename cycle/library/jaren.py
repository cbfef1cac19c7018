"""Jaren: the ``[[jaar]]`` blocks of a samenwerking, with meetings and meeting days."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

import pendulum

from cycle.domain.kloktijd import read_kloktijd
from cycle.domain.partij import Orgaan
from cycle.domain.plek import Plek
from cycle.domain.samenwerking import Bijeenkomst, Jaar
from cycle.library.bevindingen import Bevindingen
from cycle.library.register import Naamsoort, Register
from cycle.library.tomltabel import TomlTabel

_MEESTE_RONDES: Final = 5


class BijeenkomstSoort(StrEnum):
    """Meetings that the year knows."""

    KICKOFF = "kickoff"
    AMBTELIJK = "ambtelijk"
    BESTUURLIJK = "bestuurlijk"
    ONDERTEKENING = "ondertekening"
    TRIPARTIET_APRIL = "tripartiet_april"
    TRIPARTIET_SEPTEMBER = "tripartiet_september"


def read_jaren(
    bron: TomlTabel,
    organen: Mapping[str, tuple[Orgaan, ...]],
    register: Register,
    bevindingen: Bevindingen,
) -> dict[int, Jaar]:
    """Return what was decided per jaarschijf, without the specifications.

    `organen` maps partijen to the bodies they have; one that is left out is not checked.
    """
    jaren: dict[int, Jaar] = {}
    for tabel in bron.tabellen("jaar"):
        vergaderingen = _read_vergaderingen(tabel, organen, register, bevindingen)
        jaar = Jaar(
            jaar=tabel.geheel("jaar"),
            prioriteiten=tabel.teksten("prioriteiten", verplicht=False),
            bijeenkomsten=tuple(
                _read_bijeenkomst(b, bevindingen) for b in tabel.tabellen("bijeenkomst")
            ),
            vergaderdata={wie: dag for wie, (dag, _) in vergaderingen.items()},
            vergaderplekken={wie: plek for wie, (_, plek) in vergaderingen.items()},
            overleg_gestart=tabel.datum_of_niets("overleg_gestart"),
            reactierondes=_read_reactierondes(tabel, bevindingen),
            plek=tabel.plek(),
        )
        tabel.close()
        for thema in jaar.prioriteiten:
            register.refer(Naamsoort.THEMA, thema, tabel.plek("prioriteiten", thema))
        if jaar.jaar in jaren:
            bevindingen.fout("I132", tabel.plek("jaar"), f"Het jaar {jaar.jaar} staat er dubbel.")
        jaren[jaar.jaar] = jaar
    return jaren


def _read_bijeenkomst(tabel: TomlTabel, bevindingen: Bevindingen) -> Bijeenkomst:
    """Return one meeting; a time that cannot be read leaves the whole day."""
    tijd = tabel.tekst("tijd", verplicht=False)
    bijeenkomst = Bijeenkomst(
        code=tabel.keuze("code", BijeenkomstSoort).value,
        naam=tabel.tekst("naam"),
        datum=tabel.datum("datum"),
        agenda=tabel.teksten("agenda", verplicht=False),
        tijd=read_kloktijd(tijd),
        plaats=tabel.tekst("plaats", verplicht=False),
        plek=tabel.plek("datum"),
    )
    tabel.close()
    if tijd and bijeenkomst.tijd is None:
        melding = f"De tijd '{tijd}' is niet te lezen, of het einde ligt voor het begin."
        raad = 'Schrijf begin en einde zo: tijd = "13.30-15.30".'
        bevindingen.fout("I112", tabel.plek("tijd"), melding, raad)
    return bijeenkomst


def _read_reactierondes(jaar: TomlTabel, bevindingen: Bevindingen) -> int:
    """Return how often partijen react, once when nothing is said."""
    rondes = jaar.geheel("reactierondes", standaard=1)
    if 1 <= rondes <= _MEESTE_RONDES:
        return rondes
    bevindingen.fout(
        "I112",
        jaar.plek("reactierondes"),
        f"Bij 'reactierondes' kan {rondes} niet.",
        f"Schrijf een getal van 1 tot en met {_MEESTE_RONDES}.",
    )
    return 1


def _read_vergaderingen(
    jaar: TomlTabel,
    organen: Mapping[str, tuple[Orgaan, ...]],
    register: Register,
    bevindingen: Bevindingen,
) -> dict[tuple[str, str], tuple[pendulum.Date, Plek]]:
    """Return per partij and orgaan the day on which it decides, and where that stands."""
    dagen: dict[tuple[str, str], tuple[pendulum.Date, Plek]] = {}
    for tabel in jaar.tabellen("vergadering"):
        partij, orgaan = tabel.tekst("partij"), tabel.keuze("orgaan", Orgaan)
        datum = tabel.datum("datum")
        tabel.close()
        if not tabel.is_gaaf:
            continue
        register.refer(Naamsoort.PARTIJ, partij, tabel.plek("partij"))
        if (partij, orgaan.value) in dagen:
            bevindingen.fout(
                "I132", tabel.plek(), f"De vergadering van {partij} ({orgaan}) staat er dubbel."
            )
        elif orgaan not in organen.get(partij, (orgaan,)):
            bevindingen.fout(
                "I161",
                tabel.plek("orgaan"),
                f"De partij '{partij}' beslist niet via '{orgaan}'.",
            )
        dagen[partij, orgaan.value] = (datum, tabel.plek("datum"))
    return dagen
