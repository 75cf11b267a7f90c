"""How it is assessed: assessment profiles, and the methods that a course names itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from credlens.catalog.ctdl.durations import duration_hours
from credlens.catalog.ctdl.names import ALIGNMENT, Node, aligned, concept, reference
from credlens.catalog.ctdl.statements import Context, Statement, Style, each, elements
from credlens.catalog.values.facts import not_stated
from credlens.catalog.values.jsonld import words
from credlens.catalog.values.text import line
from credlens.model.credential import Assessment, AssessmentType
from credlens.model.fact import Source

_METHODS = {
    "Exam": AssessmentType.WRITTEN_EXAM,
    "Performance": AssessmentType.PRACTICAL,
    "Artifact": AssessmentType.ARTEFACT,
}
# CTDL has three methods. For the finer ones the concepts of the European Learning Model are named, which have an address each.
_ELM = "http://data.europa.eu/snb/assessment/"
_FINER = {
    AssessmentType.PEER_ASSESSMENT: "19a2e5e671", AssessmentType.MARKED_ASSIGNMENT: "2939dae15f", AssessmentType.CONTINUOUS: "3484bd7e51",
    AssessmentType.PORTFOLIO: "4f03b91c0e", AssessmentType.GROUP_PERFORMANCE: "56539a6507", AssessmentType.ATTENDANCE: "7331eb4762",
    AssessmentType.PROJECT: "795dac4096", AssessmentType.PEER_REVIEW: "812e3b0ae1", AssessmentType.QUIZ: "b1b68f6735",
    AssessmentType.PROBLEM_BASED: "c4256a2726", AssessmentType.ORAL_EXAM: "d30284d7df", AssessmentType.PRESENTATION: "c_04b30a72",
    AssessmentType.SELF_ASSESSMENT: "c_2b3bd410", AssessmentType.GUIDED_SELF_ASSESSMENT: "c_4f874951",
}  # fmt: skip
_BY_CODE = {code: kind for kind, code in _FINER.items()}


def assessments_of(profile: Any, source: Source) -> Iterator[Assessment]:
    """One assessment for each method that a profile names; without a method nothing is known of it."""
    if not isinstance(profile, dict):
        return
    group = profile.get("ceterms:hasGroupParticipation")
    hours = [h for h in map(duration_hours, elements(profile.get("ceterms:estimatedDuration"))) if h]
    minutes = float(round(hours[0].typical * 60)) if len(hours) == 1 and hours[0].min == hours[0].max else None
    for value in elements(profile.get("ceterms:assessmentMethodType")):
        if kind := _method(value):
            condition = line(words(profile.get("ceterms:description"))) if reference(profile) == "" else ""
            shared = group if isinstance(group, bool) else None
            yield Assessment(kind, (source,), minutes=minutes, group=shared, condition=condition)


def supervision_of(profile: Any, source: Source) -> Any:
    """What ``isProctored`` says, as far as it goes: that somebody looks on, or nobody, and nothing of who is looked at; else None."""
    said = profile.get("ceterms:isProctored") if isinstance(profile, dict) else None
    if not isinstance(said, bool):
        return None
    words_of_it = "proctored" if said else "not proctored"
    return not_stated(source, note=f"{words_of_it}; whether identity is checked is not stated")


@each
def read_method(context: Context, name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:assessmentMethodType`` of a course, or of an assessment by itself with its length and group."""
    own = {k: v for k, v in context.node.items() if k != "ceterms:description"} if context.style.exam else {}
    for found in assessments_of({**own, name: [value]}, context.source):
        yield "assessment", found


@each
def read_proctored(context: Context, name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:isProctored`` of an assessment by itself."""
    if fact := supervision_of({name: value}, context.source):
        yield "supervision", fact


def write_assessment(value: Assessment, style: Style) -> Iterator[Statement]:
    """The method alone where the thing itself has one, else an assessment that the credential requires."""
    method = _alignment(value.type, style)
    bare = value.minutes is None and value.group is None and not value.condition
    if style.exam or (style.learning and bare):
        yield "ceterms:assessmentMethodType", method
        return
    about: Node = {"@type": "ceterms:AssessmentProfile", "ceterms:assessmentMethodType": [method]}
    if value.group is not None:
        about["ceterms:hasGroupParticipation"] = value.group
    if value.minutes is not None:
        span = {"@type": "ceterms:DurationProfile", "ceterms:exactDuration": f"PT{value.minutes:.10g}M"}
        about["ceterms:estimatedDuration"] = [span]
    if value.condition:
        about["ceterms:description"] = style.text(value.condition)
    yield "ceterms:requires", {"@type": "ceterms:ConditionProfile", "ceterms:targetAssessment": [about]}


def _method(value: Any) -> AssessmentType | None:
    target = value.get("ceterms:targetNode") if isinstance(value, dict) else value
    name = concept(value)
    return _BY_CODE.get(name) if reference(target).startswith(_ELM) else _METHODS.get(name)


def _alignment(kind: AssessmentType, style: Style) -> Node:
    name = next((n for n, found in _METHODS.items() if found is kind), None)
    if name:
        return aligned("AssessmentMethod", "assessMethod", name, name, style.language)
    label = style.text(kind.value.replace("_", " ").capitalize())
    about = {
        "ceterms:framework": _ELM.rstrip("/"),
        "ceterms:targetNode": _ELM + _FINER[kind],
        "ceterms:targetNodeName": label,
    }
    return {"@type": ALIGNMENT, **about}
