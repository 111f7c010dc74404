/* tests/sim/cli/test_variants.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many instances of a model are there at one moment, when there are many scenarios:
 * each can be a large city.
 */
#include "sim/cli/variants.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <stdatomic.h>

#include "tests/support/sandbox.h"
#include "tests/support/toy_model.h"
#include "tests/support/toy_study.h"

#define VARIANT_COUNT 40
#define REPLICATIONS 8
#define SEED 20271
#define CELL 0 /* mean wait, all desks, whole run */

static atomic_int instance_count, most_instances;

static enum sim_status create(const struct sim_scenario *scenario, void **self)
{
    const int count = atomic_fetch_add(&instance_count, 1) + 1;
    int most = atomic_load(&most_instances);
    while (count > most &&
           !atomic_compare_exchange_weak(&most_instances, &most, count)) {
    }
    return toy_model.create(scenario, self);
}

static void destroy(void *self)
{
    atomic_fetch_sub(&instance_count, self != NULL);
    toy_model.destroy(self);
}

static struct sim_model counted_model(void)
{
    struct sim_model model = toy_model;
    model.create = create;
    model.destroy = destroy;
    instance_count = most_instances = 0;
    return model;
}

struct variants {
    struct sim_scenario *items[VARIANT_COUNT];
    struct sim_sample sample;
};

static void open_variants(struct variants *self)
{
    for (int v = 0; v < VARIANT_COUNT; v++) {
        char line[64];
        snprintf(line, sizeof line, "mislukt_bij = %d;\n", 1000 + v);
        self->items[v] = toy_study_load(sandbox_toy("variant", 1 + v % 4, line));
    }
    assert_int_equal(sim_sample_init(&self->sample, VARIANT_COUNT, 1, REPLICATIONS),
                     SIM_OK);
}

static void close_variants(struct variants *self)
{
    sim_sample_free(&self->sample);
    for (int v = 0; v < VARIANT_COUNT; v++) {
        sim_scenario_destroy(self->items[v]);
    }
}

static void run_variants(struct variants *self, const struct sim_model *model,
                         int threads)
{
    struct sim_resume none = {0};
    const struct sim_options options = {
        .model = model, .seed = SEED, .threads = threads, .is_quiet = true};
    assert_int_equal(sim_variants_run(&self->sample, &options,
                                      (const struct sim_scenario *const *)self->items,
                                      &none, NULL),
                     SIM_OK);
}

/* One variant at a time for one and for two threads, two for four; of each at most as
 * many instances as there are threads, when all are at its replications at once. */
static void test_memory_does_not_grow_with_the_number_of_variants(void **state)
{
    static const struct {
        int threads, most;
    } cases[] = {{1, 1 * 1}, {2, 1 * 2}, {4, 2 * 4}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sim_model model = counted_model();
        struct variants variants;
        open_variants(&variants);
        run_variants(&variants, &model, cases[i].threads);
        assert_in_range(most_instances, 1, cases[i].most);
        assert_int_equal(instance_count, 0);
        close_variants(&variants);
    }
}

/* In whatever groups they are run, each has the values that it has by itself. */
static void test_each_variant_has_its_own_values(void **state)
{
    struct variants variants;
    (void)state;
    open_variants(&variants);
    run_variants(&variants, &toy_model, 3);
    for (int v = 0; v < VARIANT_COUNT; v += 13) {
        double values[64];
        void *instance;
        assert_int_equal(toy_model.create(variants.items[v], &instance), SIM_OK);
        for (uint32_t r = 0; r < REPLICATIONS; r++) {
            assert_int_equal(
                sim_experiment_replicate(&toy_model, instance, SEED, r, values),
                SIM_OK);
            assert_true(sim_sample_at(&variants.sample, r, v, 0) == values[CELL]);
        }
        toy_model.destroy(instance);
    }
    close_variants(&variants);
}

/* One for each scenario to know its layout, and more only where threads meet. */
static void test_scenarios_share_their_instances_between_threads(void **state)
{
    enum { THREADS = 4, SCENARIO_COUNT = 20 };
    struct sim_model model = counted_model();
    struct variants variants;
    struct sim_results results;
    (void)state;
    open_variants(&variants);
    struct sim_experiment experiment = {.model = &model,
                                        .scenario_count = SCENARIO_COUNT,
                                        .seed = SEED,
                                        .replications = REPLICATIONS,
                                        .threads = THREADS};
    for (int s = 0; s < SCENARIO_COUNT; s++) {
        experiment.scenarios[s] = variants.items[s];
    }
    assert_int_equal(sim_experiment_run(&experiment, &results, NULL), SIM_OK);
    sim_results_free(&results);
    /* Two threads in one scenario need an instance more of it, which is seldom: that
     * each thread ever needs one of every scenario does not come up. */
    assert_in_range(most_instances, SCENARIO_COUNT, THREADS * SCENARIO_COUNT - 1);
    assert_int_equal(instance_count, 0);
    close_variants(&variants);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory_does_not_grow_with_the_number_of_variants),
        cmocka_unit_test(test_each_variant_has_its_own_values),
        cmocka_unit_test(test_scenarios_share_their_instances_between_threads),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("variants", tests, sandbox_enter, sandbox_leave);
}
