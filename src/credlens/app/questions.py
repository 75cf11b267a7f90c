"""Use case: the questions that describe a credential which nobody has catalogued, one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from credlens.app import shapes
from credlens.app.ports import Ports
from credlens.app.weights import parsed
from credlens.catalog.interview.answers import SHOWN
from credlens.catalog.interview.question import Question
from credlens.catalog.interview.record import Answers, next_question, problems, progress, record
from credlens.catalog.interview.table import QUESTIONS
from credlens.model.errors import InputError, Problem
from credlens.model.serial import plain
from credlens.yamltree import Lined


@dataclass(frozen=True)
class QuestionsResult:
    """What can be asked, and where somebody stands.

    Attributes:
        questions: all of them, in order; each that follows another stands behind it.
        next: the one to ask now; None when the answers leave nothing open.
        number, of: which of the main questions that is or belongs to; None when there is none.
        problems: answers that make no sense, each with the id of its question as the place.
    """

    questions: tuple[Question, ...]
    next: Question | None
    number: int | None
    of: int
    problems: tuple[Problem, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """``{"questions": [...], "next", "number", "of", "problems"}``."""
        return {
            "questions": [_question(q) for q in self.questions],
            "next": self.next.id if self.next else None,
            "number": self.number,
            "of": self.of,
            "problems": shapes.problems(self.problems),
        }


def questions(ports: Ports, answers: Answers | None = None) -> QuestionsResult:
    """The questions, and which of them comes next after these answers (question id -> answer; None: not known)."""
    given = {} if answers is None else answers
    following = next_question(given)
    number, of = progress(following or QUESTIONS[0])
    ports.progress("questions", number, of)
    return QuestionsResult(QUESTIONS, following, number if following else None, of, problems(given))


def read_answers(ports: Ports, path: Path) -> dict[str, object]:
    """Question id -> answer, as a JSON or YAML file has them.

    Raises:
        InputError: the file cannot be read, is no such list, or has answers that make no sense, each with the file and its question.
    """
    file = ports.files.read(path)
    found = parsed(file)
    if not isinstance(found, Mapping):
        advice = "Write a line for each: `title: Some Certificate`. The questions: credlens evaluate --questions."
        raise InputError([Problem(file.name, "These are no answers by question.", advice)])
    twice = found.twice if isinstance(found, Lined) else []
    wrong = [Problem(str(name), "This is answered twice.", "Keep one of the answers.") for name, _ in twice]
    answers = {str(name): answer for name, answer in found.items()}
    try:
        record(answers, ports.today)
    except InputError as error:
        wrong += error.problems
    if wrong:
        raise InputError([replace(p, where=f"{file.name}: {p.where[:SHOWN]}") for p in wrong])
    return answers


def _question(question: Question) -> dict[str, Any]:
    """One question; what it does not have is null, or an empty list."""
    return {
        "id": question.id,
        "asks": question.asks,
        "why": question.why,
        "answer": question.kind.value,
        "choices": [plain(c) for c in question.choices],
        "unit": question.unit or None,
        "like": question.like or None,
        "none": question.none or None,
        "needed": question.needed,
        "follows": question.follows or None,
        "opened_by": list(question.opened_by),
    }
