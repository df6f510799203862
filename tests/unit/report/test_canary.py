"""A word planted in somebody's text, with a fault on the same line, is printed by no format.

What is somebody's text is written down here by hand, from formats.md, and not asked of the models: a
field that is declared a fact by mistake fails here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import formats
import programmes
import pytest

from generator.cli import fixing
from generator.kinds import kinds, of_path
from generator.load import Raw, load
from generator.report import text
from generator.source.document import Document
from generator.source.finding import Finding, Related
from generator.source.span import Span
from generator.source.yaml12 import Place

CANARY = "Zebrafink"
SAID = f"{CANARY} said that it had been a hard month"
AS_OF = date(2026, 4, 1)
WORDS = {
    "programme": """name purpose organisation not_for[] words.programme words.mentor words.mentee focus_areas[].title
        focus_areas[].why cohorts[].title""",
    "person": "name offers[].note wants[].note interests[] dislikes[] accounts.emails[]",
    "pair": """match.reason match.shared_interests[] history[].reason agreement.exceptions[] agreement.off_limits[]
        agreement.feedback goals[].goal goals[].sign skipped[].why""",
    "session": """purpose agenda[].item prepare.mentor[] prepare.mentee[] takeaways.mentor takeaways.mentee
        actions[].action reason""",
    "post": "title summary tags[] changed.what",
    "note": "title context tried result",
    "roadmap": """title audience why_now risks[] steps[].title steps[].prompts[] steps[].mentor steps[].mentee
        steps[].evidence""",
    "agenda": "title use_when items[].item items[].prompt",
    "community": "title purpose audience rule joining calls code_of_conduct follows[].title",
    "page": "title",
}
EXTRA = {
    "programme": "words:\n  programme: x\n  mentor: x\n  mentee: x\n",
    "person": "dislikes: [x]\n",
    "pair": "history: [{state: proposed, on: 2026-01-01, by: both, reason: x}]\nskipped:\n  - {step: a/b, why: x}\n",
    "session": "reason: x\n",
    "post": "summary: x\ntags: [x]\nchanged: {what: x, owner: p-017, on: 2026-01-01, state: done}\n",
    "community": "follows: [{title: x, site: 'https://a.example/', feed: 'https://a.example/f'}]\n",
    "page": "title: x\n",
}
"""Fields the healthy programme has no example of, or not in every file."""

FAULTS = {
    "two colons": f"{SAID}: and: more",
    "a list": f"[{SAID}, {CANARY}]",
    "a mapping": f"{{{CANARY}: {SAID}, k: {CANARY}}}",
    "a mapping in block": f"\n{{indent}}  {CANARY}: {SAID}\n{{indent}}  - {CANARY}",
    "an open quote": f'"{SAID}',
    "text after a quote": f'"{SAID}" {CANARY}',
    "an anchor": f"&{CANARY} {SAID}",
    "an alias": f"*{CANARY}",
    "a tag": f"!{CANARY} {SAID}",
    "a hidden character": f"{SAID}\u202e",
    "a next-line character": f"{SAID}\x85 {CANARY}",
    "a line that is too long": SAID * 200,
    "a block text": f"|\n{{indent}}    {SAID}: {CANARY}\n{{indent}}    - {CANARY}",
    "a text over lines": f"{SAID}\n{{indent}}    {CANARY} as well",
    "a comment": f"[x] # {SAID}",
    "an open bracket": f"[{SAID}",
    "a duplicate": f"{SAID}\n{{indent}}{{key}}: {SAID}",
    "a merge": f"{{<<: {SAID}}}",
    "nothing else": SAID,
}


def sample(kind: str) -> tuple[str, str]:
    """Give a healthy file of a kind, the one with most lines, with every field of `WORDS`."""
    found = {path: data.decode() for path, data in programmes.healthy().items() if of_path(path)[0].name == kind}
    path, content = max(found.items(), key=lambda item: (item[1].count("\n"), item[0]))
    if kinds()[kind].front and not content.startswith("---\n"):
        content = f"---\ntitle: x\n---\n{content}"
    return path, programmes.merged(content, EXTRA.get(kind, "")).text if kind in EXTRA else content


def leaves(place: Place, way: str = "") -> Iterator[tuple[str, Place]]:
    """Give the values of a tree with their paths, list items as `[]`."""
    for part, child in place.items.items():
        name = f"{way}[]" if isinstance(part, int) else f"{way}.{part}" if way else part
        if child.items:
            yield from leaves(child, name)
        else:
            yield name, child


def planted(document: Document, place: Place, value: str) -> str:
    """Put a text in the place of a value that stands on one line."""
    span = document.mark(place.mark)
    lines = document.text.split("\n")
    line = lines[span.line - 1]
    found = re.match(r"(\s*)(?:- )?(\w+)?", line)
    value = value.replace("{indent}", found[1]).replace("{key}", found[2] or "key")
    lines[span.line - 1] = line[: span.column - 1] + value + line[span.end_column - 1 :]
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Judged:
    """What a preview of fixes asks of a run."""

    findings: tuple[Finding, ...]
    documents: dict[str, Document]


def everything_printed(path: str, content: str) -> str:
    """Render in all formats what loading finds, and as text findings on and around the canary's lines."""
    loaded = load([Raw(path, content.encode())])
    document = Document(path, content, front=path.endswith(".md"))
    documents = {path: document} | dict(loaded.programme.documents)
    printed = [
        *formats.rendered(loaded.findings, documents).values(),
        fixing.preview(Judged(loaded.findings, documents), unsafe=True),
    ]
    return "\n".join([*printed, text.render(list(pointing(document)), documents, AS_OF, 1)])


def pointing(document: Document) -> Iterator[Finding]:
    """Point at the lines with the canary and those beside them, at their parts, and at what starts there."""
    lines = document.lines
    at = {near for at, line in enumerate(lines, 1) if CANARY in line for near in (at - 1, at, at + 1)}
    spans = [Span(document.path, line, 1, line, len(lines[line - 1]) + 1) for line in at if 0 < line <= len(lines)]
    spans += [Span(document.path, span.line, 3, span.line + 2, 2) for span in spans]
    places = [document.mark(place.mark) for _, place in leaves(document.root)] if document.root else []
    spans += (span for span in places if span.line in at)
    for span in spans:
        yield Finding("XXX001", "error", span, "here", "look", related=(Related("there", spans[0]), Related("", span)))


def cases() -> Iterator[tuple[str, str]]:
    return ((kind, field) for kind, names in WORDS.items() for field in names.split())


def rotated(number: int) -> dict[str, str]:
    """Choose a third of the faults, other ones for the next field: three neighbours have all of them."""
    return {fault: value for at, (fault, value) in enumerate(FAULTS.items()) if (at + number) % 3 == 0}


EVERY = list(cases())


@pytest.mark.parametrize(
    ("kind", "field", "faults"),
    [
        *(pytest.param(*case, rotated(at), id="-".join(case)) for at, case in enumerate(EVERY)),
        *(pytest.param(*case, FAULTS, id=f"{'-'.join(case)}-all", marks=pytest.mark.slow) for case in EVERY),
    ],
)
def test_no_format_prints_somebodys_text(kind: str, field: str, faults: dict[str, str]) -> None:
    path, content = sample(kind)
    document = Document(path, content, front=kinds()[kind].front)
    place = next(place for name, place in leaves(document.root) if name == field)
    for fault, value in faults.items():
        spoilt = planted(document, place, value)
        assert CANARY in spoilt
        assert CANARY not in everything_printed(path, spoilt), fault


@pytest.mark.parametrize(("kind", "field"), [case for case in cases() if "." not in case[1]])
def test_no_format_prints_what_stands_under_a_misspelt_key(kind: str, field: str) -> None:
    path, content = sample(kind)
    document = Document(path, content, front=kinds()[kind].front)
    name = field.removesuffix("[]")
    place = next(place for found, place in leaves(document.root) if found == field)
    spoilt = planted(document, place, SAID)
    for slip in (name + "s", name[1:], name[:-1], name.upper(), f"my {name}", "remark", "health"):
        changed = re.sub(rf"(?m)^{name}:", f"{slip}:", spoilt, count=1)
        assert CANARY not in everything_printed(path, changed), slip


@pytest.mark.parametrize("kind", [kind for kind in WORDS if kinds()[kind].front])
@pytest.mark.parametrize(
    "fault", ["", "<script>", "[x](javascript:x)", "{% x %}", "![](x.png)", "\u202e", "---", "title: ", "\x85", "- "]
)
def test_no_format_prints_the_body(kind: str, fault: str) -> None:
    path, content = sample(kind)
    _, front, _ = content.split("---\n", 2)
    for start in (f"---\n{front}---\n", f"---\n{front}", "", f"\ufeff---\n{front}---\n", f"---\n{front}x: [\n---\n"):
        assert CANARY not in everything_printed(path, f"{start}\n{fault}{SAID} {fault}\n{CANARY}\n{fault}\n")


@pytest.mark.parametrize("kind", sorted(set(kinds()) - {"image", "signature"}))
def test_no_format_prints_a_comment(kind: str) -> None:
    path = {"matching": "pairs/2026-spring/matching.yml", "pulse": "pairs/2026-spring/pulse/2026-05-01.yml",
            "room-note": "pairs/2026-spring/pair-07/notes/2026-03-12.md"}.get(kind)  # fmt: skip
    content = "---\ntitle: sealed\ndate: 2026-03-12\n---\n" if kind == "room-note" else "a: b\nc: {d: [e]}\n"
    if path is None:
        path, content = sample(kind)
    lines = [f"{line} # {SAID}" if ":" in line else f"{line}\n# {SAID}" for line in content.split("\n")]
    if content.startswith("---"):
        lines[0] = "---"
    assert CANARY not in everything_printed(path, "\n".join(lines))


def test_the_canary_would_be_seen() -> None:
    path, content = sample("session")
    assert CANARY in everything_printed(path, content.replace("template: ", f"template: {CANARY} "))
