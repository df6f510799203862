"""A pulse from any form tool's export: what is stored, counted twice, and no byte of what was answered."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import programmes
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forms import export, pulse, survey
from generator.forms.answers import UnfitError
from generator.kinds.pulse import LEAST, QUESTIONS, Item
from generator.policy import DEFAULTS
from generator.progress.groups import SMALLEST
from generator.progress.pulse import rounded
from generator.progress.whole import MEASURES

PROGRAMME = programmes.loaded(programmes.healthy()).programme
SIDES = {"mentor": "mentor", "mentee": "mentee"}
WANTED = pulse.Wanted("2026-spring", date(2026, 3, 1), "day 30", {"mentor": 30, "mentee": 30})
HEAD = ("Time", "Mentor or mentee?", "1. I can say what I think here", "Would you like a call?", "Anything else?")


def sheet(rows: Sequence[Sequence[str]], head: Sequence[str] = HEAD, separator: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows([head, *rows])
    return out.getvalue()


def answers(mentors: Sequence[str], mentees: Sequence[str], call: str = "no") -> list[tuple[str, ...]]:
    return [
        ("t", side, said, call, "a comment")
        for side, given in (("mentor", mentors), ("mentee", mentees))
        for said in given
    ]


def read(data: bytes | str, columns: str = "") -> survey.Tally:
    rows = export.rows(data.encode() if isinstance(data, str) else data)
    places, first = survey.columns(rows, survey.named(columns) if columns else {}, SIDES)
    return survey.tally(rows[first:], places, SIDES)


def stored(data: bytes | str, columns: str = "", wanted: pulse.Wanted = WANTED) -> str:
    text = pulse.stored(PROGRAMME, wanted, read(data, columns)).draft.text
    assert programmes.loaded({"pairs/2026-spring/pulse/2026-03-01.yml": text}).findings == ()
    return text.partition("\n")[2]


def test_one_number_says_how_few_are_too_few() -> None:
    assert LEAST == SMALLEST == DEFAULTS.small_group


def test_means_of_both_sides_are_stored_and_rounded_half_up() -> None:
    # mentors 2 + 3 + 4 + 4 + 4 + 5 = 22, 22 / 6 = 3.67, so 3.5; mentees 4 + 4 + 4 + 5 + 5 = 22, 22 / 5 = 4.4, so 4.5
    found = stored(sheet(answers("234445", "44455")))
    assert found == (
        "wave: day 30\ninvited:\n  mentor: 30\n  mentee: 30\nanswered:\n  mentor: 6\n  mentee: 5\nitems:\n  speak:\n"
        "    mentor:\n      n: 6\n      mean: 3.5\n    mentee:\n      n: 5\n      mean: 4.5\n"
        "  call:\n    mentor:\n      n: 6\n      mean: 0\n    mentee:\n      n: 5\n      mean: 0\n"
    )


@pytest.mark.parametrize(
    ("item", "mean", "known"),
    [
        ("speak", Fraction(7, 2), Fraction(7, 2)),
        ("speak", Fraction(13, 4), Fraction(7, 2)),  # half-way
        ("speak", Fraction(16, 5), Fraction(3)),
        ("call", Fraction(1, 8), Fraction(1, 4)),  # half-way
        ("call", Fraction(4, 5), Fraction(3, 4)),
    ],
)
def test_rounding(item: Item, mean: Fraction, known: Fraction) -> None:
    assert rounded(mean, item) == known


def test_the_example_of_the_page_of_measures() -> None:
    assert rounded(Fraction(5 + 4 + 4 + 4 + 5 + 3, 6), "time") == 4
    assert rounded(Fraction(2, 6), "call") == Fraction(25, 100)
    example = next(each.example for each in MEASURES if each.id == "pulse")
    assert "25 ÷ 6 = 4.17, shown as 4." in example
    assert "2 ÷ 6 = 0.33, shown as 25 %." in example


@pytest.mark.parametrize(("mentors", "mentees"), [("4444", "4444"), ("44444444", "444"), ("4", ""), ("", "")])
def test_of_a_small_side_nothing_is_stored_and_of_the_other_neither(mentors: str, mentees: str) -> None:
    with pytest.raises(UnfitError, match="at least 5 answers on a side"):
        stored(sheet(answers(mentors, mentees)))


def test_a_side_that_was_not_asked_does_not_hide_the_other() -> None:
    found = stored(sheet(answers("44444", "")))
    assert "mentee" not in found
    assert "answered:\n  mentor: 5\n" in found


def test_a_question_that_too_few_of_a_side_answered_is_left_out_on_both() -> None:
    rows = answers("44444", "44444")
    rows[0] = (*rows[0][:3], "", "")
    found = stored(sheet(rows))
    assert "speak:" in found
    assert "call:" not in found
    tally = read(sheet(rows))
    assert pulse.told(pulse.stored(PROGRAMME, WANTED, tally), tally) == ("call: too few answers on a side, not stored",)


def test_rows_that_say_nothing_are_told_without_being_counted() -> None:
    tally = read(
        sheet([*answers("44444", "44444"), ("t", "somebody", "5", "yes", "secret"), ("t", "mentor", "", "", "")])
    )
    said = pulse.told(pulse.stored(PROGRAMME, WANTED, tally), tally)
    assert said == ("some rows told no side or held no answer, and were left out",)


def test_more_answers_than_people_asked_are_no_survey_of_them() -> None:
    few = pulse.Wanted("2026-spring", WANTED.on, "day 30", {"mentor": 5, "mentee": 4})
    with pytest.raises(UnfitError, match="no more answers on the side of the mentee"):
        stored(sheet(answers("44444", "44444")), wanted=few)


@pytest.mark.parametrize("separator", list(export.SEPARATORS))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_any_encoding_and_separator_reads_alike(encoding: str, separator: str) -> None:
    rows = [
        (*row[:4], f"Grüße, so; und|so\tweiter\nin „Zeilen“ {at}") for at, row in enumerate(answers("23444", "44455"))
    ]
    text = sheet(rows, separator=separator)
    assert stored(text.encode(encoding)) == stored(sheet(answers("23444", "44455")))


def test_a_line_that_names_the_separator_is_no_head() -> None:
    assert stored("sep=;\r\n" + sheet(answers("44444", "44444"), separator=";")) == stored(
        sheet(answers("44444", "44444"))
    )


def test_questions_may_stand_below_short_names_as_some_tools_export_them() -> None:
    text = "Q1,Q2,Q3,Q4,Q5\n" + sheet(answers("44444", "44444"))
    assert stored(text) == stored(sheet(answers("44444", "44444")))


@pytest.mark.parametrize("columns", ["side=2,speak=3", "side=B,speak=C"])
def test_columns_named_by_place_need_no_words(columns: str) -> None:
    found = stored(sheet(answers("44444", "44444"), head=("a", "b", "c", "d", "e")), columns)
    assert "speak:" in found
    assert "call:" not in found


@pytest.mark.parametrize(
    "columns", ["speak", "side=0", "side=2;speak=3", "mood=3", "side=2,speak=", "side=AAA", "side=²"]
)
def test_columns_that_mean_nothing_are_refused(columns: str) -> None:
    with pytest.raises(UnfitError, match="columns such as"):
        survey.named(columns)


def test_two_columns_for_one_question_are_asked_about_by_number() -> None:
    head = ("My role", "I can say what I think here", "x", "Again: I can say what I think here")
    with pytest.raises(
        UnfitError, match=r"one column for `speak`: 2 and 4 both ask it; `--columns speak=N` settles it"
    ):
        read(sheet([("mentor", "4", "", "4")], head=head))
    assert read(sheet([("mentor", "4", "", "2")], head=head), "speak=4").sides["mentor"].items["speak"] == (2,)


def test_a_table_without_questions_is_refused_without_being_quoted() -> None:
    with pytest.raises(UnfitError) as caught:
        read("mentor,4,they shout at me\nmentee,5,they shout at me\n")
    assert "shout" not in str(caught.value)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("4", 4), ("4.0", 4), ("4,0", 4), (" 5 - fully", 5), ("3 (neither)", 3), ("Strongly agree", 5), ("disagree", 2),
        ("\u0664", 4), ("6", None), ("0", None), ("45", None), ("-3", None), ("", None), ("great", None),
    ],
)  # fmt: skip
def test_what_a_cell_says_from_1_to_5(cell: str, value: int | None) -> None:
    found = read(sheet([("t", "mentor", cell, "yes", "")])).sides["mentor"].items
    assert found.get("speak") == (None if value is None else (value,))


@pytest.mark.parametrize(
    ("cell", "value"),
    [("Yes", 1), ("yes, please", 1), ("Ja", 1), ("TRUE", 1), ("No", 0), ("não", 0), ("perhaps", None)],
)
def test_what_a_cell_says_with_yes_or_no(cell: str, value: int | None) -> None:
    found = read(sheet([("t", "mentor", "4", cell, "")])).sides["mentor"].items
    assert found.get("call") == (None if value is None else (value,))


@pytest.mark.parametrize(
    ("cell", "side"),
    [
        ("Mentor (junior)", "mentor"), ("I am the mentee", "mentee"), ("senior leader", "mentee"), ("JUNIOR", "mentor"),
        ("mentor or mentee", None), ("neither", None), ("mentors", None), ("", None),
    ],
)  # fmt: skip
def test_a_row_belongs_to_one_side_or_to_none(cell: str, side: str | None) -> None:
    found = read(sheet([("t", cell, "4", "yes", "")]))
    assert [name for name, each in found.sides.items() if each.people] == ([side] if side else [])
    assert found.left_out == (side is None)


def test_the_programme_s_own_words_tell_the_side() -> None:
    rows = export.rows(sheet([("t", "Guide", "4", "yes", "")], head=("", "Guide or traveller?", *HEAD[2:])).encode())
    own = {"mentor": "guide", "mentee": "traveller"}
    places, first = survey.columns(rows, {}, own)
    assert survey.tally(rows[first:], places, own).sides["mentor"].people == 1


@pytest.mark.parametrize(
    ("on", "wave"),
    [
        (date(2026, 2, 10), "day 30"), (date(2026, 4, 10), "mid-point"), (date(2026, 6, 30), "end"),
        (date(2026, 9, 1), "end"), (date(2026, 12, 20), "six months after"),
    ],
)  # fmt: skip
def test_the_wave_is_guessed_from_the_day(on: date, wave: str) -> None:
    assert pulse.usual_wave(date(2026, 1, 12), date(2026, 7, 10), on) == wave


def test_people_are_asked_whose_pair_had_begun() -> None:
    assert pulse.invited(PROGRAMME, "2026-spring", date(2026, 1, 11)) == {"mentor": 0, "mentee": 0}
    assert pulse.invited(PROGRAMME, "2026-spring", date(2026, 4, 1)) == {"mentor": 2, "mentee": 2}


# what is stored, and what is not, for any answers

_SAID = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
_ROWS = st.lists(st.tuples(st.sampled_from(["mentor", "mentee", "?"]), st.sampled_from("12345x"), _SAID), max_size=40)


@given(_ROWS, st.sampled_from(export.SEPARATORS))
def test_only_groups_of_five_or_more_are_stored_and_they_are_right(
    rows: list[tuple[str, str, str]], separator: str
) -> None:
    text = sheet([("t", side, said, "", more) for side, said, more in rows], separator=separator)
    known = {side: [int(said) for at, said, _ in rows if at == side and said != "x"] for side in SIDES}
    sizes = sorted(len(each) for each in known.values())
    small = sizes[0] in range(1, LEAST) or sizes[1] < LEAST
    try:
        found = pulse.stored(
            PROGRAMME, pulse.Wanted("2026-spring", WANTED.on, "end", dict.fromkeys(SIDES, 99)), read(text)
        )
    except UnfitError:
        assert small
        return
    assert not small
    (entry,) = programmes.loaded({"pairs/2026-spring/pulse/2026-03-01.yml": found.draft.text}).programme.pulses.values()
    for side, values in known.items():
        mean = getattr(entry.item.items["speak"], side)
        assert (mean is None) == (not values)
        if values:
            assert mean.n == len(values)
            assert abs(mean.mean - Fraction(sum(values), len(values))) <= Fraction(1, 4)


@given(st.lists(_SAID, min_size=1, max_size=8), st.binary(max_size=60))
def test_no_word_of_an_answer_is_in_what_is_stored_or_said(said: list[str], noise: bytes) -> None:
    marked = [f"zqzq{word}zqzq" for word in said]
    rows = [(*row[:4], marked[at % len(marked)]) for at, row in enumerate(answers("23455", "44445"))]
    data = sheet([*rows, (*marked, "", "", "")[:5]]).encode() + noise
    try:
        tally = read(data)
        made = pulse.stored(PROGRAMME, WANTED, tally)
        found = made.draft.text + "".join(pulse.told(made, tally))
    except UnfitError as error:
        found = str(error)
    assert "zqzq" not in found


@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_refused(data: bytes) -> None:
    try:
        tally = read(data)
    except UnfitError:
        return
    assert set(tally.sides) == set(SIDES)


def test_a_very_large_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(UnfitError, match="16 MiB"):
        export.rows(b"a," * (8 << 20) + b"b")


def test_every_question_is_known_by_words_no_other_holds() -> None:
    said = [survey.folded(question.words) for question in QUESTIONS.values()]
    assert len(set(said)) == len(said)
    assert [(one, other) for one in said for other in said if one != other and one in other] == []
