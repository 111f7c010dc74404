/* sim/cli/precision_text.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/precision_text.h"

#include <inttypes.h>
#include <math.h>

#include "sim/experiment/layout.h"
#include "sim/scenario/dutch.h"

/* Two digits that say something: 0,012 and 1,2 and 120. */
static void write_number(double value, FILE *out)
{
    char text[SIM_DUTCH_NUMBER_SIZE];
    const double size = value > 0.0 ? floor(log10(value)) : 0.0;
    sim_dutch_number(value, size >= 1.0 ? 0 : 1 - (int)fmax(size, -8.0), text);
    fputs(text, out);
}

/* As it was asked: with no more decimals than that takes. */
static void write_asked(double value, FILE *out)
{
    char text[SIM_DUTCH_NUMBER_SIZE];
    int decimals = 0;
    double scaled = value;
    while (decimals < 9 && fabs(scaled - round(scaled)) > 1e-9 * scaled) {
        scaled *= 10.0;
        decimals++;
    }
    sim_dutch_number(value, decimals, text);
    fputs(text, out);
}

static const struct sim_measure *measure_of(const struct sim_study *study)
{
    const struct sim_layout *layout = study->results->scenarios[0].layout;
    const int measure = layout->cells[study->precision->cells[0]].measure;
    return &study->model->measures[measure];
}

static void write_wanted(const struct sim_study *study, FILE *out)
{
    const struct sim_precision *precision = study->precision;
    fputs("; gevraagd is ten hoogste ", out);
    if (precision->is_relative) {
        write_asked(100.0 * precision->half_width, out);
        fputc('%', out);
    } else {
        write_asked(precision->half_width, out);
        fprintf(out, " %s", measure_of(study)->unit);
    }
    fputs(".\n", out);
}

static void write_reached(const struct sim_study *study, FILE *out)
{
    const bool is_comparison = study->results->scenario_count > 1;
    const bool is_joint = study->results->scenario_count > 2;
    const struct sim_precision_state state =
        sim_precision_state(study->precision, study->results);
    if (isnan(state.half_width)) {
        fprintf(out, " had in %" PRId64 " van de %" PRIu32 " replicaties een waarde",
                state.count, study->results->replications_done);
        return;
    }
    fprintf(out, " heeft%s een 95%%-interval%s met een halve breedte van %s",
            is_comparison ? " als verschil met de basis" : "",
            is_joint ? ", dat voor alle scenario's samen geldt," : "",
            is_joint ? "ten hoogste " : "");
    write_number(state.half_width, out);
    fprintf(out, " %s", measure_of(study)->unit);
    if (study->precision->is_relative && isfinite(state.relative)) {
        fputs(", ofwel ", out);
        write_number(100.0 * state.relative, out);
        fputs(is_comparison ? "% van de basis" : "%", out);
    }
}

void sim_precision_text_print(const struct sim_study *study, FILE *out)
{
    const bool is_reached = study->results->is_precise;
    if (study->precision == NULL) {
        return;
    }
    fputs(is_reached ? "Precisie bereikt: " : "Precisie niet bereikt: ", out);
    sim_layout_write_title(study->results->scenarios[0].layout, study->model,
                           study->precision->cells[0], out);
    write_reached(study, out);
    write_wanted(study, out);
    if (!is_reached && !study->results->interrupted) {
        fputs("De uitkomsten zijn volledig en bewaard. Meer replicaties "
              "(--max-replications) maken het interval smaller.\n",
              out);
    }
}
