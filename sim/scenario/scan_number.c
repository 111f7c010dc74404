/* sim/scenario/scan_number.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/scan_number.h"

#include <string.h>

#include "sim/engine/calendar.h"
#include "sim/scenario/number.h"
#include "sim/scenario/scan.h"
#include "sim/scenario/text.h"

static void overwrite(const struct sim_token *token, const char *text)
{
    size_t length = strlen(text);
    memset(token->start, ' ', token->length);
    memcpy(token->start, text, length);
}

/* Outside lists and arrays a comma inside a number can only be a decimal sign, so the
 * number that was meant is known and the rest of the file can be checked with it. */
static bool check_commas(const struct sim_scan_number *self, const char *found)
{
    const struct sim_token *token = &self->token;
    char repaired[SIM_TEXT_SHORT_SIZE] = "";
    bool is_decimal = false;
    if (token->length < sizeof repaired) {
        is_decimal = sim_number_repair_commas(token->start, token->length, repaired);
    }
    enum sim_number_form form = sim_number_classify(repaired, strlen(repaired));
    if (form != SIM_NUMBER_REAL && form != SIM_NUMBER_INTEGER) {
        sim_faults_add(self->faults, self->file, token->line, "'%s' is geen getal",
                       found);
        return false;
    }
    sim_faults_add(self->faults, self->file, token->line,
                   "'%s' is geen getal; schrijf %s%s", found,
                   is_decimal ? "een punt: " : "", repaired);
    overwrite(token, repaired);
    return true;
}

static bool report_no_number(const struct sim_scan_number *self, const char *found)
{
    struct sim_date date;
    if (sim_date_parse(found, &date)) {
        sim_faults_add(self->faults, self->file, self->token.line,
                       "zet de datum %s tussen aanhalingstekens: \"%s\"", found, found);
    } else {
        sim_faults_add(self->faults, self->file, self->token.line, "'%s' is geen getal",
                       found);
    }
    return false;
}

/* Arrays hold one kind of value, so there the number cannot be replaced by another. */
static bool replace(const struct sim_scan_number *self)
{
    if (self->in_array || self->token.length < strlen(SIM_SCAN_FAULTY_NUMBER)) {
        return false;
    }
    overwrite(&self->token, SIM_SCAN_FAULTY_NUMBER);
    return true;
}

bool sim_scan_number(struct sim_scan_number *self)
{
    struct sim_token *token = &self->token;
    size_t comma_length = self->in_group ? sim_number_comma_length(token->start) : 0;
    char found[SIM_TEXT_SHORT_SIZE];
    if (comma_length > token->length) {
        token->length = comma_length;
    }
    sim_text_cut_bytes(found, sizeof found, token->start, token->length);
    if (comma_length > 0) {
        return check_commas(self, found);
    }
    switch (sim_number_classify(token->start, token->length)) {
    case SIM_NUMBER_INTEGER:
    case SIM_NUMBER_REAL:
        return true;
    case SIM_NUMBER_NONE:
        return report_no_number(self, found);
    case SIM_NUMBER_NEEDS_SUFFIX:
        sim_faults_add(self->faults, self->file, token->line,
                       "%s is te groot voor een geheel getal; schrijf %sL", found,
                       found);
        break;
    case SIM_NUMBER_TOO_LARGE:
        sim_faults_add(self->faults, self->file, token->line,
                       "%s is te groot voor een getal", found);
        break;
    }
    return replace(self);
}
