"""Puts a backup back and is killed at the n-th thing it does in the folder, for every n.

``python -m tests.cycle.store.kopie.afgebroken FOLDER`` prints for each n what the folder then
held, as JSON. Each attempt is a fork, so that nothing has to start.
"""

import json
import os
import shutil
import sys
from pathlib import Path

from cycle.store.kopie.manifest import Bronnen
from tests.cycle.store.kopie.builders import een_map, maak, read_versies, zet_terug

DADEN = ("open", "os.rename", "os.remove", "os.mkdir", "sqlite3.connect", "os.rmdir")


def _try(map_: Path, kopie: Path, fataal: int) -> bool:
    """Put the backup back in a fork that dies at action `fataal`; return whether it did die."""
    kind = os.fork()
    if kind == 0:
        stand = 0

        def tik(daad: str, args: tuple[object, ...]) -> None:
            nonlocal stand
            if daad in DADEN and str(map_) in str(args[0]):
                stand += 1
                if stand == fataal:
                    os._exit(9)

        gegevens = map_ / "gegevens"
        adres = f"sqlite:///{gegevens / 'jaarschijf.sqlite'}"
        sys.addaudithook(tik)
        zet_terug(Bronnen(adres, gegevens, map_ / "content"), kopie, vervang=True)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1]) == 9


def main(wortel: Path) -> None:
    kopie = wortel / "kopie.zip"
    maak(een_map(wortel / "nieuw", versie="2.0"), kopie)
    oud = een_map(wortel / "oud", versie="1.0")
    uitkomsten = []
    fataal, gestorven = 0, True
    while gestorven:
        fataal += 1
        map_ = wortel / f"poging-{fataal}"
        shutil.copytree(wortel / "oud", map_)
        gestorven = _try(map_, kopie, fataal)
        adres = oud.adres.replace("/oud/", f"/poging-{fataal}/")
        eerst = read_versies(adres)
        bewaard = [p for p in (map_ / "gegevens").rglob("*") if p.is_file() and len(p.name) == 64]
        inhoud = (map_ / "content/dorp/samenwerking.toml").read_text()
        _try(map_, kopie, 0)
        uitkomsten.append((eerst, len(bewaard), inhoud, read_versies(adres)))
        shutil.rmtree(map_)
    sys.stdout.write(json.dumps(uitkomsten))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
