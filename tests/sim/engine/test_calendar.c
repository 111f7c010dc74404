/* tests/sim/engine/test_calendar.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/engine/calendar.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

static struct sim_date parse(const char *text)
{
    struct sim_date date = {0, 0, 0};
    assert_true(sim_date_parse(text, &date));
    return date;
}

static void assert_date(struct sim_date date, int year, int month, int day)
{
    assert_int_equal(date.year, year);
    assert_int_equal(date.month, month);
    assert_int_equal(date.day, day);
}

static void test_calendar_parses_dates(void **state)
{
    (void)state;
    assert_date(parse("2027-01-01"), 2027, 1, 1);
    assert_date(parse("2036-12-31"), 2036, 12, 31);
    assert_date(parse("1900-01-01"), 1900, 1, 1);
    assert_date(parse("2199-12-31"), 2199, 12, 31);
    assert_date(parse("2028-02-29"), 2028, 2, 29);
    assert_date(parse("2000-02-29"), 2000, 2, 29);
}

static void test_calendar_rejects_what_is_not_a_date(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",           "2027",        "2027-02-29", "2100-02-29", "1900-02-29",
        "2027-04-31", "2027-00-01",  "2027-13-01", "2027-01-00", "2027-01-32",
        "2027-1-1",   "2027-01-01 ", " 2027-01-1", "2027-01-1x", "2027-01-01T00:00",
        "2027/01/01", "01-01-2027",  "20270101",   "+027-01-01", "2027--1-01",
        "1899-12-31", "2200-01-01",  "0000-00-00", "9999-12-31", "２027-01-1",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct sim_date date = {1, 2, 3};
        assert_false(sim_date_parse(wrong[i], &date));
        assert_date(date, 1, 2, 3);
    }
}

static void test_calendar_counts_seconds_between_dates(void **state)
{
    (void)state;
    struct sim_date origin = parse("2027-01-01");
    assert_int_equal(sim_date_since(origin, origin), 0);
    assert_int_equal(sim_date_since(origin, parse("2027-01-02")), SIM_DAY);
    assert_int_equal(sim_date_since(origin, parse("2028-01-01")), 365 * SIM_DAY);
    assert_int_equal(sim_date_since(origin, parse("2029-01-01")), 731 * SIM_DAY);
    assert_int_equal(sim_date_since(origin, parse("2026-12-31")), -SIM_DAY);
    assert_int_equal(sim_date_since(parse("1900-01-01"), parse("2000-01-01")),
                     36524 * SIM_DAY);
}

static void test_calendar_finds_the_date_of_a_time(void **state)
{
    (void)state;
    struct sim_date origin = parse("2027-01-01");
    assert_date(sim_date_at(origin, 0), 2027, 1, 1);
    assert_date(sim_date_at(origin, SIM_DAY - 1), 2027, 1, 1);
    assert_date(sim_date_at(origin, SIM_DAY), 2027, 1, 2);
    assert_date(sim_date_at(origin, -1), 2026, 12, 31);
    assert_date(sim_date_at(origin, (365 + 59) * SIM_DAY), 2028, 2, 29);
}

/* Every day of three centuries: the day after has the next number, and every date
 * written is read back. */
static void test_calendar_agrees_with_itself_on_every_day(void **state)
{
    (void)state;
    struct sim_date origin = parse("1900-01-01");
    int count = 0;
    for (struct sim_date date = origin; date.year < 2200;
         date = sim_date_at(origin, ++count * SIM_DAY)) {
        assert_int_equal(sim_date_since(origin, date), count * SIM_DAY);
        char text[40];
        (void)snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month,
                       date.day);
        struct sim_date back = parse(text);
        assert_date(back, date.year, date.month, date.day);
    }
    /* Of the 75 years that 4 divides, 1900 and 2100 are not leap years. */
    assert_int_equal(count, 300 * 365 + 73);
}

static void test_calendar_gives_the_fraction_of_a_year(void **state)
{
    (void)state;
    const double rounding = 2100.0 * DBL_EPSILON;
    assert_true(sim_date_year_fraction(parse("2027-01-01")) == 2027.0);
    assert_true(fabs(sim_date_year_fraction(parse("2027-07-02")) -
                     (2027.0 + 182.0 / 365.0)) <= rounding);
    assert_true(sim_date_year_fraction(parse("2028-07-02")) == 2028.5);
    assert_true(fabs(sim_date_year_fraction(parse("2027-12-31")) -
                     (2027.0 + 364.0 / 365.0)) <= rounding);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_calendar_parses_dates),
        cmocka_unit_test(test_calendar_rejects_what_is_not_a_date),
        cmocka_unit_test(test_calendar_counts_seconds_between_dates),
        cmocka_unit_test(test_calendar_finds_the_date_of_a_time),
        cmocka_unit_test(test_calendar_agrees_with_itself_on_every_day),
        cmocka_unit_test(test_calendar_gives_the_fraction_of_a_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
