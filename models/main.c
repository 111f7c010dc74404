/* models/main.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/model.h"
#include "sim/cli/cli.h"

int main(int argc, char **argv)
{
    return sim_cli_main(&wmo_model, argc, argv);
}
