#!/bin/sh
# Does floors.sh find what it is there to find? A made-up tree with one offence of each kind, and a good tree.
#   floors_self_test.sh FOLDER_TO_WORK_IN
set -eu
check=$(cd "$(dirname "$0")" && pwd)/floors.sh
rm -rf "$1"
mkdir -p "$1"
cd "$1"

file() {  # path, lines...
  path=$1
  shift
  mkdir -p "$(dirname "$path")"
  printf '%s\n' "$@" > "$path"
}

good() {
  rm -rf tree
  file tree/include/detente/ground/day.hpp '#pragma once' '#include <vector>'
  file tree/include/detente/values/event.hpp '#include <detente/ground/day.hpp>' '#include <detente/values/dyad.hpp>'
  file tree/include/detente/values/dyad.hpp '#include <fmt/format.h>' '#include "detente/version.hpp"'
  file tree/include/detente/output/chart.hpp '#include "detente/values/event.hpp"'
  file tree/include/detente/detente.hpp '#include <detente/output/chart.hpp>' '#include <detente/values/event.hpp>'
  file tree/lib/values/table.hpp '#include <detente/ground/day.hpp>'
  file tree/lib/values/event.cpp '#include <detente/values/event.hpp>' '#include "table.hpp"' '#include "values/table.hpp"'
}

expect() {  # what, exit code, words
  status=0
  sh "$check" tree > said || status=$?
  if [ "$status" -ne "$2" ] || ! grep -qF "$3" said; then
    echo "$1: expected exit code $2 and '$3', but got $status and:"
    cat said
    exit 1
  fi
  echo "$1: found"
}

good; expect 'a good tree' 0 '7 files, 9 includes of our own, 0 offences'

good; file tree/include/detente/ground/bad.hpp '  # include "detente/values/event.hpp"  // up'
expect 'an include that points up' 1 \
  'include/detente/ground/bad.hpp (floor 0) includes include/detente/values/event.hpp (floor 1)'

good; file tree/lib/ground/bad.cpp '#include "values/table.hpp"'
expect 'a source that points up to a private header' 1 'lib/ground/bad.cpp (floor 0) includes lib/values/table.hpp (floor 1)'

good; file tree/lib/output/bad.cpp '#include <detente/detente.hpp>'
expect 'an include of the umbrella header' 1 '(floor 6) includes include/detente/detente.hpp (floor 7)'

good; file tree/include/detente/values/dyad.hpp '#include <detente/values/pair.hpp>'
file tree/include/detente/values/pair.hpp '#include <detente/values/event.hpp>'
expect 'a cycle' 1 'cycle: include/detente/values/event.hpp -> include/detente/values/dyad.hpp -> include/detente/values/pair.hpp -> include/detente/values/event.hpp'

good; file tree/include/detente/values/dyad.hpp '#include <detente/values/dyad.hpp>'
expect 'a file that includes itself' 1 'cycle: include/detente/values/dyad.hpp -> include/detente/values/dyad.hpp'

good; file tree/include/detente/detail/contracts/versions.hpp '#include <detente/values/event.hpp>'
expect 'a detail of a higher floor' 0 '8 files, 10 includes of our own, 0 offences'

good; file tree/include/detente/detail/contracts/versions.hpp '#include <vector>'
file tree/include/detente/values/bad.hpp '#include <detente/detail/contracts/versions.hpp>'
expect 'an include of a detail of a higher floor' 1 '(floor 1) includes include/detente/detail/contracts/versions.hpp (floor 2)'

good; file tree/include/detente/attic/old.hpp '#include <vector>'
expect 'a folder without a floor' 1 'include/detente/attic/old.hpp: in no folder that has a floor'

good; file tree/lib/values/bad.cpp '#include <detente/values/gone.hpp>'
expect 'a header that is not there' 1 'lib/values/bad.cpp: includes detente/values/gone.hpp, which is not there'
