"""A review as the one comment on a proposed change, in Markdown that nobody's text can break out of."""

from __future__ import annotations

from collections.abc import Iterator

from generator.report.summary import counted
from generator.review.data import Reached, Review, Told

MARK = "<!-- mentoring: review -->"
"""The first line of the comment, by which it is found again and replaced."""
LARGEST = 60_000
"""Characters of a comment; forges refuse somewhat longer ones."""
_FOR = {
    "organisation": "everyone in the organisation",
    "cohort": "the people who take part",
    "coordinators": "the coordinators",
}
_PLAIN = frozenset(" ,.;%()'\"=?-→")


def comment(review: Review) -> str:
    """Write the comment: the deeds, the readers, the findings; cut at a whole finding where it would be too long."""
    lines = [MARK, "", *_deeds(review), *_machinery(review), *_reached(review), *_counts(review)]
    left = LARGEST - sum(len(line) + 1 for line in lines)
    shown = 0
    for each in review.findings:
        block = _told(each)
        left -= len(block) + 1
        if left < 0:
            break
        lines.append(block)
        shown += 1
    more = review.errors + review.warnings - shown
    if more:
        lines += ["", f"… and {counted(more, 'more finding')}: `mentoring check` tells them all."]
    return "\n".join(
        [*lines, "", f"Judged as of {text(review.as_of)}. This says nothing about anybody's performance.", ""]
    )


def text(said: str) -> str:
    """Write any text so that Markdown, HTML and a forge's own short forms find nothing in it to act on."""
    line = " ".join(said.split())
    return "".join(_written(each) for each in line)


def _written(sign: str) -> str:
    if sign.isalnum() or sign in _PLAIN:
        return sign
    return f"&#{ord(sign)};" if sign.isprintable() else "\N{REPLACEMENT CHARACTER}"


def _deeds(review: Review) -> Iterator[str]:
    yield "### What this change does"
    yield ""
    if not review.deeds:
        yield "Nothing in the programme itself."
    yield from (f"- {text(each)}" for each in review.deeds)


def _machinery(review: Review) -> Iterator[str]:
    if review.machinery:
        yield ""
        files = counted(len(review.machinery), "file")
        yield f"**It also touches the machinery** ({files}); a coordinator should read these:"
        yield ""
        yield from (f"- {text(each)}" for each in review.machinery)


def _reached(review: Review) -> Iterator[str]:
    yield from ("", "### Who will see it", "")
    if not review.reached:
        yield "Nothing is published while the programme has errors."
        return
    yield from ("| readers | new pages | changed pages | gone |", "| --- | ---: | ---: | ---: |")
    yield from (f"| {_FOR[each.audience]} | {' | '.join(map(str, each.counts))} |" for each in review.reached)
    for each in review.reached:
        yield from _addresses(each)


def _addresses(each: Reached) -> Iterator[str]:
    for word, named, count in (("New", each.new, each.counts[0]), ("Gone", each.gone, each.counts[2])):
        if named:
            more = f" and {count - len(named)} more" if count > len(named) else ""
            yield ""
            yield f"{word} for {_FOR[each.audience]}: {', '.join(text(address) for address in named)}{more}"


def _counts(review: Review) -> Iterator[str]:
    yield from ("", "### What the check says", "")
    errors, warnings = counted(review.errors, "error"), counted(review.warnings, "warning")
    verdict = "errors block the change" if review.errors else "nothing blocks it"
    yield f"{errors} and {warnings} caused by this change in {counted(review.files, 'file')}: {verdict}."
    if review.older:
        yield f"{counted(review.older, 'finding')} from before it: not this change's business."
    if review.findings:
        yield ""


def _told(each: Told) -> str:
    place = f"{text(each.path)}, line {each.line}"
    return f"- **{each.code}** {each.severity} in {place}: {text(each.message)}. *{text(each.help)}*"
