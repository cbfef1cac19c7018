"""Bibliotheek: the folder ``content/`` as the use cases see it."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from cycle.domain.bevinding import Bevinding
from cycle.domain.cijfertabel import Cijfertabel
from cycle.domain.errors import InhoudOnbruikbaar, NietGevonden
from cycle.domain.kalender import IsWerkdag
from cycle.domain.parameter import Parameters
from cycle.domain.regelprofiel import Regelprofiel
from cycle.domain.regio import Regios
from cycle.domain.samenwerking import Jaar, Samenwerking
from cycle.domain.schoolvakantie import Schoolregio, Schoolvakanties
from cycle.domain.voorbeeld import Voorbeeld
from cycle.library.bestandenlijst import HOOFDBESTAND, hash_bestanden, hash_gedeeld, stamp_bestanden
from cycle.library.bevindingen import Bevindingen
from cycle.library.feestdagen import know_werkdagen, read_gelijkgesteld
from cycle.library.laden import read_samenwerking
from cycle.library.nieuw import create_samenwerking
from cycle.library.nieuwjaar import append_jaar
from cycle.library.parameters import read_parameters
from cycle.library.regelprofielen import read_regelprofielen
from cycle.library.regios import check_gemeenten, read_regios
from cycle.library.schoolvakanties import read_schoolvakanties
from cycle.library.suggestie import advies
from cycle.library.teksttabellen import read_teksttabellen
from cycle.library.tomltabel import CODE_VORM
from cycle.library.voorbeeld import read_voorbeeld


class MapBibliotheek:
    """Fills the port `Bibliotheek` from a folder; unchanged files are read once."""

    def __init__(self, content: Path, skelet: Path) -> None:
        """Read from `content`; `skelet` holds the files that a new samenwerking starts with."""
        self._content = content
        self._skelet = skelet

    def namen(self) -> tuple[str, ...]:
        """Return the codes of all samenwerkingen: the folders with a ``samenwerking.toml``."""
        gevonden = self._content.glob(f"*/{HOOFDBESTAND}")
        return tuple(sorted(pad.parent.name for pad in gevonden))

    def load(self, samenwerking: str) -> Samenwerking:
        """Return one samenwerking.

        Raises:
            NietGevonden: there is no such folder.
            InhoudOnbruikbaar: the files have faults; each is named once.
        """
        self._check_naam(samenwerking)
        return _read(self._content, samenwerking, hash_bestanden(self._content, samenwerking))

    def kenmerk(self, samenwerking: str) -> str:
        """Return what changes when a content file of a samenwerking does; reads no file.

        Name, size and moment of every file count. Without the folder there is none.
        """
        return stamp_bestanden(self._content, samenwerking)

    def waarschuwingen(self, samenwerking: str) -> tuple[Bevinding, ...]:
        """Return what is remarkable in the files but does not stop anything.

        Raises:
            NietGevonden: there is no such folder.
        """
        bevindingen = Bevindingen()
        self._check_naam(samenwerking)
        read_samenwerking(self._content, samenwerking, bevindingen)
        return (*bevindingen.waarschuwingen(), *self._vreemde_gemeenten())

    def _vreemde_gemeenten(self) -> tuple[Bevinding, ...]:
        """Return which gemeenten of ``regios.toml`` no samenwerking has.

        With a fault in any file nobody can tell.
        """
        bevindingen = Bevindingen()
        try:
            gemeenten = [self.load(naam).gemeente for naam in self.namen()]
            check_gemeenten(self.regios(), gemeenten, bevindingen)
        except InhoudOnbruikbaar:
            return ()
        return bevindingen.waarschuwingen()

    def teksttabellen(self, samenwerking: str) -> tuple[Cijfertabel, ...]:
        """Return the tables with figures that stand in running text.

        Raises:
            NietGevonden: there is no such folder.
        """
        self._check_naam(samenwerking)
        return read_teksttabellen(self._content, samenwerking)

    def regelprofielen(self) -> tuple[Regelprofiel, ...]:
        """Return the rules for deadlines, a profile per law.

        Raises:
            InhoudOnbruikbaar: a file in ``regelprofielen`` has faults.
        """
        return _profielen(self._content, hash_gedeeld(self._content))

    def parameters(self) -> Parameters:
        """Return the rent limits and caps, each for its own year.

        Raises:
            InhoudOnbruikbaar: ``parameters.toml`` has faults.
        """
        bevindingen = Bevindingen()
        parameters = read_parameters(self._content, bevindingen)
        bevindingen.raise_fouten()
        return parameters

    def voorbeeld(self, samenwerking: Samenwerking, jaar: int) -> Voorbeeld:
        """Return the example answers and decisions that the demo plays with.

        Raises:
            NietGevonden: this samenwerking has no example for `jaar`.
            InhoudOnbruikbaar: the example files have faults.
        """
        bevindingen = Bevindingen()
        voorbeeld = read_voorbeeld(self._content, samenwerking, jaar, bevindingen)
        bevindingen.raise_fouten()
        return voorbeeld

    def create(self, samenwerking: str) -> Path:
        """Make the folder of a new samenwerking from the skeleton and return its path.

        Raises:
            InvoerError: the code is not usable or the folder exists.
        """
        return create_samenwerking(self._content, self._skelet, samenwerking)

    def add_jaar(self, samenwerking: str, jaar: Jaar) -> Path:
        """Write the choices for a year into ``samenwerking.toml`` and return that file.

        Raises:
            NietGevonden: there is no such folder.
            BestandNietGeschreven: the file may not be written.
        """
        self._check_naam(samenwerking)
        return append_jaar(self._content, samenwerking, jaar)

    def is_werkdag(self) -> IsWerkdag:
        """Return the function that knows the working days.

        Raises:
            InhoudOnbruikbaar: ``gelijkgestelde-dagen.toml`` has faults.
        """
        return _dagen(self._content, hash_gedeeld(self._content))[0]

    def gelijkgestelde_jaren(self) -> frozenset[int]:
        """Return the years for which the list of equated days is complete.

        Raises:
            InhoudOnbruikbaar: ``gelijkgestelde-dagen.toml`` has faults.
        """
        return _dagen(self._content, hash_gedeeld(self._content))[1]

    def schoolvakanties(self, regio: Schoolregio, jaren: range) -> Schoolvakanties:
        """Return the school holidays of one region in `jaren`.

        Raises:
            InhoudOnbruikbaar: ``schoolvakanties.toml`` has faults.
        """
        bevindingen = Bevindingen()
        vakanties = read_schoolvakanties(self._content, regio, jaren, bevindingen)
        bevindingen.raise_fouten()
        return vakanties

    def regios(self) -> Regios:
        """Return which gemeente lies in which regio; without the file there are none.

        Raises:
            InhoudOnbruikbaar: ``regios.toml`` has faults.
        """
        bevindingen = Bevindingen()
        regios = read_regios(self._content, bevindingen)
        bevindingen.raise_fouten()
        return regios

    def _check_naam(self, samenwerking: str) -> None:
        """Refuse a name without a folder; a name is never a way to elsewhere."""
        if CODE_VORM.fullmatch(samenwerking) and (self._content / samenwerking).is_dir():
            return
        raise NietGevonden(
            f"De samenwerking '{samenwerking}' bestaat niet.",
            advies=advies(samenwerking, self.namen()),
        )


@lru_cache(maxsize=32)
def _read(content: Path, samenwerking: str, content_hash: str) -> Samenwerking:
    """Return what the files with this hash say; a fault is never remembered."""
    bevindingen = Bevindingen()
    gelezen = read_samenwerking(content, samenwerking, bevindingen)
    bevindingen.raise_fouten()
    return replace(gelezen, content_hash=content_hash)


@lru_cache(maxsize=4)
def _profielen(content: Path, gedeeld_hash: str) -> tuple[Regelprofiel, ...]:
    """Return the profiles that the files with this hash hold; a fault is never remembered."""
    bevindingen = Bevindingen()
    profielen = read_regelprofielen(content, bevindingen)
    bevindingen.raise_fouten()
    return profielen


@lru_cache(maxsize=4)
def _dagen(content: Path, gedeeld_hash: str) -> tuple[IsWerkdag, frozenset[int]]:
    """Return who knows the working days, and the years for which that is complete."""
    bevindingen = Bevindingen()
    gelijkgesteld = read_gelijkgesteld(content, bevindingen)
    bevindingen.raise_fouten()
    return know_werkdagen(gelijkgesteld), gelijkgesteld.jaren
