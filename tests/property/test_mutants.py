"""Each condition of each rule matters: turned round, a test of the rule turns red (`tests/mutate.py`)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import mutants
import mutate
import pytest

SCRIPT = Path(mutate.__file__)


def run(*arguments: str) -> tuple[int, str]:
    """Run the script in a process of its own: it runs pytest, and pytest is running."""
    done = subprocess.run([sys.executable, SCRIPT, *arguments], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_some_of_them_turn_a_test_red() -> None:
    assert run("--sample", "12", "--jobs", "1") == (0, "12 mutants, 0 survived, 0 of them without a reason\n")


@pytest.mark.slow
@pytest.mark.parametrize("module", mutants.modules())
def test_all_of_a_module_turn_a_test_red_or_have_a_reason_not_to(module: str) -> None:
    code, told = run(module)
    assert code == 0, told


def test_a_reason_is_given_for_mutants_that_there_are_and_only_for_them() -> None:
    names = [mutant.name for mutant in mutate.every(mutants.modules())]
    assert len(names) == len(set(names)) > 1000
    assert set(mutate.SURVIVORS) - set(names) == set()


def test_a_function_without_its_condition_is_told_by_name() -> None:
    told = {mutant.name: mutant.line for mutant in mutants.mutants("moves")}
    assert told["moves.page_gone_without_a_new_address: `before[path] not in kept` -> `before[path] in kept`"] == 31


def test_a_helper_is_tested_by_the_codes_that_come_to_it() -> None:
    assert mutants.codes(("moves", "_addresses")) == {"LNK002"}
    assert mutants.codes(("known", "missing_step")) == {"LNK001"}
    assert "PAI002" in mutants.codes(("gates", "matches"))
    assert mutants.codes(("past", "history_rewritten")) == {"PAI008"}
