"""Images: what they are by their content, how large, and whether they carry metadata (FIL005)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.source.finding import Finding
from generator.source.span import Span

LARGEST = 1 << 20
_METADATA_PNG = frozenset({b"eXIf", b"tEXt", b"iTXt", b"zTXt"})
_METADATA_WEBP = frozenset({b"EXIF", b"XMP "})


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
    if kind == "png":
        return any(name in _METADATA_PNG for name in _png_chunks(data))
    if kind == "webp":
        return any(name in _METADATA_WEBP for name in _webp_chunks(data))
    return any(marker in (0xE1, 0xED, 0xFE) for marker in _jpeg_markers(data))


def _png_chunks(data: bytes) -> Iterator[bytes]:
    at = 8
    while at + 8 <= len(data):
        yield data[at + 4 : at + 8]
        at += 12 + int.from_bytes(data[at : at + 4], "big")


def _webp_chunks(data: bytes) -> Iterator[bytes]:
    at = 12
    while at + 8 <= len(data):
        yield data[at : at + 4]
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + size + size % 2


def _jpeg_markers(data: bytes) -> Iterator[int]:
    """Walk the segments before the picture itself (ITU T.81, Annex B)."""
    at = 2
    start_of_scan = 0xDA
    while at + 4 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 - the marker's first byte
        marker = data[at + 1]
        if marker == start_of_scan:
            return
        yield marker
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
