"""Write the templates: ``python -m cycle.documents.basissjablonen templates/``."""

import sys
from pathlib import Path

from cycle.documents.basissjablonen.addendum import make_addendum
from cycle.documents.basissjablonen.bestuursverklaring import make_bestuursverklaring
from cycle.documents.basissjablonen.brief import make_brief
from cycle.documents.basissjablonen.jaarschijf import make_jaarschijf
from cycle.documents.basissjablonen.ondertekenblad import make_ondertekenblad
from cycle.documents.basissjablonen.ontvangst import make_ontvangst
from cycle.documents.basissjablonen.startbijeenkomst import make_startbijeenkomst
from cycle.documents.basissjablonen.toets import make_toets
from cycle.documents.velden import velden_pagina


def main(folder: Path) -> None:
    """Write the templates and the list of their fields into `folder`."""
    (folder / "jaarschijf.docx").write_bytes(make_jaarschijf())
    (folder / "brief.docx").write_bytes(make_brief())
    (folder / "ontvangst.docx").write_bytes(make_ontvangst())
    (folder / "toets.docx").write_bytes(make_toets())
    (folder / "startbijeenkomst.docx").write_bytes(make_startbijeenkomst())
    (folder / "addendum.docx").write_bytes(make_addendum())
    (folder / "ondertekenblad.docx").write_bytes(make_ondertekenblad())
    (folder / "bestuursverklaring.docx").write_bytes(make_bestuursverklaring())
    (folder / "velden.md").write_text(velden_pagina(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "templates"))
