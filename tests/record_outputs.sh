#!/bin/sh
# What every command prints for every sample file, each into a file of its own, for changes that must change nothing:
#   sh tests/record_outputs.sh PROGRAM FOLDER     # with the program before and after
#   diff -r BEFORE AFTER
# Without ../shared only the examples' data are asked about, and it says so.
set -u
program=$(realpath "$1") || exit
mkdir -p "$2" || exit
here=$(cd "$(dirname "$0")/.." && pwd)
examples=$here/examples/data
events=$here/../shared/data/events
cd "$2" || exit

number=0
run() {  # words of a command
  number=$((number + 1))
  name=$(printf '%03d' "$number")
  echo "$*" > "$name.command"
  "$program" "$@" > "$name.out" 2> "$name.err" < /dev/null
  echo "ended with $?" >> "$name.command"
}

for history in "$examples/us_colombia_2025_2026.csv" "$examples/us_colombia_article.csv"; do
  for form in table csv json; do
    run index "$history" --dyad USA:COL --output $form
    run index "$history" --dyad USA:COL --output $form --every week --direction forward --no-bands
    run explain "$history" --dyad USA:COL --between 2025-08 2025-09 --output $form
    run vintages "$history" --dyad USA:COL --every week --output $form
    run check "$history" --output $form
    run panel "$history" --output $form
    run panel "$history" --output $form --top 5
    run panel "$history" --output $form --model 'two_speed rho=0.06 kappa=1'
    run reciprocity "$history" --dyad USA:COL --output $form
  done
  run index "$history" --dyad USA:COL --page "$name.html" --chart "$name.svg"
done
for form in table csv json; do
  run diff "$examples/us_colombia_2025_2026.csv" "$examples/us_colombia_article.csv" --dyad USA:COL --output $form
  run what-if "$examples/us_colombia_2025_2026.csv" --dyad USA:COL --change "$examples/us_colombia_changes.csv" --output $form
  run forecast "$examples/us_colombia_2025_2026.csv" --dyad USA:COL --as-of 2026-02-02 --horizon 26 \
    --scenario "$examples/us_colombia_meeting.csv" --output $form
  run models list --output $form
  run codebook list --output $form
  run codebook show gdelt --output $form
done
"$program" models list --output csv | sed '1d; s/,.*//' > models.txt
while read -r model; do
  run models show "$model" --output json
  run index "$examples/us_colombia_2025_2026.csv" --dyad USA:COL --model "$model" --output json
done < models.txt

if [ ! -d "$events" ]; then
  echo "no $events: the machine-coded files are left out" >&2
  exit 0
fi
for file in "$events"/*.*; do
  for form in table csv json; do
    run check "$file" --output $form
    run panel "$file" --output $form --threads 2
  done
  run panel "$file" --model decayed_sum --output csv --volume log
done
levant=$events/keds_levant_cameo.tsv
run index "$levant" --dyad ISR:PAL --output csv
run forecast "$levant" --dyad ISR:PAL --output json
run explain "$levant" --dyad ISR:PAL --between 2000-08 2000-12 --output csv
run compare "$levant" --dyad ISR:PAL --dyad ISR:LEB --dyad ISR:SYR --output csv --draws 200
