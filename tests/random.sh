#!/bin/sh
# Laws, fuzzers and mutated files on new random seeds until something fails or the time is up:
#   sh tests/random.sh [MINUTES]
# Builds the presets dev and, where Clang is, the fuzzers and the readers' tests of asan. What fails says how to repeat it.
set -eu
cd "$(dirname "$0")/.."
minutes=${1:-10}
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

cmake --preset dev
cmake --build --preset dev --parallel "$jobs"
if command -v clang++ >/dev/null 2>&1; then
  cmake --preset asan
  cmake --build --preset asan --parallel "$jobs" --target test_readers fuzzers
fi

end=$(($(date +%s) + 60 * minutes))
time_left() { [ "$(date +%s)" -lt "$end" ]; }

laws() {  # RapidCheck draws a seed of its own, and prints what repeats a failure
  for program in build/dev/tests/test_*; do
    if [ ! -x "$program" ]; then continue; fi
    echo "== $program"
    RC_PARAMS='max_success=3000 max_discard_ratio=1000' "$program" --gtest_brief=1 || return
  done
}

fuzzers() {  # half a minute each; a failure leaves its input in build/asan
  for program in build/asan/fuzz/fuzz_*; do
    if [ ! -x "$program" ]; then continue; fi
    name=${program##*/fuzz_}
    mkdir -p "build/asan/corpus/$name"
    echo "== $program"
    "$program" -max_total_time=30 -timeout=10 -verbosity=0 -artifact_prefix=build/asan/ "build/asan/corpus/$name" \
      "tests/fuzz/corpus/$name" || return
  done
}

histories() {  # of live events, by every model
  DETENTE_SEED=$(date +%s) DETENTE_HISTORIES=1000 build/dev/tests/test_live --gtest_brief=1 --gtest_filter='*LiveLaw*'
}

faults() {  # of the disk under a store
  DETENTE_SEED=$(date +%s) DETENTE_FAULTS=10000 build/dev/tests/test_live --gtest_brief=1 --gtest_filter='Faults.*'
}

mutations() {  # ten thousand files of every format and packing
  if [ ! -x build/asan/tests/test_readers ]; then return; fi
  DETENTE_SEED=$(date +%s) DETENTE_MUTANTS=10000 build/asan/tests/test_readers --gtest_brief=1 \
    --gtest_filter='*Mutations*'
}

rounds=0
while time_left; do
  laws
  fuzzers
  histories
  faults
  mutations
  rounds=$((rounds + 1))
done
echo "$rounds rounds in $minutes minutes; nothing failed"
