"""Small groups: the cases of the rule, by hand, and what changes them when a reader knows some of those counted."""

from __future__ import annotations

import pytest

from generator.view.small import Shown, pieces_are_safe, shown


def sets(sizes: str) -> dict[str, frozenset[str]]:
    """Give disjoint groups a, b, c … of these sizes."""
    return {
        name: frozenset(f"{name}{number}" for number in range(int(size)))
        for name, size in zip("abcde", sizes.split(), strict=False)
    }


@pytest.mark.parametrize(
    ("sizes", "names"),
    [
        ("8 7 5 2 1", "ab"), ("8 1", ""), ("12 9", "ab"), ("4", ""), ("5 4", ""), ("6 5 4 1", "ab"), ("8 7 2", "a"),
        ("5 5 5", "abc"), ("9 5 5 3", "ac"), ("8 0", "a"),
    ],
)  # fmt: skip
def test_the_cases_of_the_rule(sizes: str, names: str) -> None:
    found = shown(sets(sizes), frozenset(), 5)
    assert found == Shown(total=bool(names), groups=frozenset(names))


def test_a_larger_smallest_group_hides_more() -> None:
    assert shown(sets("8 7 6"), frozenset(), 8) == Shown(total=True, groups=frozenset("a"))
    assert shown(sets("7 7 7"), frozenset(), 8) == Shown(total=False, groups=frozenset())
    assert shown(sets("9 8 8"), frozenset(), 8) == Shown(total=True, groups=frozenset("abc"))


@pytest.mark.parametrize(
    ("sizes", "known", "total", "names"),
    [
        ("10 12", "a0 a1 a2 a3 a4 a5 a6 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9", True, ""),  # 3 and 2 are not known, 5 together
        ("10 12", "a0 a1 a2 a3 a4 a5 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 b10 b11", False, "b"),  # 4 of a; all of b are known
        ("10 12", "a0 a1 a2 a3 a4", True, "ab"),  # 5 of a
        ("6 7 9", "c0 c1 c2 c3 c4 c5 c6", True, "b"),  # 2 of c hide with the 6 of a
    ],
)
def test_those_whom_a_reader_knows_are_taken_away(sizes: str, known: str, *, total: bool, names: str) -> None:
    found = shown(sets(sizes), frozenset(known.split()), 5)
    assert found == Shown(total=total, groups=frozenset(names))


def test_sets_that_overlap_must_not_cut_out_a_small_piece() -> None:
    everybody = frozenset(str(each) for each in range(20))
    nine, twelve = frozenset(str(each) for each in range(9)), frozenset(str(each) for each in range(4, 16))
    assert pieces_are_safe([everybody, nine], frozenset(), 5)
    assert not pieces_are_safe([everybody, nine, twelve], frozenset(), 5)  # 0 to 3, and 16 to 19
    assert pieces_are_safe([everybody, nine, twelve], frozenset("0 1 2 3 16 17 18 19".split()), 5)
