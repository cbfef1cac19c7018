"""Gelezen: a partij has the version that counts before it, and says so."""

from dataclasses import dataclass

from cycle.domain.aftekening import Aftekendaad, Aftekenstaat, Situatie
from cycle.domain.aftekenstap import Aftekenstap, Stapsoort
from cycle.services.aftekenen import check_daad, load_aftekenbord
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.ports import Toolkit


@dataclass(frozen=True, slots=True)
class Lezing:
    """Which partij read which content, and who registers it."""

    partij: str
    code: str
    door: str = ""


def record_gelezen(toolkit: Toolkit, samenwerking: str, jaar: int, lezing: Lezing) -> Uitkomst:
    """Keep that a partij read the text; who said more of it already is left alone.

    Raises:
        BesluitError: it read another content, or the partij left.
        FaseError: there is no concept yet.
        NietGevonden: the cyclus or the partij does not exist.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    partij = inhoud.partij(lezing.partij)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        bord = load_aftekenbord(tx, cyclus, inhoud)
        rij, concept = bord.rij(partij.code), bord.concept
        is_verder = rij.doet_mee and rij.staat not in _NOG_NIET
        if is_verder and lezing.code == concept.code:
            return Uitkomst(f"{partij.naam} las deze tekst al.", gedaan=False)
        situatie = Situatie(code=lezing.code, geldende_code=concept.code)
        check_daad(rij, Aftekendaad.OPENEN, situatie)
        tx.add_aftekenstap(
            cyclus,
            Aftekenstap(
                soort=Stapsoort.GELEZEN,
                versie=concept.versie,
                code=concept.code,
                op=toolkit.klok.vandaag(),
                partij=partij.code,
                door=lezing.door,
            ),
        )
    return Uitkomst(f"Vastgelegd: {partij.naam} heeft versie {concept.versie} gelezen.")


_NOG_NIET = (Aftekenstaat.NIET_UITGENODIGD, Aftekenstaat.UITGENODIGD)
