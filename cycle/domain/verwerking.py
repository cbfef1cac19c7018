"""Verwerking: the reactions that were taken over, made in the texts and the biedingen.

The content and the submitted forms stay as they are; what was decided is laid over them,
version by version, each time a draft is made. So every decision can be walked back, and
the same decisions always give the same text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from cycle.domain.actieverwerking import change_actie, drop_actie
from cycle.domain.bieding import Bieding
from cycle.domain.notatie import opsomming
from cycle.domain.opmaak import Woordwijziging
from cycle.domain.plek import Plek
from cycle.domain.reactie import Onderdeel, Wijziging, WijzigingSoort
from cycle.domain.reactietabel import Reactieregel, find_wederhelft
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.tekstverwerking import Nietverwerkt, change_alineas, change_woorden

OPMERKING = "een opmerking verandert de tekst niet vanzelf"
GEEN_TEKST = "dit deel van het document komt niet uit een tekst"


@dataclass(frozen=True, slots=True)
class Verwerkt:
    """Texts and biedingen after the reactions; `mislukt` says per number what went wrong."""

    samenwerking: Samenwerking
    biedingen: tuple[Bieding, ...]
    mislukt: Mapping[int, str]


def apply_reacties(
    samenwerking: Samenwerking, biedingen: Sequence[Bieding], regels: Sequence[Reactieregel]
) -> Verwerkt:
    """Return everything with the changes that were taken over; others are left alone.

    Nothing is changed halfway: a change that does not fit any more is in `mislukt`, and
    text that cannot come at its new place does not leave the old one.
    """
    taken = [_Taak(regel, w) for regel in regels if (w := regel.wijziging) is not None]
    zelf = {regel.nummer: OPMERKING for regel in regels if regel.wacht_op_iemand}
    halven: dict[int, str] = {}
    while True:
        verwerkt = _apply(samenwerking, biedingen, [t for t in taken if t.nummer not in halven])
        los = _loose_halves(taken, verwerkt.mislukt)
        if not los:
            return replace(verwerkt, mislukt={**verwerkt.mislukt, **halven, **zelf})
        halven |= los


@dataclass(frozen=True, slots=True)
class _Taak:
    """A change to make, and the row it comes from."""

    regel: Reactieregel
    wijziging: Wijziging

    @property
    def nummer(self) -> int:
        """Return the number of the reaction."""
        return self.regel.nummer

    @property
    def afspraak_id(self) -> str:
        """Return the afspraak it is about, empty outside the afspraken."""
        return self.regel.ingebracht.afspraak_id

    @property
    def versie(self) -> tuple[int, ...]:
        """Return the version of the draft as numbers, so that 0.10 comes after 0.9."""
        return tuple(int(deel) for deel in self.regel.ingebracht.versie.split("."))

    @property
    def alinea(self) -> tuple[str, str, str]:
        """Return which paragraph of which afspraak or action it is about."""
        return self.afspraak_id, self.wijziging.vindplaats.actie, self.wijziging.alinea

    @property
    def is_woorden(self) -> bool:
        """Return whether words inside a paragraph change."""
        return self.wijziging.onderdeel is Onderdeel.TEKST

    @property
    def is_nieuw(self) -> bool:
        """Return whether a paragraph is put in."""
        return self.wijziging.onderdeel is Onderdeel.ALINEA and not self.wijziging.oud

    @property
    def is_weg(self) -> bool:
        """Return whether a paragraph, or the row of an action, is taken out."""
        is_rij = self.wijziging.onderdeel is Onderdeel.RIJ
        is_actie = is_rij and bool(self.wijziging.vindplaats.actie)
        is_alinea = self.wijziging.onderdeel is Onderdeel.ALINEA
        return (is_actie or is_alinea) and bool(self.wijziging.oud)

    @property
    def is_vertrek(self) -> bool:
        """Return whether a paragraph leaves for another place."""
        return self.is_weg and self.wijziging.soort is WijzigingSoort.VERPLAATST


def _loose_halves(taken: Sequence[_Taak], mislukt: Mapping[int, str]) -> dict[int, str]:
    """Return the numbers of both halves of moved text of which one failed, with the reason."""
    alle = [taak.regel for taak in taken]
    los: dict[int, str] = {}
    for regel in alle:
        ander = find_wederhelft(regel, alle)
        if regel.nummer in mislukt and ander is not None and ander.nummer not in mislukt:
            los |= dict.fromkeys((regel.nummer, ander.nummer), mislukt[regel.nummer])
    return los


def _apply(
    samenwerking: Samenwerking, biedingen: Sequence[Bieding], taken: Sequence[_Taak]
) -> Verwerkt:
    """Return everything with these changes, version by version."""
    gang = _Gang(samenwerking, tuple(biedingen))
    op_volgorde = sorted(taken, key=lambda taak: (taak.versie, taak.nummer))
    for _, groep in groupby(op_volgorde, key=lambda taak: taak.versie):
        gang.take(tuple(groep))
    return Verwerkt(gang.samenwerking, gang.biedingen, gang.mislukt)


_Stand = Samenwerking | tuple[Bieding, ...]
_Uitkomst = _Stand | Nietverwerkt


@dataclass(slots=True)
class _Gang:
    """The state on the way through the reactions."""

    samenwerking: Samenwerking
    biedingen: tuple[Bieding, ...]
    mislukt: dict[int, str] = field(default_factory=dict)
    gedaan: set[tuple[str, str, str, str]] = field(default_factory=set)

    def take(self, taken: Sequence[_Taak]) -> None:
        """Make the changes on one version, all found by the words of that version.

        What moves leaves first, so that it is never there twice. Then new paragraphs, the
        last of them first: each still finds the paragraph above it. What goes comes last.
        """
        nieuw = [taak for taak in taken if taak.is_nieuw]
        for taak in (*(t for t in taken if t.is_vertrek), *reversed(nieuw)):
            self._whole(taak)
        woorden = sorted((t for t in taken if t.is_woorden), key=lambda taak: taak.alinea)
        for _, groep in groupby(woorden, key=lambda taak: taak.alinea):
            self._paragraph(list(groep))
        for taak in taken:
            if taak.is_weg and not taak.is_vertrek:
                self._whole(taak)
            elif not (taak.is_weg or taak.is_nieuw or taak.is_woorden):
                self.mislukt[taak.nummer] = GEEN_TEKST

    def _whole(self, taak: _Taak) -> None:
        """Put in or take out a paragraph, or call off an action; asked twice is done once."""
        wijziging = taak.wijziging
        zelfde = (taak.afspraak_id, wijziging.na, wijziging.oud, wijziging.nieuw)
        if wijziging.onderdeel is Onderdeel.RIJ:
            actie, bron = wijziging.vindplaats.actie, _bron((taak,))
            self._keep(taak, drop_actie(self.samenwerking, self.biedingen, actie, bron=bron))
        elif zelfde not in self.gedaan:
            self._keep(taak, change_alineas(self.samenwerking, taak.afspraak_id, wijziging))
            if taak.nummer not in self.mislukt:
                self.gedaan.add(zelfde)

    def _paragraph(self, taken: Sequence[_Taak]) -> None:
        """Change words in one paragraph; a change that collides with an earlier one waits."""
        goed: list[_Taak] = []
        uitkomst: _Stand = self.samenwerking
        for taak in taken:
            proef = self._with_words([*goed, taak])
            if not isinstance(proef, Nietverwerkt):
                goed.append(taak)
                uitkomst = proef
            else:
                self.mislukt[taak.nummer] = _botst(goed) if goed else proef.waarom
        self._set(uitkomst)

    def _with_words(self, taken: Sequence[_Taak]) -> _Uitkomst:
        """Return what becomes of a paragraph with all these changes; the same twice is once."""
        afspraak_id, actie, alinea = taken[0].alinea
        woorden = list(dict.fromkeys(_woord(taak.wijziging) for taak in taken))
        if not actie:
            return change_woorden(self.samenwerking, afspraak_id, alinea, woorden)
        return change_actie(
            self.samenwerking, self.biedingen, actie, alinea, woorden, bron=_bron(taken)
        )

    def _keep(self, taak: _Taak, uitkomst: _Uitkomst) -> None:
        """Go on with an outcome, or note why there is none."""
        if isinstance(uitkomst, Nietverwerkt):
            self.mislukt[taak.nummer] = uitkomst.waarom
        else:
            self._set(uitkomst)

    def _set(self, uitkomst: _Stand) -> None:
        """Go on with changed texts or changed biedingen."""
        if isinstance(uitkomst, Samenwerking):
            self.samenwerking = uitkomst
        else:
            self.biedingen = uitkomst


def _botst(goed: Sequence[_Taak]) -> str:
    """Return that a change cannot be made beside these."""
    return f"zij botst met {opsomming([f'reactie {taak.nummer}' for taak in goed])}"


def _woord(wijziging: Wijziging) -> Woordwijziging:
    """Return a change of words, as the text takes it."""
    return Woordwijziging(wijziging.begin, wijziging.oud, wijziging.nieuw)


def _bron(taken: Sequence[_Taak]) -> Plek:
    """Return where changed words come from."""
    wie = opsomming([f"{taak.nummer} van {taak.regel.ingebracht.partij}" for taak in taken])
    return Plek(f"reactie {wie} op versie {taken[0].regel.ingebracht.versie}")
