"""A new post: its path, its readers, its file."""

from __future__ import annotations

from datetime import date

import programmes
import pytest

from generator.forms import draft, post
from generator.kinds.post import WIDTH

PAIR = "2026-spring/pair-03"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("My first prompt", "my-first-prompt"),
        ("  It's 5 %, they said: «no»!", "its-5-they-said-no"),
        ("Straße nach Łódź", "strasse-nach-lodz"),
        ("日本語 2", "2"),
        ("日本語", ""),
        ("Con", ""),
        ("word " * 20, "-".join(["word"] * 13)),
        ("a" * 80, "a" * 64),
    ],
)
def test_the_name_comes_from_the_title(title: str, slug: str) -> None:
    assert draft.slug(title) == slug


@pytest.mark.parametrize(
    ("confidentiality", "allowed"),
    [("pair", ()), ("themes", ("cohort", "organisation")), ("open", ("cohort", "organisation", "public"))],
)
def test_only_what_the_agreement_allows_is_offered(confidentiality: str, allowed: tuple[str, ...]) -> None:
    path = f"pairs/{PAIR}/pair.yml"
    text = programmes.healthy()[path].decode().replace("confidentiality: open", f"confidentiality: {confidentiality}")
    assert post.allowed(programmes.loaded(programmes.over_healthy({path: text})).programme, PAIR) == allowed


def test_every_open_visibility_says_who_reads_it() -> None:
    assert set(post.READERS) == set(WIDTH) - {"pair"}


@pytest.mark.parametrize(
    ("said", "written"), [("not mentioned", "not mentioned"), ("approved 2026-03-01", "approved 2026-03-01")]
)
def test_the_partner(said: str, written: str) -> None:
    assert post.partner(said) == written


def test_the_file_passes_the_check() -> None:
    wanted = post.Wanted(
        PAIR,
        "a-note-two-tags",
        "A note: two #tags",
        date(2026, 3, 30),
        "p-017",
        "win",
        "cohort",
        "What it says",
        post.NOT_MENTIONED,
    )
    made = post.file(wanted, "word " * 130)
    assert made.path == f"content/threads/{PAIR}/2026-03-30-a-note-two-tags.md"
    assert made.text.startswith('---\ntitle: "A note: two #tags"\ndate: 2026-03-30\nauthor: p-017\n')
    after = programmes.loaded(programmes.over_healthy({made.path: made.text}))
    assert programmes.judged(after) == ()
