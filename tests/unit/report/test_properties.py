"""Whatever bytes a programme holds, its findings can be rendered, and what they quote stays within bounds."""

import json
import re
import unicodedata
from itertools import pairwise

import formats
import programmes
from hypothesis import given
from hypothesis import strategies as st
from often import times

from generator.kinds import of_path
from generator.load import Raw, load
from generator.report.cells import plain, under, width
from generator.report.excerpt import WIDEST
from generator.report.quoting import Sources
from generator.source.document import Document
from generator.source.finding import Finding, Related
from generator.source.span import Span

FILES = {
    path: data.decode() for path, data in programmes.healthy().items() if of_path(path)[0].model and len(data) < 3000
}
_MARKS = [
    "\n",
    ":",
    ": ",
    "- ",
    "#",
    " # ",
    "---\n",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "|",
    ">",
    "&a ",
    "*a",
    "!b ",
    "\t",
    "? ",
]
_ODD = ["  ", "\x00", "\x85", "\u2028", "\u202e", "\ufeff", "\r", "\r\n", "営業", "e\u0301", "x" * 150, "~", ","]
SNIPPETS = st.sampled_from([*_MARKS, *_ODD])
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.one_of(SNIPPETS, st.text(max_size=6))), max_size=5)
BROKEN = st.one_of(
    st.builds(lambda path, edits: (path, edited(FILES[path], edits)), st.sampled_from(sorted(FILES)), EDITS)
)


CANARY = "Zebrafink"
SENTENCE = re.compile(r"(?m)(?<=: |- )[A-Z][^\n:#\"']* [^\n:#\"']* [^\n:#\"']* [^\n:#\"']* [^\n:#\"']*$")
PLANTED = {path: SENTENCE.sub(f"{CANARY} said that this month was hard", content) for path, content in FILES.items()}
"""Every sentence of the files, and some of their bodies, with a word that must not be printed."""


def edited(content: str, edits: list[tuple[float, int, str]]) -> str:
    """Cut and insert at a few places of a text."""
    for share, cut, put in edits:
        at = int(share * len(content))
        content = content[:at] + put + content[at + cut :]
    return content


def rendered(found: list[Finding], documents: dict[str, Document]) -> str:
    """Render in every format; what is printed can be encoded and holds no control character but line ends."""
    printed = formats.rendered(found, documents)
    for each in printed.values():
        each.encode()
        assert not {character for character in each if unicodedata.category(character) in {"Cc", "Cs"}} - {"\n"}
    assert len(json.loads(printed["json"])["findings"]) == len(found)
    return printed["text"]


@given(BROKEN)
@times(150)
def test_every_finding_of_a_broken_file_can_be_rendered(case: tuple[str, str]) -> None:
    path, content = case
    loaded = load([Raw(path, content.encode(errors="replace"))])
    printed = rendered(list(loaded.findings), dict(loaded.programme.documents))
    assert printed.count(f"\n --> {path}:") + printed.count(f"--> {path}:") >= len(loaded.findings)


@given(st.sampled_from(sorted(FILES)), st.binary(max_size=300))
@times(100)
def test_every_finding_of_any_bytes_can_be_rendered(path: str, data: bytes) -> None:
    loaded = load([Raw(path, data)])
    rendered(list(loaded.findings), dict(loaded.programme.documents))


SPANS = st.tuples(st.integers(1, 60), st.integers(1, 200), st.integers(0, 3), st.integers(1, 200))


@given(BROKEN, st.lists(SPANS, min_size=1, max_size=4), st.text(max_size=20))
@times(150)
def test_any_place_in_any_file_can_be_shown(
    case: tuple[str, str], places: list[tuple[int, int, int, int]], words: str
) -> None:
    path, content = case
    document = Document(path, content, front=path.endswith(".md"))
    spans = [Span(path, line, column, line + down, end) for line, column, down, end in places]
    related = tuple(Related(words, span) for span in spans)
    found = Finding("XXX001", "error", spans[0], words, words, related=related)
    lines = rendered([found], {path: document}).split("\n")
    for source, carets in pairwise(lines):
        if " | " in carets and carets.split(" | ")[0].strip() == "" and source.split(" |")[0].strip().isdigit():
            assert width(source.partition(" | ")[2]) <= WIDEST
            marked = carets.partition(" | ")[2]
            assert len(marked) - len(marked.lstrip(" ")) <= WIDEST


@given(st.sampled_from(sorted(PLANTED)), EDITS)
@times(200)
def test_no_edit_brings_somebodys_text_to_light(path: str, edits: list[tuple[float, int, str]]) -> None:
    content = edited(PLANTED[path], edits)
    document = Document(path, content, front=path.endswith(".md"))
    loaded = load([Raw(path, content.encode(errors="replace"))])
    spans = [Span(path, number, 1, number, len(line) + 1) for number, line in enumerate(document.lines, 1)]
    found = [Finding("XXX001", "error", span, "here", "look") for span in spans]
    assert CANARY not in rendered([*loaded.findings, *found], {path: document})


@given(BROKEN)
@times(100)
def test_the_cells_of_a_line_cover_it_once_and_in_order(case: tuple[str, str]) -> None:
    path, content = case
    document = Document(path, content, front=path.endswith(".md"))
    sources = Sources({path: document})
    for number, line in enumerate(document.lines, 1):
        at = 1
        for cell in sources.line(path, number):
            assert at <= cell.column <= cell.end <= len(line) + 1
            assert width(cell.text) == cell.width
            at = cell.end
        assert not line[at - 1 :].strip(" \t")


@given(st.text())
def test_plain_text_is_plain_for_good(words: str) -> None:
    once = plain(words)
    assert plain(once) == once
    assert not {"Cc", "Cs"} & {unicodedata.category(character) for character in once}


@given(st.text(max_size=30), st.integers(1, 40), st.integers(0, 40))
def test_a_place_always_has_a_column(words: str, column: int, length: int) -> None:
    sources = Sources({"pairs/people/p.yml": Document("pairs/people/p.yml", f"role: {words}")})
    before, own = under(sources.line("pairs/people/p.yml", 1), column, column + length)
    assert before >= 0
    assert own >= 1
