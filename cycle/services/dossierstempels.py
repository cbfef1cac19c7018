"""Dossierstempels: the time stamps of a dossier, kept apart from it and renewed every year."""

import hashlib
from collections.abc import Mapping, Sequence

import pendulum

from cycle.domain.cyclus import Stuk
from cycle.domain.dossiermanifest import TIJDSTEMPELS
from cycle.domain.tijdstempellijst import make_stempellijst
from cycle.services.ports import Toolkit
from cycle.services.render_stukken import GEZAMENLIJK

STEMPELLIJST = "dossier-stempellijst"
STEMPEL = "dossier-stempel"


def list_stempels(toolkit: Toolkit, stukken: Sequence[Stuk], revisie: int) -> dict[str, bytes]:
    """Return the lists and tokens of one revision by their path in the dossier."""
    return {
        stuk.naam: toolkit.bestanden.get(stuk.sha256)
        for stuk in stukken
        if stuk.soort in (STEMPELLIJST, STEMPEL) and stuk.versie.split("/")[0] == f"r{revisie}"
    }


def last_stempel(stukken: Sequence[Stuk], revisie: int) -> pendulum.Date | None:
    """Return the day of the last token of one revision, None when there is none."""
    dagen = [
        pendulum.Date.fromisoformat(stuk.versie.split("/")[1])
        for stuk in stukken
        if stuk.soort == STEMPEL and stuk.versie.split("/")[0] == f"r{revisie}"
    ]
    return max(dagen, default=None)


def make_stempel(
    toolkit: Toolkit, revisie: int, op: pendulum.Date, gestempeld: Mapping[str, bytes]
) -> tuple[Stuk, ...]:
    """Return a new list and its token, kept by hash; nothing when no service is set.

    Raises:
        InvoerError: the service gives no token.
    """
    lijst = make_stempellijst(gestempeld)
    token = toolkit.zegel.stamp_digest(hashlib.sha256(lijst).hexdigest())
    if token is None:
        return ()
    dag = op.to_date_string()
    naam = f"{TIJDSTEMPELS}r{revisie}-{dag}"
    return tuple(
        Stuk(soort, GEZAMENLIJK, f"r{revisie}/{dag}", waar, toolkit.bestanden.put(inhoud))
        for soort, waar, inhoud in (
            (STEMPELLIJST, f"{naam}.json", lijst),
            (STEMPEL, f"{naam}.tsr", token),
        )
    )
