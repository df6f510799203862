"""Who sees what: the table says what the declarations and the gate say, and nothing wider."""

from __future__ import annotations

import pytest

from generator.kinds import kinds
from generator.view.shows import FACTS, Fact, audiences, shows

FOUND = shows()
REACH = {each.what: (each.organisation, each.cohort, each.coordinators) for each in FOUND.reach}
FILES = {each.says: each for each in FOUND.files}


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.what)
def test_the_fields_of_a_row_have_one_audience(fact: Fact) -> None:
    declared = dict(audiences(kinds()[fact.kind]))
    assert len({declared[field] for field in fact.fields}) == 1


def test_posts_reach_as_far_as_their_visibility() -> None:
    assert REACH["posts marked public"] == (True, True, True)
    assert REACH["posts marked organisation"] == (True, True, True)
    assert REACH["posts marked cohort"] == (False, True, True)
    assert REACH["sealed posts"] == (False, False, False)


def test_facts_reach_as_far_as_practice_allows() -> None:
    assert REACH["the words of goals"] == (False, True, True)
    assert REACH["agendas, takeaways and actions"] == (False, True, True)
    assert REACH["level, working hours, style, dislikes, accounts"] == (False, False, True)
    assert REACH["public keys, and who somebody's manager is"] == (False, False, False)
    assert REACH["how often the date of a session moved"] == (False, True, True)
    assert REACH["why a session was not held"] == (False, False, False)
    assert REACH["who is paired with whom, focus areas, roadmaps"] == (True, True, True)


def test_files_list_their_fields_by_audience_and_shorten_what_is_alike() -> None:
    person, programme, session = FILES["a person"], FILES["the programme"], FILES["a session"]
    assert person.never == ("manager", "keys")
    assert {"level", "dislikes", "hours", "accounts"} <= set(person.coordinators)
    assert "offers" in person.organisation
    assert session.never == ("reason",)
    assert session.organisation == ()
    assert "policy.*" in programme.organisation
    assert programme.coordinators == ("policy.match",)


def test_each_field_stands_in_one_column() -> None:
    for file in FOUND.files:
        columns = [file.organisation, file.cohort, file.coordinators, file.never]
        named = [name for column in columns for name in column]
        assert len(named) == len(set(named)), file.says
