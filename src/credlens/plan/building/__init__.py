"""From a catalog, a gap and a person to a planning problem: one rule, one file; :mod:`~credlens.plan.building.build` puts them together.

A problem keeps to what its limits say about the currency, the first day, the languages and how long credentials have to stay valid.
Money, hours and the deadline are left to the solver, so that they can be replaced to ask "what if".
"""
