"""What the tests of renderers share: documents laid out by line, and places found by their text."""

from collections.abc import Callable, Iterable, Mapping

import pytest

from generator.source.document import Document
from generator.source.span import Span

Lay = Callable[[str, Mapping[int, str]], Document]
Place = Callable[[Document, int, str], Span]


@pytest.fixture
def lay() -> Lay:
    """Make a document whose given lines stand at their numbers; comments (or body lines) fill the gaps."""

    def laid(path: str, lines: Mapping[int, str]) -> Document:
        rows: Iterable[str] = (lines.get(number, "#") for number in range(1, max(lines) + 1))
        return Document(path, "\n".join(rows) + "\n", front=path.endswith(".md"))

    return laid


@pytest.fixture
def place() -> Place:
    """Find a text on a line of a document."""

    def placed(document: Document, line: int, text: str) -> Span:
        column = document.lines[line - 1].index(text) + 1
        return Span(document.path, line, column, line, column + len(text))

    return placed
