"""Images: nothing is published with them but the picture."""

from __future__ import annotations

import zlib

import programmes
import pytest

from generator.source import images

PNG = next(data for path, data in programmes.healthy().items() if path.endswith(".png"))
END = PNG.index(b"IEND") - 4
JFIF = b"\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
SCAN = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00ab\xff\x00c\xff\xd9"


def chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


def png(*, before: bytes = b"", after: bytes = b"") -> bytes:
    return PNG[:END] + before + PNG[END:] + after


def jpg(*segments: bytes, after: bytes = b"") -> bytes:
    return b"\xff\xd8" + b"".join(segments) + SCAN + after


def segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(data) + 2).to_bytes(2, "big") + data


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"".join(name + len(data).to_bytes(4, "little") + data + b"\0" * (len(data) % 2) for name, data in chunks)
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


PICTURE = (b"VP8L", b"abc")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("png", png()),
        ("png", png(before=chunk(b"gAMA", b"\0\0\xb1\x8f") + chunk(b"iCCP", b"sRGB\0\0"), after=b"\0\0")),
        ("jpg", jpg(JFIF)),
        ("jpg", jpg(JFIF, segment(0xE2, b"ICC_PROFILE\0\x01\x01"), segment(0xEE, b"Adobe\0"), after=b"\0")),
        ("jpg", jpg(JFIF, segment(0xE2, b"ICC_PROFILE\0\x01\x01\xff\xda\xff\xd9"), segment(0xDB, b"\xff\xd9"))),
        ("webp", webp(PICTURE)),
        ("webp", webp((b"VP8X", b"\0" * 10), (b"ICCP", b"ab"), (b"ALPH", b"a"), PICTURE)),
    ],
)
def test_a_picture_and_how_to_show_it_is_fine(name: str, data: bytes) -> None:
    assert images.faults(f"content/a.{name}", data) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        *(("png", png(before=chunk(each, b"data"))) for each in (b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME", b"caBX")),
        ("png", png(after=PNG[40:])),
        ("png", png(after=b"more")),
        *(("jpg", jpg(JFIF, segment(each, b"data"))) for each in (0xE1, 0xE2, 0xE4, 0xEB, 0xED, 0xEF, 0xFE)),
        ("jpg", jpg(JFIF, b"\xff\xff", segment(0xE1, b"Exif\0\0"))),
        ("jpg", jpg(JFIF, after=jpg(segment(0xE1, b"Exif\0\0")))),
        *(("webp", webp(PICTURE, (each, b"data"))) for each in (b"EXIF", b"XMP ", b"C2PA")),
        ("webp", webp(PICTURE) + b"something more"),
    ],
)
def test_what_is_no_picture_is_metadata(name: str, data: bytes) -> None:
    (found,) = images.faults(f"content/a.{name}", data)
    assert (found.code, found.message.partition(",")[0]) == ("FIL005", "the image carries metadata")
