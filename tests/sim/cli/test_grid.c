/* tests/sim/cli/test_grid.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/grid.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

static void assert_printed(const struct sim_grid *grid, const char *expected)
{
    char *text = NULL;
    size_t length;
    FILE *file = open_memstream(&text, &length);
    sim_grid_print(grid, file);
    fclose(file);
    assert_string_equal(text, expected);
    free(text);
}

static void test_grid_lines_up_columns_by_character(void **state)
{
    struct sim_grid grid;
    (void)state;
    sim_grid_init(&grid, 3, 1u << 1);
    sim_grid_add(&grid, "één");
    sim_grid_add(&grid, "1,5");
    sim_grid_add(&grid, "dagen");
    sim_grid_add(&grid, "drieën");
    sim_grid_add(&grid, "12,25");
    sim_grid_add(&grid, "");
    assert_printed(&grid, "één       1,5  dagen\n"
                          "drieën  12,25\n");
    sim_grid_free(&grid);
}

static void test_grid_section_makes_no_column_wider(void **state)
{
    struct sim_grid grid;
    (void)state;
    sim_grid_init(&grid, 2, 1u << 1);
    sim_grid_section(&grid, "Een kop die breder is dan de tabel");
    sim_grid_add(&grid, NULL);
    sim_grid_add(&grid, "7");
    sim_grid_add(&grid, "a");
    sim_grid_add(&grid, "42");
    assert_printed(&grid, "Een kop die breder is dan de tabel\n"
                          "    7\n"
                          "a  42\n");
    sim_grid_free(&grid);
}

static void test_grid_without_rows_prints_nothing(void **state)
{
    struct sim_grid grid;
    (void)state;
    sim_grid_init(&grid, 2, 0);
    assert_printed(&grid, "");
    sim_grid_free(&grid);
    sim_grid_free(&grid);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grid_lines_up_columns_by_character),
        cmocka_unit_test(test_grid_section_makes_no_column_wider),
        cmocka_unit_test(test_grid_without_rows_prints_nothing),
    };
    return cmocka_run_group_tests_name("grid", tests, NULL, NULL);
}
