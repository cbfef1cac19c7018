"""Uitlegtekst: what the sheet Uitleg says, in full and in the short edition for tenants."""

from collections.abc import Iterator, Sequence
from typing import Final

from cycle.domain.formulier import Formulier
from cycle.domain.notatie import opsomming
from cycle.domain.partij import EIGEN_ORGAAN, uw_orgaan
from cycle.forms.bladen import Tabelblad
from cycle.forms.indeling import BIEDING, EXTRA, GEVRAAGD, VOORRAAD, WEDERKERIGHEID, Tabel

WAARVOOR_KORT: Final = (
    "Gemeente, corporaties en huurders maken samen afspraken over wonen. Met dit formulier zegt u "
    "wat u daar komend jaar voor doet."
)
TIPS: Final = (
    "Weet u een getal nog niet? Laat het bod dan leeg en schrijf bij Toelichting wanneer u het "
    "weet. Vul geen 0 in: nul betekent dat u niets doet.",
    "Duizend schrijft u als 1000 of 1.000. Een half procent schrijft u als 0,5.",
    "U hoeft niet alles in een keer te doen. Sla het bestand op en ga later verder.",
    "Wij lezen uw antwoorden met een programma. Is iets niet duidelijk? Dan hoort u dat van ons, "
    "met de cel erbij.",
)
TIPS_KORT: Final = (
    "U hoeft niet alles in een keer te doen. Sla het bestand op en ga later verder.",
    "Weet u iets nog niet? Schrijf dan bij Toelichting wanneer u het wel weet.",
    "Lukt het niet? Bel of mail ons. Het adres staat hierboven.",
)


def waarvoor(formulieren: Sequence[Formulier]) -> str:
    """Return what the form is for, and how many questions it holds."""
    if len(formulieren) > 1:
        delen = [f"{_aantal_vragen(f)} over {f.gemeente}" for f in formulieren]
        vragen = f"Er staan vragen in over elke gemeente: {opsomming(delen)}."
    else:
        werkwoord = "staat" if len(formulieren[0].regels) == 1 else "staan"
        vragen = f"Er {werkwoord} {_aantal_vragen(formulieren[0])} in."
    return (
        f"Ieder jaar maken wij een jaarschijf. Daarin staat wie wat doet. Met dit formulier zegt "
        f"u wat u in {formulieren[0].jaar} doet voor de afspraken waar u aan meewerkt. {vragen}"
    )


def _aantal_vragen(formulier: Formulier) -> str:
    """Return the number of questions with its noun."""
    aantal = len(formulier.regels)
    return "1 vraag" if aantal == 1 else f"{aantal} vragen"


def stappen(
    formulieren: Sequence[Formulier], bladen: Sequence[Sequence[Tabelblad]]
) -> Iterator[str]:
    """Yield the steps, in the order of the sheets and their columns."""
    jaar = formulieren[0].jaar
    yield _begin(formulieren, bladen)
    yield "Kies bij 'Doet u mee?' uit de lijst: ja, deels, nee of n.v.t."
    yield (
        f"Vul bij 'Uw bod voor {jaar}' een getal in. Alleen het getal, zonder woorden. "
        "Staat er 'niet nodig'? Dan vragen wij geen getal. Schrijf dan bij Toelichting wat u "
        "gaat doen."
    )
    yield (
        "Vul bij 'Wanneer klaar?' in wanneer het klaar is. Bijvoorbeeld: "
        f"juli {jaar}, of 3e kwartaal {jaar}."
    )
    yield "Kost het geld? Vul dan bij 'Bedrag (euro)' uw bedrag in. Dit mag leeg blijven."
    yield "Doet u niet mee, of maar voor een deel? Leg dan bij Toelichting uit waarom."
    yield from _andere_bladen(formulieren[0], bladen)
    yield "Sla het bestand op als Excel-bestand en stuur het terug."


def stappen_kort(
    formulieren: Sequence[Formulier], bladen: Sequence[Sequence[Tabelblad]]
) -> Iterator[str]:
    """Yield the steps in as few words as possible."""
    yield _begin(formulieren, bladen)
    yield "Kies bij 'Doet u mee?' uit de lijst: ja, deels, nee of n.v.t."
    if any(f.vraagt_getallen for f in formulieren):
        yield "Vragen wij een getal? Vul dan alleen het getal in, zonder woorden."
    yield "Schrijf bij 'Wanneer klaar?' wanneer u het doet."
    yield "Schrijf bij 'Toelichting' wat u gaat doen. Doet u niet mee? Schrijf dan waarom."
    yield f"Hebt u iets van een ander nodig? Schrijf dat op {_op(WEDERKERIGHEID, bladen)}."
    if any(f.verzoeken for f in formulieren):
        yield f"Vraagt een ander iets van u? Dat staat op {_op(GEVRAAGD, bladen)}."
    yield f"Hebt u zelf een idee? Schrijf dat op {_op(EXTRA, bladen)}."
    yield "Sla het bestand op en stuur het terug."


def _namen(tabel: Tabel, bladen: Sequence[Sequence[Tabelblad]]) -> list[str]:
    """Return the sheets of one table by the names they have in this workbook."""
    return [blad.tabel.blad for eigen in bladen for blad in eigen if blad.tabel.naam == tabel.naam]


def _op(tabel: Tabel, bladen: Sequence[Sequence[Tabelblad]]) -> str:
    """Return where one table stands: ``het werkblad Extra``, or one for each gemeente."""
    namen = _namen(tabel, bladen)
    woord = "het werkblad" if len(namen) == 1 else "de werkbladen"
    return f"{woord} {opsomming(namen)}"


def _begin(formulieren: Sequence[Formulier], bladen: Sequence[Sequence[Tabelblad]]) -> str:
    """Return the first step: where to find the questions."""
    eerste = _namen(BIEDING, bladen)[0]
    if len(formulieren) == 1:
        ga = f"Ga naar het werkblad {eerste}."
    else:
        waar = opsomming([f.gemeente for f in formulieren])
        ga = f"U werkt in {waar}. Elke gemeente heeft eigen werkbladen. Begin bij {eerste}."
    return f"{ga} U vindt de werkbladen onderaan in beeld. Elke regel is een vraag."


def _andere_bladen(formulier: Formulier, bladen: Sequence[Sequence[Tabelblad]]) -> Iterator[str]:
    """Yield what to do on the sheets after the first one, for those that are there."""
    if _namen(VOORRAAD, bladen):
        yield (
            f"Vul op {_op(VOORRAAD, bladen)} in hoeveel woningen u had op 1 januari "
            f"{formulier.jaar - 1}. Weet u een aantal niet? Laat de cel dan leeg."
        )
    eigen = [naam for naam in EIGEN_ORGAAN.values() if naam in formulier.gevraagden]
    ook = f" Moet {uw_orgaan(eigen[-1])} nog instemmen? Zet dat er dan ook bij." if eigen else ""
    yield (
        "Kunt u iets alleen doen als een ander helpt? Schrijf dat op "
        f"{_op(WEDERKERIGHEID, bladen)}.{ook}"
    )
    if _namen(GEVRAAGD, bladen):
        yield f"Andere partijen vragen iets van u. Antwoord op {_op(GEVRAAGD, bladen)}."
    yield (
        f"Wilt u iets aanbieden dat niet in de lijst staat? Schrijf het op {_op(EXTRA, bladen)}."
    )
