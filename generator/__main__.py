"""`python -m generator` is `mentoring`."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import NoReturn

from generator.cli import main


def run() -> NoReturn:
    """Run the command line and end at once: to let go of what was read one by one takes a tenth of a check."""
    code: object = 0
    try:
        main(prog_name="mentoring")
    except SystemExit as end:
        code = end.code
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


if __name__ == "__main__":
    run()
