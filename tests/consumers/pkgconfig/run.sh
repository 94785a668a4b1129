#!/bin/sh
# By pkg-config and the compiler alone, from an installed tree: run.sh COMPILER PREFIX LIBDIR static|shared SOURCE FOLDER [MODULE...]
set -eu
compiler=$1 prefix=$2 libdir=$3 kind=$4 source=$5 folder=$6
shift 6
export PKG_CONFIG_PATH="$prefix/$libdir/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
mkdir -p "$folder"
modules='detente'
for module in "$@"; do modules="$modules $module"; done
# Where both kinds are installed, the static ones have names of their own.
if [ "$kind" = static ] && pkg-config --exists detente-static; then modules=$(echo "$modules" | sed -E 's/[a-z-]+/&-static/g'); fi
# shellcheck disable=SC2086  # a list of words
flags=$(pkg-config --cflags --libs $modules)
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
