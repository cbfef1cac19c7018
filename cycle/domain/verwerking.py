"""Verwerking: the reactions that were taken over, made in the texts and the biedingen.

The content and the submitted forms stay as they are; what was decided is laid over them,
version by version, each time a draft is made. So every decision can be walked back, and
the same decisions always give the same text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from cycle.domain.actieverwerking import change_actie, drop_actie
from cycle.domain.bieding import Bieding
from cycle.domain.opmaak import Woordwijziging
from cycle.domain.plek import Plek
from cycle.domain.reactie import Onderdeel, Wijziging
from cycle.domain.reactietabel import Reactieregel
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.tekstverwerking import (
    BOTST,
    GEEN_TEKST,
    Nietverwerkt,
    change_alineas,
    change_woorden,
)


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

    Nothing is changed halfway: a change that does not fit any more is in `mislukt`.
    """
    gang = _Gang(samenwerking, tuple(biedingen))
    taken = [r for r in regels if r.wijziging is not None]
    taken.sort(key=lambda r: (_versie(r), r.nummer))
    for _, groep in groupby(taken, key=_versie):
        gang.take(tuple(groep))
    return Verwerkt(gang.samenwerking, gang.biedingen, gang.mislukt)


def _versie(regel: Reactieregel) -> tuple[int, ...]:
    """Return the version of the draft as numbers, so that 0.10 comes after 0.9."""
    return tuple(int(deel) for deel in regel.ingebracht.versie.split("."))


@dataclass(slots=True)
class _Gang:
    """The state on the way through the reactions."""

    samenwerking: Samenwerking
    biedingen: tuple[Bieding, ...]
    mislukt: dict[int, str] = field(default_factory=dict)
    gedaan: set[tuple[str, str, str, str]] = field(default_factory=set)

    def take(self, regels: Sequence[Reactieregel]) -> None:
        """Make the changes on one version, all found by the words of that version.

        New paragraphs first, the last of them first: then each still finds the paragraph
        above it. Paragraphs that go come last.
        """
        nieuw = [r for r in regels if _is_nieuwe_alinea(r)]
        weg = [r for r in regels if _is_weg(r)]
        for regel in reversed(nieuw):
            self._whole(regel)
        for _, groep in groupby(sorted(_words(regels), key=_alinea), key=_alinea):
            self._paragraph(list(groep))
        for regel in weg:
            self._whole(regel)
        for regel in regels:
            if not (regel in nieuw or regel in weg or _is_woorden(regel)):
                self.mislukt[regel.nummer] = GEEN_TEKST

    def _whole(self, regel: Reactieregel) -> None:
        """Put in or take out a paragraph, or call off an action; asked twice is done once."""
        wijziging, id_ = _van(regel), regel.ingebracht.afspraak_id
        zelfde = (id_, wijziging.na, wijziging.oud, wijziging.nieuw)
        if wijziging.onderdeel is Onderdeel.ALINEA and zelfde in self.gedaan:
            return
        if wijziging.onderdeel is Onderdeel.RIJ:
            self._keep(
                regel,
                drop_actie(
                    self.samenwerking,
                    self.biedingen,
                    wijziging.vindplaats.actie,
                    bron=_bron((regel,)),
                ),
            )
        else:
            self._keep(regel, change_alineas(self.samenwerking, id_, wijziging))
        if regel.nummer not in self.mislukt:
            self.gedaan.add(zelfde)

    def _paragraph(self, regels: Sequence[Reactieregel]) -> None:
        """Change words in one paragraph; a change that collides with an earlier one waits."""
        goed: list[Reactieregel] = []
        uitkomst: Samenwerking | tuple[Bieding, ...] | None = None
        for regel in regels:
            proef = self._with_words([*goed, regel])
            if not isinstance(proef, Nietverwerkt):
                goed.append(regel)
                uitkomst = proef
            else:
                self.mislukt[regel.nummer] = BOTST if goed else proef.waarom
        if uitkomst is not None:
            self._set(uitkomst)

    def _with_words(
        self, regels: Sequence[Reactieregel]
    ) -> Samenwerking | tuple[Bieding, ...] | Nietverwerkt:
        """Return what becomes of a paragraph with all these changes; the same twice is once."""
        eerste = _van(regels[0])
        woorden = list(dict.fromkeys(_woord(_van(regel)) for regel in regels))
        actie = eerste.vindplaats.actie
        if not actie:
            id_ = regels[0].ingebracht.afspraak_id
            return change_woorden(self.samenwerking, id_, eerste.alinea, woorden)
        return change_actie(
            self.samenwerking,
            self.biedingen,
            actie,
            eerste.alinea,
            woorden,
            bron=_bron(regels),
        )

    def _keep(
        self,
        regel: Reactieregel,
        uitkomst: Samenwerking | tuple[Bieding, ...] | Nietverwerkt,
    ) -> None:
        """Go on with an outcome, or note why there is none."""
        if isinstance(uitkomst, Nietverwerkt):
            self.mislukt[regel.nummer] = uitkomst.waarom
        else:
            self._set(uitkomst)

    def _set(self, uitkomst: Samenwerking | tuple[Bieding, ...]) -> None:
        """Go on with changed texts or changed biedingen."""
        if isinstance(uitkomst, Samenwerking):
            self.samenwerking = uitkomst
        else:
            self.biedingen = uitkomst


def _van(regel: Reactieregel) -> Wijziging:
    """Return the change of a row that has one."""
    if regel.wijziging is None:
        raise ValueError("only changes that were taken over are made")
    return regel.wijziging


def _is_woorden(regel: Reactieregel) -> bool:
    """Return whether words inside a paragraph change."""
    return _van(regel).onderdeel is Onderdeel.TEKST


def _is_nieuwe_alinea(regel: Reactieregel) -> bool:
    """Return whether a paragraph is put in."""
    wijziging = _van(regel)
    return wijziging.onderdeel is Onderdeel.ALINEA and not wijziging.oud


def _is_weg(regel: Reactieregel) -> bool:
    """Return whether a paragraph, or the row of an action, is taken out."""
    wijziging = _van(regel)
    is_actie = wijziging.onderdeel is Onderdeel.RIJ and bool(wijziging.vindplaats.actie)
    return (is_actie or wijziging.onderdeel is Onderdeel.ALINEA) and bool(wijziging.oud)


def _words(regels: Sequence[Reactieregel]) -> Iterator[Reactieregel]:
    """Yield the rows that change words, in the order in which they came in."""
    return (regel for regel in regels if _is_woorden(regel))


def _alinea(regel: Reactieregel) -> tuple[str, str, str]:
    """Return which paragraph of which afspraak or action a change is about."""
    wijziging = _van(regel)
    return regel.ingebracht.afspraak_id, wijziging.vindplaats.actie, wijziging.alinea


def _woord(wijziging: Wijziging) -> Woordwijziging:
    """Return a change of words, as the text takes it."""
    return Woordwijziging(wijziging.begin, wijziging.oud, wijziging.nieuw)


def _bron(regels: Sequence[Reactieregel]) -> Plek:
    """Return where changed words come from."""
    laatste = regels[-1].ingebracht
    nummers = " en ".join(str(r.nummer) for r in regels)
    return Plek(f"reactie {nummers} van {laatste.partij} op versie {laatste.versie}")
