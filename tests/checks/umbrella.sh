#!/bin/sh
# The umbrella header includes every public header but those of optional components and of
# detail/, and nothing that is not there.
#   umbrella.sh TREE
set -eu
cd "$1/include"
there=$(find detente -mindepth 2 -name '*.hpp' ! -path 'detente/detail/*' ! -path 'detente/output/json/*' ! -path 'detente/fit/*' \
    ! -path 'detente/live/*/*' ! -path 'detente/distributed/mpi/*' |
  LC_ALL=C sort)
named=$(sed -n 's/^#include "\(detente\/.*\/.*\)"$/\1/p' detente/detente.hpp | LC_ALL=C sort)
if [ "$there" = "$named" ]; then exit 0; fi
echo "detente.hpp and the public headers differ:" >&2
printf '%s\n' "$there" "$named" | LC_ALL=C sort | uniq -u >&2
exit 1
