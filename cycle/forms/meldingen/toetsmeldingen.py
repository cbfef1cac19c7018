"""Toetsmeldingen: findings that ask something else on the form of a check than on a bieding."""

from dataclasses import replace
from typing import Final

from cycle.domain.bevinding import Bevinding, Celbevinding

_ADVIEZEN: Final = {
    "R201": "Zet de regel terug. Weet u niet hoe het staat? Laat de gele cellen dan leeg.",
    "R203": "Zet de goede code terug. Iets nieuws schrijft u bij Toelichting.",
    "R204": "Hoort dit bij een afspraak? Schrijf het daar bij Toelichting.",
    "S107": "Hoort dit bij een afspraak? Zet het dan bij Toelichting.",
    "W314": "Bedoelt u nul? Vul dan 0 in.",
}
_MELDINGEN: Final = {"W314": "Hier staat een streepje. Wij lezen dat als: niet bekend."}


def in_toetswoorden(bevinding: Bevinding) -> Bevinding:
    """Return a finding in the words of the form of a check."""
    if not isinstance(bevinding, Celbevinding):
        return bevinding
    return replace(
        bevinding,
        melding=_MELDINGEN.get(bevinding.code, bevinding.melding),
        advies=_ADVIEZEN.get(bevinding.code, bevinding.advies),
    )
