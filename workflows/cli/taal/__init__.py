"""Taal: makes click speak Dutch, whatever the language of the machine is.

click looks its own words up with gettext. The catalogue lies beside this file; after a
change compile it with ``pybabel compile --directory workflows/cli/taal --locale nl``.
"""

import gettext
import os
from pathlib import Path
from typing import Final

CATALOGUS: Final = Path(__file__).resolve().parent
DOMEIN: Final = "messages"
"""The catalogue in which click looks; it never names one itself."""


def speak_dutch() -> None:
    """Bind the Dutch catalogue and choose Dutch, before click says its first word."""
    gettext.bindtextdomain(DOMEIN, str(CATALOGUS))
    os.environ["LANGUAGE"] = "nl"
