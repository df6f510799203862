"""Findings as text for people: message, place, excerpt, help, and one summary line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.report import summary
from generator.report.cells import plain
from generator.report.excerpt import Pointer, excerpt, gutter
from generator.report.quoting import Sources
from generator.source.addresses import of_rule
from generator.source.document import Document
from generator.source.finding import Finding, Related


def render(
    findings: Sequence[Finding], documents: Mapping[str, Document], as_of: date, files: int, rule_url: str = ""
) -> str:
    """Lay out all findings, a blank line between them, and the summary line."""
    del as_of  # every renderer is told; what a time-driven finding was judged by stands in its notes
    sources = Sources(documents)
    blocks = [finding_text(sources, finding, rule_url) for finding in findings]
    return "\n\n".join([*blocks, summary.line(findings, files)]) + "\n"


def finding_text(sources: Sources, finding: Finding, rule_url: str = "") -> str:
    """Lay out one finding; `rule_url` is the page of all rules, where the site has one."""
    return "\n".join(_Layout(sources, finding).lines(rule_url))


class _Layout:
    """One finding sorted into what points into the source and what is only said."""

    def __init__(self, sources: Sources, finding: Finding) -> None:
        self.sources = sources
        self.finding = finding
        labels = [each for each in finding.related if each.span == finding.span]
        seen = sources.has(finding.span)
        own = Pointer(finding.span, "^", "; ".join(each.message for each in labels if each.message))
        self.notes = [] if seen else [each.message for each in labels if each.message]
        self.notes += [each.message for each in finding.related if each.span is None]
        self.elsewhere = [each for each in finding.related if each.span is not None and each not in labels]
        self.own = [own] if seen else []
        self.own += self._pointers(finding.span.path)
        others = dict.fromkeys(each.span.path for each in self.elsewhere if each.span and self._excerpted(each))
        self.others = {path: self._pointers(path) for path in others if path != finding.span.path}
        self.margin = gutter([*self.own, *(each for group in self.others.values() for each in group)])

    def lines(self, rule_url: str) -> Iterator[str]:
        """Give the lines of the layout, from the message to the rule."""
        finding = self.finding
        yield f"{finding.code} {finding.severity}: {plain(finding.message)}"
        yield f"{'':{self.margin}}--> {plain(str(finding.span))}"
        if self.own:
            yield from excerpt(self.sources, self.own, self.margin)
        yield from self._second_places()
        for note in self.notes:
            yield from self._said("note", note)
        yield from self._said("help", finding.help)
        yield from self._said("fix", ", ".join(filter(None, (finding.fix.grade, finding.fix.does))))
        yield from self._said(
            "rule", of_rule(rule_url, finding.code) if rule_url else f"mentoring rules {finding.code}"
        )

    def _second_places(self) -> Iterator[str]:
        """Give the places in other files, those of one file together, and the bare ones."""
        given: set[str] = {self.finding.span.path}
        for related in self.elsewhere:
            span = related.span
            if span is None or (self._excerpted(related) and span.path in given):
                continue
            message = "" if self._excerpted(related) else related.message
            yield f"{'':{self.margin}}::: {plain(str(span))} {plain(message)}".rstrip()
            if self._excerpted(related):
                given.add(span.path)
                yield from excerpt(self.sources, self.others[span.path], self.margin)

    def _said(self, name: str, text: str) -> Iterator[str]:
        first, *more = text.split("\n")
        start = f"{'':{self.margin}} = {name}: "
        yield f"{start}{plain(first)}".rstrip()
        yield from (f"{'':{len(start)}}{plain(each)}".rstrip() for each in more)

    def _excerpted(self, related: Related) -> bool:
        return related.excerpt and related.span is not None and self.sources.has(related.span)

    def _pointers(self, path: str) -> list[Pointer]:
        return [
            Pointer(each.span, "-", each.message)
            for each in self.elsewhere
            if each.span is not None and each.span.path == path and self._excerpted(each)
        ]
