#!/bin/sh
# What the README shows is what happens.
#   readme.sh TREE FOLDER_OF_THE_PROGRAM
# In ```console blocks the lines after "$ " are run, from the tree's root, and the lines below are what they print on
# standard output. Its picture is what the program draws. A ```cpp block stands word for word, but for its indentation, in one of examples/*.cpp.
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
' README.md

failed=0
commands=0
for command in "$work"/*.command; do
  commands=$((commands + 1))
  sh -e "$command" >"$work/printed" 2>"$work/said" || { echo "fails: $(cat "$command")"; cat "$work/said"; failed=1; }
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

detente index examples/data/us_colombia_2025_2026.csv --dyad USA:COL --sensitivity --chart "$work/now.svg" \
  >/dev/null 2>&1
if ! cmp docs/us_colombia.svg "$work/now.svg"; then
  echo "docs/us_colombia.svg is not what the program draws: make it anew and look at it"
  failed=1
fi

echo "$commands commands run"
[ "$commands" -gt 0 ] && [ "$failed" -eq 0 ]
