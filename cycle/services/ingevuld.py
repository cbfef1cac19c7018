"""Ingevuld: a form with what its partij already handed in for this jaar in it."""

from collections.abc import Iterator, Sequence

from cycle.domain.bodversie import DELEN
from cycle.domain.formulier import Formulier
from cycle.domain.gelezen import GelezenWaarde
from cycle.services.ports import Afzender, GelezenFormulier, Toolkit


def write_formulieren(toolkit: Toolkit, *formulieren: Formulier) -> bytes:
    """Return the workbook of one partij, with the answers that count until now in it.

    The same forms and the same biedingen give the same bytes.
    """
    blanco = toolkit.formulieren.write(*formulieren)
    ingevuld = [_read_ingevuld(toolkit, formulier) for formulier in formulieren]
    if not any(gelezen.waarden for gelezen in ingevuld):
        return blanco
    return toolkit.formulieren.renew(blanco, ingevuld)


def pick_formulier(
    gelezen: Sequence[GelezenFormulier], samenwerking: str, jaar: int
) -> GelezenFormulier:
    """Return the form for this samenwerking and jaar, else the first."""
    passend = [g for g in gelezen if (g.samenwerking, g.jaar) == (samenwerking, jaar)]
    return (passend or gelezen)[0]


def _read_ingevuld(toolkit: Toolkit, formulier: Formulier) -> GelezenFormulier:
    """Return what counts of all that was handed in: each table as in the last file that has it.

    What was found in those files went back to the sender then, and is left out.
    """
    per_tabel: dict[str, tuple[GelezenWaarde, ...]] = {}
    for gelezen in _list_ingediend(toolkit, formulier):
        for tabel in gelezen.tabellen - per_tabel.keys():
            per_tabel[tabel] = tuple(w for w in gelezen.waarden if w.tabel == tabel)
        if per_tabel.keys() >= _tabellen(formulier):
            break
    return GelezenFormulier(
        partij=formulier.partij,
        samenwerking=formulier.samenwerking,
        jaar=formulier.jaar,
        bieding=None,
        bevindingen=(),
        waarden=tuple(waarde for tabel in DELEN for waarde in per_tabel.get(tabel, ())),
    )


def _list_ingediend(toolkit: Toolkit, formulier: Formulier) -> Iterator[GelezenFormulier]:
    """Yield what stands in each file that was kept of a partij, the last one first."""
    with toolkit.store.transaction() as tx:
        cyclus = tx.get(formulier.samenwerking, formulier.jaar)
        inzendingen = tx.inzendingen(cyclus) if cyclus else ()
    afzender = Afzender(formulier.partij, formulier.samenwerking, formulier.jaar)
    for inzending in reversed(inzendingen):
        if inzending.partij == formulier.partij:
            inhoud = toolkit.bestanden.get(inzending.sha256)
            alle = toolkit.formulieren.read(inhoud, inzending.bestandsnaam, inzending.id, afzender)
            yield pick_formulier(alle, formulier.samenwerking, formulier.jaar)


def _tabellen(formulier: Formulier) -> set[str]:
    """Return the tables of a form in which something can be filled in."""
    niet = set() if formulier.voorraad else {"voorraad"}
    niet |= set() if formulier.verzoeken else {"gevraagd"}
    return DELEN.keys() - niet
