"""Use case: posts about what the person did, drafted from facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from credlens.app.events import events
from credlens.app.knowledge import Knowledge
from credlens.app.plan_kept import last_kept
from credlens.app.ports import Ports
from credlens.app.presenting.holdings import Holding, holdings
from credlens.app.presenting.kept_projects import kept
from credlens.app.presenting.reviewed import reviews
from credlens.model.credential import Credential, Depth
from credlens.model.fact import Fact, Unknown
from credlens.model.journal import Deed, Happening, Post
from credlens.model.naming import plain
from credlens.model.progress import EventKind
from credlens.model.verification import Verdict
from credlens.present import words
from credlens.present.exports import EXPORTS
from credlens.present.journal import post

PLAN = "plan"
ENDED = {EventKind.FINISHED: Deed.FINISHED, EventKind.FAILED: Deed.FAILED}


@dataclass(frozen=True)
class Journal:
    """Drafts.

    Attributes:
        posts: oldest first.
        kept_back: how many there are about exams that were not passed, which are told only when asked for.
        file: where they lie; None when no file was asked for.
    """

    posts: tuple[Post, ...]
    kept_back: int = 0
    file: Path | None = None

    def to_json(self) -> dict[str, Any]:
        """``posts``, ``kept_back`` and ``file``."""
        return {
            "posts": [
                {
                    "day": p.day.isoformat(),
                    "deed": p.deed.value,
                    "about": p.about,
                    "title": p.title,
                    "short": p.short,
                    "long": p.long,
                }
                for p in self.posts
            ],
            "kept_back": self.kept_back,
            "file": str(self.file) if self.file else None,
        }


def journal(ports: Ports, since: date | None = None, out: Path | None = None, *, every: bool = False) -> Journal:
    """A draft for each badge, finished step, project, review and plan, from what is known of it; nothing is published.

    Args:
        ports: the doors.
        since: only what was done on that day or later.
        out: where to write the drafts as Markdown; None for nowhere.
        every: whether to tell of exams that were not passed, too.

    Raises:
        UserError: no file can lie there.
    """
    if out is not None:
        ports.files.place(out, "--out")
    told = sorted(_happenings(ports), key=lambda h: (h.day, h.deed, h.about)) if ports.has_state() else []
    told = [h for h in told if since is None or h.day >= since]
    shown = [h for h in told if every or h.deed is not Deed.FAILED]
    posts = tuple(post(h) for h in shown)
    file = ports.files.write(out, EXPORTS["journal"](posts)) if out is not None else None
    return Journal(posts, len(told) - len(shown), file)


def _happenings(ports: Ports) -> Iterator[Happening]:
    knowledge = Knowledge.of(ports)
    said: dict[str, dict[str, str]] = {}
    for note in ports.showcase().notes():
        said.setdefault(note.about, {})[note.question] = note.text
    held = holdings(ports, knowledge)
    yield from _badges(held, knowledge, said)
    yield from _steps(ports, held, knowledge, said)
    yield from _projects(ports, knowledge, said)
    plan = last_kept(ports)
    if plan is not None:
        steps = plan.plans[0].steps
        title = f"{words.count(len(steps), 'credential')} until {words.day(plan.plans[0].finish)}".replace(
            words.NBSP, " "
        )
        facts = tuple(_title(s.credential, knowledge) for s in steps)
        yield Happening(Deed.PLAN, plan.made, PLAN, title, facts=facts)


def _badges(
    held: Iterable[Holding], knowledge: Knowledge, said: Mapping[str, Mapping[str, str]]
) -> Iterator[Happening]:
    for holding in held:
        if holding.badge is None or holding.badge.report.odd_name:  # before that is clear, nobody should tell of it
            continue
        id = holding.credential.id if holding.credential else holding.badge.id  # noqa: A001 - under which notes are kept
        facts = [*_facts(holding.credential, knowledge)]
        if holding.verified:
            facts.append(f"Its signature was checked on {words.day(holding.verified)}, and it holds")
        day = holding.issued or holding.badge.added
        yield Happening(
            Deed.BADGE,
            day,
            holding.badge.id,
            holding.name,
            holding.issuer,
            facts=tuple(facts),
            link=holding.link,
            words=said.get(id, {}),
        )


def _steps(
    ports: Ports, held: Iterable[Holding], knowledge: Knowledge, said: Mapping[str, Mapping[str, str]]
) -> Iterator[Happening]:
    """Steps that ended; what there is a badge for is told by the badge."""
    badges = {h.credential.id for h in held if h.badge and h.credential}
    for _, event in events(ports).events:
        deed = ENDED.get(event.kind)
        if deed is None or (deed is Deed.FINISHED and event.credential in badges):
            continue
        there = event.credential in knowledge.catalog
        known = knowledge.catalog[event.credential] if there else None
        yield Happening(
            deed,
            event.day,
            event.credential,
            _title(event.credential, knowledge),
            _who(known),
            facts=tuple(_facts(known, knowledge)) if deed is Deed.FINISHED else (),
            words=said.get(event.credential, {}),
        )


def _projects(ports: Ports, knowledge: Knowledge, said: Mapping[str, Mapping[str, str]]) -> Iterator[Happening]:
    projects = kept(ports)
    titles = {}
    for project in projects:
        sample = titles[project.sample.id] = project.sample
        labels = [knowledge.taxonomy[s].label for s in sample.skills if s in knowledge.taxonomy]
        facts = [sample.summary, f"It shows {words.listing(labels)}" if labels else ""]
        yield Happening(
            Deed.PROJECT,
            sample.done or sample.added,
            sample.id,
            sample.title,
            facts=tuple(f for f in facts if f),
            link=sample.link,
            words=said.get(sample.id, {}),
        )
    for review in reviews(ports, projects):
        if review.verdict is Verdict.VERIFIED and review.day is not None:
            sample = titles[review.project]
            signed = (f"Signed by a key of theirs on {words.day(review.day)}; the name is what they call themselves",)
            yield Happening(
                Deed.REVIEW, review.day, review.id, sample.title, review.by, review.comment, signed, sample.link
            )


def _facts(credential: Credential | None, knowledge: Knowledge) -> Iterator[str]:
    """What the catalog knows of what a credential takes and is about."""
    if credential is None:
        return
    core = [t.skill for t in credential.skills if t.depth is Depth.CORE and t.skill in knowledge.taxonomy]
    if core:
        yield f"Main subjects: {words.listing([knowledge.taxonomy[s].label for s in core])}"
    hours = credential.hours.value
    if not isinstance(hours, Unknown):
        yield f"Meant to take {words.hours(hours)}, by the catalog"
    if credential.assessment:
        yield f"Assessed by {words.listing([a.type.value.replace('_', ' ') for a in credential.assessment])}"


def _title(credential: str, knowledge: Knowledge) -> str:
    return knowledge.catalog[credential].title if credential in knowledge.catalog else plain(credential)


def _who(credential: Credential | None) -> str:
    fact: Fact[Any] | None = credential.issuer if credential else None
    return "" if fact is None or isinstance(fact.value, Unknown) else str(fact.value)
