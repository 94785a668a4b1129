#!/usr/bin/env python3
"""Each source of the library and the programs compiles by itself: sources_alone.py COMPILE_COMMANDS

Rooms compiled as one (unity builds) hide an include that a source lacks. Nothing is generated, so this costs a fraction of a build.
A program of one source (most of examples and bench) is compiled by itself in any build, and left out.
"""
import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys


def own(entry):
    return re.search(r"/(lib|examples/cli|python/src|bench/validation)/[^.]*\.cpp$", entry["file"]) and "/build/" not in entry["file"]


def fault_of(entry):
    command = [*shlex.split(entry["command"]), "-fsyntax-only"]
    done = subprocess.run(command, cwd=entry["directory"], capture_output=True, text=True)
    return done.stdout + done.stderr if done.returncode != 0 else ""


def main(path):
    with open(path, encoding="utf-8") as file:
        entries = {entry["file"]: entry for entry in json.load(file) if own(entry)}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = [fault for fault in pool.map(fault_of, entries.values()) if fault]
    print("".join(faults) + f"{len(entries)} sources, {len(faults)} that do not stand alone")
    return 1 if faults or not entries else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
