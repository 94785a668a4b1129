#!/bin/sh
# How the index compares with the world, from local copies of public data, as docs/validation.md and
# in the README:
#   sh bench/validation/run.sh [FOLDER]
# FOLDER holds data/ and golden/; by default the one beside the project. What is measured and what would count as
# failure: plan.md. DETENTE_VALIDATE names a program that is built already, DETENTE_VALIDATE_TO another folder for the
# results (check.sh has both).
set -eu
cd "$(dirname "$0")/../.."
folder=${1:-../shared}
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

check() {  # file, SHA-256
  if [ ! -f "$folder/$1" ]; then
    echo "there is no $folder/$1" >&2
  elif [ "$(sha256sum "$folder/$1" | cut -d' ' -f1)" != "$2" ]; then
    echo "$folder/$1 is another version than the one of the plan" >&2
    exit 1
  fi
}
check data/events/keds_levant_cameo.tsv aa34c54d6451614256d77531fd3c6af28f680e0a195bef283a9d3a8f4b131938
check golden/validation/levant_dyad_months.csv.gz e4f21cb5761ae3643920440e3d717867618b997963c93dbec6133a8829285490
check data/reference/gml_mid_spells.csv 64aee79c1ac3a130bc5a6c5412bc77dd47e9eb7b2b1ddfc031fa0059b8408589
check data/reference/india_dyads_daily_2017_2022.csv 557ada80a3f2a250ae65675e89f329d82f83bd96053c61cb1a32b81f7ef015d7
check data/reference/gpr_daily.csv 1c07e9a50c6f7dab3cc0b818462c33e6ea1c0e10b8935f05e43ae84bf9c95995
check data/events/gdelt2_20191024143000.export.CSV 7668cd01394a02c03ecb2de6060db17a931396f919351ca8cfbe70f6d61e0cdc
check data/events/gdelt1_mixed_710_rows.tsv cd8988c40cea029fb0fe19cb844985c5eef8df6aded0a008a79a5cab862fa2c9
check data/events/gdelt1_57_and_58_columns.tsv 5e7147255f0015adef488a3a55acfb4b31b4fe4676e8820eeb4fbd60851d6986
if [ ! -f "$folder/data/events/keds_levant_cameo.tsv" ] || [ ! -f "$folder/golden/validation/levant_dyad_months.csv.gz" ]; then
  echo "without them nothing can be made; name the folder: sh bench/validation/run.sh FOLDER" >&2
  exit 77
fi

program=${DETENTE_VALIDATE:-}
if [ -z "$program" ]; then
  cmake --preset bench
  cmake --build --preset bench --parallel "$jobs" --target validate
  program=build/bench/bench/validate
fi
target=${DETENTE_VALIDATE_TO:-.}
mkdir -p "$target/docs"
pairs=$target/docs/levant_pairs.txt
gzip -dc "$folder/golden/validation/levant_dyad_months.csv.gz" | cut -d, -f1 | sort -u >"$pairs"
"$program" "$folder/data" bench/validation/crises.csv "$pairs" "$target"
rm "$pairs"
