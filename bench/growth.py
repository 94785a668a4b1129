#!/usr/bin/env python3
"""How does every command grow with its input? Each is run on n and on 4 n events, and its processor time compared.

    bench/growth.py build/release/examples/detente              # a table: seconds at n and at 4 n, and their ratio
    bench/growth.py build/release/examples/detente --only diff  # the rows whose name contains the word
    bench/growth.py build/release/examples/detente --limit 5    # ends with 1 if a ratio is above it

Work that is linear costs four times as much, work that sorts a little more, and a quadratic sixteen times: 5 is the
bound. The time that a program needs to start is measured first and left out. A figure is the least of three runs, as
what disturbs a run only adds to it; runs of under a tenth of a second say little and are marked.

Inputs, from a fixed seed:

    dense    one pair, n events in ten years
    long     one pair, an event every day: four times the events are four times the years
    vague    one pair, a third of the dates known to the month or to the week
    measures one pair, sanctions imposed and lifted in turn on twenty objects
    many     n / 10 pairs, ten events each
    versions one pair, every event reported twice
    machine  GDELT 2 rows of n / 10 pairs
    strange  machine rows, every code of another name that no codebook knows

Where the ratio is above 5, or may be:

    reciprocity   fits until it converges, and how many steps that takes depends on the data
    panel vague   5.2 to 5.5: an act known to the month is thirty impulses; half a million are sorted at 4 n
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
from datetime import date, timedelta

START = date(1980, 1, 1)
ACTS = ["criticism", "visit", "threat_of_force", "agreement", "refusal", "phone_call", "insult", "accusation"]


def row(number, day, source, target, act, reported="", thing=""):
    return f"E{number},{day},{source},{target},{act},{thing},{reported}\n"


def chronology(path, rows):
    with open(path, "w", encoding="utf-8") as out:
        out.write("id,date,source,target,event,object,reported\n")
        out.writelines(rows)


def dense(n, rng):
    for i in range(n):
        pair = ("USA", "COL") if rng.random() < 0.5 else ("COL", "USA")
        yield row(i, START + timedelta(days=rng.randrange(3652)), *pair, rng.choice(ACTS))


def long(n, rng):
    for i in range(n):
        pair = ("USA", "COL") if rng.random() < 0.5 else ("COL", "USA")
        yield row(i, date(1850, 1, 1) + timedelta(days=i), *pair, rng.choice(ACTS))


def vague(n, rng):
    for i in range(n):
        day = START + timedelta(days=rng.randrange(3600))
        last = day + timedelta(days=6)
        when = [str(day), f"{day:%Y-%m}", f"[{day}..{last}]", str(day), str(day), str(day)][i % 6]
        yield row(i, when, "USA", "COL", rng.choice(ACTS))


def measures(n, rng):
    for i in range(n):
        act = "sanction_imposed" if i // 20 % 2 == 0 else "sanction_lifted"
        yield row(i, START + timedelta(days=i * 3652 // n), "USA", "COL", act, thing=f"thing{i % 20}")


def many(n, rng):
    for i in range(n):
        yield row(i, START + timedelta(days=rng.randrange(3652)), f"A{i % (n // 10)}", "COL", rng.choice(ACTS))


def versions(n, rng):
    for i in range(n):
        day = START + timedelta(days=(i // 2) * 7304 // n)
        yield row(i // 2, day, "USA", "COL", rng.choice(ACTS), reported=day + timedelta(days=1 + i % 2 * 30))


def actor(i):
    return "".join(chr(ord("A") + i // k % 26) for k in (676, 26, 1))


def machine(path, n, rng, code):
    with open(path, "w", encoding="utf-8") as out:
        for i in range(n):
            day = START + timedelta(days=rng.randrange(3652))
            fields = [""] * 61
            fields[0], fields[1], fields[59] = str(800000000 + i), f"{day:%Y%m%d}", f"{day:%Y%m%d}000000"
            fields[7], fields[17] = actor(i % (n // 10)), "ZZZ"
            fields[25], fields[26], fields[27], fields[28] = "1", code(i), code(i), code(i)[:2]
            fields[29], fields[30], fields[31], fields[32], fields[33] = "4", "-5.0", "1", "1", "1"
            out.write("\t".join(fields) + "\n")


def make_inputs(folder, n):
    names = {}
    for kind in (dense, long, vague, measures, many, versions):
        names[kind.__name__] = os.path.join(folder, f"{kind.__name__}_{n}.csv")
        chronology(names[kind.__name__], kind(n, random.Random(1)))
    for name, code in (("machine", lambda i: ["112", "042", "190", "051"][i % 4]), ("strange", lambda i: f"9{i:07d}")):
        names[name] = os.path.join(folder, f"{name}_{n}.csv")
        machine(names[name], n, random.Random(1), code)
    names["other"] = os.path.join(folder, f"other_{n}.csv")
    rng = random.Random(2)
    lines = list(dense(n, random.Random(1)))
    changed = [line if rng.random() < 0.9 else line.replace("criticism", "insult") for line in lines]
    chronology(names["other"], changed)
    names["actors"] = os.path.join(folder, f"actors_{n}.csv")
    with open(names["actors"], "w", encoding="utf-8") as out:
        out.write("actor,parent\n")
        out.writelines(f"A{i},A{i + 1}\n" for i in range(n // 10 - 1))
    return names


PAIR = ["--dyad", "USA:COL"]
# Name, words of the command with inputs in braces, and how many events of each are n.
JOBS = [
    *[(f"index {kind}", ["index", f"{{{kind}}}", *PAIR, "--no-bands"], 5000)
      for kind in ("dense", "long", "vague", "measures", "versions")],
    *[(f"index with bands, {kind}", ["index", f"{{{kind}}}", *PAIR, "--draws", "20"], 2000)
      for kind in ("dense", "vague", "measures")],
    ("index of one of many", ["index", "{many}", "--dyad", "A1:COL", "--no-bands"], 20000),
    ("index of an unknown pair", ["index", "{machine}", "--dyad", "XXX:YYY", "--no-bands"], 20000),
    *[(f"index with page, {kind}", ["index", f"{{{kind}}}", *PAIR, "--no-bands", "--page", "{page}"], 2000)
      for kind in ("dense", "vague", "measures")],
    *[(f"panel {kind}", ["panel", f"{{{kind}}}"], 20000) for kind in ("dense", "long", "vague", "many", "machine")],
    ("panel measures", ["panel", "{measures}"], 5000),
    ("panel of unknown codes", ["panel", "{strange}"], 15000),
    ("panel on disk", ["panel", "{machine}", "--memory", "1M"], 40000),
    ("panel ranked", ["panel", "{machine}", "--sort", "change", "--page", "{page}"], 20000),
    ("panel with a chain of actors", ["panel", "{many}", "--actors", "{actors}"], 40000),
    *[(f"explain {kind}", ["explain", f"{{{kind}}}", *PAIR, "--between", "1985-01", "1985-12"], 5000)
      for kind in ("dense", "vague", "measures")],
    *[(f"check {kind}", ["check", f"{{{kind}}}"], 10000) for kind in ("dense", "vague", "measures", "many", "machine")],
    ("diff of alike", ["diff", "{dense}", "{dense}", *PAIR], 5000),
    ("diff of unlike", ["diff", "{dense}", "{other}", *PAIR], 2000),
    ("reciprocity dense", ["reciprocity", "{dense}", *PAIR], 500),
    ("compare machine", ["compare", "{machine}", "--all", "--min-events", "5", "--models", "two_speed", "--draws", "50"], 20000),
    ("calibrate machine", ["calibrate", "{machine}", "--least-events", "5"], 2000),
]
REFUSED = {"index of an unknown pair"}


def seconds(words, refused):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if (done.returncode != 0) != refused:
        sys.exit(f"exit {done.returncode} of {' '.join(words)}\n{done.stderr.decode(errors='replace')}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def least(words, times=3, refused=False):
    return min(seconds(words, refused) for _ in range(times))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--only", default="")
    parser.add_argument("--limit", type=float)
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    start = least([program, "--version"], 5)
    print(f"{'command':<32} {'n':>6} {'at n':>8} {'at 4 n':>8} {'ratio':>6}")
    above = 0
    jobs = [job for job in JOBS if options.only in job[0]]
    if not jobs:
        parser.error(f"no command has {options.only!r} in its name")
    with tempfile.TemporaryDirectory() as folder:
        made = {}
        for name, words, n in jobs:
            times = []
            for size in (n, 4 * n):
                if size not in made:
                    made[size] = make_inputs(folder, size) | {"page": os.path.join(folder, "page.html")}
                times.append(max(0.0, least([program, *(word.format(**made[size]) for word in words)], refused=name in REFUSED) - start))
            ratio = times[1] / times[0] if times[0] > 0 else float("nan")
            short = "" if times[1] >= 0.1 else "  (too short to say)"
            above += options.limit is not None and ratio > options.limit and not short
            print(f"{name:<32} {n:>6} {times[0]:8.3f} {times[1]:8.3f} {ratio:6.1f}{short}", flush=True)
    return 1 if above else 0


if __name__ == "__main__":
    sys.exit(main())
