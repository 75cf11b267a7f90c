"""What the standards demand of a document's shape: one table for each class, and the rules they are made of.

The tables serve both modes. Where 1EdTech's public validator, which holds a badge against a JSON Schema, differs: it wants a list for everything
that may stand there more than once, while here a single value is taken as a list of one, as JSON-LD does; and it refuses further properties in
images and identifiers, while here the check of terms does so when nothing defines them.
"""

from __future__ import annotations

from typing import Any

from credlens.verify.inquiry import Inquiry
from credlens.verify.structure.shapes import MOST, Flaws, Rule


def check_structure(document: Any, shape: Rule, inquiry: Inquiry) -> None:
    """Record ``structure``: one failed check for each flaw, up to :data:`MOST`; one that passed when there is none."""
    flaws = Flaws()
    shape(document, None, flaws)
    for flaw in flaws.found[:MOST]:
        inquiry.failed("structure", flaw.words, flaw.where)
    if not flaws.found:
        inquiry.passed("structure")
