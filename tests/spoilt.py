"""Hypothesis strategies for spoilt programmes: any bytes at any path, and real files with real accidents."""

from __future__ import annotations

import re
from collections.abc import Callable

import programmes
from hypothesis import strategies as st

Lines = list[str]
Accident = Callable[[st.DrawFn, Lines], Lines]

NASTY = (
    "", "~", "null", "''", '""', "NO", "on", "1:30", "010", "0x1F", "1_2", ".inf", "-0", "00", "1e9", "9" * 400, "2026-02-30",
    "9999-12-31", "0000-00-00", "2026-13-01 25:61", "0 min", "99999 weeks", "60min", "-5 days", "٣ days", "²", "①",
    "*alias", "&anchor x", "&anchor", "!!timestamp 2026-01-01", "!tag x", "<<: x", "? [a]", "? x", "[", "]", "{", "{a: 1", "[a, b",
    "{a: 1, a: 2}", "[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]", "[]", "{}", "- x", "- - - x", "a: b: c", "|", ">-", "|9", "'open", '"open',
    r'"\0"', r'"\x1b[31m"', r'"\u202e"', r'"\ud800"', r'"\U0010FFFF"', r'"\q"', "---", "...", "%YAML 1.1", "# only", "\tx", "x\t", "a\rb",
    "\x00", "\x1b[2J", "\x7f", "\x85", "\xa0", "\u200b", "\u200d", "\u202e", "\u2028", "\ufeff", "\ufffe", "🙂", "e\u0301", "漢字",
    "👩\u200d🔧", "\u0915\u094d\u200d\u0937", "{{ x }}", "{% raw %}", "<script>alert(1)</script>", "![x](javascript:x)", "[x](//y)",
    "</textarea><img src=x onerror=y>", "<!--", "]]>", "::error::x%0A", "`" * 40, "../../../etc/passwd", "pairs/people/p-001",
    "p-017", "p-999", "2026-spring", "2026-spring/pair-03", "digital", "closing", "withheld", "sealed", "pair", "a" * 5000, "x " * 200,
    "-----BEGIN AGE ENCRYPTED FILE-----", "-----BEGIN OPENSSH PRIVATE KEY-----", "AGE-SECRET-KEY-1", "mentor", "the mentee left",
)  # fmt: skip
"""What people, editors and ill will write where a value belongs."""

MARKDOWN = (
    "# ", "## Same\n## Same", "[a](b.md)", "[a](#b)", "![](x.png)", "![a](two-chairs.png)", "<b>", "<https://x>", "[a]: b", "[^1]", "[^1]: x",
    "{: .x}", "{% x %}", "--8<-- 'x'", "| a |\n|---|\n| b |", "```", "~~~", "    code", "> [!NOTE]", "- [ ] x", "&nbsp;", "&#0;", "\\", "***",
    "[a](<b c>)", "[a][b]", "[" * 60, "*" * 60, "`" * 61, "[a](" * 30, "> " * 40, "- " * 40, "|" * 80, "http://x", "a@b.c", "[a](pairs/x)",
)  # fmt: skip
"""Pieces of Markdown that mean something, or nearly do."""

_KEY = re.compile(r"(?P<indent>[ -]*)(?P<key>[\w-]+):(?P<rest>.*)")
_SIGNS = st.sampled_from("abcxyz019_- :#'\"{}[],&*!|>%@`?<\t\n\r~.\\/\x00\x1b\u202e\ufeff\u00e9\U0001f642")


def texts() -> st.SearchStrategy[str]:
    """Any text, ours more often than the rest of Unicode."""
    ours = st.lists(st.sampled_from(NASTY + MARKDOWN), max_size=8).map("\n".join)
    return st.one_of(st.text(max_size=120), st.text(_SIGNS, max_size=120), ours, ours.map("---\n{}\n---\n".format))


def any_bytes() -> st.SearchStrategy[bytes]:
    """Bytes that need not be text."""
    tails = st.sampled_from(
        (
            b"",
            b"\xff",
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff\xe1\x00",
            b"RIFF\x00\x00\x00\x00WEBP",
            b"\xef\xbb\xbf",
            b"\r",
        )
    )
    return st.one_of(st.binary(max_size=200), st.builds(lambda head, text: head + text.encode(), tails, texts()))


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
    return _at_line(draw, lines, lambda line: draw(st.sampled_from((" ", "  ", "\t", "      "))) + line)


def _outdented(draw: st.DrawFn, lines: Lines) -> Lines:
    return _at_line(draw, lines, lambda line: line.removeprefix("  "))


def _slipped(draw: st.DrawFn, lines: Lines) -> Lines:
    """Replace, insert or delete one character."""

    def slip(line: str) -> str:
        at, more = draw(st.integers(0, len(line))), draw(st.integers(0, 1))
        return line[:at] + draw(st.one_of(_SIGNS, st.just(""))) + line[at + more :]

    return _at_line(draw, lines, slip)


def _misspelt(draw: st.DrawFn, lines: Lines) -> Lines:
    """Give a line another key: a slip of its own, or the key of another line."""
    names = [found["key"] for line in lines if (found := _KEY.fullmatch(line))] or ["x"]

    def rename(line: str) -> str:
        found = _KEY.fullmatch(line)
        key = draw(st.one_of(st.sampled_from(names), st.sampled_from(("age", "score", "id", "x" * 50))))
        return (
            f"{found['indent']}{draw(st.sampled_from((key, key[1:], key.title())))}:{found['rest']}" if found else line
        )

    return _at_line(draw, lines, rename)


def _nasty(draw: st.DrawFn, lines: Lines) -> Lines:
    """Give a key another value, or the line none at all."""

    def spoil(line: str) -> str:
        found = _KEY.fullmatch(line)
        value = draw(st.sampled_from(NASTY))
        return f"{found['indent']}{found['key']}: {value}" if found else value

    return _at_line(draw, lines, spoil)


def _marked_up(draw: st.DrawFn, lines: Lines) -> Lines:
    """Add a piece of Markdown to the end, where in Markdown the body is."""
    return lines + draw(st.lists(st.sampled_from(MARKDOWN), min_size=1, max_size=4))


def _at_line(draw: st.DrawFn, lines: Lines, change: Callable[[str], str]) -> Lines:
    at = _line(draw, lines)
    return [*lines[:at], change(lines[at]), *lines[at + 1 :]]


ACCIDENTS: tuple[Accident, ...] = (
    _cut, _doubled, _swapped, _cut_off, _indented, _outdented, _slipped, _misspelt, _nasty, _nasty, _marked_up,
)  # fmt: skip


@st.composite
def real_files(draw: st.DrawFn) -> tuple[str, bytes]:
    """A healthy file after one to four accidents, perhaps with bytes flipped, perhaps with other line ends."""
    path = draw(st.sampled_from(list(programmes.healthy())))
    data = programmes.healthy()[path]
    if not path.endswith(".png"):
        lines = data.decode().split("\n")
        for accident in draw(st.lists(st.sampled_from(ACCIDENTS), max_size=4)):
            lines = accident(draw, lines) or [""]
        data = draw(st.sampled_from(("\n", "\n", "\n", "\r\n"))).join(lines).encode(errors="surrogatepass")
    for _ in range(draw(st.sampled_from((0, 0, 0, 1, 3)))):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.binary(max_size=2)) + data[at + 1 :]
    return path, data


def paths() -> st.SearchStrategy[str]:
    """Paths that are there, that could be there, that nearly could, and any others Git can hold."""
    slugs = st.sampled_from(
        (
            "pair-03",
            "pair-99",
            "2026-spring",
            "2027-autumn",
            "p-017",
            "P-017",
            "ünï",
            "a" * 70,
            "x--y",
            "index",
            "standard",
        )
    )
    days = st.sampled_from(("2026-03-20", "2026-02-30", "0000-00-00", "2026-3-2", "9999-12-31"))
    shapes = st.sampled_from((
        "pairs/people/{0}.yml", "pairs/{0}/{1}/pair.yml", "pairs/{0}/{1}/sessions/05.yml", "pairs/{0}/{1}/sessions/{2}.yml",
        "pairs/{0}/{1}/notes/{2}.md", "pairs/{0}/{1}/signatures/{2}.sig", "pairs/{0}/matching.yml", "pairs/{0}/check-ins.yml",
        "pairs/{0}/pulse/{2}.yml", "pairs/programme.yaml", "content/threads/{0}/{1}/{2}-{0}.md", "content/roadmaps/{0}.md",
        "content/agendas/{0}.md", "content/communities/{0}/index.md", "content/communities/{0}/{2}-{1}.md", "content/{0}.md",
        "content/handbook/{0}/{1}.md", "content/posts.md", "content/moved.yaml", "content/handbook/{0}.png", "content/{0}.jpg",
        "content/notes.txt", "pairs/{0}/{1}/notes.txt", "content/HANDBOOK/Welcome.md", "pairs/people/{0}.YML",
    ))  # fmt: skip
    plausible = st.builds(str.format, shapes, slugs, slugs, days)
    signs = st.text(st.characters(exclude_characters="\x00/"), min_size=1, max_size=12)
    others = st.lists(signs, min_size=1, max_size=4).map(lambda names: "/".join(("content", *names)))
    return st.one_of(plausible, plausible, st.sampled_from(list(programmes.healthy())), others)


def programmes_with_accidents() -> st.SearchStrategy[dict[str, bytes]]:
    """The healthy programme with one to four files spoilt, replaced or added."""
    spoilt = st.one_of(
        real_files(),
        real_files(),
        st.tuples(paths(), any_bytes()),
        st.tuples(paths(), real_files().map(lambda file: file[1])),
    )
    return st.lists(spoilt, min_size=1, max_size=4).map(lambda files: programmes.over_healthy(dict(files)))
