#!/bin/sh
# Does comment_tables.sh find what it is there to find? A made-up tree with one offence of each kind, and a good tree.
#   comment_tables_self_test.sh FOLDER_TO_WORK_IN
# shellcheck disable=SC2016  # backquotes are part of the comments
set -eu
check=$(cd "$(dirname "$0")" && pwd)/comment_tables.sh
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
  file tree/include/detente/table.hpp '/// Kinds:' '///' '/// | kind | means |' '/// |---|:---:|' \
    '/// | `a` | one \| other |' '/// | b | |' '/// After it, |x| and a | b are text, and so is `| c | d |`.'
  file tree/lib/list.cpp '  /// - `a`: one - or so,' '  ///   on two lines;' '  /// - b.' '  /// - *c* - d' '  ///' \
    '  /// Then text, x - 1 and `; - `.'
  file tree/lib/example.cpp '///     name | value |' '///     a; - `b` | c | d' 'x = a | b; // | not a comment line'
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

good; expect 'a good tree' 0 '3 files, 1 tables, 3 list items, 0 offences'

good; file tree/lib/bad.cpp '/// | a | b |' '/// | c | d |'
expect 'a table without a line below its first row' 1 'lib/bad.cpp:2: a table without a line |---| below its first row'

good; file tree/lib/bad.cpp 'int x;' '  // | a | b |' 'int y;'
expect 'a table of one row' 1 'lib/bad.cpp:2: a table without a line |---| below its first row'

good; file tree/tests/bad.cpp '/// | a | b |' '/// |---|---|' '/// | c | d | | e | f |'
expect 'two rows on one line' 1 'tests/bad.cpp:3: a row of 5 cells in a table of 2'

good; file tree/tests/bad.hpp '/// | a | b |' '/// |---|---|' '/// | c |'
expect 'a row that lacks a cell' 1 'tests/bad.hpp:3: a row of 1 cells in a table of 2'

good; file tree/bench/bad.cpp '/// | a | b |' '/// |---|---|' '/// | c | what goes on' '/// and on |'
expect 'a row that is broken off' 1 'bench/bad.cpp:3: a row of a table that does not end with |'
expect 'the rest of a row' 1 'bench/bad.cpp:4: a row of a table within a text'

good; file tree/lib/bad.cpp '/// Kinds: | a | b | |---|---| | c | d' '/// | and so on.'
expect 'a table run together' 1 'lib/bad.cpp:1: a row of a table within a text'

good; file tree/examples/bad.cpp '/// - a;' '/// - `b`: one - `c`: another'
expect 'two items on one line' 1 'examples/bad.cpp:2: two items of a list on one line'

good; file tree/include/bad.hpp '/// Kinds: a; - b; - c.'
expect 'a list run together' 1 'include/bad.hpp:1: two items of a list on one line'

good; file tree/lib/bad.cpp '/// - a goes on' '/// over' '///   lines.'
expect 'an item that is reflowed' 1 'lib/bad.cpp:2: a line of a list item that is not indented'

good; file tree/lib/bad.cpp "$(printf '/// %0116dé' 0)"
expect 'a comment that is too long' 1 'lib/bad.cpp:1: a comment past column 120'
good; file tree/lib/good.cpp "$(printf '/// %0115dé' 0)"
expect 'a comment that is just short enough' 0 ' 0 offences'
