"""Reactieweergave: the reactietabel as the annex of a draft."""

from collections.abc import Mapping, Sequence

from cycle.domain.afspraakweergave import Namen
from cycle.domain.reactietabel import Reactiekeuze, Reactieregel, reactie_tekst
from cycle.domain.reactieview import ReactieView

NOG_OPEN = "nog geen besluit"
_BESLUIT = {
    Reactiekeuze.OVERNEMEN: "overgenomen",
    Reactiekeuze.AFWIJZEN: "niet overgenomen",
    Reactiekeuze.BESPREKEN: "wordt besproken",
}


def build_reacties(
    regels: Sequence[Reactieregel], namen: Namen, mislukt: Mapping[int, str]
) -> tuple[ReactieView, ...]:
    """Return one row per reaction that counts; those in `mislukt` wait for somebody's hand."""
    return tuple(
        _reactie(regel, namen, is_mislukt=regel.nummer in mislukt)
        for regel in regels
        if regel.besluit is None or regel.besluit.keuze is not Reactiekeuze.VERVALLEN
    )


def _reactie(regel: Reactieregel, namen: Namen, *, is_mislukt: bool) -> ReactieView:
    """Return one row."""
    besluit = _BESLUIT[regel.besluit.keuze] if regel.besluit else NOG_OPEN
    return ReactieView(
        nummer=str(regel.nummer),
        partij=namen.partij(regel.ingebracht.partij),
        versie=regel.ingebracht.versie,
        plek=regel.ingebracht.reactie.vindplaats.plek,
        reactie=reactie_tekst(regel.ingebracht.reactie),
        besluit=f"{besluit}, nog te verwerken" if is_mislukt else besluit,
        antwoord=regel.besluit.antwoord if regel.besluit else "",
        eigen=False,
    )
