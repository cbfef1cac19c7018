"""Play ten years for 20 samenwerkingen and print in Dutch what came of it.

The world without rest asks every cyclus every day, so that one is played smaller.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tests.workflows.tienjaar.verloop import Opzet, Verslag, speel

EERSTE = 2024
VERGELIJK = (4, 2)
"""How many samenwerkingen and jaren the world without rest has."""


def main() -> int:
    """Return 0 when the programme and the oracle agree everywhere."""
    keuze = argparse.ArgumentParser(prog="python -m tests.workflows.tienjaar")
    keuze.add_argument("--seed", type=int, default=1)
    keuze.add_argument("--aantal", type=int, default=20, help="samenwerkingen")
    keuze.add_argument("--jaren", type=int, default=10)
    keuze.add_argument("--geheugen", action="store_true", help="zonder database, veel sneller")
    keuze.add_argument(
        "--alleen", type=int, help="alleen deze jaarschijf, met de dagen van al die jaren"
    )
    args = keuze.parse_args()
    jaren = range(EERSTE, EERSTE + args.jaren)
    heel = Opzet(args.seed, args.aantal, jaren, is_geheugen=args.geheugen)
    if args.alleen:
        heel = replace(heel, deel=range(args.alleen, args.alleen + 1))
        return int(_has_fouten(_play((heel,))))
    aantal, duur = (min(paar) for paar in zip(VERGELIJK, (args.aantal, args.jaren), strict=True))
    rustig = replace(heel, aantal=aantal, jaren=jaren[:duur])
    _, met, zonder = verslagen = _play((heel, rustig, replace(rustig, is_rustig=False)))
    is_gelijk = met.stukken == zonder.stukken
    sys.stdout.write(f"Met en zonder rust dezelfde post: {'ja' if is_gelijk else 'NEE'}.\n")
    return int(not is_gelijk or _has_fouten(verslagen))


def _play(opzetten: Iterable[Opzet]) -> list[Verslag]:
    """Return what each world brought, after printing it."""
    verslagen = []
    for opzet in opzetten:
        with tempfile.TemporaryDirectory() as map_:
            verslagen.append(speel(opzet, Path(map_)))
        sys.stdout.write(_describe(verslagen[-1]))
        sys.stdout.flush()
    return verslagen


def _has_fouten(verslagen: Iterable[Verslag]) -> bool:
    """Return whether the programme and the oracle differ somewhere."""
    return any(verslag.fouten for verslag in verslagen)


def _describe(verslag: Verslag) -> str:
    """Return the figures and every difference in Dutch."""
    opzet, dagen = verslag.opzet, verslag.dagen
    regels = [
        f"{opzet.aantal} samenwerkingen, {len(opzet.gespeeld)} jaarschijven, kans {opzet.seed}, "
        f"{'met' if opzet.is_rustig else 'zonder'} rust, "
        f"{'in het geheugen' if opzet.is_geheugen else 'op SQLite'}:",
        f"  {dagen['dagen']} dagen: {dagen['uit']} zonder programma, {dagen['post_uit']} zonder "
        f"post, {dagen['klok_fout']} met een klok die verkeerd staat, {dagen['zomertijd']} keer "
        "wisselt de zomertijd",
        f"  {verslag.rondes} rondes, {verslag.bekeken} keer een cyclus bekeken",
        f"  {verslag.vragen} taken, {len(verslag.stukken)} mails: {verslag.herinneringen} "
        f"herinneringen ({verslag.overzichten} weekoverzichten), {len(verslag.sleutels)} sleutels",
        f"  {len(verslag.fouten)} verschillen met het orakel, {verslag.seconden:.0f} s "
        f"({verslag.rekentijd:.0f} s rekentijd)",
        *(f"    {fout}" for fout in verslag.fouten),
    ]
    return "\n".join(regels) + "\n"


if __name__ == "__main__":
    sys.exit(main())
