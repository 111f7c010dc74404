# scripts/wachttijd.gp - SPDX-License-Identifier: GPL-3.0-or-later
#
# A waiting time over the years, a panel per kind of care. Waits differ by a factor
# twenty between them, so each panel has its own scale: on one scale the short waits
# would lie flat on the axis, and nobody would see whether they are within the norm.
# The norm line, the same in every panel, shows where a panel stands.

naam = ARG0[1:strlen(ARG0) - 3]
soort = 'lijn'
kolommen = 3
gelijk = 0
deler = 1
eenheid_tekst = ''
uitleg = 'Let op: elk vak heeft een eigen schaal.'
load 'figuur.gp'
