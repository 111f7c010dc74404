/* sim/status.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/status.h"

const char *sim_status_text(enum sim_status status)
{
    switch (status) {
#define X(code, exit_code, text) \
    case code:                   \
        return text;
        SIM_STATUS_LIST(X)
#undef X
    }
    return "onbekende status";
}

int sim_status_exit_code(enum sim_status status)
{
    switch (status) {
#define X(code, exit_code, text) \
    case code:                   \
        return exit_code;
        SIM_STATUS_LIST(X)
#undef X
    }
    return 70;
}
