"""Month cells in numpy: numpy_in_memory.py months|days COLUMNS DYADS REPETITIONS CHECK (see in_memory.sh for the job).

np.bincount with weights over the cell of each event, which is dyad * months + month, all 64-bit integers, for that is
what bincount counts in. `months`: every event's month is there already, the most that can be wished for. `days`: what
is there is its day, and a table says the month.
"""

import sys
import time

import numpy as np

given, columns, dyads, repetitions, check = sys.argv[1:]
dyads = int(dyads)
FIRST, END = np.datetime64("2010-01-01"), np.datetime64("2020-01-01")

dyad = np.fromfile(columns + ".dyad", np.int32).astype(np.int64)
day = np.fromfile(columns + ".day", np.int32).astype(np.int64) - FIRST.astype(int)
points = np.fromfile(columns + ".points", np.float64)
month_of = (np.arange(FIRST, END).astype("M8[M]") - FIRST.astype("M8[M]")).astype(np.int64)
months = int(month_of[-1]) + 1
month = month_of[day]


def cells_of(month):
    return np.bincount(dyad * months + month, weights=points, minlength=dyads * months)


for _ in range(int(repetitions)):
    wall, cpu = time.perf_counter(), time.process_time()
    cells = cells_of(month if given == "months" else month_of.take(day))
    print(f"{time.perf_counter() - wall:.6f}\t{time.process_time() - cpu:.6f}")

samples = cells[np.arange(1000) * len(cells) // 1000]
with open(check, "w") as out:
    out.writelines(f"{float(value)!r}\n" for value in (cells.sum(), np.abs(cells).sum(), *samples))
