"""Mails that speak of an application as proposals, each beside the logged application that it is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from credlens.model.application import Application, Proposal, Step, StepKind
from credlens.outcomes.ids import application_id
from credlens.outcomes.mail.reading import Letter
from credlens.outcomes.mail.senders import house_of, of_domain, same_employer, words_of
from credlens.outcomes.mail.stages import Other

CONFIRMED_WITHIN = timedelta(days=14)  # between an application and the mail that it arrived; judgement

_MAIL = re.compile(r"\(([0-9a-f]{8})\)$")  # of a mail, at the end of what was taken from it
_NAMED = 5  # applications named in a reason; judgement


@dataclass(frozen=True, slots=True)
class Matched:
    """What a mailbox adds to a log.

    Attributes:
        proposals: to be looked at, in the order of the mailbox.
        known: how many mails say what is logged or waits already.
        doubtful: how many use an application's words and come from nobody that hires or that the person applied to.
    """

    proposals: tuple[Proposal, ...]
    known: int
    doubtful: int


def match(
    letters: Iterable[Letter], logged: Sequence[Application], waiting: Sequence[Application], today: date
) -> Matched:
    """Make proposals of mails.

    Args:
        letters: the mails.
        logged: the applications in the log.
        waiting: applications that wait to be looked at; those that mails say arrived are added on the way.
        today: the day that stands where none is known.
    """
    known = _Known(logged, waiting)
    proposals: list[Proposal] = []
    told = doubtful = 0
    # What arrived comes first, so that what came of it finds it whatever the order of the mailbox.
    for letter in sorted(letters, key=lambda found: (found.stage is not Other.RECEIVED, found.day or today)):
        candidates = known.candidates(letter)
        if letter.weak and not candidates:
            doubtful += 1
        elif letter.id in known.mails or _told(letter, candidates):
            told += 1
        elif letter.stage is Other.RECEIVED:
            made = _arrived(letter, today)
            proposals.append(_proposal(letter, _because_arrived(letter, candidates), made))
            if made.id:
                known.add(made)
        else:
            proposals.append(_came(letter, candidates, known, today))
    return Matched(tuple(proposals), told, doubtful)


class _Known:
    """Applications, found by their employers.

    Attributes:
        logged: ids of those in the log.
        mails: ids of the mails that they, or steps of theirs, were taken from.
    """

    def __init__(self, logged: Iterable[Application], waiting: Iterable[Application]) -> None:
        self._by_word: dict[str, list[Application]] = defaultdict(list)
        self.logged = {a.id for a in logged}
        self.mails: set[str] = set()
        for each in (*logged, *(a for a in waiting if a.id and a.id not in self.logged)):
            self.add(each)

    def add(self, application: Application) -> None:
        """Know one more."""
        for said in (application.source, *(step.note for step in application.steps)):
            if found := _MAIL.search(said):
                self.mails.add(found[1])
        words = words_of(application.employer)
        for word in dict.fromkeys((*words[:1], "".join(words))):
            self._by_word[word].append(application)

    def candidates(self, letter: Letter) -> list[Application]:
        """Those that a mail can be about: sent before it, to its employer; of these the ones of its title, if there are any."""
        until = date.max if letter.day is None else letter.day
        words = words_of(letter.employer)
        near = dict.fromkeys((*words[:1], "".join(words), house_of(letter.domain)))
        same = {
            a.id: a
            for word in near
            if word
            for a in self._by_word.get(word, ())
            if a.applied <= until
            and (same_employer(letter.employer, a.employer) or of_domain(a.employer, letter.domain))
        }
        titled = [a for a in same.values() if letter.title and _plain(a.title) == _plain(letter.title)]
        return titled or list(same.values())


def _told(letter: Letter, candidates: Sequence[Application]) -> bool:
    """Whether the log has it already."""
    if letter.stage is Other.RECEIVED:
        return any(_confirms(letter, a) for a in candidates)
    kind = _kind(letter)
    return any(s.kind is kind and s.day == letter.day for a in candidates for s in a.steps)


def _confirms(letter: Letter, application: Application) -> bool:
    """Whether a mail says that a logged application arrived."""
    if letter.day is not None and letter.day - application.applied > CONFIRMED_WITHIN:
        return False
    return not (letter.title and application.title) or _plain(letter.title) == _plain(application.title)


def _arrived(letter: Letter, today: date) -> Application:
    """A new application; without an id when its day is not known."""
    return Application(
        id="" if letter.day is None else application_id(letter.employer, letter.title, letter.day),
        applied=letter.day or today,
        employer=letter.employer,
        title=letter.title,
        source=f"{letter.where} ({letter.id})",
    )


def _because_arrived(letter: Letter, candidates: Sequence[Application]) -> list[str]:
    because = ["The mail says that an application arrived. Its day is taken as the day you sent it."]
    if not (letter.employer or letter.title):
        because.append("It names neither an employer nor a title.")
    if candidates:
        because.append(f"Known for the same employer: {_listed(candidates)}.")
    return because


def _came(letter: Letter, candidates: Sequence[Application], known: _Known, today: date) -> Proposal:
    """A step of an application."""
    step = Step(_kind(letter), letter.day, f"{letter.where} ({letter.id})")
    if len(candidates) == 1:
        found = candidates[0]
        because = [f"The mail seems to be about {_listed(candidates)}."]
        if found.id not in known.logged:
            because.append("That one waits to be looked at itself.")
        return _proposal(letter, because, found, found.id, step)
    new = replace(_arrived(letter, today), id="")
    if candidates:
        because = [f"It can be about several applications: {_listed(candidates)}. Say which with --about."]
    else:
        whom = f"to {letter.employer} " if letter.employer else ""
        because = [f"No application {whom}is logged that it can be about: say when you applied with --applied."]
    return _proposal(letter, because, new, "", step)


def _proposal(letter: Letter, because: list[str], application: Application, about: str = "", *steps: Step) -> Proposal:
    return Proposal(
        id=letter.id,
        source=letter.where,
        quote=f"{letter.day or 'no day'}, {letter.sender or letter.domain or 'nobody'}: {letter.subject}",
        because=" ".join((*because, *filter(None, (letter.doubt,)))),
        application=application,
        about=about,
        steps=steps,
    )


def _kind(letter: Letter) -> StepKind:
    return letter.stage if isinstance(letter.stage, StepKind) else StepKind.REPLY


def _listed(applications: Sequence[Application]) -> str:
    words = ", ".join(f"{a.id} ({a.title or a.employer}, {a.applied})" for a in applications[:_NAMED])
    return words + (f" and {len(applications) - _NAMED} more" if len(applications) > _NAMED else "")


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
