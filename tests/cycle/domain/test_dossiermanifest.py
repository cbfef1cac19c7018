"""The manifest of a dossier finds every file that is missing, changed or added."""

from dataclasses import replace

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle.domain.dossiermanifest import (
    Afwijkingsoort,
    Dossierafwijking,
    Dossierdeel,
    Dossiermanifest,
    Dossierrol,
    check_dossier,
    list_bestanden,
    read_dossiermanifest,
    write_dossiermanifest,
)
from cycle.domain.errors import InvoerError

DELEN = (
    Dossierdeel("jaarschijf.pdf", b"%PDF-1.7", Dossierrol.JAARSCHIJF),
    Dossierdeel("afspraken.csv", b"a;b", Dossierrol.AFSPRAKEN),
    Dossierdeel("bewijs/mandaat.eml", b"Van: ...", Dossierrol.BEWIJS),
)
MANIFEST = Dossiermanifest(
    samenwerking="dorp",
    jaar=2026,
    revisie=1,
    versie="1.0",
    code="3F9A-2C1B-77D0",
    opgemaakt_op=pendulum.date(2025, 12, 12),
    bestanden=list_bestanden(DELEN),
)
GEVONDEN = {deel.pad: deel.inhoud for deel in DELEN}


def test_a_manifest_can_be_written_and_read_back() -> None:
    assert read_dossiermanifest(write_dossiermanifest(MANIFEST)) == MANIFEST


def test_a_whole_dossier_has_no_differences() -> None:
    ernaast = {"manifest.json": b"{}", "manifest.p7s": b"", "tijdstempels/2027.tsr": b""}

    assert check_dossier(MANIFEST, GEVONDEN | ernaast) == ()


@given(st.sampled_from(DELEN), st.integers(0, 7))
def test_a_flipped_bit_in_any_file_is_found(deel: Dossierdeel, bit: int) -> None:
    inhoud = bytearray(deel.inhoud)
    inhoud[-1] ^= 1 << bit

    assert check_dossier(MANIFEST, GEVONDEN | {deel.pad: bytes(inhoud)}) == (
        Dossierafwijking(deel.pad, Afwijkingsoort.GEWIJZIGD),
    )


def test_a_missing_and_an_added_file_are_named() -> None:
    gevonden = {p: i for p, i in GEVONDEN.items() if p != "afspraken.csv"} | {"extra.txt": b"x"}

    assert check_dossier(MANIFEST, gevonden) == (
        Dossierafwijking("afspraken.csv", Afwijkingsoort.ONTBREEKT),
        Dossierafwijking("extra.txt", Afwijkingsoort.ONVERWACHT),
    )


@pytest.mark.parametrize(
    "tekst",
    [
        b"",
        b"[]",
        b"{}",
        b'{"soort": "iets anders"}',
        write_dossiermanifest(MANIFEST).replace(b"2025-12-12", b"gisteren"),
        write_dossiermanifest(MANIFEST).replace(b'"rol": "bewijs"', b'"rol": "gerucht"'),
        write_dossiermanifest(replace(MANIFEST, bestanden=MANIFEST.bestanden * 2)),
    ],
)
def test_what_is_no_manifest_is_refused_in_dutch(tekst: bytes) -> None:
    with pytest.raises(InvoerError, match="geen manifest van een archiefdossier"):
        read_dossiermanifest(tekst)
