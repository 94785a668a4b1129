#!/bin/sh
# Builds everything and runs all tests: sh tests/run.sh [options for CMake's configure step]
# On Debian and Ubuntu it installs what is missing, and says what that is. The build goes to build/release.
set -eu
cd "$(dirname "$0")/.."
. cmake/packages.sh

install_missing build tests
install_missing_scripts
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
cmake --preset release -DDETENTE_TESTS=ON -DDETENTE_EXAMPLES=ON -DDETENTE_BENCH=ON -DDETENTE_BOTH=ON -DDETENTE_PYTHON=ON "$@"
cmake --build --preset release --parallel "$jobs"
ctest --preset release --parallel "$jobs"
