"""What a body contains and where: places by hand, by construction, and shortcuts held against the long way."""

from __future__ import annotations

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.source import commonmark, tables
from generator.source.commonmark import html
from generator.source.document import Document
from generator.source.markdown import Markdown

SIGNS = ["[", "](", "]", "![", ")", "<", ">", "`", "```", "{{", "}}", "{: .c }", "|", "|-|", "\n", "\n\n", "    ", "> ",
         "- ", "\\", "*", "**", "#", "[^1]", "[^1]: ", "]: ", "a", "ü", " ", ".md", "x:y", "https://x", "--8<--", "<b>",
         "<!--", "-->", "&amp;", "'", "\t", "\r\n", "1. ", "---", ":-", "{", "}", "=", "(", "!", "//"]  # fmt: skip
BODIES = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)


def places(body: str) -> list[tuple[str, tuple[int, int, int, int]]]:
    """Give each link and image with the place of its destination."""
    markdown = Markdown(body)
    return [(link.target, markdown.target(link)) for link in markdown.links]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("no link", []),
        ("see [a](b.md)", [("b.md", (1, 9, 1, 13))]),
        ("ü ![a](b.png \"t\") [c](<d e.md> 't')", [("b.png", (1, 8, 1, 13)), ("d%20e.md", (1, 24, 1, 30))]),
        ("[a\nb](c.md)", [("c.md", (2, 4, 2, 8))]),
        ("[a](\n> b)", []),
        ("> [a](\n> b.md) [c](d.md)", [("b.md", (2, 3, 2, 7)), ("d.md", (2, 13, 2, 17))]),
        ('[a](b.md "t\nt") [c](d.md)', [("b.md", (1, 5, 1, 9)), ("d.md", (2, 9, 2, 13))]),
        ("[r]: x.md\n[a](b.md)", [("b.md", (2, 5, 2, 9))]),
        ("| a |\n|---|\n| \\| \\| [a](b.md) |", [("b.md", (3, 13, 3, 17))]),
        ("`[a](b.md)` [a](b.md)", [("b.md", (1, 17, 1, 21))]),
        ("\\[a](b.md) [a](b.md)", [("b.md", (1, 16, 1, 20))]),
        ("[![a](b.png)](c.md)", [("c.md", (1, 15, 1, 19)), ("b.png", (1, 7, 1, 12))]),
        ("[a](b(c)d.md)", [("b(c)d.md", (1, 5, 1, 13))]),
        ("[a](b\\)c.md)", [("b)c.md", (1, 5, 1, 12))]),
        ("[a [b] `]`](c.md)", [("c.md", (1, 13, 1, 17))]),
        ("ü <https://x.example>", [("https://x.example", (1, 4, 1, 21))]),
        ("<a@b.example>", [("mailto:a@b.example", (1, 2, 1, 13))]),
        ("[A b][] [c][a B] [a b]\n\n[a b]: d.md", [("d.md", (3, 8, 3, 12))] * 3),
        ("[a]\n\n[a]: <b.md>\n[a]: c.md", [("b.md", (3, 7, 3, 11))]),
        ("[a]\n\n> [a]:\n>   b.md", [("b.md", (4, 5, 4, 9))]),
        ("x[^1]\n\n[^1]: [a](b.md)", [("b.md", (3, 11, 3, 15))]),
        ("[a]()", [("", (1, 1, 1, 6))]),
        ("- a\n\n  1. > [a](b.md)\r\n     > [c](d.md)", [("b.md", (3, 12, 3, 16)), ("d.md", (4, 12, 4, 16))]),
    ],
)  # fmt: skip
def test_a_link_is_found_where_it_leads(body: str, expected: list[tuple[str, tuple[int, int, int, int]]]) -> None:
    assert places(body) == expected


def _inline(number: int, rnd: random.Random) -> str:
    name = f"u{number}.md"
    return rnd.choice(
        [f"[t]({name})", f'[t *e* `c]`]({name} "ti \\" t")', f"![alt]({name})", f"[![i]({name})](v{number}.md)",
         f"[a\nb]({name})", f'[a]({name}\n"t\nt")', f"[a](<{name}>)", f"`[no](w{number}.md)`", "`a\nb`", "`\\`",
         "a | b", f"`` ` [no](w{number}.md) ``", "\\[no](zz.md)", "\\| x", f"<https://h/{name}>", f"[t][r{number}]",
         f"[r{number}]", "[x]", "[x][y]", "**b**", "ü", "&amp;", "<b>", "</b>", "\\`", "- ", "[^1]", "`", "[",
         "]", "(", "![", f"[t](\n{name})", f"*[e](e{number}.md)*"]
    )  # fmt: skip


def _block(number: int, rnd: random.Random) -> str:
    text = " ".join(_inline(number * 100 + at, rnd) for at in range(rnd.randint(1, 6)))
    flat = text.replace("\n", " ")
    return rnd.choice(
        [f"# {flat}", text, "> " + text.replace("\n", "\n> "), "- " + text.replace("\n", "\n  "),
         "1. > " + text.replace("\n", "\n   > "), f"```\n{text}\n```", f"    {text}",
         f"| a | b |\n|---|---|\n| {flat.replace(' | ', ' ')} | {_inline(number * 100 + 50, rnd)} |",
         f"[r{number * 100}]: d{number * 100}.md\n{text}", "> - " + text.replace("\n", "\n>   ") + "\n>   lazy"]
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(100))
def test_places_are_right_wherever_a_link_stands(seed: int) -> None:
    rnd = random.Random(seed)
    blocks = [_block(number, rnd) for number in range(rnd.randint(1, 6))]
    blocks += [f"[r{number}]: d{number}.md" for number in (0, 1, 2, 100, 101, 200)] + ["[^1]: note [n](note.md) `x`"]
    body = "\n\n".join(blocks).replace("\n", rnd.choice(["\n", "\r\n"]))
    lines = body.split("\n")
    for target, (line, column, end_line, end_column) in places(body):
        assert line == end_line
        assert lines[line - 1][column - 1 : end_column - 1] == target
        if body.count(target) == 1:  # then there is one place it can be
            before = body[: body.index(target)]
            assert (line, column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", ()),
        ("plain {text} | with `signs` < 1", ()),
        ("[a](b.md) and [c](https://x.example/?a=b#d)", ("b.md", "https://x.example/?a=b#d")),
        ("[a][b]", ()),
        ("x[^1]\n\n[^1]: note [a](b.md)", ("b.md",)),
        ("`[a](b.md)`", ("b.md",)),
        ('[a](b.md "title")', None),
        ("[a](<b.md>)", None),
        ("[a](b%20c.md)", None),
        ("[a](b(c).md)", None),
        ("[a]\n\n[a]: b.md", None),
        ("<https://x.example>", None),
        ("![a](b.png)", None),
    ],
)
def test_destinations_are_read_without_parsing_or_not_at_all(body: str, expected: tuple[str, ...] | None) -> None:
    assert Markdown(body).destinations == expected


@given(BODIES)
@example("[a](b.md)`](c.md)")
def test_no_link_has_a_destination_that_was_not_read(body: str) -> None:
    markdown = Markdown(body)
    if markdown.destinations is not None:
        assert {link.target for link in markdown.links if link.target} <= set(markdown.destinations)
        assert not any(link.image for link in markdown.links)


@given(BODIES)
@example("*a*{x}")
@example("<b>")
def test_what_is_called_harmless_is(body: str) -> None:
    markdown = Markdown(body)
    if markdown.harmless:
        assert markdown.markup == ()
        assert "<!-- raw HTML omitted -->" not in html(body, safe=True)
        assert all(":" not in link.target or link.target.startswith(("http", "mailto:")) for link in markdown.links)


@given(BODIES)
def test_raw_html_is_found_exactly_where_there_is_some(body: str) -> None:
    markdown = Markdown(body)
    if markdown.too_large is None:
        raw = html(body, safe=True).count("<!-- raw HTML omitted -->")
        found = [each for each in markdown.markup if each.sort == "html"]
        assert bool(found) == bool(raw)
        assert all(body[each.start] == "<" for each in found)


@given(st.text(alphabet="|-: \n>a", max_size=200))
def test_a_table_is_too_large_exactly_if_its_rendering_is(body: str) -> None:
    elements = commonmark.elements(body, html(body, everything=True))
    columns = max((_in_first_row(elements, at) for at, each in enumerate(elements) if each.name == "table"), default=0)
    found = tables.too_large(body)
    assert (found is not None) == (
        columns > tables.COLUMNS or sum(each.name == "table" for each in elements) > tables.TABLES
    )


def _in_first_row(elements: tuple[commonmark.Element, ...], table: int) -> int:
    rest = [each.name for each in elements[table + 1 :]]
    return next((at for at, name in enumerate(rest[1:]) if name != "th"), len(rest) - 1)


@given(st.text())
def test_any_text_can_be_asked_anything(body: str) -> None:
    markdown = Markdown(body)
    length = len(body.split("\n"))
    for link in markdown.links:
        assert 1 <= markdown.target(link)[0] <= markdown.whole(link)[2] <= length or "]:" in body
    assert isinstance(markdown.anchors, frozenset)
    assert markdown.grows_too_large is False
    assert all(0 <= each.start < each.end <= len(body) for each in markdown.markup)


def test_headings_are_the_anchors() -> None:
    body = "# One `two` *three*\n\nOne two three\n===\n\n> ## In a [quote](x.md)\n\n```\n# no\n```\n\n# !\n"
    assert Markdown(body).anchors == {"one-two-three", "one-two-three-1", "in-a-quote"}


def test_the_alternative_text_is_what_a_reader_hears() -> None:
    body = '![](a.png) ![a *b* `c`](b.png) ![&quot;](c.png "t")'
    assert [link.alternative for link in Markdown(body).links] == ["", "a b c", '"']


def test_a_body_without_signs_is_never_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise AssertionError

    monkeypatch.setattr(commonmark, "html", refuse)
    markdown = Document(
        "content/a.md", "---\ntitle: A\n---\nText with [a](b.md) and\n\n| a | b |\n|---|---|\n", front=True
    ).markdown
    assert markdown.links_unless(lambda target: target == "b.md") == ()
    assert markdown.harmless
    assert markdown.markup == ()
    assert markdown.too_large is None
    assert not markdown.grows_too_large
    with pytest.raises(AssertionError):
        markdown.links_unless(lambda _: False)


def test_a_document_reads_its_body_once() -> None:
    document = Document("content/a.md", "---\ntitle: A\n---\n[a](b.md)\n", front=True)
    assert document.markdown is document.markdown
    assert document.markdown.body == "[a](b.md)\n"


HOSTILE = ["[", "![a](", "*a_", "<a", "[a](b) ", "`a` ", "> ", "&", "\\|", "[^1]", "<b> ", "{{", "{{x}}", "{:a}", "- ",
           "<!--", "a<!-- ", "a <a '", "|-", "`a``", "[a][b] ", "]:", "](", "[a]:b ", "-8<-", "|", "--|",
           "[a](x '"]  # fmt: skip


@pytest.mark.parametrize("short", [4 << 10, pytest.param(16 << 10, marks=pytest.mark.slow)])
@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_text_and_no_faster(unit: str, short: int) -> None:
    import time  # noqa: PLC0415 - only here

    def seconds(size: int) -> float:
        line = (unit * 4000)[:3999] + "\n"
        body = line * (size // len(line)) + "\n<b> [x](javascript:y) \\| `c`\n"
        begun = time.process_time()
        markdown = Markdown(body)
        _ = (markdown.markup, markdown.links, markdown.grows_too_large, markdown.destinations)
        return time.process_time() - begun

    few, many = seconds(short), seconds(4 * short)
    if many > 6 * few:  # the machine was busy, or time grows faster: a second look tells
        few, many = min(few, seconds(short)), min(many, seconds(4 * short))
    assert many < 12 * few + 0.05
