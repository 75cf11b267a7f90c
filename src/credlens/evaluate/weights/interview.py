"""A short interview about what matters: a ranking, or questions that each compare two criteria.

Comparisons are easier to give than numbers, and an order of importance is most of what weights need (Barron & Barrett 1996, Management
Science 42, 1515-1523).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from credlens.evaluate.criteria import CRITERIA
from credlens.evaluate.weights.groups import default_weights, group_weights
from credlens.evaluate.weights.order import Order, order
from credlens.evaluate.weights.words import pairs, places, ties
from credlens.model.errors import UserError
from credlens.model.interview import Answer, Question, Says
from credlens.model.weighting import Weighting

MOST = 8  # questions of a group: two or three minutes; the first ones say most


def next_question(group: str, answers: Sequence[Answer], most: int = MOST) -> Question | None:
    """The question whose answer tells most: the pair that splits what is left of the complete orders most evenly.

    Pairs that follow from the answers, or that the person could not tell, are not asked. Among equally good ones, those with the largest default
    weights come first.

    Args:
        group: ``quality`` or ``suitability``.
        answers: given so far, in any order; about a pair the last one counts.
        most: ask at most so many.

    Returns:
        None when nothing is open, or ``most`` questions were answered.

    Raises:
        UserError: there is no such group, or the answers make no sense.
    """
    defaults = _group(group)
    given = [a for a in _last(answers) if a.one in defaults and a.other in defaults]
    if len(given) >= most:
        return None
    known = _order(group, given)
    precede = known.extensions.precede()
    unsure = [{a.one, a.other} for a in given if a.says is Says.UNKNOWN]
    heads = [max(names, key=defaults.__getitem__) for names in known.classes]
    best: tuple[tuple[float, float], str, str] | None = None
    for one, other in combinations(range(len(heads)), 2):
        least = float(min(precede[one, other], precede[other, one]))
        if least <= 0 or any(_between(pair, known.classes[one], known.classes[other]) for pair in unsure):
            continue
        rank = (round(least, 9), round(defaults[heads[one]] + defaults[heads[other]], 9))
        if best is None or rank > best[0]:
            best = (rank, heads[one], heads[other])
    if best is None:
        return None
    asks = [CRITERIA[name].question for name in best[1:]]
    return Question(group, best[1], best[2], asks[0], asks[1], len(given) + 1, most)


def weighting(answers: Sequence[Answer]) -> Weighting:
    """The order that answers say; "do not know" says nothing.

    Raises:
        UserError: an answer names what is no criterion, or the answers contradict each other.
    """
    last = _last(answers)
    said = Weighting(
        above=tuple(
            (a.one, a.other) if a.says is Says.MORE else (a.other, a.one)
            for a in last
            if a.says in {Says.MORE, Says.LESS}
        ),
        alike=tuple((a.one, a.other) for a in last if a.says is Says.EQUAL),
        origin="your answers",
    )
    group_weights(said)
    return said


def ranking(group: str, words: str) -> Weighting:
    """The order that a ranking says: the best first; what is not named matters less than all that is, and is not ordered.

    Args:
        group: ``quality`` or ``suitability``.
        words: names, or numbers as :func:`asked` lists them, with a comma or ``>`` between places and ``=`` between equal ones.

    Raises:
        UserError: there is no such group, or a name is missing, unknown or there twice.
    """
    names = tuple(_group(group))
    text = re.sub(r"\b\d+\b", lambda found: _numbered(int(found[0]), names), words.strip().strip(","))
    found = places(text.replace(",", ">"), names, least=1)
    rest = [name for name in names if not any(name in place for place in found)]
    below = tuple((found[-1][0], name) for name in rest)
    return Weighting(above=(*pairs(found), *below), alike=ties(found), origin="your ranking")


def asked(group: str) -> dict[str, str]:
    """The criteria of a group with their questions, in the order that a ranking numbers them from 1.

    Raises:
        UserError: there is no such group.
    """
    return {name: CRITERIA[name].question for name in _group(group)}


def _group(group: str) -> dict[str, float]:
    """Default weights of a group."""
    groups = default_weights()
    if group not in groups:
        raise UserError(
            f"There is no group {group!r}.", where="weights: group", what_to_do=f"Use one of: {', '.join(groups)}."
        )
    return groups[group]


def _numbered(number: int, names: Sequence[str]) -> str:
    if not 1 <= number <= len(names):
        raise UserError(
            f"There is no number {number}.", where="weights: ranking", what_to_do=f"Use 1 to {len(names)}, or names."
        )
    return names[number - 1]


def _last(answers: Sequence[Answer]) -> list[Answer]:
    """Answers, of each pair the last one."""
    return list({frozenset((a.one, a.other)): a for a in answers}.values())


def _order(group: str, answers: Sequence[Answer]) -> Order:
    said = weighting(answers)
    return order(said.above, said.alike, _group(group), group)


def _between(pair: set[str], one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one of a pair is in one class and the other in the other."""
    return bool(pair & set(one)) and bool(pair & set(other))
