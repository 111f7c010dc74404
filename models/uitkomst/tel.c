/* models/uitkomst/tel.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/uitkomst/tel.h"

#define ADD(type, name) sum->name += tel->name;
#define SET(type, name) sum->name = tel->name;
#define RAISE(type, name) sum->name = tel->name > sum->name ? tel->name : sum->name;

void wmo_tel_add_line(struct wmo_tel *sum, const struct wmo_tel *tel)
{
    WMO_TEL_SOMMEN(ADD)
    WMO_TEL_EIGEN_DAG(ADD)
    WMO_TEL_STANDEN(ADD)
    WMO_TEL_HOOGSTE(RAISE)
}

void wmo_tel_add_period(struct wmo_tel *sum, const struct wmo_tel *tel)
{
    WMO_TEL_SOMMEN(ADD)
    WMO_TEL_EIGEN_DAG(ADD)
    WMO_TEL_STANDEN(SET)
    WMO_TEL_HOOGSTE(RAISE)
}

#define SUBTRACT(type, name) part->name = whole->name - before->name;
#define COPY(type, name) part->name = whole->name;

void wmo_tel_subtract(struct wmo_tel *part, const struct wmo_tel *whole,
                      const struct wmo_tel *before)
{
    WMO_TEL_SOMMEN(SUBTRACT)
    WMO_TEL_STANDEN(COPY)
}
