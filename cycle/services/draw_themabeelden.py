"""Themabeelden: the pictures of the latest version as files, each with its figures."""

from collections.abc import Mapping
from dataclasses import dataclass

from cycle.domain.themabeeld import Themabeeld, build_themabeelden
from cycle.services.cyclus import require_concept, require_cyclus
from cycle.services.gegevens import load_gegevens
from cycle.services.ports import Toolkit


@dataclass(frozen=True, slots=True)
class Beeldbestanden:
    """One picture and its files by name: SVG, PNG, and a page with picture and table."""

    beeld: Themabeeld
    bestanden: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Beeldenset:
    """The pictures of one version; `code` is that of its content."""

    versie: str
    code: str
    beelden: tuple[Beeldbestanden, ...]


def draw_themabeelden(toolkit: Toolkit, samenwerking: str, jaar: int) -> Beeldenset:
    """Return the pictures of the latest version, drawn from what was kept with it.

    A version of an earlier release kept no pictures; they are made of its figures then,
    with the names of today's content. Nothing is kept or written.

    Raises:
        NietGevonden: the cyclus was not started.
        FaseError: there is no concept yet.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.transaction() as tx:
        concept = require_concept(tx, require_cyclus(tx, samenwerking, jaar))
    gegevens = load_gegevens(toolkit.bestanden.get(concept.gegevens))
    beelden = gegevens.themabeelden or build_themabeelden(inhoud, gegevens.jaarschijf)
    voorbeeld = gegevens.view.voorbeeld
    return Beeldenset(
        concept.versie, concept.code, tuple(_draw(toolkit, beeld, voorbeeld) for beeld in beelden)
    )


def _draw(toolkit: Toolkit, beeld: Themabeeld, voorbeeld: str) -> Beeldbestanden:
    """Return the files of one picture."""
    naam = beeld.bestandsnaam
    return Beeldbestanden(
        beeld,
        {
            f"{naam}.svg": toolkit.tekenaar.svg(beeld),
            f"{naam}.png": toolkit.tekenaar.png(beeld),
            f"{naam}.html": toolkit.themapagina.write(beeld, voorbeeld),
        },
    )
