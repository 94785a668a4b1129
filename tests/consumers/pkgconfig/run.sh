#!/bin/sh
# By pkg-config and the compiler alone, from an installed tree: run.sh COMPILER PREFIX LIBDIR SOURCE FOLDER [MODULE...]
set -eu
compiler=$1 prefix=$2 libdir=$3 source=$4 folder=$5
shift 5
export PKG_CONFIG_PATH="$prefix/$libdir/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
mkdir -p "$folder"
flags=$(pkg-config --cflags --libs detente "$@")
echo "flags: $flags"
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
LD_LIBRARY_PATH="$prefix/$libdir" "$folder/consumer"
