"""The comment: nothing in it can be acted on by Markdown, HTML or a forge, whatever a review holds."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.pages import text as rendering
from generator.review.comment import LARGEST, MARK, comment, text
from generator.review.data import Reached, Review, Told

EMPTY = Review(
    version=1, as_of="2026-04-01", files=60, deeds=(), machinery=(), reached=(), errors=0, warnings=0, older=0,
    findings=(),
)  # fmt: skip
FAULT = Told(
    code="FIL010", severity="error", path="pairs/a/b/pair.yml", line=2, column=9,
    message="`length` is not a duration", help="did you mean `60 min`?",
)  # fmt: skip


@given(st.text(max_size=60))
def test_any_text_is_read_as_it_was_written_and_as_nothing_else(given: str) -> None:
    written = text(given)
    assert not set(written) & set("<>*_[]`|~@:/\\!\n{}")
    line = " ".join(given.split())
    assert unescape(written) == "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in line)


def test_nothing_to_say_is_said() -> None:
    lines = comment(EMPTY).splitlines()
    assert lines[0] == MARK
    assert "Nothing in the programme itself." in lines
    assert "0 errors and 0 warnings caused by this change in 60 files: nothing blocks it." in lines


def test_a_whole_comment() -> None:
    reached = Reached(audience="cohort", new=("/posts/x/",), gone=(), counts=(12, 3, 0))
    made = EMPTY.model_copy(
        update={"deeds": ("session 3 is recorded",), "machinery": ("Makefile",), "reached": (reached,), "errors": 1,
                "older": 2, "findings": (FAULT,)}
    )  # fmt: skip
    shown = unescape(comment(made))
    assert "- session 3 is recorded\n" in shown
    assert "touches the machinery** (1 file)" in shown
    assert "| the people who take part | 12 | 3 | 0 |" in shown
    assert "New for the people who take part: /posts/x/ and 11 more\n" in shown
    assert "1 error and 0 warnings caused by this change in 60 files: errors block the change." in shown
    assert "2 findings from before it: not this change's business." in shown
    assert (
        "- **FIL010** error in pairs/a/b/pair.yml, line 2: `length` is not a duration. *did you mean `60 min`?*"
        in shown
    )


def test_a_long_comment_is_cut_at_a_whole_finding_and_counts_the_rest() -> None:
    made = EMPTY.model_copy(update={"errors": 900, "findings": (FAULT,) * 200})
    long = made.model_copy(update={"findings": tuple(FAULT.model_copy(update={"help": "x" * 900}) for _ in range(200))})
    assert "… and 700 more findings" in comment(made)
    cut = comment(long)
    assert len(cut) < LARGEST + 300
    assert f"… and {900 - cut.count('FIL010')} more findings" in cut


def test_hostile_text_stays_text_on_a_page() -> None:
    hostile = (
        "x\n\n# H <img src=x onerror=alert(1)> [a](javascript:alert(1)) @all #1 https://a.example ![b](c) <!-- -->"
    )
    made = EMPTY.model_copy(update={"deeds": (hostile,)})
    html = rendering.html(comment(made), lambda _: None)
    assert "<img" not in html
    assert "<a " not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html


@pytest.mark.parametrize("spoilt", [
    {"version": 2}, {"extra": 1}, {"errors": -1}, {"errors": "1"}, {"deeds": ["x" * 1001]},
    {"findings": [{**FAULT.model_dump(), "code": "<b>"}]},
])  # fmt: skip
def test_data_of_another_form_is_refused(spoilt: dict[str, object]) -> None:
    assert Review.model_validate_json(EMPTY.model_dump_json()) == EMPTY
    with pytest.raises(ValidationError):
        Review.model_validate(EMPTY.model_dump() | spoilt)
