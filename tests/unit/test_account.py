"""What an account joins is found again, and nothing else."""

from __future__ import annotations

from generator.account import SPLIT, Account, _joined

POSTS = ("content/threads/a/one-more/2026-01-01-x.md", "content/threads/a/one/2026-01-01-x.md",
         "content/threads/a/one/2026-01-02-y.md", "content/threads/a/one0/2026-01-02-y.md",
         "content/threads/b/two/2026-01-01-xx.md")  # fmt: skip
"""In order: a dash comes before what ends a folder, a digit after it."""
LEADING = f"{SPLIT}{_joined(('x', 'one', 'two'))}{SPLIT}{_joined(('y', 'three'))}{SPLIT}"
SOME = Account("", (), {"post": _joined(POSTS)}, {"post": _joined("12345")}, {}, {}, LEADING, {}, {}, {})


def test_paths_are_all_of_a_kind() -> None:
    assert (SOME.paths("post"), SOME.paths("page"), SOME.number) == (list(POSTS), [], 5)
    assert dict(SOME.named("post")) == dict(zip(POSTS, "12345", strict=True))
    assert dict(SOME.named("page")) == {}


def test_within_a_folder_lies_what_begins_with_it() -> None:
    assert SOME.within("post", "content/threads/a/one/") == list(POSTS[1:3])
    assert SOME.within("post", "content/threads/b/") == [POSTS[4]]
    assert SOME.within("post", "content/threads/a/one-more/") == [POSTS[0]]
    assert SOME.within("post", "content/threads/") == list(POSTS)
    assert SOME.within("post", "threads/a/one/") == SOME.within("page", "content/") == []
    assert SOME.within("post", "content/threads/a/on/") == SOME.within("post", "content/threads/c/") == []


def test_a_name_is_a_whole_one() -> None:
    assert list(SOME.called("post", "2026-01-01-x.md")) == [POSTS[0], POSTS[1]]
    assert list(SOME.called("post", "x.md")) == list(SOME.called("page", "x.md")) == []


def test_what_leads_to_a_post_is_its_own_group() -> None:
    assert [SOME.leading_to(name) for name in ("x", "y", "two", "z")] == [["one", "two"], ["three"], [], []]
