#!/usr/bin/env bash
# How fast does détente read beside a CSV library? Reading alone: no scores, no months.
#
#   bench/peers/reading.sh [--rows N[,N…]] [--rounds N] [--build FOLDER] [--no-install]
#
#   --rows      rows of the made-up GDELT-like files (61 columns between tabs); 1000000,10000000
#   --rounds    how often each program runs; 5. Programs take turns, so that a machine that slows down slows all
#   --build     of the bench preset; build/bench
#   --no-install   take what has been fetched as it is
#
# The job, the same for all: of each row take Actor1CountryCode, Actor2CountryCode and EventCode (columns 7, 17 and 26
# from 0), keep the rows in which both countries are there and differ, and print how many they are and a checksum of
# their texts (kept_rows.hpp). All on one thread, told that there is no header and nothing is quoted. "limit" is `wc -l`.
#
# "detente" does this by what détente's formats are read by: blocks of the file, and three columns of each row.
# "detente_log", for information, is `read_events` in brief, which makes a whole log of the rows: days, ids, mentions,
# numbered actors and codes, each dyad's events together.
#
# csv2 (MIT) is C++ in headers. They are fetched by git into build/peers/csv2, unless they are there already, and
# compiled by $CXX (c++) for this very machine. If they cannot be had it is left out, which is said.
#
# First every program runs once, unmeasured, and must print what détente prints; then come the rounds (measure.py) and
# the table as Markdown (table.py).
set -euo pipefail

. "$(dirname "$0")/shared.sh"
all_rows=1000000,10000000
rounds=5
results=$work/reading.tsv
install=yes

csv2_home=https://github.com/p-ranav/csv2
csv2_commit=0b5754893b7002b218277aeb8e5e012b85494c56

while [ $# -gt 0 ]; do
  case $1 in
    --rows) all_rows=$2 ;;
    --rounds) rounds=$2 ;;
    --build) build=$(cd "$2" && pwd) ;;
    --no-install) install=no && set -- "$1" "$@" ;;
    -h | --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift 2
done

fetch_csv2() {
  git init -q "$work/csv2" &&
    git -C "$work/csv2" fetch -q --depth 1 "$csv2_home" "$csv2_commit" &&
    git -C "$work/csv2" checkout -q FETCH_HEAD
}

have_csv2() {
  local headers=$work/csv2/include
  if [ ! -f "$headers/csv2/reader.hpp" ]; then
    [ "$install" = yes ] || { echo "--no-install, and no headers in $headers" >"$work/csv2.log" && return 1; }
    say "fetching csv2"
    fetch_csv2 2>"$work/csv2.log" || return
  fi
  "${CXX:-c++}" -std=c++20 -O3 -DNDEBUG -march=native -isystem "$headers" "$here/csv2_reading.cpp" \
    -o "$work/csv2_reading" 2>"$work/csv2.log"
}

# Sets `command` to what runs the job: program kind rows threads.
set_command() {
  local events=$work/$2-$3.events
  case $1 in
    detente) command=("$build/bench/detente_reading" rows "$events") ;;
    detente_log) command=("$build/bench/detente_reading" log "$events") ;;
    csv2) command=("$work/csv2_reading" "$events") ;;
    limit) command=(wc -l "$events") ;;
  esac
}

# Ends unless all programs keep the same rows.
check() {
  local program command result expected=
  for program in detente "${peers[@]}"; do
    set_command "$program" gdelt "$1" 1
    result=$("${command[@]}")
    say "$program: $result"
    expected=${expected:-$result}
    [ "$result" = "$expected" ] || { say "$program DIFFERS" && exit 1; }
  done
}

need_built detente_reading make_events
peers=()
if have_csv2; then peers+=(csv2); else say "skipped: csv2 cannot be had here ($work/csv2.log says why)"; fi

: >"$results"
for rows in ${all_rows//,/ }; do
  make_events gdelt "$rows"
  check "$rows"
  measure gdelt "$rows" 1 limit detente "${peers[@]}" detente_log
done
"$python" "$here/table.py" "$results"
