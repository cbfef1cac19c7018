"""jaarschijf: the yearly cycle of Dutch prestatieafspraken.

The way of the data, from a partner's workbook to a signed agreement:

1. ``library`` reads the agreements and themes from ``content/``;
2. ``forms`` writes one workbook per partij and reads it back with cell addresses;
3. ``domain`` holds the rules, ``services`` the use cases, one public function each;
4. ``store`` keeps every version, files by their sha256;
5. ``analysis`` merges biedingen with the meerjarige afspraken into a jaarschijf;
6. ``domain.view`` flattens the jaarschijf: the only thing a template ever sees;
7. ``documents`` turns the view into Word and PDF;
8. ``notify`` writes reminders and calendars.

``bootstrap`` fills the ports; ``workflows`` decides when all of this runs.
"""

from typing import Final

VERSION: Final = "2026.5"
