#!/bin/sh
# Every class of the public headers says in its comment, in one of three sentences, which threads may use it.
#   threads.sh TREE      prints each class that does not; ends with 1 if there is one
# Structs are plain values: any number of threads may read one at once, and one alone may change it (CONTRIBUTING.md).
set -eu
cd "$1/include/detente"
find . -name '*.hpp' ! -path './detail/*' | LC_ALL=C sort | LC_ALL=C xargs awk '
  function says(text) {
    return text ~ /Threads: any number may use an object at once\./ ||
           text ~ /Threads: any number may read an object at once, and one alone may change it\./ ||
           text ~ /Threads: one at a time may use an object; different objects share nothing( but the file)?\./
  }
  FNR == 1 { comment = "" }
  /^\/\/\// { comment = comment " " substr($0, 5); next }
  /^(template|  requires)/ { next }
  /^class [A-Za-z]+/ && !/;$/ {
    classes++
    if (!says(comment)) { print FILENAME ":" FNR ": " $2 " does not say which threads may use it"; missing++ }
  }
  { comment = "" }
  END {
    print classes " classes, " missing + 0 " do not say which threads may use them"
    exit missing > 0 || classes == 0
  }'
