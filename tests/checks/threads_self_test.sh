#!/bin/sh
# threads.sh on a tree made for it: a class that says it, also over two lines and before a template, and some that do not.
#   threads_self_test.sh FOLDER
set -eu
check=$(cd "$(dirname "$0")" && pwd)/threads.sh
rm -rf "$1"
mkdir -p "$1/include/detente/detail"
cat >"$1/include/detente/good.hpp" <<'END'
/// A value. Threads: any number may read an object at once, and one alone may
/// change it.
template <class T>
class Good {
};
class Later;
END
cat >"$1/include/detente/detail/inner.hpp" <<'END'
class Inner {
};
END
sh "$check" "$1"
refuses() {  # the comment of a class
  printf '%s\nclass Bad {\n};\n' "$1" >"$tree/include/detente/bad.hpp"
  if sh "$check" "$tree"; then echo "taken: $1"; exit 1; fi
}
tree=$1
refuses '/// Says nothing.'
refuses '/// Threads: it is safe.'
refuses '/// Threads: any number may use an object at once.

int between;'
