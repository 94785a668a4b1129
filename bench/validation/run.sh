#!/bin/sh
# How the index stands against the world, from local copies of public data, as docs/validation.md:
#   sh bench/validation/run.sh [FOLDER]
# FOLDER holds data/ and golden/; by default the one beside the project. What is measured and what would count as
# failure: plan.md.
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
if [ ! -f "$folder/data/events/keds_levant_cameo.tsv" ] || [ ! -f "$folder/golden/validation/levant_dyad_months.csv.gz" ]; then
  echo "without them nothing can be made; name the folder: sh bench/validation/run.sh FOLDER" >&2
  exit 77
fi

cmake --preset bench
cmake --build --preset bench --parallel "$jobs" --target validate
pairs=build/bench/levant_pairs.txt
gzip -dc "$folder/golden/validation/levant_dyad_months.csv.gz" | cut -d, -f1 | sort -u >"$pairs"
build/bench/bench/validate "$folder/data" bench/validation/crises.csv "$pairs" docs/validation.md
echo "docs/validation.md"
