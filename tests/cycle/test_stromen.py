"""Streams of a PDF end where they say, also when their checksum ends in a carriage return."""

import hashlib
import io
import zlib

import page
import pikepdf

from cycle.stromen import save

REGELEINDE = b"\r\nendstream"


def een_pdf(bladen: int, voorwerpen: int) -> pikepdf.Pdf:
    """Return a PDF whose pages all end badly when squeezed once."""
    pdf = pikepdf.new()
    nummer = 0
    while len(pdf.pages) < bladen:
        inhoud = b"q Q %" + hashlib.sha256(b"%d" % nummer).hexdigest().encode() + b"\n"
        nummer += 1
        if zlib.compress(inhoud, 9).endswith(b"\r"):
            pdf.add_blank_page()
            pdf.pages[-1].Contents = pdf.make_stream(inhoud)
    for nummer in range(voorwerpen):
        pdf.pages[nummer % bladen].obj[f"/Los{nummer}"] = pdf.make_indirect(pikepdf.Array([nummer]))
    pdf.trailer.Info = pdf.make_indirect(pikepdf.Dictionary())
    return pdf


def test_every_stream_ends_clearly() -> None:
    inhoud = save(een_pdf(30, 5000))

    assert REGELEINDE not in inhoud
    fouten = page.validate_pdf_bytes(inhoud, profile=page.ValidationProfile.PDF_A_2B).failures
    assert "PDFA2B-STREAM-LENGTH-001" not in {fout.rule_id for fout in fouten}


def test_pages_keep_their_content() -> None:
    verwacht = [p.Contents.read_bytes() for p in een_pdf(5, 0).pages]

    with pikepdf.open(io.BytesIO(save(een_pdf(5, 0)))) as pdf:
        assert [p.Contents.read_bytes() for p in pdf.pages] == verwacht


def test_same_content_gives_the_same_bytes() -> None:
    assert save(een_pdf(3, 2000)) == save(een_pdf(3, 2000))
