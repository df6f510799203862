"""The command itself: help, version, slips of the pen, and a start that imports next to nothing."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import programmes
import pytest
from click.testing import Result

from generator import __version__, lifecycle
from generator.cli import VERBS, main
from generator.rules import endings, pauses

Run = Callable[..., Result]
Process = Callable[..., "subprocess.CompletedProcess[str]"]

DEAR = ("pydantic", "babel", "mkdocs", "jinja2", "git", "yaml", "comrak", "nh3", "generator.kinds", "generator.rules")


def test_help_lists_every_verb_with_its_line(run: Run) -> None:
    for arguments in (("--help",), ("-h",)):
        result = run(*arguments)
        assert result.exit_code == 0
        assert "Examples:\n    mentoring check  " in result.output
        for verb, line in VERBS.items():
            assert f"  {verb:{max(map(len, VERBS))}}  {line}\n" in result.output


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_a_verb_says_its_own_line_and_documents_every_option(verb: str) -> None:
    command = importlib.import_module(f"generator.cli.{verb}").command
    assert command.name == verb
    assert command.short_help == VERBS[verb]
    assert command.help
    assert "Examples:" in command.help
    assert all(each.help for each in command.params if isinstance(each, click.Option))


def subverbs() -> Iterator[tuple[str, ...]]:
    """Name every verb and every verb below one."""
    for verb in VERBS:
        group = importlib.import_module(f"generator.cli.{verb}").command
        yield (verb,)
        if isinstance(group, click.Group):
            yield from ((verb, name) for name in group.list_commands(click.Context(group)))


@pytest.mark.parametrize("words", tuple(subverbs()), ids=" ".join)
def test_the_help_of_every_verb_and_subverb_is_whole(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words, "--help")
    assert result.exit_code == 0
    usage, _, rest = result.output.partition("\n\n")
    told, _, listed = rest.partition("\nOptions:\n")
    assert usage.startswith(f"Usage: mentoring {' '.join(words)} ")
    assert not {"COMMAND", "PATH", "DIRECTORY"} & set(f"{usage} {listed}".split())
    assert "Commands:" not in listed
    examples = told.partition("\n  Examples:\n")[2].splitlines()
    assert examples
    assert all(line.startswith("    ") for line in examples)
    assert any(f"mentoring {' '.join(words)}" in line for line in examples)


@pytest.mark.parametrize("words", tuple(subverbs()), ids=" ".join)
def test_every_option_of_a_subverb_is_documented(words: tuple[str, ...]) -> None:
    command = importlib.import_module(f"generator.cli.{words[0]}").command
    for name in words[1:]:
        command = command.get_command(click.Context(command), name)
    assert command.short_help
    assert all(
        each.help and each.help.endswith((".", "].")) for each in command.params if isinstance(each, click.Option)
    )


def test_a_slip_of_the_pen_in_a_subverb_is_answered_with_the_near_one(run: Run) -> None:
    for verb, slip, meant in (("pair", "mvoe", "move"), ("hooks", "instal", "install"), ("pulse", "imprt", "import")):
        result = run(verb, slip)
        assert result.exit_code == 2
        assert f"there is no verb `{slip}`; did you mean `{meant}`?" in result.output
    assert "No such command 'xyzzy'" in run("pair", "xyzzy").output


def test_the_help_names_every_reason_and_state_of_a_pair(run: Run) -> None:
    told = " ".join(run("pair", "move", "--help").output.split())
    for reasons in (pauses.REASONS, endings.REASONS):
        assert f"{', '.join(reasons[:-1])} or {reasons[-1]}" in told
    assert all(
        f" {state}" in told for state in {each for after in lifecycle.NEXT.values() for each in after} - {"proposed"}
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "nope"), "'nope' does not exist: paths start in the folder you stand in"),
        (("review", "--from", "nope.json"), "'nope.json' does not exist: write one first with `mentoring review"),
        (("hooks", "install", "--repository", "nope"), "'nope' does not exist: name the folder of the repository"),
        (("new", "post", "--text", "nope.md"), "'nope.md': No such file or directory: name the file that holds"),
        (
            ("pulse", "import", "../nope.csv"),
            "`../nope.csv` could not be read: No such file or directory; name the file",
        ),
    ],
)
def test_a_file_that_is_not_there_is_named_with_what_to_do(run: Run, words: tuple[str, ...], said: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())


def test_the_version(run: Run) -> None:
    assert run("--version").output == f"mentoring {__version__}\n"


def test_without_a_verb_it_shows_its_help(run: Run) -> None:
    assert "Usage: mentoring [OPTIONS] VERB" in run().output


def test_an_unknown_verb_is_wrong_use_and_a_near_one_is_offered(run: Run) -> None:
    result = run("chekc")
    assert result.exit_code == 2
    assert "there is no verb `chekc`; did you mean `check`?" in result.output
    result = run("xyzzy")
    assert result.exit_code == 2
    assert "xyzzy" in result.output


@pytest.mark.parametrize(
    "arguments", [["-h"], ["--help"], ["--version"], ["check", "-h"], ["rules", "-h"], ["schema", "-h"]]
)
def test_help_imports_nothing_dear(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom generator.cli import main\n"
        f"try:\n    main({arguments!r}, prog_name='mentoring')\n"
        "except SystemExit as end:\n    assert not end.code\n"
        f"print([name for name in {DEAR!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
    assert done.stdout


def test_a_check_does_not_read_what_packages_say_of_themselves(tmp_path: Path) -> None:
    there = "[name for name in ('importlib.metadata', 'babel', 'jinja2') if name in sys.modules]"
    assert _after_a_check(tmp_path, there) == "[]\n"


def test_a_check_reads_attributes_of_models_without_asking_for_private_ones(tmp_path: Path) -> None:
    code = "from generator.kinds.base import Model", "[each for each in Model.__mro__ if '__getattr__' in vars(each)]"
    assert _after_a_check(tmp_path, *code) == "[]\n"


def _after_a_check(folder: Path, *code: str) -> str:
    """Give what the last of these lines of Python is, in a process that has just checked a programme."""
    shutil.copytree(programmes.HEALTHY, folder / "programme")
    *before, value = code
    check = (
        "import sys",
        "from generator.cli import main",
        f"try:\n    main(['check', '--root', {str(folder / 'programme')!r}])",
        "except SystemExit as end:\n    assert not end.code",
    )
    text = "\n".join((*check, *before, f"print({value}, file=sys.stderr)"))
    return subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True).stderr


def test_python_runs_it_as_a_module(process: Process) -> None:
    done = process("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"mentoring {__version__}\n", "")


def test_in_tests_an_exception_can_be_seen() -> None:
    with pytest.raises(click.UsageError):
        main(["check", "--as-of", "x"], standalone_mode=False)


def test_an_interrupted_verb_does_not_exit_as_if_there_were_errors(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.rules._listed", _interrupted)
    result = run("rules")
    assert result.exit_code == 130
    assert result.stderr == "\nstopped before the end\n"


def _interrupted(_known: object) -> str:
    raise KeyboardInterrupt


@pytest.mark.parametrize("address", ["nonsense", "localhost", ":8000", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:65536"])
def test_serve_wants_a_host_and_a_port(run: Run, address: str) -> None:
    result = run("serve", "--root", str(programmes.HEALTHY), "--address", address)
    assert result.exit_code == 2
    assert f"`{address}` is not a host and a port from 1 to 65535, such as `127.0.0.1:8080`" in result.stderr
