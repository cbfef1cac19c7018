"""Uitvraag: whether a returned form is one that can be kept: kind, sender, year, answers."""

from collections.abc import Collection
from dataclasses import replace

from cycle.domain.bevinding import Bevinding, Celbevinding, Ernst
from cycle.domain.cyclus import Inzending
from cycle.domain.notatie import datum
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.toets import Toetsmoment
from cycle.services.formulierport import GelezenFormulier

_LEES = {True: "jaarschijf toets lees", False: "jaarschijf bieding lees"}


def check_soort(
    gelezen: GelezenFormulier, welkom: Collection[Toetsmoment | None], bestandsnaam: str
) -> tuple[Bevinding, ...]:
    """Return a blokkade when this is another kind of form, or that of the other check.

    `welkom` names the checks that are read here, None standing for a bieding. A file that
    does not even say whose it is has its own finding.
    """
    if not gelezen.partij or gelezen.moment in welkom:
        return ()
    if gelezen.moment and None not in welkom:
        verwacht = " of ".join(moment.value for moment in welkom if moment)
        advies = f"Stuur het formulier voor de stand van zaken van {verwacht}."
    else:
        advies = f"Lees dit bestand met: {_LEES[gelezen.moment is not None]}"
    return (
        Celbevinding(
            code="B020",
            klasse="ander_formulier",
            ernst=Ernst.BLOKKADE,
            plek=bestandsnaam,
            melding=f"Dit is het formulier voor {_soort(gelezen.moment)}.",
            advies=advies,
        ),
    )


def refuse_andere(
    gelezen: GelezenFormulier, welkom: Collection[Toetsmoment | None], bestandsnaam: str
) -> GelezenFormulier:
    """Return the form, refused when it is of a kind that is not read here."""
    ander = check_soort(gelezen, welkom, bestandsnaam)
    if not ander:
        return gelezen
    return replace(gelezen, bieding=None, melding=None, bevindingen=ander)


def _soort(moment: Toetsmoment | None) -> str:
    """Return what a form asks for."""
    return f"de stand van zaken van {moment.value}" if moment else "de bieding"


def check_adres(
    gelezen: GelezenFormulier, afspraken: Samenwerking, jaar: int, bestandsnaam: str
) -> tuple[Bevinding, ...]:
    """Return findings when the form was made for someone else or another year."""
    if not gelezen.partij:
        return ()
    bevindingen: list[Bevinding] = []
    gemeld = {b.code for b in gelezen.bevindingen}
    bekend = {p.code for p in afspraken.partijen}
    vreemd = gelezen.samenwerking != afspraken.code or gelezen.partij not in bekend
    if vreemd and "B011" not in gemeld:
        bevindingen.append(
            Celbevinding(
                code="B011",
                klasse="andere_partij",
                ernst=Ernst.BLOKKADE,
                plek=bestandsnaam,
                melding=(
                    f"Dit formulier is van '{gelezen.partij}' in '{gelezen.samenwerking}' "
                    f"en hoort niet bij {afspraken.naam}."
                ),
                advies=f"Stuur het formulier dat u voor {afspraken.naam} kreeg.",
            )
        )
    if gelezen.jaar != jaar and "B012" not in gemeld:
        bevindingen.append(
            Celbevinding(
                code="B012",
                klasse="andere_cyclus",
                ernst=Ernst.BLOKKADE,
                plek=bestandsnaam,
                melding=f"Dit formulier is voor {gelezen.jaar}. Wij verwachten dat voor {jaar}.",
                advies=f"Vul het formulier voor {jaar} in.",
            )
        )
    return tuple(bevindingen)


def find_leeg(bestandsnaam: str, *, is_leeg: bool) -> tuple[Bevinding, ...]:
    """Return a finding when a form came back without a single answer."""
    if not is_leeg:
        return ()
    return (
        Celbevinding(
            code="B017",
            klasse="niets_ingevuld",
            ernst=Ernst.BLOKKADE,
            plek=bestandsnaam,
            melding="In dit formulier staat nog geen enkel antwoord.",
            advies="Vul het formulier in, sla het op en stuur het opnieuw.",
        ),
    )


def find_dubbel(
    vorige: Inzending, sha256: str, bestandsnaam: str, *, is_gelijk: bool
) -> Bevinding | None:
    """Return a finding when this partij sent the same before, None when it says something new."""
    op = datum(vorige.ontvangen_op)
    if vorige.sha256 == sha256:
        code, melding = "B014", f"U stuurde dit bestand al op {op}."
    elif is_gelijk:
        code, melding = "B015", f"De antwoorden zijn gelijk aan die van {op}."
    else:
        return None
    return Celbevinding(
        code=code,
        ernst=Ernst.INFO,
        plek=bestandsnaam,
        melding=melding,
        advies="U hoeft niets te doen. Wilde u iets veranderen? Stuur dan het nieuwe bestand.",
        klasse={"B014": "dubbel", "B015": "dubbel_inhoud"}[code],
    )
