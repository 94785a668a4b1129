"""Do results in memory agree? same_values.py REFERENCE CHECK...

Each file has the sum of a result, the sum of its sizes, and values that lie equally far apart. The sums may differ by
1e-9 of the sum of sizes, a value by 1e-9 of the larger of 1 and its size. Says the largest difference of each file;
ends with 1 if any differs.
"""

import sys

TOLERANCE = 1e-9


def read(path):
    with open(path) as lines:
        return [float(line) for line in lines]


def difference(mine, theirs):
    """The largest, relative to what it may be relative to."""
    if len(mine) != len(theirs):
        return float("inf")
    scales = [max(1.0, mine[1])] * 2 + [max(1.0, abs(value)) for value in mine[2:]]
    return max(abs(a - b) / scale for a, b, scale in zip(mine, theirs, scales))


def main():
    reference, *others = sys.argv[1:]
    failed = False
    for path in others:
        worst = difference(read(reference), read(path))
        failed = failed or not worst <= TOLERANCE
        print(f"{path}: {'agrees' if worst <= TOLERANCE else 'DIFFERS'}, largest difference {worst:.1e}")
    sys.exit(1 if failed else 0)


main()
