/* tests/example/test_mm1.c - SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* popen */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#ifndef TEST_EXAMPLE
#define TEST_EXAMPLE "example_mm1" /* the build says where */
#endif

#define TEXT_MAX 20000

static void read_text(const char *path, char text[TEXT_MAX])
{
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t length = fread(text, 1, TEXT_MAX - 1, file);
    text[length] = '\0';
    fclose(file);
}

static void test_the_map_of_sim_shows_the_example_as_it_is(void **state)
{
    (void)state;
    static char example[TEXT_MAX], map[TEXT_MAX];
    read_text("tests/example/mm1.c", example);
    read_text("sim/README.md", map);
    char *begin = strstr(map, "```c\n");
    assert_non_null(begin);
    begin += strlen("```c\n");
    char *end = strstr(begin, "```");
    assert_non_null(end);
    *end = '\0';
    assert_string_equal(begin, example);
}

/* Customers in an M/M/1 of utilisation rho and service 1: rho / (1 - rho). Variance of
 * the mean over a time t: 2 rho (1 + rho) / (1 - rho)^4 / t, for long t (Whitt 1989,
 * "Planning queueing simulations"). */
static void test_the_example_gives_the_customers_in_an_mm1_queue(void **state)
{
    (void)state;
    const double rho = 0.9;
    const double days = 100000.0;
    const double variance = 2.0 * rho * (1.0 + rho) / pow(1.0 - rho, 4.0) / days;
    double customers = NAN;
    FILE *program = popen("\"" TEST_EXAMPLE "\"", "r");
    assert_non_null(program);
    assert_int_equal(fscanf(program, "%lf", &customers), 1);
    assert_int_equal(pclose(program), 0);
    assert_true(fabs(customers - rho / (1.0 - rho)) < 4.0 * sqrt(variance));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_map_of_sim_shows_the_example_as_it_is),
        cmocka_unit_test(test_the_example_gives_the_customers_in_an_mm1_queue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
