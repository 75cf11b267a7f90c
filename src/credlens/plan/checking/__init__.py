"""The independent checker: accepts or rejects a plan, whoever made it.

It shares no code with what makes plans (solver, sequencer, billing, price models, calendar, worth): it only reads their records, so
that one mistake cannot hide in both. It asks two questions, and answers each with violations in words, none when all is well:

- :func:`check_problem`: does the plan keep every rule, given the data of its problem? Needs nothing else, so that a plan and a
  problem from a file can be checked without a catalog or a person.
- :func:`check_facts`: does the problem say the truth about the credentials of the plan, about the person and about the gap?
"""

from __future__ import annotations

from credlens.plan.checking.rules import check_problem
from credlens.plan.checking.truth import check_facts

__all__ = ["check_facts", "check_problem"]
