/* sim/store/figure_internal.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files figure*.c share: the numbers of one figure, the texts made from them,
 * and the call of gnuplot. Not for use elsewhere.
 */
#ifndef SIM_STORE_FIGURE_INTERNAL_H
#define SIM_STORE_FIGURE_INTERNAL_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "sim/store/figure.h"
#include "sim/store/study.h"

/* Characters of a text that go into a figure; scripts shorten further. */
#define SIM_FIGURE_TEXT_LENGTH 120
/* Room for such a text in UTF-8. */
#define SIM_FIGURE_TEXT_SIZE (4 * SIM_FIGURE_TEXT_LENGTH + 4)

/* gnuplot takes no longer. */
#define SIM_FIGURE_LIMIT_SECONDS 60.0

/* The mean over replications with its 95% interval; NAN where there is none. */
struct sim_figure_point {
    double mean, low, high;
};

struct sim_figure_panel {
    const char *key; /* borrowed; [key_length], not terminated */
    size_t key_length;
    const char *title; /* borrowed */
};

/* The numbers of one figure. */
struct sim_figure_data {
    const struct sim_figure *figure;
    const struct sim_model *model;
    const struct sim_measure *measures[2];
    int measure_count;
    const char *scenario_titles[SIM_FIGURE_SCENARIO_MAX]; /* borrowed */
    int scenario_count;                                   /* drawn */
    int scenario_total;                                   /* there are */
    struct sim_figure_panel panels[SIM_FIGURE_PANEL_MAX];
    int panel_count;
    bool has_more_panels; /* than fit */
    int first_year, year_count;
    double norm; /* NAN: none */
    uint32_t replications;
    struct sim_figure_point *points; /* owned; see sim_figure_data_point */
};

/* --- figure.c --- */

/* Copies [script], from where the scripts are, to [folder] as [file]. SIM_ERR_HELPER:
 * there is none. SIM_ERR_IO. */
SIM_MUST_CHECK enum sim_status sim_figure_copy_script(const char *script,
                                                      const char *folder,
                                                      const char *file, char *message,
                                                      size_t message_size);

/* --- figure_data.c --- */

/* Gathers what [figure] shows. SIM_ERR_DOMAIN: the first dimension of the model has no
 * years, or the model has no such measure. The caller frees [self] in every case. */
SIM_MUST_CHECK enum sim_status
sim_figure_data_init(struct sim_figure_data *self, const struct sim_results *results,
                     const struct sim_scenario *const *scenarios,
                     const struct sim_figure *figure);
void sim_figure_data_free(struct sim_figure_data *self);

/* [measure], [panel], [scenario] and [year] count from 0. */
struct sim_figure_point *sim_figure_data_point(const struct sim_figure_data *self,
                                               int measure, int panel, int scenario,
                                               int year);

/* --- figure_text.c --- */

/* Copies at most [limit] characters of [text] to [out] as one line of valid UTF-8
 * without control characters, double quotes, backquotes or backslashes; "?" stands for
 * a byte that is not UTF-8 and a character not in the font, "…" ends a text that was
 * cut, "-" is an empty text. */
void sim_figure_clean_text(const char *text, int limit, char *out, size_t out_size);

/* Room for any double with a few decimals. */
#define SIM_FIGURE_NUMBER_SIZE 512

/* Writes [value] in Dutch: "1.234,5", "1,2 mln", "geen gegevens" for NAN. */
void sim_figure_format_number(double value, int decimals,
                              char out[SIM_FIGURE_NUMBER_SIZE]);

/* Writes [text] cleaned, see above, at most SIM_FIGURE_TEXT_LENGTH characters; the
 * second with a capital, for what is made to stand in a sentence. */
void sim_figure_write_clean(const char *text, FILE *out);
void sim_figure_write_sentence_start(const char *text, FILE *out);

/* Writes the data file that the scripts read; the layout is described in
 * scripts/figuur.gp. */
void sim_figure_write_tsv(const struct sim_figure_data *self, FILE *out);

/* The text alternative: every panel and scenario, first and last year. The caller
 * frees [text]. */
SIM_MUST_CHECK enum sim_status sim_figure_describe(const struct sim_figure_data *self,
                                                   char **text);

/* The same for people who read files: title, caption, text alternative, origin. */
void sim_figure_write_text(const struct sim_figure_data *self, const char *description,
                           FILE *out);

/* --- figure_draw.c --- */

/* Room for the name of a file in the folder of the figures. */
#define SIM_FIGURE_FILE_SIZE 256

/* Runs `gnuplot -d NAME.gp` in [folder]. SIM_ERR_HELPER: see sim_figures_draw; there is
 * no picture then, and NAME.log holds what gnuplot said, if anything. */
SIM_MUST_CHECK enum sim_status sim_figure_run(const char *folder, const char *name,
                                              double limit_seconds, char *message,
                                              size_t message_size);

/* Gives NAME.svg in [folder] its title and text alternative in place of gnuplot's
 * own. */
SIM_MUST_CHECK enum sim_status sim_figure_label_svg(const char *folder,
                                                    const char *name, const char *title,
                                                    const char *description,
                                                    char *message, size_t message_size);

/* --- figure_single.c --- */

/* A figure that is always the same, of what a study found beside its outcomes; its
 * script is NAME.gp. */
struct sim_figure_single {
    const char *name;
    const char *title;   /* Dutch: what one sees */
    const char *caption; /* Dutch: how to read it */
    /* What comes behind the title in the data file. */
    void (*write_tsv)(const struct sim_study *study, FILE *out);
    /* The text alternative: Dutch sentences, each with a line end. */
    void (*describe)(const struct sim_study *study, FILE *out);
    /* Where it comes from, without a full stop. */
    void (*write_origin)(const struct sim_study *study, FILE *out);
};

/* Draws it into figuren of [folder], which is made when it is not there. Status and
 * [message] as for sim_figures_draw. */
SIM_MUST_CHECK enum sim_status
sim_figure_single_draw(const struct sim_figure_single *figure,
                       const struct sim_study *study, const char *folder, char *message,
                       size_t message_size);

#endif
