"""Bovenschrift: the words of ours above a table, so that they are told from those of a partij.

`cycle.forms.uit.bladtekst` writes them; a test holds the two together.
"""

import re
from typing import Final

BLOK_GRIJS: Final = "Dit hebben wij al ingevuld"
BLOK_GEEL: Final = "Vul hier in"
"""What stands above the grey and above the yellow columns."""

LET_OP: Final = " Let op: met voorbeeldcijfers."
"""What follows the instruction when the samenwerking has example figures."""

_VAN_ONS = re.compile(
    rf"{BLOK_GRIJS}|{BLOK_GEEL}"
    r"|(?:Uw bod voor|Uw voorraad op 1 januari|Extra voorstellen voor) [0-9]{4}.*"
    r"|(?:Wat doet u|Wat hebt u van anderen nodig|Wat vragen anderen van u) in [0-9]{4}.*\?.*"
    r"|(?:Vul de gele cellen in\. Stuur het uiterlijk op .+ terug\."
    r"|Kies per regel of u meedoet\. Schrijf bij Toelichting wat u gaat doen\."
    r"|Hoeveel verhuurt u in .+\? Weet u een aantal niet\? Laat de cel leeg\."
    rf")(?:{re.escape(LET_OP)})?"
    r"|Lukt iets alleen als een ander helpt.* Laat het blad leeg\."
    r"|Deze partijen hebben u nodig voor hun bod\. Kies ja, deels of nee\."
    r"|Wilt u iets doen dat niet bij een afspraak hoort\? Schrijf het hier op, per regel een\."
    r"|(?:Stand van zaken|Uw toezeggingen) (?:in )?(?:april|september) [0-9]{4}.*"
    r"|(?:Hoe staat het op .+\? Vul de gele cellen in\. Stuur het uiterlijk op .+ terug\."
    r"|Kies per regel hoe het staat op .+\. Schrijf bij Toelichting wat er is gedaan\."
    r"|Dit zegde u toe, of stelde u zelf voor\. Hoe staat het op .+\?"
    rf")(?:{re.escape(LET_OP)})?"
)


def is_bovenschrift(tekst: str) -> bool:
    """Return whether a text above a table is one of ours, in any edition and any year."""
    return _VAN_ONS.fullmatch(" ".join(tekst.split())) is not None
