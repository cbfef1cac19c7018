"""Gegevens: which folder holds the state, and which one gets the documents.

What was asked for wins: the option ``--gegevens``, then ``JAARSCHIJF_GEGEVENS``. Otherwise
it is ``./gegevens``; as long as that folder is not there, a played demo is looked at.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

EIGEN: Final = Path("gegevens")
DEMO: Final = Path("demo")
DEMO_GEGEVENS: Final = DEMO / "gegevens"


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where the state is and, when it is not the setting, where documents go."""

    gegevens: Path
    uit: Path | None = None
    is_demo: bool = False

    def use(self) -> None:
        """Tell this process, so that flows which it runs see the same folders."""
        os.environ["JAARSCHIJF_GEGEVENS"] = str(self.gegevens)
        if self.uit:
            os.environ.setdefault("JAARSCHIJF_UIT", str(self.uit))


def choose_plaats(
    optie: Path | None,
    omgeving: Mapping[str, str],
    *,
    eigen: bool = False,
    has_demo: bool | None = None,
) -> Plaats:
    """Return the place to work in; nothing is made or opened yet.

    `eigen` says that this command begins data of one's own, which never go to the demo. A
    database that was asked for is never mixed with the files of the demo either. `has_demo`
    answers for a moment when there will be a demo; by default the disk is asked.
    """
    if optie is not None:
        return Plaats(optie)
    if gevraagd := omgeving.get("JAARSCHIJF_GEGEVENS"):
        return Plaats(Path(gevraagd))
    heeft_eigen = eigen or EIGEN.exists() or omgeving.get("JAARSCHIJF_DATABASE")
    is_gespeeld = DEMO_GEGEVENS.is_dir() if has_demo is None else has_demo
    if not heeft_eigen and is_gespeeld:
        return Plaats(DEMO_GEGEVENS, uit=DEMO, is_demo=True)
    return Plaats(EIGEN)
