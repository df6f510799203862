"""The catalogues are whole: every text of the site is a message, and every message is there in German."""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Iterator
from pathlib import Path

import messages
import pytest
from jinja2 import nodes

from generator.pages.template import environment

CATALOGUES = sorted(messages.CATALOGUES.glob("*.po"))
TEMPLATES = sorted((messages.GENERATOR / "pages" / "templates").glob("*.jinja"))
MODULES = sorted(messages.GENERATOR.rglob("*.py"))
SAYING = frozenset({"gettext", "ngettext", "pgettext", "_", "N_"})
PLACEHOLDER = re.compile(r"%\((\w+)\)s|\{(\w+)\}|<[^>]*>")
NOT_SAID = re.compile(
    r"<td\{\{ in_english\(\) \}\}>.*?</td>|\{#.*?#\}|\{% trans.*?\{% endtrans %\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL
)
MARKUP = re.compile(r"<code>.*?</code>|<[^>]*>", re.DOTALL)
EACH = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.stem))


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    """Give the singular and the plurals of a message or of its translation."""
    return text if isinstance(text, tuple) else (text,)


@EACH
def test_every_message_is_translated(path: Path) -> None:
    missing = messages.catalogue(path)
    missing.update(messages.messages(), no_fuzzy_matching=True)
    waiting = [message.id for message in messages.untranslated(missing)]
    assert waiting == [], f"run `make messages`, then write these into {path.relative_to(messages.GENERATOR.parent)}"


@EACH
def test_a_catalogue_holds_what_there_is_to_say_and_nothing_else(path: Path) -> None:
    assert path.read_bytes() == messages.renewed(path), "run `make messages`"


@EACH
def test_a_translation_has_the_places_and_the_markup_of_its_message(path: Path) -> None:
    for message in messages.catalogue(path):
        wanted = {each.group() for each in PLACEHOLDER.finditer(" ".join(forms(message.id)))}
        for said in forms(message.string) if message.id else ():
            places = {each.group() for each in PLACEHOLDER.finditer(said)}
            assert places <= wanted, message.id
            assert places >= wanted - {"%(num)s"}, message.id
            assert said.count('"') == forms(message.id)[0].count('"'), f"it may stand in an attribute: {message.id}"


@EACH
def test_the_head_says_how_people_are_addressed_and_what_things_are_called(path: Path) -> None:
    head = messages.catalogue(path).header_comment
    assert "Glossary" in head
    assert "Address:" in head


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.name))
def test_every_text_of_a_template_is_a_message(path: Path) -> None:
    source = NOT_SAID.sub("", path.read_text())
    plain = html.unescape(MARKUP.sub(" ", source))
    named = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]+)"', source)
    assert re.findall(r"[A-Za-z]{2,}[^\n]*", " ".join([plain, *named])) == []
    assert [text for text in _constants(path) if re.search(r"[A-Za-z]{2,} [a-z]", text)] == []


def _constants(path: Path) -> Iterator[str]:
    """Give the texts of a template's expressions that are no messages."""
    tree = environment().parse(path.read_text())
    said = {
        id(argument)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in SAYING
        for argument in call.args
    }
    said |= {id(pair.key) for pair in tree.find_all(nodes.Pair)}
    return (each.value for each in tree.find_all(nodes.Const) if isinstance(each.value, str) and id(each) not in said)


def test_no_message_hides_in_a_formatted_text() -> None:
    """What stands inside an f-string is not found by the extraction."""
    inside = [
        f"{path}:{call.lineno}"
        for path in MODULES
        for text in ast.walk(ast.parse(path.read_text()))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in SAYING
    ]
    assert inside == []
