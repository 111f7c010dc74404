/* tests/support/toy_model.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/toy_model.h"

#include <math.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DESK_MAX 8
#define CLERK_MAX 20
#define HALF_COUNT 3 /* label 0 is both halves together */
#define MEASURE_COUNT 3
#define CELL_MAX (MEASURE_COUNT * HALF_COUNT * (DESK_MAX + 1))

enum { PURPOSE_GAP, PURPOSE_DESK, PURPOSE_SERVICE };

struct toy {
    const struct sim_scenario *scenario;
    struct sim_engine engine;
    struct sim_stream stream;
    uint32_t replication;
    int64_t clerk_count;
    double gap_days, service_days;
    sim_time end;
    sim_time free_at[DESK_MAX][CLERK_MAX];
    double waited_days[HALF_COUNT][DESK_MAX + 1];
    int64_t customer_count[HALF_COUNT][DESK_MAX + 1];
    struct sim_label desk_labels[DESK_MAX + 1];
    struct sim_dimension dimensions[2];
    struct sim_cell cells[CELL_MAX];
    struct sim_layout layout;
};

static const struct sim_param PARAMS[] = {
    {"balies.*.naam", SIM_PARAM_TEXT, "-", 1, 80, NULL, false, "naam van de balie"},
    {"capaciteit", SIM_PARAM_INTEGER, "medewerkers", 1, CLERK_MAX, NULL, false,
     "medewerkers per balie"},
    {"aankomsten_per_dag", SIM_PARAM_REAL, "klanten/dag", 0.001, 1000, NULL, false,
     "klanten per dag, alle balies samen"},
    {"bediening_dagen", SIM_PARAM_REAL, "dagen", 0, 100, NULL, false,
     "gemiddelde duur aan de balie"},
    {"dagen", SIM_PARAM_INTEGER, "dagen", 1, 100000, NULL, false, "duur van de run"},
    {"mislukt_bij", SIM_PARAM_INTEGER, "-", 0, 1000000, NULL, true,
     "replicatie waarin de controle mislukt"},
    {"onderbreek_bij", SIM_PARAM_INTEGER, "-", 0, 1000000, NULL, true,
     "replicatie die het programma onderbreekt"},
    {"wacht_bij", SIM_PARAM_INTEGER, "-", 0, 1000000, NULL, true,
     "replicatie die langer duurt"},
};
static const struct sim_registry REGISTRY = {PARAMS, sizeof PARAMS / sizeof *PARAMS};

static const struct sim_measure MEASURES[MEASURE_COUNT] = {
    {"wacht", "dagen", "wachten op een medewerker", 2, SIM_BETTER_LOWER, true, NULL,
     "dagen van binnenkomst tot begin, van wie binnenkwam", "wachten"},
    {"klanten", "klanten", "aantal klanten", 1, SIM_BETTER_NEUTRAL, true, NULL,
     "wie binnenkwam, met \"aanhalingstekens\" en een , komma", "drukte"},
    {"leeg", "-", "niets", 0, SIM_BETTER_NEUTRAL, false, NULL, "heeft nooit een waarde",
     "drukte"},
};

static const struct sim_label HALF_LABELS[HALF_COUNT] = {
    {"totaal", "hele run"}, {"eerste", "eerste helft"}, {"tweede", "tweede helft"}};

static bool is_replication(const struct toy *self, const char *path)
{
    return sim_scenario_has(self->scenario, NULL, path) &&
           sim_scenario_integer(self->scenario, NULL, path) == self->replication;
}

static double exponential(struct toy *self, uint32_t customer, uint32_t purpose,
                          double mean)
{
    return -mean * log(sim_stream_uniform_at(&self->stream, customer, purpose));
}

static enum sim_status schedule_arrival(struct toy *self, uint32_t customer)
{
    const double gap = exponential(self, customer, PURPOSE_GAP, self->gap_days);
    return sim_engine_schedule(
        &self->engine, self->engine.now + sim_time_from_days(gap), 0, customer, NULL);
}

static void count_customer(struct toy *self, int desk, sim_time wait)
{
    const int half = self->engine.now < self->end / 2 ? 1 : 2;
    const int halves[] = {0, half};
    const int labels[] = {0, desk + 1};
    for (int h = 0; h < 2; h++) {
        for (int l = 0; l < 2; l++) {
            self->waited_days[halves[h]][labels[l]] += sim_time_to_days(wait);
            self->customer_count[halves[h]][labels[l]]++;
        }
    }
}

/* The wait is known on arrival: until the first clerk to be free (Kiefer and
 * Wolfowitz 1955). */
static enum sim_status on_arrival(void *model, uint32_t customer)
{
    struct toy *self = model;
    const int desk_count = self->dimensions[1].label_count - 1;
    const int desk =
        (int)(sim_stream_uniform_at(&self->stream, customer, PURPOSE_DESK) *
              desk_count);
    sim_time *first = self->free_at[desk];
    for (int i = 1; i < self->clerk_count; i++) {
        first = self->free_at[desk][i] < *first ? &self->free_at[desk][i] : first;
    }
    const sim_time begin = *first > self->engine.now ? *first : self->engine.now;
    *first = begin + sim_time_from_days(exponential(self, customer, PURPOSE_SERVICE,
                                                    self->service_days));
    count_customer(self, desk, begin - self->engine.now);
    return schedule_arrival(self, customer + 1);
}

static const struct sim_event_type EVENT_TYPES[] = {
    {"aankomst", on_arrival, SIM_PRIORITY_ARRIVAL}};

static void make_layout(struct toy *self)
{
    const int desk_count = sim_scenario_count(self->scenario, NULL, "balies");
    self->desk_labels[0] = (struct sim_label){"totaal", "alle balies"};
    for (int i = 0; i < desk_count; i++) {
        const struct sim_node *desk =
            sim_scenario_entry(self->scenario, NULL, "balies", i);
        const char *name = sim_scenario_text(self->scenario, desk, "naam");
        self->desk_labels[i + 1] = (struct sim_label){name, name};
    }
    self->dimensions[0] = (struct sim_dimension){"helft", HALF_LABELS, HALF_COUNT};
    self->dimensions[1] =
        (struct sim_dimension){"balie", self->desk_labels, desk_count + 1};
    self->layout = (struct sim_layout){self->dimensions, 2, self->cells, 0};
    for (int m = 0; m < MEASURE_COUNT; m++) {
        for (int h = 0; h < HALF_COUNT; h++) {
            for (int l = 0; l <= desk_count; l++) {
                self->cells[self->layout.cell_count++] =
                    (struct sim_cell){(int16_t)m, {(int16_t)h, (int16_t)l}};
            }
        }
    }
}

static void check(const struct sim_scenario *scenario, struct sim_faults *faults)
{
    const int desk_count = sim_scenario_count(scenario, NULL, "balies");
    if (desk_count < 1 || desk_count > DESK_MAX) {
        sim_scenario_fault(scenario, NULL, "capaciteit", faults,
                           "er zijn %d balies; toegestaan: 1 tot %d", desk_count,
                           DESK_MAX);
    }
}

static enum sim_status create(const struct sim_scenario *scenario, void **out)
{
    struct toy *self = calloc(1, sizeof *self);
    if (self == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    self->scenario = scenario;
    self->clerk_count = sim_scenario_integer(scenario, NULL, "capaciteit");
    self->gap_days = 1.0 / sim_scenario_real(scenario, NULL, "aankomsten_per_dag");
    self->service_days = sim_scenario_real(scenario, NULL, "bediening_dagen");
    self->end = sim_scenario_integer(scenario, NULL, "dagen") * SIM_DAY;
    make_layout(self);
    *out = self;
    return sim_engine_init(&self->engine, EVENT_TYPES, 1, self, 4);
}

static void destroy(void *model)
{
    struct toy *self = model;
    if (self != NULL) {
        sim_engine_free(&self->engine);
        free(self);
    }
}

static const struct sim_layout *get_layout(const void *model)
{
    return &((const struct toy *)model)->layout;
}

static struct sim_engine *get_engine(void *model)
{
    return &((struct toy *)model)->engine;
}

static sim_time get_end(const void *model)
{
    return ((const struct toy *)model)->end;
}

static enum sim_status reset(void *model, uint64_t seed, uint32_t replication)
{
    struct toy *self = model;
    self->replication = replication;
    sim_engine_reset(&self->engine);
    sim_stream_init(&self->stream, seed, replication);
    memset(self->free_at, 0, sizeof self->free_at);
    memset(self->waited_days, 0, sizeof self->waited_days);
    memset(self->customer_count, 0, sizeof self->customer_count);
    return SIM_OK;
}

static void die_in_time(void)
{
    static atomic_int begun;
    const char *last = getenv("PROEF_STERFT");
    if (last != NULL && atomic_fetch_add(&begun, 1) + 1 == atoi(last)) {
        raise(SIGKILL);
    }
}

static enum sim_status start(void *model)
{
    struct toy *self = model;
    const struct timespec pause = {.tv_nsec = 20000000};
    die_in_time();
    if (is_replication(self, "onderbreek_bij")) {
        raise(SIGINT);
    }
    if (is_replication(self, "wacht_bij")) {
        nanosleep(&pause, NULL);
    }
    return schedule_arrival(self, 0);
}

static enum sim_status verify(const void *model)
{
    return is_replication(model, "mislukt_bij") ? SIM_ERR_INVARIANT : SIM_OK;
}

static const struct sim_level LEVELS[] = {
    {"bezig", "medewerkers", "medewerkers aan het werk"},
    {"klanten", "klanten", "klanten tot nu toe"}};

static const struct sim_levels *get_levels(const void *model)
{
    static const struct sim_levels levels = {LEVELS, 2};
    (void)model;
    return &levels;
}

static void observe(const void *model, double *values)
{
    const struct toy *self = model;
    values[0] = 0.0;
    for (int desk = 0; desk < self->dimensions[1].label_count - 1; desk++) {
        for (int i = 0; i < self->clerk_count; i++) {
            values[0] += self->free_at[desk][i] > self->engine.now ? 1.0 : 0.0;
        }
    }
    values[1] = (double)self->customer_count[0][0];
}

static void summarise(void *model, double *values)
{
    struct toy *self = model;
    for (int i = 0; i < self->layout.cell_count; i++) {
        const struct sim_cell *cell = &self->cells[i];
        const int64_t count = self->customer_count[cell->label[0]][cell->label[1]];
        const double waited = self->waited_days[cell->label[0]][cell->label[1]];
        values[i] = cell->measure == 0   ? (count > 0 ? waited / (double)count : NAN)
                    : cell->measure == 1 ? (double)count
                                         : NAN;
    }
}

static const char *const PLAN_COLUMNS[] = {"balie", "medewerkers"};
static const int PLAN_DECIMALS[] = {1};

/* The medewerkers of all desks, and as a detail those of one. */
static enum sim_status list_plan(const struct sim_scenario *scenario, sim_plan_put *put,
                                 void *context)
{
    double clerks = (double)sim_scenario_integer(scenario, NULL, "capaciteit");
    int desks = sim_scenario_count(scenario, NULL, "balies");
    put(context, &(struct sim_plan_row){{"totaal"}, {1000.5 * clerks * desks}, false});
    put(context, &(struct sim_plan_row){{"elke, los"}, {clerks}, true});
    return SIM_OK;
}

static const struct sim_plan PLAN = {PLAN_COLUMNS, 1, 1, PLAN_DECIMALS, list_plan};

#define TOY_MODEL(figures_, figure_count_)                                           \
    {                                                                                \
        .program = "proef", .version = "1.2.3", .summary = "Balies met klanten.",    \
        .registry = &REGISTRY, .measures = MEASURES, .measure_count = MEASURE_COUNT, \
        .headline_dimension = "balie", .default_scenarios = DEFAULT_SCENARIOS,       \
        .figures = figures_, .figure_count = figure_count_, .check = check,          \
        .create = create, .destroy = destroy, .layout = get_layout,                  \
        .engine = get_engine, .end = get_end, .reset = reset, .start = start,        \
        .verify = verify, .summarise = summarise, .levels = get_levels,              \
        .observe = observe, .plan = &PLAN,                                           \
        .warmup_note = "De balies beginnen altijd leeg."                             \
    }

static const char *const DEFAULT_SCENARIOS[] = {"scenarios/balie.cfg", NULL};

static const struct sim_figure FIGURES[] = {{.name = "klanten",
                                             .script = "bestaat-niet.gp",
                                             .measures = {"klanten", NULL},
                                             .panel_dimension = "balie",
                                             .title = "Klanten per balie",
                                             .caption = "Elke lijn is een scenario."}};

const struct sim_model toy_model = TOY_MODEL(NULL, 0);
const struct sim_model toy_model_with_figure = TOY_MODEL(FIGURES, 1);
