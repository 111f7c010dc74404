#!/usr/bin/env bash
# scripts/install.sh - SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: install.sh run|test
# Installs what is missing of the Debian 12 packages that building and running (run),
# or also testing (test), need. Touches nothing when all of them are there.
set -euo pipefail

# The build finds its tests while it is configured, hence cmocka in the first list.
run_packages=(
    cmake ninja-build gcc libc6-dev pkg-config
    libgsl-dev libconfig-dev libsqlite3-dev libjansson-dev libssl-dev librandom123-dev
    libcmocka-dev gnuplot-nox fonts-dejavu-core
)
# Version 14 by name: another version of clang-format lays code out differently.
# libclang-rt holds the fuzzer of the preset fuzz.
test_packages=(
    clang-14 clang-format-14 libclang-rt-14-dev shellcheck valgrind
)

# fail EXIT_CODE MESSAGE: the codes are those of the program, see sim/status.h.
fail() {
    printf 'install.sh: %s\n' "$2" >&2
    exit "$1"
}

is_installed() {
    local status
    status=$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) &&
        [[ $status == installed ]]
}

as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@"
    else
        sudo "$@"
    fi
}

apt_get() {
    # A machine that has just started may still be updating itself: wait for that.
    as_root env DEBIAN_FRONTEND=noninteractive apt-get --quiet \
        --option DPkg::Lock::Timeout=300 "$@"
}

case "${1:-}" in
run) wanted=("${run_packages[@]}") ;;
test) wanted=("${run_packages[@]}" "${test_packages[@]}") ;;
*) fail 64 "gebruik: install.sh run|test" ;;
esac

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    fail 69 "apt ontbreekt: dit script is voor Debian 12. Nodig zijn: ${wanted[*]}"
fi

missing=()
for package in "${wanted[@]}"; do
    is_installed "$package" || missing+=("$package")
done
if [[ ${#missing[@]} == 0 ]]; then
    exit 0
fi

if [[ $(id -u) != 0 ]] && ! command -v sudo >/dev/null; then
    fail 69 "er ontbreken pakketten en u bent geen root en hebt geen sudo. Vraag uw \
beheerder om: apt-get install --no-install-recommends ${missing[*]}"
fi

printf 'Installeren met apt: %s\n' "${missing[*]}"
# One source of packages that cannot be reached need not be the one that is needed.
apt_get update || printf 'install.sh: niet alle pakketbronnen zijn bereikbaar\n' >&2
apt_get install --yes --no-install-recommends "${missing[@]}" ||
    fail 69 "installeren is mislukt; de melding van apt staat hierboven"
