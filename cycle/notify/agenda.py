"""Agenda: calendar files of one jaarschijf: to take in, to follow, and to be invited with."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import pendulum

from cycle.domain.kalender import Termijn
from cycle.domain.notatie import datum
from cycle.domain.partij import EIGEN_ORGAAN, Orgaan, Partij, uw_orgaan
from cycle.domain.samenwerking import Bijeenkomst, Samenwerking
from cycle.domain.uitnodiging import Uitnodiging, number_bijeenkomsten
from cycle.notify.kalenderbestand import Post, write_bestand
from cycle.notify.uitnodiging import write_uitnodiging

DOMEIN: Final = "jaarschijf.example"


class IcsAgenda:
    """Port `Agenda`: iCalendar files (RFC 5545) that any calendar can take in."""

    def write(self, samenwerking: Samenwerking, jaar: int, termijnen: Sequence[Termijn]) -> bytes:
        """Return a file with the deadlines and meetings of one jaarschijf.

        The same input gives the same bytes: the stamp is the first day of the year of
        making, not the present.
        """
        posten = [
            *_termijnposten(samenwerking, jaar, termijnen),
            *(
                bijeenkomst_post(samenwerking, jaar, sleutel, bijeenkomst, _begin(jaar))
                for sleutel, bijeenkomst in _bijeenkomsten(samenwerking, jaar)
            ),
        ]
        koppen = {"x-wr-calname": f"{samenwerking.naam}, jaarschijf {jaar}"}
        return write_bestand(_koppen(samenwerking, koppen), _sorted(posten))

    def feed(
        self, samenwerking: Samenwerking, partij: Partij, jaren: Mapping[int, Sequence[Termijn]]
    ) -> bytes:
        """Return the calendar that one partij follows: the milestones of these years.

        Whoever knows the address can read it, so it holds days and hours, no agenda, place,
        name or document. The days on which organen of this partij decide are in it.
        """
        posten: list[Post] = []
        for jaar, termijnen in jaren.items():
            posten += _termijnposten(samenwerking, jaar, termijnen)
            posten += _mijlpalen(samenwerking, jaar)
            posten += _vergaderingen(samenwerking, jaar, partij)
        koppen = {
            "x-wr-calname": f"Prestatieafspraken {samenwerking.naam}: {partij.naam}",
            "x-published-ttl": "P1D",
        }
        return write_bestand(_koppen(samenwerking, koppen), _sorted(posten))

    def uitnodiging(self, samenwerking: Samenwerking, jaar: int, uitnodiging: Uitnodiging) -> bytes:
        """Return the invitation to a meeting, or what calls it off, for all partijen."""
        dag = uitnodiging.op
        gemaakt = pendulum.datetime(dag.year, dag.month, dag.day, tz="UTC")
        post = bijeenkomst_post(
            samenwerking, jaar, uitnodiging.sleutel, uitnodiging.bijeenkomst, gemaakt
        )
        return write_uitnodiging(samenwerking, uitnodiging, post)


def bijeenkomst_post(
    samenwerking: Samenwerking,
    jaar: int,
    sleutel: str,
    bijeenkomst: Bijeenkomst,
    gemaakt: pendulum.DateTime,
) -> Post:
    """Return a meeting with its agenda, place and time."""
    agenda = [f"{nummer}. {punt}" for nummer, punt in enumerate(bijeenkomst.agenda, start=1)]
    return Post(
        uid=f"bijeenkomst-{sleutel}-{samenwerking.code}-{jaar}@{DOMEIN}",
        gemaakt=gemaakt,
        datum=bijeenkomst.datum,
        titel=bijeenkomst.naam,
        tekst="\n".join(["Agenda:", *agenda]) if agenda else "",
        categorie="Bijeenkomst",
        tijd=bijeenkomst.tijd,
        plaats=bijeenkomst.plaats,
    )


def _koppen(samenwerking: Samenwerking, koppen: Mapping[str, str]) -> dict[str, str]:
    """Return the heading of a file that is published; example figures are marked."""
    merk = {"x-wr-caldesc": samenwerking.voorbeeld} if samenwerking.voorbeeld else {}
    return {"method": "PUBLISH", **koppen, **merk}


def _sorted(posten: list[Post]) -> list[Post]:
    """Return entries in order of day."""
    return sorted(posten, key=lambda post: (post.datum, post.uid))


def _begin(jaar: int) -> pendulum.DateTime:
    """Return the stamp of a file that must not change from day to day."""
    return pendulum.datetime(jaar - 1, 1, 1, tz="UTC")


def _bijeenkomsten(samenwerking: Samenwerking, jaar: int) -> Iterator[tuple[str, Bijeenkomst]]:
    """Return the meetings of one jaarschijf with their keys."""
    return number_bijeenkomsten(samenwerking.jaar(jaar).bijeenkomsten)


def _termijnposten(
    samenwerking: Samenwerking, jaar: int, termijnen: Sequence[Termijn]
) -> Iterator[Post]:
    """Yield an entry per deadline that is no meeting, with its basis and its date in law."""
    bezet = {bijeenkomst.code for bijeenkomst in samenwerking.jaar(jaar).bijeenkomsten}
    for termijn in termijnen:
        if termijn.code in bezet:
            continue
        atw = f"ja, tot en met {datum(termijn.datum_atw)}" if termijn.datum_atw else "nee"
        regels = (
            *([f"Basis: {termijn.basis}"] if termijn.basis else []),
            f"Soort: {termijn.soort}",
            f"Datum volgens de regel: {datum(termijn.datum_wettelijk)}",
            f"Algemene termijnenwet: {atw}",
        )
        yield Post(
            uid=f"termijn-{termijn.code}-{samenwerking.code}-{jaar}@{DOMEIN}",
            gemaakt=_begin(jaar),
            datum=termijn.datum,
            titel=termijn.melding,
            tekst="\n".join(regels),
            categorie="Termijn",
        )


def _mijlpalen(samenwerking: Samenwerking, jaar: int) -> Iterator[Post]:
    """Yield the meetings without what only those who come need to know."""
    for sleutel, bijeenkomst in _bijeenkomsten(samenwerking, jaar):
        yield Post(
            uid=f"bijeenkomst-{sleutel}-{samenwerking.code}-{jaar}@{DOMEIN}",
            gemaakt=_begin(jaar),
            datum=bijeenkomst.datum,
            titel=bijeenkomst.naam,
            tekst="",
            categorie="Bijeenkomst",
            tijd=bijeenkomst.tijd,
        )


def _vergaderingen(samenwerking: Samenwerking, jaar: int, partij: Partij) -> Iterator[Post]:
    """Yield the days on which the organen of this partij decide."""
    for (code, orgaan), dag in samenwerking.jaar(jaar).vergaderdata.items():
        if code == partij.code:
            naam = uw_orgaan(EIGEN_ORGAAN[Orgaan(orgaan)])
            yield Post(
                uid=f"vergadering-{code}-{orgaan}-{samenwerking.code}-{jaar}@{DOMEIN}",
                gemaakt=_begin(jaar),
                datum=dag,
                titel=f"Besluit van {naam} over de jaarschijf {jaar}",
                tekst="",
                categorie="Vergadering",
            )
