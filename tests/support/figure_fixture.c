/* tests/support/figure_fixture.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/figure_fixture.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/store/folder.h"
#include "tests/support/sandbox.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

const char *const FIGURE_FIXTURE_NAME[] = {"wachttijd", "wijken", "begroting"};
const char *const FIGURE_FIXTURE_TITLE[] = {
    "Eén partner", "Meer aanbieders", "Drie", "Vier", "Vijf", "Zes", "Zeven", "Acht"};

int figure_fixture_set_up(void **state)
{
    struct figure_fixture *self = calloc(1, sizeof *self);
    void *folder = NULL;
    if (self == NULL || sandbox_enter(&folder) != 0) {
        return -1;
    }
    self->folder = folder;
    self->search_path = strdup(getenv("PATH"));
    *state = self;
    return 0;
}

int figure_fixture_tear_down(void **state)
{
    struct figure_fixture *self = *state;
    void *folder = self->folder;
    setenv("PATH", self->search_path, 1);
    fake_results_free(&self->fake);
    free(self->search_path);
    free(self);
    return sandbox_leave(&folder);
}

enum sim_status figure_fixture_draw(struct figure_fixture *self)
{
    sim_folder_remove("figuren");
    return sim_figures_draw(&self->fake.results, self->fake.scenarios, ".",
                            self->message, sizeof self->message);
}

void figure_fixture_replace_gnuplot(const struct figure_fixture *self,
                                    const char *commands)
{
    char program[1024];
    snprintf(program, sizeof program, "#!/bin/sh\n%s\n", commands);
    sandbox_write("gnuplot", program);
    assert_int_equal(chmod("gnuplot", 0700), 0);
    setenv("PATH", self->folder, 1);
}

void figure_fixture_write_inputs(struct figure_fixture *self)
{
    fake_results_init(&self->fake, ".", 2, FIGURE_FIXTURE_TITLE);
    figure_fixture_replace_gnuplot(self, FIGURE_FIXTURE_PICTURE);
    assert_int_equal(figure_fixture_draw(self), SIM_OK);
}

void figure_fixture_draw_scenarios(struct figure_fixture *self, int count)
{
    fake_results_init(&self->fake, ".", count, FIGURE_FIXTURE_TITLE);
    assert_int_equal(figure_fixture_draw(self), SIM_OK);
}

static void file_path(const char *name, const char *suffix, char *path, size_t size)
{
    snprintf(path, size, "figuren/%s%s", name, suffix);
}

bool figure_fixture_has(const char *name, const char *suffix)
{
    char path[256];
    struct stat status;
    file_path(name, suffix, path, sizeof path);
    return stat(path, &status) == 0 && status.st_size > 0;
}

char *figure_fixture_read(const char *name, const char *suffix)
{
    char path[256];
    file_path(name, suffix, path, sizeof path);
    return sandbox_read(path, NULL);
}

void figure_fixture_assert_holds(const char *name, const char *suffix,
                                 const char *wanted)
{
    char *text = figure_fixture_read(name, suffix);
    if (strstr(text, wanted) == NULL) {
        fail_msg("%s%s does not hold: %s", name, suffix, wanted);
    }
    free(text);
}

void figure_fixture_assert_lacks(const char *name, const char *suffix,
                                 const char *unwanted)
{
    char *text = figure_fixture_read(name, suffix);
    if (strstr(text, unwanted) != NULL) {
        fail_msg("%s%s holds: %s", name, suffix, unwanted);
    }
    free(text);
}

const struct sim_tally *figure_fixture_tally(const struct figure_fixture *self,
                                             int scenario, enum fake_measure measure,
                                             int jaar, int wijk, int zorgvorm)
{
    int cell = fake_results_cell(&self->fake, measure, jaar, wijk, zorgvorm,
                                 FAKE_AANBIEDER_COUNT);
    assert_true(cell >= 0);
    return &self->fake.results.scenarios[scenario].cells[cell];
}
