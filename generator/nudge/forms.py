"""A letter as a text, as a file for a mail program, as the body of a comment: the same bytes for the same letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, time
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from generator.nudge import Letter, Recipient, recipient
from generator.programme import Programme
from generator.review.comment import text as escaped

MORNING = time(9)
"""The hour in a letter's head, in the programme's zone: a letter says when it was due, not when it was made."""
SUFFIX = {"text": "txt", "eml": "eml", "comment": "md"}


def render(form: str, letter: Letter, programme: Programme) -> bytes:
    """Write a letter in one of the forms of `SUFFIX`."""
    return _FORMS[form](letter, programme)


def as_text(letter: Letter, _programme: Programme) -> bytes:
    """Write a letter as it would be read aloud: to whom, about what, the text."""
    to = ", ".join(f"{each.name} <{each.address}>" if _addresses((each,)) else each.name for each in letter.to)
    return f"To: {to}\nSubject: {letter.subject}\n\n{letter.text}".encode()


def as_eml(letter: Letter, programme: Programme) -> bytes:
    """Write a letter as a draft for a mail program (RFC 5322).

    It names its readers only if all of them have an address: nobody is written to behind their partner's back.
    """
    message = EmailMessage(policy=SMTP)
    settings = programme.settings.item if programme.settings else None
    sender = _addresses(_coordinators(programme))
    if sender:
        message["From"] = sender[0]
        message["Reply-To"] = sender
    if not without_address(letter):
        message["To"] = _addresses(letter.to)
    message["Subject"] = " ".join(letter.subject.split())
    zone = ZoneInfo(settings.timezone if settings else "UTC")
    message["Date"] = format_datetime(datetime.combine(letter.on, MORNING, zone))
    message["Message-ID"] = f"<{letter.name}@{(settings and settings.id) or 'programme'}.invalid>"
    message["X-Unsent"] = "1"
    message.set_content(letter.text, cte="quoted-printable")
    return message.as_bytes()


def as_comment(letter: Letter, programme: Programme) -> bytes:
    """Write a letter as the body of a comment, found again by its first line; names the accounts it goes to."""
    place = programme.settings.item.site if programme.settings else None
    ours = (place.repository or "").rstrip("/") if place else ""
    lines = [_line(each, ours) for each in letter.text.splitlines()]
    named = " ".join(f"@{each.account}" for each in letter.to if each.account)
    return "\n".join([f"<!-- mentoring: nudge {letter.name} -->", *([named, ""] if named else []), *lines, ""]).encode()


def _line(line: str, ours: str) -> str:
    """Leave an address of our repository at the end of a line as it is; in all else a forge finds nothing to act on."""
    before, _, last = line.rpartition(" ")
    if not ours or not last.startswith(f"{ours}/"):
        return escaped(line)
    return f"{escaped(before)} {last}" if before else last


def without_address(letter: Letter) -> tuple[str, ...]:
    """Name who of a letter's readers cannot be reached by mail."""
    return tuple(each.name for each in letter.to if not _addresses((each,)))


def _coordinators(programme: Programme) -> Iterable[Recipient]:
    people = programme.settings.item.people.coordinators if programme.settings else ()
    return tuple(recipient(programme, each) for each in people)


def _addresses(people: Iterable[Recipient]) -> tuple[Address, ...]:
    """Give what mail programs read as addresses; what is none is left out."""
    return tuple(found for each in people if (found := _address(each)) is not None)


def _address(person: Recipient) -> Address | None:
    try:
        return Address(person.name, addr_spec=person.address) if person.address else None
    except (ValueError, MessageError):
        return None


_FORMS: Mapping[str, Callable[[Letter, Programme], bytes]] = {"text": as_text, "eml": as_eml, "comment": as_comment}
