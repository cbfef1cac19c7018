"""Verificatie: everything that can be said of a file or a dossier without a database."""

from dataclasses import dataclass
from typing import Final

from cycle.domain.bevinding import Bevinding, has_fouten
from cycle.domain.binding import Bindingsoordeel, Veldoordeel, Veldstaat
from cycle.domain.handtekenroute import Route
from cycle.domain.handtekenveld import Handtekenveld
from cycle.domain.manifest import Manifest

_GOED: Final = (Veldstaat.GELDIG, Veldstaat.ONTBREEKT)


@dataclass(frozen=True, slots=True)
class Gecontroleerd:
    """One PDF with its verdict; `pad` is its name as it was given."""

    pad: str
    oordeel: Bindingsoordeel


@dataclass(frozen=True, slots=True)
class Plekuitkomst:
    """How one place to sign stands, over all files together.

    `route` is None when nobody signed; `toelichting` says in Dutch what it rests on.
    """

    veld: Handtekenveld
    staat: Veldstaat
    route: Route | None
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Verificatie:
    """The outcome: per file, per place to sign, and of the dossier around them.

    `manifest` is None when it was not given; then nobody looked whether this is the adopted
    version. `zegels` are the signature and the time stamps beside the list of a dossier.
    """

    manifest: Manifest | None
    bestanden: tuple[Gecontroleerd, ...]
    plekken: tuple[Plekuitkomst, ...] = ()
    zegels: tuple[Veldoordeel, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()

    @property
    def houdt(self) -> bool:
        """Return whether nothing was found that is wrong; a missing signature is not."""
        return (
            bool(self.bestanden)
            and all(bestand.oordeel.houdt for bestand in self.bestanden)
            and all(plek.staat in _GOED for plek in self.plekken)
            and all(zegel.staat is Veldstaat.GELDIG for zegel in self.zegels)
            and not has_fouten(self.bevindingen)
        )

    @property
    def ontbreekt(self) -> tuple[Handtekenveld, ...]:
        """Return the places where nobody signed."""
        return tuple(plek.veld for plek in self.plekken if plek.staat is Veldstaat.ONTBREEKT)
