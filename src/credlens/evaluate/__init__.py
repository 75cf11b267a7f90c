"""Evaluate: a credential and the evidence about it in, a scorecard out.

Quality (can it be trusted, by whom) and suitability (for this person) stay apart. One file for each criterion in
``criteria/`` and for each red flag in ``flags/``; unknowns are intervals, and the rank carries its uncertainty (SMAA).
"""

from credlens.evaluate.criteria import CRITERIA
from credlens.evaluate.flags import FLAGS

__all__ = ["CRITERIA", "FLAGS"]
