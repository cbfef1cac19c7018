"""Anchors: each afspraak and each action can be found, and a document knows what it is."""

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle.documents import WordDocumenten
from cycle.documents.anchors import CUSTOM, locate, read_kenmerk, stamp
from cycle.documents.package import read_parts
from cycle.domain.anker import Anker, Documentkenmerk, actie_anker, afspraak_anker, read_anker
from cycle.domain.view import ActieView, JaarschijfView
from tests.cycle.documents.builders import een_view

TEMPLATES = Path(__file__).parents[3] / "templates"


@pytest.fixture(scope="module")
def eigen() -> bytes:
    return WordDocumenten(TEMPLATES).jaarschijf(een_view("Domesta"))


def acties(view: JaarschijfView) -> Iterator[tuple[str, ActieView]]:
    for thema in view.themas:
        for afspraak in thema.afspraken:
            for actie in afspraak.acties:
                yield afspraak.nummer, actie


def test_every_afspraak_has_its_bookmark_in_order(eigen: bytes) -> None:
    ankers = [a.nummer for a in locate(eigen).values() if not a.actie]

    assert ankers == list(range(1, 24))


def test_every_action_has_its_bookmark_in_its_own_row(eigen: bytes) -> None:
    verwacht = {a.anker: (a.partij, a.activiteit) for _, a in acties(een_view())}
    gevonden = {}
    for tabel in docx.Document(io.BytesIO(eigen)).tables:
        for rij in tabel.rows:
            for merk in rij._tr.xpath(".//w:bookmarkStart/@w:name"):
                cellen = [cel.text for cel in rij.cells]
                gevonden[merk] = (cellen[0].removesuffix(" (u)"), cellen[1])

    assert gevonden == verwacht


def test_bookmark_ids_are_unique(eigen: bytes) -> None:
    body = docx.Document(io.BytesIO(eigen)).element.body
    ids = body.xpath("//w:bookmarkStart/@w:id")

    assert len(ids) == len(set(ids))


def test_document_says_which_one_it_is(eigen: bytes) -> None:
    kenmerk = read_kenmerk(read_parts(eigen, "")[CUSTOM])

    assert kenmerk == Documentkenmerk("Hoogeveen 2024", "0.1", "7f3a-91c2-be04", "Domesta")


def test_stamping_again_replaces_the_first_stamp(eigen: bytes) -> None:
    parts = read_parts(eigen, "")
    ander = Documentkenmerk("Dorp & Stad 2026", "0.2", "a-b", "")

    opnieuw = stamp(parts, ander)

    assert read_kenmerk(opnieuw[CUSTOM]) == ander
    assert opnieuw["_rels/.rels"] == parts["_rels/.rels"]


def test_properties_of_another_program_are_not_ours() -> None:
    leeg = b"<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/custom-properties'/>"

    assert read_kenmerk(leeg) is None


@given(nummer=st.integers(1, 999), teksten=st.tuples(st.text(), st.text(), st.text()))
def test_names_are_allowed_by_word_and_read_back(
    nummer: int, teksten: tuple[str, str, str]
) -> None:
    naam = actie_anker(nummer, *teksten)

    assert naam.isascii()
    assert len(naam) <= 40
    assert read_anker(naam) == Anker(nummer, naam)
    assert read_anker(afspraak_anker(nummer)) == Anker(nummer)


def test_an_action_keeps_its_name_whatever_its_text() -> None:
    assert actie_anker(1, "bouwen", "domesta", "A01-NETTO") == "_Actie_01_BDF82469"


@pytest.mark.parametrize("naam", ["_Afspraak_", "_Thema_01", "Afspraak_01", "_Actie_01_xyz", ""])
def test_other_bookmarks_are_left_alone(naam: str) -> None:
    assert read_anker(naam) is None
