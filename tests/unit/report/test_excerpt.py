"""Where carets stand: by what is printed, not by what was written."""

import pytest

from generator.report.cells import as_written, joined, plain, under, width, within
from generator.report.excerpt import WIDEST, Pointer, excerpt, gutter
from generator.report.quoting import Sources
from generator.source.document import Document
from generator.source.span import Span

PERSON = "pairs/people/p-017.yml"
SESSION = "pairs/2026-spring/pair-03/sessions/01.yml"


def lines_of(text: str, *spans: tuple[int, int, int, int], path: str = PERSON, label: str = "") -> list[str]:
    """Show the excerpt of places in a text, the first one primary."""
    sources = Sources({path: Document(path, text)})
    pointers = [Pointer(Span(path, *span), "-" if at else "^", label) for at, span in enumerate(spans)]
    return list(excerpt(sources, pointers, gutter(pointers)))


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("営業部", 6),
        ("e\u0301a", 2),
        ("👩", 2),
        ("\u1100\u1161\u11a8", 2),
        ("ﾊﾝｶｸ", 4),
        ("\u03b1", 1),
        ("\u0e01\u0e34", 1),
        ("", 0),
    ],
)
def test_width_is_what_a_terminal_gives(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("a\x1b[31mb", "a<U+001B>[31mb"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u200db", "a<U+200D>b"),
        ("a\nb\tc\rd", "a<U+000A>b<U+0009>c<U+000D>d"),
        ("a\r\nb", "a<U+000D><U+000A>b"),
        ("a\x85b\u2028c\x07", "a<U+0085>b<U+2028>c<U+0007>"),
        ("a\udc80b", "a<U+DC80>b"),
        ("\ufeffa\x9b1m", "<U+FEFF>a<U+009B>1m"),
    ],
)
def test_nothing_printed_can_drive_a_terminal(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_the_caret_stands_under_wide_characters() -> None:
    assert lines_of("department: 営業部 # x\n", (1, 13, 1, 16)) == [
        "  |",
        "1 | department: 営業部 …",
        "  |             ^^^^^^",
    ]


def test_the_caret_stands_behind_wide_and_combining_characters() -> None:
    assert lines_of("{department: 営業e\u0301部, level: x}\n", (1, 27, 1, 28))[1:] == [
        "1 | {department: 営業e\u0301部, level: x}",
        "  |                             ^",
    ]


def test_the_caret_stands_under_a_hidden_character_by_its_name() -> None:
    assert lines_of("department: a\u202eb\n", (1, 14, 1, 15))[1:] == [
        "1 | department: a<U+202E>b",
        "  |              ^^^^^^^^",
    ]


def test_a_tab_is_four_columns() -> None:
    assert lines_of("level:\t3\n", (1, 8, 1, 9))[1:] == ["1 | level:    3", "  |           ^"]


def test_the_caret_under_a_masked_value_is_one_column() -> None:
    text = "{name: Somebody Real, level: x}\n"
    assert lines_of(text, (1, 8, 1, 21))[2] == "  |        ^"
    assert lines_of(text, (1, 10, 1, 12))[2] == "  |        ^"
    assert lines_of(text, (1, 30, 1, 31))[1:] == ["1 | {name: …, level: x}", "  |                  ^"]


def test_a_place_over_key_and_masked_value_is_underlined_as_printed() -> None:
    assert lines_of("name: Somebody Real\n", (1, 1, 1, 20))[1:] == ["1 | name: …", "  | ^^^^^^^"]


def test_a_place_at_the_end_of_a_line_gets_a_caret() -> None:
    assert lines_of("name:\n", (1, 6, 1, 6))[1:] == ["1 | name:", "  |      ^"]
    assert lines_of("name: x\n", (1, 50, 1, 60))[1:] == ["1 | name: …", "  |        ^"]


def test_an_empty_line_gets_a_caret() -> None:
    assert lines_of("name: x\n\n", (2, 1, 2, 1))[1:] == ["2 |", "  | ^"]


def test_a_place_over_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    assert lines_of("offers:\n  - area: digital\n", (1, 1, 2, 18))[1:] == ["1 | offers:", "  | ^^^^^^^"]
    assert lines_of("\nname: x\n", (1, 1, 2, 3))[1:] == ["1 |", "  | ^"]


def test_places_stand_in_the_order_of_lines_with_gaps() -> None:
    text = "name: x\nrole: both\nlevel: 3\ntrained: 2026-01-01\n"
    assert lines_of(text, (4, 1, 4, 8), (1, 1, 1, 5), (2, 1, 2, 5), label="here") == [
        "  |",
        "1 | name: …",
        "  | ---- here",
        "2 | role: both",
        "  | ---- here",
        "...",
        "4 | trained: 2026-01-01",
        "  | ^^^^^^^ here",
    ]


def test_two_places_on_one_line_share_it() -> None:
    assert lines_of("hours: {from: 09:00, to: 08:00}\n", (1, 26, 1, 31), (1, 15, 1, 20), label="x")[1:] == [
        "1 | hours: {from: 09:00, to: 08:00}",
        "  |               ----- x",
        "  |                          ^^^^^ x",
    ]


def test_a_label_cannot_break_its_line() -> None:
    assert lines_of("level: x\n", (1, 8, 1, 9), label="a\nb\x1b")[2] == "  |        ^ a<U+000A>b<U+001B>"


def test_a_long_line_is_cut_around_the_place() -> None:
    text = "keys: [" + ", ".join(f"k{number:03}" for number in range(100)) + "]\n"
    column = text.index("k050") + 1
    source, carets = lines_of(text, (1, column, 1, column + 4))[1:]
    body = source.removeprefix("1 | ")
    assert len(body) == WIDEST
    assert body.startswith("…")
    assert body.endswith("…")
    at = carets.removeprefix("  | ").index("^^^^")
    assert body[at : at + 4] == "k050"
    assert 50 < at < 70


def test_a_long_line_is_cut_on_one_side_at_its_ends() -> None:
    text = "keys: [" + ", ".join(f"k{number:03}" for number in range(100)) + "]\n"
    first = lines_of(text, (1, 1, 1, 5))[1]
    last = lines_of(text, (1, len(text) - 5, 1, len(text) - 1))[1]
    assert first.startswith("1 | keys: [k000")
    assert first.endswith("…")
    assert last.startswith("1 | …")
    assert last.endswith("k099]")


def test_a_place_wider_than_the_window_starts_in_it() -> None:
    cells = list(as_written("x" * 300, 1))
    cut = within(cells, WIDEST, 100, 290)
    assert sum(cell.width for cell in cut) <= WIDEST
    before, own = under(cut, 100, 290)
    assert (before, own) == (1, 119)


def test_a_window_never_splits_a_wide_character() -> None:
    cells = list(as_written("営" * 100, 1))
    for column in range(1, 101):
        cut = within(cells, WIDEST, column, column + 1)
        before, own = under(cut, column, column + 1)
        assert sum(cell.width for cell in cut) <= WIDEST
        assert own == 2
        assert joined(cut)[0] in "…営"
        assert 0 <= before <= WIDEST - 2


def test_the_column_of_numbers_is_as_wide_as_the_largest() -> None:
    spans = [Span(SESSION, line, 1, line, 2) for line in (7, 120)]
    assert gutter([Pointer(span, "-") for span in spans]) == 3
    assert gutter([]) == 1
