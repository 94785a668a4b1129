#!/bin/sh
# The worked example: tension between the United States and Colombia, 2025 to 2026, from two chronologies.
#   sh examples/run.sh [options for CMake's configure step]
# Builds the program detente (on Debian and Ubuntu it installs what that needs, and says what), prints the tables,
# and leaves the pages and charts in build/us_colombia. Where tests/run.sh has built the program and no options are given, it
# brings that build up to date instead of building another.
set -eu
cd "$(dirname "$0")/.."
. cmake/packages.sh

install_missing build
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
preset=quick
if [ $# -eq 0 ] && [ -x build/release/examples/detente ]; then preset=release; else cmake --preset quick "$@"; fi
cmake --build --preset "$preset" --parallel "$jobs" --target detente_cli

out=build/us_colombia
mkdir -p "$out"
for history in us_colombia_2025_2026 us_colombia_article; do
  echo
  echo "== examples/data/$history.csv"
  "build/$preset/examples/detente" index "examples/data/$history.csv" --dyad USA:COL \
    --page "$out/$history.html" --chart "$out/$history.svg"
done

echo
echo 'Pages and charts:'
for file in "$out"/*; do echo "  $file"; done
