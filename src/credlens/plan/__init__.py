"""Plan: gap, scorecards and limits in, plans out.

Selects the best affordable set (CP-SAT), then orders it day by day, with cuts between the two; ``pricing/`` has one file for each way a
price is charged. ``checker`` accepts or rejects every plan on its own, from the raw facts, and shares no code with the solver.
"""
