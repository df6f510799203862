"""JSON that any log, terminal and shell passes on unchanged: ASCII, without control characters, on one line."""

from __future__ import annotations

import json
from typing import Any


def line(value: Any) -> str:
    """Write a value and the end of its line; DEL, which JSON leaves alone, is escaped as well."""
    return json.dumps(value).replace("\x7f", "\\u007f") + "\n"
