"""The short cut by a kind's shape gives what the builder over the parser's events gives, or nothing."""

from __future__ import annotations

from pathlib import Path
from random import Random

import bless
import programmes
import pytest
import shortcuts
from hypothesis import example, given
from hypothesis import strategies as st
from often import times
from shortcuts import FILES, VALUES, printable

from generator.kinds import fields, kinds, of_path
from generator.programme import TABLES
from generator.source import shapedyaml
from generator.source.shapedyaml import WORTH_IT, Items, Single, Table, Whole

SINGLE = Single()
SHAPE = {
    "one": SINGLE,
    "two": Items(SINGLE),
    "three": Items({"id": SINGLE, "of": SINGLE, "more": Items(SINGLE), "at": {"x": SINGLE, "y": Single(must=True)}}),
    "four": {"from": SINGLE, "to": Items(SINGLE), "of": {"z": SINGLE}},
    "five": Table(),
    "six": SINGLE,
    "deep": {"a": {"b": {"c": SINGLE}, "d": SINGLE}, "e": SINGLE},
    "odd": Items({"first": Items(SINGLE)}),
    "other": Items({}),
    "unknown": {},
}
TEXT = """\
# a comment
one: a
two:
  - b
  - c
three:
  - id: d
    of: e
  - id: f
    more:
      - g
    at:
      x: h
      y: q
four:
  from: i
  to:
    - j
  of:
    z: r
five:
  k: l
  m-n: o
six: p
deep:
  a:
    b:
      c: s
    d: t
  e: u
"""


def in_use(whole: Whole) -> Whole:
    """Take it that many texts were read before."""
    whole.asked = WORTH_IT
    return whole


WHOLE = in_use(Whole(lambda: SHAPE))


def same(whole: Whole, text: str) -> bool:
    """Compare the two readings; tells whether the short cut was taken."""
    return shortcuts.same(lambda text: whole.read(text) if printable(text) else None, text)


def test_what_is_read_is_what_was_meant() -> None:
    assert WHOLE.read(TEXT) == {
        "one": "a",
        "two": ["b", "c"],
        "three": [{"id": "d", "of": "e"}, {"id": "f", "more": ["g"], "at": {"x": "h", "y": "q"}}],
        "four": {"from": "i", "to": ["j"], "of": {"z": "r"}},
        "five": {"k": "l", "m-n": "o"},
        "six": "p",
        "deep": {"a": {"b": {"c": "s"}, "d": "t"}, "e": "u"},
    }
    assert same(WHOLE, TEXT)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("six: 'it: is'\n", {"six": "it: is"}),
        ('six: ""\n', {"six": ""}),
        ("six: a:b #c\n", None),
        ("six: a:b#c\n", {"six": "a:b#c"}),
        ("six: null\n", None),
        ("six: nullify\n", {"six": "nullify"}),
        ("six: N\n", {"six": "N"}),
        ("two: []\nsix: a\n", {"two": [], "six": "a"}),
        ("two:\n[]\n", None),
        ("two:\nsix: a\n", None),
        ("two:\n- a\n", None),
        ("six: a\none: b\n", None),
        ("one: a\none: b\n", None),
        ("five:\n  a: b\n  a: c\n", None),
        ("four:\n  over: a\n", None),
        ("three:\n  - of: a\n", None),
        ("three:\n  - id: a\n    id: b\n", None),
        ("three:\n  - id: a\n    at:\n      x: b\n", None),
        ("three:\n  - id: a\n    at:\n    of: b\n", None),
        ("four:\n  of:\n  from: a\n", None),
        ("four:\n  of:\n    z: a\n", {"four": {"of": {"z": "a"}}}),
        ("four:\nsix: a\n", None),
        ("unknown:\n  a: b\n", None),
        ("unknown:\nsix: a\n", None),
        ("other:\n  - a: b\n", None),
        ("odd:\n  - first:\n      - a\n", None),
        ("one: a\n  b\n", None),
        ("one: a", None),
        ("", None),
        ("# only a comment\n", None),
    ],
)
def test_what_is_plainly_of_the_shape_and_nothing_else(text: str, data: object) -> None:
    assert WHOLE.read(text) == data
    same(WHOLE, text)


@times(400)
@given(st.data())
@example(None)
def test_any_values_in_their_places(data: st.DataObject | None) -> None:
    lines = TEXT.split("\n")
    for _ in range(3 if data else 0):
        assert data is not None
        at = data.draw(st.integers(0, len(lines) - 1))
        value = data.draw(st.sampled_from(VALUES))
        head, mark, _ = lines[at].rpartition(data.draw(st.sampled_from([" ", ": ", "- "])))
        lines[at] = data.draw(st.sampled_from([f"{head}{mark}{value}", f"{lines[at]}{value}", f"  {lines[at]}", value]))
    same(WHOLE, "\n".join(lines))


def _whole(path: str) -> Whole | None:
    claimed = of_path(path)
    assert claimed is not None
    kind = claimed[0]
    return in_use(Whole(fields.whole(kind.model).fields)) if kind.model and not kind.table else None


@pytest.mark.parametrize("path", FILES)
def test_a_healthy_file_and_what_a_slip_makes_of_it(path: str) -> None:
    text, whole = FILES[path], _whole(path)
    if whole is None:
        return
    same(whole, text)
    rng = Random(path)
    for _ in range(40):
        at = rng.randrange(len(text) + 1)
        same(whole, text[:at] + rng.choice(VALUES) + text[at + rng.randrange(3) :])
        lines = text.split("\n")
        lines.insert(rng.randrange(len(lines)), lines.pop(rng.randrange(len(lines))))
        same(whole, "\n".join(lines))


def test_nearly_all_healthy_files_take_the_short_cut() -> None:
    read = {path: whole for path in FILES if (whole := _whole(path)) and FILES[path].strip()}
    taken = [path for path, whole in read.items() if same(whole, FILES[path])]
    assert len(taken) >= 0.9 * len(read)


def test_every_kind_has_a_shape_that_can_be_made_an_expression_of() -> None:
    for kind in kinds().values():
        if kind.model and not kind.table:
            assert in_use(Whole(fields.whole(kind.model).fields)).read("not: of this\n") is None


def test_few_texts_are_left_to_the_others() -> None:
    whole = Whole(lambda: SHAPE)
    assert [whole.read(TEXT) is None for _ in range(WORTH_IT + 2)] == [*[True] * WORTH_IT, False, False]


@pytest.mark.parametrize("root", [programmes.HEALTHY, bless.BROKEN], ids=["healthy", "broken"])
def test_a_programme_is_the_same_where_the_first_files_are_read_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = programmes.loaded_folder(root)
    monkeypatch.setattr(shapedyaml, "WORTH_IT", 0)
    after = programmes.loaded_folder(root)
    assert after.findings == before.findings
    for kind in TABLES:
        assert after.programme.entries(kind) == before.programme.entries(kind)
    assert after.programme.sessions == before.programme.sessions
