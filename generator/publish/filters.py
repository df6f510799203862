"""Pagefind's filters in one order: it writes them as a hash table happens to hold them, anew in each run.

Everything else it writes is the same each time. So the values of each filter and the filters of the index are
sorted, and their files named by what is in them now, as Pagefind names all of its files. Both are gzip over
CBOR: a filter is its name and its values with the numbers of their pages; the index is a list whose fourth
item names each filter and its file.
"""

from __future__ import annotations

import gzip
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import cbor2

ENTRY = "pagefind-entry.json"
_MAGIC = b"pagefind_dcd"
_FILTERS = 3
_SHORT, _LONG = 7, 10
"""How many hexadecimal digits tell files of one kind apart, as Pagefind counts them."""


def in_order(folder: Path) -> None:
    """Rewrite an index in place, so that the same pages always give the same bytes."""
    entry = json.loads((folder / ENTRY).read_text(encoding="utf-8"))
    for language, about in entry["languages"].items():
        path = folder / f"pagefind.{about['hash']}.pf_meta"
        index = _taken(path)
        index[_FILTERS] = sorted([name, _filter(folder, language, file)] for name, file in index[_FILTERS])
        about["hash"] = _put(folder, "pagefind.{}.pf_meta", language, index, _LONG)
    (folder / ENTRY).write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True), encoding="utf-8")


def _filter(folder: Path, language: str, file: str) -> str:
    """Sort the values of one filter, and give the name its file has now."""
    name, values = _taken(folder / f"filter/{file}.pf_filter")
    return _put(folder, "filter/{}.pf_filter", language, [name, sorted(values)], _SHORT)


def _taken(path: Path) -> Any:
    """Read a file, which will be written under another name."""
    data = gzip.decompress(path.read_bytes())
    path.unlink()
    return cbor2.loads(data.removeprefix(_MAGIC))


def _put(folder: Path, place: str, language: str, content: Any, digits: int) -> str:
    data = _MAGIC + cbor2.dumps(content)
    name = f"{language}_{sha256(data).hexdigest()[:digits]}"
    (folder / place.format(name)).write_bytes(gzip.compress(data, mtime=0))
    return name
