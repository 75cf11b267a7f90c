"""What points leave out without saying so."""

from __future__ import annotations

from credlens.evaluate.weights.groups import default_weights
from credlens.model.weighting import Weighting


def left_out(said: Weighting) -> tuple[str, ...]:
    """A sentence for each group of which points name only some criteria: the others count 0.

    Who names a criterion and gives it 0 has said so, and is told nothing.
    """
    found = []
    for group, names in default_weights().items():
        given = sum(name in said.points for name in names)
        rest = len(names) - given
        if given and rest:
            criteria = "criterion" if rest == 1 else "criteria"
            verb = "counts" if rest == 1 else "count"
            found.append(f"{rest} {criteria} of {group} {verb} 0, since points were given to {given} only.")
    return tuple(found)
