"""POS005, COM002, PRI003, PRI004: who is named where; places are counted by hand, in bodies to the character."""

from __future__ import annotations

import pytest
from telling import findings, related, told

THREAD = "content/threads/2026-spring/pair-03/"
PAIR = "pairs/2026-spring/pair-03/pair.yml"
ROOM = "pairs/2026-spring/pair-03/sessions/01.yml"
NOTE = "content/communities/circle/2026-03-10-a-note.md"
PEOPLE = {
    "p-001": ("Solveig Hartanto", "none"),
    "p-017": ("Ilka Sandoval", "mentor"),
    "p-018": ("Noor Petersen", "mentor"),
    "p-042": ("Casimir Adebayo", "mentee"),
}
PERSON = """\
name: {name}
role: {role}
level: 3
department: Logistics
timezone: Europe/Berlin
languages:
  - en
offers:
  - area: digital
    note: Shows it.
wants:
  - area: candour
    note: Hears it.
interests:
  - trains
  - chess
hours:
  from: 09:00
  to: 17:30
hours_per_month: 3
consent:
  profile: organisation
  on: 2026-01-06
accounts:
  emails:
    - {mail}@x.example
"""
MATCHED = """\
mentor: p-017
mentee: p-042
focus:
  - digital
match:
  on: 2026-01-05
  reason: She teaches it on every shift.
  shared_interests:
    - night trains
  both_consulted: true
history:
  - state: proposed
    on: 2026-01-05
    by: coordinator
  - state: accepted
    on: 2026-01-08
    by: both
  - state: active
    on: 2026-01-12
    by: both
"""
PUBLISH = "agreement:\n  publish: {}\n"


def post(body: str = "Text.", slug: str = "one", **fields: str) -> dict[str, str]:
    """Give a post of the mentor's in its programme: the partner on line 8, the body from line 10 (or further down)."""
    front = {"title": "One", "date": "2026-03-10", "author": "p-017", "kind": "win", "visibility": "cohort",
             "summary": "One.", "partner": "not mentioned"} | fields  # fmt: skip
    lines = "".join(f"{key}: {value}\n" for key, value in front.items() if value)
    return {f"{THREAD}2026-03-10-{slug}.md": f"---\n{lines}---\n{body}\n", PAIR: MATCHED} | people()


def people() -> dict[str, str]:
    """Give the files of all people."""
    return {
        f"pairs/people/{name}.yml": PERSON.format(name=full, role=role, mail=full.split()[0].lower())
        for name, (full, role) in PEOPLE.items()
    }


# POS005 -----------------------------------------------------------------------------------------------------------

POST = f"{THREAD}2026-03-10-one.md"
SLIP = "error: the partner is named, though the post says `partner: not mentioned`"


@pytest.mark.parametrize(("body", "place"), [
    ("I asked Casimir.", "10:9-16"),
    ("One.\n\nI asked **Adebayo** again.", "12:11-18"),
    ("![a photo of casimir adebayo](a.png)", "10:14-29"),
    ("See [it](../people/p-042.md).", "10:20-25"),
    ("Write to casimir@x.example!", "10:10-27"),
    ("\u00dc\u00dc Casimir\nAdebayo", "10:4-11:8"),
])  # fmt: skip
def test_a_name_in_the_body_is_found_to_the_character(body: str, place: str) -> None:
    assert told("POS005", post(body)) == [f"{POST}:{place} {SLIP}"]
    assert told("POS005", post(body, partner="approved 2026-03-09")) == []


@pytest.mark.parametrize(("field", "value", "place"), [
    ("title", "What Casimir said", "2:8-25"),
    ("summary", "What Casimir said.", "7:10-28"),
    ("tags", "\n  - one\n  - adebayo", "11:5-12"),
    ("changed", "\n  what: Casimir moved.\n  owner: p-017\n  on: 2026-03-10\n  state: done", "10:9-23"),
    ("changed", "\n  what: All moved.\n  owner: p-042\n  on: 2026-03-10\n  state: done", "11:10-15"),
])  # fmt: skip
def test_a_name_in_the_front_matter_is_found(field: str, value: str, place: str) -> None:
    (found,) = findings("POS005", post(**{field: value}))
    assert str(found.span) == f"{POST}:{place}"
    assert related(found) == [f"{POST}:8:10-23: says so here"]


def test_a_file_name_counts_as_well() -> None:
    (found,) = findings("POS005", post(slug="asking-casimir"))
    assert str(found.span) == f"{THREAD}2026-03-10-asking-casimir.md:1:1-4"
    assert found.message == "the file name names the partner, though the post says `partner: not mentioned`"


def test_one_post_is_one_finding_that_shows_four_places() -> None:
    (found,) = findings("POS005", post("Casimir, Casimir\nCasimir, Casimir, Casimir", slug="casimir"))
    assert (str(found.span), found.key) == (f"{POST.replace('one', 'casimir')}:10:1-8", "body")
    assert [place.rpartition("md:")[2] for place in related(found)] == [
        "8:10-23: says so here",
        "10:10-17: here as well",
        "11:1-8: here as well",
        "11:10-17: here as well",
    ]
    assert found.help == "leave the name out, or ask p-042 and write `partner: approved <date>`"


def test_names_of_the_author_and_of_others_are_not_the_partners() -> None:
    assert told("POS005", post("Ilka Sandoval, Noor Petersen and p-018 came.")) == []
    assert len(told("POS005", post("Ilka came.", author="p-042"))) == 1


@pytest.mark.parametrize("fields", [{"visibility": "everyone"}, {"author": "p-018"}])
def test_a_post_with_another_fault_there_is_left_to_it(fields: dict[str, str]) -> None:
    assert told("POS005", post("Casimir", **fields)) == []


def test_a_sealed_body_is_not_searched() -> None:
    files = post("Casimir", visibility="pair", summary="", partner="")
    assert told("POS005", files) == told("PRI003", files) == []


def test_a_name_that_two_have_or_that_is_a_word_names_nobody_alone() -> None:
    other = {"pairs/people/p-099.yml": "name: Casimir Otieno\nrole: none\nlevel: 3\n"}
    assert told("POS005", post("Casimir came.") | other) == []
    assert len(told("POS005", post("Casimir Adebayo came.") | other)) == 1
    word = {"pairs/people/p-042.yml": "name: Grace Adebayo\nrole: none\nlevel: 3\n"}
    assert told("POS005", post("With grace.") | word) == []


@pytest.mark.parametrize(("day", "says"), [
    ("2026-01-11", "before the pair became active"),
    ("2026-04-02", "on a day that is still to come"),
])  # fmt: skip
def test_an_approval_lies_in_the_time_of_the_pair(day: str, says: str) -> None:
    (found,) = findings("POS005", post(partner=f"approved {day}"))
    assert str(found.span) == f"{POST}:8:10-29"
    assert found.message == f"the partner's approval is dated {says}"
    assert related(found) == [f"{PAIR}:19:9-19: `active` starts here" if day < "2026-02" else "judged as of 2026-04-01"]


@pytest.mark.parametrize("day", ["2026-01-12", "2026-04-01"])
def test_the_first_and_the_last_day_are_fine(day: str) -> None:
    assert told("POS005", post(kind="story", partner=f"approved {day}")) == []


def test_an_unclear_history_says_nothing_of_approvals() -> None:
    unclear = {PAIR: MATCHED.replace("on: 2026-01-12", "on: 2026-05-12")}
    assert told("POS005", post(partner="approved 2026-01-01") | unclear) == []


def test_a_story_needs_a_yes() -> None:
    (found,) = findings("POS005", post("Casimir", kind="story"))
    assert (str(found.span), found.severity) == (f"{POST}:8:10-23", "error")
    assert found.message == "a story is told by both, and the partner has not approved it"
    assert related(found) == [f"{POST}:5:7-12: a story"]


# COM002 -----------------------------------------------------------------------------------------------------------


def note(body: str = "Text.", slug: str = "a-note", author: str = "p-001", **fields: str) -> dict[str, str]:
    """Give a practice note: `context` on line 5, the body from line 10."""
    front = {"title": "One", "date": "2026-03-10", "author": author, "context": "One.", "tried": "Two.",
             "result": "Three.", "again": "yes"} | fields  # fmt: skip
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    text = f"---\n{lines}---\n{body}\n"
    return {NOTE.replace("a-note", slug): text, PAIR: MATCHED} | people()


def test_a_note_names_no_participant_but_its_author() -> None:
    assert told("COM002", note("Ilka, p-042, Ilka, and Solveig.")) == [
        f"{NOTE}:10:1-5 error: the body names the participant `p-017`",
        f"{NOTE}:10:7-12 error: the body names the participant `p-042`",
    ]
    assert told("COM002", note("Ilka and Solveig.", author="p-017")) == []


def test_a_note_names_no_pair() -> None:
    assert told("COM002", note("As in pair-03.")) == [f"{NOTE}:10:7-14 error: the body names the pair `pair-03`"]
    assert told("COM002", note("As in 2026-spring/pair-03.")) == [
        f"{NOTE}:10:7-26 error: the body names the pair `2026-spring/pair-03`"
    ]
    assert told("COM002", note("As in pair-04, a pair, 03.")) == []


@pytest.mark.parametrize(
    ("field", "place"), [("title", "2:8-12"), ("context", "5:10-14"), ("tried", "6:8-12"), ("result", "7:9-13")]
)
def test_each_field_of_a_note_is_read(field: str, place: str) -> None:
    (found,) = findings("COM002", note(**{field: "Ilka"}))
    assert (str(found.span), found.key) == (f"{NOTE}:{place}", field)


def test_the_file_name_of_a_note_is_read() -> None:
    (found,) = findings("COM002", note(slug="ilkas-ilka"))
    assert (found.span.line, found.message) == (1, "the file name names the participant `p-017`")


# PRI003 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("body", "says"), [
    ("Ask p-018.", ["10:5-10 warning: the body names `p-018`, who is not of this pair"]),
    ("Noor, Noor Petersen", ["10:1-5 warning: the body names `p-018`, who is not of this pair"]),
    ("Casimir, Ilka, Solveig Hartanto", []),
    ("Ask help@x.example.", ["10:5-19 warning: the body holds an e-mail address"]),
    ("noor@x.example", ["10:1-15 warning: the body holds an e-mail address"]),
    ("Call +49 (30) 123-4567 now", ["10:6-23 warning: the body holds a phone number"]),
    ("Call 030/1234567 now", ["10:6-17 warning: the body holds a phone number"]),
    ("Call 0171 234 56 78", ["10:6-20 warning: the body holds a phone number"]),
    ("Call (212) 555-0123", ["10:6-20 warning: the body holds a phone number"]),
    ("2026-03-10, 10/03/2026 01-02-2026, 0.123456789, 1 000 000 000, 0800-2100, 12:30-13:45, A1-38", []),
    ("https://x.example/0301234567 and 3-16-148410-0", []),
])  # fmt: skip
def test_a_post_holds_nobody_else(body: str, says: list[str]) -> None:
    assert told("PRI003", post(body, partner="approved 2026-03-09")) == [f"{POST}:{each}" for each in says]


def test_a_partners_address_is_told_once() -> None:
    body = "Write to casimir@x.example."
    assert told("PRI003", post(body)) == []
    assert len(told("PRI003", post(body, partner="approved 2026-03-09"))) == 1


def test_the_front_matter_and_the_name_of_a_post_are_read() -> None:
    files = post(slug="with-noor", title="Noor", summary="Noor.", tags="\n  - noor")
    places = [each.partition(" ")[0].partition("md:")[2] for each in told("PRI003", files)]
    assert places == ["2:8-12", "7:10-15", "10:5-9", "1:1-4"]


def test_takeaways_and_actions_are_read() -> None:
    session = """\
date: 2026-02-17 15:00
length: 60 min
status: held
template: standard
purpose: Noor knows.
takeaways:
  mentor: Noor knows.
  mentee: Write to me@x.example.
actions:
  - id: a1
    owner: mentor
    action: Ask Noor.
    due: 2026-03-10
    status: open
"""
    assert told("PRI003", {ROOM: session, PAIR: MATCHED} | people()) == [
        f"{ROOM}:7:11-22 warning: the takeaway of the mentor names `p-018`, who is not of this pair",
        f"{ROOM}:8:11-33 warning: the takeaway of the mentee holds an e-mail address",
        f"{ROOM}:12:13-22 warning: action `a1` names `p-018`, who is not of this pair",
    ]
    assert len(told("PRI003", {ROOM: session} | people())) == 1, "nobody is outside an unknown pair"


KEPT = """\
date: 2026-02-17 15:00
length: 60 min
status: held
template: standard
purpose: Talk.
takeaways:
  mentor: {}
"""


@pytest.mark.parametrize(
    ("text", "does"), [("Ask noor@x.example.", "holds an e-mail address"), ("Ask 030 1234567.", "holds a phone number")]
)
def test_one_address_or_number_is_found_in_a_session_without_any_name(text: str, does: str) -> None:
    (found,) = findings("PRI003", {ROOM: KEPT.format(text), PAIR: MATCHED})
    assert found.message == f"the takeaway of the mentor {does}"
    assert found.help == "leave it out; whoever needs it can ask"
    assert found.key == "takeaways.mentor"


def test_a_name_in_a_body_has_a_remedy_of_its_own() -> None:
    (found,) = findings("PRI003", post("Ask p-018."))
    assert found.help == "say it without the name, such as `a colleague`"
    assert found.key == "body"


def test_a_partner_without_accounts_has_no_address_told_already() -> None:
    other = {"pairs/people/p-042.yml": "name: Casimir Adebayo\nrole: none\nlevel: 6\n"}
    assert len(told("PRI003", post("Write to casimir@x.example.") | other)) == 1


# PRI004 -----------------------------------------------------------------------------------------------------------


def folder(slug: str, publish: str = "nothing") -> dict[str, str]:
    """Give a pair in a folder of this name."""
    return {f"pairs/2026-spring/{slug}/pair.yml": MATCHED + (PUBLISH.format(publish) if publish else "")} | people()


def test_a_hidden_pair_has_a_folder_that_tells_nobody() -> None:
    (found,) = findings("PRI004", folder("ilka-and-adebayo"))
    assert (str(found.span), found.severity) == ("pairs/2026-spring/ilka-and-adebayo/pair.yml:22:12-19", "warning")
    assert found.message == "nothing of the pair is to be shown, but its folder tells the name of p-017 and p-042"
    assert (
        found.help
        == "rename the folder to one that says nothing, such as `2026-spring/pair-01`, and its thread with it"
    )


@pytest.mark.parametrize("slug", ["pair-03", "noor-and-solveig", "ilkas", "p-017"])
def test_any_other_folder_is_fine(slug: str) -> None:
    assert told("PRI004", folder(slug)) == []


@pytest.mark.parametrize("publish", ["names", "progress"])
def test_a_pair_that_is_shown_may_be_named(publish: str) -> None:
    assert told("PRI004", folder("ilka-and-adebayo", publish)) == []


def test_without_an_agreement_nothing_is_shown() -> None:
    (found,) = findings("PRI004", folder("with-casimir", ""))
    assert (str(found.span), found.key) == ("pairs/2026-spring/with-casimir/pair.yml:2:9-14", "mentee")
