#!/bin/sh
# Tables and lists in comments have one row or item per line. A formatter that reflows comments breaks them, and nothing
# else would show it.
#   comment_tables.sh TREE      checks the sources of TREE; prints each offence and ends with 1 if there is one
#
# Every row of a table begins and ends with '|' and has as many cells as the first, and the second row is '|---|'. Lines
# after the first of a list item are indented. Examples, which are indented by four blanks or more, are exempt. The
# formatter does not break long comments either, so none may go past column 120.
set -eu
cd "$1"
folders=
for folder in include lib tests bench examples; do
  if [ -d "$folder" ]; then folders="$folders $folder"; fi
done
[ -n "$folders" ] || { echo "no sources in $1" >&2; exit 2; }

# shellcheck disable=SC2086  # several folders
find $folders -name '*.hpp' -o -name '*.cpp' | LC_ALL=C sort | LC_ALL=C awk '
  function offence(text) { print file ":" number ": " text; offences++ }

  # Characters of UTF-8 text; a combining accent has no width of its own.
  function columns(text) { gsub(/\314[\200-\277]|\315[\200-\257]|[\200-\277]/, "", text); return length(text) }

  # The number of unescaped bars.
  function bars(row) { gsub(/\\\|/, "", row); return gsub(/\|/, "|", row) }
  # The text without its code, in which bars and dashes are allowed.
  function prose(text) { gsub(/`[^`]*`/, "`code`", text); return text }

  function no_rule() { offence("a table without a line |---| below its first row") }
  function end_table() {
    if (rows == 1) { number--; no_rule(); number++ }
    rows = 0
  }
  function table_row(text) {
    rows++
    if (rows == 1) { tables++; width = bars(text) }
    if (text !~ /\|[ \t]*$/) offence("a row of a table that does not end with |")
    if (rows == 2 && text !~ /^\|([ \t]*:?-+:?[ \t]*\|)+[ \t]*$/) no_rule()
    if (bars(text) != width) offence("a row of " bars(text) - 1 " cells in a table of " width - 1)
  }
  function text_line(text, indent) {
    if (text ~ /^[-*] /) { items++; in_item = 1; sub(/^[-*] /, "", text) }
    else if (indent == 0 && in_item) offence("a line of a list item that is not indented")
    if (prose(text) ~ /[^ ] - [`*]|[.;:,] - [^ ]/) offence("two items of a list on one line")
    if (prose(text) ~ / \|( .* \|)?$| \| .* \| /) offence("a row of a table within a text")
  }

  {
    file = $0
    number = rows = in_item = 0
    while ((getline line < file) > 0) {
      number++
      if (line !~ /^[ \t]*\/\//) { end_table(); in_item = 0; continue }
      if (columns(line) > 120) offence("a comment past column 120")
      sub(/^[ \t]*\/\/\/?<?/, "", line); sub(/^ /, "", line)
      match(line, /^ */); indent = RLENGTH
      text = substr(line, indent + 1)
      if (text ~ /^\|/) { in_item = 0; table_row(text); continue }
      end_table()
      if (text == "") { in_item = 0; continue }
      if (indent < 4) text_line(text, indent)
    }
    close(file)
    number++
    end_table()
    files++
  }

  END {
    print files + 0 " files, " tables + 0 " tables, " items + 0 " list items, " offences + 0 " offences"
    exit offences > 0
  }'
