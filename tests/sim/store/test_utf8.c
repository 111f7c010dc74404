/* tests/sim/store/test_utf8.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/utf8.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd"

static void assert_repaired(const char *text, const char *expected)
{
    char *repaired = sim_utf8_repair(text);
    assert_string_equal(repaired, expected);
    free(repaired);
}

static void test_utf8_keeps_what_is_valid(void **state)
{
    (void)state;
    assert_repaired("", "");
    assert_repaired("één \xe2\x82\xac 5 \xf0\x9f\x98\x80", "één € 5 \xf0\x9f\x98\x80");
}

static void test_utf8_replaces_every_byte_that_is_not(void **state)
{
    (void)state;
    assert_repaired("a\x80z", "a" REPLACEMENT "z");
    /* Cut off at the end of the text. */
    assert_repaired("\xe2\x82", REPLACEMENT REPLACEMENT);
    /* '/' in two bytes; a surrogate; past the last character. */
    assert_repaired("\xc0\xaf", REPLACEMENT REPLACEMENT);
    assert_repaired("\xed\xa0\x80", REPLACEMENT REPLACEMENT REPLACEMENT);
    assert_repaired("\xf4\x90\x80\x80",
                    REPLACEMENT REPLACEMENT REPLACEMENT REPLACEMENT);
    assert_repaired("\xff", REPLACEMENT);
}

static void test_utf8_width_counts_characters_and_no_accents(void **state)
{
    (void)state;
    assert_int_equal(sim_utf8_width(""), 0);
    assert_int_equal(sim_utf8_width("één"), 3);
    assert_int_equal(sim_utf8_width("e\xcc\x81\x65n"), 3);
    assert_int_equal(sim_utf8_width("\xff!"), 2);
}

static void assert_file_name(const char *text, const char *expected)
{
    char name[17];
    sim_utf8_file_name(text, sizeof name - 1, name);
    assert_string_equal(name, expected);
}

static void test_utf8_file_name_is_safe_whatever_the_text(void **state)
{
    (void)state;
    assert_file_name("Eén Partner", "een-partner");
    assert_file_name("../../etc/passwd", "etc-passwd");
    assert_file_name("`rm -rf`; '\"$(x)\n", "rm-rf-x");
    assert_file_name("|<>", "scenario");
    assert_file_name("", "scenario");
    assert_file_name("\xff\xfe", "scenario");
    assert_file_name("naam die veel te lang is", "naam-die-veel-te");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_utf8_keeps_what_is_valid),
        cmocka_unit_test(test_utf8_replaces_every_byte_that_is_not),
        cmocka_unit_test(test_utf8_width_counts_characters_and_no_accents),
        cmocka_unit_test(test_utf8_file_name_is_safe_whatever_the_text),
    };
    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
