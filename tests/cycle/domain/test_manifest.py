"""The manifest of a frozen version: written, read back, and refused when it is not one."""

import json
from dataclasses import replace

import pendulum
import pytest

from cycle.domain.errors import InvoerError
from cycle.domain.handtekenveld import Handtekenveld, list_velden, make_anker, make_veldnaam
from cycle.domain.manifest import Manifest, read_manifest, write_manifest
from tests.builders import PARTIJEN

MANIFEST = Manifest(
    samenwerking="hoogeveen",
    jaar=2024,
    versie="1.0",
    code="3F9A-2C1B-77D0",
    sha256="ab" * 32,
    bytes=350_580,
    bladzijden=28,
    velden=(Handtekenveld("domesta-directeur-bestuurder", "domesta", "directeur-bestuurder"),),
    tekenpaginas=(27,),
    bevroren_op=pendulum.date(2023, 12, 7),
)


def test_what_was_written_is_read_back_and_the_same_bytes_come_out() -> None:
    geschreven = write_manifest(MANIFEST)

    assert read_manifest(geschreven) == MANIFEST
    assert write_manifest(read_manifest(geschreven)) == geschreven


def test_the_field_of_a_functionaris_is_found_and_nobody_elses() -> None:
    assert MANIFEST.veld("domesta", "directeur-bestuurder") == MANIFEST.velden[0]
    assert MANIFEST.veld("domesta", "secretaris") is None


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"versie": None}, "'versie' is van een verkeerd soort"),
        ({"jaar": "2024"}, "'jaar' is van een verkeerd soort"),
        ({"jaar": True}, "'jaar' is van een verkeerd soort"),
        ({"extra": 1}, "Onbekend: extra"),
        ({"sha256": "AB"}, "geen SHA-256"),
        ({"bevroren_op": "7 december"}, "niet de vorm"),
        ({"velden": [{"naam": "a"}]}, "niet de vorm"),
        ({"velden": [{"naam": "a", "partij": 1, "functie": "b"}]}, "niet de vorm"),
        ({"tekenpaginas": ["27"]}, "niet de vorm"),
    ],
)
def test_a_manifest_with_another_part_is_refused(anders: dict[str, object], melding: str) -> None:
    inhoud = json.loads(write_manifest(MANIFEST)) | anders

    with pytest.raises(InvoerError, match=melding) as fout:
        read_manifest(json.dumps(inhoud).encode())
    assert fout.value.advies


def test_a_manifest_that_misses_a_part_says_which() -> None:
    inhoud = json.loads(write_manifest(MANIFEST))
    del inhoud["code"]

    with pytest.raises(InvoerError, match="Dit ontbreekt: code"):
        read_manifest(json.dumps(inhoud).encode())


@pytest.mark.parametrize("tekst", [b"", b"{", b"[]", b"\xff\xfe"])
def test_another_file_is_refused(tekst: bytes) -> None:
    with pytest.raises(InvoerError, match="niet leesbaar"):
        read_manifest(tekst)


def test_the_name_of_a_field_holds_no_dot_space_or_accent() -> None:
    assert make_veldnaam("domesta", "directeur-bestuurder") == "domesta-directeur-bestuurder"
    assert make_veldnaam("de-veste", "Voorzítter a.i.") == "de-veste-voorzitter-a-i"


def test_names_that_would_be_equal_are_told_apart() -> None:
    partij = replace(PARTIJEN[0], code="a", ondertekenaars=("b c", "b-c", "d"))

    assert [veld.naam for veld in list_velden([partij])] == ["a-b-c", "a-b-c-2", "a-d"]


def test_the_words_of_a_field_say_which_of_how_many() -> None:
    assert make_anker(3, 9) == "Handtekening 3 van 9"
