#!/bin/sh
# scripts/model-document.sh - SPDX-License-Identifier: GPL-3.0-or-later
#
# Brings the generated blocks of models/MODEL.md up to date with the tables of the model
# and the scenario of one partner. Usage: scripts/model-document.sh [PROGRAM]
set -eu
cd "$(dirname "$0")/.."
program=${1:-build/release/wmosim}
document=models/MODEL.md
blocks=$(mktemp)
result=$(mktemp)
trap 'rm -f "$blocks" "$result"' EXIT

"$program" describe --markdown scenarios/utrecht/een-partner.cfg > "$blocks"
awk '
    FNR == 1 { file++ }
    file == 1 {
        if (/^<!-- begin: /) { name = $0 }
        block[name] = block[name] $0 "\n"
        next
    }
    /^<!-- begin: / && ($0 in block) { printf "%s", block[$0]; inside = 1 }
    !inside { print }
    /^<!-- end: / { inside = 0 }
' "$blocks" "$document" > "$result"
cat "$result" > "$document"
