"""Metadata of a dossier: complete, in order, and without empty elements."""

from dataclasses import replace

import pendulum
import pytest
from lxml import etree

from cycle.domain.archief import TOOI_GEMEENTEN, Archiefregels, Waardering
from cycle.domain.bestandsformaat import recognise_formaat
from cycle.domain.mdto import (
    Archiefbestand,
    Archiefgebeurtenis,
    Informatieobject,
    Verwijzing,
    write_bestand,
    write_informatieobject,
)
from tests.mdtoschema import NS, list_fouten

REGELS = Archiefregels(
    archiefvormer="Gemeente Dorp",
    kenmerk="gm0000",
    bron=TOOI_GEMEENTEN,
    waardering=Waardering.TIJDELIJK,
    bewaartermijn=10,
    selectielijst="Selectielijst gemeenten",
    categorie="1.1",
    beperking="Geen beperking",
)
STUK = Informatieobject(
    kenmerk="dorp-2026/jaarschijf",
    naam="Jaarschijf 2026 van Dorp",
    niveau="Archiefstuk",
    omschrijving="De ondertekende jaarschijf.",
    van=pendulum.date(2026, 1, 1),
    tot_en_met=pendulum.date(2026, 12, 31),
    gemeente="Dorp",
    gebeurtenissen=(
        Archiefgebeurtenis("Bevriezing", pendulum.date(2025, 12, 8), "Gemeente Dorp", "Versie 1.0"),
        Archiefgebeurtenis("Accordering", pendulum.date(2025, 12, 10)),
    ),
    onderdeel_van=Verwijzing("Dossier", "dorp-2026"),
    representaties=(Verwijzing("jaarschijf.pdf", "dorp-2026/jaarschijf.pdf"),),
    betrokkenen=(("Ondertekenaar", "Domesta, directeur-bestuurder"),),
)


def _tekst(xml: bytes, pad: str) -> str:
    return etree.fromstring(xml).findtext("/".join(NS + deel for deel in pad.split("/"))) or ""


@pytest.mark.parametrize("waardering", Waardering)
@pytest.mark.parametrize("niveau", ["Dossier", "Archiefstuk"])
def test_a_dossier_and_an_archiefstuk_fit_the_standard(niveau: str, waardering: Waardering) -> None:
    stuk = replace(STUK, niveau=niveau, onderdelen=(Verwijzing("Deel", "dorp-2026/deel"),))

    assert list_fouten(write_informatieobject(stuk, replace(REGELS, waardering=waardering))) == []


def test_what_is_not_there_leaves_no_empty_element() -> None:
    kaal = replace(STUK, omschrijving=" ", gebeurtenissen=(), onderdeel_van=None, representaties=())

    xml = write_informatieobject(kaal, REGELS)

    assert list_fouten(xml) == []
    assert [e.tag for e in etree.fromstring(xml).iter() if not len(e) and not e.text] == []


def test_the_term_runs_from_the_end_of_the_year_it_is_about() -> None:
    xml = write_informatieobject(STUK, REGELS)

    assert _tekst(xml, "informatieobject/bewaartermijn/termijnEinddatum") == "2036-12-31"
    assert _tekst(xml, "informatieobject/waardering/begripCode") == "V"


def test_what_is_kept_for_good_has_no_term() -> None:
    xml = write_informatieobject(STUK, replace(REGELS, waardering=Waardering.BLIJVEND))

    assert _tekst(xml, "informatieobject/waardering/begripCode") == "B"
    assert b"bewaartermijn" not in xml


def test_strange_texts_stay_texts() -> None:
    xml = write_informatieobject(replace(STUK, naam="R&D <b>\x00 ‘huis’\x0b"), REGELS)

    assert _tekst(xml, "informatieobject/naam") == "R&D <b> ‘huis’"


def test_a_file_is_described_with_size_format_and_checksum() -> None:
    bestand = Archiefbestand(
        kenmerk="dorp-2026/afspraken.csv",
        naam="afspraken.csv",
        omvang=12,
        formaat=recognise_formaat("afspraken.csv", b"a;b"),
        sha256="0" * 64,
        op=pendulum.date(2025, 12, 12),
        van=Verwijzing("Afspraken", "dorp-2026/afspraken"),
    )

    xml = write_bestand(bestand)

    assert list_fouten(xml) == []
    assert _tekst(xml, "bestand/bestandsformaat/begripCode") == "x-fmt/18"
    assert _tekst(xml, "bestand/checksum/checksumDatum") == "2025-12-12T00:00:00"


def test_the_table_of_the_standard_refuses_what_is_wrong() -> None:
    goed = write_informatieobject(STUK, REGELS)
    naam = b"<naam>Jaarschijf 2026 van Dorp</naam>"

    assert list_fouten(goed.replace(naam, b"")) != []
    assert list_fouten(goed.replace(naam, b"<naam/>")) == ["naam is empty"]
    assert list_fouten(goed.replace(naam, naam * 2)) != []
    assert list_fouten(goed.replace(b"<taal>nl</taal>", b"<taal>Nederlands</taal>")) != []
