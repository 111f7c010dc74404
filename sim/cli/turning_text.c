/* sim/cli/turning_text.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/turning_text.h"

#include <math.h>

#include "sim/cli/grid.h"
#include "sim/scenario/dutch.h"
#include "sim/store/turn_text.h"

static const struct sim_measure *measure_of(const struct sim_study *study)
{
    const struct sim_layout *layout = study->results->scenarios[0].layout;
    return &study->model->measures[layout->cells[study->break_even->cell].measure];
}

static void add_number(struct sim_grid *grid, double value, int decimals)
{
    char text[SIM_DUTCH_NUMBER_SIZE];
    sim_dutch_number(value, decimals, text);
    sim_grid_add(grid, text);
}

static void add_point(const struct sim_study *study, struct sim_grid *grid,
                      const struct sim_break_even_point *point)
{
    const struct sim_interval interval = sim_tally_interval(&point->difference, 0.95);
    const int decimals = measure_of(study)->decimals;
    char low[SIM_DUTCH_NUMBER_SIZE], high[SIM_DUTCH_NUMBER_SIZE];
    char text[2 * SIM_DUTCH_NUMBER_SIZE + 8];
    sim_dutch_number(interval.low, decimals, low);
    sim_dutch_number(interval.high, decimals, high);
    snprintf(text, sizeof text, "%s tot %s", low, high);
    add_number(grid, point->value,
               sim_turn_text_decimals(study->break_even->search) + 1);
    add_number(grid, sim_tally_mean(&point->difference), decimals);
    sim_grid_add(grid, isnan(interval.low) ? "-" : text);
}

static void print_table(const struct sim_study *study, FILE *out)
{
    const struct sim_break_even *search = study->break_even->search;
    struct sim_grid grid;
    sim_grid_init(&grid, 3, ~0u);
    sim_grid_add(&grid, study->break_even->path);
    sim_grid_add(&grid, "verschil");
    sim_grid_add(&grid, "95%-interval");
    for (int i = 0; i < search->point_count; i++) {
        add_point(study, &grid, &search->points[i]);
    }
    sim_grid_print(&grid, out);
    sim_grid_free(&grid);
}

void sim_turning_text_print(const struct sim_study *study, FILE *out)
{
    const struct sim_study_break_even *found = study->break_even;
    if (found == NULL) {
        return;
    }
    fprintf(out, "\nOmslag: %s veranderd in %s%s%s", found->path,
            found->varied == NULL ? "beide scenario's" : "'",
            found->varied == NULL ? "" : found->varied,
            found->varied == NULL ? "" : "'");
    fprintf(out, "; verschil in %s\n\n", measure_of(study)->unit);
    print_table(study, out);
    fputc('\n', out);
    if (!found->is_complete) {
        fputs("Het zoeken is afgebroken; dit is wat er tot dan toe uitkwam.\n", out);
    }
    if (found->search->point_count > 1) {
        sim_turn_text_write_sentence(study, out);
        fputc('\n', out);
    }
}
