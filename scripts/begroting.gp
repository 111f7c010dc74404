# scripts/begroting.gp - SPDX-License-Identifier: GPL-3.0-or-later
#
# Euros booked (first measure) under their ceiling (second), a panel per kind of care.
# A bar per scenario is filled as far as was booked; the light part is left over and
# the black line is the ceiling: where the two meet, money is what stops new starts.

naam = ARG0[1:strlen(ARG0) - 3]
soort = 'staaf'
kolommen = 3
gelijk = 0
deler = 1e6
eenheid_tekst = 'mln euro'
uitleg = 'Zwarte lijn: plafond. Licht: niet gebruikt. Let op: elk vak heeft een eigen schaal.'
load 'figuur.gp'
