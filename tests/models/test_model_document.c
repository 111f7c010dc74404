/* tests/models/test_model_document.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * models/MODEL.md says what the code says.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "models/events.h"
#include "models/model.h"
#include "sim/cli/document.h"
#include "tests/support/model_run.h"
#include "tests/support/sandbox.h"

#define DOCUMENT "models/MODEL.md"
#define SCENARIO "scenarios/utrecht/een-partner.cfg"
#define LINE_MAX_SIZE 200

static char *read_document(void)
{
    size_t length;
    return sandbox_read(DOCUMENT, &length);
}

/* --- Generated blocks --- */

static int count_of(const char *text, const char *part)
{
    int count = 0;
    for (const char *c = text; (c = strstr(c, part)) != NULL; c++) {
        count++;
    }
    return count;
}

static void test_generated_blocks_are_up_to_date(void **state)
{
    (void)state;
    char *document = read_document(), *blocks = NULL;
    size_t size;
    struct sim_scenario *scenario = model_run_load(SCENARIO, NULL);
    FILE *out = open_memstream(&blocks, &size);
    assert_non_null(out);
    assert_int_equal(sim_document_write(&wmo_model, scenario, out), SIM_OK);
    assert_int_equal(fclose(out), 0);
    static const char begin[] = "<!-- begin: ", end[] = "<!-- end: ";
    assert_int_equal(count_of(document, begin), count_of(blocks, begin));
    for (char *block = strstr(blocks, begin); block != NULL;) {
        char *next = strstr(block + 1, begin);
        char kept = next == NULL ? '\0' : *next;
        *(next == NULL ? block + strlen(block) : next) = '\0';
        if (strstr(document, block) == NULL) {
            fail_msg("%.40s... is out of date: run scripts/model-document.sh PROGRAM",
                     block);
        }
        if (next != NULL) {
            *next = kept;
        }
        block = next;
    }
    assert_int_equal(count_of(document, begin), count_of(document, end));
    sim_scenario_destroy(scenario);
    free(blocks);
    free(document);
}

/* --- The flow --- */

static bool is_toestand(const char *inwoner_h, const char *state)
{
    char name[LINE_MAX_SIZE];
    snprintf(name, sizeof name, " WMO_TOESTAND_%s,", state);
    return strcmp(state, "[*]") == 0 || strstr(inwoner_h, name) != NULL;
}

static bool can_happen(const char *label)
{
    for (int i = 0; i < WMO_EVENT_COUNT; i++) {
        if (strcmp(WMO_EVENT_TYPE[i].name, label) == 0) {
            return true;
        }
    }
    for (int i = 0; i < wmo_model.trace->kind_count; i++) {
        if (strcmp(wmo_model.trace->kinds[i].key, label) == 0) {
            return true;
        }
    }
    return false;
}

/* Copies the line at [text] without its end; gives where the next begins. */
static const char *copy_line(const char *text, char line[LINE_MAX_SIZE])
{
    size_t length = strcspn(text, "\n");
    snprintf(line, LINE_MAX_SIZE, "%.*s", (int)length, text);
    return text + length + (text[length] == '\n');
}

static void test_flow_has_states_and_events_of_the_code(void **state)
{
    (void)state;
    size_t length;
    char *document = read_document();
    char *inwoner_h = sandbox_read("models/gemeente/inwoner.h", &length);
    const char *at = strstr(document, "stateDiagram-v2\n");
    int arrow_count = 0;
    assert_non_null(at);
    char line[LINE_MAX_SIZE];
    for (at = copy_line(at, line), at = copy_line(at, line); strcmp(line, "```") != 0;
         at = copy_line(at, line)) {
        char from[64], to[64], label[64];
        if (sscanf(line, " %63s --> %63[^:]: %63[^\n]", from, to, label) != 3) {
            fail_msg("'%s' is no arrow", line);
        }
        if (!is_toestand(inwoner_h, from) || !is_toestand(inwoner_h, to) ||
            !can_happen(label)) {
            fail_msg("'%s' is not in the code", line);
        }
        arrow_count++;
    }
    assert_true(arrow_count > 10);
    free(inwoner_h);
    free(document);
}

static void test_every_state_of_the_code_is_in_the_flow(void **state)
{
    (void)state;
    size_t length;
    char *document = read_document();
    char *inwoner_h = sandbox_read("models/gemeente/inwoner.h", &length);
    const char *flow = strstr(document, "stateDiagram-v2\n");
    static const char prefix[] = "    WMO_TOESTAND_";
    assert_non_null(flow);
    for (const char *c = inwoner_h; (c = strstr(c, prefix)) != NULL; c++) {
        char name[64], arrow[80];
        assert_int_equal(sscanf(c + strlen(prefix), "%63[A-Z_]", name), 1);
        snprintf(arrow, sizeof arrow, " --> %s:", name);
        if (strcmp(name, "VRIJ") != 0 && strstr(flow, arrow) == NULL) {
            fail_msg("%s is not in the flow of " DOCUMENT, name);
        }
    }
    free(inwoner_h);
    free(document);
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_generated_blocks_are_up_to_date),
        cmocka_unit_test(test_flow_has_states_and_events_of_the_code),
        cmocka_unit_test(test_every_state_of_the_code_is_in_the_flow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
