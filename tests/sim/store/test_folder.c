/* tests/sim/store/test_folder.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/folder.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/sandbox.h"

static char message[SIM_FOLDER_MESSAGE_SIZE];

static void put_file(const char *aside)
{
    FILE *file = sim_folder_open(aside, "cijfers.txt", message, sizeof message);
    assert_non_null(file);
    fputs("42\n", file);
    assert_int_equal(sim_folder_close(file, "cijfers.txt", message, sizeof message),
                     SIM_OK);
}

static void test_folder_appears_whole_and_in_place(void **state)
{
    char *aside;
    (void)state;
    assert_int_equal(sim_folder_check("a/b/c", message, sizeof message), SIM_OK);
    assert_false(sandbox_exists("a"));
    assert_int_equal(sim_folder_begin("a/b/c", &aside, message, sizeof message),
                     SIM_OK);
    assert_string_equal(aside, "a/b/c.deel");
    assert_false(sandbox_exists("a/b/c"));
    put_file(aside);
    assert_int_equal(sim_folder_commit(aside, "a/b/c", message, sizeof message),
                     SIM_OK);
    assert_true(sandbox_exists("a/b/c/cijfers.txt"));
    assert_int_equal(sandbox_count("a/b"), 1);
    free(aside);
}

static void assert_refused(const char *path, const char *why)
{
    message[0] = '\0';
    assert_int_equal(sim_folder_check(path, message, sizeof message), SIM_ERR_EXISTS);
    assert_non_null(strstr(message, path));
    assert_non_null(strstr(message, why));
}

static void test_folder_is_refused_where_something_stands_or_cannot(void **state)
{
    (void)state;
    sandbox_write("bestand", "");
    assert_int_equal(mkdir("leeg", 0777), 0);
    assert_int_equal(symlink("nergens", "koppeling"), 0);
    assert_refused("bestand", "bestaat al");
    assert_refused("leeg", "bestaat al");
    assert_refused("koppeling", "bestaat al");
    assert_refused(".", "bestaat al");
    assert_refused("leeg/..", "bestaat al");
    assert_refused("nieuw/..", "bestaat al");
    assert_refused("/", "bestaat al");
    assert_refused("bestand/map", "geen map");
    assert_int_equal(sandbox_count("leeg"), 0);
}

static void test_folder_aside_of_another_run_is_left_alone(void **state)
{
    char *aside;
    (void)state;
    assert_int_equal(mkdir("drie.deel", 0777), 0);
    sandbox_write("drie.deel/oud", "van een ander");
    assert_int_equal(sim_folder_begin("drie", &aside, message, sizeof message), SIM_OK);
    assert_string_equal(aside, "drie.deel-2");
    assert_int_equal(sim_folder_commit(aside, "drie", message, sizeof message), SIM_OK);
    assert_true(sandbox_exists("drie.deel/oud"));
    free(aside);
}

static void test_folder_that_came_to_exist_is_not_replaced(void **state)
{
    char *aside;
    (void)state;
    assert_int_equal(sim_folder_begin("vier", &aside, message, sizeof message), SIM_OK);
    put_file(aside);
    assert_int_equal(mkdir("vier", 0777), 0);
    assert_int_equal(sim_folder_commit(aside, "vier", message, sizeof message),
                     SIM_ERR_EXISTS);
    assert_non_null(strstr(message, "bestaat"));
    assert_int_equal(sandbox_count("vier"), 0);
    assert_true(sandbox_exists("vier.deel/cijfers.txt"));
    sim_folder_remove(aside);
    assert_false(sandbox_exists("vier.deel"));
    free(aside);
}

static void test_folder_notices_a_file_that_cannot_be_written(void **state)
{
    FILE *full = fopen("/dev/full", "w");
    (void)state;
    assert_non_null(full);
    fputs("te veel", full);
    assert_int_equal(sim_folder_close(full, "vol", message, sizeof message),
                     SIM_ERR_IO);
    assert_string_equal(message, "vol: de schijf is vol");
    assert_null(sim_folder_open("nergens", "x", message, sizeof message));
    assert_string_equal(message, "x: bestaat niet");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folder_appears_whole_and_in_place),
        cmocka_unit_test(test_folder_is_refused_where_something_stands_or_cannot),
        cmocka_unit_test(test_folder_aside_of_another_run_is_left_alone),
        cmocka_unit_test(test_folder_that_came_to_exist_is_not_replaced),
        cmocka_unit_test(test_folder_notices_a_file_that_cannot_be_written),
    };
    return cmocka_run_group_tests_name("folder", tests, sandbox_enter, sandbox_leave);
}
