/* sim/store/figure_single.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "sim/store/figure_internal.h"
#include "sim/store/folder.h"
#include "sim/store/os_error.h"

/* The figure being drawn, in [folder]. */
struct drawing {
    const struct sim_figure_single *figure;
    const struct sim_study *study;
    const char *folder;
    char *description; /* owned */
    char *message;     /* [message_size] */
    size_t message_size;
};

/* --- Its files --- */

static void write_tsv(const struct drawing *self, FILE *out)
{
    fprintf(out, "# figuur\ntitel\t%s\n", self->figure->title);
    self->figure->write_tsv(self->study, out);
}

static void write_text(const struct drawing *self, FILE *out)
{
    fprintf(out, "%s\n\n%s\n\nIn woorden\n%s\n", self->figure->title,
            self->figure->caption, self->description);
    self->figure->write_origin(self->study, out);
    fputs(".\n", out);
}

static enum sim_status write_file(const struct drawing *self, const char *suffix,
                                  void (*write)(const struct drawing *, FILE *))
{
    char file[SIM_FIGURE_FILE_SIZE];
    snprintf(file, sizeof file, "%s.%s", self->figure->name, suffix);
    FILE *out = sim_folder_open(self->folder, file, self->message, self->message_size);
    if (out == NULL) {
        return SIM_ERR_IO;
    }
    write(self, out);
    return sim_folder_close(out, file, self->message, self->message_size);
}

/* The style may be there already, with other figures. */
static enum sim_status copy_scripts(const struct drawing *self)
{
    static const char style[] = "stijl.gp";
    char script[SIM_FIGURE_FILE_SIZE];
    char *path = sim_folder_join(self->folder, style);
    const bool has_style = path != NULL && sim_folder_exists(path);
    enum sim_status status =
        has_style ? SIM_OK
                  : sim_figure_copy_script(style, self->folder, style, self->message,
                                           self->message_size);
    free(path);
    snprintf(script, sizeof script, "%s.gp", self->figure->name);
    return status != SIM_OK ? status
                            : sim_figure_copy_script(script, self->folder, script,
                                                     self->message, self->message_size);
}

static enum sim_status describe(struct drawing *self)
{
    size_t size = 0;
    FILE *out = open_memstream(&self->description, &size);
    if (out == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    self->figure->describe(self->study, out);
    const bool is_complete = ferror(out) == 0;
    return fclose(out) == 0 && is_complete ? SIM_OK : SIM_ERR_NO_MEMORY;
}

/* --- Drawing --- */

static enum sim_status draw(const struct drawing *self)
{
    enum sim_status status = write_file(self, "tsv", write_tsv);
    if (status == SIM_OK) {
        status = write_file(self, "txt", write_text);
    }
    if (status == SIM_OK) {
        status = copy_scripts(self);
    }
    if (status == SIM_OK) {
        status =
            sim_figure_run(self->folder, self->figure->name, SIM_FIGURE_LIMIT_SECONDS,
                           self->message, self->message_size);
    }
    if (status == SIM_OK) {
        status =
            sim_figure_label_svg(self->folder, self->figure->name, self->figure->title,
                                 self->description, self->message, self->message_size);
    }
    return status;
}

enum sim_status sim_figure_single_draw(const struct sim_figure_single *figure,
                                       const struct sim_study *study,
                                       const char *folder, char *message,
                                       size_t message_size)
{
    char *figures = sim_folder_join(folder, "figuren");
    struct drawing drawing = {figure, study, figures, NULL, message, message_size};
    enum sim_status status = figures == NULL ? SIM_ERR_NO_MEMORY : describe(&drawing);
    if (status != SIM_OK) {
        snprintf(message, message_size, "figuur %s is niet getekend: %s", figure->name,
                 sim_status_text(status));
    } else if (mkdir(figures, 0777) == 0 || errno == EEXIST) {
        status = draw(&drawing);
    } else {
        snprintf(message, message_size, "%s/figuren kan niet worden gemaakt: %s",
                 folder, sim_os_error_text(errno));
        status = SIM_ERR_IO;
    }
    free(drawing.description);
    free(figures);
    return status;
}
