"""A signing service of our own, of the kind that writes a PDF anew and seals it itself."""

import io
import random
from collections.abc import Iterator, Sequence

import pikepdf
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields

from cycle.domain.binding import Vertrouwen
from tests.cycle.signing.pdfbouw import Bevroren, freeze, make_pdf, naam_van, sign, tekst_van
from tests.pki import Pki

DIENST = Pki(naam="Dienst")
ZEGEL = DIENST.ondertekenaar("Tekendienst", "Tekendienst BV")
BEWIJS = ("Overzicht van de ondertekening", "Iedereen tekende met een code per sms.")


def vertrouwen() -> Vertrouwen:
    """Return that only the seal of the service is believed."""
    return Vertrouwen((), (ZEGEL.der(),), DIENST.intrekkingen())


def flatten(pdf: bytes, stempels: Sequence[str] = ("Getekend",), bewijs: int = 1) -> bytes:
    """Return the PDF written anew: no fields, words in their place, pages behind it."""
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        blad = document.pages[-1]
        vakken = [list(map(float, een.Rect)) for een in blad.obj.get("/Annots", [])]
        tekst = [
            f"BT /F1 9 Tf {vak[0] + 5:.0f} {vak[1] + 15:.0f} Td ({stempel}) Tj ET"
            for vak, stempel in zip(vakken, stempels, strict=False)
        ]
        blad.contents_add(document.make_stream("\n".join(tekst).encode("latin-1")))
        for ander in document.pages:
            if "/Annots" in ander.obj:
                ander.obj.Annots = pikepdf.Array(
                    [een for een in ander.obj.Annots if een.Subtype != "/Widget"]
                )
        if "/AcroForm" in document.Root:
            del document.Root["/AcroForm"]
        for _ in range(bewijs):
            with pikepdf.open(io.BytesIO(make_pdf([BEWIJS], tekenpagina=False))) as extra:
                document.pages.extend(extra.pages)
        document.save(uit, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return uit.getvalue()


def seal(pdf: bytes, **extra: object) -> bytes:
    """Return the PDF with the seal of the service over all of it."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    fields.append_signature_field(writer, fields.SigFieldSpec("zegel-van-de-dienst"))
    uit = io.BytesIO()
    writer.write(uit)
    return sign(uit.getvalue(), "zegel-van-de-dienst", ZEGEL, "B-T", DIENST, **extra)


def return_by_service(bevroren: Bevroren, bewijs: int = 1) -> bytes:
    """Return what comes back from the service when everybody signed there."""
    namen = [f"Getekend door {naam_van(v.partij)}" for v in bevroren.manifest.velden]
    return seal(flatten(bevroren.pdf, namen, bewijs))


def mix_ups(aantal: int, zaad: int) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield other versions: one word, one digit, or two lines in another order."""
    bron = random.Random(zaad)  # noqa: S311 - a repeatable choice, no secret
    for nummer in range(aantal):
        bladen = tekst_van(4)
        blad = bladen[bron.randrange(3)]
        regel = bron.randrange(len(blad))
        woorden = blad[regel].split()
        soort = ("een woord", "een cijfer", "een alinea")[nummer % 3]
        if soort == "een woord":
            woorden[bron.randrange(len(woorden))] = bron.choice(["niet", "alle", "vijftig"])
            blad[regel] = " ".join(woorden)
        elif soort == "een cijfer":
            oud = blad[0].split()[-3]
            blad[0] = blad[0].replace(f" {oud} ", f" {int(oud) + bron.randrange(1, 9)} ")
        else:
            anders = (regel + 1) % len(blad)
            blad[regel], blad[anders] = blad[anders], blad[regel]
        yield f"{nummer} {soort}", bladen


def other_version(bladen: list[list[str]]) -> Bevroren:
    """Return another version as a frozen one with a place to sign."""
    return freeze(bladen, aantal=1)
