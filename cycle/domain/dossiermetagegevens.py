"""Dossiermetagegevens: an MDTO file for the dossier, each archiefstuk and each file in it.

Files that differ only in their ending are representations of one archiefstuk: the jaarschijf
as PDF and as Word.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

import pendulum

from cycle.domain.archief import Archiefregels
from cycle.domain.bestandsformaat import recognise_formaat
from cycle.domain.dossiermanifest import Dossierdeel, Dossierrol
from cycle.domain.mdto import (
    Archiefbestand,
    Archiefgebeurtenis,
    Informatieobject,
    Verwijzing,
    write_bestand,
    write_informatieobject,
)

MAP: Final = "mdto/"
_NAAM: Final = {
    Dossierrol.JAARSCHIJF: "Jaarschijf",
    Dossierrol.VASTGESTELD: "Vastgestelde versie, zonder handtekeningen",
    Dossierrol.ONDERTEKENBLAD: "Ondertekenblad",
    Dossierrol.AFSPRAKEN: "Afspraken als gegevens",
    Dossierrol.BIEDING: "Bieding",
    Dossierrol.BESLUITEN: "Besluiten, handtekeningen en leveringen",
    Dossierrol.ADDENDUM: "Addendum",
    Dossierrol.BEWIJS: "Bewijsstuk",
    Dossierrol.AUDIT: "Logboek",
    Dossierrol.UITLEG: "Uitleg bij het dossier",
}


@dataclass(frozen=True, slots=True)
class Dossierkenmerk:
    """What the metadata say of the whole dossier.

    `kenmerk` identifies it. `gebeurtenissen` are per path of an archiefstuk (without ending),
    those of the dossier under "". `ondertekenaars` are names of partij and functie.
    """

    kenmerk: str
    naam: str
    gemeente: str
    jaar: int
    opgemaakt_op: pendulum.Date
    gebeurtenissen: Mapping[str, tuple[Archiefgebeurtenis, ...]] = field(default_factory=dict)
    ondertekenaars: tuple[str, ...] = ()


def make_metagegevens(
    delen: Sequence[Dossierdeel], kenmerk: Dossierkenmerk, regels: Archiefregels
) -> tuple[Dossierdeel, ...]:
    """Return the metadata of everything in `delen`, as files of the dossier themselves."""
    stukken: dict[str, list[Dossierdeel]] = {}
    for deel in sorted(delen, key=lambda deel: deel.pad):
        stukken.setdefault(_zonder_einde(deel.pad), []).append(deel)
    dossier = _Kern(kenmerk, "", kenmerk.naam, "Dossier")
    dossier_xml = write_informatieobject(
        dossier.met(onderdelen=[_verwijs(kenmerk, pad, d) for pad, d in stukken.items()]), regels
    )
    return (
        _deel("dossier", dossier_xml),
        *(
            meta
            for pad, bestanden in stukken.items()
            for meta in _stuk(kenmerk, pad, bestanden, regels)
        ),
    )


def _stuk(
    kenmerk: Dossierkenmerk, pad: str, bestanden: Sequence[Dossierdeel], regels: Archiefregels
) -> Iterable[Dossierdeel]:
    """Yield the metadata of one archiefstuk and of its files."""
    verwijzing = _verwijs(kenmerk, pad, bestanden)
    stuk = _Kern(kenmerk, pad, verwijzing.naam, "Archiefstuk").met(
        onderdeel_van=Verwijzing(kenmerk.naam, kenmerk.kenmerk),
        representaties=[Verwijzing(b.pad, f"{kenmerk.kenmerk}/{b.pad}") for b in bestanden],
        ondertekenaars=(
            kenmerk.ondertekenaars if bestanden[0].rol is Dossierrol.JAARSCHIJF else ()
        ),
    )
    yield _deel(pad, write_informatieobject(stuk, regels))
    for bestand in bestanden:
        yield _deel(f"{bestand.pad}.bestand", write_bestand(_bestand(kenmerk, bestand, verwijzing)))


def _bestand(kenmerk: Dossierkenmerk, deel: Dossierdeel, verwijzing: Verwijzing) -> Archiefbestand:
    """Return one file as the metadata describe it."""
    return Archiefbestand(
        kenmerk=f"{kenmerk.kenmerk}/{deel.pad}",
        naam=PurePosixPath(deel.pad).name,
        omvang=len(deel.inhoud),
        formaat=recognise_formaat(deel.pad, deel.inhoud),
        sha256=hashlib.sha256(deel.inhoud).hexdigest(),
        op=kenmerk.opgemaakt_op,
        van=verwijzing,
    )


def _verwijs(kenmerk: Dossierkenmerk, pad: str, bestanden: Sequence[Dossierdeel]) -> Verwijzing:
    """Return how others name an archiefstuk."""
    naam = _NAAM[bestanden[0].rol]
    los = PurePosixPath(pad).name
    if bestanden[0].rol in (Dossierrol.BIEDING, Dossierrol.BEWIJS, Dossierrol.ADDENDUM):
        naam = f"{naam} {los}"
    return Verwijzing(f"{naam} bij {kenmerk.naam}", f"{kenmerk.kenmerk}/{pad}")


@dataclass(frozen=True, slots=True)
class _Kern:
    """An informatieobject with what is the same for all of them."""

    kenmerk: Dossierkenmerk
    pad: str
    naam: str
    niveau: str

    def met(
        self,
        *,
        onderdeel_van: Verwijzing | None = None,
        onderdelen: Iterable[Verwijzing] = (),
        representaties: Iterable[Verwijzing] = (),
        ondertekenaars: Iterable[str] = (),
    ) -> Informatieobject:
        """Return the whole object with its relations."""
        basis = self.kenmerk
        return Informatieobject(
            kenmerk=f"{basis.kenmerk}/{self.pad}" if self.pad else basis.kenmerk,
            naam=self.naam,
            niveau=self.niveau,
            omschrijving=f"Prestatieafspraken van {basis.gemeente} voor {basis.jaar}.",
            van=pendulum.date(basis.jaar, 1, 1),
            tot_en_met=pendulum.date(basis.jaar, 12, 31),
            gemeente=basis.gemeente,
            gebeurtenissen=basis.gebeurtenissen.get(self.pad, ()),
            onderdeel_van=onderdeel_van,
            onderdelen=tuple(onderdelen),
            representaties=tuple(representaties),
            betrokkenen=tuple(("Ondertekenaar", wie) for wie in ondertekenaars),
        )


def _deel(pad: str, xml: bytes) -> Dossierdeel:
    """Return metadata as a file of the dossier."""
    return Dossierdeel(f"{MAP}{pad}.mdto.xml", xml, Dossierrol.METAGEGEVENS)


def _zonder_einde(pad: str) -> str:
    """Return a path without the ending of its name."""
    return str(PurePosixPath(pad).with_suffix(""))
