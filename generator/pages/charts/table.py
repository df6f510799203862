"""The numbers of a chart as a table: nothing is drawn that does not stand here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.pages.charts.svg import plain


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table with scoped headings; the first cell of a row names it."""
    head = "".join(f'<th scope="col">{plain(each)}</th>' for each in heads)
    body = "".join(
        f'<tr><th scope="row">{plain(first)}</th>{"".join(f"<td>{plain(each)}</td>" for each in rest)}</tr>'
        for first, *rest in rows
    )
    return (
        f'<div class="m-scroll"><table><caption>{plain(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
