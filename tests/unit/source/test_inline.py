"""Where reported places are wrong and decoys stand between: counted by hand."""

from __future__ import annotations

import pytest

from generator.source.commonmark import elements, html
from generator.source.inline import destination, located
from generator.source.markdown import Markdown


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("[x]: y\n[ [a](b.md)", ["[a](b.md)"]),
        ("[x]: y\n[a](c.md [a](b.md)", ["[a](b.md)"]),
        ("[x]: y\n`[a](b.md)` \\[a](b.md) [a](b.md)", ["`[a](b.md)`", "[a](b.md)"]),
        ("[x]: y\n![a](b.md) [a](b.md)", ["![a](b.md)", "[a](b.md)"]),
        ("[x]: y\n[a] [x] [a](b.md)", ["[x]", "[a](b.md)"]),
        ("[x]: y\n`` ` `` ` <https://a.example> [z][x]", ["`` ` ``", "<https://a.example>", "[z][x]"]),
        ("[x]: y\n`a\n\nb` [a](b.md)", ["[a](b.md)"]),
    ],
)
def test_a_decoy_is_passed_over(body: str, found: list[str]) -> None:
    places = located(body, elements(body, html(body)))
    assert [body[slice(*each.whole)] for each in places.values()] == found
    assert sorted(each.whole for each in places.values()) == [each.whole for each in places.values()]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("> a <b and\n\n<div>", ["<div>"]),
        ("a <b <i> `<u>` \\<s> <c d='>'>", ["<i>", "<c d='>'>"]),
        ("<!-- a > -->\n\n<x>", ["<!-- a > -->", "<x>"]),
        ("<!--> <![CDATA[ > ]]> <? > ?>", ["<!--> <![CDATA[ > ]]> <? > ?>"]),
        ("a <!--> b <![CDATA[ > ]]> c <? > ?> d <!X y>", ["<!-->", "<![CDATA[ > ]]>", "<? > ?>", "<!X y>"]),
        ("> <a\n> b='c\n> d'> e", ["<a\n> b='c\n> d'>"]),
        ("- x\n\n  <p\n  y", ["<p\n  y"]),
        ("x <a\n  b>", ["<a\n  b>"]),
        ("<a\n>", []),  # the second line is a quotation
    ],
)
def test_raw_html_is_found_with_its_end(body: str, found: list[str]) -> None:
    pieces = [each for each in Markdown(body).markup if each.sort == "html"]
    assert [body[each.start : each.end] for each in pieces] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("b.md)", "b.md"), (" b.md 't')", "b.md"), ("<b c>)", "b c"), ("<b", "b"), ("b(c)d)e", "b(c)d"),
     ("b\\)c)", "b\\)c"), ("b\\", "b\\"), ("", ""), ("\n> b)", "b")],
)  # fmt: skip
def test_a_destination_ends_where_it_should(text: str, found: str) -> None:
    assert text[slice(*destination(text, 0))] == found


def test_of_thousands_of_elements_the_later_ones_keep_their_reported_place() -> None:
    body = "[x]: y\n" + "".join(f"[a](u{number}.md)\n" for number in range(2100))
    markdown = Markdown(body)
    assert markdown.target(markdown.links[1999])[0] == 2001
    assert len({markdown.target(link)[0] for link in markdown.links}) > 2000
