"""A PDF of somebody else: small, quiet and well built, or it is not read."""

import io
import random
import zlib
from collections.abc import Callable

import pikepdf
import pytest

from cycle.domain.binding import Controle
from cycle.domain.handtekenroute import Route
from cycle.signing.bindingscontrole import ask_oordeel
from cycle.signing.controle import keuring
from cycle.signing.controle.keuring import keur
from cycle.signing.controle.vraag import Vraag
from tests.cycle.signing.aanvallen import bevroren, check, getekend, kader_van
from tests.cycle.signing.dienst import return_by_service, vertrouwen
from tests.cycle.signing.pdfbouw import make_pdf, tekst_van
from tests.pki import NU

GOED = make_pdf(tekst_van())


def _codes(pdf: bytes) -> list[str]:
    return [b.code for b in keur(pdf, "terug.pdf")]


def _changed(wijzig: Callable[[pikepdf.Pdf], object], **opties: object) -> bytes:
    """Return the good PDF after `wijzig`."""
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(GOED)) as pdf:
        wijzig(pdf)
        pdf.save(uit, **opties)  # type: ignore[arg-type]
    return uit.getvalue()


def _set(pdf: pikepdf.Pdf, sleutel: str, waarde: object) -> None:
    pdf.Root[sleutel] = waarde  # type: ignore[assignment]


def _action(soort: str) -> Callable[[pikepdf.Pdf], object]:
    actie = pikepdf.Dictionary(S=pikepdf.Name(f"/{soort}"))
    return lambda pdf: _set(pdf, "/OpenAction", actie)


def _embed(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["x.exe"] = pikepdf.AttachedFileSpec(pdf, b"MZ")


def _loop(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def _wide(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].mediabox = [0, 0, 20_000, 842]


def _bomb(pdf: pikepdf.Pdf) -> None:
    vol = zlib.compress(bytes(keuring._UITGEPAKT + 1), 9)
    stroom = pikepdf.Stream(pdf, b"")
    stroom.write(vol, filter=pikepdf.Name.FlateDecode)
    pdf.Root.Bom = pdf.make_indirect(stroom)


def _deep(pdf: pikepdf.Pdf) -> None:
    diep = pikepdf.Array()
    for _ in range(120):
        diep = pikepdf.Array([diep])
    pdf.Root.Diep = diep


def _huge_picture(pdf: pikepdf.Pdf) -> None:
    stroom = pikepdf.Stream(pdf, b"")
    stroom.Width, stroom.Height = 60_000, 60_000
    pdf.Root.Beeld = pdf.make_indirect(stroom)


def test_an_ordinary_pdf_may_be_read() -> None:
    assert _codes(GOED) == []
    assert _codes(getekend()) == []


@pytest.mark.parametrize(
    ("pdf", "code"),
    [
        (b"", "V001"),
        (b"%PDF-1.7" + bytes(keuring.GROOTSTE), "V001"),
        (b"MZ" + GOED, "V002"),
        (GOED[:-200], "V002"),
        (GOED.replace(b"startxref", b"startxxxx"), "V002"),
        (GOED + b"PK\x03\x04", "V008"),
        (GOED.replace(b"/Type /Catalog", b"/Type /Cataloh").replace(b"/Pages", b"/Pagex"), "V002"),
    ],
)
def test_what_is_no_ordinary_pdf_is_refused(pdf: bytes, code: str) -> None:
    assert _codes(pdf) == [code]


@pytest.mark.parametrize(
    "soort", ["JavaScript", "Launch", "GoToR", "GoToE", "SubmitForm", "ImportData", "Rendition"]
)
def test_what_acts_by_itself_is_refused(soort: str) -> None:
    assert _codes(_changed(_action(soort))) == ["V004"]


@pytest.mark.parametrize(
    ("wijzig", "code"),
    [
        (lambda pdf: _set(pdf, "/AcroForm", pikepdf.Dictionary(XFA="x")), "V004"),
        (_embed, "V006"),
        (_loop, "V002"),
        (_wide, "V007"),
        (_bomb, "V007"),
        (_deep, "V002"),
        (_huge_picture, "V007"),
        (lambda pdf: pdf.pages.__delitem__(slice(None)), "V007"),
    ],
)
def test_what_is_hidden_or_out_of_bounds_is_refused(
    wijzig: Callable[[pikepdf.Pdf], object], code: str
) -> None:
    assert code in _codes(_changed(wijzig))


def test_an_action_inside_something_else_is_found_too() -> None:
    def wijzig(pdf: pikepdf.Pdf) -> None:
        binnen = pikepdf.Dictionary(A=pikepdf.Array([pikepdf.Dictionary(JS="app.alert(1)")]))
        pdf.pages[0].obj.AA = binnen

    assert _codes(_changed(wijzig)) == ["V004"]


@pytest.mark.parametrize("wachtwoord", ["geheim", ""])
def test_an_encrypted_pdf_is_refused(wachtwoord: str) -> None:
    slot = pikepdf.Encryption(owner="eigenaar", user=wachtwoord)

    assert _codes(_changed(lambda _: None, encryption=slot)) == ["V005"]


def test_too_many_pages_are_refused() -> None:
    def wijzig(pdf: pikepdf.Pdf) -> None:
        for _ in range(keuring.MEESTE_BLADEN + 1):
            pdf.pages.append(pdf.pages[0])

    assert "V007" in _codes(_changed(wijzig))


def test_a_link_to_a_website_or_to_a_page_is_ordinary() -> None:
    def wijzig(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = pikepdf.Array([pdf.pages[0].obj, pikepdf.Name.Fit])
        link = pikepdf.Dictionary(
            Subtype=pikepdf.Name.Link,
            Rect=[0, 0, 9, 9],
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://woning.example"),
        )
        pdf.pages[0].obj.Annots = pikepdf.Array([link])

    assert _codes(_changed(wijzig)) == []


def test_a_refused_file_gets_no_further_than_the_first_controle() -> None:
    oordeel = check(b"MZ" + getekend(), bevroren())

    assert [regel.controle for regel in oordeel.regels] == [Controle.BESTAND]
    assert not oordeel.houdt


def test_the_process_of_its_own_gives_the_same_verdict() -> None:
    vraag = Vraag(
        getekend(), NU, manifest=bevroren().manifest, kader=kader_van(bevroren().manifest)
    )

    assert ask_oordeel(vraag) == check(
        getekend(), bevroren(), vertrouwen=vraag.vertrouwen, vastgesteld=None
    )


def test_a_file_that_breaks_the_process_gives_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cycle.signing.bindingscontrole._KIND", "import os; os.abort()")

    oordeel = ask_oordeel(Vraag(GOED, NU, naam="terug.pdf"))

    assert [(b.code, b.plek) for b in oordeel.bevindingen] == [("V003", "terug.pdf")]


def _damage(pdf: bytes, bron: random.Random) -> bytes:
    """Return the file with a piece gone, a piece doubled, or digits changed."""
    stuk = bytearray(pdf)
    van, naar = bron.randrange(len(stuk)), bron.randrange(len(stuk))
    soort = bron.randrange(3)
    if soort == 0:
        del stuk[van : van + bron.randrange(1, 400)]
    elif soort == 1:
        stuk[naar:naar] = stuk[van : van + 60]
    else:
        cijfers = [plek for plek, teken in enumerate(stuk) if teken in b"0123456789"]
        for plek in bron.sample(cijfers, 4):
            stuk[plek] = bron.choice(b"0123456789")
    return bytes(stuk)


@pytest.mark.parametrize("zaad", range(12))
def test_damage_of_any_kind_gives_a_verdict(zaad: int) -> None:
    bron = random.Random(zaad)  # noqa: S311 - a repeatable choice, no secret
    dienst = zaad % 2 == 1
    goed = return_by_service(bevroren()) if dienst else getekend()

    oordeel = check(
        _damage(goed, bron), bevroren(), **({"vertrouwen": vertrouwen()} if dienst else {})
    )

    assert not oordeel.is_compleet or oordeel.route is Route.DIENST
