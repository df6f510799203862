"""`mentoring rules`: every code in the list, every documentation on request."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest
from click.testing import Result

from generator.rules import Rule

Run = Callable[..., Result]
Process = Callable[..., "subprocess.CompletedProcess[str]"]

KNOWN = {
    "AGD001": Rule("AGD001", ("error",), "A title.", "A title.\n\n## What it checks\nThis.", ()),
    "AGD002": Rule("AGD002", ("error", "warning"), "Another title.", "Another title.", ()),
    "SES004": Rule("SES004", ("warning",), "A third.", "A third.", ()),
}


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.rules.rules", lambda: KNOWN)


def test_all_codes_are_listed_with_severity_and_title(run: Run) -> None:
    result = run("rules")
    assert result.exit_code == 0
    assert result.output == (
        "AGD001  error           A title.\nAGD002  error, warning  Another title.\nSES004  warning         A third.\n"
    )


@pytest.mark.parametrize("code", ["AGD001", "agd001", "Agd001"])
def test_a_code_is_explained_in_either_case(run: Run, code: str) -> None:
    result = run("rules", code)
    assert (result.exit_code, result.output) == (0, "AGD001 (error)\n\nA title.\n\n## What it checks\nThis.\n")


def test_several_severities_are_all_named(run: Run) -> None:
    assert run("rules", "AGD002").output.startswith("AGD002 (error, warning)\n")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("AGD003", "there is no rule `AGD003`; did you mean `AGD001` or `AGD002`?"),
        ("SES04", "there is no rule `SES04`; did you mean `SES004`?"),
        ("XYZ999", "there is no rule `XYZ999`; `mentoring rules` lists all"),
    ],
)
def test_a_typo_gets_the_nearest_code(run: Run, code: str, said: str) -> None:
    result = run("rules", code)
    assert result.exit_code == 2
    assert said in result.output


def test_the_real_rules_are_all_explained(process: Process) -> None:
    lines = process("rules").stdout.splitlines()
    codes = [line.split()[0] for line in lines]
    assert codes == sorted(set(codes))
    assert process("rules", codes[0]).stdout.startswith(f"{codes[0]} (")
