"""Plan: gap, scorecards and limits in, plans out.

Selects the best affordable set (CP-SAT), then orders it day by day, with cuts between the two; ``pricing/`` has one file for each way a
price is charged. ``building/`` makes the problem out of catalog, gap and person. ``checking/`` accepts or rejects every plan on its own and shares
no code with what makes plans.
"""
