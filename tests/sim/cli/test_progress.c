/* tests/sim/cli/test_progress.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/progress.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void assert_text(uint64_t done, uint64_t total, double seconds,
                        const char *expected)
{
    const struct sim_progress progress = {.scenario_count = 2};
    char text[128];
    sim_progress_text(&progress, done, total, seconds, text, sizeof text);
    assert_string_equal(text, expected);
}

static void test_progress_counts_replications_that_all_scenarios_have(void **state)
{
    (void)state;
    assert_text(5, 40, 1.0, " 12% | 2 van 20 replicaties | nog ongeveer 7 s");
    assert_text(40, 40, 9.0, "100% | 20 van 20 replicaties | nog ongeveer 0 s");
}

static void test_progress_tells_time_left_in_a_fitting_unit(void **state)
{
    (void)state;
    assert_text(10, 40, 20.0, " 25% | 5 van 20 replicaties | nog ongeveer 60 s");
    assert_text(10, 40, 200.0, " 25% | 5 van 20 replicaties | nog ongeveer 10 min");
    assert_text(10, 40, 3600.0, " 25% | 5 van 20 replicaties | nog ongeveer 3 uur");
}

static void test_progress_that_may_end_sooner_says_at_most(void **state)
{
    const struct sim_progress progress = {.scenario_count = 2, .may_end_sooner = true};
    char text[128];
    (void)state;
    sim_progress_text(&progress, 10, 2000, 1.0, text, sizeof text);
    assert_string_equal(
        text, "5 replicaties, ten hoogste 1000 | nog ten hoogste ongeveer 3 min");
}

static void test_progress_is_silent_where_it_is_no_terminal(void **state)
{
    struct sim_progress progress;
    FILE *file = tmpfile();
    (void)state;
    sim_progress_init(&progress, file, false, 1, false);
    progress.shown_seconds = -1.0;
    sim_progress_show(&progress, 1, 2);
    sim_progress_end(&progress);
    assert_int_equal(ftell(file), 0);
    fclose(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_progress_counts_replications_that_all_scenarios_have),
        cmocka_unit_test(test_progress_tells_time_left_in_a_fitting_unit),
        cmocka_unit_test(test_progress_that_may_end_sooner_says_at_most),
        cmocka_unit_test(test_progress_is_silent_where_it_is_no_terminal),
    };
    return cmocka_run_group_tests_name("progress", tests, NULL, NULL);
}
