"""Compiled templates: taken when they are what would be compiled now, and never else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, nodes

from generator.pages import template
from generator.pages.compiled import Compiled


@pytest.fixture(autouse=True)
def _beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep things, and beside what they are made of, whatever the environment of the tests says."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with one template, rendered once."""
    (tmp_path / "a.jinja").write_text("{% if x %}\n{{ x }}\n{% endif %}\n.")
    assert _made(tmp_path).get_template("a.jinja").render(x="<") == "\n&lt;\n\n."
    return tmp_path


def _made(folder: Path, **options: object) -> Environment:
    made = Environment(loader=FileSystemLoader(folder), autoescape=True, **options)  # type: ignore[arg-type]
    made.bytecode_cache = Compiled(made, options)
    return made


def _kept(folder: Path) -> Path:
    (found,) = (folder / "__pycache__").iterdir()
    return found


def _without_compiling(monkeypatch: pytest.MonkeyPatch, made: Environment) -> str:
    def refused(*_: object, **__: object) -> None:
        pytest.fail("compiled again")

    monkeypatch.setattr(type(made), "compile", refused)
    return made.get_template("a.jinja").render(x="<")


def test_what_was_compiled_is_taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _without_compiling(monkeypatch, _made(folder)) == "\n&lt;\n\n."


def test_another_text_is_compiled(folder: Path) -> None:
    (folder / "a.jinja").write_text("new {{ x }}")
    assert _made(folder).get_template("a.jinja").render(x="<") == "new &lt;"


def test_another_way_of_reading_is_compiled(folder: Path) -> None:
    assert _made(folder, trim_blocks=True).get_template("a.jinja").render(x="<") == "&lt;\n."


def test_a_filter_that_is_called_otherwise_is_compiled(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = _made(folder)
    made.filters["upper"] = template.environment().filters["at"]
    made.bytecode_cache = Compiled(made, {})
    with pytest.raises(pytest.fail.Exception, match="compiled again"):
        _without_compiling(monkeypatch, made)


@pytest.mark.parametrize("left", [0, 10, 40, -1])
def test_what_is_cut_short_is_compiled(folder: Path, left: int) -> None:
    _kept(folder).write_bytes(_kept(folder).read_bytes()[:left])
    assert _made(folder).get_template("a.jinja").render(x="<") == "\n&lt;\n\n."


def test_what_is_changed_is_compiled(folder: Path) -> None:
    kept = _kept(folder)
    kept.write_bytes(kept.read_bytes().replace(b"autoescape", b"autoescapf") + b"\0")
    assert _made(folder).get_template("a.jinja").render(x="<") == "\n&lt;\n\n."


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    (tmp_path / "a.jinja").write_text("{{ x }}")
    assert _made(tmp_path).get_template("a.jinja").render(x="<") == "&lt;"
    assert not (tmp_path / "__pycache__").exists()


def test_where_nothing_can_be_written_templates_are_compiled(tmp_path: Path) -> None:
    (tmp_path / "a.jinja").write_text("{{ x }}")
    (tmp_path / "__pycache__").write_text("no folder")
    assert _made(tmp_path).get_template("a.jinja").render(x="<") == "&lt;"


def test_no_word_is_fixed_when_a_template_is_compiled() -> None:
    """A filter on a constant is called while compiling: what is kept would speak the language of that time."""
    made = template.environment()
    ours = {name for name, each in made.filters.items() if not each.__module__.startswith(("jinja2", "builtins"))}
    assert {"words", "day", "capital"} <= ours
    for name in made.list_templates(["jinja"]):
        parsed = made.parse(made.loader.get_source(made, name)[0])  # type: ignore[union-attr]
        fixed = [
            each.name
            for each in parsed.find_all(nodes.Filter)
            if each.name in ours and isinstance(each.node, nodes.Const)
            and not hasattr(made.filters[each.name], "jinja_pass_arg")
        ]  # fmt: skip
        assert not fixed, f"{name}: {fixed}"
