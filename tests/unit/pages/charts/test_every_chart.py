"""What holds for every chart, of whatever it is made: well formed, inside its frame, equal to its table, escaped."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import charted
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.language.forms import short_month
from generator.pages.charts import bar, demand, heat, lines, ring, svg, timeline

ROOT = Path(__file__).parents[4]
STYLE = (ROOT / "generator/theme/assets/mentoring.css").read_text()
DAY = date(2026, 1, 5)

words = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=60).filter(str.strip)
counts = st.one_of(st.none(), st.integers(0, 10_000))
values = st.one_of(st.none(), st.fractions(0, 40, max_denominator=9))
weeks = st.builds(
    heat.Week, held=st.integers(0, 3), planned=st.integers(0, 2), missed=st.integers(0, 2), away=st.booleans()
)
days = st.integers(-20, 400).map(lambda at: DAY + timedelta(at))


@st.composite
def rings(draw: st.DrawFn) -> tuple[ring.Ring, str]:
    whole = draw(st.integers(0, 60))
    value = ring.Ring(draw(words), "step", "done", draw(st.one_of(st.none(), st.integers(0, whole))), whole)
    return value, ring.draw(value, "c")


@st.composite
def bars(draw: st.DrawFn) -> tuple[bar.Bar, str]:
    lanes = st.sampled_from(("upper", "lower", "both", "unsaid"))
    slices = draw(st.lists(st.builds(bar.Slice, words, st.integers(1, 180), words, lanes), min_size=1, max_size=9))
    value = bar.Bar(draw(words), "minutes", tuple(slices), draw(words))
    return value, bar.draw(value, "c")


@st.composite
def demands(draw: st.DrawFn) -> tuple[demand.Demand, str]:
    value = demand.Demand(draw(words), tuple(draw(st.lists(st.builds(demand.Need, words, counts, counts), max_size=7))))
    return value, demand.draw(value, "c")


@st.composite
def cohorts(draw: st.DrawFn) -> tuple[lines.Lines, str]:
    line = st.builds(lines.Line, words, st.lists(values, max_size=30).map(tuple))
    value = lines.Lines(
        draw(words),
        "held",
        "sessions",
        tuple(draw(st.lists(line, max_size=4))),
        draw(st.sampled_from(("nothing due yet", "fewer than 5, not shown"))),
    )
    return value, lines.draw(value, "c")


@st.composite
def heats(draw: st.DrawFn) -> tuple[heat.Heat, str]:
    wide = draw(st.integers(1, 40))
    row = st.builds(
        heat.Row, words, st.lists(weeks, min_size=wide, max_size=wide).map(tuple), st.one_of(st.none(), st.integers(0))
    )
    value = heat.Heat(draw(words), draw(days), tuple(draw(st.lists(row, max_size=5))))
    return value, heat.draw(value, "c")


@st.composite
def terms(draw: st.DrawFn) -> tuple[timeline.Timeline, str]:
    stage = st.tuples(words, days, days, st.sampled_from(("solid", "hollow", "away"))).map(
        lambda each: timeline.Stage(each[0], min(each[1:3]), max(each[1:3]), each[3])  # type: ignore[arg-type]  # closed
    )
    event = st.builds(timeline.Event, words, days, words, st.sampled_from(("held", "planned", "missed", "turn")))
    few = {"max_size": 4}
    lane = st.builds(timeline.Lane, words, st.lists(stage, **few).map(tuple), st.lists(event, **few).map(tuple))
    first, last = sorted((draw(days), draw(days)))
    value = timeline.Timeline(draw(words), "session", first, last, draw(days), tuple(draw(st.lists(lane, max_size=3))))
    return value, timeline.draw(value, "c")


ANY = st.one_of(rings(), bars(), demands(), cohorts(), heats(), terms())


@given(ANY)
def test_any_chart_is_one_well_formed_block_with_words_table_and_classes_only(made: tuple[object, str]) -> None:
    html = made[1]
    chart = charted.read(html)
    assert "\n" not in html
    assert not re.search(
        r" style=|<style|<script| on\w+=|#[0-9a-fA-F]{3,8}\b(?!;)|rgb\(", re.sub(r">[^<]*<", "><", html)
    )
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids)), "two drawings of one chart share an id"
    assert all(re.fullmatch(r"c(?:_[wn])?_[td]", each) for each in ids)
    assert chart.finding
    assert chart.heads
    for picture in chart.pictures:
        assert picture.get("role") == "img"
        assert picture.findtext("title")
        assert picture.findtext("desc") == chart.finding


TINY = bar.Bar("t", "minutes", tuple(bar.Slice(each, size, "", "upper") for each, size in (("a", 999), ("b", 1))), "f")


@given(ANY)
@example((TINY, bar.draw(TINY, "c")))
def test_nothing_is_drawn_outside_the_frame(made: tuple[object, str]) -> None:
    for picture in charted.read(made[1]).pictures:
        _, _, wide, high = map(float, picture.get("viewBox", "").split())
        outside = [
            (x, y) for x, y in charted.places(picture) if not (-0.1 <= x <= wide + 0.1 and -0.1 <= y <= high + 0.1)
        ]
        assert outside == []


@pytest.mark.parametrize("last", [date(2026, 8, 1), date(2031, 1, 1), date(2099, 1, 1), date.max])
def test_months_are_named_wherever_there_is_room_however_long_a_term_is(last: date) -> None:
    stage = timeline.Stage("active", DAY, last, "solid")
    chart = timeline.Timeline("Term", "session", DAY, last, DAY, (timeline.Lane("", (stage,), ()),))
    wide, _ = charted.read(timeline.draw(chart, "c")).pictures
    named = [(float(each.get("x", "")), each.text) for each in wide.iter("text") if each.get("class") == "m-c-soft"]
    months = [
        DAY,
        *(date(number // 12, number % 12 + 1, 1) for number in range(2026 * 12 + 1, last.year * 12 + last.month)),
    ]
    expected, free, full = [], 0.0, float(wide.get("width", ""))
    for month in months:
        x, name = (month - DAY).days * full / ((last - DAY).days + 1), short_month(month)
        room = max(30, svg.width(name))
        if x >= free and x + room <= full:
            expected.append((float(svg.num(x)), name))
            free = x + room + 4
    assert named == expected


@given(words)
def test_any_words_are_escaped_and_told_whole_in_the_table(said: str) -> None:
    nasty = f'{said}</title><script>&"'
    html = demand.draw(demand.Demand(nasty, (demand.Need(nasty, 5, 6),)), "c")
    assert "<script" not in html
    assert charted.read(html).cells[0][0] == " ".join(nasty.split())


@given(st.one_of(demands(), rings(), bars()))
def test_the_table_is_the_data(made: tuple[object, str]) -> None:
    value, html = made
    cells = charted.read(html).cells
    if isinstance(value, demand.Demand):
        seen = [tuple(None if "fewer" in each else int(each) for each in row[1:3]) for row in cells]
        assert seen == [(need.ask, need.offer) for need in value.needs]
    elif isinstance(value, bar.Bar):
        assert [int(row[1]) for row in cells] == [each.size for each in value.slices]
    else:
        assert isinstance(value, ring.Ring)
        hidden = value.done is None
        assert hidden == any("fewer than 5" in "".join(row) for row in cells)
        assert hidden or sum(int(row[1]) for row in cells) == value.whole


@given(heats())
def test_the_table_of_a_heat_strip_adds_up_to_its_weeks(made: tuple[heat.Heat, str]) -> None:
    value, html = made
    for row, cells in zip(value.rows, charted.read(html).cells, strict=True):
        held, planned, missed, away = (int(each) for each in cells[1:5])
        assert held == sum(week.held for week in row.weeks)
        assert (planned, missed) == (sum(w.planned for w in row.weeks), sum(w.missed for w in row.weeks))
        assert away == sum(1 for week in row.weeks if week.away)
        assert cells[5] == ("nothing due yet" if row.waited is None else str(row.waited))


@given(heats())
def test_a_heat_strip_draws_as_many_marks_as_there_are_weeks_with_something(made: tuple[heat.Heat, str]) -> None:
    value, html = made
    busy = [week for row in value.rows for week in row.weeks if week.held or week.planned or week.missed or week.away]
    for picture in charted.read(html).pictures:
        looks = {"m-c-solid", "m-c-full", "m-c-hollow", "m-c-stroke", "m-c-away"}
        marks = sum(
            len(re.findall("M", each.get("d", ""))) for each in picture.iter("path") if each.get("class") in looks
        )
        used = {week.mark for week in busy}
        assert marks == len(busy) + len(used)  # the key draws each mark once more


@given(cohorts())
def test_the_table_of_lines_holds_every_value_rounded_half_up(made: tuple[lines.Lines, str]) -> None:
    value, html = made
    cells = charted.read(html).cells
    for at, line in enumerate(value.lines, 1):
        for week, known in enumerate(line.values):
            if known is None:
                assert cells[week][at] in ("nothing due yet", "fewer than 5, not shown")
            else:
                assert abs(Fraction(cells[week][at]) - Fraction(known)) <= Fraction(1, 20)


@pytest.mark.parametrize("name", charted.DRAWN)
def test_twice_the_same(name: str) -> None:
    draw: Callable[[], str] = charted.DRAWN[name]
    assert draw() == draw()


def test_every_look_of_a_chart_is_in_the_stylesheet_by_variables_only() -> None:
    html = "".join(draw() for draw in charted.DRAWN.values())
    looks = {
        look for found in re.findall(r'class="([^"]*)"', html) for look in found.split() if look.startswith("m-c-")
    }
    assert looks
    assert [look for look in sorted(looks) if not re.search(rf"\.{look}[ ,):{{]", STYLE)] == []
    charts = STYLE[STYLE.index("/* 8. Charts") : STYLE.index("/* 9. ")]
    assert not re.search(r"#[0-9a-f]{3,8}|rgb|hsl", charts)


PALETTES = {"light": STYLE.index(":root {"), "dark": STYLE.index("prefers-color-scheme: dark")}


def shade(palette: str, name: str) -> float:
    """Give the relative luminance of a variable in a palette (WCAG 2.2)."""
    found = re.search(rf"--m-{name}: (#[0-9a-f]+)", STYLE[PALETTES[palette] :])
    assert found
    code = found[1][1:] if len(found[1]) == 7 else "".join(each * 2 for each in found[1][1:])
    parts = [int(code[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("ground", ["page", "card", "inset"])
def test_what_is_drawn_stands_out_by_three_to_one(palette: str, ground: str) -> None:
    drawn = ("accent", "quiet", "muted", "rule", "ink", "heat-3")
    for name in drawn:
        light, dark = sorted((shade(palette, name), shade(palette, ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 3, name
