"""Supervision: did anybody make sure that the person who was assessed is the person who is named?"""

from __future__ import annotations

from dataclasses import replace

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite_fact
from credlens.evaluate.criteria.base import QUALITY, Anchor, Criterion, Finding, by_anchor, none_there
from credlens.model.credential import Supervision
from credlens.model.fact import Unknown, WhyUnknown

ANCHORS = {
    Supervision.UNSUPERVISED_NO_ID: Anchor(0.0, 0.0, "nobody supervises the assessment or checks who takes it"),
    Supervision.SUPERVISED_NO_ID: Anchor(0.4, 0.4, "the assessment is supervised, but nobody checks who takes it"),
    Supervision.UNSUPERVISED_WITH_ID: Anchor(0.5, 0.5, "identity is checked, but the assessment is not supervised"),
    Supervision.SUPERVISED_WITH_ID: Anchor(1.0, 1.0, "the assessment is supervised and identity is checked"),
}


def value(case: Case) -> Finding:
    """The anchor of the European supervision scale; 0 to 1 when it is unknown.

    What holds only under a condition ("at a test centre") is the upper end: nobody sees under which one a holder took it,
    and a source names the condition because elsewhere less is done. 0 where nothing is assessed.
    """
    fact = case.credential.supervision
    if isinstance(fact.value, Unknown) and fact.value.why is WhyUnknown.NOT_APPLICABLE:
        return Finding(0.0, 0.0, "there is no assessment that could be supervised", cite_fact("supervision", fact))
    found = by_anchor(fact, ANCHORS.__getitem__, (0.0, 1.0), "supervision")
    if not fact.candidates():
        nothing = None if case.credential.assessment else none_there(case.credential, "assessment", "assessment")
        return nothing or found
    if not fact.condition:
        return found
    return replace(found, low=0.0, because=f"{found.because} ({fact.condition}; what is done otherwise is not known)")


CRITERION = Criterion(
    id="supervision",
    group=QUALITY,
    default_weight=0.07,
    question="Does anybody supervise the assessment and check who takes it?",
    reference="Scale: EU Recommendation 2022/C 243/02, Annex I. The distances between its steps are a judgement of "
    "this project.",
    value=value,
    reads=("supervision", "assessment"),
)
