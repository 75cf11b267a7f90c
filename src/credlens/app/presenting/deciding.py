"""Use case: the person decides which entries their resume shows."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.app.presenting.cv import cv_of
from credlens.model.cv import Cv, LeftOff, WhyLeftOff
from credlens.model.errors import UserError
from credlens.profile.ids import skill_id

LIST = "See every entry with its name: credlens resume."


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of a decision.

    Attributes:
        card: the entry.
        name: in words.
        shown: the person's word; None when it is left to the program again.
        now: whether it is on the resume now.
        left_off: why it is not; None when it is.
    """

    card: str
    name: str
    shown: bool | None
    now: bool
    left_off: LeftOff | None = None

    def to_json(self) -> dict[str, Any]:
        """``card``, ``name``, ``shown``, ``now``, ``why`` and ``because``."""
        return {
            "card": self.card,
            "name": self.name,
            "shown": self.shown,
            "now": self.now,
            "why": self.left_off.why.value if self.left_off else None,
            "because": self.left_off.because if self.left_off else None,
        }


def decide(ports: Ports, card: str, shown: bool | None) -> Decided:
    """Put an entry on the resume or leave it off, whatever speaks for or against it; with None it is left to the program again.

    Args:
        ports: the doors.
        card: what the entry is called (``credlens resume`` says it), or the beginning of that.
        shown: whether it is to be shown.

    Raises:
        UserError: there is no such entry, or it is a badge that did not hold, which cannot be put on.
    """
    (decided,) = decide_all(ports, [(card, shown)])
    return decided


def decide_all(ports: Ports, asked: Sequence[tuple[str, bool | None]]) -> tuple[Decided, ...]:
    """Several decisions at once, each as in :func:`decide`; none is remembered when one of them cannot be.

    Args:
        ports: the doors.
        asked: (what the entry is called, whether it is to be shown), in the order given.

    Raises:
        UserError: as in :func:`decide`.
    """
    if not asked:
        return ()
    knowledge = Knowledge.of(ports)
    before = cv_of(ports, knowledge)
    found = [(*_find(before, card), shown) for card, shown in asked]
    for card, shown in ((card, shown) for card, _, shown in found):
        ports.showcase().show(card, shown)
    after = cv_of(ports, knowledge)
    on, off = dict(on_it(after)), {o.card: o for o in after.left_off}
    return tuple(Decided(card, name, shown, card in on, off.get(card)) for card, name, shown in found)


def on_it(cv: Cv) -> Iterator[tuple[str, str]]:
    """(card, name) of every entry that a resume shows."""
    for entry in (*cv.work, *cv.education, *cv.projects, *cv.volunteer):
        yield entry.card, ", ".join(words for words in (entry.title, entry.organisation) if words)
    for held in cv.certificates:
        yield held.card, held.name
    for skill in cv.skills:
        yield skill_id(skill.skill), skill.label


def _find(cv: Cv, words: str) -> tuple[str, str]:
    """(card, name) of the one entry that is called so, or whose card begins so; a badge that did not hold is refused."""
    known = {**dict(on_it(cv)), **{off.card: off.name for off in cv.left_off}}
    begun = [words] if words in known else [card for card in known if words and card.startswith(words)]
    if len(begun) == 1:
        _may_be_decided(cv, begun[0])
        return begun[0], known[begun[0]]
    if begun:
        more = f"Write more of it: {', '.join(begun[:3])}."
        raise UserError(f"{len(begun)} entries begin with {words!r}.", where=words, what_to_do=more)
    near = difflib.get_close_matches(words, known, n=3, cutoff=0.6)
    hint = f"Did you mean {', '.join(f'{card} ({known[card]})' for card in near)}? {LIST}" if near else LIST
    raise UserError(f"There is no entry {words!r} on your resume.", where=words, what_to_do=hint)


def _may_be_decided(cv: Cv, card: str) -> None:
    for off in cv.left_off:
        if off.card == card and off.why is WhyLeftOff.NOT_VERIFIED:
            raise UserError(
                f"{off.name} cannot be put on a resume: {off.because}",
                where=card,
                what_to_do="Verify the badge again: credlens wallet verify --online.",
            )
