/* tests/support/figure_fixture.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fake results and their figures, drawn in a folder of its own for each test.
 */
#ifndef TESTS_SUPPORT_FIGURE_FIXTURE_H
#define TESTS_SUPPORT_FIGURE_FIXTURE_H

#include <stdbool.h>

#include "sim/store/figure.h"
#include "tests/support/fake_results.h"

#define FIGURE_FIXTURE_COUNT 3
extern const char *const FIGURE_FIXTURE_NAME[FIGURE_FIXTURE_COUNT];

/* Titles for up to eight scenarios. */
extern const char *const FIGURE_FIXTURE_TITLE[8];

struct figure_fixture {
    char *folder;      /* where the test works */
    char *search_path; /* PATH as it was */
    struct fake_results fake;
    char message[2048]; /* of the last drawing */
};

/* For cmocka_unit_test_setup_teardown; the state is the fixture, without results. */
int figure_fixture_set_up(void **state);
int figure_fixture_tear_down(void **state);

/* Draws the figures of self->fake anew, in figuren. */
enum sim_status figure_fixture_draw(struct figure_fixture *self);

/* Makes results of [count] scenarios and draws them. */
void figure_fixture_draw_scenarios(struct figure_fixture *self, int count);

/* The same for two scenarios, without real pictures: for tests that look at what goes
 * into a picture, as drawing takes a while. */
void figure_fixture_write_inputs(struct figure_fixture *self);

/* Makes a program called gnuplot that runs [commands], the only one to be found. */
void figure_fixture_replace_gnuplot(const struct figure_fixture *self,
                                    const char *commands);

/* Commands for it that leave something that looks like a picture. */
#define FIGURE_FIXTURE_PICTURE                                               \
    "echo '<svg ><title>x</title><desc>x</desc></svg>' > \"${2%.gp}.svg\"\n" \
    "echo x > \"${2%.gp}.png\"\n"

/* Whether figuren holds [name][suffix] and it is not empty; its text, which the caller
 * frees; that a text is in it, or is not. */
bool figure_fixture_has(const char *name, const char *suffix);
char *figure_fixture_read(const char *name, const char *suffix);
void figure_fixture_assert_holds(const char *name, const char *suffix,
                                 const char *wanted);
void figure_fixture_assert_lacks(const char *name, const char *suffix,
                                 const char *unwanted);

/* The outcome over all aanbieders. */
const struct sim_tally *figure_fixture_tally(const struct figure_fixture *self,
                                             int scenario, enum fake_measure measure,
                                             int jaar, int wijk, int zorgvorm);

#endif
