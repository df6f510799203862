"""The armour is read strictly: one age file, canonical base64, not a character beside it."""

from __future__ import annotations

import base64
import hashlib
from textwrap import wrap

import programmes
import pytest
from often import share

from generator.seal.armour import BEGIN, END, Armour, Fault, begins, read

HEADER = (
    b"age-encryption.org/v1\n"
    b"-> X25519 TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc\n"
    b"EmECAEcKN+n/Vs9SbWiV+Hu0r+E8R77DdWYyd83nw7U\n"
    b"--- Vn+54jqiiUCE+WZcEVY3f1sqHjlu/z1LCQ/T7Xm7qI0\n"
)


def noise(length: int) -> bytes:
    """Give bytes that look random and are the same in every run."""
    return b"".join(hashlib.sha256(bytes([at])).digest() for at in range(-(-length // 32)))[:length]


def armoured(data: bytes) -> str:
    """Put bytes into an armour."""
    return "\n".join([BEGIN, *wrap(base64.b64encode(data).decode(), 64), END, ""])


DATA = HEADER + noise(200)
BODY = armoured(DATA)
LINES = BODY.split("\n")


def fault(body: str) -> tuple[int, str]:
    """Give line and words of a fault."""
    found = read(body)
    assert isinstance(found, Fault)
    return found.line, found.message


def test_header_and_payload_come_out_as_they_went_in() -> None:
    assert read(BODY) == Armour(HEADER, noise(200))


def test_a_post_of_the_healthy_programme_is_read() -> None:
    path = "content/threads/2026-spring/pair-07/2026-03-12-sealed-8c15a819.md"
    text = programmes.healthy()[path].decode()
    found = read(text[text.index(BEGIN) :])
    assert isinstance(found, Armour)
    assert found.header.startswith(b"age-encryption.org/v1\n-> X25519 ")


def test_crlf_is_read_as_lf() -> None:
    assert read(BODY.replace("\n", "\r\n")) == read(BODY)


@pytest.mark.parametrize("length", range(32, 32 + 48))
def test_every_length_of_the_last_line_is_read(length: int) -> None:
    assert read(armoured(HEADER + noise(length))) == Armour(HEADER, noise(length))


def test_a_full_last_line_is_read() -> None:
    data = HEADER + noise(48 * 8 - len(HEADER))
    assert len(armoured(data).split("\n")[-3]) == 64
    assert read(armoured(data)) == Armour(HEADER, data[len(HEADER) :])


@pytest.mark.parametrize(
    ("body", "expected"), [(BODY, True), (f"\n \n{BODY}", True), (f"x\n{BODY}", False), ("", False)]
)
def test_a_body_begins_with_the_armour_or_not(body: str, *, expected: bool) -> None:
    assert begins(body) is expected


@pytest.mark.parametrize("body", ["", "\n", "Plain text.\n", BODY.replace(BEGIN, BEGIN.lower()), f"> {BEGIN}\n"])
def test_without_armour(body: str) -> None:
    assert fault(body) == (1, "there is no armour")


@pytest.mark.parametrize("before", ["\n", " \n", "Dear diary,\n", "\r\n"])
def test_nothing_stands_before(before: str) -> None:
    assert fault(before + BODY) == (1, "something stands before the armour")


LAST = len(LINES) - 1  # the line of the end mark: after it there is only the line end


@pytest.mark.parametrize("after", ["\n", "P.S.\n", "P.S.", " ", BODY])
def test_nothing_stands_after(after: str) -> None:
    assert fault(BODY + after) == (LAST + 1, "the armour must end the file, with one line end")


def test_the_file_ends_with_a_line_end() -> None:
    assert fault(BODY.removesuffix("\n")) == (LAST, "the armour must end the file, with one line end")


def test_an_armour_is_closed() -> None:
    assert fault(BODY.replace(END, "")) == (len(LINES), "the armour is never closed")
    assert fault(BODY.replace(END, f"{END} ")) == (len(LINES), "the armour is never closed")


def test_an_armour_holds_something() -> None:
    assert fault(f"{BEGIN}\n{END}\n") == (1, "the armour is empty")


@pytest.mark.parametrize(
    "line",
    [LINES[2][:-1], f"{LINES[2]}A", f" {LINES[2][1:]}", f"{LINES[2][:-1]}=", f"{LINES[2][:-1]}-", "", f"{LINES[2]} "],
)
def test_a_line_is_64_characters_of_base64(line: str) -> None:
    lines = [*LINES[:2], line, *LINES[3:]]
    assert fault("\n".join(lines)) == (3, "the line is not 64 characters of base64")


def test_the_line_before_the_last_is_full_too() -> None:
    lines = [*LINES[:-4], LINES[-4][:60], *LINES[-3:]]
    assert fault("\n".join(lines)) == (len(LINES) - 3, "the line is not 64 characters of base64")


@pytest.mark.parametrize("line", ["", "A" * 65, "A" * 63 + "==", "====", "AAA ", "AA=A", "AAAA===", "*AAA"])
def test_the_last_line_is_1_to_64_characters(line: str) -> None:
    lines = [*LINES[:2], line, END, ""]
    assert fault("\n".join(lines)) == (3, "the last line is not 1 to 64 characters of base64")


@pytest.mark.parametrize("line", ["A", "AA", "AAA", "AA=", "AAAAA"])
def test_base64_that_is_cut_off(line: str) -> None:
    assert fault("\n".join([*LINES[:2], line, END, ""])) == (3, "the base64 is cut off")


@pytest.mark.parametrize("line", ["AB==", "AAB="])
def test_unused_bits_are_zero(line: str) -> None:
    assert fault("\n".join([*LINES[:2], line, END, ""])) == (3, "the base64 is not in its canonical form")


@pytest.mark.parametrize(
    "data",
    [
        b"Dear diary, today I said nothing. " * 20,
        DATA.replace(b"/v1\n", b"/v2\n", 1),
        HEADER.replace(b"-> ", b"=> ") + noise(200),
        HEADER.replace(b"--- ", b"-- ") + noise(200),
        HEADER[:-3] + noise(200),
        noise(400),
        HEADER[: HEADER.index(b"->")],
    ],
)
def test_what_is_no_age_file_is_refused(data: bytes) -> None:
    assert fault(armoured(data)) == (2, "there is no age file in the armour")


@pytest.mark.parametrize("length", [0, 1, 31])
def test_a_payload_has_a_nonce_and_a_tag(length: int) -> None:
    assert fault(armoured(HEADER + noise(length))) == (2, "the age file is cut off")


@pytest.mark.parametrize(
    "payload",
    [
        b"Dear diary, today I said nothing, and it was heard.",
        "Дорогой дневник, сегодня я опять ничего не сказал вслух.".encode(),
        b"Dear diary, today I said nothing at all. " * 20 + noise(300),
    ],
)
def test_readable_text_behind_a_real_header_is_refused(payload: bytes) -> None:
    assert fault(armoured(HEADER + payload)) == (2, "what follows the age header is readable text")


@pytest.mark.parametrize("sign", [b" ", b"~", b"\t", b"\n", b"\r"])
@pytest.mark.parametrize(("readable", "length", "text"), [(308, 512, True), (307, 512, False), (510, 511, False)])
def test_mostly_readable_is_readable_from_512_bytes_on(sign: bytes, readable: int, length: int, *, text: bool) -> None:
    payload = sign * readable + b"\xff" * (length - readable)
    assert isinstance(read(armoured(HEADER + payload)), Fault) == text


@pytest.mark.parametrize("sign", [b"\x7f", b"\x1f", b"\x08", b"\x0b", b"\x0c", b"\x0e"])
def test_control_characters_are_not_readable(sign: bytes) -> None:
    assert isinstance(read(armoured(HEADER + sign * 500 + b"\xff" * 100)), Armour)


def test_random_bytes_are_never_taken_for_text() -> None:
    for at in range(share(2000)):
        for length in (32, 64, 4128):
            payload = hashlib.shake_256(at.to_bytes(2)).digest(length)
            assert isinstance(read(armoured(HEADER + payload)), Armour)
