"""Somebody's Markdown as HTML: what runs, fetches or takes an id elsewhere never comes through; what is meant does."""

from __future__ import annotations

import re
import time
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from often import times

from generator.pages import bounds, text
from generator.source import characters

PAGES = {
    "../agendas/standard.md": "/agendas/standard/",
    "there.md": "/handbook/there/",
    "there.md#deep": "/handbook/there/#u-deep",
    "#deep": "#u-deep",
    "two.png": "/images/0123.png",
    "home.md": "/",
}
TAGS = frozenset(
    "p br hr h2 h3 h4 h5 h6 strong em del code pre blockquote ul ol li table thead tbody tr th td a img sup section "
    "div span".split()
)
ATTRIBUTES = {
    "a": {"href", "title", "rel", "id", "class", "data-footnote-ref", "data-footnote-backref", "aria-label"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "li": {"id"},
    "th": {"scope", "class"},
    **{tag: {"class"} for tag in ("section", "sup", "div", "p", "span", "code", "td")},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
CLASSES = re.compile(
    r"footnotes|footnote-ref|footnote-backref|m-alert(-title|-note|-tip|-important|-warning|-caution)?|m-scroll"
    r"|m-task(-done)?|m-(left|center|right)|language-[A-Za-z0-9+#.-]+"
)
VOID = {"br", "hr", "img"}


def rendered(markdown: str, base: str = "../../", prefix: str = "u", level: int = 1) -> str:
    return text.html(markdown, PAGES.get, base, prefix, level)


class Strict(HTMLParser):
    """Refuses whatever is not on the list; collects ids, links and words."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.levels: list[int] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        for name, value in attrs:
            assert name in ATTRIBUTES.get(tag, set()), (tag, name)
            if name == "class":
                assert all(CLASSES.fullmatch(each) for each in (value or "").split()), value
            if name == "id":
                self.ids.append(value or "")
            if name in {"href", "src"}:
                self._place(tag, value or "")
        if tag[0] == "h" and tag[1:].isdigit():
            self.levels.append(int(tag[1]))

    def _place(self, tag: str, value: str) -> None:
        scheme = urlsplit(value.strip()).scheme
        assert scheme in ({"", "http", "https", "mailto"} if tag == "a" else {""}), value
        assert not value.startswith(("//", "/\\")), value
        self.links.append(value)

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)


RAW = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a <b onclick=alert(1)>b</b>",
    "<svg/onload=alert(1)>",
    "<iframe src=https://evil.example></iframe>",
    "<style>*{color:red}</style>",
    "<!-- a comment -->",
    "<?php echo 1 ?>",
    "<![CDATA[ x ]]>",
    "<!DOCTYPE html>",
    "<a href='javascript:alert(1)'>b</a>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<div id=__config>{}</div>",
    "<input type=checkbox checked>",
)


@pytest.mark.parametrize("raw", RAW)
@pytest.mark.parametrize(
    "around", ["{}", "a {} b", "> {}", "- {}", "| a |\n|---|\n| {} |", "## {}", "[^1]\n\n[^1]: {}"]
)
def test_raw_html_is_shown_as_text(raw: str, around: str) -> None:
    found = Strict(rendered(around.format(raw)))
    assert " ".join(raw.split()) in " ".join(found.words.split())


SCRIPTS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript&#58;alert(1)",
    "java&#10;script:alert(1)",
    "java&Tab;script:alert(1)",
    "&#1;javascript:alert(1)",
    "%6Aavascript:alert(1)",
    "javascript\\:alert(1)",
    "vbscript:msgbox(1)",
    "VBScript&colon;msgbox(1)",
    "data:text/html,<b>1</b>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,<svg/onload=alert(1)>",
    "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
    "file:///etc/passwd",
    "view-source:https://evil.example/",
    "blob:https://evil.example/1",
    "feed:javascript:alert(1)",
    "//evil.example/x",
    "///evil.example/x",
    "\\\\evil.example/x",
    "/\\evil.example/x",
)


@pytest.mark.parametrize("target", SCRIPTS)
@pytest.mark.parametrize(
    "around",
    ["[b]({})", "[b](<{}>)", "[b]({} 'a title')", "[b]\n\n[b]: {}", "[b][c]\n\n[c]: <{}>", "**[b]({})**", "- [b]({})"],
)
def test_a_link_that_could_run_or_leave_by_stealth_is_its_text(target: str, around: str) -> None:
    found = Strict(rendered(around.format(target)))
    assert found.links == []
    assert "b" in found.words


@pytest.mark.parametrize("target", SCRIPTS)
def test_an_autolink_or_image_to_such_a_place_is_text(target: str) -> None:
    assert Strict(rendered(f"<{target}>")).links == []
    assert Strict(rendered(f"![b]({target})")).links == []
    assert Strict(rendered(f"![b](<{target}>)")).links == []


def test_links_outside_are_marked_and_open_no_window() -> None:
    rel = 'rel="noopener nofollow"'
    assert (
        rendered("[b](https://a.example/?x=1&y=2)") == f'<p><a href="https://a.example/?x=1&amp;y=2" {rel}>b</a></p>\n'
    )
    assert rendered("<http://a.example>") == f'<p><a href="http://a.example" {rel}>http://a.example</a></p>\n'
    assert rendered("<a@b.example>") == f'<p><a href="mailto:a@b.example" {rel}>a@b.example</a></p>\n'
    assert rendered("[b](HTTPS://a.example 'so')") == f'<p><a href="HTTPS://a.example" title="so" {rel}>b</a></p>\n'


def test_plain_addresses_stay_text() -> None:
    assert rendered("see www.a.example or https://a.example") == "<p>see www.a.example or https://a.example</p>\n"


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[b](../agendas/standard.md)", '<a href="../../agendas/standard/">b</a>'),
        ("[b](there.md#deep)", '<a href="../../handbook/there/#u-deep">b</a>'),
        ("[b](home.md)", '<a href="../../">b</a>'),
        ("[b](#deep)", '<a href="#u-deep">b</a>'),
        ("[b][c]\n\n[c]: there.md", '<a href="../../handbook/there/">b</a>'),
        ("[b](nowhere.md)", "b"),
        ("[b](#nowhere)", "b"),
        ("[b]()", "b"),
        ("[*b* `c`](nowhere.md) d", "<em>b</em> <code>c</code> d"),
        ("[b](/etc/passwd)", "b"),
        ("[b](../../pairs/2026/p/pair.yml)", "b"),
    ],
)
def test_a_relative_link_leads_where_this_audience_has_a_page_or_nowhere(markdown: str, expected: str) -> None:
    assert rendered(markdown) == f"<p>{expected}</p>\n"


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("![two chairs](two.png)", '<img src="../../images/0123.png" alt="two chairs">'),
        ("![two chairs](two.png 'a title')", '<img src="../../images/0123.png" alt="two chairs">'),
        ("![a cat](https://a.example/c.png)", '<a href="https://a.example/c.png" rel="noopener nofollow">a cat</a>'),
        ("![](https://a.example/c.png)", '<a href="https://a.example/c.png" rel="noopener nofollow">a picture</a>'),
        ("![a cat](nowhere.png)", "<em>a cat</em>"),
        ("![](nowhere.png)", ""),
        ("![a page](there.md)", "<em>a page</em>"),
        ("![a page](home.md)", "<em>a page</em>"),
        ("![a place](#deep)", "<em>a place</em>"),
        ("![a place](there.md#deep)", "<em>a place</em>"),
        (
            "[![a cat](https://a.example/c.png)](https://b.example)",
            '<a href="https://b.example" rel="noopener nofollow"><em>a cat</em></a>',
        ),
        ('![a " <b>](two.png)', '<img src="../../images/0123.png" alt="a &quot; &lt;b&gt;">'),
    ],
)
def test_an_image_is_one_of_ours_or_a_link_or_its_description(markdown: str, expected: str) -> None:
    assert rendered(markdown) == f"<p>{expected}</p>\n"


def test_attribute_lists_and_template_syntax_are_text() -> None:
    for written in (
        "{: onclick=alert(1) }",
        "{#__config .x}",
        "{{ config }}",
        "{% include 'x' %}",
        '--8<-- ".git/config"',
    ):
        assert Strict(rendered(f"# a {written}\n\nb {written}\n{written}")).words.count(written) == 3


@pytest.mark.parametrize("entity", ["&#x202e;", "&#8203;", "&#27;", "&rlm;", "&shy;", "&ZeroWidthSpace;", "&#xfeff;"])
def test_what_no_file_may_hold_cannot_be_written_as_an_entity_either(entity: str) -> None:
    written = f"# a{entity}b\n\na{entity}b `a{entity}b` [a{entity}b](https://x.example/{entity} 'a{entity}b')\n"
    found = unescape(rendered(written).replace(entity.replace("&", "&amp;"), ""))  # in code it is only its name
    assert characters.hidden(found) is None
    assert found.count("ab") == 6
    assert text.sentence(f"a{entity}b") == "ab"


def test_other_entities_stay() -> None:
    assert rendered("&uuml;&nbsp;&amp;&#8212;&zwj;") == "<p>ü&nbsp;&amp;—\u200d</p>\n"


def test_headings_stand_below_their_own_and_none_is_skipped() -> None:
    def levels(markdown: str, level: int) -> list[int]:
        return Strict(rendered(markdown, level=level)).levels

    assert levels("# a\n## b\n### c\n## d", 1) == [2, 3, 4, 3]
    assert levels("## a\n#### b\n## c", 1) == [2, 3, 2]
    assert levels("### a\n## b\n### c", 2) == [3, 3, 4]
    assert levels("a\n===\nb\n---", 2) == [3, 4]
    assert levels("# a\n## b\n### c\n#### d\n##### e\n###### f", 2) == [3, 4, 5, 6, 6, 6]


def test_headings_have_anchors_with_the_prefix_of_the_fragment() -> None:
    assert rendered("## What *is* shown?") == '<h2 id="u-what-is-shown">What <em>is</em> shown?</h2>\n'
    assert Strict(rendered("# a\n# a\n# a\n# a-1\n# Größe", prefix="x")).ids == [
        "x-a",
        "x-a-1",
        "x-a-2",
        "x-a-1-1",
        "x-größe",
    ]
    assert rendered("## !\n\n##\n\nb") == "<h2>!</h2>\n<p>b</p>\n"


def test_no_text_can_take_an_id_of_the_site() -> None:
    hostile = "# __config\n# __search\n[^__config]\n\n[^__config]: a\n\n- [ ] b {#__skip}"
    found = Strict(rendered(hostile))
    assert found.ids
    assert all(name.startswith("u-") for name in found.ids)


def test_footnotes_lead_there_and_back_under_the_prefix() -> None:
    found = Strict(rendered("a[^n] b[^n]\n\n[^n]: c", prefix="u-2"))
    assert found.ids == ["u-2-fnref-n", "u-2-fnref-n-2", "u-2-fn-n"]
    assert found.links == ["#u-2-fn-n", "#u-2-fn-n", "#u-2-fnref-n", "#u-2-fnref-n-2"]
    assert Strict(rendered("[b](#fn-n) a[^n]\n\n[^n]: c")).links == ["#u-fn-n", "#u-fnref-n"]


def test_a_footnote_inside_a_link_is_the_link() -> None:
    found = rendered("[b[^n]](there.md)\n\n[^n]: c")
    assert found.startswith('<p>b<sup class="footnote-ref"><a href="#u-fn-n"')


def test_task_items_have_a_sign_and_a_word() -> None:
    assert rendered("- [ ] a\n- [x] b") == (
        '<ul>\n<li><span class="m-task">○ to do:</span> a</li>\n'
        '<li><span class="m-task-done">✓ done:</span> b</li>\n</ul>\n'
    )
    loose = Strict(rendered("- [ ] a\n\n- [X] b\n\n   - [ ] c"))
    assert re.findall("to do|done", loose.words) == ["to do", "done", "to do"]


def test_tables_are_aligned_by_class_scroll_alone_and_name_the_scope() -> None:
    assert rendered("| a | b |\n|---|--:|\n| c | d |") == (
        '<div class="m-scroll"><table>\n<thead>\n<tr>\n'
        '<th scope="col">a</th>\n<th scope="col" class="m-right">b</th>\n</tr>\n'
        '</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td class="m-right">d</td>\n</tr>\n</tbody>\n</table></div>\n'
    )


def test_alerts_are_ours_and_the_word_stays_a_word() -> None:
    assert rendered("> [!WARNING]\n> markdown-alert is a word") == (
        '<div class="m-alert m-alert-warning">\n<p class="m-alert-title">Warning</p>\n'
        "<p>markdown-alert is a word</p>\n</div>\n"
    )


@pytest.mark.parametrize(
    ("fence", "attribute"),
    [
        ("```python", ' class="language-python"'),
        ("```c++ and more", ' class="language-c++"'),
        ("```js\u00a0m-page", ' class="language-js"'),
        ('```"><script>', ""),
        ("```", ""),
    ],
)
def test_code_has_the_name_of_its_language_and_no_other_class(fence: str, attribute: str) -> None:
    assert rendered(f"{fence}\na < b\n```") == f"<pre><code{attribute}>a &lt; b\n</code></pre>\n"


def test_entities_are_shown_once() -> None:
    assert rendered("R&D &amp; &lt;b&gt; &amp;amp;") == "<p>R&amp;D &amp; &lt;b&gt; &amp;amp;</p>\n"


LONG = 128 << 10
BOMBS = {
    "quotes": ">" * LONG,
    "quotes, line by line": (">" * 3999 + "\n\n") * 32,
    "quotes in lists": "> - " * (LONG // 4),
    "a wide table": "|a" * 60 + "|\n" + "|-" * 60 + "|\n" + "|a\n" * 40_000,
    "a table in a quote": "> " + "|a" * 60 + "|\n> " + "|-" * 60 + "|\n" + "> |a\n" * 25_000,
    "brackets": "[" * LONG,
    "images": "![a](" * (LONG // 5),
    "emphasis": "*a_" * (LONG // 3),
    "tags": "<a" * (LONG // 2),
    "links": "[a](b)" * (LONG // 6),
    "footnotes": "[^a]" * (LONG // 4) + "\n\n[^a]: x",
    "lists": "".join("  " * depth + "- a\n" for depth in range(350)),
    "backticks": "".join("`" * length + "a" for length in range(500)),
    "entities": "&#x6A;" * (LONG // 6),
    "headings": "# a\n" * (LONG // 4),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_nothing_of_allowed_size_takes_long_or_grows_without_bound(bomb: str) -> None:
    began = time.process_time()
    found = rendered(BOMBS[bomb])
    assert time.process_time() - began < 1.5
    assert len(found) < 3 * bounds.LARGEST
    Strict(found)


def test_what_would_blow_up_is_shown_as_it_was_typed() -> None:
    assert rendered(">" * 51 + "<b>") == f"<pre><code>{'&gt;' * 51}&lt;b&gt;</code></pre>\n"
    assert "<blockquote>" in rendered(">" * 50 + "a")
    assert "<table>" not in rendered(BOMBS["a wide table"])


def test_a_large_honest_table_is_a_table() -> None:
    table = "| a " * 20 + "|\n" + "|---" * 20 + "|\n" + ("| b " * 20 + "|\n") * 99
    assert rendered(table).count("<td>") == 1980


@pytest.mark.parametrize("markdown", [*RAW, *SCRIPTS, *(f"[b]({target})" for target in SCRIPTS)])
def test_cleaning_twice_is_cleaning_once(markdown: str) -> None:
    once = rendered(markdown)
    assert text.clean(once) == once


PIECES = st.sampled_from(
    [
        *RAW, *SCRIPTS, "[b](", "![b](", ")", "](", "[^1]", "[^1]: ", "> ", "- [x] ", "1. ", "# ", "|", "|-|",
        "\n", "\n\n", "```js", "~~~", "`", "*", "**", "_", "~~", "<", ">", "&", "&#", ";", "\\", "[!NOTE]", "\t",
        "    ", "<https://a.b>", "there.md", "#deep", "two.png", '"', "'", "\u202e", "\u00a0", "\x00", "\r", "é",
        "{: a=b }", "  \n", "---", "===",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=40).map("".join))


@times(400)
@given(TEXTS)
def test_any_text_becomes_a_fragment_of_allowed_parts(markdown: str) -> None:
    found = rendered(markdown)
    read = Strict(found)
    assert len(read.ids) == len(set(read.ids))
    assert all(name.startswith("u-") for name in read.ids)
    assert all(level >= 2 for level in read.levels)
    assert text.clean(found) == found


@times(200)
@given(TEXTS, st.integers(1, 3))
def test_headings_never_skip_a_level(markdown: str, level: int) -> None:
    before = level
    for found in Strict(rendered(markdown, level=level)).levels:
        assert level < found <= before + 1
        before = found


@times(200)
@given(TEXTS)
def test_a_first_sentence_of_any_text_is_one_line_of_plain_words(markdown: str) -> None:
    found = text.sentence(markdown)
    assert "\n" not in found
    assert found == found.strip()


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("One. Two.", "One."),
        ("# Title\n\nIt is *here*, at 9.30 a.m. sharp. More.", "It is here, at 9.30 a.m. sharp."),
        ('He said "no!" Then he left.', 'He said "no!"'),
        ("Over two\nlines? Yes.", "Over two lines?"),
        ("R&D & `x < y`[^1]. End.\n\n[^1]: note", "R&D & x < y."),
        ("- a list only", ""),
        ("", ""),
        ("no end", "no end"),
        ("[A link](there.md) and ![no](two.png) text. B", "A link and text."),
    ],
)
def test_the_first_sentence_of_the_first_paragraph(markdown: str, expected: str) -> None:
    assert text.sentence(markdown) == expected
