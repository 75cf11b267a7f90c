"""From answers to a credential, and from the answers so far to the next question."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from datetime import date
from typing import Any

from credlens.catalog.interview.answers import AnswerError, read_answer
from credlens.catalog.interview.question import NONE, Question, said
from credlens.catalog.interview.table import BY_ID, MAIN, QUESTIONS
from credlens.catalog.values.reading import slug
from credlens.model.credential import Credential
from credlens.model.errors import InputError, Problem
from credlens.model.offer import Absent

Answers = Mapping[str, object]
"""Question id -> answer as a person or file writes it; None and "?" stand for "I do not know"."""

ABOUT = "about"
"""Beside the answers: ``page`` or ``badge`` when they complete what is read there, and describe nothing of their own."""

COMPLETED = ("page", "badge")


def next_question(answers: Answers) -> Question | None:
    """The first question that the answers so far leave open; None when everything was asked."""
    values, _ = _read(answers)
    return next((q for q in QUESTIONS if q.id not in answers and is_open(q, values)), None)


def progress(question: Question) -> tuple[int, int]:
    """(number, how many) of the main question that this one is or follows."""
    while question.follows:
        question = BY_ID[question.follows]
    return MAIN.index(question) + 1, len(MAIN)


def problems(answers: Answers) -> tuple[Problem, ...]:
    """What makes no sense in these answers, each with the id of its question as the place."""
    return tuple(_read(answers)[1])


def record(answers: Answers, today: date) -> Credential:
    """The credential that these answers describe; what nobody answered stays unknown.

    The order of the answers does not matter. The id is a proposal, made of the title.

    Answers that complete something else (:data:`ABOUT`) need no title; it is empty then.

    Raises:
        InputError: answers that make no sense, all of them, each with the id of its question as the place.
    """
    values, wrong = _read(answers)
    about = answers.get(ABOUT)
    if about is not None and about not in COMPLETED:
        wrong.append(Problem(ABOUT, "This is neither page nor badge.", "Write `about: page`, or leave it out."))
    if "title" not in answers and about is None:
        title = BY_ID["title"]
        wrong.append(Problem("title", "The title is missing.", f"Write it like: {title.like}."))
    if wrong:
        raise InputError(wrong)
    told = said({name: value for name, value in values.items() if value is not None}, today)
    fields: dict[str, Any] = {}
    absent: tuple[Absent, ...] = ()
    for question in MAIN:
        found = question.fields(told)
        absent += found.pop("absent", ())
        fields |= found
    return Credential(id=slug(fields["title"]), absent=absent, **fields)


def is_open(question: Question, values: Mapping[str, Any]) -> bool:
    """Whether a question is to be asked after these answers, given as values; a main one always is."""
    if not question.follows:
        return True
    before = values.get(question.follows)
    if before is None or before is NONE or not is_open(BY_ID[question.follows], values):
        return False
    return not question.opened_by or bool(_words(before) & set(question.opened_by))


def _words(value: Any) -> set[str]:
    """A value as the answers that open further questions."""
    if isinstance(value, bool):
        return {"yes" if value else "no"}
    return set(value) if isinstance(value, tuple) else {str(value)}


def _read(answers: Answers) -> tuple[dict[str, Any], list[Problem]]:
    """Question id -> value, in the order of the questions; and what makes no sense."""
    wrong = [_unheard_of(name) for name in answers if name not in BY_ID and name != ABOUT]
    values: dict[str, Any] = {}
    bad: set[str] = set()
    for question in QUESTIONS:
        if question.id not in answers:
            continue
        try:
            value = read_answer(question, answers[question.id])
        except AnswerError as error:
            bad.add(question.id)
            wrong.append(Problem(question.id, str(error), error.what_to_do))
            continue
        if value is not None and not is_open(question, values):
            # A mistake in the question before is told once, not again for each that follows it.
            if question.follows not in bad:
                wrong.append(_not_asked(question))
            bad.add(question.id)
            continue
        values[question.id] = value
    return values, wrong


def _unheard_of(name: object) -> Problem:
    near = difflib.get_close_matches(str(name), list(BY_ID), n=1)
    hint = f"Did you mean {near[0]}?" if near else "List them: credlens evaluate --questions."
    return Problem(str(name), "There is no such question.", hint)


def _not_asked(question: Question) -> Problem:
    opened = " or ".join(question.opened_by)
    answer = f"is {opened}" if opened else "is known"
    return Problem(
        question.id,
        f"This is asked only when the answer to {question.follows} {answer}.",
        f"Leave it out, or answer {question.follows} so.",
    )
