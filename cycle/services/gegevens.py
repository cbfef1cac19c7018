"""Gegevens: what a version was made from, kept as JSON so that it never changes.

A version is rendered again from these data, not from today's content, and every figure
in it can be walked back to its source.
"""

from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter, ValidationError

from cycle.domain.errors import InvoerError
from cycle.domain.jaarschijf import Jaarschijf
from cycle.domain.themabeeld import Themabeeld
from cycle.domain.view import JaarschijfView


@dataclass(frozen=True, slots=True)
class Gegevens:
    """The merged jaarschijf, the common view made from it, and what its pictures show."""

    jaarschijf: Jaarschijf
    view: JaarschijfView
    themabeelden: tuple[Themabeeld, ...] = ()


@cache
def _adapter() -> TypeAdapter[Gegevens]:
    """Return the reader and writer for `Gegevens`; building it takes some milliseconds."""
    return TypeAdapter(Gegevens)


def dump_gegevens(gegevens: Gegevens) -> bytes:
    """Return the data as JSON; the same data give the same bytes."""
    return _adapter().dump_json(gegevens)


def load_gegevens(inhoud: bytes) -> Gegevens:
    """Return the data that `dump_gegevens` wrote, also those of an earlier release.

    A field that is added to the view or the jaarschijf later on gets a default, so that
    kept versions stay readable.

    Raises:
        InvoerError: the data are of a release that this programme does not know.
    """
    try:
        return _adapter().validate_json(inhoud)
    except ValidationError as fout:
        raise InvoerError(
            "De bewaarde gegevens van deze versie passen niet bij dit programma.",
            advies=(
                "Gebruik het programma waarmee deze versie is gemaakt, of maak een nieuw concept."
            ),
        ) from fout
