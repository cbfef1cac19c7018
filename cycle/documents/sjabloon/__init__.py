"""Sjabloon: looks a Word template over before anybody fills it, and tries it with odd data.

The way of a template: `alineas` reads its paragraphs, `codes` finds the tags, `blokken`
matches begin and end, `nalopen` and `uitdrukking` know the kind of every value, `naast`
finds what would fall away, `stijlgebruik` the styles that are missing. `bevindingen` has
all the words, `opmerkingen` writes them into a copy.
"""

from cycle.documents.sjabloon.controle import VIEWS, Sjablooncontrole, check_sjabloon
from cycle.documents.sjabloon.opmerkingen import write_opmerkingen
from cycle.documents.sjabloon.proef import try_sjabloon
from cycle.documents.sjabloon.voorbeelden import Maat

__all__ = [
    "VIEWS",
    "Maat",
    "Sjablooncontrole",
    "check_sjabloon",
    "try_sjabloon",
    "write_opmerkingen",
]
