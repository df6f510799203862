"""The report of a bug: our own frames, and nothing of anybody's text."""

from __future__ import annotations

from generator import __version__
from generator.cli import bug
from generator.source import durations
from generator.source.document import Document


class PrivateError(Exception):
    """An exception whose text is somebody's."""


def caught(step: object) -> BaseException:
    try:
        step()  # type: ignore[operator]
    except Exception as error:  # noqa: BLE001 - any exception is to be reported
        return error
    raise AssertionError


def test_the_type_and_our_own_frames_are_named() -> None:
    report = bug.report(caught(lambda: durations.as_text("her words")))  # type: ignore[arg-type]
    assert "  builtins.AttributeError\n    generator.source.durations, line " in report
    assert ", in as_text\n" in report
    assert f"mentoring {__version__}, Python 3." in report
    assert "Please file it with these lines" in report


def test_no_message_no_value_and_no_line_of_others_is_quoted() -> None:
    document = Document("pairs/people/p-017.yml", "name: Somebody Real\n")

    def step() -> None:
        document.in_body("Somebody Real", 1, 2, 3)  # type: ignore[arg-type]

    report = bug.report(caught(step))
    assert "Somebody" not in report
    assert "p-017" not in report
    assert __file__ not in report


def test_an_exception_from_elsewhere_names_its_type_only() -> None:
    def step() -> None:
        message = "her words"
        raise PrivateError(message)

    report = bug.report(caught(step))
    assert "PrivateError\n    (outside our code)\n" in report
    assert "her words" not in report


def test_a_cause_is_not_quoted_either() -> None:
    def step() -> None:
        try:
            int("her words")
        except ValueError as error:
            raise PrivateError from error

    assert "her words" not in bug.report(caught(step))
