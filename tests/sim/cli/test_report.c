/* tests/sim/cli/test_report.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/cli/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/fake_results.h"
#include "tests/support/sandbox.h"

/* Two scenarios; the second has a layout of its own with other years. */
struct fixture {
    struct fake_results fake;
    struct sim_label years[FAKE_YEAR_COUNT + 1];
    struct sim_dimension dimensions[FAKE_DIMENSION_COUNT];
    struct sim_layout layout;
};

static int set_up(void **state)
{
    static const char *const titles[] = {"Van toen", "Van nu"};
    struct fixture *self = calloc(1, sizeof *self);
    assert_non_null(self);
    fake_results_init(&self->fake, ".", 2, titles);
    memcpy(self->years, self->fake.labels[FAKE_JAAR], sizeof self->years);
    memcpy(self->dimensions, self->fake.dimensions, sizeof self->dimensions);
    self->dimensions[FAKE_JAAR].labels = self->years;
    self->layout = self->fake.layout;
    self->layout.dimensions = self->dimensions;
    *state = self;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *self = *state;
    fake_results_free(&self->fake);
    free(self);
    return 0;
}

/* What is printed; the caller frees it. */
static char *print(struct fixture *self)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    const struct sim_study study = {
        .model = &self->fake.model,
        .scenarios = self->fake.scenarios,
        .results = &self->fake.results,
        .replications = FAKE_REPLICATION_COUNT,
    };
    sim_report_print(&study, out);
    assert_int_equal(fclose(out), 0);
    return text;
}

static void test_scenarios_of_the_same_years_need_no_warning(void **state)
{
    struct fixture *self = *state;
    self->fake.results.scenarios[1].layout = &self->layout;
    char *text = print(self);
    assert_non_null(strstr(text, "'Van nu' (scenario) tegenover 'Van toen' (basis)"));
    assert_null(strstr(text, "Let op"));
    free(text);
}

static void test_scenarios_of_other_years_are_told_apart(void **state)
{
    struct fixture *self = *state;
    self->fake.results.scenarios[1].layout = &self->layout;
    self->years[0] = (struct sim_label){"2025", "2025"};
    char *text = print(self);
    assert_non_null(strstr(text, "Let op: 'Van toen' loopt van 2027 tot en met 2036 en "
                                 "'Van nu' van 2025 tot en met 2036."));
    assert_non_null(strstr(text, "Vergelijk per jaar: csv/verschillen.csv."));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_scenarios_of_the_same_years_need_no_warning, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_scenarios_of_other_years_are_told_apart,
                                        set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, sandbox_enter, sandbox_leave);
}
