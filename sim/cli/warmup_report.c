/* sim/cli/warmup_report.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/warmup_report.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "sim/cli/command.h"
#include "sim/scenario/dutch.h"
#include "sim/store/figure_warmup.h"
#include "sim/store/folder.h"

#define FIGURE "figuren/opwarming.svg"

/* --- What can be asked --- */

static enum sim_status check_interval(const struct sim_options *options,
                                      sim_time interval, sim_time end)
{
    const sim_time shortest = end / SIM_WARMUP_COUNT_MAX + 1;
    const sim_time longest = end / (SIM_WARMUP_COUNT_MIN - 1);
    char low[SIM_DUTCH_NUMBER_SIZE], high[SIM_DUTCH_NUMBER_SIZE];
    if (interval >= shortest && interval <= longest) {
        return SIM_OK;
    }
    /* Rounded to what is allowed. */
    sim_dutch_number(ceil(1000.0 * sim_time_to_days(shortest)) / 1000.0, 3, low);
    sim_dutch_number(floor(1000.0 * sim_time_to_days(longest)) / 1000.0, 3, high);
    sim_command_complain(options->model,
                         "--interval: %g dagen kan niet bij een looptijd van %g dagen; "
                         "geef %s tot en met %s dagen",
                         options->interval_days, sim_time_to_days(end), low, high);
    return SIM_ERR_USAGE;
}

static enum sim_status check(const struct sim_options *options, sim_time interval,
                             sim_time end)
{
    enum sim_status status = check_interval(options, interval, end);
    if (status == SIM_OK) {
        const int widest = sim_transient_window_max((int)(end / interval) + 1);
        if (options->window > widest) {
            sim_command_complain(options->model,
                                 "--window: %d is te veel; geef ten hoogste %d, een "
                                 "kwart van de metingen",
                                 options->window, widest);
            status = SIM_ERR_USAGE;
        }
    }
    return status;
}

enum sim_status sim_warmup_check(const struct sim_options *options,
                                 const struct sim_scenario *scenario, sim_time interval)
{
    const struct sim_model *model = options->model;
    void *instance = NULL;
    if (model->levels == NULL) {
        sim_command_complain(model, "dit model heeft geen reeksen om te volgen");
        return SIM_ERR_USAGE;
    }
    enum sim_status status = model->create(scenario, &instance);
    if (status == SIM_OK) {
        status = check(options, interval, model->end(instance));
    }
    model->destroy(instance);
    return status;
}

/* --- What was found --- */

static void print_heading(const struct sim_study *study, FILE *out)
{
    const uint32_t done = study->results->replications_done;
    char interval[SIM_DUTCH_NUMBER_SIZE], last[SIM_DUTCH_NUMBER_SIZE];
    sim_dutch_number(sim_time_to_days(study->warmup->interval), 1, interval);
    sim_dutch_number(sim_warmup_day(study->warmup, study->warmup->count - 1), 0, last);
    fprintf(out, "%s: opwarming uit %" PRIu32 " %s, seed %" PRIu64,
            sim_scenario_title(study->scenarios[0]), done,
            done == 1 ? "replicatie" : "replicaties", study->seed);
    if (study->results->interrupted) {
        fprintf(out, "; afgebroken, %" PRIu32 " gevraagd", study->replications);
    }
    fprintf(out, ".\nGemeten om de %s dagen, tot en met dag %s.\n\n", interval, last);
}

static void print_conclusion(const struct sim_study *study, FILE *out)
{
    const int start = sim_warmup_start(study->warmup);
    if (start > 0) {
        fputs("\nVanaf dag ", out);
        sim_figure_warmup_write_day(study->warmup, start, out);
        fputs(" lijken alle reeksen in evenwicht. Laat wat ervoor ligt buiten de "
              "uitkomsten\nals het scenario leeg begint.\n",
              out);
    } else if (start == 0) {
        fputs("\nAlle reeksen lijken van het begin af in evenwicht.\n", out);
    } else {
        fputs("\nNiet van alle reeksen is een evenwicht gevonden. Begint het scenario "
              "leeg, maak dan de looptijd langer;\nhelpt dat niet, dan verandert er "
              "iets dat geen aanloop is, zoals vraag of capaciteit.\n",
              out);
    }
    fputs("De dagen volgen uit een vuistregel (MSER-5, White 1997). Kijk ook naar het "
          "voortschrijdend\ngemiddelde in de figuur (Welch 1983).\n",
          out);
    if (study->model->warmup_note != NULL) {
        fprintf(out, "%s\n", study->model->warmup_note);
    }
}

void sim_warmup_report_print(const struct sim_study *study, FILE *out)
{
    print_heading(study, out);
    for (int s = 0; s < study->warmup->series_count; s++) {
        sim_figure_warmup_write_sentence(study->warmup, s, out);
    }
    print_conclusion(study, out);
}

void sim_warmup_report_folder(const char *folder, FILE *out)
{
    char *figure = sim_folder_join(folder, FIGURE);
    fprintf(out, "\nResultaten: %s\n", folder);
    if (figure != NULL && sim_folder_exists(figure)) {
        fprintf(out, "Figuren:\n  %s\n", FIGURE);
    }
    free(figure);
}
