"""Images: what they are by their content, how large, and whether they carry metadata (FIL005)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.source.finding import Finding
from generator.source.span import Span

LARGEST = 1 << 20
_PICTURE_PNG = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT iCCP cICP bKGD hIST pHYs sPLT acTL fcTL fdAT".split()
)
_PICTURE_WEBP = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
"""What is part of the picture or says how to show it; all else tells of how it was made."""
_JFIF, _PROFILE, _ADOBE, _COMMENT, _SCAN, _FILL = 0xE0, 0xE2, 0xEE, 0xFE, 0xDA, 0xFF
_APPLICATIONS = range(0xE0, 0xF0)


def faults(path: str, data: bytes) -> list[Finding]:
    """Judge an image by its bytes: type as its name says, at most 1 MiB, no metadata."""
    if len(data) > LARGEST:
        return [_fault(path, "the image is larger than 1 MiB", "make it smaller, or save it with stronger compression")]
    kind = _type(data)
    suffix = path.rsplit(".", 1)[-1]
    if kind != suffix:
        return [
            _fault(
                path, f"the image is not what its name says: expected {suffix.upper()}", "save it again in that format"
            )
        ]
    if _has_metadata(kind, data):
        return [
            _fault(
                path,
                "the image carries metadata, which may say where and by whom it was taken",
                "save it without metadata",
            )
        ]
    return []


def digest(data: bytes) -> str:
    """Give a short name that tells what is in an image and nothing of where it lies."""
    import hashlib  # noqa: PLC0415 - only programmes with images need it

    return hashlib.sha256(data).hexdigest()[:16]


def _fault(path: str, message: str, remedy: str) -> Finding:
    return Finding("FIL005", "error", Span(path), message, remedy, "")


def _type(data: bytes) -> str | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return None


def _has_metadata(kind: str, data: bytes) -> bool:
    """Tell whether there is anything but the picture: also behind its end, where what was cut off may still lie."""
    if kind == "png":
        return any(name not in _PICTURE_PNG for name in _png_chunks(data))
    if kind == "webp":
        return any(name not in _PICTURE_WEBP for name in _webp_chunks(data))
    segments = tuple(_jpeg_segments(data))
    more = any(_tells_more(marker, begins) for marker, begins, _ in segments)
    return more or _goes_on(data, segments[-1][2] if segments else 0)


def _png_chunks(data: bytes) -> Iterator[bytes]:
    """Give the name of each chunk, and what stands behind the last one as one more."""
    at, name = 8, b""
    while at + 8 <= len(data) and name != b"IEND":
        name = data[at + 4 : at + 8]
        yield name
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    if data[at:].strip(b"\0"):
        yield b""


def _webp_chunks(data: bytes) -> Iterator[bytes]:
    """Give the name of each chunk; what stands behind the whole reads as one more."""
    at = 12
    while at + 8 <= len(data):
        yield data[at : at + 4]
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + size + size % 2


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Walk the segments up to the picture itself (ITU T.81, Annex B): the marker, how it begins, and where."""
    at, marker = 2, 0
    while at + 4 <= len(data) and data[at] == _FILL and marker != _SCAN:
        marker = data[at + 1]
        if marker == _FILL:  # any number of these may stand before a marker
            at += 1
            continue
        yield marker, data[at + 4 : at + 16], at
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")


def _tells_more(marker: int, begins: bytes) -> bool:
    if marker == _PROFILE:
        return not begins.startswith(b"ICC_PROFILE")
    return marker == _COMMENT or (marker in _APPLICATIONS and marker not in (_JFIF, _ADOBE))


def _goes_on(data: bytes, scan: int) -> bool:
    """Tell whether something stands behind the picture's end, a mark that cannot stand within a scan."""
    end = data.find(b"\xff\xd9", scan)
    return end >= 0 and bool(data[end + 2 :].strip(b"\0"))
