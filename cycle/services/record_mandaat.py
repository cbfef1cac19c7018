"""Mandaat: who may sign for a partij, with the evidence kept by its sha256."""

from dataclasses import replace

from cycle.domain.mandaat import Mandaat, check_mandaat, describe_periode
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.ports import Toolkit


def record_mandaat(
    toolkit: Toolkit, samenwerking: str, jaar: int, mandaat: Mandaat, bewijs: bytes
) -> Uitkomst:
    """Keep a mandaat; one of the same functie, role and first day takes the place of an earlier.

    Raises:
        BesluitError: it ends before it begins, has no evidence, or is for a functie that does
            not sign for this partij.
        NietGevonden: the cyclus or the partij does not exist.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    partij = inhoud.partij(mandaat.partij)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        bekend = tx.mandaten(cyclus)
    sha256 = toolkit.bestanden.put(bewijs) if bewijs else ""
    mandaat = replace(mandaat, bewijs=sha256, op=toolkit.klok.vandaag())
    check_mandaat(mandaat, partij)
    wie = f"{partij.naam} ({mandaat.functie})"
    if any(replace(eerder, op=mandaat.op) == mandaat for eerder in bekend):
        return Uitkomst(f"Dit mandaat van {wie} was al vastgelegd.", gedaan=False)
    with toolkit.store.transaction() as tx:
        tx.add_mandaat(cyclus, mandaat)
    waar = f" voor '{mandaat.vervangt}'" if mandaat.vervangt else ""
    return Uitkomst(
        f"Het mandaat van {wie}{waar} is vastgelegd, geldig {describe_periode(mandaat)}."
    )
