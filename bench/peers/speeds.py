"""The tables of a run in memory, in Markdown: speeds.py RESULTS

A line of RESULTS: job, events, dyads, program, round, wall seconds, CPU seconds, one for each repetition. Speeds are
millions of events a second, the best and the median of all repetitions. Ratios are détente's speed over the other's by
the medians of the same round, the median of the rounds: above 1, détente is faster.
"""

import collections
import statistics
import sys

NAMES = {"detente": "**détente**", "detente_impulses": "détente, whole impulses", "bare": "limit: a bare loop",
         "numpy_months": "numpy, months at hand", "numpy_days": "numpy, months by a table",
         "data_table_power": "data.table, a power an event", "data_table_table": "data.table, powers by a table"}
WALL, CPU = range(2)


def read(path):
    """{(job, events, dyads): {program: {round: [(wall, cpu)]}}}, all in the order of the file."""
    tables = collections.defaultdict(lambda: collections.defaultdict(lambda: collections.defaultdict(list)))
    with open(path) as lines:
        for line in lines:
            job, events, dyads, program, turn, wall, cpu = line.split()
            tables[job, int(events), int(dyads)][program][turn].append((float(wall), float(cpu)))
    return tables


def speed(rounds, events, figure):
    seconds = [taken[figure] for repetitions in rounds.values() for taken in repetitions]
    return f"{events / min(seconds) / 1e6:.0f} / {events / statistics.median(seconds) / 1e6:.0f}"


def ratio(ours, theirs, figure):
    def median(repetitions):
        return statistics.median(taken[figure] for taken in repetitions)
    return f"{statistics.median(median(theirs[turn]) / median(ours[turn]) for turn in ours if turn in theirs):.2f}"


def table(programs, events):
    ours = programs["detente"]
    lines = [["", "million events/s, wall: best / median", "CPU", "détente's speed ÷ it: wall", "CPU"],
             ["---"] + ["---:"] * 4]
    for program, rounds in programs.items():
        ratios = [ratio(ours, rounds, figure) if program != "detente" else "" for figure in (WALL, CPU)]
        lines.append([NAMES.get(program, program), *(speed(rounds, events, figure) for figure in (WALL, CPU)), *ratios])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def main():
    for (job, events, dyads), programs in read(sys.argv[1]).items():
        rounds = max(len(r) for r in programs.values())
        print(f"{job}, {events:,} events, {dyads:,} dyads, rounds: {rounds}\n\n{table(programs, events)}\n")


main()
