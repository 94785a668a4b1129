#!/bin/sh
# What the shared libraries show is what public headers declare, and the little that détente's own libraries share:
#   symbols.sh SOURCE LIBDIR
# A header says that its names are visible (#pragma GCC visibility push(default)). Each visible symbol must be a name of
# detente that stands in such a header. Private headers that say so are few, and listed here.
set -eu
source=$1 libdir=$2
shared='contracts/log_internals contracts/packed_rows distributed/checked_bytes distributed/input_plan
distributed/merged_texts distributed/panel_parts distributed/panel_work distributed/part_log distributed/part_result
distributed/shares distributed/spool distributed/work_folder ground/bytes ground/letters ground/text_pieces
output/text/comparison_rows output/text/utf8 output/wording/figures readers/formats/choose_format
readers/formats/event_formats readers/read_blocks readers/rows/merged_file readers/slice_findings values/keys'
words=$(mktemp)
trap 'rm -f "$words" "$words".*' EXIT

grep -rlF '#pragma GCC visibility push(default)' "$source/lib" --include='*.hpp' | sed "s#^$source/lib/##; s#\.hpp\$##" | sort > "$words.said"
# shellcheck disable=SC2086  # a list of words
printf '%s\n' $shared | sort > "$words.listed"
diff "$words.listed" "$words.said" || { echo 'the private headers that show their names differ from the list'; exit 1; }

unsaid=$(grep -rLF '#pragma GCC visibility push(default)' "$source/include" --include='*.hpp' | grep -v '/detente/detente\.hpp$' || true)
if [ -n "$unsaid" ]; then echo "public headers that do not show their names: $unsaid" && exit 1; fi

{ find "$source/include" -name '*.hpp'; sed "s#^#$source/lib/#; s#\$#.hpp#" "$words.said"; } | xargs cat |
  grep -oE '[A-Za-z_][A-Za-z_0-9]*' | sort -u > "$words"

failed=0
for library in "$libdir"/libdetente*.so; do
  nm --dynamic --defined-only --format=posix "$library" | cut -d' ' -f1 | c++filt -p > "$words.symbols"
  count=$(grep -c . "$words.symbols")
  if [ "$count" -lt 3 ]; then echo "$library shows $count symbols" && failed=1; fi
  # The last part of a name, without what a template is made for and without "vtable for" and its like.
  sed -E 's/^(vtable|typeinfo|typeinfo name|VTT|guard variable|construction vtable) for //; s/^(non-)?virtual thunk to //
          s/\[abi:[a-z0-9]+\]//g; s/[<(].*//' "$words.symbols" |
    awk -v library="$library" '
      !/^detente::/ { print library ": not of detente: " $0; next }
      { n = split($0, part, "::"); name = part[n]
        if (part[n - 1] ~ /^[A-Z]/) name = part[n - 1]  # of a class, which is declared with all it has, or as an inside
        sub(/^operator.*/, "operator", name); print "=" name }' |
    sort -u > "$words.names"
  if grep -v '^=' "$words.names"; then failed=1; fi
  missing=$(sed -n 's/^=//p' "$words.names" | sort -u | comm -23 - "$words")
  if [ -n "$missing" ]; then
    echo "$library shows what no visible header declares:" $missing
    failed=1
  fi
  echo "$library: $count symbols"
done
exit $failed
