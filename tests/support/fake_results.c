/* tests/support/fake_results.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/fake_results.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* clang-format off */
static const struct sim_param PARAM[] = {
    {"norm.wachttijd", SIM_PARAM_INTEGER, "dagen", 1, 365, NULL, false, "streefnorm"},
};
static const struct sim_registry REGISTRY = {PARAM, sizeof PARAM / sizeof PARAM[0]};

static const struct sim_measure MEASURE[FAKE_MEASURE_COUNT] = {
    [FAKE_WACHTTIJD] = {"wachttijd_gestart", "dagen",
        "Gemiddelde wachttijd van wie in het jaar startte", 1, SIM_BETTER_LOWER, true,
        "norm.wachttijd", "dagen van aanmelding tot start", "beschikbaarheid"},
    [FAKE_GEBOEKT] = {"geboekt", "euro", "Geboekte kosten", 0, SIM_BETTER_NEUTRAL, true,
        NULL, "euro's die in het jaar zijn geboekt", "budget"},
    [FAKE_PLAFOND] = {"plafond", "euro", "Plafond van het budget", 0,
        SIM_BETTER_NEUTRAL, false, NULL, "euro's die in het jaar mogen worden geboekt", "budget"},
};

static const struct sim_figure FIGURE[] = {
    {"wachttijd", "wachttijd.gp", {"wachttijd_gestart", NULL}, "zorgvorm",
     "individuele_begeleiding|thuisbegeleiding|beschermd_thuis|dagbegeleiding|"
     "arbeidsmatige_activering|hulp_bij_huishouden", NULL,
     "Hoe lang wachten inwoners op aanvullende zorg?",
     "Elk vak is een zorgvorm en heeft een eigen schaal."},
    {"wijken", "wijken.gp", {"wachttijd_gestart", NULL}, "wijk", NULL,
     "zorgvorm=individuele_begeleiding",
     "Waar in de stad wachten inwoners het langst op individuele begeleiding?",
     "Elk vak is een wijk; alle vakken hebben dezelfde schaal."},
    {"begroting", "begroting.gp", {"geboekt", "plafond"}, "zorgvorm", NULL, NULL,
     "Hoeveel van het budget wordt gebruikt?",
     "Elk vak is een zorgvorm en heeft een eigen schaal."},
};

static const struct sim_label LABEL[FAKE_DIMENSION_COUNT][FAKE_YEAR_COUNT + 1] = {
    [FAKE_JAAR] = {{"2027", "2027"}, {"2028", "2028"}, {"2029", "2029"}, {"2030", "2030"},
        {"2031", "2031"}, {"2032", "2032"}, {"2033", "2033"}, {"2034", "2034"},
        {"2035", "2035"}, {"2036", "2036"}, {"totaal", "hele periode"}},
    [FAKE_WIJK] = {{"West", "West"}, {"Noordwest", "Noordwest"}, {"Overvecht", "Overvecht"},
        {"Noordoost", "Noordoost"}, {"Oost", "Oost"}, {"Binnenstad", "Binnenstad"},
        {"Zuid", "Zuid"}, {"Zuidwest", "Zuidwest"}, {"Leidsche_Rijn", "Leidsche Rijn"},
        {"Vleuten_De_Meern", "Vleuten-De Meern"}, {"totaal", "hele stad"}},
    [FAKE_ZORGVORM] = {{"individuele_begeleiding", "Individuele begeleiding"},
        {"thuisbegeleiding", "Thuisbegeleiding"}, {"beschermd_thuis", "Beschermd Thuis"},
        {"dagbegeleiding", "Dagbegeleiding"},
        {"arbeidsmatige_activering", "Arbeidsmatige activering"},
        {"hulp_bij_huishouden", "Hulp bij het huishouden"}, {"totaal", "alle zorgvormen"}},
    [FAKE_AANBIEDER] = {{"a", "Aanbieder A"}, {"b", "Aanbieder B"}, {"c", "Aanbieder C"},
        {"totaal", "alle aanbieders"}},
};
/* clang-format on */

static const char *const DIMENSION[FAKE_DIMENSION_COUNT] = {"jaar", "wijk", "zorgvorm",
                                                            "aanbieder"};
static const int LABEL_COUNT[FAKE_DIMENSION_COUNT] = {
    FAKE_YEAR_COUNT + 1, FAKE_WIJK_COUNT + 1, FAKE_ZORGVORM_COUNT + 1,
    FAKE_AANBIEDER_COUNT + 1};

/* --- Layout --- */

static void add_cell(struct fake_results *self, int measure, int jaar, int wijk,
                     int zorgvorm, int aanbieder)
{
    self->cells[self->layout.cell_count++] = (struct sim_cell){
        (int16_t)measure,
        {(int16_t)jaar, (int16_t)wijk, (int16_t)zorgvorm, (int16_t)aanbieder}};
}

/* By wijk over all aanbieders, and by aanbieder over all wijken. */
static void add_cells(struct fake_results *self, int measure, int jaar)
{
    for (int zorgvorm = 0; zorgvorm <= FAKE_ZORGVORM_COUNT; zorgvorm++) {
        for (int wijk = 0; wijk <= FAKE_WIJK_COUNT; wijk++) {
            add_cell(self, measure, jaar, wijk, zorgvorm, FAKE_AANBIEDER_COUNT);
        }
        for (int aanbieder = 0; aanbieder < FAKE_AANBIEDER_COUNT; aanbieder++) {
            add_cell(self, measure, jaar, FAKE_WIJK_COUNT, zorgvorm, aanbieder);
        }
    }
}

static void init_layout(struct fake_results *self)
{
    memcpy(self->labels, LABEL, sizeof LABEL);
    for (int d = 0; d < FAKE_DIMENSION_COUNT; d++) {
        self->dimensions[d] =
            (struct sim_dimension){DIMENSION[d], self->labels[d], LABEL_COUNT[d]};
    }
    size_t cell_count = FAKE_MEASURE_COUNT * (FAKE_YEAR_COUNT + 1) *
                        (FAKE_ZORGVORM_COUNT + 1) *
                        (FAKE_WIJK_COUNT + 1 + FAKE_AANBIEDER_COUNT);
    self->cells = calloc(cell_count, sizeof *self->cells);
    assert_non_null(self->cells);
    self->layout =
        (struct sim_layout){self->dimensions, FAKE_DIMENSION_COUNT, self->cells, 0};
    for (int measure = 0; measure < FAKE_MEASURE_COUNT; measure++) {
        for (int jaar = 0; jaar <= FAKE_YEAR_COUNT; jaar++) {
            add_cells(self, measure, jaar);
        }
    }
    assert_int_equal(self->layout.cell_count, (int)cell_count);
}

/* --- Values --- */

static double wait_days(const struct sim_cell *cell, int scenario)
{
    static const double days[] = {212, 95, 160, 18, 8, 41, 90};
    static const double wijk_factor[] = {0.8, 0.9,  1.3,  0.7,  0.6, 1.0,
                                         1.1, 1.05, 0.95, 0.75, 1.0};
    const double year = cell->label[FAKE_JAAR];
    /* The base dips after a difficult start, every next scenario grows slowly. */
    const double trend =
        scenario == 0 ? 1.0 + 0.25 * exp(-0.5 * (year - 1) * (year - 1)) - 0.06 * year
                      : 0.9 + 0.02 * scenario * year;
    return days[cell->label[FAKE_ZORGVORM]] * wijk_factor[cell->label[FAKE_WIJK]] *
           trend;
}

static double ceiling_euro(const struct sim_cell *cell)
{
    static const double euro[] = {10.7e6, 4.2e6, 17.4e6, 4.6e6, 4.9e6, 21.6e6, 63.4e6};
    const double share = cell->label[FAKE_WIJK] < FAKE_WIJK_COUNT             ? 0.1
                         : cell->label[FAKE_AANBIEDER] < FAKE_AANBIEDER_COUNT ? 0.3
                                                                              : 1.0;
    return share * euro[cell->label[FAKE_ZORGVORM]] * pow(1.03, cell->label[FAKE_JAAR]);
}

static double value_of(const struct sim_cell *cell, int scenario, int replication)
{
    /* Spread over the replications, not random: the same on every machine. */
    const double noise =
        ((replication * 7 + cell->label[FAKE_JAAR] * 3 + cell->label[FAKE_WIJK] +
          scenario) %
             FAKE_REPLICATION_COUNT / (double)(FAKE_REPLICATION_COUNT - 1) -
         0.5);
    if (cell->measure == FAKE_WACHTTIJD) {
        return wait_days(cell, scenario) * (1.0 + 0.5 * noise);
    }
    if (cell->measure == FAKE_PLAFOND) {
        return ceiling_euro(cell);
    }
    const double used = 0.9 + 0.02 * cell->label[FAKE_JAAR] - 0.04 * scenario +
                        0.01 * cell->label[FAKE_ZORGVORM];
    return fmin(1.0, used + 0.02 * noise) * ceiling_euro(cell);
}

static void fill_scenario(struct fake_results *self, int scenario)
{
    struct sim_scenario_results *results = &self->results.scenarios[scenario];
    const size_t count = (size_t)self->layout.cell_count;
    results->layout = &self->layout;
    results->cells = calloc(count, sizeof *results->cells);
    assert_non_null(results->cells);
    if (scenario > 0) {
        results->differences = calloc(count, sizeof *results->differences);
        results->base_cell = calloc(count, sizeof *results->base_cell);
        assert_non_null(results->differences);
        assert_non_null(results->base_cell);
    }
    for (int c = 0; c < self->layout.cell_count; c++) {
        sim_tally_reset(&results->cells[c]);
        if (scenario > 0) {
            results->base_cell[c] = c;
            sim_tally_reset(&results->differences[c]);
        }
        for (int r = 0; r < FAKE_REPLICATION_COUNT; r++) {
            const double value = value_of(&self->cells[c], scenario, r);
            sim_tally_add(&results->cells[c], value);
            if (scenario > 0) {
                sim_tally_add(&results->differences[c],
                              value - value_of(&self->cells[c], 0, r));
            }
        }
    }
}

/* --- Scenarios --- */

static void write_scenario(const char *path, int index, const char *title)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "naam = \"scenario%d\";\nnorm = { wachttijd = 14; };\ntitel = \"",
            index + 1);
    for (; *title != '\0'; title++) {
        fprintf(file, *title == '"' || *title == '\\' ? "\\%c" : "%c", *title);
    }
    fputs("\";\n", file);
    assert_int_equal(fclose(file), 0);
}

static void load_scenario(struct fake_results *self, const char *folder, int index,
                          const char *title)
{
    char path[512];
    struct sim_faults faults = {0};
    snprintf(path, sizeof path, "%s/scenario%d.cfg", folder, index + 1);
    write_scenario(path, index, title);
    enum sim_status status = sim_scenario_load(
        &self->owned_scenarios[index], self->model.registry, path, NULL, 0, &faults);
    sim_faults_print(&faults, stderr);
    sim_faults_free(&faults);
    assert_int_equal(status, SIM_OK);
    self->scenarios[index] = self->owned_scenarios[index];
}

/* --- All --- */

void fake_results_init(struct fake_results *self, const char *folder,
                       int scenario_count, const char *const *titles)
{
    memset(self, 0, sizeof *self);
    memcpy(self->figures, FIGURE, sizeof FIGURE);
    self->model = (struct sim_model){
        .program = "wmosim",
        .version = "0.0.0",
        .summary = "Een model zonder gebeurtenissen, voor tests.",
        .registry = &REGISTRY,
        .measures = MEASURE,
        .measure_count = FAKE_MEASURE_COUNT,
        .headline_dimension = "zorgvorm",
        .figures = self->figures,
        .figure_count = sizeof FIGURE / sizeof FIGURE[0],
    };
    self->results.model = &self->model;
    self->results.scenario_count = scenario_count;
    self->results.replications_done = FAKE_REPLICATION_COUNT;
    init_layout(self);
    for (int s = 0; s < scenario_count; s++) {
        load_scenario(self, folder, s, titles[s]);
        fill_scenario(self, s);
    }
}

void fake_results_free(struct fake_results *self)
{
    for (int s = 0; s < self->results.scenario_count; s++) {
        free(self->results.scenarios[s].cells);
        free(self->results.scenarios[s].differences);
        free(self->results.scenarios[s].base_cell);
        sim_scenario_destroy(self->owned_scenarios[s]);
    }
    free(self->cells);
    memset(self, 0, sizeof *self);
}

int fake_results_cell(const struct fake_results *self, enum fake_measure measure,
                      int jaar, int wijk, int zorgvorm, int aanbieder)
{
    for (int c = 0; c < self->layout.cell_count; c++) {
        const struct sim_cell *cell = &self->cells[c];
        if (cell->measure == (int)measure && cell->label[FAKE_JAAR] == jaar &&
            cell->label[FAKE_WIJK] == wijk && cell->label[FAKE_ZORGVORM] == zorgvorm &&
            cell->label[FAKE_AANBIEDER] == aanbieder) {
            return c;
        }
    }
    return -1;
}
