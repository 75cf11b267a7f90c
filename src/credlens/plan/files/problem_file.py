"""A planning problem as a file: JSON that anybody can write, without a catalog or a profile (``docs/reference/problem.md``)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from credlens.plan.files.credentials import offers
from credlens.plan.files.schema import FORMAT, names
from credlens.plan.files.spending import currency_of, limits_of, targets
from credlens.plan.files.together import awards, bundles, excluded, fixed, paid, remarks, rivals, strangers
from credlens.plan.files.tree import parse
from credlens.plan.files.writing import document
from credlens.plan.problem import Problem

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class ProblemFile:
    """What a problem file says.

    Attributes:
        problem: in canonical order, whatever the order of the file; without ``extras``.
        titles: what people call each credential, its id where the file does not say.
        labels: the same of each target; ``uris``: addresses of those that have one.
    """

    problem: Problem
    titles: Mapping[str, str]
    labels: Mapping[str, str]
    uris: Mapping[str, str]


def read(data: bytes, file: str) -> ProblemFile:
    """The problem in a file.

    Args:
        data: JSON as ``credlens.plan.files.schema`` describes it.
        file: what messages call it.

    Raises:
        InputError: every mistake of the file, with its place in it ("problem.json: credentials[3].hours").
    """
    top, notes = parse(data, file)
    if top.text("format") not in {FORMAT, ""}:
        top.problem("format", f"This is not {FORMAT}.", f'Write "format": "{FORMAT}".')
    notes.settle()  # a file of another kind would be measured by the wrong rules
    top.known(names("problem"))
    currency = currency_of(top)
    limits = limits_of(top, currency)
    wanted = targets(top)
    if top.data.get("credentials") is None:
        top.missing("credentials")
    titles, offered, named = offers(top, currency)
    out = excluded(top, titles)
    known = frozenset(titles)
    for record, key, by in named:
        strangers(record, key, by, known)
    no = {name for name, _ in out}
    problem = Problem(
        limits=limits,
        targets=wanted.weights,
        offers=tuple(sorted((o for o in offered if o.credential not in no), key=lambda o: o.name)),
        fixed=fixed(top, known),
        excluded=out,
        bundles=bundles(top, known),
        awards=awards(top, known, titles),
        paid=paid(top),
        rivals=rivals(top, known),
        remarks=remarks(top, known),
    )
    notes.settle()
    labels = {skill: wanted.labels.get(skill, skill) for skill, _ in wanted.weights}
    return ProblemFile(problem, titles, labels, wanted.uris)


def write(
    problem: Problem,
    *,
    titles: Mapping[str, str] = _NONE,
    labels: Mapping[str, str] = _NONE,
    uris: Mapping[str, str] = _NONE,
) -> str:
    """A problem as the text of a file: :func:`read` gives the same problem back, apart from its ``extras``.

    Args:
        problem: from ``credlens.plan.problem.build`` or from a file.
        titles: of credentials; ``labels``, ``uris``: of skills; those that the problem does not name are left out.

    Raises:
        ValueError: an amount is not in the budget's currency: a file has one currency only.
    """
    return json.dumps(document(problem, titles, labels, uris), ensure_ascii=False, indent=1) + "\n"
