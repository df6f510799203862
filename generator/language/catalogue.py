"""Reading a gettext catalogue: what people edit is what is read, so no compiled file can be stale."""

from __future__ import annotations

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def read(path: Path) -> GNUTranslations:
    """Read a `.po` file; what is missing or fuzzy in it stays English."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.stem.replace("-", "_"))
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
