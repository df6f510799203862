"""A letter in its three forms, byte for byte, and with names that would like to be more than names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy

import programmes

from generator.nudge import Letter, Recipient, recipient
from generator.nudge.forms import as_comment, as_eml, as_text, without_address

HEALTHY = programmes.loaded(programmes.healthy()).programme
SETTINGS = "pairs/programme.yml"
REPOSITORY = "https://git.example/open-door"
ADA = Recipient("Ada Lindqvist", "ada@lanternworks.example", "ada-l")
BO = Recipient("Bo Ålund", None, None)
LETTER = Letter(
    "2026-07-21.spring.pair-03", date(2026, 7, 21), (ADA, BO), "Open Door: a short note", "Hello Bo Ålund,\n\nGo.\n"
)


def test_as_text() -> None:
    to, *rest = as_text(LETTER, HEALTHY).decode().splitlines()
    assert to == "To: Ada Lindqvist <ada@lanternworks.example>, Bo Ålund"
    assert rest == ["Subject: Open Door: a short note", "", "Hello Bo Ålund,", "", "Go."]


def test_as_a_draft_for_a_mail_program() -> None:
    found = message_from_bytes(as_eml(replace(LETTER, to=(ADA,)), HEALTHY), policy=policy.default)
    assert found["To"] == "Ada Lindqvist <ada@lanternworks.example>"
    assert found["Message-ID"] == "<2026-07-21.spring.pair-03@lanternworks-open-door.invalid>"
    assert found["Date"] == "Tue, 21 Jul 2026 09:00:00 +0200"
    assert found["X-Unsent"] == "1"
    assert found.get_content().replace("\r\n", "\n") == LETTER.text
    assert found.defects == []


def test_nobody_is_written_to_alone_whose_partner_has_no_address() -> None:
    assert message_from_bytes(as_eml(LETTER, HEALTHY))["To"] is None


def test_the_same_letter_is_the_same_bytes() -> None:
    assert as_eml(LETTER, HEALTHY) == as_eml(LETTER, HEALTHY)
    assert as_eml(LETTER, HEALTHY).isascii()
    assert b"\r\n" in as_eml(LETTER, HEALTHY)


def test_who_cannot_be_reached_by_mail_is_named() -> None:
    assert without_address(LETTER) == ("Bo Ålund",)
    odd = Recipient("Cy", "not an address\nBcc: x@y.example", None)
    alone = Letter("a", date(2026, 7, 21), (odd,), "a", "b\n")
    assert without_address(alone) == ("Cy",)
    assert b"Bcc" not in as_eml(alone, HEALTHY)
    assert as_text(alone, HEALTHY) == b"To: Cy\nSubject: a\n\nb\n"


def test_as_the_body_of_a_comment() -> None:
    assert as_comment(LETTER, HEALTHY).decode().splitlines() == [
        "<!-- mentoring: nudge 2026-07-21.spring.pair-03 -->", "@ada-l", "", "Hello Bo Ålund,", "", "Go.",
    ]  # fmt: skip


def test_a_name_calls_nobody_and_draws_nothing() -> None:
    """A name may hold any text; in a comment it mentions nobody, opens no link and ends no comment of HTML."""
    room = f"Your room: {REPOSITORY}/tree/main/pairs/a-b"
    text = f"Hello @all [x](y) --> <b>,\nhttps://evil.example/ @all [x](y) <b>\n{REPOSITORY}/ @all\n{room}\n"
    settings = f"{programmes.healthy()[SETTINGS].decode()}\nsite: {{repository: {REPOSITORY}, forge: gitea}}\n"
    placed = programmes.loaded(programmes.over_healthy({SETTINGS: settings})).programme
    found = as_comment(Letter("a", date(2026, 7, 21), (BO,), "a", text), placed).decode()
    assert "@all" not in found
    assert "[x](y)" not in found
    assert "<b>" not in found
    assert "https://evil" not in found
    assert found.splitlines()[-1] == f"Your room&#58; {REPOSITORY}/tree/main/pairs/a-b"


def test_an_account_is_one_or_none_is_named() -> None:
    """An account is a text like any other: it is named only where a forge would read it as one."""
    path = "pairs/people/p-017.yml"
    text = programmes.healthy()[path].decode().partition("\naccounts:")[0]
    for account, named in (("ada-l", "ada-l"), ('"a @all [x](y)"', None), ('"a\\n\\n# b"', None), ("-->", None)):
        changed = programmes.over_healthy({path: f"{text}\naccounts: {{github: {account}}}\n"})
        assert recipient(programmes.loaded(changed).programme, "p-017").account == named


def test_heads_hold_one_line_whatever_a_name_holds() -> None:
    odd = Recipient("Cy\r\nBcc: all@lanternworks.example", "cy@lanternworks.example", None)
    found = message_from_bytes(as_eml(Letter("a", date(2026, 7, 21), (odd,), "a\r\nb", "c\n"), HEALTHY))
    assert found["Bcc"] is None
