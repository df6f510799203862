"""Words of a body as a reader counts them: by hand."""

from __future__ import annotations

import pytest

from generator.source.markdown import Markdown


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", 0),
        ("Only one thing.", 3),
        ("# A head\n\n- one\n- two\n\n1. three", 5),
        ("It is **bo**ld, _really_.", 4),
        ("half-past two, isn't it", 4),
        ("a \u2013 b \u2014 c\u2014d * e & f", 6),
        ('See [these two words](https://x.example/a-b "a title of words").', 4),
        ("See <https://x.example> or https://x.example/a or www.x.example.", 3),
        ("Write to ilka@x.example today", 3),
        ('[a]: https://x.example "not seen"\n\nSee [a].', 2),
        ("| a | b |\n|---|---|\n| 1 | x y |", 5),
        ("Counted.[^1]\n\n[^1]: As well.", 3),
        ("Once.[^1] Twice.[^1]\n\n[^1]: x", 3),
        ("> [!NOTE]\n> Hello there", 2),
        ("- [ ] to do\n- [x] done", 3),
        ("```\nsome code here\n```\n\nand `two words`", 6),
        ("![not read](a.png) read", 1),
        ("Tom &amp; Jo", 2),
        ("Grüße, Łukasz: 你好", 3),
    ],
)  # fmt: skip
def test_a_word_is_what_a_reader_reads(body: str, expected: int) -> None:
    assert Markdown(body).words == expected
