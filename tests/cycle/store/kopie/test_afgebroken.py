"""Whatever moment putting back is cut off at: the old state or the new one, never half."""

import json
import subprocess
import sys
from pathlib import Path

from tests.builders import ROOT
from tests.cycle.store.kopie import afgebroken


def test_killed_at_any_moment_it_leaves_the_old_or_the_new_and_done_again_the_new(
    tmp_path: Path,
) -> None:
    uitvoer = subprocess.run(
        [sys.executable, "-m", afgebroken.__name__, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    uitkomsten = json.loads(uitvoer)

    standen = [eerst for eerst, _, _, _ in uitkomsten]
    omslag = standen.index(["2.0"])
    assert len(standen) > 20
    assert standen[:omslag] == [["1.0"]] * omslag
    assert standen[omslag:] == [["2.0"]] * (len(standen) - omslag)
    for eerst, bestanden, inhoud, daarna in uitkomsten:
        assert bestanden >= (3 if eerst == ["2.0"] else 2), "a version without its files"
        assert inhoud == 'naam = "Dorp"\n'
        assert daarna == ["2.0"]
