#!/usr/bin/env bash
# A year of an analyst's work on the five source reports, from the first import to the fourth quarterly meeting.
#
#     PYTHON=python3 tests/scripted_year.sh OUT
#
# What the checks, the meetings and the end said is written into the folder OUT, beside the data. Each step has its own
# day, told by INSPECT_CLI_NOW, so that every run is the same. tests/test_scripted_year.py runs this and holds what is in
# OUT against tests/year/expected.txt.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=$1
export INSPECT_CLI_DATA="$out/data" NO_COLOR=1 PYTHONPATH="$here/.."
mkdir -p "$out"

inspect_cli() { "${PYTHON:-python3}" -c 'from inspect_cli.cli.app import main; main()' "$@"; }

# The day of the next steps. Britain keeps summer time from April to October.
on() { export INSPECT_CLI_NOW="$1T09:00:00+${2:-01}:00"; }

# The id in the first line of listing $1 that holds the words $2.
id_in() { inspect_cli "$1" --plain | awk -F '\t' -v words="$2" 'index($0, words) { print $1; exit }'; }
area() { id_in areas "$1"; }

# What cron does: check, keep what was said and how it ended; and what monitoring makes of it.
cron() {
  local day=${INSPECT_CLI_NOW%T*} status=0
  inspect_cli check --json >"$out/check-$day.json" || status=$?
  printf '%s\n' "$status" >"$out/check-$day.status"
  status=0
  inspect_cli check --nagios >"$out/nagios-$day.txt" || status=$?
  printf '%s\n' "$status" >>"$out/nagios-$day.txt"
}

# The paper of a meeting: how everything stands, and what changed since the last one.
paper() {
  inspect_cli areas --plain "${@:2}" >"$out/$1.areas"
  inspect_cli status --json "${@:2}" >"$out/$1.status"
}
meeting() {
  local day=${INSPECT_CLI_NOW%T*}
  paper "meeting-$day"
  inspect_cli changes --since "$1" --json >"$out/changes-$day.json"
}

# October: the reports go in, every open area gets an owner and a date.
on 2024-10-01
inspect_cli init --quiet
printf 'force = "cheshire"\nby = "A. Analyst"\n' >"$INSPECT_CLI_DATA/settings.toml"
inspect_cli import "$here/../seeds" --quiet
vetting=$(area 'Vetting clearance')
abuse=$(area 'Abuse of position')
unit=$(area 'Counter-corruption capability')
disparity=$(area 'Disproportionality')
ethics=$(area 'Ethics panel')
inspect_cli respond "$(id_in reports 'Cheshire PEEL 2018')" --published '1 November 2019'
inspect_cli update "$vetting" --status in-progress --owner 'Head of Vetting' --due '31 March' \
  --reason 'date agreed with the inspectorate'
inspect_cli update "$abuse" "$unit" "$disparity" "$ethics" --owner 'Head of PSD' --status in-progress --yes
inspect_cli update "$unit" --due 28/2/2025
inspect_cli update "$disparity" --due 'end of October 2025'
inspect_cli update "$ethics" --due 'in 12 weeks'
inspect_cli update "$abuse" --due 2025-06-30

on 2024-10-02
cron

on 2024-10-16
meeting 2024-10-01

# Winter: a link is ruled on; one date moves twice, the second time without the reason that is wanted.
on 2024-11-12 00
inspect_cli link --accept "$(inspect_cli areas --json | "${PYTHON:-python3}" -c '
import json, sys
print(next(link["id"] for area in json.load(sys.stdin) for link in area["proposed"]))')" --reason 'the same unit'
inspect_cli note "$vetting" 'Two vetting officers start in January.'

on 2024-12-02 00
cron

on 2024-12-10 00
inspect_cli update "$ethics" --due '31 January' --reason 'the panel has a new chair' --by 'B. Deputy'

on 2025-01-09 00
inspect_cli update "$ethics" --due 'in 8 weeks' --anyway 'the board wants it in the plan today'

on 2025-01-13 00
cron

on 2025-01-15 00
meeting 2024-10-17

# Spring: what was done. The wrong area is closed by mistake, and that is taken back.
on 2025-02-20 00
inspect_cli update "$vetting" --status complete --evidence 'No renewal outstanding, return of 17 February'
inspect_cli update "$ethics" --status closed --evidence 'All staff trained, register of 14 February'
inspect_cli undo --reason 'the wrong area'
inspect_cli update "$abuse" --status closed --evidence 'All staff trained, register of 14 February'

on 2025-04-02
cron

on 2025-04-16
meeting 2025-01-16

on 2025-04-17
inspect_cli update "$unit" --due '30 September' --reason 'the last posts are filled in the autumn' \
  --owner 'Deputy Chief Constable'

# Summer: a report that discharges one area, disputes another and is silent on others.
on 2025-06-13
inspect_cli import "$here/year/reports" --quiet
inspect_cli update "$unit" --status closed --evidence 'Discharged in the report of 12 June 2025'
interests=$(area 'Business interests')
gifts=$(area 'Gifts and hospitality')
inspect_cli areas merge "$gifts" "$interests" --reason 'both are registers of PSD'
inspect_cli undo --reason 'to be kept under the other'
inspect_cli areas merge "$interests" "$gifts" --reason 'both are registers of PSD'
inspect_cli areas rename "$interests" 'Integrity registers'
inspect_cli update "$interests" --owner 'Head of PSD' --due 'in 6 months'
inspect_cli update "$disparity" --status not-accepted --reason 'the figures are too small to tell'
inspect_cli undo --reason 'the board does accept it'

on 2025-07-14
cron

on 2025-07-16
meeting 2025-04-17

on 2025-07-17
inspect_cli respond "$(id_in reports 'Cheshire PEEL 2025')" --published "15 July"

# The end, and each meeting's paper again.
on 2025-10-01
inspect_cli areas --json >"$out/end.areas.json"
inspect_cli areas --moved --json >"$out/end.moved.json"
inspect_cli areas --disputed --json >"$out/end.disputed.json"
inspect_cli areas --silent --json >"$out/end.silent.json"
inspect_cli areas --proposed --json >"$out/end.proposed.json"
inspect_cli reports --responses --json >"$out/end.responses.json"
inspect_cli status --json >"$out/end.status.json"
inspect_cli log --json >"$out/end.log.json"
inspect_cli doctor
for day in 2024-10-16 2025-01-15 2025-04-16 2025-07-16; do
  paper "again-$day" --as-of "$day"
done
