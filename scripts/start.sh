#!/usr/bin/env bash
# scripts/start.sh - SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: start.sh [OPTION...]
# Installs what is missing, builds wmosim and compares one partner with several
# providers in Utrecht. Options go to `wmosim compare`; paths in them are relative to
# the folder of the project.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

bash scripts/install.sh run

printf 'wmosim bouwen ...\n'
log=build/release.log
mkdir -p build
if ! { cmake --preset release && cmake --build --preset release --target wmosim; } \
    >"$log" 2>&1; then
    cat "$log" >&2
    printf 'start.sh: bouwen is mislukt; waarom staat hierboven en in %s.\n' "$log" >&2
    printf 'Is deze map verplaatst of gekopieerd? Verwijder dan de map build.\n' >&2
    exit 70
fi

# The first scenario is the one that the other is compared with.
exec build/release/wmosim compare \
    scenarios/utrecht/meer-aanbieders.cfg scenarios/utrecht/een-partner.cfg "$@"
