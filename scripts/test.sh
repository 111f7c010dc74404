#!/usr/bin/env bash
# scripts/test.sh - SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: test.sh [quick]
# Installs what is missing, builds and tests; stops at the first failure. `quick` does
# only the release build and its tests. Everything is built under build/test/, so a
# next time compiles only what changed.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

wmosim=$PWD/build/test/release/wmosim
# Tests in which several threads run: the experiments and the commands that start them.
threaded='experiment|thread|cli'
passed=0
current=

case "${1:-}" in
quick | "") mode=${1:-all} ;;
*)
    printf 'test.sh: gebruik: test.sh [quick]\n' >&2
    exit 64
    ;;
esac

scratch=$(mktemp -d)

finish() {
    local code=$?
    rm -rf -- "$scratch"
    if [[ $code == 0 ]]; then
        printf '\n%d passed, 0 failed\n' "$passed"
    else
        printf '\nMislukt: %s\n%d passed, 1 failed\n' "$current" "$passed"
    fi
}
trap finish EXIT

# step TITLE COMMAND...
step() {
    current=$1
    printf '\n== %s\n' "$current"
    shift
    "$@"
    passed=$((passed + 1))
}

# build PRESET COMPILER [TARGET]: in a folder of its own, so that a developer's is left
# alone.
build() {
    local folder=build/test/$1
    CC=$2 cmake --preset "$1" -B "$folder" -DWMOSIM_WERROR=ON -DBUILD_TESTING=ON \
        -Wno-dev --log-level=WARNING
    cmake --build "$folder" --target "${3:-all}" -- --quiet
}

# run_tests PRESET [CTEST_OPTION...]
run_tests() {
    local folder=build/test/$1
    shift
    ctest --test-dir "$folder" -j2 --output-on-failure --no-tests=error "$@"
}

check_format() {
    find sim models tests -name '*.[ch]' -print0 |
        xargs -0 clang-format-14 --dry-run -Werror
}

check_shell() {
    shellcheck scripts/*.sh .ci/run
}

# Every shipped scenario is without faults and can be run. What is called basis.cfg
# only holds what others build on.
run_scenarios() {
    local file name
    mkdir "$scratch/run"
    while IFS= read -r -d '' file; do
        name=${file#scenarios/}
        "$wmosim" validate "$file"
        "$wmosim" run "$file" -n 2 --no-figures --quiet \
            -o "$scratch/run/${name//\//-}" >/dev/null
    done < <(find scenarios -name '*.cfg' ! -name basis.cfg -print0 | sort -z)
}

# The main job, small: with its differences and figures.
compare_scenarios() {
    local result=$scratch/compare file
    "$wmosim" compare scenarios/utrecht/meer-aanbieders.cfg \
        scenarios/utrecht/een-partner.cfg -n 2 --quiet -o "$result" | tail -n 5
    for file in "$result"/csv/verschillen.csv "$result"/figuren/wachttijd.{svg,png}; do
        if [[ ! -s $file ]]; then
            printf 'ontbreekt of is leeg: %s\n' "${file#"$result"/}"
            return 1
        fi
    done
}

# What was installed works from there, in another working directory.
check_installed() (
    prefix="$scratch/een map"
    cmake --install build/test/release --prefix "$prefix" >/dev/null
    cd "$scratch"
    "$prefix/bin/wmosim" --version
    "$prefix/bin/wmosim" validate \
        "$prefix/share/wmosim/scenarios/utrecht/een-partner.cfg"
)

# under_valgrind COMMAND...: what ASan does not see is memory that is read before it is
# written.
under_valgrind() {
    timeout 300 valgrind --quiet --error-exitcode=99 --leak-check=full \
        --errors-for-leak-kinds=definite,indirect "$@" >"$scratch/valgrind.log" 2>&1 || {
        printf '%s\n' "$*"
        cat "$scratch/valgrind.log"
        return 1
    }
}

# Programs that are soon done, and a model of a small city in two threads.
run_valgrind() {
    local folder=build/test/debug program
    for program in sim_engine_{engine,entity_pool,first_fit,queue,resource} \
        sim_engine_{resource_pool,stream,watch} \
        sim_statistics_{histogram,tally,timeavg} sim_scenario_{merge,read,set} \
        sim_store_checkpoint; do
        under_valgrind "$folder/tests/test_$program"
    done
    under_valgrind "$folder/wmosim" run tests/scenario/model/mini.cfg -n 2 \
        --threads 2 --no-figures --quiet -o "$scratch/valgrind"
}

# A minute from the same start: libFuzzer writes new inputs to the first folder and only
# reads the others. An input that fails is kept beside the program.
run_fuzzer() {
    local program=build/test/fuzz/tests/fuzz_scenario
    local log=$program.log
    mkdir "$scratch/fuzz"
    "$program" -seed=1 -max_total_time=60 -max_len=8192 -timeout=5 \
        -rss_limit_mb=1024 -dict=tests/fuzz/scenario.dict \
        -artifact_prefix="$program-" -print_final_stats=1 \
        "$scratch/fuzz" tests/fuzz/corpus tests/scenario/{good,bad,model} \
        </dev/null >"$log" 2>&1 || {
        tail -n 60 "$log"
        return 1
    }
    tail -n 6 "$log"
}

step "Pakketten" bash scripts/install.sh test
step "Bouwen: release, gcc" build release gcc
step "Tests: release, gcc" run_tests release
if [[ $mode == quick ]]; then
    exit 0
fi

step "Opmaak van de broncode" check_format
step "Controle van de scripts" check_shell
step "Meegeleverde scenario's" run_scenarios
step "Vergelijking" compare_scenarios
step "Installatie" check_installed
step "Bouwen: debug, clang" build debug clang-14
step "Tests: debug, clang" run_tests debug
step "Valgrind" run_valgrind
step "Bouwen: asan, gcc" build asan gcc
step "Tests: asan, gcc" run_tests asan
step "Bouwen: tsan, gcc" build tsan gcc
step "Tests: tsan, gcc" run_tests tsan --tests-regex "$threaded"
step "Bouwen: fuzz, clang" build fuzz clang-14 fuzz_scenario
step "Fuzzen: de lezer van scenario's" run_fuzzer
