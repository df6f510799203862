"""Measure and write `bench/README.md`: `python bench/run.py [--rounds N] [--date DAY] [ROW…]`."""

from __future__ import annotations

import argparse
import shutil
import sys
from random import Random

import record
from base import ASIDE, Bench
from measure import FailedError
from rows import ROWS


def main() -> None:
    """Measure the rows asked for (all by default); rows that are not measured keep their last result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=", ".join(ROWS))
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="five unless said; more narrow the spread")
    parser.add_argument("--date", help="the day written beside the results; else the last commit's")
    parser.add_argument("--seed", type=int, default=1, help="of the order within the rounds")
    given = parser.parse_args()
    unknown = set(given.rows) - set(ROWS)
    if unknown:
        parser.error(f"no such row: {', '.join(sorted(unknown))}")
    shutil.rmtree(ASIDE, ignore_errors=True)
    bench = Bench(given.rounds, Random(given.seed))
    machine = record.machine(given.date)
    for name in given.rows or ROWS:
        print(f"{name} …", file=sys.stderr, flush=True)
        try:
            outcome = ROWS[name](bench)
            figures, remarks = [record.figure(each) for each in outcome.figures], list(outcome.remarks)
        except FailedError as error:
            figures, remarks = [], [f"Not measured: {error}"]
        says = (ROWS[name].__doc__ or "").strip()
        row = {"says": says, "machine": machine, "rounds": bench.count, "figures": figures, "remarks": remarks}
        record.keep(name, row)
        print(record.table(figures), *remarks, sep="\n")
    record.write()
    shutil.rmtree(ASIDE, ignore_errors=True)


if __name__ == "__main__":
    main()
