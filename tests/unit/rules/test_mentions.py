"""Who is named in a text, and where: offsets counted by hand."""

from __future__ import annotations

import re

import programmes
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules import mentions
from generator.rules.ordinary import ORDINARY

PEOPLE = {
    "p-001": ("Casimir Adebayo", "cas-ade", "casimir@x.example"),
    "p-002": ("Noor van den Elzen", "", ""),
    "p-003": ("Noor Petersen-Lamb", "rain", ""),
    "p-004": ("Grace Hopper", "", "_g@x.example"),
    "p-005": ("D\u00e1rio Figueira", "", "D\u00e1rio@x.example"),
    "p-006": ("Kaya Lamb", "", ""),
    "p-007": ("Finn Rasmussen-Kaya", "", ""),
    "p-008": ("Li Wu", "", ""),
    "p-0081": ("Kestrel", "", ""),
    "mark": ("Mark Penny", "", ""),
}


def people() -> mentions.Index:
    """Index the people above."""
    files = {}
    for name, (full, github, email) in PEOPLE.items():
        accounts = f"  github: {github}\n" if github else ""
        accounts += f"  emails:\n    - {email}\n" if email else ""
        text = f"name: {full}\nrole: none\nlevel: 3\n" + (f"accounts:\n{accounts}" if accounts else "")
        files[f"pairs/people/{name}.yml"] = text
    return mentions.people(programmes.loaded(files).programme.people)


INDEX = people()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Casimir Adebayo came", [("p-001", 0, 15)]),
        ("CASIMIR came, and adebayo went", [("p-001", 0, 7), ("p-001", 18, 25)]),
        ("Casimir\u2019s **Casimir** _Casimir_", [("p-001", 0, 7), ("p-001", 12, 19), ("p-001", 23, 30)]),
        ("Casimirs, Kasimir, Casimiro", []),
        ("casimir-adebayo, Casimir\nAdebayo", [("p-001", 0, 15), ("p-001", 17, 32)]),
        ("Noor", []),
        ("Noor van den Elzen; Elzen", [("p-002", 0, 18), ("p-002", 20, 25)]),
        ("den van", []),
        ("Petersen-Lamb; Petersen; Lamb", [("p-003", 0, 13)]),
        ("Grace, grace and Grace Hopper", [("p-004", 17, 29)]),
        ("D\u00e1rio, Dario, Da\u0301rio", [("p-005", 0, 5), ("p-005", 7, 12), ("p-005", 14, 20)]),
        ("Kaya and Rasmussen-Kaya", [("p-006", 0, 4), ("p-007", 9, 23)]),
        ("Li, Wu; Li Wu", [("p-008", 8, 13)]),
        ("kestrel", [("p-0081", 0, 7)]),
        ("p-001, p-0081, p 001, P-001", [("p-001", 0, 5), ("p-0081", 7, 13), ("p-001", 22, 27)]),
        ("@cas-ade cas ade cas-ade", [("p-001", 1, 8), ("p-001", 17, 24)]),
        ("rain @rain", [("p-003", 6, 10)]),
        ("casimir@x.example", [("p-001", 0, 17)]),
        ("_g@x.example", [("p-004", 1, 12)]),
        ("D\u00c1RIO@x.example dario@x.example", [("p-005", 0, 15), ("p-005", 16, 31)]),
        ("mark, Mark, Mark Penny", [("mark", 12, 22)]),
        ("", []),
    ],
)  # fmt: skip
def test_who_is_named_and_where(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert [tuple(each) for each in INDEX.found(text)] == expected


def test_ids_alone_are_found_where_they_look_like_ids() -> None:
    text = "at dawn 2026-spring/pair-07, pair-07 pair 07"
    index = mentions.ids(["2026-spring/pair-07", "pair-07", "dawn", "pair-08"], ["at dawn", text])
    assert [each.who for each in index.found(text)] == ["2026-spring/pair-07", "pair-07"]


@pytest.mark.parametrize(("name", "expected"), [
    ("Noor van den Elzen", ("noor", "elzen")),
    ("Mei-Ling Tanaka-Wu", ("mei", "ling", "tanaka")),
    ("D\u00e1rio \u00d8stby", ("dario", "ostby")),
    ("kestrel", ("kestrel",)),
])  # fmt: skip
def test_the_words_of_a_name(name: str, expected: tuple[str, ...]) -> None:
    assert mentions.name_words(name) == expected


def test_ordinary_words_are_written_as_they_are_compared() -> None:
    assert {mentions.folded(word) for word in ORDINARY} == ORDINARY


WORDS = st.sampled_from(
    ["Casimir", "Adebayo", "noor", "p-001", "Lamb", "\u00e9", "\n", " ", "-", "@", "a", "Kaya", "Finn", "_",
     "C\u00e1simir", "\u212aaya", "\u0301", "\u201c", "\ufb01nn", "no", "\u00f2r", "\u00a0", "\u2014"]
)  # fmt: skip


def test_every_sign_that_is_folded_to_ascii_is_either_folded_at_a_glance_or_strange() -> None:
    letters = (sign for sign in map(chr, range(0x110000)) if sign.isalnum() or sign == "\u0301")
    folded = (sign for sign in letters if re.search("[a-z0-9]", mentions.folded(f"\u00e9{sign}")[1:]))
    assert not [sign for sign in folded if sign not in mentions._FOLDED and not INDEX._is_strange(sign.encode())]


@pytest.mark.parametrize("text", ["So it is.", "\u00c9t\u00e9 \u2014 \u201cn\u00e3o\u201d", "\u0643\u0644", ""])
def test_most_texts_are_known_at_a_glance_to_name_nobody(text: str) -> None:
    assert INDEX._at_a_glance_not_in(text)


@pytest.mark.parametrize("text", ["Stra\u00dfe", "e\u0301", "\ufb01", "\u0142"])
def test_of_texts_with_strange_letters_a_glance_tells_nothing_but_their_words_do(text: str) -> None:
    assert not INDEX._at_a_glance_not_in(text)
    assert not INDEX.may_be_in(text)


def test_a_name_beyond_ascii_is_not_overlooked() -> None:
    index = mentions.ids(["\u0643\u0644-\u0645\u0644"], [text := "so \u0643\u0644-\u0645\u0644, \u0643\u0644"])
    assert [(each.start, each.end) for each in index.found(text)] == [(3, 8)]


def test_an_id_is_found_with_accents_and_without() -> None:
    index = mentions.ids(["(d\u00e1-r\u00edo)"], [text := "D\u00c1-R\u00cdO or da-rio, no da rio"])
    assert [(each.start, each.end) for each in index.found(text)] == [(0, 6), (10, 16)]


@given(st.lists(WORDS, max_size=12).map(" ".join), st.lists(WORDS, max_size=12).map("".join))
def test_the_quick_look_overlooks_nothing(spaced: str, joined: str) -> None:
    for text in (spaced, joined):
        assert INDEX.found(text) == tuple(INDEX._mentions(text))
