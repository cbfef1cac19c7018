"""Beeld: only whole PNG and JPEG files of a sensible size are pictures."""

import struct

import pytest

from cycle.domain.beeld import Beeld, read_beeld

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"
PNG_EINDE = b"\x00\x00\x00\x00IEND\xaeB`\x82"


def een_png(breedte: int, hoogte: int) -> bytes:
    return PNG + struct.pack(">II", breedte, hoogte) + b"\x08\x02\x00\x00\x00" + PNG_EINDE


def een_jpeg(breedte: int, hoogte: int, merk: int = 0xC0) -> bytes:
    kop = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc4\x00\x03x"
    maat = struct.pack(">BBHBHH", 0xFF, merk, 17, 8, hoogte, breedte)
    return kop + maat + b"\x03" * 10 + b"\xff\xd9"


def test_size_of_a_png_is_read() -> None:
    assert read_beeld(een_png(640, 480)) == Beeld("png", 640, 480)


@pytest.mark.parametrize("merk", [0xC0, 0xC2])
def test_size_of_a_jpeg_is_read_behind_other_segments(merk: int) -> None:
    assert read_beeld(een_jpeg(640, 480, merk)) == Beeld("jpeg", 640, 480)


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"<svg/>",
        b"GIF89a",
        een_png(640, 480)[:-1],
        een_png(0, 480),
        een_png(100_000, 100_000),
        een_jpeg(640, 480)[:-1],
        een_jpeg(640, 480, 0xC4),
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xff\xff\xff\xff\xff\xff\xff\xff\xd9",
    ],
)
def test_anything_else_is_no_picture(inhoud: bytes) -> None:
    assert read_beeld(inhoud) is None
