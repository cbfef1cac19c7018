"""Kleuren: the palette of the shipped templates.

Text colours have a contrast with white above 4.5:1. No colour carries a meaning alone:
what is coloured also says so in words.
"""

from typing import Final

BLAUW: Final = "17365D"
GROEN: Final = "1F6F6B"
GRIJS: Final = "595959"
LIJN: Final = "B8C4D0"
TINT: Final = "EAF1F5"
EIGEN: Final = "FFF1CC"
OKER: Final = "C98A1B"
