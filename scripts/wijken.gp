# scripts/wijken.gp - SPDX-License-Identifier: GPL-3.0-or-later
#
# A waiting time over the years, a panel per part of the city, all on one scale: here
# the question is where it is longest, and heights are compared between panels.

naam = ARG0[1:strlen(ARG0) - 3]
soort = 'lijn'
kolommen = 5
gelijk = 1
deler = 1
eenheid_tekst = ''
uitleg = 'Alle vakken hebben dezelfde schaal.'
load 'figuur.gp'
