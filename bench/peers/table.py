"""The tables of a run, in Markdown: table.py RESULTS

Seconds are the least and the median of the rounds, memory is the largest. Ratios are détente's figure over the other's
in the same round, the median of the rounds: below 1, détente needs less.
"""

import collections
import statistics
import sys

OURS = "detente"
LIMIT = "limit"
NAMES = {OURS: "**détente**", "detente_log": "détente, a whole log", LIMIT: "limit: `wc -l`",
         "clickhouse": "ClickHouse", "polars": "Polars", "duckdb": "DuckDB", "data_table": "data.table"}
WALL, CPU, PRIVATE, RESIDENT = range(4)


def read(path):
    """{(kind, rows, threads): {program: {round: figures}}}, all in the order of the file."""
    tables = collections.defaultdict(lambda: collections.defaultdict(dict))
    with open(path) as lines:
        for line in lines:
            kind, rows, threads, program, turn, *figures = line.rstrip("\n").split("\t")
            tables[kind, int(rows), int(threads)][program][int(turn)] = [float(f) for f in figures]
    return tables


def ratio(ours, theirs, figure):
    values = [ours[t][figure] / theirs[t][figure] for t in ours if t in theirs and theirs[t][figure] > 0]
    return f"{statistics.median(values):.2f}" if values else ""


def seconds(rounds, figure):
    values = [r[figure] for r in rounds.values()]
    return f"{min(values):.2f} / {statistics.median(values):.2f}"


def peak(rounds, figure):
    return f"{max(r[figure] for r in rounds.values()):.0f}"


def row(name, rounds, ours):
    compared = {OURS: [], LIMIT: [WALL, CPU]}.get(name, [WALL, CPU, PRIVATE])
    ratios = [ratio(ours, rounds, figure) if figure in compared else "" for figure in (WALL, CPU, PRIVATE)]
    return [NAMES.get(name, name), seconds(rounds, WALL), seconds(rounds, CPU), peak(rounds, PRIVATE),
            peak(rounds, RESIDENT), *ratios]


def table(programs):
    ours = programs.get(OURS, {})
    head = ["", "wall s, min / median", "CPU s, min / median", "private peak MiB", "resident peak MiB",
            "détente ÷ it: wall", "CPU", "private"]
    rows = sorted((row(name, rounds, ours) for name, rounds in programs.items()),
                  key=lambda r: float(r[2].split(" / ")[1]))
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def main():
    for (kind, rows, threads), programs in read(sys.argv[1]).items():
        rounds = max(len(r) for r in programs.values())
        print(f"{kind}, {rows:,} rows, threads: {threads}, rounds: {rounds}\n\n{table(programs)}\n")


main()
