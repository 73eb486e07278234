#!/usr/bin/env bash
# tell-reports.sh FOLDER SINCE: prints the summary of an evaluation and where its reports are, unless they are older than the file SINCE.
set -euo pipefail
folder="$1" since="$2"
[ "$folder/summary.md" -nt "$since" ] || exit 0
printf '\n== evaluation\n'
cat "$folder/summary.md"
printf 'for staff: %s/report.html\nfor machines, beside it: run.json, junit.xml, trials.csv, summary.md\n' "$(cd "$folder" && pwd)"
