#!/bin/sh
# Are docs/validation.md, its pictures and the README's table what the validation says today?
#   sh bench/validation/check.sh PROGRAM FOLDER
# Ends with 77 where the data is absent.
set -eu
cd "$(dirname "$0")/../.."
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
cp README.md "$made/"
DETENTE_VALIDATE=$1 DETENTE_VALIDATE_TO=$made sh bench/validation/run.sh "$2"
diff README.md "$made/README.md"
diff docs/validation.md "$made/docs/validation.md"
diff -r docs/validation "$made/docs/validation"
echo "as it stands there"
