"""Posts drafted from what was done: facts, the person's own words, and marked gaps where only they can say something.

No word of praise and no feeling is put into anybody's mouth: those are theirs to write.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from credlens.model.journal import Deed, Happening, Post
from credlens.present import words
from credlens.present.markdown import inline
from credlens.present.notes import safe_link

QUESTIONS: Mapping[str, str] = {
    "learned": "what did you learn that you did not know before?",
    "hardest": "what was hardest?",
    "used": "where have you used it?",
    "built": "what did you build, and for whom?",
    "why": "why this one?",
}
"""What only the person can answer, by the name under which a brief asks it."""

_ASKED: Mapping[Deed, tuple[str, ...]] = {
    Deed.BADGE: ("learned", "hardest", "used"),
    Deed.FINISHED: ("learned", "hardest", "used"),
    Deed.FAILED: ("hardest",),
    Deed.PROJECT: ("built", "hardest"),
    Deed.REVIEW: (),
    Deed.PLAN: ("why",),
}


def post(told: Happening) -> Post:
    """The draft of a post; the same happening always gives the same."""
    first = _FIRST[told.deed](told)
    short = f"{first} {told.link}".rstrip()
    lines = [f"## {inline(_title(told))}", "", f"*{words.day(told.day)}*", "", inline(first), ""]
    lines += [f"- {inline(fact)}" for fact in told.facts]
    lines += [""] if told.facts else []
    for question in _ASKED[told.deed]:
        said = told.words.get(question)
        lines += [inline(said) if said else f"[your words: {QUESTIONS[question]}]", ""]
    if told.link:
        bare = safe_link(told.link) and not {"<", ">"} & set(told.link)
        lines += [f"<{told.link}>" if bare else inline(told.link), ""]
    return Post(told.day, told.deed, told.about, told.title, short, "\n".join(lines))


def _title(told: Happening) -> str:
    return f"Review of {told.title}" if told.deed is Deed.REVIEW else told.title


def _from(told: Happening) -> str:
    return f", {told.by}" if told.by else ""


def _badge(told: Happening) -> str:
    return f"I hold the badge \N{LEFT DOUBLE QUOTATION MARK}{told.title}\N{RIGHT DOUBLE QUOTATION MARK}{_from(told)}."


def _finished(told: Happening) -> str:
    return f"I finished {told.title}{_from(told)}."


def _failed(told: Happening) -> str:
    return f"I took the exam of {told.title}{_from(told)} and did not pass."


def _project(told: Happening) -> str:
    return f"A project of mine: {told.title}."


def _review(told: Happening) -> str:
    said = f"\N{LEFT DOUBLE QUOTATION MARK}{told.quote}\N{RIGHT DOUBLE QUOTATION MARK}"
    return f"{told.by or 'Somebody'} on my project {told.title}: {said}"


def _plan(told: Happening) -> str:
    return f"My plan: {told.title}."


_FIRST: Mapping[Deed, Callable[[Happening], str]] = {
    Deed.BADGE: _badge,
    Deed.FINISHED: _finished,
    Deed.FAILED: _failed,
    Deed.PROJECT: _project,
    Deed.REVIEW: _review,
    Deed.PLAN: _plan,
}
