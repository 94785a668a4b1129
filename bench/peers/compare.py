"""Do panels agree? compare.py REFERENCE PANEL...

Every panel must have the same header and the same lines in the same order: kind, source, target, month and count equal,
sum, mean and decayed within 1e-9 of the larger of 1 and the two values' size (sums of opposite signs nearly cancel, and
nothing relative to what is left of them would hold). Says the largest difference of each panel; ends with 1 if any
panel differs.
"""

import csv
import itertools
import sys

TOLERANCE = 1e-9
HEADER = ["kind", "source", "target", "month", "sum", "mean", "count", "decayed"]
KEYS = 4
COUNT = 6
NUMBERS = (4, 5, 7)


class Different(Exception):
    pass


def difference(mine, theirs):
    """Of two lines, relative to the larger of 1 and the values."""
    if mine[:KEYS] != theirs[:KEYS] or int(mine[COUNT]) != int(theirs[COUNT]):
        raise Different
    return max(abs(float(mine[i]) - float(theirs[i])) / max(1.0, abs(float(mine[i])), abs(float(theirs[i])))
               for i in NUMBERS)


def compare(reference, path):
    """The largest difference, and how many lines."""
    worst, lines = 0.0, 0
    with open(reference, newline="") as one, open(path, newline="") as other:
        mine, theirs = csv.reader(one), csv.reader(other)
        for header in (next(mine, None), next(theirs, None)):
            if header != HEADER:
                raise Different(f"header {header}")
        for a, b in itertools.zip_longest(mine, theirs):
            lines += 1
            try:
                found = difference(a, b)
            except (Different, TypeError, ValueError, IndexError):
                raise Different(f"line {lines + 1}: {a} against {b}") from None
            if not found <= TOLERANCE:
                raise Different(f"line {lines + 1}: {a} against {b}")
            worst = max(worst, found)
    return worst, lines


def main():
    reference, *others = sys.argv[1:]
    failed = False
    for path in others:
        try:
            worst, lines = compare(reference, path)
            print(f"{path}: agrees in {lines} lines, largest difference {worst:.1e}")
        except (Different, OSError) as why:
            failed = True
            print(f"{path}: DIFFERS, {why}")
    sys.exit(1 if failed else 0)


main()
