#!/bin/sh
# The rule of the floors: a file includes files of lower floors, or of its own floor without a cycle.
#   floors.sh TREE      checks TREE/include/detente and TREE/lib; prints each offence and ends with 1 if there is one
set -eu
cd "$1"
[ -d include/detente ] || { echo "no include/detente in $1" >&2; exit 2; }
folders=include/detente
if [ -d lib ]; then folders="$folders lib"; fi

# shellcheck disable=SC2086  # two folders
find $folders -name '*.hpp' -o -name '*.cpp' | LC_ALL=C sort | awk '
  BEGIN {
    floor["ground"] = floor["detail"] = 0; floor["values"] = floor["scores"] = 1; floor["contracts"] = floor["detail/contracts"] = 2
    floor["detail/models"] = 3
    floor["readers"] = floor["models"] = floor["processes"] = floor["scales"] = floor["codebooks"] = 3
    floor["engines"] = floor["live"] = 4; floor["questions"] = floor["fit"] = floor["live/watch"] = floor["quality"] = floor["distributed"] = 5; floor["output"] = floor["fit/tables"] = floor["fit/json"] = 6
    floor["live/tables"] = floor["live/json"] = 6
    top = 7  # the umbrella header
  }

  # A room has the floor of the folder that it lies in, unless it is named itself.
  function floor_of(path) {
    if (path == "include/detente/detente.hpp") return top
    sub(/^include\/detente\//, "", path); sub(/^lib\//, "", path)
    while (sub(/\/[^\/]*$/, "", path)) if (path in floor) return floor[path]
    return -1
  }
  function offence(text) { print text; offences++ }

  # The file that an include line means, or "" when it is none of ours.
  function resolve(from, name, quoted,    beside) {
    beside = from; sub(/[^\/]*$/, name, beside)
    if (quoted && beside in known) return beside
    if (("include/" name) in known) return "include/" name
    if (quoted && ("lib/" name) in known) return "lib/" name
    if (name == "detente/version.hpp") return ""
    if (name ~ /^detente\// || quoted) offence(from ": includes " name ", which is not there")
    return ""
  }

  function visit(file, path,    i, n, next_files, at) {
    state[file] = "open"
    n = split(edges[file], next_files, "\n")
    for (i = 1; i <= n; i++) {
      if (next_files[i] == "") continue
      if (state[next_files[i]] == "open") {
        at = index(path "\n", "\n" next_files[i] "\n")
        path_text = substr(path, at + 1) "\n" next_files[i]
        gsub(/\n/, " -> ", path_text)
        offence("cycle: " path_text)
      } else if (state[next_files[i]] == "") {
        visit(next_files[i], path "\n" next_files[i])
      }
    }
    state[file] = "done"
  }

  { files[++count] = $0; known[$0] = 1 }

  END {
    for (f = 1; f <= count; f++) {
      from = files[f]
      if (floor_of(from) < 0) offence(from ": in no folder that has a floor")
      while ((getline line < from) > 0) {
        if (line !~ /^[ \t]*#[ \t]*include[ \t]*[<"]/) continue
        quoted = line ~ /^[^<]*"/
        name = line; sub(/^[^<"]*[<"]/, "", name); sub(/[>"].*/, "", name)
        to = resolve(from, name, quoted)
        if (to == "") continue
        includes++
        if (floor_of(to) > floor_of(from))
          offence(from " (floor " floor_of(from) ") includes " to " (floor " floor_of(to) ")")
        edges[from] = edges[from] "\n" to
      }
      close(from)
    }
    for (f = 1; f <= count; f++) if (state[files[f]] == "") visit(files[f], "\n" files[f])
    print count " files, " includes + 0 " includes of our own, " offences + 0 " offences"
    exit offences > 0
  }'
