/* tests/scenario/test_shipped.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "tests/support/model_run.h"

struct provenance {
    const struct sim_scenario *scenario;
    int value_count;
    int fault_count;
};

static bool ends_in(const char *path, const char *name)
{
    size_t length = strlen(path), tail = strlen(name);
    return length >= tail && strcmp(path + length - tail, name) == 0 &&
           (length == tail || path[length - tail - 1] == '.');
}

/* Words that name a thing and say nothing about the world. */
static bool is_label(const char *path)
{
    return ends_in(path, "naam") || ends_in(path, "titel") ||
           ends_in(path, "toelichting") || ends_in(path, "basis") ||
           strncmp(path, "bronnen.", strlen("bronnen.")) == 0;
}

static bool is_status(const char *text)
{
    return strcmp(text, "bron") == 0 || strcmp(text, "afgeleid") == 0 ||
           strcmp(text, "aanname") == 0;
}

/* Whether [text] begins with a name from the list `bronnen` of the scenario. */
static bool names_a_source(const struct sim_scenario *scenario, const char *text)
{
    char name[80];
    return sscanf(text, "%79[a-z0-9]", name) == 1 &&
           sim_scenario_index(scenario, NULL, "bronnen", name) >= 0;
}

static void check_value(void *context, const struct sim_value_view *view)
{
    struct provenance *self = context;
    if (is_label(view->path)) {
        return;
    }
    self->value_count++;
    if (!is_status(view->status) || !names_a_source(self->scenario, view->source)) {
        print_message("%s:%d: %s has status '%s' and bron '%s'\n", view->file,
                      view->line, view->path, view->status, view->source);
        self->fault_count++;
    }
}

static void check_provenance(const char *path)
{
    struct sim_scenario *scenario = model_run_load(path, NULL);
    struct provenance provenance = {.scenario = scenario};
    sim_scenario_visit(scenario, check_value, &provenance);
    assert_true(provenance.value_count > 100);
    assert_int_equal(provenance.fault_count, 0);
    sim_scenario_destroy(scenario);
}

static void test_every_value_has_a_status_and_a_source(void **state)
{
    (void)state;
    model_run_each_shipped(check_provenance);
}

static char readme[16384];

/* The scenario is in the table of its folder, by its path in scenarios/. */
static void check_is_listed(const char *path)
{
    char entry[200];
    snprintf(entry, sizeof entry, "| `%s` |", path + strlen("scenarios/"));
    if (!strstr(readme, entry)) {
        fail_msg("scenarios/README.md does not list %s", path);
    }
}

static void test_every_scenario_is_listed_in_the_readme(void **state)
{
    (void)state;
    FILE *file = fopen("scenarios/README.md", "r");
    assert_non_null(file);
    size_t size = fread(readme, 1, sizeof readme - 1, file);
    fclose(file);
    assert_true(size < sizeof readme - 1);
    model_run_each_shipped(check_is_listed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_value_has_a_status_and_a_source),
        cmocka_unit_test(test_every_scenario_is_listed_in_the_readme),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
