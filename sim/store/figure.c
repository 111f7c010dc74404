/* sim/store/figure.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/figure.h"
#include "sim/store/figure_internal.h"
#include "sim/store/folder.h"
#include "sim/store/os_error.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

/* What the scripts of figures have in common; they load it from their own folder. */
static const char *const SHARED_SCRIPTS[] = {"stijl.gp", "figuur.gp"};

static FILE *open_script(const char *script)
{
    static const char *const folders[] = {SIM_SCRIPTS_SOURCE_DIR,
                                          SIM_SCRIPTS_INSTALL_DIR};
    FILE *file = NULL;
    for (size_t i = 0; i < sizeof folders / sizeof folders[0] && file == NULL; i++) {
        char *path = sim_folder_join(folders[i], script);
        file = path == NULL ? NULL : fopen(path, "re");
        free(path);
    }
    return file;
}

enum sim_status sim_figure_copy_script(const char *script, const char *folder,
                                       const char *file, char *message,
                                       size_t message_size)
{
    char block[8192];
    size_t length;
    FILE *from = open_script(script);
    if (from == NULL) {
        snprintf(message, message_size, "tekenscript %s ontbreekt in %s en in %s",
                 script, SIM_SCRIPTS_SOURCE_DIR, SIM_SCRIPTS_INSTALL_DIR);
        return SIM_ERR_HELPER;
    }
    FILE *to = sim_folder_open(folder, file, message, message_size);
    while (to != NULL && (length = fread(block, 1, sizeof block, from)) > 0) {
        fwrite(block, 1, length, to);
    }
    fclose(from);
    return to == NULL ? SIM_ERR_IO : sim_folder_close(to, file, message, message_size);
}

/* Everything that gnuplot needs to draw the figure, and the text beside it. */
static enum sim_status write_inputs(const struct sim_figure_data *data,
                                    const char *description, const char *folder,
                                    char *message, size_t message_size)
{
    char file[SIM_FIGURE_FILE_SIZE];
    snprintf(file, sizeof file, "%s.tsv", data->figure->name);
    FILE *out = sim_folder_open(folder, file, message, message_size);
    if (out == NULL) {
        return SIM_ERR_IO;
    }
    sim_figure_write_tsv(data, out);
    enum sim_status status = sim_folder_close(out, file, message, message_size);
    if (status != SIM_OK) {
        return status;
    }
    snprintf(file, sizeof file, "%s.txt", data->figure->name);
    out = sim_folder_open(folder, file, message, message_size);
    if (out == NULL) {
        return SIM_ERR_IO;
    }
    sim_figure_write_text(data, description, out);
    status = sim_folder_close(out, file, message, message_size);
    if (status != SIM_OK) {
        return status;
    }
    snprintf(file, sizeof file, "%s.gp", data->figure->name);
    return sim_figure_copy_script(data->figure->script, folder, file, message,
                                  message_size);
}

static enum sim_status draw(const struct sim_figure_data *data, const char *folder,
                            char *message, size_t message_size)
{
    const struct sim_figure *figure = data->figure;
    char *description = NULL;
    enum sim_status status = sim_figure_describe(data, &description);
    if (status == SIM_OK) {
        status = write_inputs(data, description, folder, message, message_size);
    }
    if (status == SIM_OK) {
        status = sim_figure_run(folder, figure->name, SIM_FIGURE_LIMIT_SECONDS, message,
                                message_size);
    }
    if (status == SIM_OK) {
        status = sim_figure_label_svg(folder, figure->name, figure->title, description,
                                      message, message_size);
    }
    free(description);
    return status;
}

static enum sim_status draw_figure(const struct sim_results *results,
                                   const struct sim_scenario *const *scenarios,
                                   const struct sim_figure *figure, const char *folder,
                                   char *message, size_t message_size)
{
    struct sim_figure_data data;
    enum sim_status status = sim_figure_data_init(&data, results, scenarios, figure);
    message[0] = '\0';
    if (status == SIM_OK) {
        status = draw(&data, folder, message, message_size);
    } else if (status == SIM_ERR_DOMAIN) {
        snprintf(message, message_size,
                 "figuur %s is niet getekend: het model levert geen jaren of geen %s",
                 figure->name, figure->measures[0]);
        status = SIM_ERR_HELPER;
    }
    if (status == SIM_ERR_NO_MEMORY) {
        snprintf(message, message_size, "figuur %s is niet getekend: %s", figure->name,
                 sim_status_text(status));
    }
    sim_figure_data_free(&data);
    return status;
}

/* All figures, also when one fails; the first to fail is reported. */
static enum sim_status draw_figures(const struct sim_results *results,
                                    const struct sim_scenario *const *scenarios,
                                    const char *folder, char *message,
                                    size_t message_size)
{
    const struct sim_model *model = results->model;
    enum sim_status first = SIM_OK;
    for (size_t i = 0;
         first == SIM_OK && i < sizeof SHARED_SCRIPTS / sizeof *SHARED_SCRIPTS; i++) {
        first = sim_figure_copy_script(SHARED_SCRIPTS[i], folder, SHARED_SCRIPTS[i],
                                       message, message_size);
    }
    for (int i = 0; i < model->figure_count; i++) {
        char next[2048];
        enum sim_status status = draw_figure(results, scenarios, &model->figures[i],
                                             folder, next, sizeof next);
        if (status != SIM_OK && (first == SIM_OK || first == SIM_ERR_HELPER) &&
            status != first) {
            first = status;
            snprintf(message, message_size, "%s", next);
        }
    }
    return first;
}

enum sim_status sim_figures_draw(const struct sim_results *results,
                                 const struct sim_scenario *const *scenarios,
                                 const char *folder, char *message, size_t message_size)
{
    enum sim_status status = SIM_ERR_IO;
    message[0] = '\0';
    char *figures = sim_folder_join(folder, "figuren");
    if (figures != NULL && mkdir(figures, 0777) == 0) {
        status = draw_figures(results, scenarios, figures, message, message_size);
    } else {
        snprintf(message, message_size, "%s/figuren kan niet worden gemaakt: %s",
                 folder, sim_os_error_text(errno));
    }
    free(figures);
    return status;
}
