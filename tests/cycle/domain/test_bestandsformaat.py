"""The PRONOM number of a file follows from its bytes; a name alone proves nothing."""

import pytest

from cycle.domain.bestandsformaat import recognise_formaat

_XMP = b"%PDF-1.7\n<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"


@pytest.mark.parametrize(
    ("naam", "inhoud", "code"),
    [
        ("jaarschijf.pdf", _XMP, "fmt/477"),
        ("scan.pdf", b"%PDF-1.4\n...", "fmt/18"),
        ("scan.pdf", b"%PDF-1.7\n...", "fmt/276"),
        ("a.pdf", b"%PDF-1.7 pdfaid:part='3' pdfaid:conformance='U'", "fmt/481"),
        ("tekst.docx", b"PK\x03\x04...", "fmt/412"),
        ("bieding.xlsx", b"PK\x03\x04...", "fmt/214"),
        ("afspraken.json", b"{}", "fmt/817"),
        ("afspraken.csv", b"\xef\xbb\xbfa;b", "x-fmt/18"),
        ("x.mdto.xml", b"<?xml", "fmt/101"),
        ("audit.jsonl", b"{}\n{}", "x-fmt/111"),
    ],
)
def test_a_known_format_has_its_number(naam: str, inhoud: bytes, code: str) -> None:
    assert recognise_formaat(naam, inhoud).code == code


@pytest.mark.parametrize(
    ("naam", "inhoud"), [("x.docx", b"MZ"), ("x.exe", b"MZ"), ("x", b""), ("x.jpg", b"GIF89a")]
)
def test_a_file_that_is_not_what_it_says_is_unknown(naam: str, inhoud: bytes) -> None:
    formaat = recognise_formaat(naam, inhoud)

    assert (formaat.code, formaat.naam) == ("", "application/octet-stream")


def test_a_format_without_a_number_is_named_by_its_media_type() -> None:
    formaat = recognise_formaat("audit.tsr", b"0\x82")

    assert (formaat.naam, formaat.code) == ("application/timestamp-reply", "")
