"""A PDF that came back from a signing service: route dienst."""

import io
from dataclasses import replace

import pikepdf
import pytest

from cycle.domain.binding import Bindingsoordeel, Controle, Tekenkader, Vertrouwen
from cycle.domain.handtekenroute import Route
from cycle.signing.controle.oordeel import judge
from cycle.signing.controle.vraag import Vraag
from tests.cycle.signing.dienst import (
    flatten,
    mix_ups,
    other_version,
    return_by_service,
    seal,
    vertrouwen,
)
from tests.cycle.signing.pdfbouw import Bevroren, freeze, make_pdf, tekst_van
from tests.pki import NU, Pki

VERSIE = freeze(tekst_van(4), aantal=3)


def check(pdf: bytes, versie: Bevroren = VERSIE, **extra: object) -> Bindingsoordeel:
    standaard: dict[str, object] = {
        "manifest": versie.manifest,
        "vastgesteld": versie.pdf,
        "vertrouwen": vertrouwen(),
    }
    return judge(Vraag(pdf, NU, **(standaard | extra)))  # type: ignore[arg-type]


def codes(oordeel: Bindingsoordeel, controle: Controle) -> list[str]:
    return [b.code for r in oordeel.regels if r.controle is controle for b in r.bevindingen]


@pytest.mark.parametrize("bewijs", [0, 1, 3])
def test_the_right_version_that_a_service_wrote_anew_is_accepted(bewijs: int) -> None:
    oordeel = check(return_by_service(VERSIE, bewijs))

    assert oordeel.houdt, oordeel.bevindingen
    assert oordeel.route is Route.DIENST
    assert [regel.controle for regel in oordeel.regels] == [
        Controle.BESTAND,
        Controle.DIENSTZEGEL,
        Controle.OPVULLING,
        Controle.TEKST,
        Controle.BEELD,
    ]
    assert codes(oordeel, Controle.TEKST) == (["V047"] if bewijs else [])


@pytest.mark.parametrize(("naam", "bladen"), list(mix_ups(6, zaad=1)))
def test_another_version_is_refused(naam: str, bladen: list[list[str]]) -> None:
    oordeel = check(return_by_service(other_version(bladen)))

    assert "V040" in codes(oordeel, Controle.TEKST), naam
    assert not oordeel.houdt


def test_a_page_less_is_refused() -> None:
    oordeel = check(return_by_service(other_version(tekst_van(3)), bewijs=0))

    assert "V041" in codes(oordeel, Controle.TEKST)


def test_an_afspraak_on_an_extra_page_is_refused() -> None:
    with pikepdf.open(io.BytesIO(flatten(VERSIE.pdf))) as pdf:
        erbij = make_pdf([["Afspraak 24: de gemeente betaalt alles"]], tekenpagina=False)
        with pikepdf.open(io.BytesIO(erbij)) as extra:
            pdf.pages.extend(extra.pages)
        uit = io.BytesIO()
        pdf.save(uit)

    assert "V042" in codes(check(seal(uit.getvalue())), Controle.TEKST)


def _with(pdf: bytes, blad: int, stroom: bytes) -> bytes:
    """Return the PDF with something drawn on a page, and sealed."""
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.pages[blad].contents_add(document.make_stream(stroom))
        document.save(uit)
    return seal(uit.getvalue())


def test_a_white_area_over_the_words_is_seen_though_the_words_are_still_there() -> None:
    oordeel = check(_with(flatten(VERSIE.pdf), 1, b"1 g 40 770 300 30 re f"))

    assert codes(oordeel, Controle.TEKST) == ["V047"]
    assert codes(oordeel, Controle.BEELD) == ["V043"]
    assert "V043 Bladzijde 2" in [f"{b.code} {b.melding[:11]}" for b in oordeel.bevindingen]


def test_a_line_through_the_words_is_seen() -> None:
    oordeel = check(_with(flatten(VERSIE.pdf), 0, b"2 w 50 784 m 300 784 l S"))

    assert codes(oordeel, Controle.BEELD) == ["V043"]


def test_words_that_cannot_be_seen_count_as_words() -> None:
    oordeel = check(_with(flatten(VERSIE.pdf), 0, b"BT 3 Tr /F1 9 Tf 50 400 Td (niet) Tj ET"))

    assert codes(oordeel, Controle.TEKST) == ["V040", "V047"]


def test_what_is_drawn_beside_the_places_to_sign_asks_for_a_look() -> None:
    oordeel = check(_with(flatten(VERSIE.pdf), 3, b"50 50 100 40 re S"))

    assert oordeel.houdt
    assert codes(oordeel, Controle.BEELD) == ["V046"]


def test_what_covers_words_on_the_page_to_sign_is_refused() -> None:
    oordeel = check(_with(flatten(VERSIE.pdf), 3, b"1 g 40 770 300 30 re f"))

    assert codes(oordeel, Controle.BEELD) == ["V043"]


def test_a_page_of_another_size_is_refused() -> None:
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(flatten(VERSIE.pdf))) as pdf:
        pdf.pages[1].mediabox = [0, 0, 612, 792]
        pdf.save(uit)

    assert "V043" in codes(check(seal(uit.getvalue())), Controle.BEELD)


def test_a_page_that_cannot_be_shown_is_a_finding() -> None:
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(flatten(VERSIE.pdf))) as pdf:
        pdf.pages[1].obj.Type = pikepdf.Name.Anders
        pdf.save(uit)

    assert codes(check(seal(uit.getvalue())), Controle.BEELD) == ["V002"]


def test_without_a_seal_it_is_refused() -> None:
    oordeel = check(flatten(VERSIE.pdf))

    assert codes(oordeel, Controle.DIENSTZEGEL) == ["V044"]
    assert not oordeel.houdt


def test_a_seal_of_a_service_that_nobody_named_is_refused() -> None:
    oordeel = check(return_by_service(VERSIE), vertrouwen=Vertrouwen((Pki().wortel.der(),)))

    assert codes(oordeel, Controle.DIENSTZEGEL) == ["V044"]
    assert "Tekendienst" in oordeel.regels[1].bevindingen[0].melding


def test_what_changed_after_the_seal_is_refused() -> None:
    pdf = return_by_service(VERSIE)
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(uit)

    assert codes(check(uit.getvalue()), Controle.DIENSTZEGEL) == ["V044"]


def test_what_is_hidden_behind_the_seal_is_refused() -> None:
    pdf = bytearray(return_by_service(VERSIE))
    pdf[pdf.rindex(b"0" * 200) + 100] = ord("7")

    assert codes(check(bytes(pdf)), Controle.OPVULLING) == ["V031"]


def test_without_the_adopted_version_there_is_nothing_to_compare() -> None:
    oordeel = check(return_by_service(VERSIE), vastgesteld=None)

    assert codes(oordeel, Controle.TEKST) == ["V045"]


def test_another_adopted_version_than_that_of_the_manifest_is_refused() -> None:
    oordeel = check(return_by_service(VERSIE), vastgesteld=freeze(tekst_van(3)).pdf)

    assert codes(oordeel, Controle.TEKST) == ["V015"]


def test_a_registered_file_that_changed_is_found_by_its_fingerprint() -> None:
    oordeel = check(return_by_service(VERSIE), kader=Tekenkader(vingerafdruk="0" * 64))

    assert codes(oordeel, Controle.VINGERAFDRUK) == ["V009"]


def test_the_fields_may_still_be_there_and_empty() -> None:
    """Some services leave our places to sign alone and put their own words beside them."""
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(VERSIE.pdf)) as pdf:
        pdf.save(uit, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    oordeel = check(seal(uit.getvalue()))

    assert oordeel.route is Route.DIENST
    assert oordeel.houdt, oordeel.bevindingen


def test_pages_to_sign_come_from_the_manifest() -> None:
    manifest = replace(VERSIE.manifest, tekenpaginas=())
    oordeel = check(return_by_service(VERSIE), manifest=manifest)

    assert "V040" in codes(oordeel, Controle.TEKST)
