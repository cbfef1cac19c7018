"""Dossierkenmerk: what the metadata of a dossier say, read off what was registered."""

from collections.abc import Iterator

import pendulum

from cycle.domain.accordering import Reikwijdte
from cycle.domain.dossiermetagegevens import Dossierkenmerk
from cycle.domain.mdto import Archiefgebeurtenis
from cycle.domain.samenwerking import Samenwerking
from cycle.services.dossierbron import Dossierbron


def make_dossierkenmerk(bron: Dossierbron, opgemaakt_op: pendulum.Date) -> Dossierkenmerk:
    """Return the name, the events and the signatories of a dossier."""
    cyclus, inhoud = bron.cyclus, bron.inhoud
    return Dossierkenmerk(
        kenmerk=f"{cyclus.samenwerking}-{cyclus.jaar}",
        naam=f"Jaarschijf {cyclus.jaar} van {bron.view.samenwerking}",
        gemeente=bron.view.gemeente,
        jaar=cyclus.jaar,
        opgemaakt_op=opgemaakt_op,
        gebeurtenissen={
            "": (Archiefgebeurtenis("Creatie", cyclus.gestart_op),),
            "jaarschijf": (*_vaststelling(bron), *_getekend(bron), *_verzonden(bron)),
            "vastgesteld/jaarschijf": tuple(_vaststelling(bron)),
            **{
                f"biedingen/{i.partij}-versie-{i.versie}": (
                    Archiefgebeurtenis(
                        "Ontvangst", i.ontvangen_op, inhoud.partij(i.partij).naam, i.bestandsnaam
                    ),
                )
                for i in bron.inzendingen
            },
        },
        ondertekenaars=tuple(_ondertekenaars(bron)),
    )


def _vaststelling(bron: Dossierbron) -> Iterator[Archiefgebeurtenis]:
    """Yield the making of the text, and its freezing."""
    yield Archiefgebeurtenis("Creatie", bron.begonnen_op)
    yield Archiefgebeurtenis(
        "Bevriezing",
        bron.concept.gemaakt_op,
        resultaat=f"Versie {bron.concept.versie}, code {bron.concept.code}.",
    )


def _getekend(bron: Dossierbron) -> Iterator[Archiefgebeurtenis]:
    """Yield every signature on the adopted version."""
    for hand in bron.handtekeningen:
        if hand.code == bron.concept.code and hand.reikwijdte is not Reikwijdte.NIET:
            wie = _wie(bron.inhoud, hand.partij, hand.functie)
            resultaat = f"Getekend: {hand.reikwijdte.value}, {hand.route.value}."
            yield Archiefgebeurtenis("Accordering", hand.op, wie, resultaat)


def _verzonden(bron: Dossierbron) -> Iterator[Archiefgebeurtenis]:
    """Yield every delivery."""
    for levering in bron.leveringen:
        yield Archiefgebeurtenis(
            "Verzending",
            levering.op,
            bron.inhoud.partij(levering.corporatie).naam,
            f"Aan {levering.ontvanger}: {', '.join(s.value for s in levering.stukken)}.",
        )


def _ondertekenaars(bron: Dossierbron) -> Iterator[str]:
    """Yield who signs: names of organisations and functions, never of persons."""
    for partij in bron.inhoud.partijen:
        for functie in partij.ondertekenaars:
            yield _wie(bron.inhoud, partij.code, functie)


def _wie(inhoud: Samenwerking, partij: str, functie: str) -> str:
    """Return a partij with a function."""
    return f"{inhoud.partij(partij).naam} ({functie})"
