/* tests/sim/store/test_figure_draw.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/store/figure_internal.h"
#include "tests/support/figure_fixture.h"
#include "tests/support/sandbox.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

/* --- A gnuplot that is not there, or not well --- */

static void test_missing_gnuplot_is_named_with_its_package(void **state)
{
    struct figure_fixture *self = *state;
    fake_results_init(&self->fake, ".", 2, FIGURE_FIXTURE_TITLE);
    setenv("PATH", self->folder, 1);
    assert_int_equal(figure_fixture_draw(self), SIM_ERR_HELPER);
    assert_non_null(strstr(self->message, "apt install gnuplot-nox"));
    for (int i = 0; i < FIGURE_FIXTURE_COUNT; i++) {
        assert_true(figure_fixture_has(FIGURE_FIXTURE_NAME[i], ".tsv"));
        assert_true(figure_fixture_has(FIGURE_FIXTURE_NAME[i], ".gp"));
        assert_true(figure_fixture_has(FIGURE_FIXTURE_NAME[i], ".txt"));
        assert_false(figure_fixture_has(FIGURE_FIXTURE_NAME[i], ".svg"));
    }
}

static void test_other_figures_are_drawn_when_one_fails(void **state)
{
    struct figure_fixture *self = *state;
    fake_results_init(&self->fake, ".", 2, FIGURE_FIXTURE_TITLE);
    figure_fixture_replace_gnuplot(
        self, "if [ \"$2\" = wachttijd.gp ]; then\n"
              "  echo half > wachttijd.svg; echo 'regel 7: boem' >&2; exit 3\n"
              "fi\n" FIGURE_FIXTURE_PICTURE);
    assert_int_equal(figure_fixture_draw(self), SIM_ERR_HELPER);
    assert_non_null(strstr(self->message, "wachttijd"));
    assert_non_null(strstr(self->message, "code 3"));
    assert_non_null(strstr(self->message, "regel 7: boem"));
    assert_false(figure_fixture_has("wachttijd", ".svg"));
    assert_true(figure_fixture_has("wijken", ".svg"));
    assert_true(figure_fixture_has("begroting", ".png"));
}

static void test_empty_picture_is_a_failure(void **state)
{
    struct figure_fixture *self = *state;
    fake_results_init(&self->fake, ".", 1, FIGURE_FIXTURE_TITLE);
    figure_fixture_replace_gnuplot(self, ": > \"${2%.gp}.svg\"; : > \"${2%.gp}.png\"");
    assert_int_equal(figure_fixture_draw(self), SIM_ERR_HELPER);
    assert_non_null(strstr(self->message, "leeg bestand"));
}

static void test_unknown_kind_of_svg_is_a_failure(void **state)
{
    struct figure_fixture *self = *state;
    fake_results_init(&self->fake, ".", 1, FIGURE_FIXTURE_TITLE);
    figure_fixture_replace_gnuplot(self, "echo '<svg ><title>' > \"${2%.gp}.svg\"\n"
                                         "echo x > \"${2%.gp}.png\"");
    assert_int_equal(figure_fixture_draw(self), SIM_ERR_HELPER);
    assert_non_null(strstr(self->message, "wachttijd.svg"));
}

/* Whether process [id] runs a program; one that has ended but is not yet reaped has no
 * command line. */
static bool is_running(const char *id)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%.*s/cmdline", (int)strcspn(id, "\n"), id);
    FILE *file = fopen(path, "r");
    bool is_alive = file != NULL && fgetc(file) != EOF;
    if (file != NULL) {
        fclose(file);
    }
    return is_alive;
}

static void test_gnuplot_past_its_time_is_ended_with_its_children(void **state)
{
    struct figure_fixture *self = *state;
    const struct timespec pause = {.tv_nsec = 100000000};
    figure_fixture_replace_gnuplot(self, "/bin/sleep 60 & echo $! > kind.txt; wait");
    time_t start = time(NULL);
    assert_int_equal(
        sim_figure_run(".", "traag", 1.0, self->message, sizeof self->message),
        SIM_ERR_HELPER);
    assert_true(difftime(time(NULL), start) < 50.0);
    assert_non_null(strstr(self->message, "niet klaar"));
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
    char *child = sandbox_read("kind.txt", NULL);
    for (int i = 0; i < 50 && is_running(child); i++) {
        nanosleep(&pause, NULL);
    }
    assert_false(is_running(child));
    free(child);
}

static void test_gnuplot_gets_only_path_and_locale(void **state)
{
    struct figure_fixture *self = *state;
    setenv("GEHEIM", "sleutel", 1);
    figure_fixture_replace_gnuplot(
        self, "/usr/bin/env > omgeving.txt; echo \"$@\" >> omgeving.txt");
    fake_results_init(&self->fake, ".", 1, FIGURE_FIXTURE_TITLE);
    self->fake.model.figure_count = 1;
    assert_int_equal(figure_fixture_draw(self), SIM_ERR_HELPER);
    figure_fixture_assert_holds("omgeving", ".txt", "LC_ALL=C.UTF-8");
    figure_fixture_assert_holds("omgeving", ".txt", "\n-d wachttijd.gp\n");
    figure_fixture_assert_lacks("omgeving", ".txt", "GEHEIM");
    figure_fixture_assert_lacks("omgeving", ".txt", "HOME=");
    unsetenv("GEHEIM");
}

#define TEST(function)                                               \
    cmocka_unit_test_setup_teardown(function, figure_fixture_set_up, \
                                    figure_fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_missing_gnuplot_is_named_with_its_package),
        TEST(test_other_figures_are_drawn_when_one_fails),
        TEST(test_empty_picture_is_a_failure),
        TEST(test_unknown_kind_of_svg_is_a_failure),
        TEST(test_gnuplot_past_its_time_is_ended_with_its_children),
        TEST(test_gnuplot_gets_only_path_and_locale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
