#!/bin/sh
# What the README and docs/histories.md show is what happens.
#   readme.sh TREE FOLDER_OF_THE_PROGRAM
# In ```console blocks the lines after "$ " are run, from the tree's root, and the lines below are what they print on
# standard output. A picture that a command draws into docs is drawn elsewhere and must be the one that is there, and so
# must the README's. Every term of the histories in examples/data is known. A ```cpp block stands word for word, but for
# its indentation, in one of examples/*.cpp.
set -eu
tree=$1
PATH=$2:$PATH
export PATH
cd "$tree"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

awk -v work="$work" '
  /^```console$/ { console = 1; next }
  /^```cpp$/ { cpp = ++blocks; next }
  /^```/ { console = cpp = 0; next }
  console && /^\$ / { n++; print substr($0, 3) > (work "/" n ".command"); printf "" > (work "/" n ".expected"); next }
  console { print > (work "/" n ".expected") }
  cpp { print > (work "/" cpp ".cpp") }
' README.md docs/histories.md

failed=0
commands=0
for command in "$work"/*.command; do
  commands=$((commands + 1))
  sed "s|--chart docs/|--chart $work/|" "$command" >"$work/run"
  sh -e "$work/run" >"$work/printed" 2>"$work/said" || { echo "fails: $(cat "$command")"; cat "$work/said"; failed=1; }
  if ! diff -u "${command%.command}.expected" "$work/printed"; then
    echo "prints something else: $(cat "$command")"
    failed=1
  fi
done

squeeze() { tr -s ' \n' '  ' <"$1"; }
for block in "$work"/*.cpp; do
  found=no
  for example in examples/*.cpp; do
    case "$(squeeze "$example")" in *"$(squeeze "$block" | sed 's/^ //; s/ $//')"*) found=yes ;; esac
  done
  if [ "$found" = no ]; then echo "no example holds this block:"; cat "$block"; failed=1; fi
done

detente index examples/data/us_colombia_2025_2026.csv --dyad USA:COL --sensitivity --chart "$work/us_colombia.svg" \
  >/dev/null 2>&1
pictures=0
for picture in docs/us_colombia.svg $(sed -n 's|^!\[.*\](\(.*\.svg\))$|docs/\1|p' docs/histories.md); do
  pictures=$((pictures + 1))
  if ! cmp "$picture" "$work/${picture#docs/}"; then
    echo "$picture is not what the program draws: make it anew and look at it"
    failed=1
  fi
done

histories=0
for history in examples/data/*_[0-9][0-9][0-9][0-9].csv examples/data/us_colombia_article.csv; do
  histories=$((histories + 1))
  detente check "$history" >"$work/printed"
  if grep -A 9 '^Unknown terms' "$work/printed"; then echo "not known: terms of $history"; failed=1; fi
done

echo "$commands commands run, $pictures pictures compared, $histories histories read"
[ "$commands" -gt 3 ] && [ "$pictures" -eq 4 ] && [ "$histories" -eq 5 ] && [ "$failed" -eq 0 ]
