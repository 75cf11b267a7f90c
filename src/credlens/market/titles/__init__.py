"""Titles of job ads matched to occupations.

:mod:`credlens.market.titles.plain` strips a title of rank, place and team; :mod:`credlens.market.titles.index` finds the occupation behind
what is left, with a probability.
"""
