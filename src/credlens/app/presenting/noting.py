"""The person's own words for an interview brief: what only they know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.app.presenting.brief_facts import meant
from credlens.model.errors import UserError
from credlens.present.briefs.questions import QUESTIONS

LONGEST = 1000  # characters: an answer takes a minute to say


@dataclass(frozen=True, slots=True)
class Notes:
    """What the person said about one thing.

    Attributes:
        about: its id in the catalog, else of its badge, else of its card.
        notes: their words by the name of the question.
    """

    about: str
    notes: Mapping[str, str]

    def to_json(self) -> dict[str, Any]:
        """``about`` and ``notes``."""
        return {"about": self.about, "notes": dict(self.notes)}


def note(ports: Ports, about: str, question: str, text: str | None) -> Notes:
    """Remember the person's own words about a credential; None forgets them.

    Args:
        ports: the doors.
        about: what :func:`credlens.app.presenting.brief.brief` is asked for.
        question: a name of :data:`credlens.present.briefs.questions.QUESTIONS`.
        text: up to :data:`LONGEST` characters.

    Raises:
        UserError: nothing is called so, there is no such question, or the text is empty or too long.
    """
    return note_all(ports, about, {question: text})


def note_all(ports: Ports, about: str, said: Mapping[str, str | None]) -> Notes:
    """Remember several at once, all of them or none; see :func:`note`."""
    words = {question: checked(question, text) for question, text in said.items()}
    found = meant(ports, Knowledge.of(ports), about)
    ports.store()  # makes the place where everything is kept
    showcase = ports.showcase()
    for question, text in words.items():
        for id in found.ids if text is None else found.ids[:1]:  # noqa: A001
            showcase.note(id, question, text)
    kept = {n.question: n.text for n in showcase.notes() if n.about == found.ids[0]}
    return Notes(found.ids[0], kept)


def checked(question: str, text: str | None) -> str | None:
    """The text as it is kept: without blanks around it.

    Raises:
        UserError: there is no such question, or the text is empty or too long.
    """
    if question not in QUESTIONS.names():
        raise UserError(
            f"A brief asks no question {question!r}.",
            where="--note" if text is not None else "--forget-note",
            what_to_do=f"Name one of: {', '.join(QUESTIONS)}.",
        )
    if text is None:
        return None
    if not text.strip():
        raise UserError(
            f"There are no words in the note {question!r}.",
            where="--note",
            what_to_do=f"Write it as --note {question}='...', or take it back: --forget-note {question}",
        )
    if len(text) > LONGEST:
        raise UserError(
            f"The note {question!r} has {len(text):,} characters; there is room for {LONGEST:,}.",
            where="--note",
            what_to_do="Say it in fewer words; the page has room for a few sentences.",
        )
    return text.strip()
