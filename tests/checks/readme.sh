#!/bin/sh
# What the README and the pages of docs show is what happens.
#   readme.sh TREE FOLDER_OF_THE_PROGRAM
# In ```console blocks the lines after "$ " are run, page by page in one folder that has the tree's examples, and the
# lines below are what they print on standard output. A picture that a command draws into docs must be the one that is
# there, and so must the README's. Every term of the histories in examples/data is known. The README's ```cpp blocks
# stand word for word, but for their indentation, in one of examples/*.cpp. (All ```cpp blocks: tests/blocks.)
set -eu
tree=$1
PATH=$2:$PATH
export PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The folder of a page: what its commands write stays there.
room() {  # name
  mkdir -p "$work/$1/docs"
  ln -s "$tree/examples" "$work/$1/examples"
  cd "$work/$1"
}

failed=0
commands=0
run_block() {  # page, file of the commands, file of what they print
  commands=$((commands + 1))
  sh -e "$2" >"$work/printed" 2>"$work/said" || { echo "fails in $1: $(cat "$2")"; cat "$work/said"; failed=1; }
  if ! diff -u "$3" "$work/printed"; then
    echo "prints something else in $1: $(cat "$2")"
    failed=1
  fi
}

run_page() {  # page
  name=$(echo "$1" | tr '/.' '__')
  room "$name"
  awk -v work="$work" -v name="$name" '
    /^```console$/ { console = 1; next }
    /^```cpp$/ && name == "README_md" { cpp = ++blocks; next }
    /^```/ { console = cpp = 0; next }
    console && /^\$ / {
      file = sprintf("%s/%s_%04d", work, name, ++n)
      print substr($0, 3) > (file ".command")
      printf "" > (file ".expected")
      next
    }
    console { print > (file ".expected") }
    cpp { print > (work "/" cpp ".cpp") }
  ' "$tree/$1"
  for command in "$work/$name"_*.command; do
    if [ -e "$command" ]; then run_block "$1" "$command" "${command%.command}.expected"; fi
  done
  for drawn in "$work/$name"/docs/*.svg; do
    if [ -e "$drawn" ]; then mv "$drawn" "$work/"; fi
  done
}

cd "$tree"
pages=$(find README.md docs -name '*.md' | LC_ALL=C sort)
for page in $pages; do run_page "$page"; done
cd "$tree"

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
