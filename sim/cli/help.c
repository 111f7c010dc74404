/* sim/cli/help.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/help.h"

#include <ctype.h>
#include <string.h>

#include "sim/scenario/dutch.h"

/* Where the explanation of an option or a command begins. */
#define DOC_COLUMN 28

static const char EXIT_CODES[] =
    "Afsluitcodes:\n"
    "    0  gelukt\n"
    "    1  klaar en bewaard, maar de precisie van --half-width is niet bereikt\n"
    "   64  verkeerd gebruik van de opdrachtregel\n"
    "   65  fout in een scenario\n"
    "   66  bestand niet gevonden of niet leesbaar\n"
    "   69  hulpprogramma (gnuplot) ontbreekt of faalt; de cijfers zijn er wel\n"
    "   70  fout in het programma of in het model, of onvoldoende geheugen\n"
    "   73  uitvoermap bestaat al of kan niet worden gemaakt\n"
    "   74  fout bij lezen of schrijven, zoals een volle schijf\n"
    "  130  afgebroken met Ctrl-C; wat klaar was is bewaard\n";

/* Prints [text], its later lines indented as far as the first. */
static void print_indented(const char *text, int indent, FILE *out)
{
    for (; *text != '\0'; text++) {
        fputc(*text, out);
        if (*text == '\n') {
            fprintf(out, "%*s", indent, "");
        }
    }
    fputc('\n', out);
}

static void print_entry(const char *name, const char *doc, FILE *out)
{
    const int width = fprintf(out, "  %s", name);
    if (width >= DOC_COLUMN) {
        fprintf(out, "\n%*s", DOC_COLUMN, "");
    } else {
        fprintf(out, "%*s", DOC_COLUMN - width, "");
    }
    print_indented(doc, DOC_COLUMN, out);
}

static void print_options(const struct argp_option *options, FILE *out)
{
    fputs("\nOpties:\n", out);
    for (const struct argp_option *o = options; o->name != NULL; o++) {
        char name[64];
        char letter[8] = "    ";
        if (o->key < 0x80 && isalnum(o->key)) {
            snprintf(letter, sizeof letter, "-%c, ", o->key);
        }
        snprintf(name, sizeof name, "%s--%s%s%s", letter, o->name,
                 o->arg == NULL ? "" : "=", o->arg == NULL ? "" : o->arg);
        print_entry(name, o->doc, out);
    }
}

static void print_commands(FILE *out)
{
    fputs("\nOpdrachten:\n", out);
    for (const struct sim_command *c = sim_commands; c->name != NULL; c++) {
        print_entry(c->name, c->summary, out);
    }
}

/* The examples of a command, one a line, each behind the name of the program. */
static void print_examples(const struct sim_syntax *syntax, const char *program,
                           FILE *out)
{
    const char *line = syntax->examples;
    fputs("\nVoorbeelden:\n", out);
    while (*line != '\0') {
        const size_t length = strcspn(line, "\n");
        fprintf(out, "  %s %.*s\n", program, (int)length, line);
        line += length + (line[length] == '\n');
    }
}

/* Those of the program itself are about the scenarios that come with it. */
static void print_program_examples(const struct sim_model *model, FILE *out)
{
    const char *const *paths = model->default_scenarios;
    fputs("\nVoorbeelden:\n", out);
    fprintf(out, "  %s run %s\n", model->program, paths[0]);
    if (paths[1] != NULL) {
        fprintf(out, "  %s compare %s %s\n", model->program, paths[0], paths[1]);
    }
    fprintf(out, "  %s validate %s\n", model->program, paths[0]);
    fprintf(out, "  %s describe\n", model->program);
}

static void print_summary(const struct sim_syntax *syntax,
                          const struct sim_model *model, FILE *out)
{
    char summary[512];
    sim_dutch_capital(syntax->summary == NULL ? model->summary : syntax->summary,
                      summary, sizeof summary);
    fprintf(out, "%s\n", summary);
}

void sim_help_print(const struct sim_syntax *syntax, const struct sim_model *model,
                    FILE *out)
{
    const bool is_program = syntax->command[0] == '\0';
    fprintf(out, "Gebruik: %s%s%s [OPTIE]... %s\n", model->program,
            is_program ? "" : " ", syntax->command, syntax->arguments);
    print_summary(syntax, model, out);
    if (is_program) {
        print_commands(out);
    }
    print_options(syntax->options, out);
    if (is_program) {
        print_program_examples(model, out);
    } else {
        print_examples(syntax, model->program, out);
    }
    fprintf(out, "\n%s", EXIT_CODES);
    if (is_program) {
        fprintf(out, "\nUitleg over een opdracht: %s OPDRACHT --help\n",
                model->program);
    }
}
