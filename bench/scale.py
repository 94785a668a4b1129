#!/usr/bin/env python3
"""Two ranks of detente-mpi against two threads of detente, file to panel, on made-up GDELT-like rows:

    python3 bench/scale.py BUILD [--rows 10000000] [--rounds 5] [--ranks 2] [--keep FILE]

BUILD has bench/make_events, examples/detente and examples/detente-mpi. The rounds take turns, so that what else the
machine does meets both; the ratio is threads over ranks by wall time, with what MPI takes to start and end (a run of
detente-mpi that only says its version) taken off, and without. The bytes of both must be equal. At the end: the
phases of the median run of the ranks, and their skew, the slowest rank over the mean.
"""

import argparse
import filecmp
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

# What mpirun of Open MPI asks of who runs it as root or on few cores.
ENVIRONMENT = dict(
    os.environ,
    OMPI_ALLOW_RUN_AS_ROOT="1",
    OMPI_ALLOW_RUN_AS_ROOT_CONFIRM="1",
    OMPI_MCA_rmaps_base_oversubscribe="1",
)


def seconds(command):
    """Wall time of a command, and what it said."""
    begin = time.monotonic()
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: {done.returncode}\n{done.stderr}")
    return time.monotonic() - begin, done.stderr


def phases_of(said):
    """The table of phases: name, least, mean, most, skew."""
    rows = re.findall(r"^(\w+) +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+)$", said, re.MULTILINE)
    return [(row[0], *map(float, row[1:])) for row in rows]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--ranks", type=int, default=2)
    parser.add_argument("--keep", type=pathlib.Path, help="the file of events, made if it is not there, and kept")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        events = args.keep or folder / "gdelt.tsv"
        if not events.exists():
            subprocess.run([args.build / "bench/make_events", "gdelt", str(args.rows), events], check=True)
        by_threads, by_ranks = folder / "threads.csv", folder / "ranks.csv"
        mpirun = ["mpirun", "-n", str(args.ranks), str(args.build / "examples/detente-mpi")]
        one = [str(args.build / "examples/detente"), "panel", str(events), "--threads", str(args.ranks)]
        starts, threads, ranks = [], [], []
        for _ in range(args.rounds):
            threads.append(seconds([*one, "--to-file", str(by_threads)])[0])
            starts.append(seconds([*mpirun, "--version"])[0])
            ranks.append(seconds([*mpirun, "panel", str(events), "--phases", "--to-file", str(by_ranks)]))
            if not filecmp.cmp(by_threads, by_ranks, shallow=False):
                sys.exit("the bytes differ")
        start = statistics.median(starts)
        walls = [wall for wall, _ in ranks]
        thread, rank = statistics.median(threads), statistics.median(walls)
        print(f"{events.stat().st_size / 1e9:.2f} GB of events, {by_ranks.stat().st_size / 1e6:.0f} MB of panel")
        print(f"{args.ranks} threads {thread:.2f} s, {args.ranks} ranks {rank:.2f} s, of which MPI starts and ends {start:.2f} s")
        print(f"threads over ranks: {thread / (rank - start):.2f} without that, {thread / rank:.2f} with it")
        said = min(ranks, key=lambda run: abs(run[0] - rank))[1]
        print(f"{'phase':<10}{'least s':>10}{'mean s':>10}{'most s':>10}{'skew':>8}")
        for name, least, mean, most, skew in phases_of(said):
            print(f"{name:<10}{least:>10.3f}{mean:>10.3f}{most:>10.3f}{skew:>8.2f}")


main()
