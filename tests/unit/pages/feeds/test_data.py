"""Data beside pages: by their schemas, the same as CSV, from the files they name, and never more than pages show."""

from __future__ import annotations

import csv
import io
import json
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from html import unescape
from typing import Any

import jsonschema
import programmes
import pytest
import readers
import rendered
import tongues

from generator.kinds.base import Audience
from generator.language.forms import day
from generator.pages.feeds import sheet, twins
from generator.pages.feeds.table import TEXT, TEXTS, WHOLE, Column, Table

AUDIENCES = pytest.mark.parametrize("audience", rendered.AUDIENCES)
BUILDS: dict[str, Callable[[Audience], rendered.Build]] = {
    "healthy": rendered.healthy,
    "bundled": rendered.bundled,
    "bare": rendered.bare,
    "hostile": rendered.hostile,
}
PROGRAMMES = pytest.mark.parametrize("programme", BUILDS)
PAIR3 = "/pairs/2026-spring/pair-03/"


def data(made: rendered.Build) -> dict[str, Any]:
    """Give the data beside each page by the page's address."""
    found = {address: text for address, text in made.files.items() if address.endswith("/index.json")}
    return {address.removesuffix("index.json"): json.loads(text) for address, text in found.items()}


# schemas


def strict(schema: Any) -> Any:
    """Forbid in every object what the schema does not know: what is published allows it, so that it can grow."""
    if isinstance(schema, dict):
        found = {key: strict(value) for key, value in schema.items()}
        return found | ({"additionalProperties": False} if "properties" in found and found.get("type") else {})
    return schema


@PROGRAMMES
@AUDIENCES
def test_data_are_what_their_schemas_say(programme: str, audience: Audience) -> None:
    made = BUILDS[programme](audience)
    for address, text in made.files.items():
        if address.startswith("/api/schemas/"):
            judge(text)
    for address, found in data(made).items():
        schema = posixpath.normpath(posixpath.join(address, found["$schema"]))
        assert errors(made.files[schema], made.files[f"{address}index.json"]) == (), address


@cache
def judge(schema: bytes) -> jsonschema.Draft202012Validator:
    """Make a strict judge of a schema that is one."""
    jsonschema.Draft202012Validator.check_schema(json.loads(schema))
    return jsonschema.Draft202012Validator(
        strict(json.loads(schema)), format_checker=jsonschema.FormatChecker(("date",))
    )


@cache
def errors(schema: bytes, text: bytes) -> tuple[str, ...]:
    """Give what is wrong with data, asked once of those that all builds have."""
    return tuple(error.message for error in judge(schema).iter_errors(json.loads(text)))


@AUDIENCES
def test_every_kind_that_is_told_of_is_there_and_no_other(audience: Audience) -> None:
    made = rendered.bundled(audience)
    used = {posixpath.basename(found["$schema"]) for found in data(made).values()}
    told = {posixpath.basename(address) for address in made.files if address.startswith("/api/schemas/")}
    assert used == told == {f"{kind.name}.v1.json" for kind in twins.kinds(made.view)}
    patterns = {re.sub(r"<[a-z]+>", "[^/]+", kind.address) for kind in twins.kinds(made.view)}
    assert [each for each in data(made) if not any(re.fullmatch(pattern, each) for pattern in patterns)] == []


def test_the_schemas_see_faults() -> None:
    made = rendered.healthy("cohort")
    found, by = data(made)[PAIR3], judge(made.files["/api/schemas/pair.v1.json"])
    assert by.is_valid(found)
    for spoilt in (
        {**found, "audience": "everyone"},
        {**found, "more": 1},
        {**found, "as_of": "1 April 2026"},
        {**found, "figures": [{"name": "x", "formula": "/measures/#x", "value": "3"}]},
        {**found, "tables": {**found["tables"], "milestones": [{"what": 1, "on": None}]}},
    ):
        assert not by.is_valid(spoilt)


# CSV


@PROGRAMMES
@AUDIENCES
def test_every_table_with_a_row_is_there_as_csv_and_says_the_same(programme: str, audience: Audience) -> None:
    made = BUILDS[programme](audience)
    expected = set()
    for address, found in data(made).items():
        for name, rows in found["tables"].items():
            if rows:
                expected.add(f"{address}{name}.csv")
                assert read(made.files[f"{address}{name}.csv"]) == [
                    {key: cell(value) for key, value in row.items()} for row in rows
                ]
    assert {address for address in made.files if address.endswith(".csv")} == expected


def read(text: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline=""), strict=True))


def cell(value: Any) -> str:
    text = "" if value is None else "; ".join(value) if isinstance(value, list) else str(value)
    text = re.sub(r"([;\r\n])(?=\s*[=+@＝＋－＠-])", r"\1'", text)  # noqa: RUF001 - wide signs
    return f"'{text}" if isinstance(value, str | list) and re.match(r" *[=+@\t\r\n＝＋－＠-]", text) else text  # noqa: RUF001 - wide signs


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", '=HYPERLINK("x")', "＝1", "a"],  # noqa: RUF001 - a wide sign
)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    table: Table[str] = Table(
        "t", "", "", (Column("a", "", TEXT, str), Column("b", "", TEXTS, lambda each: [each, "b"]))
    )
    ((one, other),) = (row.values() for row in read(sheet.write(table, table.rows([text]))))
    assert (one, other) == ((text, f"{text}; b") if text == "a" else (f"'{text}", f"'{text}; b"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a;=1+1", "a;'=1+1"),
        ("a; @b;-c", "a;' @b;'-c"),
        ("a\n=1", "a\n'=1"),
        ("a;\n＋1", "a;'\n'＋1"),  # noqa: RUF001 - a wide sign
        ("a; b, c = d; 1 - 2", "a; b, c = d; 1 - 2"),
    ],
)
def test_none_does_where_cells_are_parted_at_semicolons(text: str, written: str) -> None:
    table: Table[str] = Table(
        "t", "", "", (Column("a", "", TEXT, str), Column("b", "", TEXTS, lambda each: ["x", each]))
    )
    ((one, other),) = (row.values() for row in read(sheet.write(table, table.rows([text]))))
    assert (one, other) == (written, f"x; {written}")


def test_lines_quotes_and_numbers_are_written_as_rfc_4180_has_it() -> None:
    table: Table[str] = Table("t", "", "", (Column("a", "", TEXT, str), Column("b", "", WHOLE, lambda _: -3)))
    said = sheet.write(table, table.rows(['say "yes", or\nno']))
    assert said == b'\xef\xbb\xbfa,b\r\n"say ""yes"", or\nno",-3\r\n'


def test_a_title_that_would_be_computed_is_a_text_in_a_spreadsheet() -> None:
    post = "content/threads/2026-spring/pair-03/2026-02-20-first-prompt.md"
    text = re.sub(r"^title: .*", "title: '=cmd|calc'", programmes.healthy()[post].decode(), flags=re.MULTILINE)
    made = rendered.build(programmes.loaded(programmes.over_healthy({post: text})), "organisation")
    assert "'=cmd|calc" in {row["title"] for row in read(made.files["/threads/posts.csv"])}
    assert "=cmd|calc" in {row["title"] for row in data(made)["/threads/"]["tables"]["posts"]}


# figures and the files behind them


@PROGRAMMES
@AUDIENCES
def test_a_figure_stands_on_its_page_and_leads_to_its_formula(programme: str, audience: Audience) -> None:
    made = BUILDS[programme](audience)
    for address, found in data(made).items():
        said = f" {made.text(address)} "
        for figure in found["figures"]:
            page, _, anchor = figure["formula"].partition("#")
            assert anchor in rendered.read(made.html(page)).ids
            number = "not shown, to protect a small group" if figure["value"] is None else f" {figure['value']} "
            assert number in said, (address, figure)
            assert "whole" not in figure or f" {figure['value']} of {figure['whole']} " in said


@PROGRAMMES
def test_only_coordinators_learn_the_files_and_each_is_there(programme: str) -> None:
    for audience in ("organisation", "cohort"):
        assert not any("files" in each for each in every(data(BUILDS[programme](audience))))
    made = BUILDS[programme]("coordinators")
    known = programmes.healthy() if programme != "bundled" else rendered.bundled_files()
    for each in every(data(made)):
        told = {path for path in each.get("files", ()) if not re.fullmatch(r"\d+ sealed posts? of [\w/-]+", path)}
        assert told <= set(known)


def every(found: Any) -> Iterator[dict[str, Any]]:
    """Give every object in data."""
    if isinstance(found, dict):
        yield found
        yield from (each for value in found.values() for each in every(value))
    elif isinstance(found, list):
        yield from (each for value in found for each in every(value))


def figures(made: rendered.Build, address: str) -> dict[str, Any]:
    return {each["name"]: each for each in data(made)[address]["figures"]}


def test_figures_can_be_counted_again_from_the_files_they_name() -> None:
    made = rendered.bundled("coordinators")
    texts = {path: data.decode() for path, data in rendered.bundled_files().items() if path.endswith((".yml", ".md"))}
    for cohort in ("2025-autumn", "2026-spring"):
        found = figures(made, f"/progress/{cohort}/")
        pairs = [path for path in texts if re.fullmatch(rf"pairs/{cohort}/[^/]+/pair\.yml", path)]
        begun = sorted(path for path in pairs if "state: active" in texts[path])
        assert found["pairs"]["files"] == begun
        assert found["pairs"]["value"] == len(begun)
        mentors = {re.search(r"^mentor: (.+)$", texts[path], re.MULTILINE)[1] for path in begun}  # type: ignore[index]
        assert found["mentors"]["value"] == len(mentors)
        assert all("status: held" in texts[path] for path in found["sessions held"]["files"])
        assert found["changes made"]["value"] == len(found["changes made"]["files"])
    for pair in made.view.pairs:
        for name, figure in figures(made, pair.address).items():
            assert name != "planned sessions held" or len(figure["files"]) == figure["value"]


def test_the_data_of_a_pair_by_hand() -> None:
    found = figures(rendered.healthy("coordinators"), PAIR3)
    assert found["planned sessions held"] == {
        "name": "planned sessions held", "formula": "/measures/#sessions-held", "value": 3, "whole": 6,
        "files": [f"pairs/2026-spring/pair-03/sessions/0{number}.yml" for number in (1, 2, 3)],
    }  # fmt: skip
    outside = data(rendered.healthy("organisation"))[PAIR3]["tables"]
    assert outside["goals"] == []
    assert {(row["side"], row["state"], row["goals"]) for row in outside["goals_by_state"]} == {
        ("mentor", "open", 1), ("mentee", "open", 1),
    }  # fmt: skip
    assert data(rendered.healthy("cohort"))[PAIR3]["tables"]["goals_by_state"] == []


# nothing more than the pages say


def spoken(text: str) -> str:
    return " ".join(text.split()).casefold()


@cache
def corpus(programme: str, audience: Audience) -> str:
    """Give all that an audience says on its pages, but for rules: their examples hold private words of nobody."""
    made = BUILDS[programme](audience)
    pages = [page for address, page in made.pages.items() if not address.startswith(RULES)]
    said = [f"{page.title}\n{page.description}\n{rendered.read(page.html).words}" for page in pages]
    attributes = [unescape(text) for page in pages for text in re.findall(r'"([^"<>]*)"', page.html)]
    return spoken("\n".join([*said, *attributes, *made.pages]))


RULES = "/reference/rules/"
OURS = {
    "mentor", "mentee", "both", "alternate", "yes", "no", "differently", "organisation", "cohort", "coordinators",
    "public", "never", "",
}  # fmt: skip
"""Closed values that pages say in other words."""
_HIDDEN = {
    "$schema",
    "audience",
    "id",
    "version",
    "home_page_url",
    "feed_url",
    "language",
    "languages",
    "timezone",
    "files",
}
"""What is no text of a page: addresses of files, codes, ids; who may know files is tested above."""


def leaves(found: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Give every text in data with the key it stands under."""
    if isinstance(found, dict):
        yield from (each for name, value in found.items() for each in leaves(value, name))
    elif isinstance(found, list):
        yield from (each for value in found for each in leaves(value, key))
    elif isinstance(found, str):
        yield key, found


def unsaid(said: str, found: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(key, text) for key, text in found if key not in _HIDDEN and text not in OURS and not is_said(said, text)]


@cache
def is_said(said: str, text: str) -> bool:
    """Tell whether pages say a text: as it is, without marks of code, as a day, or part by part."""
    if (moment := re.fullmatch(r"(\d{4}-\d\d-\d\d)T12:00:00Z", text)) or re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        text = moment[1] if moment else text
        return text in said or day(date.fromisoformat(text)).casefold() in said
    text = re.sub(r"^(https://second-sight\.fernhollow\.example|[./]+)/(?=[a-z])", "/", text)
    forms = (text, text.replace("`", ""))
    return any(spoken(form) in said for form in forms) or all(spoken(part) in said for part in text.split(": "))


@PROGRAMMES
@AUDIENCES
def test_every_text_in_data_and_feeds_is_said_by_a_page_of_that_audience(programme: str, audience: Audience) -> None:
    made, said = BUILDS[programme](audience), corpus(programme, audience)
    lost = []
    for address, text in made.files.items():
        if address.endswith(("feed.json", "/index.json")) and not address.startswith(RULES):
            lost += [(address, *each) for each in unsaid(said, leaves(json.loads(text)))]
        elif address.endswith(".ics"):
            lost += [(address, "", each) for each in named(made, text) if not is_said(said, each)]
    assert lost == []


def named(made: rendered.Build, calendar: bytes) -> Iterator[str]:
    """Give what a calendar's names say beside the programme's own, and whether a day begins or ends something."""
    for each in ("SUMMARY", "NAME", "X-WR-CALNAME", "X-WR-TIMEZONE"):
        for value in readers.values(calendar, each):
            rest = re.sub(r"^[:,] ", "", value.removeprefix(made.view.site.name))
            yield re.sub(r" (starts|ends)$|^Europe/", "", rest)


def test_a_text_that_no_page_says_is_noticed() -> None:
    said = corpus("healthy", "organisation")
    private = [goal.goal for pair in rendered.healthy("cohort").view.pairs for goal in pair.goal_texts]
    assert unsaid(said, [("goal", text) for text in private]) == [("goal", text) for text in private]
    assert unsaid(said, [("date", "1999-01-01")]) == [("date", "1999-01-01")]
    assert day(rendered.healthy("organisation").view.site.as_of).casefold() in said


def test_the_order_of_the_files_changes_no_byte() -> None:
    files = programmes.healthy()
    backwards = {path: files[path] for path in reversed(list(files))}
    for audience in rendered.AUDIENCES:
        assert rendered.build(programmes.loaded(backwards), audience).files == rendered.healthy(audience).files


# titles


@PROGRAMMES
def test_a_pages_foot_names_each_table_by_its_title_in_words(programme: str) -> None:
    tables = [table for kind in twins.KINDS for table in kind.tables]
    assert [each.name for each in tables if not each.title or "_" in each.title] == []
    for page in BUILDS[programme]("coordinators").pages.values():
        said = [each.label for each in page.assets if each.address.endswith(".csv")]
        assert {*said} <= {f"CSV: {each.title}" for each in tables}, page.address
        assert len(said) == len(set(said)), page.address


def test_the_foot_of_a_page_says_its_tables_in_the_sites_language() -> None:
    german = rendered.build(programmes.loaded(programmes.over_healthy(tongues.settings("de"))), "coordinators")
    said = {each.label for page in german.pages.values() for each in page.assets if each.address.endswith(".csv")}
    assert said >= {"CSV: kommende Treffen", "CSV: was sich verändert hat", "CSV: wer es lernen möchte"}
