"""What we keep in Git's own folder, to spare work: believed only when whole, and never missed.

There no commit can bring it from elsewhere. A file that is wrong, cut short, kept for something else or not to be
written is as good as none.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from generator import whole

FOLDER = "mentoring"


def folder(root: Path) -> Path:
    """Give the place of all that is kept.

    Raises:
        FileNotFoundError: this is no repository.
    """
    return own_folder(root) / FOLDER


def own_folder(root: Path) -> Path:
    """Give the folder in which Git keeps what belongs to this work tree alone; no process is asked.

    Raises:
        FileNotFoundError: there is no repository here or above.
    """
    found = next((each / ".git" for each in (root, *root.parents) if (each / ".git").exists()), None)
    if found is None:
        raise FileNotFoundError(root)
    if found.is_dir():
        return found
    return found.parent / found.read_text().removeprefix("gitdir:").strip()


def read(root: Path, name: str, meant: bytes) -> bytes | None:
    """Give what was kept under a name, if it is whole and was kept for what is meant."""
    try:
        seal, _, text = (folder(root) / name).read_bytes().partition(b"\n")
    except OSError:
        return None
    return text if seal == _seal(meant, text) else None


def write(root: Path, name: str, meant: bytes, text: bytes) -> None:
    """Keep something under a name, whole or not at all; where nothing can be written nothing is kept."""
    try:
        place = folder(root) / name
        place.parent.mkdir(parents=True, exist_ok=True)
        whole.write(place, _seal(meant, text) + b"\n" + text)
    except OSError:
        return


def _seal(meant: bytes, text: bytes) -> bytes:
    return sha256(meant + b"\0" + text).hexdigest().encode()
