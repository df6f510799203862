"""SEA: what must be sealed, and what a sealed text may say about itself; every place is counted by hand."""

from __future__ import annotations

import programmes
import pytest
from telling import findings, related, told

from generator.seal import armour

FOLDER = "content/threads/2026-spring/pair-07/"
POST = f"{FOLDER}2026-03-12-sealed-8c15a819.md"
NOTE = "pairs/2026-spring/pair-07/notes/2026-03-12.md"
SEALED = programmes.healthy()[POST].decode()
HEAD, BODY = SEALED[: SEALED.index(armour.BEGIN)], SEALED[SEALED.index(armour.BEGIN) :]
PLAIN = "I did not say on Monday why I am leaving.\n"
WORD = "leaving"
OPEN = HEAD.replace("minutes: 1\n", "summary: About Monday.\npartner: not mentioned\n")


def test_the_healthy_post_is_what_the_texts_below_start_from() -> None:
    assert HEAD.split("\n") == [
        "---",
        "title: sealed",
        "date: 2026-03-12",
        "author: p-018",
        "kind: reflection",
        "visibility: pair",
        "minutes: 1",
        "---",
        "",
    ]


# SEA001 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [POST, NOTE])
@pytest.mark.parametrize("text", [SEALED, SEALED.replace("\n", "\r\n")])
def test_a_sealed_text_is_fine(path: str, text: str) -> None:
    assert told("SEA001", {path: text}) == []
    assert told("SEA003", {path: text}) == []


@pytest.mark.parametrize("visibility", ["public", "organisation", "cohort"])
def test_an_open_text_is_fine_where_it_is_meant_to_be_open(visibility: str) -> None:
    shown = f"\nThis is how it looks:\n\n```\n{BODY}```\n"
    for body in (PLAIN, shown):
        assert told("SEA001", {POST: OPEN.replace("pair", visibility) + body}) == []


@pytest.mark.parametrize("body", [PLAIN, "", "\n\n", f"\n{PLAIN}\n{PLAIN}"])
def test_plain_text_where_it_should_be_sealed(body: str) -> None:
    (found,) = findings("SEA001", {POST: HEAD + body})
    assert (str(found.span), found.severity) == (f"{POST}:6:13-17", "error")
    assert found.message == "visibility is `pair`, but the body is not sealed"
    assert found.help == (
        f"run `mentoring seal {POST}` before committing; "
        "if it was pushed already, read `mentoring rules SEA001`: a deletion is not an erasure"
    )
    assert related(found) == [
        f"{POST}:6:13-17: everyone with repository access can read the body",
        "the text is not shown here on purpose",
    ]


def test_no_word_of_the_text_is_in_the_finding() -> None:
    for body in (PLAIN, PLAIN + BODY, BODY + PLAIN, BODY.replace("\n", f"\n{PLAIN}", 1)):
        (found,) = findings("SEA001", {POST: HEAD + body})
        assert WORD not in repr(found)


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        (f"\n{BODY}", 9, "something stands before the armour"),
        (f"{BODY}\n", 0, "the armour must end the file, with one line end"),
        (f"{BODY}{BODY}", 0, "the armour must end the file, with one line end"),
        (BODY.replace(f"{armour.END}\n", ""), 0, "the armour is never closed"),
        (BODY.replace("\n", "\nAAAA\n", 1), 10, "the line is not 64 characters of base64"),
    ],
)
def test_a_broken_seal_shows_the_line_but_not_its_text(body: str, line: int, says: str) -> None:
    length = BODY.count("\n") + len(HEAD.splitlines())
    last = {f"{BODY}\n": length + 1, f"{BODY}{BODY}": length + 1}.get(body, length)
    (found,) = findings("SEA001", {POST: HEAD + body})
    assert found.message == "visibility is `pair`, but the body is not one whole armoured age file"
    assert found.help.startswith(f"seal the text again with `mentoring seal {POST}`")
    place = found.related[0]
    assert place.span
    assert (place.span.line, place.message, place.excerpt) == (line or last, says, False)


def test_text_before_the_armour_is_text_that_is_not_sealed() -> None:
    (found,) = findings("SEA001", {POST: HEAD + PLAIN + BODY})
    assert found.message == "visibility is `pair`, but the body is not sealed"


def test_a_sealed_body_is_for_nobody_else() -> None:
    (found,) = findings("SEA001", {POST: OPEN.replace("pair", "cohort") + BODY})
    assert (str(found.span), found.message) == (f"{POST}:6:13-19", "the body is sealed, but visibility is `cohort`")
    assert related(found) == [f"{POST}:6:13-19: nobody but its two members could read it"]


def test_an_unknown_visibility_is_another_finding() -> None:
    for text in (OPEN.replace("pair", "everyone") + BODY, HEAD.replace("pair", "everyone") + PLAIN):
        assert told("SEA001", {POST: text}) == []
        assert told("SEA003", {POST: text}) == []


def test_a_room_note_is_sealed_whatever_it_says() -> None:
    (found,) = findings("SEA001", {NOTE: HEAD + PLAIN})
    assert (str(found.span), found.message) == (f"{NOTE}:6:13-17", "visibility is `pair`, but the body is not sealed")
    (found,) = findings("SEA001", {NOTE: HEAD.replace("visibility: pair\n", "") + PLAIN})
    assert (str(found.span), found.message) == (
        f"{NOTE}:1:1-4",
        "a room note is for its two members, but the body is not sealed",
    )


def test_one_slip_is_one_finding() -> None:
    path = "content/threads/2026-spring/pair-03/2026-03-25-a-question-for-april.md"
    text = programmes.healthy()[path].decode()
    files = programmes.over_healthy({path: text.replace("visibility: cohort", "visibility: pair")})
    found = programmes.judged(programmes.loaded(files))
    assert [(each.code, str(each.span)) for each in found] == [("SEA001", f"{path}:6:13-17")]


# SEA003 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("summary: About Monday.", "summary"),
        ("partner: not mentioned", "partner"),
        ("step: candour/what-rises", "step"),
        ("tags: []", "tags"),
        ("replies_to: 2026-03-02-first", "replies_to"),
        ("changed:\n  what: All.\n  owner: p-018\n  on: 2026-03-12\n  state: done", "changed"),
    ],
)
def test_a_sealed_post_has_six_keys(line: str, name: str) -> None:
    (found,) = findings("SEA003", {POST: HEAD.replace("minutes: 1\n", f"minutes: 1\n{line}\n") + BODY})
    assert (str(found.span), found.severity) == (f"{POST}:8:1-{1 + len(name)}", "error")
    assert found.message == f"the front matter of a sealed text has six keys; these are too many: `{name}`"


def test_all_keys_too_many_are_one_finding_in_their_order() -> None:
    text = HEAD.replace("kind:", "tags: []\nsummary: About Monday.\nkind:") + BODY
    (found,) = findings("SEA003", {POST: text})
    assert str(found.span) == f"{POST}:5:1-5"
    assert found.message.endswith("too many: `tags`, `summary`")


@pytest.mark.parametrize("path", [POST, NOTE])
def test_the_title_is_always_sealed(path: str) -> None:
    (found,) = findings("SEA003", {path: HEAD.replace("title: sealed", f"title: Why I am {WORD}") + BODY})
    assert (str(found.span), found.message) == (f"{path}:2:8-24", "the title of a sealed text is always `sealed`")
    assert (found.fix.grade, found.fix.text) == ("unsafe", "sealed")
    assert WORD not in repr(found)


def test_the_reading_time_is_expected() -> None:
    (found,) = findings("SEA003", {POST: HEAD.replace("minutes: 1\n", "") + BODY})
    assert (str(found.span), found.message) == (f"{POST}:1:1-4", "`minutes` is missing")


@pytest.mark.parametrize(
    "slug", ["sealed", "sealed-8c15a81", "sealed-8c15a8190", "why-i-am-leaving", "sealed-8c15a81g"]
)
def test_the_name_says_nothing(slug: str) -> None:
    path = f"{FOLDER}2026-03-12-{slug}.md"
    (found,) = findings("SEA003", {path: SEALED})
    assert str(found.span) == f"{path}:1:1-4"
    assert WORD not in found.message + found.help


def test_a_note_has_no_slug_but_a_visibility() -> None:
    (found,) = findings("SEA003", {NOTE: SEALED.replace("visibility: pair", "visibility: cohort")})
    assert (str(found.span), found.message) == (f"{NOTE}:6:13-19", "the visibility of a room note is always `pair`")
    assert (found.fix.grade, found.fix.text) == ("unsafe", "pair")
    (found,) = findings("SEA003", {NOTE: SEALED.replace("visibility: pair\n", "")})
    assert (str(found.span), found.fix.text) == (f"{NOTE}:1:1-4", None)


def test_before_it_is_sealed_another_rule_speaks() -> None:
    assert told("SEA003", {POST: HEAD.replace("title: sealed", "title: Monday") + PLAIN}) == []
    assert told("SEA003", {NOTE: HEAD.replace("title: sealed", "title: Monday") + PLAIN}) == []
