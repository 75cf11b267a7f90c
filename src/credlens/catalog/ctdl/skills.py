"""What it teaches or examines, in its own words: competencies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from credlens.catalog.ctdl.names import ALIGNMENT, Node, concept_name, reference
from credlens.catalog.ctdl.statements import Context, Statement, Style, each
from credlens.catalog.values.jsonld import words
from credlens.catalog.values.text import line
from credlens.model.fact import Source
from credlens.model.offer import StatedSkill


def skill_of(value: Any, source: Source) -> StatedSkill | None:
    """The skill of an alignment, or of a competency itself; None without a name."""
    if not isinstance(value, dict):
        return None
    name = (
        concept_name(value)
        or line(words(value.get("ceasn:competencyLabel")))
        or line(words(value.get("ceasn:competencyText")))
    )
    if not name:
        return None
    uri = reference(value.get("ceterms:targetNode")) or reference(value)
    code = value.get("ceterms:codedNotation") or value.get("ceasn:codedNotation")
    return StatedSkill(name, (source,), "" if uri.startswith("_:") else uri, line(words(code) or code))


@each
def read_skill(context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:teaches`` and ``ceterms:assesses``."""
    if found := skill_of(value, context.source):
        yield "stated", found


def write_skill(value: StatedSkill, style: Style) -> Iterator[Statement]:
    """What a course teaches, an assessment assesses, a credential requires."""
    about: Node = {"@type": ALIGNMENT}
    if value.uri:
        about["ceterms:targetNode"] = value.uri
    if value.code:
        about["ceterms:codedNotation"] = value.code
    about["ceterms:targetNodeName"] = style.text(value.name)
    if style.learning or style.exam:
        yield "ceterms:teaches" if style.learning else "ceterms:assesses", about
    else:
        yield "ceterms:requires", {"@type": "ceterms:ConditionProfile", "ceterms:targetCompetency": [about]}


def gathered(statements: list[Statement], written: list[Statement]) -> list[Statement]:
    """The same, with the conditions that fields wrote for one competency each made one condition that asks for all of them.

    Args:
        written: what fields wrote; conditions that came from elsewhere are left as they are.
    """
    own = {id(value) for _, value in written}
    out: list[Statement] = []
    competencies: list[Any] = []
    for name, value in statements:
        alone = isinstance(value, dict) and value.keys() == {"@type", "ceterms:targetCompetency"}
        if alone and id(value) in own and name == "ceterms:requires":
            if not competencies:
                out.append((name, {"@type": value["@type"], "ceterms:targetCompetency": competencies}))
            competencies += value["ceterms:targetCompetency"]
        else:
            out.append((name, value))
    return out
