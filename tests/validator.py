"""The HTML validator (html-validate): what is wrong with pages, by their files."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

NODE = Path(__file__).parent / "node"
PACKAGE = NODE / "node_modules/html-validate"
MISSING = "html-validate is not installed: `make node` installs it, and needs node and npm"


def faults(pages: Iterable[Path]) -> list[str]:
    """Give all errors and warnings of the validator, each with its file and line."""
    done = subprocess.run(
        ["node", "validate.mjs"],
        cwd=NODE, input="\n".join(map(str, pages)), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return ["{page}:{line}: {rule}: {message}".format(**each) for each in json.loads(done.stdout)]


def version() -> str:
    """Give the version of the validator."""
    found: str = json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))["version"]
    return found
