"""Play ten years for 20 samenwerkingen, with and without rest, and print what came of it."""

import sys
import tempfile
from pathlib import Path

from tests.workflows.tienjaar.verloop import Opzet, Verloop

if __name__ == "__main__":
    seed, aantal, jaren, geh, rust = (int(a) for a in sys.argv[1:])
    opzet = Opzet(seed, aantal, range(2024, 2024 + jaren), bool(rust), bool(geh))
    with tempfile.TemporaryDirectory() as map_:
        verslag = Verloop(opzet, Path(map_)).speel()
    print(verslag.fouten[:40], len(verslag.fouten))
    print(verslag.herinneringen, verslag.overzichten, verslag.sleutels, verslag.vragen, verslag.dagen, verslag.rondes, verslag.bekeken, verslag.seconden, len(verslag.stukken))
