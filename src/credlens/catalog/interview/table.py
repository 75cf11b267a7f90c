"""All questions, in the order they are asked; each that follows another stands behind it."""

from __future__ import annotations

from credlens.catalog.interview import about, effort, proof, worth
from credlens.catalog.interview.question import Question

QUESTIONS: tuple[Question, ...] = (
    *about.QUESTIONS,
    *effort.QUESTIONS,
    *proof.QUESTIONS,
    *worth.QUESTIONS,
    *about.OPEN,
)
BY_ID = {question.id: question for question in QUESTIONS}
MAIN = tuple(question for question in QUESTIONS if not question.follows)
