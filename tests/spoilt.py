"""Hypothesis strategies for spoilt programmes: any bytes at any path, and real files after real accidents."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import programmes
import variants
from hypothesis import strategies as st

from generator.source import frontmatter

Changes = Mapping[str, bytes]
File = tuple[str, bytes]
Lines = list[str]
Accident = Callable[[st.DrawFn, Lines], Lines]

YAML = tuple(
    r"""
~
null
''
NO
1:30
010
0x1F
1_2
.inf
-0
2026-02-30
9999-12-31
0001-01-01
0000-00-00
2026-13-01 25:61
0 min
99999 weeks
60min
*alias
&anchor x
!!timestamp 2026-01-01
!tag x
<<: x
? [a]
[
}
{a: 1
{a: 1, a: 2}
[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]
- x
- - - x
a: b: c
|
>-
|9
'open
"open
"\0"
"\x1b[31m"
"\u202e"
"\ud800"
"\U0010FFFF"
"\q"
---
...
%YAML 1.1
# only
""".strip("\n").split("\n")
)
"""What editors, other tools and ill will write where a value belongs."""

MARKDOWN = (
    *"# |## Same|[a](b.md)|[a](#b)|![](x.png)|![a](two-chairs.png)|<b>|<https://x>|[a]: b|[^1]|[^1]: x".split("|"),
    *"{: .x}|{{ x }}|{% x %}|--8<-- 'x'|```|~~~|    code|> [!NOTE]|- [ ] x|&nbsp;|&#0;|\\|***|[a](<b c>)".split("|"),
    *"[a][b]|http://x|a@b.c|[a](../../pairs/programme.yml)|[a](//x)|[a](javascript:x)|[a](/posts/x/)".split("|"),
    *("<!--", "]]>", "<script>", "::error::x%0A", "| a |\n|---|\n| b |", "|" * 80, "x" * 5000),
    *("[" * 60, "*" * 60, "`" * 61, "[a](" * 30, "> " * 40, "- " * 40),
)
"""Pieces of Markdown that mean something, or nearly do."""

SIGNS = (
    *("\x00", "\x1b[2J", "\x7f", "\x85", "\xa0", "\xad", "\u200b", "\u200d", "\u202e", "\u2028", "\ufeff", "\ufffe"),
    *("\r", "\t", "\U0001f642", "\U0001f469\u200d\U0001f527", "e\u0301", "\u6f22\u5b57", "\u0663", "\u00b2"),
    *("\u05d0\u05d1", "\u0915\u094d\u200d\u0937"),
)
"""Characters that hide, move, join, or look like others."""

WORDS = (
    *"p-999 2027-autumn 2026-spring/pair-03 closing withheld sealed pair 1 -1 99 100 480 999999999".split(),
    *("2026-04-01", "2026-04-14 15:00", "9999-12-31 23:59", "00:00", "approved 2026-01-01", "the mentee left"),
    *("9" * 400, "a" * 81, "x " * 200, "", " ", "-----BEGIN AGE ENCRYPTED FILE-----"),
    *("-----BEGIN OPENSSH PRIVATE KEY-----", "AGE-SECRET-KEY-1", "ssh-rsa AAAA", "age1x"),
)
"""Values of another field, at the edge of a range, or beyond it."""

_KEY = re.compile(r"(?P<indent>[ -]*)(?P<key>[\w-]+):(?P<rest>.*)")
_LETTERS = st.sampled_from("abcxyz019_- :#'\"{}[],&*!|>%@`?<\t\n\r~.\\/\x00\x1b\u202e\ufeff\u00e9\U0001f642")


def changes() -> st.SearchStrategy[Changes]:
    """One to four files of the healthy programme spoilt, replaced or added."""
    somewhere = st.tuples(paths(), st.one_of(any_bytes(), files().map(lambda file: file[1])))
    return st.lists(st.one_of(files(), files(), files(), somewhere), min_size=1, max_size=4).map(dict)


def files() -> st.SearchStrategy[File]:
    """A healthy file after an accident to its fields, its body, its lines or its bytes."""
    return st.one_of(other_fields(), other_fields(), other_bodies(), other_lines(), other_bytes())


@st.composite
def other_fields(draw: st.DrawFn) -> File:
    """A file whose YAML can be read, with other values, names and gaps."""
    path = draw(st.sampled_from(variants.with_fields()))
    data: Any = variants.fields(path)
    for _ in range(draw(st.integers(1, 3))):
        keys = list(variants.key_paths(data))
        if keys:
            data = _with_another_field(draw, data, draw(st.sampled_from(keys)))
    return path, variants.written(path, data).encode()


def _with_another_field(draw: st.DrawFn, data: Any, key: variants.Key) -> Any:
    """Change, lose or rename what stands at a key path; a value is often that of another field."""
    how = draw(st.integers(0, 9))
    if how == 0 and isinstance(key[-1], str):
        return variants.removed(data, key)
    if how == 1 and isinstance(key[-1], str):
        return variants.renamed(data, key, draw(st.sampled_from((key[-1][1:], "age", "score", "id", "x" * 50))))
    others = [variants.at(data, each) for each in variants.key_paths(data)]
    shapes: tuple[Any, ...] = (None, [], {}, ["x"], {"x": "y"}, [[["x"]]])
    value = draw(st.one_of(*map(st.sampled_from, (others, WORDS, WORDS, SIGNS, MARKDOWN, shapes))))
    return variants.replaced(data, key, value)


@st.composite
def other_bodies(draw: st.DrawFn) -> File:
    """A Markdown file whose body is made of pieces that mean something."""
    path = draw(st.sampled_from([path for path in programmes.healthy() if path.endswith(".md")]))
    parts = frontmatter.split(programmes.healthy()[path].decode())
    pieces = st.lists(st.sampled_from((*MARKDOWN, *SIGNS, *WORDS, "\n", "\n\n")), max_size=12)
    body = draw(st.sampled_from(("", " ", "\n"))).join([draw(st.sampled_from(("", parts.body))), *draw(pieces)])
    return path, f"---\n{parts.yaml}---\n{body}".encode()


@st.composite
def other_lines(draw: st.DrawFn) -> File:
    """A text file after one to four accidents to its lines, perhaps with other line ends."""
    path = draw(st.sampled_from(variants.with_fields()))
    lines = programmes.healthy()[path].decode().split("\n")
    for accident in draw(st.lists(st.sampled_from(ACCIDENTS), min_size=1, max_size=4)):
        lines = accident(draw, lines) or [""]
    return path, draw(st.sampled_from(("\n", "\n", "\r\n"))).join(lines).encode()


@st.composite
def other_bytes(draw: st.DrawFn) -> File:
    """A file with bytes flipped, lost or added."""
    path, data = draw(st.sampled_from(list(programmes.healthy().items())))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.binary(max_size=2)) + data[at + draw(st.integers(0, 1)) :]
    return path, data


def any_bytes() -> st.SearchStrategy[bytes]:
    """Bytes that need not be text."""
    heads = st.sampled_from(
        (b"", b"\xff", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe1\x00", b"RIFF\x00\x00\x00\x00WEBP", b"\xef\xbb\xbf")
    )
    ours = st.lists(st.sampled_from((*YAML, *MARKDOWN, *SIGNS, *WORDS)), max_size=8).map("\n".join)
    texts = st.one_of(st.text(max_size=120), st.text(_LETTERS, max_size=120), ours, ours.map("---\n{}\n---\n".format))
    return st.one_of(st.binary(max_size=200), st.builds(lambda head, text: head + text.encode(), heads, texts))


def paths() -> st.SearchStrategy[str]:
    """Paths that are there, that could be there, that nearly could, and any others Git can hold."""
    slugs = st.sampled_from(
        "pair-03 pair-99 2026-spring 2027-autumn p-017 P-017 \u00fcn\u00ef x--y index standard".split()
    )
    days = st.sampled_from("2026-03-20 2026-02-30 0000-00-00 2026-3-2 9999-12-31".split())
    plausible = st.builds(str.format, st.sampled_from(PLACES), slugs, slugs, days)
    signs = st.text(st.characters(exclude_characters="\x00/"), min_size=1, max_size=12)
    others = st.lists(signs, min_size=1, max_size=4).map(lambda names: "/".join(("content", *names)))
    return st.one_of(plausible, plausible, st.sampled_from(list(programmes.healthy())), others)


PLACES = """
pairs/people/{0}.yml pairs/people/{0}.YML pairs/programme.yaml pairs/{0}/matching.yml pairs/{0}/check-ins.yml
pairs/{0}/pulse/{2}.yml pairs/{0}/{1}/pair.yml pairs/{0}/{1}/sessions/05.yml pairs/{0}/{1}/sessions/{2}.yml
pairs/{0}/{1}/notes/{2}.md pairs/{0}/{1}/notes.txt pairs/{0}/{1}/signatures/{2}.sig content/moved.yaml
content/threads/{0}/{1}/{2}-{0}.md content/roadmaps/{0}.md content/agendas/{0}.md content/{0}.md content/posts.md
content/communities/{0}/index.md content/communities/{0}/{2}-{1}.md content/handbook/{0}/{1}.md
content/HANDBOOK/Welcome.md content/handbook/{0}.png content/{0}.jpg content/notes.txt
""".split()
"""Forms of paths, of every kind of file."""


def _line(draw: st.DrawFn, lines: Lines) -> int:
    return draw(st.integers(0, max(0, len(lines) - 1)))


def _cut(draw: st.DrawFn, lines: Lines) -> Lines:
    start, end = sorted((_line(draw, lines), _line(draw, lines)))
    return lines[:start] + lines[end + 1 :]


def _doubled(draw: st.DrawFn, lines: Lines) -> Lines:
    at = _line(draw, lines)
    return lines[: at + 1] + lines[at:]


def _swapped(draw: st.DrawFn, lines: Lines) -> Lines:
    one, other = _line(draw, lines), _line(draw, lines)
    changed = list(lines)
    changed[one], changed[other] = lines[other], lines[one]
    return changed


def _cut_off(draw: st.DrawFn, lines: Lines) -> Lines:
    at = _line(draw, lines)
    return [*lines[:at], lines[at][: draw(st.integers(0, len(lines[at])))]]


def _indented(draw: st.DrawFn, lines: Lines) -> Lines:
    blank = draw(st.sampled_from((" ", "  ", "\t")))
    return _at_line(draw, lines, lambda line: blank + line)


def _outdented(draw: st.DrawFn, lines: Lines) -> Lines:
    return _at_line(draw, lines, lambda line: line.removeprefix("  "))


def _slipped(draw: st.DrawFn, lines: Lines) -> Lines:
    """Replace, insert or delete one character."""

    def slip(line: str) -> str:
        at, more = draw(st.integers(0, len(line))), draw(st.integers(0, 1))
        return line[:at] + draw(st.one_of(_LETTERS, st.just(""))) + line[at + more :]

    return _at_line(draw, lines, slip)


def _misspelt(draw: st.DrawFn, lines: Lines) -> Lines:
    """Give a line another key: a slip of its own, or the key of another line."""
    names = [found["key"] for line in lines if (found := _KEY.fullmatch(line))] or ["x"]
    key = draw(st.sampled_from(names))
    name = draw(st.sampled_from((key, key[1:], key.title())))
    return _at_line(draw, lines, lambda line: _KEY.sub(rf"\g<indent>{name}:\g<rest>", line))


def _nasty(draw: st.DrawFn, lines: Lines) -> Lines:
    """Give a key a value that is no plain text."""
    value = draw(st.sampled_from((*YAML, *SIGNS)))
    return _at_line(draw, lines, lambda line: f"{line.partition(':')[0]}: {value}")


def _at_line(draw: st.DrawFn, lines: Lines, change: Callable[[str], str]) -> Lines:
    at = _line(draw, lines)
    return [*lines[:at], change(lines[at]), *lines[at + 1 :]]


ACCIDENTS: tuple[Accident, ...] = (
    _cut, _doubled, _swapped, _cut_off, _indented, _outdented, _slipped, _misspelt, _nasty, _nasty,
)  # fmt: skip
