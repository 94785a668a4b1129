#!/usr/bin/env bash
# How fast does détente score events that are in memory already, beside numpy and data.table?
#
#   bench/peers/in_memory.sh [--events N] [--dyads N[,N…]] [--jobs cells,tension] [--rounds N] [--repetitions N]
#                            [--build FOLDER]
#
#   --events        made-up events over ten years (make_columns.cpp); 10000000
#   --dyads         that they are shared out among; 1000,20000
#   --jobs          of: cells tension; both
#   --rounds        how often each program starts; 3. They take turns, so that a machine that slows down slows all
#   --repetitions   of the job within a program; 7
#   --build         of the bench preset; build/bench
#
# Two jobs, each on one thread. The same events for all, ordered by dyad and day, lie in memory in the form that suits
# the program best before the clock starts; it stops when the result lies in memory.
#
#   cells     the sum of the points of every dyad and month: a table of dyads by 120 months. numpy's bincount.
#   tension   for every event what there is after it of its dyad's points so far, half-life 30 days, one number an event.
#             data.table's running sums.
#
# "bare" is the limit: a loop over three columns, and a table by whole days of months or of powers. détente goes through
# its models, over the same columns and over whole impulses (detente_in_memory.cpp). Other scripts say at their top what their forms are.
#
# All results must agree to 1e-9 (same_values.py) in the unmeasured first turn; then come the rounds and the tables as
# Markdown (speeds.py). Columns and checks stay in build/peers: 16 bytes an event. Needs bash, python3 with numpy, R with
# data.table; what cannot be had is left out, which is said.
set -euo pipefail

. "$(dirname "$0")/shared.sh"
events=10000000
all_dyads=1000,20000
jobs=cells,tension
rounds=3
repetitions=7
results=$work/in_memory.tsv

while [ $# -gt 0 ]; do
  case $1 in
    --events) events=$2 ;;
    --dyads) all_dyads=$2 ;;
    --jobs) jobs=$2 ;;
    --rounds) rounds=$2 ;;
    --repetitions) repetitions=$2 ;;
    --build) build=$(cd "$2" && pwd) ;;
    -h | --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift 2
done

# Sets `programs` to what does the job here, détente and the limit first.
find_programs() {
  programs=(bare detente detente_impulses)
  case $1 in
    cells)
      if "$python" -c 'import numpy' 2>/dev/null; then programs+=(numpy_months numpy_days); else
        say "skipped: numpy cannot be had here"
      fi
      ;;
    tension)
      if command -v Rscript >/dev/null && Rscript -e 'library(data.table)' >/dev/null 2>&1; then
        programs+=(data_table_power data_table_table)
      else
        say "skipped: data.table cannot be had here"
      fi
      ;;
    *) say "there is no job '$1'" && exit 2 ;;
  esac
}

# Runs a program and prints the seconds of each repetition: program job dyads repetitions.
run() {
  local columns=$work/columns-$events-$3 check=$work/$2-$events-$3-$1.check form=${1##*_}
  case $1 in
    numpy_*) "$python" "$here/numpy_in_memory.py" "$form" "$columns" "$3" "$4" "$check" ;;
    data_table_*) Rscript --vanilla "$here/data_table_in_memory.R" "$form" "$columns" "$events" "$4" "$check" ;;
    *) "$build/bench/detente_in_memory" "$1" "$2" "$columns" "$3" "$4" "$check" ;;
  esac
}

check() {
  local program checks=()
  for program in "${programs[@]}"; do
    say "checking: $program, $1, $2 dyads"
    run "$program" "$1" "$2" 1 >/dev/null
    checks+=("$work/$1-$events-$2-$program.check")
  done
  "$python" "$here/same_values.py" "${checks[@]}" >&2
}

measure_job() {
  local round program
  for ((round = 1; round <= rounds; round++)); do
    for program in "${programs[@]}"; do
      run "$program" "$1" "$2" "$repetitions" | sed "s/^/$1\t$events\t$2\t$program\t$round\t/" >>"$results"
    done
    say "round $round of $rounds: $1, $2 dyads"
  done
}

need_built detente_in_memory make_columns
: >"$results"
for job in ${jobs//,/ }; do
  find_programs "$job"
  for dyads in ${all_dyads//,/ }; do
    columns=$work/columns-$events-$dyads
    [ -f "$columns.points" ] || { say "making $columns" && "$build/bench/make_columns" "$events" "$dyads" "$columns"; }
    check "$job" "$dyads"
    measure_job "$job" "$dyads"
  done
done
"$python" "$here/speeds.py" "$results"
