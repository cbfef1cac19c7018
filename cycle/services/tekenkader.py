"""Tekenkader: who may sign in which field, from the mandaten that were registered."""

from collections.abc import Iterable

from cycle.domain.binding import Tekenkader, Toegestaan, is_zelfde_naam
from cycle.domain.handtekenveld import Handtekenveld
from cycle.domain.mandaat import Mandaat, geldende_mandaten
from cycle.domain.manifest import Manifest


def build_kader(manifest: Manifest, mandaten: Iterable[Mandaat]) -> Tekenkader:
    """Return who may sign where, from the day of freezing on.

    A field without a mandaat with a name may be signed by anybody; the verdict then says that
    nobody looked. Whether a mandaat holds on the day of the signature is asked when the
    signature is registered.
    """
    geldend = geldende_mandaten(mandaten)
    toegestaan = tuple(
        Toegestaan(veld.naam, namen)
        for veld in manifest.velden
        if (namen := tuple(m.naam for m in _at(veld, geldend)))
    )
    return Tekenkader(toegestaan=toegestaan, van=manifest.bevroren_op)


def find_functie(veld: Handtekenveld, naam: str, mandaten: Iterable[Mandaat]) -> str:
    """Return in which functie `naam` signs in a field: that of the field, or of who stands in."""
    for mandaat in _at(veld, geldende_mandaten(mandaten)):
        if is_zelfde_naam(mandaat.naam, naam):
            return mandaat.functie
    return veld.functie


def _at(veld: Handtekenveld, mandaten: Iterable[Mandaat]) -> list[Mandaat]:
    """Return the mandaten with a name for one place to sign."""
    plek = (veld.partij, veld.functie)
    return [m for m in mandaten if (m.partij, m.plaats) == plek and m.naam]
