#!/usr/bin/env bash
# How fast is détente beside the tools that people would use instead?
#
#   bench/peers/run.sh [--rows N[,N…]] [--kinds gdelt,plain] [--rounds N] [--threads N[,N…]] [--peers NAME[,NAME…]]
#                      [--build FOLDER] [--no-install]
#
#   --rows      rows of the made-up event files; 1000000,10000000
#   --kinds     gdelt: 61 columns between tabs, most rows not between two countries; plain: a CSV of four columns, every
#               row an event of one of 22,350 dyads; both
#   --rounds    how often each program runs; 5. Programs take turns, so that a machine that slows down slows all
#   --threads   threads that each program may use; 1,2. pandas always uses one, and starts are single-threaded
#   --peers     of: clickhouse polars duckdb data_table pandas; all. One that cannot be had is skipped, which is said
#   --build     of the bench preset; build/bench
#   --no-install   take npm packages as they are
#
# The job, the same for all: read the file; keep the rows between two different countries; give each its code's
# published score (positive is cooperation) and leave out codes without one; then, for every directed dyad and every
# undirected pair (alphabetical) and every month with an event of it: the sum, the mean and the count of that month's
# scores, and the decayed sum on the month's last day of all scores so far, half-life 30 days. Every row counts. Written
# as CSV `kind,source,target,month,sum,mean,count,decayed`, sorted by the first four. Each program gets the file's
# columns, types and quoting told, reads only what it needs, groups the events once (undirected pairs are made of
# directed ones), and makes the decayed sums of monthly ones; it does all this in one process, whose start counts.
# "limit" is `wc -l`: the file read and its lines counted, nothing else.
#
# First every program runs once, unmeasured, and all panels must agree to 1e-9 (compare.py); then come the rounds
# (measure.py) and the tables as Markdown (table.py). Event files, panels and packages stay in build/peers, which may
# be deleted; 1e7 rows take 3.8 GB (gdelt) and 0.4 GB (plain). Needs bash, python3, cmake, and for the peers node, npm
# (chdb, nodejs-polars, @duckdb/node-api, installed into build/peers), R with data.table, python3 with pandas.
set -euo pipefail

. "$(dirname "$0")/shared.sh"
all_rows=1000000,10000000
kinds=gdelt,plain
rounds=5
all_threads=1,2
peers=clickhouse,polars,duckdb,data_table,pandas
install=yes

# The packages, and the versions that the jobs were written for.
declare -A packages=([clickhouse]=chdb@3.4.0 [polars]=nodejs-polars@0.26.1 [duckdb]=@duckdb/node-api@1.5.6-r.1)

while [ $# -gt 0 ]; do
  case $1 in
    --rows) all_rows=$2 ;;
    --kinds) kinds=$2 ;;
    --rounds) rounds=$2 ;;
    --threads) all_threads=$2 ;;
    --peers) peers=$2 ;;
    --build) build=$(cd "$2" && pwd) ;;
    --no-install) install=no && set -- "$1" "$@" ;;
    -h | --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift 2
done

# ---- what there is to run ----

can_load() { NODE_PATH=$work/node_modules node -e 'require(process.argv[1])' "$1" 2>"$work/load.log"; }

add_package() { npm install --prefix "$work" --no-audit --no-fund --no-progress "$1" >"$work/npm.log" 2>&1; }

# polars' binary asks for a newer node than it needs, and npm then leaves it out without a word.
add_polars_binary() {
  local version=${packages[polars]##*@}
  add_package "nodejs-polars-linux-$(node -p process.arch)-gnu@$version"
}

have_package() {
  local package=${packages[$1]%@*}
  command -v node >/dev/null && command -v npm >/dev/null || return
  can_load "$package" && return
  [ "$install" = yes ] || return
  say "installing $package"
  [ -f "$work/package.json" ] || echo '{"private": true}' >"$work/package.json"
  add_package "${packages[$1]}" || return
  can_load "$package" && return
  [ "$1" = polars ] && add_polars_binary && can_load "$package"
}

have() {
  case $1 in
    clickhouse | polars | duckdb) have_package "$1" ;;
    data_table) command -v Rscript >/dev/null && Rscript -e 'library(data.table)' >/dev/null 2>&1 ;;
    pandas) "$python" -c 'import pandas' 2>/dev/null ;;
    *) say "there is no peer '$1'" && exit 2 ;;
  esac
}

# Sets `command` to what runs the job: program kind rows threads.
set_command() {
  local events=$work/$2-$3.events
  local arguments=("$2" "$events" "$work/$2-weights.csv" "$work/$2-$3-$1.csv" "$4")
  case $1 in
    detente) command=("$build/bench/detente_job" "${arguments[@]}") ;;
    clickhouse | polars | duckdb) command=(env NODE_PATH="$work/node_modules" node "$here/$1.js" "${arguments[@]}") ;;
    data_table) command=(Rscript --vanilla "$here/data_table.R" "${arguments[@]}") ;;
    pandas) command=("$python" "$here/pandas_job.py" "${arguments[@]}") ;;
    limit) command=(wc -l "$events") ;;
  esac
}

# ---- what it runs on ----

# The codebook's scores: codes have no quotes, and what follows the second comma is not needed.
make_weights() {
  local codebook=gdelt
  [ "$1" = gdelt ] || codebook=plain
  grep -v '^#' "$root/lib/codebooks/$codebook.csv" | cut -d, -f1,2 >"$work/$1-weights.csv"
}

# ---- running ----

# Sets `able` to the peers that can do it: one that runs out of memory, say, has no place in the rounds.
check() {
  local kind=$1 rows=$2 threads=$3 program command panels=()
  able=()
  for program in detente "${present[@]}"; do
    say "checking: $program, $kind, $rows rows"
    set_command "$program" "$kind" "$rows" "$threads"
    if "${command[@]}" >/dev/null; then
      panels+=("$work/$kind-$rows-$program.csv")
      [ "$program" = detente ] || able+=("$program")
    else
      say "skipped: $program fails at $kind, $rows rows"
      [ "$program" != detente ] || exit 1
    fi
  done
  "$python" "$here/compare.py" "${panels[@]}" >&2
}

need_built detente_job make_events

present=()
IFS=, read -ra wanted <<<"$peers"
for peer in "${wanted[@]}"; do
  if have "$peer"; then present+=("$peer"); else say "skipped: $peer cannot be had here"; fi
done

: >"$results"
for kind in ${kinds//,/ }; do
  make_weights "$kind"
  for rows in ${all_rows//,/ }; do
    make_events "$kind" "$rows"
    most=${all_threads##*,}
    check "$kind" "$rows" "$most"
    for threads in ${all_threads//,/ }; do measure "$kind" "$rows" "$threads" limit detente "${able[@]}"; done
  done
done
"$python" "$here/table.py" "$results"
