# What the scripts of this folder share, sourced by them. The caller has `set_command PROGRAM KIND ROWS THREADS`, which
# sets `command` to what runs the program.

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$root/build/bench
work=$root/build/peers
results=$work/results.tsv
mkdir -p "$work"

# Debian's python has Debian's pandas and numpy; another python first in PATH may not.
python=/usr/bin/python3
[ -x "$python" ] || python=python3

say() { echo "$@" >&2; }

# The comment at the script's top.
usage() {
  sed -n '2,/^set -/{/^set -/d;s/^# \{0,1\}//;p}' "$0"
}

# Ends if one of these programs of the bench preset has not been built.
need_built() {
  local program
  for program; do
    [ -x "$build/bench/$program" ] && continue
    say "no $program in $build; first: cmake --preset bench && cmake --build --preset bench"
    exit 1
  done
}

make_events() {
  local events=$work/$1-$2.events
  [ -f "$events" ] || { say "making $events" && "$build/bench/make_events" "$1" "$2" "$events"; }
}

# Runs programs by turns and appends what each took to the results: kind, rows, threads, programs.
measure() {
  local kind=$1 rows=$2 threads=$3 round program command
  shift 3
  for ((round = 1; round <= rounds; round++)); do
    for program; do
      set_command "$program" "$kind" "$rows" "$threads"
      "$python" "$here/measure.py" "$results" "$kind" "$rows" "$threads" "$program" "$round" -- \
        "${command[@]}" >/dev/null
    done
    say "round $round of $rounds: $kind, $rows rows, threads: $threads"
  done
}
