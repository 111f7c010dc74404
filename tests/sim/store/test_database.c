/* tests/sim/store/test_database.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/database.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/sandbox.h"
#include "tests/support/toy_study.h"

/* The only value that [sql] yields, as text; the caller frees it. */
static char *query(const char *path, const char *sql)
{
    sqlite3 *database;
    sqlite3_stmt *statement;
    assert_int_equal(sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(database, sql, -1, &statement, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    const char *text = (const char *)sqlite3_column_text(statement, 0);
    char *copy = strdup(text == NULL ? "NULL" : text);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return copy;
}

static void assert_query(const char *path, const char *sql, const char *expected)
{
    char *text = query(path, sql);
    assert_string_equal(text, expected);
    free(text);
}

static void test_database_holds_the_numbers_of_the_results(void **state)
{
    static const char path[] = "db/resultaten.sqlite";
    struct toy_study toy;
    char expected[64];
    (void)state;
    toy_study_open_comparison(&toy, 1);
    toy_study_save(&toy, "db");
    assert_query(path, "PRAGMA integrity_check", "ok");
    assert_query(path, "SELECT count(*) FROM uitkomst", "36");
    assert_query(path, "SELECT count(*) FROM verschil", "18");
    assert_query(path, "SELECT count(*) FROM maat", "3");
    assert_query(path, "SELECT count(*) FROM rangorde", "12");
    assert_query(path, "SELECT count(*) FROM paar", "6");
    assert_query(path,
                 "SELECT scenario FROM rangorde WHERE plaats = 1 AND maat = 'wacht' "
                 "AND helft = 'totaal' AND balie = 'totaal' AND beter = 'lager'",
                 "twee");
    assert_query(path,
                 "SELECT count(*) FROM pragma_table_list WHERE strict AND name IN "
                 "('run','scenario','parameter','maat','uitkomst','verschil')",
                 "6");
    assert_query(path, "SELECT waarde FROM run WHERE sleutel = 'seed'",
                 "18446744073709551615");
    const struct sim_tally *cell = &toy.results.scenarios[1].differences[0];
    snprintf(expected, sizeof expected, "%.12g", cell->mean);
    assert_query(path,
                 "SELECT printf('%.12g', gemiddelde) FROM verschil WHERE scenario = "
                 "'twee' AND basis = 'een' AND maat = 'wacht' AND helft = 'totaal' AND "
                 "balie = 'totaal'",
                 expected);
    snprintf(expected, sizeof expected, "%.12g",
             sim_tally_standard_error(&toy.results.scenarios[0].cells[0]));
    assert_query(path,
                 "SELECT printf('%.12g', standaardfout) FROM uitkomst WHERE scenario = "
                 "'een' AND maat = 'wacht' AND helft = 'totaal' AND balie = 'totaal'",
                 expected);
    toy_study_close(&toy);
}

static void test_names_do_not_reach_sql(void **state)
{
    static const char path[] = "vreemd/resultaten.sqlite";
    struct toy_study toy;
    (void)state;
    toy_study_open_odd(&toy);
    toy_study_save(&toy, "vreemd");
    char *name = query(path, "SELECT naam FROM scenario");
    assert_string_equal(name, TOY_STUDY_ODD);
    free(name);
    name = query(path, "SELECT DISTINCT balie FROM uitkomst WHERE balie <> 'totaal'");
    assert_string_equal(name, TOY_STUDY_ODD);
    free(name);
    assert_query(path, "SELECT count(*) FROM sqlite_master WHERE type = 'table'", "6");
    assert_query(path, "SELECT count(*) FROM maat", "3");
    toy_study_close(&toy);
}

static void test_database_path_is_no_uri(void **state)
{
    struct toy_study toy;
    (void)state;
    toy_study_open_run(&toy, TOY_STUDY_REPLICATIONS);
    toy_study_save(&toy, "file:hier?mode=memory");
    assert_true(sandbox_exists("file:hier?mode=memory/resultaten.sqlite"));
    toy_study_close(&toy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_database_holds_the_numbers_of_the_results),
        cmocka_unit_test(test_names_do_not_reach_sql),
        cmocka_unit_test(test_database_path_is_no_uri),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("database", tests, sandbox_enter, sandbox_leave);
}
