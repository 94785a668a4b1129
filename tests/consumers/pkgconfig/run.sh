#!/bin/sh
# By pkg-config and the compiler alone, from an installed tree: run.sh COMPILER PREFIX LIBDIR static|shared SOURCE FOLDER [MODULE...]
set -eu
compiler=$1 prefix=$2 libdir=$3 kind=$4 source=$5 folder=$6
shift 6
export PKG_CONFIG_PATH="$prefix/$libdir/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
mkdir -p "$folder"
if [ "$kind" = static ]; then
  # By name, because the linker prefers the shared ones that may stand beside them; everything else stays shared.
  flags=$(pkg-config --static --cflags --libs detente "$@" | sed -E 's/-l(detente[a-z_]*)/-l:lib\1.a/g')
else
  flags=$(pkg-config --cflags --libs detente "$@")
fi
echo "flags: $flags"
case $flags in
  *fmt* | *boost* | *eigen*) echo 'what the library is made with is asked of who uses it' && exit 1 ;;
esac
defines=''
for module in "$@"; do
  case $module in
    detente-json) defines="$defines -DWITH_JSON" ;;
    detente-fit) defines="$defines -DWITH_FIT" ;;
    detente-live) defines="$defines -DWITH_LIVE" ;;
  esac
done
# shellcheck disable=SC2086  # lists of words
"$compiler" -std=c++20 $defines "$source" $flags -o "$folder/consumer"
# shellcheck disable=SC2086
if "$compiler" -std=c++20 $defines "$source" $flags -M | grep -E '/(boost|fmt|Eigen|eigen3|nlohmann)/'; then
  echo 'a public header includes what the library is made with'
  exit 1
fi
cd "$folder"
LD_LIBRARY_PATH="$prefix/$libdir" ./consumer
