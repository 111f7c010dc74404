/* models/traject/merk.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/traject/merk.h"

#include "models/purpose.h"

static bool has_doelgroepen(const struct wmo_gemeente *self)
{
    return self->landschap.mix.count > 0;
}

static double draw(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner)
{
    return sim_stream_uniform_at(&self->stream, inwoner->id, WMO_PURPOSE_DOELGROEP);
}

static void mark(struct wmo_gemeente *self, struct wmo_inwoner *inwoner,
                 struct wmo_kenmerk kenmerk)
{
    const struct wmo_doelgroep *doelgroep =
        &self->landschap.doelgroepen.items[kenmerk.doelgroep];
    inwoner->doelgroep = (uint8_t)kenmerk.doelgroep;
    inwoner->leeftijdsgroep = (uint8_t)kenmerk.leeftijdsgroep;
    inwoner->specialisme =
        (uint8_t)(doelgroep->specialistisch ? 1 + kenmerk.doelgroep : 0);
}

void wmo_merk_hulpvraag(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (has_doelgroepen(self)) {
        mark(self, inwoner,
             wmo_doelgroepmix_hulpvraag(&self->landschap.mix, self->year_index,
                                        inwoner->wijk, draw(self, inwoner)));
    }
}

void wmo_merk_aanmelding(struct wmo_gemeente *self, uint32_t row, int zorgvorm)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    const struct wmo_doelgroepmix *mix = &self->landschap.mix;
    if (!has_doelgroepen(self)) {
        return;
    }
    double u = draw(self, inwoner);
    mark(self, inwoner,
         zorgvorm == self->landschap.zorgvormen.buurtteam
             ? wmo_doelgroepmix_onderzoek(mix, self->year_index, inwoner->wijk, u)
             : wmo_doelgroepmix_aanmelding(mix, self->year_index, zorgvorm,
                                           inwoner->wijk, u));
}

void wmo_merk_doelgroep(struct wmo_gemeente *self, uint32_t row, int doelgroep)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    mark(self, inwoner,
         wmo_doelgroepmix_van(&self->landschap.mix, self->year_index, inwoner->wijk,
                              doelgroep, draw(self, inwoner)));
}

void wmo_merk_in_zorg(struct wmo_gemeente *self, uint32_t row, int zorgvorm)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (has_doelgroepen(self)) {
        mark(self, inwoner,
             wmo_doelgroepmix_in_zorg(&self->landschap.mix, self->year_index, zorgvorm,
                                      inwoner->wijk, draw(self, inwoner)));
    }
}

void wmo_merk_in_sociale_basis(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (has_doelgroepen(self)) {
        mark(self, inwoner,
             wmo_doelgroepmix_in_sociale_basis(&self->landschap.mix, self->year_index,
                                               inwoner->wijk, draw(self, inwoner)));
    }
}
