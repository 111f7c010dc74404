/* tests/fuzz/fuzz_scenario.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One input of the fuzzer, given to the reader of scenarios with the registry of the
 * model: the text of a scenario file in tests/scenario/model (so that basis =
 * "mini.cfg" works), or after a '=' settings of mini.cfg, one a line.
 */
#ifndef TESTS_FUZZ_FUZZ_SCENARIO_H
#define TESTS_FUZZ_FUZZ_SCENARIO_H

#include <stddef.h>
#include <stdint.h>

/* Aborts unless the input is refused with readable messages, or gives a scenario of
 * which every value can be read and that is the same after it is written and read
 * back. Always returns 0. The name is libFuzzer's. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
