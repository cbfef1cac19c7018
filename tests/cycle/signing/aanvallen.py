"""Attacks on a signed PDF, each by its own name; more than the suite has time for when run.

    python -m tests.cycle.signing.aanvallen

prints per attack what was found, then 50 version mix-ups by two routes, 20 copies of the right
version by a service, 72 good files and 500 turned bits, with figures.
"""

import io
import logging
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields
from pyhanko.sign.signers import PdfTimeStamper

from cycle.domain.binding import Bindingsoordeel, Controle, Tekenkader, Toegestaan, Vertrouwen
from cycle.domain.manifest import Manifest
from cycle.signing.controle.oordeel import judge
from cycle.signing.controle.vraag import Vraag
from tests.cycle.signing import pdfbouw
from tests.cycle.signing.pdfbouw import Bevroren, freeze, naam_van, persoon, sign, sign_all
from tests.pki import NU, Identiteit, Pki

AANTAL = 3
VINGERAFDRUK = Controle.VINGERAFDRUK
VREEMD = Pki(naam="Vreemde")


def kader_van(manifest: Manifest, **extra: Any) -> Tekenkader:  # noqa: ANN401 - fields of Tekenkader
    """Return who may sign in this manifest: everybody of the test."""
    toegestaan = tuple(Toegestaan(v.naam, (naam_van(v.partij),)) for v in manifest.velden)
    return Tekenkader(**({"toegestaan": toegestaan, "van": manifest.bevroren_op} | extra))


def check(
    pdf: bytes,
    bevroren: Bevroren,
    *,
    pki: Pki | None = None,
    crls: tuple[bytes, ...] | None = None,
    **extra: Any,  # noqa: ANN401 - fields of Vraag
) -> Bindingsoordeel:
    """Return the verdict on a file, with the test's own issuer believed."""
    pki = pki or Pki()
    lijsten = pki.intrekkingen() if crls is None else crls
    standaard = {
        "manifest": bevroren.manifest,
        "vastgesteld": bevroren.pdf,
        "kader": kader_van(bevroren.manifest),
        "vertrouwen": Vertrouwen((pki.wortel.der(),), (), lijsten),
    }
    return judge(Vraag(pdf, NU, **(standaard | extra)))


@cache
def bevroren() -> Bevroren:
    """Return the frozen version that is attacked."""
    return freeze(aantal=AANTAL)


@cache
def getekend() -> bytes:
    """Return it with all signatures, each with a time stamp."""
    return sign_all(bevroren(), "B-T")


@dataclass(frozen=True)
class Aanval:
    """One attack: what it makes, and the code and place that the check must name."""

    naam: str
    maak: Callable[[], bytes]
    code: str
    plek: str = ""


def page_added() -> bytes:
    def wijzig(writer: IncrementalPdfFileWriter) -> None:
        stroom = generic.StreamObject(stream_data=b"BT ET")
        blad = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Page"),
                pdf_name("/MediaBox"): generic.ArrayObject(
                    map(generic.NumberObject, (0, 0, 595, 842))
                ),
                pdf_name("/Contents"): writer.add_object(stroom),
                pdf_name("/Resources"): generic.DictionaryObject(),
            }
        )
        writer.insert_page(blad)

    return pdfbouw.verleng(getekend(), wijzig)


def saved_again() -> bytes:
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(getekend())) as pdf:
        pdf.save(uit)
    return uit.getvalue()


def _replace_content(writer: IncrementalPdfFileWriter) -> None:
    """Write other words on the first page."""
    blad = writer.root["/Pages"]["/Kids"][0]
    tekst = b"BT /F1 11 Tf 50 780 Td (Afspraak 1: bouw 99 sociale huurwoningen) Tj ET"
    blad[pdf_name("/Contents")] = writer.add_object(generic.StreamObject(stream_data=tekst))
    writer.update_container(blad)


def content_replaced_after() -> bytes:
    return pdfbouw.verleng(getekend(), _replace_content)


def content_replaced_before() -> bytes:
    pdf = pdfbouw.verleng(bevroren().pdf, _replace_content)
    return sign_all(Bevroren(pdf, bevroren().manifest))


def content_replaced_by_signer() -> bytes:
    """Return a file whose second signer changed a page in the very update that signs."""
    eerste, tweede, _ = bevroren().manifest.velden
    pdf = sign(bevroren().pdf, eerste.naam, persoon(eerste.partij))
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    _replace_content(writer)
    return pdfbouw.sign_writer(writer, tweede.naam, persoon(tweede.partij))


def content_replaced_after_certifying() -> bytes:
    eerste, tweede, derde = bevroren().manifest.velden
    pdf = sign(
        bevroren().pdf,
        eerste.naam,
        persoon(eerste.partij),
        certify=True,
        docmdp_permissions=fields.MDPPerm.FILL_FORMS,
    )
    pdf = pdfbouw.verleng(pdf, _replace_content)
    for veld in (tweede, derde):
        pdf = sign(pdf, veld.naam, persoon(veld.partij))
    return pdf


def note_on_top() -> bytes:
    def wijzig(writer: IncrementalPdfFileWriter) -> None:
        blad = writer.root["/Pages"]["/Kids"][0]
        nota = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Annot"),
                pdf_name("/Subtype"): pdf_name("/FreeText"),
                pdf_name("/Rect"): generic.ArrayObject(
                    map(generic.NumberObject, (50, 770, 400, 800))
                ),
                pdf_name("/Contents"): generic.pdf_string("bouw 99 woningen"),
                pdf_name("/DA"): generic.pdf_string("/F1 11 Tf"),
            }
        )
        blad[pdf_name("/Annots")] = generic.ArrayObject([writer.add_object(nota)])
        writer.update_container(blad)

    return pdfbouw.verleng(getekend(), wijzig)


def _text_field(writer: IncrementalPdfFileWriter) -> None:
    veld = generic.DictionaryObject(
        {
            pdf_name("/FT"): pdf_name("/Tx"),
            pdf_name("/T"): generic.pdf_string("opmerking"),
            pdf_name("/V"): generic.pdf_string("niet akkoord"),
        }
    )
    formulier = writer.root["/AcroForm"]
    formulier["/Fields"].append(writer.add_object(veld))
    writer.update_container(formulier["/Fields"])
    writer.update_container(formulier)


def text_field_added() -> bytes:
    return pdfbouw.verleng(getekend(), _text_field)


def foreign_place_added() -> bytes:
    def wijzig(writer: IncrementalPdfFileWriter) -> None:
        fields.append_signature_field(
            writer, fields.SigFieldSpec("iemand-anders", box=(50, 50, 200, 90))
        )

    return pdfbouw.verleng(getekend(), wijzig)


def foreign_signature_added() -> bytes:
    return sign(foreign_place_added(), "iemand-anders", persoon("domesta"))


def place_moved() -> bytes:
    def wijzig(writer: IncrementalPdfFileWriter) -> None:
        veld = writer.root["/AcroForm"]["/Fields"][0]
        veld[pdf_name("/Rect")] = generic.ArrayObject(
            map(generic.NumberObject, (50, 600, 500, 820))
        )
        writer.update_container(veld)

    return pdfbouw.verleng(getekend(), wijzig)


def two_missing() -> bytes:
    eerste = bevroren().manifest.velden[0]
    return sign(bevroren().pdf, eerste.naam, persoon(eerste.partij))


def one_other(wie: Identiteit) -> bytes:
    """Return the file with the second place signed by `wie`."""
    pdf = bevroren().pdf
    for nummer, veld in enumerate(bevroren().manifest.velden):
        pdf = sign(pdf, veld.naam, wie if nummer == 1 else persoon(veld.partij))
    return pdf


def unknown_issuer() -> bytes:
    return one_other(VREEMD.ondertekenaar(naam_van("domesta"), "Domesta"))


def expired() -> bytes:
    import datetime

    van, tot = NU - datetime.timedelta(days=20), NU - datetime.timedelta(days=2)
    return one_other(Pki().ondertekenaar(naam_van("domesta"), "Domesta", van=van, tot=tot))


def other_person() -> bytes:
    return one_other(Pki().ondertekenaar("Iemand Anders", "Domesta"))


def other_version() -> bytes:
    bladen = pdfbouw.tekst_van()
    bladen[1][0] = bladen[1][0].replace("24", "42")
    return sign_all(freeze(bladen, AANTAL))


def bytes_behind_signature() -> bytes:
    """Return the file with words in the zeros behind the first signature."""
    pdf = bytearray(getekend())
    einde = pdf.index(b"0" * 200, pdf.index(b"/Contents <3082"))
    pdf[einde + 100 : einde + 112] = b"6e69657420ok"[:10] + b"00"
    return bytes(pdf)


def bytes_behind_end() -> bytes:
    return getekend() + b"\nniet akkoord\n%PDF-1.7"


def script_added() -> bytes:
    def wijzig(writer: IncrementalPdfFileWriter) -> None:
        writer.root[pdf_name("/OpenAction")] = generic.DictionaryObject(
            {pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): generic.pdf_string("1")}
        )
        writer.update_root()

    return pdfbouw.verleng(getekend(), wijzig)


def wrapped_range() -> bytes:
    """Return the file with a range that leaves out more than the signature."""
    pdf = getekend()
    begin = pdf.index(b"/ByteRange [")
    einde = pdf.index(b"]", begin)
    getallen = [int(woord) for woord in pdf[begin + 12 : einde].split()]
    getallen[2] -= 2
    nieuw = (b"/ByteRange [" + b" ".join(b"%d" % g for g in getallen)).ljust(einde - begin)
    return pdf[:begin] + nieuw + pdf[einde:]


def weak_signature() -> bytes:
    """Return the file with a signature over SHA-1."""
    veld = bevroren().manifest.velden[0]
    return sign(bevroren().pdf, veld.naam, persoon(veld.partij), md_algorithm="sha1")


def signature_copied() -> bytes:
    """Return the file in which the signature of one partij was put in the place of another."""
    eerste, tweede, _ = bevroren().manifest.velden
    pdf = sign(bevroren().pdf, eerste.naam, persoon(eerste.partij))

    def wijzig(writer: IncrementalPdfFileWriter) -> None:
        velden = {str(v.get_object()["/T"]): v for v in writer.root["/AcroForm"]["/Fields"]}
        van, naar = velden[eerste.naam].get_object(), velden[tweede.naam].get_object()
        naar[pdf_name("/V")] = van.raw_get("/V")
        writer.mark_update(velden[tweede.naam])

    return pdfbouw.verleng(pdf, wijzig)


def other_document_behind_it() -> bytes:
    """Return the frozen version with a whole other document behind it, signed by everybody.

    Every reader shows the other one; the first bytes are still those of the frozen version.
    """
    bladen = pdfbouw.tekst_van()
    bladen[0][0] = bladen[0][0].replace("12", "99")
    ander = freeze(bladen, AANTAL)
    eerste = bevroren().pdf + b"\n"
    pdf = eerste + pdfbouw.shift(ander.pdf, len(eerste))
    return sign_all(Bevroren(pdf, bevroren().manifest))


_LIJST_KORT = b"xref\n0 1\n0000000000 65535 f\n"
_LIJST_VER = b"xref\n99999999 1\n0000000000 00000 f \n"


def _redefine(lijst: bytes, tekst: bytes) -> bytes:
    """Return the signed file with another first page behind it that no list names.

    A reader that does not understand `lijst` looks for the objects itself, and shows it.
    """
    pdf = getekend()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        blad = document.pages[0]
        nummer, inhoud = blad.objgen[0], blad.Contents.objgen[0]
        beschrijving = blad.obj.unparse(resolved=True)
        size, wortel = int(document.trailer.Size), document.Root.objgen[0]
    vorige = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
    uit = pdf + b"\n%d 0 obj\n%b\nendobj\n" % (nummer, beschrijving)
    uit += b"%d 0 obj\n<< /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (
        inhoud,
        len(tekst),
        tekst,
    )
    return (
        uit
        + lijst
        + b"trailer\n<< /Size %d /Root %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
        % (
            size,
            wortel,
            vorige,
            len(uit),
        )
    )


def _eerste_blad() -> bytes:
    """Return what draws the first page of the frozen version."""
    with pikepdf.open(io.BytesIO(bevroren().pdf)) as document:
        return document.pages[0].Contents.read_bytes()


def other_words_for_who_repairs() -> bytes:
    return _redefine(_LIJST_KORT, _eerste_blad().replace(b"bouw 12", b"bouw 99"))


def other_words_for_who_refuses_a_far_number() -> bytes:
    return _redefine(_LIJST_VER, _eerste_blad().replace(b"bouw 12", b"bouw 99"))


def pale_picture_for_who_repairs() -> bytes:
    """Return a file with the same words, and a pale block over them for who repairs it."""
    return _redefine(_LIJST_KORT, b"q 0.95 g 40 700 400 60 re f Q\n" + _eerste_blad())


def page_for_who_repairs() -> bytes:
    """Return a file that has a page more for who repairs it."""
    pdf = getekend()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        bladen = document.Root.Pages
        nummer, blad = bladen.objgen[0], document.pages[0].obj.unparse(resolved=True)
        nieuw = int(document.trailer.Size) + 5
        bladen.Kids.append(pikepdf.Dictionary())
        bladen.Count = len(bladen.Kids)
        boom = bladen.unparse(resolved=True).replace(b"<< >>", b"%d 0 R" % nieuw)
    kop, _, staart = other_words_for_who_repairs().rpartition(b"xref\n0 1\n")
    erbij = b"%d 0 obj\n%b\nendobj\n%d 0 obj\n%b\nendobj\n" % (nieuw, blad, nummer, boom)
    voor, _, _ = staart.rpartition(b"startxref")
    begin = len(kop) + len(erbij)
    return kop + erbij + b"xref\n0 1\n" + voor + b"startxref\n%d\n%%%%EOF\n" % begin


def file_twice() -> bytes:
    return getekend() + getekend()


def loose_revision_between() -> bytes:
    """Return the file with an end of a revision in it that nothing refers to."""
    eerste, tweede, derde = bevroren().manifest.velden
    pdf = sign(bevroren().pdf, eerste.naam, persoon(eerste.partij))
    vorige = pdf[pdf.rindex(b"startxref") :]
    pdf += b"\n900 0 obj\n(bouw 99)\nendobj\n" + vorige
    for veld in (tweede, derde):
        pdf = sign(pdf, veld.naam, persoon(veld.partij))
    return pdf


def visible_stamp(vak: tuple[int, int, int, int] = (50, 740, 400, 800)) -> bytes:
    """Return the file with a time stamp over all of it, of which the field hides the text."""
    breed, hoog = vak[2] - vak[0], vak[3] - vak[1]
    writer = IncrementalPdfFileWriter(io.BytesIO(getekend()))
    fields.append_signature_field(writer, fields.SigFieldSpec("tijdstempel-1", on_page=0, box=vak))
    veld = writer.root["/AcroForm"]["/Fields"][-1]
    beeld = generic.StreamObject(
        {
            pdf_name("/Type"): pdf_name("/XObject"),
            pdf_name("/Subtype"): pdf_name("/Form"),
            pdf_name("/BBox"): generic.ArrayObject(map(generic.NumberObject, (0, 0, breed, hoog))),
        },
        stream_data=b"1 1 1 rg 0 0 %d %d re f" % (breed, hoog),
    )
    veld[pdf_name("/AP")] = generic.DictionaryObject({pdf_name("/N"): writer.add_object(beeld)})
    uit = io.BytesIO()
    PdfTimeStamper(pdfbouw.stempelaar(Pki()), field_name="tijdstempel-1").timestamp_pdf(
        writer, "sha256", output=uit
    )
    return uit.getvalue()


AANVALLEN = (
    Aanval("b page added", page_added, "V023", "domesta-bestuurder"),
    Aanval("b saved again by another program", saved_again, "V010"),
    Aanval("b saved again: bytes", saved_again, "V021", "domesta-bestuurder"),
    Aanval("c1b text field added", text_field_added, "V013", "opmerking"),
    Aanval("c2 content replaced", content_replaced_after, "V023", "domesta-bestuurder"),
    Aanval("c2 content replaced: page", content_replaced_after, "V011", "Bladzijde 1"),
    Aanval("c3 note on top", note_on_top, "V023", "domesta-bestuurder"),
    Aanval("c4 replaced before signing", content_replaced_before, "V011", "Bladzijde 1"),
    Aanval("c4b replaced by a signer", content_replaced_by_signer, "V023", "hoogeveen-bestuurder"),
    Aanval("c5 certified", content_replaced_after_certifying, "V023", "hoogeveen-bestuurder"),
    Aanval("c7 foreign place", foreign_place_added, "V013", "iemand-anders"),
    Aanval("c7b foreign signature", foreign_signature_added, "V014", "iemand-anders"),
    Aanval("c8 place moved over the text", place_moved, "V023", "domesta-bestuurder"),
    Aanval("d two missing", two_missing, "V020", "woonconcept-bestuurder"),
    Aanval("e unknown issuer", unknown_issuer, "V024", "domesta-bestuurder"),
    Aanval("f expired", expired, "V025", "domesta-bestuurder"),
    Aanval("f2 other person", other_person, "V027", "domesta-bestuurder"),
    Aanval("g other version", other_version, "V010", "Bladzijde 2"),
    Aanval("h bytes behind a signature", bytes_behind_signature, "V031", "hoogeveen-bestuurder"),
    Aanval("h bytes behind the end", bytes_behind_end, "V008"),
    Aanval("i script", script_added, "V004"),
    Aanval("j range that leaves out more", wrapped_range, "V035", "hoogeveen-bestuurder"),
    Aanval("m weak arithmetic", weak_signature, "V032", "hoogeveen-bestuurder"),
    Aanval("l signature copied to another place", signature_copied, "V051", "domesta-bestuurder"),
    Aanval("k other document behind it", other_document_behind_it, "V011", "Bladzijde 1"),
    Aanval("n words for who repairs", other_words_for_who_repairs, "V040", "bladzijde 1"),
    Aanval("n words for who repairs: list", other_words_for_who_repairs, "V011"),
    Aanval("n far number", other_words_for_who_refuses_a_far_number, "V040", "bladzijde 1"),
    Aanval("n far number: list", other_words_for_who_refuses_a_far_number, "V011"),
    Aanval("n picture for who repairs", pale_picture_for_who_repairs, "V043", "bladzijde 1"),
    Aanval("n page for who repairs", page_for_who_repairs, "V040", "bladzijde 4"),
    Aanval("o file twice", file_twice, "V011"),
    Aanval("o loose revision between", loose_revision_between, "V011"),
    Aanval("p visible time stamp", visible_stamp, "V013", "tijdstempel-1"),
    Aanval("p visible time stamp: picture", visible_stamp, "V043", "bladzijde 1"),
)
"""The rows of the matrix; `f3` (withdrawn) needs another list and is a test of its own."""


def is_found(aanval: Aanval, oordeel: Bindingsoordeel) -> bool:
    """Return whether the check refuses, and names what the attack must be named by."""
    genoemd = any(
        b.code == aanval.code and (aanval.plek in b.plek or aanval.plek in b.melding)
        for b in oordeel.bevindingen
    )
    return not oordeel.is_compleet and genoemd


def flips(pdf: bytes, aantal: int, zaad: int) -> Iterator[tuple[int, bytes]]:
    """Yield the file with one bit turned, `aantal` times, each on another place."""
    bron = random.Random(zaad)  # noqa: S311 - a repeatable choice, no secret
    for plek in bron.sample(range(len(pdf)), aantal):
        anders = bytearray(pdf)
        anders[plek] ^= 1 << bron.randrange(8)
        yield plek, bytes(anders)


def _run_matrix() -> int:
    """Print what is found of every attack; return how many are missed."""
    gemist = 0
    for aanval in AANVALLEN:
        oordeel = check(aanval.maak(), bevroren())
        goed = is_found(aanval, oordeel)
        gemist += not goed
        codes = ", ".join(f"{b.code} {b.plek}" for b in oordeel.bevindingen)
        print(f"{'found ' if goed else 'MISSED'}  {aanval.naam}: {codes}")  # noqa: T201
    return gemist


def _run_flips(aantal: int = 500) -> int:
    """Print how many turned bits are found by the fingerprint, and how many without it."""
    sha256 = check(getekend(), bevroren()).sha256
    kader = kader_van(bevroren().manifest, vingerafdruk=sha256)
    met, zonder = 0, 0
    for _, pdf in flips(getekend(), aantal, zaad=7):
        oordeel = check(pdf, bevroren(), kader=kader)
        met += not oordeel.houdt
        zonder += any(not r.houdt for r in oordeel.regels if r.controle is not VINGERAFDRUK)
    print(f"{aantal} turned bits: {met} found, {zonder} of them without a register")  # noqa: T201
    return aantal - met


def _run_goed() -> int:
    """Print how many good files are refused: every level and key, 1 to 9 partijen, any order."""
    bron = random.Random(11)  # noqa: S311 - a repeatable choice, no secret
    geweigerd = gezien = 0
    for soort in ("ec", "rsa"):
        for niveau in pdfbouw.NIVEAUS:
            for aantal in range(1, 10):
                versie = freeze(aantal=aantal)
                volgorde = bron.sample(range(aantal), aantal)
                pdf = sign_all(versie, niveau, soort, volgorde)
                oordeel = check(pdf, versie, pki=Pki(soort))
                gezien += 1
                geweigerd += not oordeel.is_compleet
    print(f"{gezien} good files: {geweigerd} refused")  # noqa: T201
    return geweigerd


def main() -> int:
    """Run all of it; return 1 when something was missed or wrongly refused."""
    from tests.cycle.signing.verwisselingen import run_verwisselingen

    logging.disable(logging.WARNING)  # pyHanko tells of every attack what it found
    fouten = _run_matrix() + run_verwisselingen() + _run_goed() + _run_flips()
    return 1 if fouten else 0


if __name__ == "__main__":
    sys.exit(main())
