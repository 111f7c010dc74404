/* tests/models/test_journal.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <string.h>

#include "tests/support/model_run.h"

#define SEED 4

/* Runs stad.cfg, where everything is on, with [share] of the inwoners followed. */
static void run_stad(struct model_run *run, double share)
{
    model_run_open(run, MODEL_RUN_STAD, NULL);
    assert_int_equal(wmo_journal_follow(&run->gemeente->journal, share, NULL, 0),
                     SIM_OK);
    model_run_begin(run, SEED, 0);
    model_run_finish(run);
}

static void test_following_everybody_changes_no_count(void **state)
{
    (void)state;
    struct model_run without, with;
    run_stad(&without, 0);
    run_stad(&with, 1);
    const struct wmo_record *a = &without.gemeente->record, *b = &with.gemeente->record;
    int years = without.gemeente->landschap.periode.year_count;
    assert_int_equal(without.gemeente->journal.count, 0);
    assert_true(with.gemeente->journal.count > 0);
    assert_memory_equal(a->tel, b->tel,
                        (size_t)(years * a->total_count) * sizeof *a->tel);
    assert_memory_equal(a->lijn, b->lijn, (size_t)a->total_count * sizeof *a->lijn);
    assert_int_equal(without.gemeente->engine.event_count,
                     with.gemeente->engine.event_count);
    model_run_close(&without);
    model_run_close(&with);
}

/* Counts on every line of every year. */
static struct wmo_tel sum_of_all(const struct wmo_gemeente *gemeente)
{
    const struct wmo_record *record = &gemeente->record;
    struct wmo_tel sum = {0};
    for (int y = 0; y < gemeente->landschap.periode.year_count; y++) {
        for (int line = 0; line < record->line_count; line++) {
            wmo_tel_add_period(&sum, &record->tel[y * record->total_count + line]);
        }
    }
    return sum;
}

/* How often each kind is in the journal, how long who started had waited, and the
 * nights of who began to stay. */
struct journal_sum {
    int64_t kinds[WMO_JOURNAL_KIND_COUNT];
    int64_t waited, nights, urgent;
};

static struct journal_sum sum_of_journal(const struct wmo_journal *journal)
{
    struct journal_sum sum = {0};
    for (uint32_t i = 0; i < journal->count; i++) {
        const struct wmo_entry *entry = &journal->entries[i];
        sum.kinds[entry->kind]++;
        if (entry->kind == WMO_JOURNAL_START) {
            sum.waited += entry->time - entry->inwoner.aanmelding;
            sum.urgent += entry->inwoner.urgentie == 0;
        }
        sum.nights += entry->kind == WMO_JOURNAL_BED ? entry->count : 0;
    }
    return sum;
}

/* The time, summed over inwoners, from each entry of one of the kinds [begins] to one
 * of [ends], or to the end; of those with transport only, if [vervoer]. Lists of kinds
 * end with -1. */
static int64_t area_between(const struct wmo_gemeente *gemeente, const int *begins,
                            const int *ends, bool vervoer)
{
    int64_t area = 0;
    for (uint32_t i = 0; i < gemeente->journal.count; i++) {
        const struct wmo_entry *entry = &gemeente->journal.entries[i];
        int64_t left = gemeente->engine.now - entry->time;
        for (int k = 0; begins[k] >= 0; k++) {
            bool counts = !vervoer || entry->inwoner.vervoer != WMO_VERVOER_GEEN;
            area += counts && (int)entry->kind == begins[k] ? left : 0;
            area -= counts && (int)entry->kind == ends[k] ? left : 0;
        }
    }
    return area;
}

#define KINDS(...) ((const int[]){__VA_ARGS__, -1})

/* Levels over time are what began less what ended. */
static void assert_areas_add_up(const struct wmo_gemeente *gemeente,
                                const struct wmo_tel *tel)
{
    const int *care =
        KINDS(WMO_JOURNAL_BEGIN_IN_ZORG, WMO_JOURNAL_START, WMO_JOURNAL_NAAR_BUURTTEAM);
    const int *left = KINDS(WMO_JOURNAL_EINDE, -1, -1);
    assert_int_equal(tel->vervoer_area, area_between(gemeente, care, left, true));
    assert_int_equal(tel->pgb_area, area_between(gemeente, KINDS(WMO_JOURNAL_PGB),
                                                 KINDS(WMO_JOURNAL_UIT_PGB), false));
    assert_int_equal(tel->kort_bezet_area,
                     area_between(gemeente, KINDS(WMO_JOURNAL_BED),
                                  KINDS(WMO_JOURNAL_UIT_BED), false));
    assert_int_equal(tel->open_area,
                     area_between(gemeente, KINDS(WMO_JOURNAL_OPEN_VOORZIENING),
                                  KINDS(WMO_JOURNAL_UIT_OPEN), false));
    assert_int_equal(tel->verblijf_area,
                     area_between(gemeente, KINDS(WMO_JOURNAL_NAAR_VERBLIJF),
                                  KINDS(WMO_JOURNAL_UIT_VERBLIJF), false));
}

#define SAME(counter, kind) assert_int_equal(tel.counter, sum.kinds[WMO_JOURNAL_##kind])

/* Gives the counts. */
static struct wmo_tel assert_journals_add_up(const struct wmo_gemeente *gemeente)
{
    struct wmo_tel tel = sum_of_all(gemeente);
    struct journal_sum sum = sum_of_journal(&gemeente->journal);
    int64_t places = sum.kinds[WMO_JOURNAL_SOCIALE_BASIS];
    assert_int_equal(tel.aangemeld - places, sum.kinds[WMO_JOURNAL_AANMELDING] +
                                                 sum.kinds[WMO_JOURNAL_GEEN_PLAATS]);
    assert_int_equal(tel.gestart - places, sum.kinds[WMO_JOURNAL_START]);
    assert_int_equal(tel.uitstroom, sum.kinds[WMO_JOURNAL_EINDE] +
                                        sum.kinds[WMO_JOURNAL_UIT_SOCIALE_BASIS]);
    assert_int_equal(tel.wacht, sum.waited);
    assert_int_equal(tel.gestart_urgent, sum.urgent);
    SAME(uitval, UITVAL);
    SAME(verschoven, VERSCHOVEN);
    SAME(geen_plaats, GEEN_PLAATS);
    SAME(naar_wlz, NAAR_WLZ);
    assert_int_equal(tel.naar_participatiewet + tel.werkfit,
                     sum.kinds[WMO_JOURNAL_NAAR_PARTICIPATIEWET]);
    SAME(verhuisd, VERHUISD);
    SAME(overleden, OVERLEDEN);
    SAME(terugval, TERUGVAL);
    SAME(consultatie, CONSULTATIE);
    SAME(overbrugd, OVERBRUGGING);
    SAME(niet_overbrugd, GEEN_OVERBRUGGING);
    SAME(escalatie, ESCALATIE);
    SAME(naar_verblijf, NAAR_VERBLIJF);
    SAME(terugkeer, TERUGKEER);
    SAME(geweigerd, WEIGERING);
    SAME(onderaanneming, ONDERAANNEMER);
    SAME(wisselingen, ANDERE_BEGELEIDER);
    SAME(teruggezet, TERUGGEZET);
    SAME(overgang_uitval, OVERGANG_UITVAL);
    SAME(overgestapt, OVERSTAP);
    SAME(nieuw_bedrag, NIEUW_BEDRAG);
    SAME(zonder_bedrag, GEEN_NIEUW_BEDRAG);
    SAME(afgezien, AFGEZIEN);
    SAME(open_gestart, OPEN_VOORZIENING);
    SAME(afgewezen, AFGEWEZEN);
    SAME(bemiddeld, BEMIDDELING);
    SAME(pgb_gestart, PGB);
    SAME(geen_vervoer, GEEN_VERVOER);
    SAME(oproepen_direct, OPROEP);
    assert_int_equal(tel.oproepen - tel.oproepen_direct,
                     sum.kinds[WMO_JOURNAL_OPROEP_WACHT]);
    SAME(kort_aanvragen, VRAAGT_BED);
    SAME(kort_verblijven, BED);
    SAME(kort_afgewezen, GEEN_BED);
    SAME(kort_opgegeven, BED_TE_LAAT);
    assert_int_equal(tel.kort_etmalen, sum.nights);
    assert_int_equal(tel.kort_aanvragen - tel.kort_verblijven - tel.kort_afgewezen -
                         tel.kort_opgegeven,
                     sum.kinds[WMO_JOURNAL_NOG_OP_BED]);
    assert_areas_add_up(gemeente, &tel);
    assert_int_equal(tel.naar_lichter, sum.kinds[WMO_JOURNAL_NAAR_LICHTER]);
    assert_int_equal(tel.naar_lichter, sum.kinds[WMO_JOURNAL_NAAR_BUURTTEAM] +
                                           sum.kinds[WMO_JOURNAL_NAAR_SOCIALE_BASIS]);
    return tel;
}

static void test_the_journals_of_all_inwoners_add_up_to_the_counts(void **state)
{
    (void)state;
    struct model_run run;
    run_stad(&run, 1);
    struct wmo_tel tel = assert_journals_add_up(run.gemeente);
    /* Much has happened, or this shows little. */
    assert_true(tel.uitval > 0 && tel.verschoven > 0 && tel.geen_plaats > 0);
    model_run_close(&run);
}

/* A year of the city in which every mechanism is on, also those that are off in the
 * scenario as it is. */
static void test_the_same_holds_for_a_year_of_utrecht(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, "scenarios/utrecht/een-partner.cfg",
                   MODEL_RUN_SET("periode.einde=2027-12-31",
                                 "zorgvormen.dagbegeleiding.pgb_aandeel=0.2",
                                 "zorgvormen.dagbegeleiding.vervoer.plaatsen=5",
                                 "kortdurend_verblijf.bedden=1",
                                 "kortdurend_verblijf.last_minute.bedden=0",
                                 "kortdurend_verblijf.last_minute.aanvragen=30.0"));
    assert_int_equal(wmo_journal_follow(&run.gemeente->journal, 1, NULL, 0), SIM_OK);
    model_run_begin(&run, SEED, 0);
    model_run_finish(&run);
    struct wmo_tel tel = assert_journals_add_up(run.gemeente);
    assert_true(tel.naar_lichter > 0 && tel.wisselingen > 0 && tel.overleden > 0);
    assert_true(tel.pgb_gestart > 0 && tel.geen_vervoer > 0 && tel.gestart_urgent > 0);
    assert_true(tel.oproepen > tel.oproepen_direct && tel.oproepen_direct > 0);
    assert_true(tel.kort_verblijven > 0 && tel.kort_afgewezen > 0);
    model_run_close(&run);
}

/* Two ways of paying in which inwoners move or their term ends, and a bijdrage that
 * some shun. */
static void test_the_same_holds_however_support_is_paid(void **state)
{
    (void)state;
    static const char *const familie[] = {
        "begrotingsposten.zorg.bekostiging=\"persoonsvolgend\"",
        "begrotingsposten.zorg.bekostiging=\"resultaatgericht\""};
    for (int i = 0; i < 2; i++) {
        struct model_run run;
        model_run_open(&run, MODEL_RUN_STAD,
                       MODEL_RUN_SET(familie[i],
                                     "bekostiging.persoonsvolgend.overstap=0.5",
                                     "bekostiging.resultaatgericht.termijn=0.4",
                                     "bekostiging.resultaatgericht.vervolg=0.5",
                                     "eigen_bijdrage.groepen.betaalt.afzien=0.2",
                                     "zorgvormen.zorg.evaluatie.interval=60.0"));
        assert_int_equal(wmo_journal_follow(&run.gemeente->journal, 1, NULL, 0),
                         SIM_OK);
        model_run_begin(&run, SEED, 0);
        model_run_finish(&run);
        struct wmo_tel tel = assert_journals_add_up(run.gemeente);
        assert_true(tel.afgezien > 0);
        assert_true(i == 0 ? tel.overgestapt > 0
                           : tel.nieuw_bedrag > 0 && tel.zonder_bedrag > 0);
        model_run_close(&run);
    }
}

/* An end in 0.3 of the evaluations every 60 days is a stay of 200 days, so that there
 * is next to no other end. */
static void test_every_evaluation_is_in_the_journal(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("zorgvormen.zorg.evaluatie.interval=60.0",
                                 "zorgvormen.zorg.evaluatie.einde=0.3",
                                 "zorgvormen.zorg.verblijfsduur={ vorm = "
                                 "\"exponentieel\"; gemiddelde = 199.99; }"));
    assert_int_equal(wmo_journal_follow(&run.gemeente->journal, 1, NULL, 0), SIM_OK);
    model_run_begin(&run, SEED, 0);
    model_run_finish(&run);
    struct wmo_tel tel = sum_of_all(run.gemeente);
    struct journal_sum sum = sum_of_journal(&run.gemeente->journal);
    assert_true(sum.kinds[WMO_JOURNAL_VERLENGD] > 0);
    assert_int_equal(tel.evaluaties, sum.kinds[WMO_JOURNAL_VERLENGD] +
                                         sum.kinds[WMO_JOURNAL_UITSTROOM]);
    model_run_close(&run);
}

static void test_whoever_came_is_gone_or_still_there_at_the_end(void **state)
{
    (void)state;
    struct model_run run;
    run_stad(&run, 1);
    const struct wmo_journal *journal = &run.gemeente->journal;
    int64_t still_there = 0;
    for (uint32_t i = 0; i < journal->count; i++) {
        enum wmo_journal_kind kind = journal->entries[i].kind;
        still_there += kind == WMO_JOURNAL_NOG_WACHTEND ||
                       kind == WMO_JOURNAL_NOG_BEZIG || kind == WMO_JOURNAL_UIT_BEELD;
    }
    assert_int_equal(still_there, run.gemeente->inwoners.pool.live_count);
    model_run_close(&run);
}

/* --- Who is followed --- */

/* Whether the journals of two runs are about the same inwoners, as far as these occur
 * in both: whoever is in one and came in the other as well is in that journal too. */
static bool has_entry(const struct wmo_journal *journal, uint64_t id)
{
    for (uint32_t i = 0; i < journal->count; i++) {
        if (journal->entries[i].inwoner.id == id) {
            return true;
        }
    }
    return false;
}

static void test_a_sample_is_about_the_same_inwoners_in_every_replication(void **state)
{
    (void)state;
    struct model_run all, some;
    model_run_open(&some, MODEL_RUN_STAD, NULL);
    assert_int_equal(wmo_journal_follow(&some.gemeente->journal, 0.1, NULL, 0), SIM_OK);
    model_run_begin(&some, SEED, 1);
    model_run_finish(&some);
    run_stad(&all, 0.1); /* replication 0 */
    int shared = 0;
    const struct wmo_journal *a = &some.gemeente->journal, *b = &all.gemeente->journal;
    /* The stock of the start is the same in every replication. */
    for (uint32_t i = 0; i < a->count && a->entries[i].time == 0; i++) {
        assert_true(has_entry(b, a->entries[i].inwoner.id));
        shared++;
    }
    assert_true(shared > 0);
    model_run_close(&some);
    model_run_close(&all);
}

static void test_one_inwoner_by_id_has_the_entries_of_the_whole_journal(void **state)
{
    (void)state;
    struct model_run all, one;
    run_stad(&all, 1);
    const struct wmo_journal *whole = &all.gemeente->journal;
    uint64_t id = whole->entries[whole->count / 2].inwoner.id;
    model_run_open(&one, MODEL_RUN_STAD, NULL);
    assert_int_equal(wmo_journal_follow(&one.gemeente->journal, 0, &id, 1), SIM_OK);
    model_run_begin(&one, SEED, 0);
    model_run_finish(&one);
    const struct wmo_journal *journal = &one.gemeente->journal;
    uint32_t next = 0;
    for (uint32_t i = 0; i < whole->count; i++) {
        if (whole->entries[i].inwoner.id == id) {
            assert_true(next < journal->count);
            assert_int_equal(journal->entries[next].time, whole->entries[i].time);
            assert_int_equal(journal->entries[next].kind, whole->entries[i].kind);
            next++;
        }
    }
    assert_int_equal(next, journal->count);
    assert_true(next > 0);
    model_run_close(&all);
    model_run_close(&one);
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_following_everybody_changes_no_count),
        cmocka_unit_test(test_the_journals_of_all_inwoners_add_up_to_the_counts),
        cmocka_unit_test(test_the_same_holds_for_a_year_of_utrecht),
        cmocka_unit_test(test_the_same_holds_however_support_is_paid),
        cmocka_unit_test(test_every_evaluation_is_in_the_journal),
        cmocka_unit_test(test_whoever_came_is_gone_or_still_there_at_the_end),
        cmocka_unit_test(test_a_sample_is_about_the_same_inwoners_in_every_replication),
        cmocka_unit_test(test_one_inwoner_by_id_has_the_entries_of_the_whole_journal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
