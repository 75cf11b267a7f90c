"""The criteria of the scorecard: one file and one line here for each.

Quality criteria ask whether a credential can be trusted, and by whom; suitability criteria ask what it means for this
person. The two groups are never added up. All anchors are absolute: a credential's value never depends on what it is
compared with.
"""

from credlens.evaluate.criteria.base import Criterion
from credlens.registry import Registry

CRITERIA: Registry[Criterion] = Registry(
    "criterion",
    {
        "assessment_rigour": "credlens.evaluate.criteria.assessment_rigour:CRITERION",
        "supervision": "credlens.evaluate.criteria.supervision:CRITERION",
        "recognition": "credlens.evaluate.criteria.recognition:CRITERION",
        "quality_assurance": "credlens.evaluate.criteria.quality_assurance:CRITERION",
        "endorsement_credit": "credlens.evaluate.criteria.endorsement_credit:CRITERION",
        "transferability": "credlens.evaluate.criteria.transferability:CRITERION",
        "verifiability": "credlens.evaluate.criteria.verifiability:CRITERION",
        "stackability": "credlens.evaluate.criteria.stackability:CRITERION",
        "durability": "credlens.evaluate.criteria.durability:CRITERION",
        "cost": "credlens.evaluate.criteria.cost:CRITERION",
        "time": "credlens.evaluate.criteria.time:CRITERION",
        "gap_coverage": "credlens.evaluate.criteria.gap_coverage:CRITERION",
    },
)
