/* sim/cli/parts.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/parts.h"

#include <stdlib.h>
#include <string.h>

#include "sim/cli/headline.h"
#include "sim/cli/selection.h"
#include "sim/cli/target.h"
#include "sim/experiment/layout.h"

#define VARIANT_OTHER 1

enum sim_status sim_parts_check(const struct sim_options *options)
{
    const char *conflict =
        !options->explains ? NULL
        : options->scenario_count != 2
            ? "--explain gaat over twee scenario's: een basis en een "
              "ander"
            : NULL;
    if (conflict != NULL) {
        sim_command_complain(options->model, "%s", conflict);
        return SIM_ERR_USAGE;
    }
    return options->explains && options->target.measure != NULL
               ? sim_selection_check(options->model, "--measure",
                                     options->target.measure)
               : SIM_OK;
}

/* --- Sets of factors --- */

static struct sim_parts_set unite(const struct sim_parts_set *left,
                                  const struct sim_parts_set *right)
{
    struct sim_parts_set both;
    for (int i = 0; i < SIM_FACTOR_MAX; i++) {
        both.has[i] = left->has[i] || right->has[i];
    }
    return both;
}

static struct sim_parts_set subtract(const struct sim_parts_set *left,
                                     const struct sim_parts_set *right)
{
    struct sim_parts_set rest;
    for (int i = 0; i < SIM_FACTOR_MAX; i++) {
        rest.has[i] = left->has[i] && !right->has[i];
    }
    return rest;
}

/* All factors of a kind; all of them when [kind] is -1. */
static struct sim_parts_set all_of(const struct sim_factors *factors, int kind)
{
    struct sim_parts_set set = {{false}};
    for (int i = 0; i < factors->count; i++) {
        set.has[i] = kind < 0 || (int)factors->items[i].kind == kind;
    }
    return set;
}

/* --- Variants --- */

/* The variant with the factors of [set], made when it is new; -1: it cannot be made, or
 * there is no memory. */
static int find_variant(struct sim_parts_task *self, const struct sim_model *model,
                        const struct sim_parts_set *set)
{
    for (int v = 0; v < self->variant_count; v++) {
        if (memcmp(&self->sets[v], set, sizeof *set) == 0) {
            return v;
        }
    }
    if (self->variant_count == SIM_PARTS_VARIANT_MAX ||
        !sim_factors_can_mix(&self->factors, set->has)) {
        return -1;
    }
    struct sim_faults faults = {0};
    struct sim_scenario *variant;
    enum sim_status status =
        sim_factors_mix(&self->factors, set->has, model->registry, &faults, &variant);
    if (status == SIM_OK) {
        model->check(variant, &faults);
    }
    const bool is_right = status == SIM_OK && faults.count + faults.dropped == 0;
    sim_faults_free(&faults);
    if (!is_right) {
        sim_scenario_destroy(variant);
        return -1;
    }
    self->sets[self->variant_count] = *set;
    self->variants[self->variant_count] = variant;
    return self->variant_count++;
}

/* Whether the part can be changed on top of [below]. */
static bool try_below(struct sim_parts_task *self, const struct sim_model *model,
                      struct sim_part *part, const struct sim_parts_set *below)
{
    const struct sim_parts_set from = subtract(below, &part->members);
    const struct sim_parts_set to = unite(&from, &part->members);
    part->from = find_variant(self, model, &from);
    part->to = part->from < 0 ? -1 : find_variant(self, model, &to);
    part->below = from;
    return part->to >= 0;
}

/* The keys that cannot be laid over from the base: with a list of the other they come
 * along. */
static struct sim_parts_set bound_keys(const struct sim_factors *factors)
{
    struct sim_parts_set set = {{false}};
    for (int i = 0; i < factors->count; i++) {
        set.has[i] = factors->items[i].kind == SIM_FACTOR_KEY &&
                     !factors->items[i].is_uniform[SIM_FACTOR_BASE];
    }
    return set;
}

static bool place_part(struct sim_parts_task *self, const struct sim_model *model,
                       struct sim_part *part)
{
    const struct sim_parts_set lists = all_of(&self->factors, SIM_FACTOR_LIST);
    const struct sim_parts_set keys = bound_keys(&self->factors);
    const struct sim_parts_set below[] = {{{false}}, keys, lists, unite(&lists, &keys)};
    bool is_placed = false;
    for (size_t i = 0; i < sizeof below / sizeof *below && !is_placed; i++) {
        is_placed = try_below(self, model, part, &below[i]);
    }
    return is_placed;
}

/* --- Parts --- */

static char *name_part(const struct sim_parts_task *self, const struct sim_part *part)
{
    char *name = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&name, &size);
    const char *separator = "";
    if (out == NULL) {
        return NULL;
    }
    for (int i = 0; i < self->factors.count; i++) {
        if (part->members.has[i]) {
            fprintf(out, "%s%s", separator, self->factors.items[i].path);
            separator = " + ";
        }
    }
    if (fclose(out) != 0) {
        free(name);
        return NULL;
    }
    return name;
}

static void describe_part(const struct sim_parts_task *self, struct sim_part *part)
{
    int count = 0, last = 0;
    for (int i = 0; i < self->factors.count; i++) {
        last = part->members.has[i] ? i : last;
        count += part->members.has[i];
    }
    part->base[0] = part->other[0] = '\0';
    if (count == 1) {
        sim_factor_text(&self->factors.items[last], SIM_FACTOR_BASE, part->base,
                        sizeof part->base);
        sim_factor_text(&self->factors.items[last], SIM_FACTOR_OTHER, part->other,
                        sizeof part->other);
    }
}

/* Every factor a part, and those that cannot stand alone one part together. False: that
 * cannot be made either. */
static bool make_parts(struct sim_parts_task *self, const struct sim_model *model)
{
    struct sim_part together = {.members = {{false}}};
    bool has_together = false;
    for (int i = 0; i < self->factors.count; i++) {
        struct sim_part part = {.members = {{false}}};
        part.members.has[i] = true;
        if (place_part(self, model, &part)) {
            self->parts[self->part_count++] = part;
        } else {
            together.members.has[i] = true;
            has_together = true;
        }
    }
    if (!has_together) {
        return true;
    }
    if (!place_part(self, model, &together)) {
        return false;
    }
    self->parts[self->part_count++] = together;
    return true;
}

static enum sim_status finish_parts(struct sim_parts_task *self,
                                    const struct sim_model *model)
{
    const struct sim_parts_set all = all_of(&self->factors, -1);
    for (int p = 0; p < self->part_count; p++) {
        struct sim_part *part = &self->parts[p];
        const struct sim_parts_set rest = subtract(&all, &part->members);
        part->without = find_variant(self, model, &rest);
        part->name = name_part(self, part);
        describe_part(self, part);
        if (part->name == NULL) {
            return SIM_ERR_NO_MEMORY;
        }
    }
    return SIM_OK;
}

static enum sim_status find_parts(struct sim_parts_task *self,
                                  const struct sim_options *options,
                                  const struct sim_loaded *loaded)
{
    const char *complaint = NULL;
    const bool fits =
        sim_factors_find(&self->factors, loaded->scenarios[0], loaded->scenarios[1]);
    self->sets[VARIANT_OTHER] = all_of(&self->factors, -1);
    self->variant_count = 2;
    if (!fits) {
        complaint = "--explain: de scenario's verschillen in te veel instellingen om "
                    "ze apart te nemen";
    } else if (self->factors.count == 0) {
        complaint = "--explain: de scenario's verschillen in geen enkele waarde";
    } else if (!make_parts(self, options->model)) {
        complaint = "--explain: het verschil is niet te ontleden, want niets van wat "
                    "anders is kan zonder de rest worden veranderd";
    }
    if (complaint != NULL) {
        sim_command_complain(options->model, "%s", complaint);
        return SIM_ERR_USAGE;
    }
    return finish_parts(self, options->model);
}

/* --- Outcomes --- */

static void add_outcome(void *context, const struct sim_headline *headline)
{
    struct sim_parts_task *self = context;
    self->cells[self->outcome_count++] = headline->cell;
}

static void count_outcome(void *context, const struct sim_headline *headline)
{
    int *count = context;
    (void)headline;
    (*count)++;
}

enum sim_status sim_parts_find_cells(const struct sim_parts_task *self,
                                     const struct sim_model *model,
                                     const struct sim_layout *base,
                                     const struct sim_scenario *scenario,
                                     int32_t *cells)
{
    void *instance = NULL;
    const enum sim_status status = model->create(scenario, &instance);
    for (int o = 0; status == SIM_OK && o < self->outcome_count; o++) {
        cells[o] = sim_layout_find(model->layout(instance), base,
                                   &base->cells[self->cells[o]]);
    }
    model->destroy(instance);
    return status;
}

static enum sim_status choose_outcomes(struct sim_parts_task *self,
                                       const struct sim_options *options,
                                       const struct sim_scenario *scenario,
                                       const struct sim_layout *layout)
{
    int count = 1;
    if (options->target.measure == NULL) {
        count = 0;
        sim_headline_visit(options->model, layout, count_outcome, &count);
    }
    self->cells = calloc((size_t)count + 1, sizeof *self->cells);
    if (self->cells == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    if (options->target.measure == NULL) {
        sim_headline_visit(options->model, layout, add_outcome, self);
        return SIM_OK;
    }
    self->outcome_count = 1;
    return sim_target_cell(options, scenario, &self->cells[0]);
}

static enum sim_status find_outcomes(struct sim_parts_task *self,
                                     const struct sim_options *options,
                                     const struct sim_loaded *loaded)
{
    const struct sim_model *model = options->model;
    void *instance = NULL;
    enum sim_status status = model->create(loaded->scenarios[0], &instance);
    const struct sim_layout *layout = status == SIM_OK ? model->layout(instance) : NULL;
    if (status == SIM_OK) {
        status = choose_outcomes(self, options, loaded->scenarios[0], layout);
    }
    if (status == SIM_OK) {
        status = sim_sample_init(&self->sample, 2, self->outcome_count,
                                 options->replications);
    }
    for (int s = 0; s < 2 && status == SIM_OK; s++) {
        status = sim_parts_find_cells(self, model, layout, loaded->scenarios[s],
                                      &self->sample.cells[s * self->outcome_count]);
    }
    model->destroy(instance);
    return status;
}

enum sim_status sim_parts_init(struct sim_parts_task *self,
                               const struct sim_options *options,
                               const struct sim_loaded *loaded)
{
    memset(self, 0, sizeof *self);
    const enum sim_status status = find_outcomes(self, options, loaded);
    return status == SIM_OK ? find_parts(self, options, loaded) : status;
}

void sim_parts_free(struct sim_parts_task *self)
{
    for (int v = 0; v < self->variant_count; v++) {
        sim_scenario_destroy(self->variants[v]);
    }
    for (int p = 0; p < self->part_count; p++) {
        free(self->parts[p].name);
    }
    sim_sample_free(&self->sample);
    free(self->cells);
    free(self->tallies);
    memset(self, 0, sizeof *self);
}
