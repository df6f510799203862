"""`python -m generator` is `mentoring`."""

from generator.cli import main

main(prog_name="mentoring")
