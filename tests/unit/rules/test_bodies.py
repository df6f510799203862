"""FIL011: bodies are plain Markdown; the bodies below start on line 1, places are counted by hand."""

from __future__ import annotations

import pytest
from telling import findings, told

PAGE = "content/handbook/start.md"
HTML = "raw HTML is not shown as it is meant"
LIST = "an attribute list is not Markdown"
TEMPLATE = "template syntax is not text"
INCLUSION = "the text includes another file"
KIND = "the link is of a kind that is not allowed"
ALTERNATIVE = "the image has no alternative text"


@pytest.mark.parametrize(
    "body",
    [
        "Plain *text* with `code`, 1 < 2, a <- b, x <3, {braces}, {a, b} and 50 % {of} it.",
        "- [ ] task\n- [x] done\n\n> [!NOTE]\n> An alert[^1].\n\n[^1]: And a note.\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        "`<b>`, ``{{ x }} ` ``, `{: .c }` and `--8<-- x`",
        "```html\n<b>{{ x }}</b>\n{: .c }\n--8<-- x\n![](y.png)\n```",
        "~~~\n{% raw %}\n~~~\n\n    <u>\n    {{ x }}",
        "> ```\n> <b>\n> ```",
        "\\<b> and &lt;b> and \\{\\{ x }}",
        "<https://example.org/> and <somebody@work.example>",
        "[a](https://x.example) [b](HTTP://x.example) [c](mailto:a@b.example) [d](../x.md) [e](#f)",
        "![a picture](x.png) ![`a`](y.png)",
        "What is set {x} stays. A word *marked* {so} too.",
        "a --8<-- b",
        "{{ and never closed",
        "{{ one\n\nand }} another paragraph",
        "# Title {of something}",
        "f(x){y}",
        "",
    ],
)
def test_plain_markdown_is_fine(body: str) -> None:
    assert told("FIL011", {PAGE: body}) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("You <u>may</u> leave.", [("1:5-8", HTML)]),
        ("a<br>b<br/>c", [("1:2-6", HTML), ("1:7-12", HTML)]),
        ("Text\n\n<div>\nx\n</div>\n\nText <!-- note --> on", [("3:1-5:7", HTML), ("7:6-19", HTML)]),
        ("`<b>` and <b>", [("1:11-14", HTML)]),
        ("a </b> b", [("1:3-7", HTML)]),
        ("| a |\n|---|\n| \\| <i>x</i> |", [("3:6-9", HTML)]),
        ("> ü <a\n> href='x'>y</a>", [("1:5-2:12", HTML)]),
        ("<?php x ?> <!DOCTYPE html>", [("1:1-27", HTML)]),
        ('- one\n- <x-y z=">">', [("2:3-14", HTML)]),
        ("[a](b.md){: .c }", [("1:10-17", LIST)]),
        ("*a*{.c} **b**{x} `c`{#d}", [("1:4-8", LIST), ("1:14-17", LIST), ("1:21-25", LIST)]),
        ("![e](f.png){ onerror=x }", [("1:12-25", LIST)]),
        ("# Title {#id}\n\nUnder\n=====\n\nTwo { .x }\n---", [("1:9-14", LIST), ("6:5-11", LIST)]),
        ("Par\n{: .x}\n\n- li\n  { k=v }", [("2:1-7", LIST), ("5:3-10", LIST)]),
        ("| a {.x} | b |\n|---|---|\n| c | d {#e} |", [("1:5-9", LIST), ("3:9-13", LIST)]),
        ("Some words {: .c } on", [("1:12-19", LIST)]),
        ("{{ x }} and {% y %}", [("1:1-8", TEMPLATE), ("1:13-20", TEMPLATE)]),
        ("ü {{ a\n| b }}", [("1:3-2:7", TEMPLATE)]),
        ('--8<-- "x.md"\n\n> -8<- y', [("1:1-7", INCLUSION), ("3:3-7", INCLUSION)]),
        ("[a](javascript:x) <vbscript:y>", [("1:5-17", KIND), ("1:20-30", KIND)]),
        ("[a](JaVaScRiPt&colon;x)", [("1:5-23", KIND)]),
        ("[a][b] and [c][b]\n\n[b]: data:text/html,x", [("3:6-22", KIND)]),
        ("[a](//x.example/y)", [("1:5-18", "the link does not say how it is to be opened")]),
        ("![](x.png) ![ ](y.png)", [("1:1-11", ALTERNATIVE), ("1:12-23", ALTERNATIVE)]),
        ("Go to\n\n[![](z.png)](w.md)", [("3:2-12", ALTERNATIVE)]),
        ("![](data:x)", [("1:5-11", KIND), ("1:1-12", ALTERNATIVE)]),
    ],
)  # fmt: skip
def test_anything_else_is_told_at_its_place(body: str, expected: list[tuple[str, str]]) -> None:
    found = findings("FIL011", {PAGE: body})
    assert [(str(each.span).removeprefix(f"{PAGE}:"), each.message) for each in found] == expected


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_place_counts_the_front_matter_and_either_end_of_line(end: str) -> None:
    body = end.join(["---", "title: Start", "---", "", "Text", "and <b>", ""])
    assert told("FIL011", {PAGE: body}) == [f"{PAGE}:6:5-8 error: {HTML}"]


def test_every_kind_of_text_is_judged_and_a_sealed_body_is_not() -> None:
    sealed = "---\ntitle: sealed\ndate: 2026-03-04\nauthor: p-017\nkind: win\nvisibility: pair\nminutes: 1\n---\n<b>\n"
    thread = "content/threads/spring/pair-03/2026-03-04-sealed-00000000.md"
    note = "---\ntitle: N\ndate: 2026-03-04\nauthor: p-1\ncontext: c\ntried: t\nresult: r\nagain: yes\n---\n<b>\n"
    files = {thread: sealed, "content/communities/us/2026-03-04-n.md": note, "content/about.md": "<b>\n"}
    assert [each.span.path for each in findings("FIL011", files)] == [
        "content/about.md",
        "content/communities/us/2026-03-04-n.md",
    ]


def test_no_text_of_a_body_is_quoted() -> None:
    body = "<canary> {{ canary }} [a](canary:x) *b*{canary} ![](canary.png)\n"
    found = findings("FIL011", {PAGE: body})
    assert len(found) == 5
    assert "canary" not in "".join(f"{each.message}{each.help}{each.related}{each.key}" for each in found)


def test_a_page_of_html_gives_a_hundred_findings_and_no_more() -> None:
    assert len(told("FIL011", {PAGE: "<b> " * 900})) == 100
