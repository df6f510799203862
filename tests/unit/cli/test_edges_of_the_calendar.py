"""The first and the last day that is read, and others, in any field and to judge by: findings, never a bug of ours."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
EDGES = ("2000-01-01", "2999-12-31")
BUG = 3
BEYOND = ("0001-01-01", "1999-12-31", "3000-01-01", "9999-12-31")
FIELDS = ("starts", "ends", "on", "date", "due", "done_on", "next", "review_on", "trained", "mentor", "mentee")
VERBS = (
    ("check", "--nightly"),
    ("progress", "--year"),
    ("progress", "pair-03"),
    ("nudge",),
)


def spoil(root: Path, field: str, edge: str) -> int:
    """Write a day into each place of a field that holds one; gives how many there were."""
    places = 0
    for path in root.rglob("*"):
        if path.suffix in {".yml", ".md"}:
            text = path.read_text()
            spoilt, found = re.subn(rf"(?m)^([ -]*{field}: )\d{{4}}-\d\d-\d\d", rf"\g<1>{edge}", text)
            path.write_text(spoilt)
            places += found
    return places


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("edge", [*EDGES, BEYOND[0], BEYOND[-1]])
def test_any_day_in_a_field_is_a_finding_at_most(run: Run, root: Path, field: str, edge: str) -> None:
    assert spoil(root, field, edge)
    for as_of in ("2026-04-24", *(EDGES if edge in EDGES else ())):
        for verb in VERBS:
            done = run(*verb, "--as-of", as_of)
            assert done.exit_code != BUG, (verb, as_of, done.output[-900:])


@pytest.mark.parametrize("edge", [*EDGES, *BEYOND])
def test_any_day_in_the_files_may_be_judged_by(run: Run, root: Path, edge: str) -> None:
    settings = root / "pairs/programme.yml"
    settings.write_text(re.sub(r"(?m)^clock: .*\n", "", settings.read_text()) + f"clock: {edge}\n")
    for verb in VERBS:
        assert run(*verb).exit_code != BUG, verb


@pytest.mark.parametrize("day", BEYOND)
def test_days_of_other_years_are_slips_and_the_years_are_named(run: Run, root: Path, day: str) -> None:
    assert f"`{day}` is not a calendar day of the years 2000 to 2999" in run("check", "--as-of", day).output
    spoil(root, "trained", day)
    assert "write a calendar day of the years 2000 to 2999, such as `2026-05-21`" in run("check").output
    spoil(root, "date", day)
    assert "write a local date and time of the years 2000 to 2999, such as" in run("check").output


@pytest.mark.parametrize("length", ["99999 weeks", "99999 weeks 99999 weeks 99999 weeks 99999 weeks"])
@pytest.mark.parametrize("field", ["agenda_lead", "record_within", "rebook_within", "final_after", "pause", "goals_by"])
def test_any_length_in_the_policy_is_a_finding_at_most(run: Run, root: Path, field: str, length: str) -> None:
    settings = root / "pairs/programme.yml"
    settings.write_text(settings.read_text().replace("policy:\n", f"policy:\n  {field}: {length}\n"))
    spoil(root, "date", "2026-04-23")
    for as_of in ("2026-04-24", *EDGES):
        for verb in VERBS:
            assert run(*verb, "--as-of", as_of).exit_code != BUG
