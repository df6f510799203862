"""The nearest name: what somebody probably meant to write."""

from __future__ import annotations

from collections.abc import Iterable


def distance(a: str, b: str, most: int) -> int:
    """Count the edits (insert, delete, replace, swap neighbours) from `a` to `b`, `most` + 1 if more.

    Optimal string alignment; see Navarro, "A guided tour to approximate string matching" (2001).
    """
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        before, last, row = row, before, [i]
        for j, right in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def nearest(name: str, candidates: Iterable[str], shown: int = 3) -> tuple[str, ...]:
    """Rank the candidates that are near enough: by distance, then in the order given.

    Near enough is max(1, a third of the length). Callers give the likeliest scope first (same pair,
    then cohort, then all).
    """
    most = max(1, len(name) // 3)
    folded = name.casefold()
    ranked = sorted(
        (found, place, other)
        for place, other in enumerate(dict.fromkeys(candidates))
        if (found := distance(folded, other.casefold(), most)) <= most
    )
    return tuple(other for _, _, other in ranked[:shown])
