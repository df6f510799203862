"""Pagefind's filters in one order: it writes them as a hash table happens to hold them, anew in each run.

Everything else it writes is the same each time. So the values of each filter and the filters of the index are
sorted, and their files named by what is in them now, as Pagefind names all of its files. Both are gzip over
CBOR: a filter is its name and its values with the numbers of their pages; the index is a list whose fourth
item names each filter and its file.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import cbor2

ENTRY, META = "pagefind-entry.json", "pagefind.{}.pf_meta"
_FILTER = "filter/{}.pf_filter"
_MAGIC = b"pagefind_dcd"
_FILTERS = 3
_SHORT, _LONG = 7, 10
"""How many hexadecimal digits tell files of one kind apart, as Pagefind counts them."""


def in_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the files of an index with its filters in order, so that the same pages always give the same bytes."""
    found = dict(files)
    entry = json.loads(found[ENTRY])
    for language, about in entry["languages"].items():
        index = _taken(found, META.format(about["hash"]))
        index[_FILTERS] = sorted([name, _filter(found, language, file)] for name, file in index[_FILTERS])
        about["hash"] = _put(found, META, language, index, _LONG)
    return found | {ENTRY: json.dumps(entry, ensure_ascii=False, sort_keys=True).encode()}


def _filter(files: dict[str, bytes], language: str, file: str) -> str:
    """Sort the values of one filter, and give the name its file has now."""
    name, values = _taken(files, _FILTER.format(file))
    return _put(files, _FILTER, language, [name, sorted(values)], _SHORT)


def _taken(files: dict[str, bytes], path: str) -> Any:
    """Take out a file, which will come back under another name."""
    return cbor2.loads(gzip.decompress(files.pop(path)).removeprefix(_MAGIC))


def _put(files: dict[str, bytes], place: str, language: str, content: Any, digits: int) -> str:
    data = _MAGIC + cbor2.dumps(content)
    name = f"{language}_{sha256(data).hexdigest()[:digits]}"
    files[place.format(name)] = gzip.compress(data, mtime=0)
    return name
