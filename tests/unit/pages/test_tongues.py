"""Whole sites in other languages: nothing of ours stays English, what people wrote stays theirs."""

from __future__ import annotations

import json
import re
from functools import cache

import messages
import programmes
import pytest
import rendered
import tongues
from rendered import AUDIENCES, Build

from generator import language
from generator.kinds.base import Audience

IN_ENGLISH = re.compile(r'<(\w+)[^>]* lang="en".*?</\1>', re.DOTALL)
AS_IT_IS = re.compile(r"<(?:pre|code)\b.*?</(?:pre|code)>", re.DOTALL)
STARTS = re.compile(r"<(?:p|td|th|dt|dd|li|h\d)\b[^>]*>(?:<[^/][^>]*>(?:</span>)?)*([^<>]+)")
"""The first words of what stands on a line of its own."""
OWN_WORDS = "language: de\nwords:\n  mentor: lotse\n  mentee: gast"
"""Words of a programme in small letters, as its files have them."""
ALL = pytest.mark.parametrize("audience", AUDIENCES)
LEAST = 12
"""Shorter messages are words that people write as well."""


@cache
def german(audience: Audience) -> Build:
    """Make the pages of the healthy programme in German."""
    return rendered.build(programmes.loaded(programmes.over_healthy(tongues.settings("de"))), audience)


@cache
def arabic(audience: Audience) -> Build:
    """Make the pages of the healthy programme in Arabic, with a mentor whose name is in Latin letters."""
    with tongues.arabic():
        return rendered.build(programmes.loaded(programmes.over_healthy(tongues.settings("ar"))), audience)


def ours() -> dict[str, str]:
    """Give the messages without places that are told apart from what people write, each with its German."""
    found = {}
    for message in messages.catalogue(messages.CATALOGUES / "de.po"):
        ids, said = (each if isinstance(each, tuple) else (each,) for each in (message.id, message.string))
        found |= {
            one: other
            for one, other in zip(ids, said, strict=True)
            if len(one) >= LEAST and one != other and not re.search(r"[%<{]", one)
        }
    return found


def test_what_begins_with_the_programmes_word_for_a_side_begins_with_a_capital() -> None:
    path = tongues.SETTINGS
    said = programmes.healthy()[path].decode().replace("language: en\nwords:", OWN_WORDS)
    made = rendered.build(programmes.loaded(programmes.over_healthy({path: said})), "cohort")
    texts = [text for page in made.pages.values() for text in STARTS.findall(AS_IT_IS.sub("", page.html))]
    assert len(texts) > 100
    assert [text for text in texts if re.match("(?:lotse|gast)\\b", text)] == []


@ALL
def test_no_text_of_ours_stays_english(audience: Audience) -> None:
    wanted = ours()
    assert len(wanted) > 300
    left = set()
    for page in german(audience).pages.values():
        said = AS_IT_IS.sub("", IN_ENGLISH.sub("", page.html))
        texts = re.findall(r'>([^<>]+)<|(?:aria-label|title)="([^"]+)"', said)
        for text in (*(" ".join(each).strip().rstrip(".,:") for each in texts), page.title, page.description):
            plain = text.replace("&#39;", "'")
            left |= {
                (page.address, one) for one in (plain, plain[:1].lower() + plain[1:], f"{plain}.") if one in wanted
            }
    assert left == set()


def test_a_german_site_says_what_a_coordinator_would() -> None:
    made = german("cohort")
    assert made.pages["/"].title == "Open Door"
    assert made.text("/").startswith("Open Door · Lanternworks")
    assert "Spring 2026 ist im dritten Monat" in made.text("/")
    assert made.pages["/people/"].title == "Personen"
    assert "Mentor:in (Junior)" in made.text("/people/")
    assert "Mentee (Senior)" in made.text("/people/")
    assert made.pages["/404/"].title == "Keine Seite"


@ALL
def test_the_same_addresses_exist_in_every_language(audience: Audience) -> None:
    assert set(german(audience).pages) == set(rendered.healthy(audience).pages) == set(arabic(audience).pages)


@ALL
def test_what_people_wrote_is_the_same_in_every_language(audience: Audience) -> None:
    english, other = rendered.healthy(audience), german(audience)
    for address, page in english.pages.items():
        if address.startswith("/posts/"):
            body = re.compile(r'<div class="m-text">.*?</div>', re.DOTALL)
            assert body.findall(page.html) == body.findall(other.html(address))
            assert page.title == other.pages[address].title


@ALL
def test_the_junior_is_never_called_mentee(audience: Audience) -> None:
    for page in german(audience).pages.values():
        assert not re.search(r"(?i)mentee\W+junior|junior\W+mentee\b(?! \(Senior)", rendered.read(page.html).words)


def test_names_in_letters_of_the_other_side_stand_apart() -> None:
    person = next(page for address, page in arabic("cohort").pages.items() if re.fullmatch(r"/people/[^/]+/", address))
    assert f"<h1><bdi>{person.title}</bdi></h1>" in person.html
    assert "<bdi>" not in rendered.healthy("cohort").html(person.address)


def test_two_languages_at_once_do_not_mix() -> None:
    """Makers are generators: each page is made in its own language, whatever was made in between."""
    one, other = german("cohort").view, rendered.healthy("cohort").view
    mixed = [(a.title, b.title) for a, b in zip(rendered.pages(one), rendered.pages(other), strict=True)]
    apart = [
        (page.title, rendered.healthy("cohort").pages[address].title)
        for address, page in german("cohort").pages.items()
    ]
    assert mixed == apart
    assert language.current() == "en"


LESS = "content/threads/2026-spring/pair-03/2026-03-20-one-report-less.md"
READ = "/posts/2026-03-20-one-report-less/"


@cache
def written_in(tag: str) -> Build:
    """Make the pages of the healthy programme with one post that says what it is written in."""
    post = programmes.healthy()[LESS].replace(b"\nsummary:", f"\nlanguage: {tag}\nsummary:".encode(), 1)
    return rendered.build(programmes.loaded(programmes.over_healthy({LESS: post})), "cohort")


def test_a_post_in_another_language_says_so_wherever_its_words_stand() -> None:
    made, said = written_in("ar"), ' lang="ar" dir="rtl"'
    post = made.html(READ)
    assert f"<h1{said}>" in post
    assert f'<p class="m-lead"{said}>' in post
    assert f'<div class="m-text"{said}>' in post
    assert post.count(said) == 4, "its words, what changed by it, and none of ours"
    assert made.html("/threads/").count(said) == 2
    (entry,) = (each for each in json.loads(made.files["/feed.json"])["items"] if "language" in each)
    assert (entry["title"], entry["language"]) == ("One report less", "ar")
    assert made.files["/feed.xml"].decode().count(' xml:lang="ar"') == 2


@pytest.mark.parametrize(
    ("tag", "said"), [("en", ""), ("pt-BR", ' lang="pt-BR" dir="ltr"'), ("zxx", ' lang="zxx" dir="ltr"')]
)
def test_a_post_says_its_language_only_where_it_is_another_and_any_that_can_be_written(tag: str, said: str) -> None:
    assert f"<h1{said}>" in written_in(tag).html(READ)


def test_a_language_that_is_none_is_a_finding() -> None:
    post = programmes.healthy()[LESS].replace(b"\nsummary:", b"\nlanguage: german\nsummary:", 1)
    found = [
        each
        for each in programmes.judged(programmes.loaded(programmes.over_healthy({LESS: post})))
        if each.key == "language"
    ]
    assert [(each.span.path, each.code) for each in found] == [(LESS, "FIL010")]
