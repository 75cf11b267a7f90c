"""Weights with a name: for whom they are, and where they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from itertools import pairwise

from credlens.evaluate.criteria import CRITERIA
from credlens.evaluate.weights.groups import default_weights
from credlens.model.errors import UserError
from credlens.model.fact import Method, Source
from credlens.model.weighting import DEFAULT, Weighting

_SEEN = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Preset:
    """Weights to start from.

    Attributes:
        name: what it is asked for by.
        for_whom: one plain sentence.
        because: why these weights, and what in them is a judgement.
        source: where the reasoning comes from.
        weighting: the weights.
    """

    name: str
    for_whom: str
    because: str
    source: Source
    weighting: Weighting


def presets() -> Mapping[str, Preset]:
    """All presets by name, in the order to show them."""
    return {p.name: p for p in (_experts(), _survey(), _equal(), _hiring(), _switcher(), _lasting())}


def preset(name: str) -> Preset:
    """One preset.

    Raises:
        UserError: there is none of that name.
    """
    known = presets()
    if name not in known:
        near = get_close_matches(name.lower(), known, n=1)
        raise UserError(
            f"There is no preset called {name!r}.",
            where="weights: preset",
            what_to_do=f"Did you mean {near[0]}?" if near else f"Use one of: {', '.join(known)}.",
        )
    return known[name]


def _experts() -> Preset:
    return Preset(
        "experts",
        "You have no wish of your own yet.",
        "The default weights. Those for suitability follow the survey below; those for quality are judgements of this project.",
        _recalled("the reference of each criterion"),
        DEFAULT,
    )


def _survey() -> Preset:
    """Shares of 1,525 workers in the United States; what one answer means by several criteria is shared evenly among them."""
    points = {
        "gap_coverage": 42.0,  # the skill one learns
        "cost": 37.0,
        "time": 33.0,  # how long it takes
        **dict.fromkeys(
            ("recognition", "quality_assurance", "endorsement_credit"), 31 / 3
        ),  # the provider's reputation
        **dict.fromkeys(("assessment_rigour", "supervision"), 24 / 2),  # whether there is an exam
    }
    return Preset(
        "survey",
        "You want what other workers say they look at.",
        "What workers in the United States named when asked what matters in choosing a credential: the skill (42 of 100), cost (37), "
        "length (33), the provider's reputation (31), an exam (24). Reputation is shared evenly among recognition, quality assurance and "
        "endorsement, the exam between assessment and supervision: a judgement. What nobody was asked about counts 0.",
        Source(
            Method.READ,
            "https://www.higheredtoday.org/2022/05/23/new-report-examines-how-u-s-workers-and-employers-view-alternative-credentials/",
            _SEEN,
            note="SHRM 2022, The Rise of Alternative Credentials in Hiring, as summed up on 2022-05-23",
            n=1525,
        ),
        Weighting(points=points, origin="preset survey"),
    )


def _equal() -> Preset:
    return Preset(
        "equal",
        "You do not want anybody's opinion in the weights.",
        "Every criterion of a group counts the same. Equal weights often predict about as well as carefully chosen ones.",
        _recalled(
            "Dawes 1979, The robust beauty of improper linear models in decision making, American Psychologist 34, 571-582"
        ),
        Weighting(points=dict.fromkeys(CRITERIA.names(), 1.0), origin="preset equal"),
    )


def _hiring() -> Preset:
    return Preset(
        "hiring",
        "You look for a job now, and want what employers ask for.",
        "A credential helps at once only if those who hire read something from it: so recognition comes before everything else, then what "
        "makes it believable to a stranger, assessment and verification. Of what suits you, the gap comes first. The order is a judgement.",
        _recalled("Spence 1973, Job market signaling, Quarterly Journal of Economics 87, 355-374"),
        _first(
            "hiring",
            (("recognition",), ("assessment_rigour", "verifiability")),
            (("gap_coverage",),),
        ),
    )


def _switcher() -> Preset:
    return Preset(
        "switcher",
        "You are changing to another field, and do not know yet where you will work.",
        "Skills that many employers can use are worth more to somebody who may move than skills of one product, and the new field has to know "
        "the credential: so transferability and recognition come first, and of what suits you the gap. The order is a judgement.",
        _recalled("Becker 1964, Human Capital (general and specific training)"),
        _first("switcher", (("transferability", "recognition"),), (("gap_coverage",),)),
    )


def _lasting() -> Preset:
    return Preset(
        "lasting",
        "You want something that still counts in five years.",
        "What is learned ages, fastest where technology changes: so what lasts, builds up to more and is asked for in many places comes first. "
        "The order is a judgement.",
        _recalled(
            "Deming & Noray 2020, Earnings dynamics, changing job skills, and STEM careers, Quarterly Journal of Economics 135, 1965-2005"
        ),
        _first("lasting", (("durability",), ("transferability", "stackability")), ()),
    )


def _first(name: str, *tops: tuple[tuple[str, ...], ...]) -> Weighting:
    """An order of each group: these places first, then all other criteria of the group, unordered among each other.

    Criteria in one place are not ordered among each other either.
    """
    above: list[tuple[str, str]] = []
    for names, top in zip(default_weights().values(), tops, strict=True):
        rest = tuple(n for n in names if not any(n in place for place in top))
        steps = [*top, rest]
        above += [(m, n) for more, less in pairwise(steps) for m in more for n in less]
    return Weighting(above=tuple(above), origin=f"preset {name}")


def _recalled(note: str) -> Source:
    return Source(Method.RECALLED, date=_SEEN, note=note)
