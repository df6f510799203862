"""Takes the messages out of templates and modules, and puts the new ones into each catalogue: `make messages`.

A message that is gone leaves its catalogue, a new one stands there without a translation: no similar one is guessed,
since a guess that nobody read would be shown. Messages stand by alphabet, without places and times: a catalogue
changes only where its words do.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

GENERATOR = Path(__file__).parents[1] / "generator"
CATALOGUES = GENERATOR / "language"
KEYWORDS = {**DEFAULT_KEYWORDS, "kind": (2,)}
"""gettext's own names; and what a kind of file is called stands second in its declaration."""

_UNWANTED = (b'"Project-Id', b'"Report-', b'"POT-', b'"PO-', b'"Last-', b'"Language-T', b'"Generated')
"""Lines of the head that say when, by whom and with what: Git knows better."""

_METHODS = [("**.py", "python"), ("**.jinja", "jinja2")]
_OPTIONS = {
    "**.jinja": {
        "extensions": "jinja2.ext.i18n", "silent": "false", "newstyle_gettext": "true",
        "trim_blocks": "true", "lstrip_blocks": "true",
    }
}  # fmt: skip


def messages() -> Catalog:
    """Give every message the site may show, in the order of files and lines."""
    found = Catalog(charset="utf-8")
    for path, _, message, comments, context in _extracted():
        found.add(message, locations=[(path, 0)], auto_comments=comments, context=context)
    return found


@cache
def _extracted() -> list[tuple[str, int, str | tuple[str, ...], list[str], str | None]]:
    """Read every module and template, once for all catalogues."""
    return sorted(extract_from_dir(GENERATOR, _METHODS, _OPTIONS, KEYWORDS), key=lambda each: each[:2])


def catalogue(path: Path) -> Catalog:
    """Read a catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem.replace("-", "_"))


def untranslated(found: Catalog) -> Iterator[Message]:
    """Give the messages of a catalogue that it does not say in its language, or not surely."""
    for message in found:
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and (message.fuzzy or not all(said)):
            yield message


def renewed(path: Path) -> bytes:
    """Give a catalogue with the messages there are now."""
    found = catalogue(path)
    found.update(messages(), no_fuzzy_matching=True, update_creation_date=False)
    written = BytesIO()
    write_po(
        written, found, width=100, include_previous=False, ignore_obsolete=True, no_location=True, sort_output=True
    )
    return b"".join(line for line in written.getvalue().splitlines(keepends=True) if not line.startswith(_UNWANTED))


def main() -> None:
    """Renew each catalogue, and say what is missing."""
    for path in sorted(CATALOGUES.glob("*.po")):
        path.write_bytes(renewed(path))
        missing = [f"  {message.id}\n" for message in untranslated(catalogue(path))]
        sys.stdout.write(f"{path.name}: {len(missing)} messages wait for a translation\n{''.join(missing)}")


if __name__ == "__main__":
    main()
