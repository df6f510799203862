"""Templates keep what they were compiled to, as modules do: beside them in `__pycache__`, or where Python is told to.

What is kept is believed only when whole and made from the same text, by the same Python and Jinja, for an
environment that compiles alike. Where nothing can be written, or nothing shall be, templates are compiled each time.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from generator import whole

_SEAL = sha256().digest_size


class Compiled(BytecodeCache):
    """What one environment, made with these options and complete by now, has compiled."""

    def __init__(self, environment: Environment, options: Mapping[str, object]) -> None:
        """Note all that decides what a text is compiled to: a filter that asks for the context is called otherwise."""
        asking = sorted(
            (name, str(getattr(each, "jinja_pass_arg", "")))
            for name, each in [*environment.filters.items(), *environment.tests.items()]
        )
        self._meant = repr((sys.version, version("jinja2"), sorted(options.items()), asking)).encode()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Give the place of what a template was compiled to."""
        return cache_from_source(filename or name)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept, if it is what would be compiled now."""
        with suppress(OSError):
            kept = Path(bucket.key).read_bytes()
            seal, code = kept[:_SEAL], kept[_SEAL:]
            if seal == self._seal(bucket, code):
                bucket.code = marshal.loads(code)  # noqa: S302 - whoever writes here could write modules as well

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, whole or not at all."""
        if sys.dont_write_bytecode:
            return
        code = marshal.dumps(bucket.code)
        place = Path(bucket.key)
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            whole.write(place, self._seal(bucket, code) + code)

    def _seal(self, bucket: Bucket, code: bytes) -> bytes:
        return sha256(b"\0".join([self._meant, bucket.checksum.encode(), code])).digest()
