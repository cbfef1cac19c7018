"""The ondertekenblad: who signed which version, on what it rests, and who did not."""

import json
from dataclasses import replace

import pendulum

from cycle.domain.accordering import Handtekening, Reikwijdte
from cycle.domain.aftekenstap import Aftekenstap, Stapsoort
from cycle.domain.cyclus import Concept
from cycle.domain.handtekenroute import Route
from cycle.domain.manifest import Manifest
from cycle.domain.ondertekenblad import (
    Ondertekenblad,
    build_ondertekenblad,
    view_ondertekenblad,
    write_ondertekenblad,
)
from tests.cycle.documents.builders import een_view
from tests.cycle.services.builders import een_dorp

DORP = een_dorp()
CODE = "3F9A-2C1B-77D0"
VASTGESTELD = pendulum.date(2025, 12, 8)
CONCEPT = Concept("1.0", CODE, "0" * 64, VASTGESTELD, vastgesteld=True)
MANIFEST = Manifest(
    samenwerking="dorp",
    jaar=2026,
    versie="1.0",
    code=CODE,
    sha256="ab" * 32,
    bytes=412_008,
    bladzijden=24,
    velden=(),
    tekenpaginas=(24,),
    bevroren_op=VASTGESTELD,
)
GETEKEND = Handtekening(
    partij="domesta",
    functie="directeur-bestuurder",
    reikwijdte=Reikwijdte.GEHEEL,
    op=pendulum.date(2025, 12, 10),
    code=CODE,
    route=Route.CERTIFICAAT,
    bewijs="cd" * 32,
)


def _blad(*handtekeningen: Handtekening, stappen: tuple[Aftekenstap, ...] = ()) -> Ondertekenblad:
    return build_ondertekenblad(DORP, CONCEPT, MANIFEST, handtekeningen, stappen)


def test_everybody_who_signs_has_a_row() -> None:
    blad = _blad(GETEKEND)

    assert [(r.partij, r.staat) for r in blad.regels] == [
        ("gemeente", "ontbreekt"),
        ("domesta", "geheel"),
        ("huurders", "ontbreekt"),
    ]
    assert blad.regels[1].sterkte == "cryptografisch"


def test_a_signature_on_another_version_does_not_count() -> None:
    ander = replace(GETEKEND, code="0000-0000-0000")
    ouder = replace(GETEKEND, versie="0.9")

    assert len(_blad(ander, ouder).ontbreekt) == 3


def test_the_last_signature_of_a_functie_counts_and_gives_the_day() -> None:
    weigert = replace(
        GETEKEND, reikwijdte=Reikwijdte.NIET, op=GETEKEND.op.add(days=2), reden="Eerst overleg."
    )

    blad = _blad(GETEKEND, weigert)

    assert (blad.regels[1].staat, blad.regels[1].sterkte) == ("niet", "")
    assert blad.stand_op == weigert.op


def test_without_signatures_the_day_is_that_of_the_adoption() -> None:
    assert _blad().stand_op == VASTGESTELD


def test_a_close_with_signatures_missing_is_told() -> None:
    sluiting = Aftekenstap(
        Stapsoort.SLUITING, "1.0", CODE, pendulum.date(2025, 12, 15), reden="De termijn is om."
    )

    view = view_ondertekenblad(_blad(GETEKEND, stappen=(sluiting,)), DORP, een_view(), ())

    assert view.samenvatting == (
        "1 van 3 handtekeningen zijn gezet. De ondertekening is afgesloten op 15 december 2025: "
        "De termijn is om."
    )
    assert view.ontbreekt == ("Gemeente Dorp (wethouder)", "Huurders Dorp (voorzitter)")


def test_the_sheet_names_the_frozen_bytes_in_groups_people_can_compare() -> None:
    view = view_ondertekenblad(_blad(GETEKEND), DORP, een_view(), ())

    assert view.sha256.replace(" ", "") == MANIFEST.sha256
    assert max(map(len, view.sha256.split())) == 16
    assert view.omvang == "412.008 bytes"


def test_the_head_of_the_trail_stands_on_the_sheet_when_there_is_one() -> None:
    met = build_ondertekenblad(DORP, CONCEPT, replace(MANIFEST, audit_hoofd="30:" + "ab" * 32), ())

    assert view_ondertekenblad(met, DORP, een_view(), ()).audit_hoofd.startswith("30: abab")
    assert view_ondertekenblad(_blad(), DORP, een_view(), ()).audit_hoofd == ""


def test_json_holds_days_as_iso_and_gives_equal_bytes() -> None:
    blad = _blad(GETEKEND)
    gelezen = json.loads(write_ondertekenblad(blad))

    assert gelezen["regels"][1]["op"] == "2025-12-10"
    assert gelezen["regels"][0]["op"] is None
    assert write_ondertekenblad(blad) == write_ondertekenblad(_blad(GETEKEND))
