"""Answers and rankings as a person writes them down, in the place of the interview."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from credlens.evaluate.weights.interview import ranking, weighting
from credlens.evaluate.weights.words import criterion
from credlens.model.errors import InputError, Problem, UserError
from credlens.model.interview import Answer, Says
from credlens.yamltree import Lined

ANSWERS = 'Write [{"one": "cost", "other": "time", "says": "more"}]'
ANSWER = 'Write {"one": "cost", "other": "time", "says": "more"}.'
RANKING = 'Write {"quality": "recognition, durability"}.'
SAYS = f"says is one of: {', '.join(s.value for s in Says)}."


def answers(found: object, place: str) -> tuple[Answer, ...]:
    """Answers out of a parsed list of ``{"one", "other", "says"}``.

    Args:
        found: what the file holds, parsed.
        place: what messages call the file.

    Raises:
        InputError: every problem, with its place in the file.
    """
    if not isinstance(found, Sequence) or isinstance(found, str):
        raise InputError([Problem(place, "Answers are a list.", f"{ANSWERS}; {SAYS}")])
    read: list[Answer] = []
    problems: list[Problem] = []
    for at, item in enumerate(found):
        where = f"{place}: [{at}]"
        wrong = _wrong(item, where)
        try:
            read += [] if wrong else [_answer(item)]
        except UserError as error:
            wrong = [_told(where, error)]
        problems += wrong
    if not problems:
        problems = _contradictions(read, place)
    if problems:
        raise InputError(problems)
    return tuple(read)


def rankings(found: object, place: str) -> dict[str, str]:
    """Rankings by group out of a parsed ``{"quality": "recognition, assessment_rigour = supervision"}``.

    Args:
        found: what the file holds, parsed.
        place: what messages call the file.

    Raises:
        InputError: every problem, with its place in the file.
    """
    if not isinstance(found, Mapping) or not found:
        raise InputError([Problem(place, "A ranking is words by group.", RANKING)])
    problems = _twice(found, f"{place}: ")
    for group, words in found.items():
        where = f"{place}: {group}"
        if not isinstance(words, str):
            problems.append(Problem(where, "A ranking is words.", RANKING))
            continue
        try:
            ranking(str(group), words)
        except UserError as error:
            problems.append(_told(where, error))
    if problems:
        raise InputError(problems)
    return {str(group): words for group, words in found.items()}


def _wrong(item: object, where: str) -> list[Problem]:
    """What keeps an item from being an answer at all."""
    if not isinstance(item, Mapping):
        return [Problem(where, "This is no answer.", ANSWER)]
    problems = _twice(item, f"{where}.")
    problems += [
        Problem(f"{where}.{key}", f"`{key}` is none of: one, other, says.", "Take it out.")
        for key in item
        if key not in {"one", "other", "says"}
    ]
    problems += [
        Problem(f"{where}.{key}", "The name of a criterion is missing here.", ANSWER)
        for key in ("one", "other")
        if not isinstance(item.get(key), str)
    ]
    if item.get("says") not in [s.value for s in Says]:
        problems.append(Problem(f"{where}.says", "This says nothing of the two.", SAYS.capitalize()))
    return problems


def _answer(item: Mapping[str, str]) -> Answer:
    """An answer that makes sense by itself.

    Raises:
        UserError: it names what is no criterion, a criterion twice, or one of each group.
    """
    one, other = criterion(item["one"]), criterion(item["other"])
    if one == other:
        raise UserError(f"{one} is compared with itself.", what_to_do="Name two criteria.")
    weighting([Answer(one, other, Says.MORE)])  # whatever it says, the two have to be comparable
    return Answer(one, other, Says(item["says"]))


def _contradictions(read: Sequence[Answer], place: str) -> list[Problem]:
    try:
        weighting(read)
    except UserError as error:
        return [_told(place, error)]
    return []


def _twice(found: Mapping[str, object], path: str) -> list[Problem]:
    again: Iterable[tuple[str, int]] = found.twice if isinstance(found, Lined) else ()
    return [
        Problem(f"{path}{key}", f"`{key}` is given more than once.", "Keep one of them.")
        for key in dict.fromkeys(key for key, _ in again)
    ]


def _told(where: str, error: UserError) -> Problem:
    return Problem(where, error.message, error.what_to_do or "")
