"""Toetstekst: what the form of a check says, in full and in plain words for tenants."""

from collections.abc import Iterator, Sequence
from typing import Final

from cycle.domain.formulier import Formulier
from cycle.domain.notatie import opsomming
from cycle.domain.toetsvraag import Toetsuitvraag
from cycle.forms.bladen import Tabelblad
from cycle.forms.indeling import STAND, TOEZEGGINGEN

_KEUZES: Final = "niet begonnen, loopt, vertraagd, gereed of vervalt"

TOETSTIPS: Final = (
    "Weet u een getal nog niet? Schrijf dan n.b. en schrijf bij Toelichting wanneer u het weet. "
    "Vul geen 0 in: nul betekent dat er niets is bereikt.",
    "Duizend schrijft u als 1000 of 1.000. Een half procent schrijft u als 0,5.",
    "Dit is een stand van zaken. Wij vergelijken partijen niet met elkaar.",
    "Hebt u iets vergeten? Stuur het formulier dan nog een keer. Het laatste formulier telt.",
)
TOETSTIPS_KORT: Final = (
    "U hoeft niet alles in een keer te doen. Sla het bestand op en ga later verder.",
    "Weet u iets niet? Laat de regel dan leeg, of schrijf het bij Toelichting.",
    "Lukt het niet? Bel of mail ons. Het adres staat hierboven.",
)


def toets_van(formulier: Formulier) -> Toetsuitvraag:
    """Return what is asked on the form of a check.

    Raises:
        ValueError: this is the form of a bieding.
    """
    if formulier.toets is None:
        raise ValueError("the form of a bieding has no check")
    return formulier.toets


def toetstitel(formulier: Formulier) -> str:
    """Return what the check is called: ``Stand van zaken april 2024``."""
    return f"Stand van zaken {toets_van(formulier).moment.value} {formulier.jaar}"


def stand_uitleg(formulier: Formulier) -> str:
    """Return the instruction above the table with afspraken."""
    peildatum = toets_van(formulier).peildatum
    if formulier.is_kort:
        return (
            f"Kies per regel hoe het staat op {peildatum}. Schrijf bij Toelichting wat er is "
            "gedaan."
        )
    return (
        f"Hoe staat het op {peildatum}? Vul de gele cellen in. Stuur het uiterlijk op "
        f"{formulier.inleveren_voor} terug."
    )


def toezeggingen_uitleg(formulier: Formulier) -> str:
    """Return the instruction above the table with what was promised."""
    peildatum = toets_van(formulier).peildatum
    return f"Dit zegde u toe, of stelde u zelf voor. Hoe staat het op {peildatum}?"


def toets_waarvoor(formulieren: Sequence[Formulier]) -> str:
    """Return what the form is for."""
    eerste = formulieren[0]
    dagen = list(dict.fromkeys(toets_van(f).overleg for f in formulieren))
    begin = (
        "Gemeente, corporaties en huurders kijken samen hoe het gaat met de afspraken"
        if eerste.is_kort
        else f"De partijen bespreken hoe het gaat met de jaarschijf {eerste.jaar}"
    )
    return (
        f"{begin}. Dat doen zij op {opsomming(dagen)}. Met dit formulier zegt u hoe uw eigen "
        f"afspraken ervoor staan op {toets_van(eerste).peildatum}. Wat u eerder afsprak, staat er "
        "al in."
    )


def toets_stappen(
    formulieren: Sequence[Formulier], bladen: Sequence[Sequence[Tabelblad]]
) -> Iterator[str]:
    """Yield the steps, in the order of the sheets and their columns."""
    eerste = formulieren[0]
    peildatum = toets_van(eerste).peildatum
    namen = [blad.tabel.blad for eigen in bladen for blad in eigen]
    woord = "het werkblad" if len(namen) == 1 else "de werkbladen"
    yield f"Ga naar {woord} {opsomming(namen)}. U vindt de werkbladen onderaan in beeld."
    yield f"Kies bij '{STAND.kop('status')}' uit de lijst: {_KEUZES}."
    if any(f.vraagt_getallen for f in formulieren):
        yield (
            f"Vul bij '{STAND.kop('cijfer')}' in wat er dit jaar is bereikt tot en met "
            f"{peildatum}. Alleen het getal. Bij een percentage vult u in hoe het die dag staat. "
            "Staat er 'niet nodig'? Dan vragen wij geen getal."
        )
    yield "Schrijf bij Toelichting kort wat er is gedaan."
    yield "Is er vertraging, of gaat het niet door? Schrijf bij Toelichting waarom."
    toezeggingen = [n.tabel for eigen in bladen for n in eigen if n.tabel.naam == TOEZEGGINGEN.naam]
    if toezeggingen:
        yield (
            f"Op {opsomming([t.blad for t in toezeggingen])} staat wat u aan anderen toezegde of "
            "zelf voorstelde. Kies ook daar hoe het staat."
        )
    yield "Sla het bestand op als Excel-bestand en stuur het terug."
