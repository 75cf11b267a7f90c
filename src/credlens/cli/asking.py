"""Asks, on a terminal, the questions that describe a credential."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from credlens.app.ports import Ports
from credlens.app.questions import QuestionsResult, questions
from credlens.cli.show.questions import asked, hints
from credlens.model.errors import UserError

WHY, BACK = "?", "<"

Answers = dict[str, object]


def interview(ports: Ports) -> Answers:
    """The answers of the person at the terminal, by the ids of the questions; None where they do not know.

    Everything is written to stderr, so that stdout holds data only.

    Raises:
        UserError: there is no terminal.
    """
    if not sys.stdin.isatty():
        raise UserError(
            "There is nobody at a terminal to ask.",
            where="--interview",
            what_to_do="Write the answers into a file and use --answers FILE; credlens evaluate --questions lists the questions.",
        )
    return ask(ports, _read, _say)


def ask(ports: Ports, read: Callable[[], str], say: Callable[[str], None]) -> Answers:
    """The answers to all questions that come up.

    Args:
        ports: the doors.
        read: gives one line that the person typed.
        say: shows them something.
    """
    answers: Answers = {}
    say(hints())
    while (here := questions(ports, answers)).next is not None:
        say(asked(here))
        line = read().strip()
        if line == WHY:
            say(f"Why: {here.next.why}.")
        elif line == BACK:
            _back(answers, say)
        else:
            _answer(ports, here, line, answers, say)
    return answers


def _answer(ports: Ports, here: QuestionsResult, line: str, answers: Answers, say: Callable[[str], None]) -> None:
    """Take an answer, or say why it makes no sense."""
    question = here.next
    if question is None:
        return
    answer = _chosen([c.id for c in question.choices], line) or None
    wrong = [p for p in questions(ports, {**answers, question.id: answer}).problems if p.where == question.id]
    for problem in wrong:
        numbers = f"Type a number from 1 to {len(question.choices)}." if question.choices else ""
        say(f"{problem.message} {numbers or problem.what_to_do}".strip())
    if not wrong:
        answers[question.id] = answer


def _chosen(choices: list[str], line: str) -> str:
    """Numbers of choices as their ids: "2, 5" of a list of seven. Everything else stays as it is."""
    if not choices:
        return line
    parts = [part.strip() for part in line.split(",")]
    return ", ".join(choices[int(p) - 1] if p.isdecimal() and 1 <= int(p) <= len(choices) else p for p in parts)


def _back(answers: Answers, say: Callable[[str], None]) -> None:
    """Forget the last answer. Answers are in the order they were given, and what follows one comes behind it."""
    if answers:
        answers.popitem()
    else:
        say("This is the first question.")


def _read() -> str:
    return str(click.prompt("", default="", show_default=False, prompt_suffix="> ", err=True))


def _say(words: str) -> None:
    click.echo(words, err=True)
