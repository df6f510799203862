"""What a change does in words: each deed on the healthy programme, changed by hand."""

from __future__ import annotations

import programmes
import pytest

from generator.review.deeds import deeds

PAIR = "pairs/2026-spring/pair-03/pair.yml"
ROOM = "pairs/2026-spring/pair-03/sessions"
THREAD = "content/threads/2026-spring/pair-03"
RECORD = """\
status: held
actual: 50 min
takeaways:
  mentor: withheld
  mentee: withheld
actions: []
next: 2026-05-01
"""


def said(path: str, snippet: str | None, *more: tuple[str, str]) -> list[str]:
    """Say what a change of some healthy files does; a snippet is laid over the file, `None` takes it out."""
    changes: dict[str, str | None] = {}
    for name, laid in ((path, snippet), *more):
        before = programmes.healthy().get(name)
        text = before.decode() if before else None
        changes[name] = None if laid is None else programmes.merged(text, laid).text
    base = programmes.loaded(programmes.healthy()).programme
    return list(deeds(base, programmes.loaded(programmes.over_healthy(changes)).programme, programmes.CLOCK))


def healthy(path: str) -> str:
    """Give the text of a healthy file."""
    return programmes.healthy()[path].decode()


def test_no_change_does_nothing() -> None:
    base = programmes.loaded(programmes.healthy()).programme
    assert deeds(base, base, programmes.CLOCK) == ()


def test_a_session_that_is_recorded_moves_the_progress() -> None:
    found = said(f"{ROOM}/04.yml", f"date: 2026-04-01 09:00\n{RECORD}")
    assert found[0] == "session 4 of 2026-spring/pair-03 is recorded: held on 2026-04-01"
    assert "2026-spring/pair-03: sessions held 3/6 → 4/6" in found


@pytest.mark.parametrize(
    ("snippet", "deed"),
    [
        ("date: 2026-04-30 09:30\n", "moves from 2026-04-14 15:00 to 2026-04-30 09:30"),
        ("status: cancelled\nreason: clash\n", "is recorded as cancelled"),
        ("purpose: Another one.\n", "is changed"),
        (None, "is taken out"),
    ],
)
def test_a_planned_session(snippet: str | None, deed: str) -> None:
    assert said(f"{ROOM}/04.yml", snippet) == [f"session 4 of 2026-spring/pair-03 {deed}"]


def test_a_new_session_is_planned() -> None:
    planned = "date: 2026-05-12 15:00\nlength: 60 min\nstatus: planned\ntemplate: standard\npurpose: Go on.\n"
    assert said(f"{ROOM}/05.yml", planned) == ["session 5 of 2026-spring/pair-03 is planned for 2026-05-12 15:00"]


def test_actions_are_counted_for_the_pair() -> None:
    actions = "actions:\n  - {id: new-1, owner: mentor, action: Ask., due: 2026-04-20, status: open}\n"
    found = said(f"{ROOM}/03.yml", actions)
    assert found == [
        "session 3 of 2026-spring/pair-03 is corrected",
        "2026-spring/pair-03: 1 action new",
    ]


def test_a_post_names_its_readers_and_never_its_words() -> None:
    post = healthy(f"{THREAD}/2026-02-20-first-prompt.md").replace("2026-02-20", "2026-03-02")
    (found,) = said(f"{THREAD}/2026-03-02-again.md", post)
    assert found == "a new post by p-017, 2026-03-02-again: everyone in the organisation will read it"
    assert said(f"{THREAD}/2026-02-20-first-prompt.md", "visibility: cohort") == [
        "post 2026-02-20-first-prompt has other readers, organisation → cohort: the people who take part will read it"
    ]
    assert said(f"{THREAD}/2026-02-20-first-prompt.md", None) == [
        "post 2026-02-20-first-prompt is withdrawn: gone from the next build, not from history and clones"
    ]


def test_a_person_a_pair_a_page_and_the_settings() -> None:
    assert said("pairs/people/p-017.yml", "consent:\n  profile: nobody\n  on: 2026-01-03\n") == [
        "p-017 has a changed profile; who may see the profile: organisation → nobody"
    ]
    assert said("pairs/people/p-017.yml", None)[0] == "p-017 is no longer in the programme's files"
    assert said("content/handbook/welcome.md", None) == ["page handbook/welcome is taken out"]
    assert said("content/handbook/new.md", "Hello.\n") == ["page handbook/new is new"]
    assert said("pairs/programme.yml", "language: de\n") == ["the programme's settings are changed"]


def test_what_became_of_a_pair() -> None:
    before = healthy(PAIR)
    paused = before.replace("agreement:", "  - {state: paused, on: 2026-03-30, by: both, reason: leave}\nagreement:")
    assert said(PAIR, paused) == ["2026-spring/pair-03: active → paused, from 2026-03-30"]
    assert said(PAIR, before.replace("publish: progress", "publish: names")) == [
        "2026-spring/pair-03: what the organisation's site shows of the pair: progress → names"
    ]
    assert said(PAIR, "focus:\n  - digital\n  - candour\n") == ["2026-spring/pair-03: the pair's file is changed"]


def test_a_file_that_cannot_be_read_says_nothing() -> None:
    assert said(PAIR, "mentor: [\n") == []
