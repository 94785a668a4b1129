"""Runs a command and says what it took: measure.py RESULTS FIELD... -- COMMAND...

Appends one line to RESULTS, between tabs: the fields as given, wall seconds, CPU seconds (user and system, all
threads, start of the program included), private peak MiB, resident peak MiB.

Private memory is what the process alone has: its anonymous and shared-memory pages (RssAnon + RssShmem of
/proc/PID/status), sampled every 5 ms, so that a peak shorter than that can be missed. Pages of a mapped file, which the
system may drop at any time, do not count. The resident peak, which the kernel keeps exactly, has them too; it is never
below that of this script, from which the command was started.
"""

import os
import sys
import threading
import time

SAMPLE_SECONDS = 0.005
KIB_PER_MIB = 1024


def private_kib(pid):
    """What the process has for itself now; 0 if it is gone."""
    try:
        with open(f"/proc/{pid}/status") as status:
            return sum(int(line.split()[1]) for line in status if line.startswith(("RssAnon:", "RssShmem:")))
    except OSError:
        return 0


def measure(command):
    begin = time.monotonic()
    pid = os.posix_spawnp(command[0], command, os.environ)
    done = threading.Event()
    peak = 0

    def watch():
        nonlocal peak
        while not done.wait(SAMPLE_SECONDS):
            peak = max(peak, private_kib(pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, status, usage = os.wait4(pid, 0)
    wall = time.monotonic() - begin
    done.set()
    watcher.join()
    figures = (wall, usage.ru_utime + usage.ru_stime, peak / KIB_PER_MIB, usage.ru_maxrss / KIB_PER_MIB)
    return os.waitstatus_to_exitcode(status), figures


def main():
    split = sys.argv.index("--")
    results, *fields = sys.argv[1:split]
    code, figures = measure(sys.argv[split + 1:])
    if code != 0:
        sys.exit(code if code > 0 else 128 - code)
    with open(results, "a") as out:
        print(*fields, *(f"{figure:.4f}" for figure in figures), sep="\t", file=out)


main()
