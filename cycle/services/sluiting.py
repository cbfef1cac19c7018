"""Sluiting: what is written down when the ondertekening ends and signatures are missing."""

import json
from dataclasses import dataclass

from cycle.domain.aftekenbord import Aftekenbord
from cycle.domain.aftekenstap import Aftekenstap, Stapsoort
from cycle.domain.cyclus import Cyclus, name_tekenronde
from cycle.domain.ladder import Trede
from cycle.domain.notatie import opsomming
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.verplichting import Soort
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


@dataclass(frozen=True, slots=True)
class Sluitgrond:
    """Who closes the ondertekening, and why that is done without all signatures."""

    door: str
    reden: str


def name_ontbrekende(bord: Aftekenbord, inhoud: Samenwerking) -> str:
    """Return who has not signed or declined, by partij and functie."""
    return opsomming(
        [f"{inhoud.partij(plek.partij).naam} ({plek.functie})" for plek in bord.ontbreekt]
    )


def describe_telling(bord: Aftekenbord) -> str:
    """Return how many of the signatures are there: ``3 van de 5 handtekeningen``."""
    getekend = sum(plek.is_getekend for plek in bord.plekken)
    return f"{getekend} van de {len(bord.plekken)} handtekeningen"


def add_sluiting(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, bord: Aftekenbord, grond: Sluitgrond
) -> None:
    """Keep that the ondertekening was closed, with a list of who is missing.

    The list is a file; it says for each place when the last reminder went out.
    """
    vandaag = toolkit.klok.vandaag()
    lijst = {
        "versie": bord.concept.versie,
        "code": bord.concept.code,
        "gesloten_op": vandaag.isoformat(),
        "reden": grond.reden,
        "handtekeningen": sum(plek.is_getekend for plek in bord.plekken),
        "plekken": len(bord.plekken),
        "ontbreekt": [
            {
                "partij": plek.partij,
                "functie": plek.functie,
                "laatste_herinnering": _laatste_herinnering(tx, cyclus, bord, plek.partij),
            }
            for plek in bord.ontbreekt
        ],
    }
    tekst = json.dumps(lijst, ensure_ascii=False, indent=2) + "\n"
    tx.add_aftekenstap(
        cyclus,
        Aftekenstap(
            soort=Stapsoort.SLUITING,
            versie=bord.concept.versie,
            code=bord.concept.code,
            op=vandaag,
            door=grond.door,
            reden=grond.reden,
            bewijs=toolkit.bestanden.put(tekst.encode()),
        ),
    )


def _laatste_herinnering(
    tx: CyclusStore, cyclus: Cyclus, bord: Aftekenbord, partij: str
) -> str | None:
    """Return the ISO day of the last reminder about signing that went out, None without one."""
    ronde = name_tekenronde(bord.concept.versie)
    plek = [cyclus.samenwerking, str(cyclus.jaar), Soort.ONDERTEKENING.value, partij, ronde]
    basis = "/".join(filter(None, plek))
    post = tx.find_herinneringpost([f"{basis}/{trede.value}" for trede in Trede])
    dagen = [p.verzonden_op for p in post.values() if p.verzonden_op is not None]
    return max(dagen).isoformat() if dagen else None
