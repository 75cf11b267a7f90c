"""The questions that describe a credential: all of them as a list, and one of them as it is asked."""

from __future__ import annotations

import textwrap

from credlens.app.questions import QuestionsResult
from credlens.cli.show.page import READABLE

NONE = "none"


def hints() -> str:
    """What to press, said once before the first question."""
    return (
        "A few short questions. Type a number, or words where no numbers are shown.\n"
        "Enter: I do not know.   ?: why this is asked.   <: back to the question before."
    )


def asked(here: QuestionsResult) -> str:
    """The question that comes next, with its place, its choices or an example."""
    question = here.next
    if question is None:
        return ""
    number = f"Question {here.number} of {here.of}"
    lines = ["", _wrapped(f"{number}{', more of it' if question.follows else ''}: {question.asks}")]
    lines += [f"  {n}  {choice.words}" for n, choice in enumerate(question.choices, 1)]
    more = []
    if question.kind.value == "choices":
        more.append("one or several, such as 1, 3")
    elif question.kind.value == "yes_no":
        more.append("yes or no")
    elif question.like:
        more.append(f"for instance: {question.like}")
    more += [f"{NONE}: {question.none}"] if question.none else []
    more += ["this one has to be answered"] if question.needed else []
    return "\n".join([*lines, *([_wrapped(f"  ({'; '.join(more)})")] if more else [])])


def show_questions(result: QuestionsResult) -> str:
    """All questions with ids and possible answers, for writing a file of answers."""
    lines = [
        _wrapped("Write the answers into a file, a line each, and give it to credlens evaluate --answers FILE:"),
        "",
        "  title: Data Analytics Certificate",
        "  assessment: [project, exam]",
        "  grader: tutor",
        "  hours: 30-50",
        "",
        _wrapped(
            "Leave out what you do not know. Only the title is needed. With the line `about: page` (or badge) the answers complete the page or badge "
            "that you give in the same command, and need no title."
        ),
    ]
    for question in result.questions:
        deep = "    " if question.follows else "  "
        lines += ["", f"{deep[2:]}{question.id}", _wrapped(f"{deep}{question.asks}", deep)]
        if question.follows:
            when = f" is {' or '.join(question.opened_by)}" if question.opened_by else " is known"
            lines.append(_wrapped(f"{deep}only when {question.follows}{when}", deep))
        lines += [f"{deep}{choice.id:<24}{choice.words}" for choice in question.choices]
        if question.kind.value == "yes_no":
            lines.append(f"{deep}yes or no")
        if question.none:
            lines.append(f"{deep}{NONE:<24}{question.none}")
        if question.like:
            lines.append(f"{deep}for instance: {question.like}")
    return "\n".join(lines)


def _wrapped(words: str, indent: str = "  ") -> str:
    return textwrap.fill(words, READABLE, subsequent_indent=indent)
