/* sim/cli/interrupt.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/interrupt.h"

#include <errno.h>
#include <stddef.h>
#include <unistd.h>

#include "sim/status.h"

/* A signal handler can reach nothing else: the one variable outside a function. */
static volatile sig_atomic_t stop_requested;

static void handle(int signal_number)
{
    static const char text[] =
        "\nAfbreken: wat begonnen is wordt afgemaakt en bewaard; "
        "nog een keer Ctrl-C stopt meteen.\n";
    const int error = errno;
    (void)signal_number;
    if (stop_requested) {
        _exit(sim_status_exit_code(SIM_ERR_INTERRUPTED));
    }
    stop_requested = 1;
    (void)!write(STDERR_FILENO, text, sizeof text - 1);
    errno = error;
}

const volatile sig_atomic_t *sim_interrupt_catch(void)
{
    static const int signals[] = {SIGINT, SIGTERM};
    stop_requested = 0;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction before;
        struct sigaction action = {.sa_handler = handle, .sa_flags = SA_RESTART};
        sigemptyset(&action.sa_mask);
        if (sigaction(signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN) {
            sigaction(signals[i], &action, NULL);
        }
    }
    return &stop_requested;
}
