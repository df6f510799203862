"""Renew the locks from pyproject.toml: every version with its hashes, and no address of any index.

Usage: `python tests/lock.py PIP-COMPILE`, which is what `make lock` does.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LOCKS = {"requirements.lock": ("build",), "requirements-dev.lock": ("dev",)}
QUIET = ("--quiet", "--generate-hashes", "--strip-extras", "--allow-unsafe", "--no-annotate", "--no-header")
NO_ADDRESS = ("--no-emit-index-url", "--no-emit-trusted-host", "--no-emit-find-links", "--no-emit-options")


def wanted(groups: tuple[str, ...]) -> list[str]:
    """List the requirements of the project and of the named dependency groups (PEP 735)."""
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
    found = list(project["project"]["dependencies"])
    for name in groups:
        found += group(project["dependency-groups"], name)
    return found


def group(groups: dict[str, list[Any]], name: str) -> list[str]:
    """Give a group's requirements with those it includes."""
    found: list[str] = []
    for entry in groups[name]:
        found += group(groups, entry["include-group"]) if isinstance(entry, dict) else [entry]
    return found


def main(compiler: str) -> None:
    """Write both locks."""
    for lock, groups in LOCKS.items():
        with tempfile.TemporaryDirectory() as folder:
            source, target = Path(folder) / "wanted.in", Path(folder) / "lock"
            source.write_text("\n".join(wanted(groups)) + "\n")
            subprocess.run([compiler, *QUIET, *NO_ADDRESS, "--output-file", str(target), str(source)], check=True)
            (ROOT / lock).write_text(
                "# Written by `make lock`; installed with --require-hashes.\n" + target.read_text()
            )


if __name__ == "__main__":
    main(sys.argv[1])
