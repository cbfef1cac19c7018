"""Wie: which partij takes part in an afspraak, and in which role."""

import re
from collections.abc import Mapping, Sequence

from cycle.domain.afspraak import Rol
from cycle.domain.partij import Partij, PartijSoort
from cycle.library.bevindingen import Bevindingen
from cycle.library.gegevens import Gegeven
from cycle.library.partijen import list_soort
from cycle.library.register import Naamsoort, Register
from cycle.library.suggestie import advies

_DEEL = re.compile(r"(?P<wie>[^()]+?)\s*\(\s*(?P<rol>[^()]*?)\s*\)")


def read_wie(
    gegeven: Gegeven,
    partijen: Sequence[Partij],
    register: Register,
    bevindingen: Bevindingen,
) -> dict[str, Rol]:
    """Return the role of every partij; a later mention of a partij goes before an earlier one.

    The order is that of first mention.
    """
    groepen = _groepen(partijen)
    inzet: dict[str, Rol] = {}
    for deel in (stuk.strip() for stuk in gegeven.waarde.split(",")):
        gevonden = _DEEL.fullmatch(deel)
        if gevonden is None:
            bevindingen.fout(
                "I151",
                gegeven.plek,
                f"Bij 'Wie' is '{deel}' niet te lezen.",
                "Schrijf achter elke partij de rol, zo: domesta (trekker), gemeente (meewerkend).",
            )
            continue
        rol = _read_rol(gevonden["rol"], gegeven, bevindingen)
        wie = gevonden["wie"]
        if wie not in groepen:
            register.refer(Naamsoort.PARTIJ, wie, gegeven.plek)
        if rol is not None:
            inzet.update(dict.fromkeys(groepen.get(wie, [wie]), rol))
    return inzet


def _groepen(partijen: Sequence[Partij]) -> Mapping[str, list[str]]:
    """Return the words that stand for several partijen."""
    return {
        "alle corporaties": list_soort(partijen, PartijSoort.CORPORATIE),
        "alle huurdersorganisaties": list_soort(partijen, PartijSoort.HUURDERSORGANISATIE),
        "alle partijen": [partij.code for partij in partijen],
    }


def _read_rol(woord: str, gegeven: Gegeven, bevindingen: Bevindingen) -> Rol | None:
    """Return the role, None with a finding when there is no such role."""
    try:
        return Rol(woord)
    except ValueError:
        bevindingen.fout(
            "I113",
            gegeven.plek,
            f"Bij 'Wie' kan de rol '{woord}' niet.",
            advies(woord, [rol.value for rol in Rol]),
        )
        return None
