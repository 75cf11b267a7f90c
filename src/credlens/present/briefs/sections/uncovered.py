"""What it does not cover of what the target asks for, and what closed that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from credlens.model.brief import Brief, Uncovered
from credlens.model.credential import Depth
from credlens.model.naming import DEPTHS
from credlens.present import terms, words
from credlens.present.briefs import cite
from credlens.present.briefs.section import Row, Section, missing, row
from credlens.present.notes import Notes, Value

MOST = 6  # skills that get a line of their own; the others are counted
REASONS = 2  # that the person can show a skill, for each


def section(brief: Brief, notes: Notes) -> Section:
    """The part of the brief."""
    rows = tuple(_rows(brief, notes))
    return Section("uncovered", "What it does not cover, and how you closed that", rows)


def _rows(brief: Brief, notes: Notes) -> Iterator[Row]:
    flag = brief.fires("too_narrow")
    if flag:
        yield row("Narrow", notes.value(words.full_stop(flag.because), [e.source for e in flag.evidence]))
    if brief.uncovered is None:
        why = "nobody has looked up what it teaches" if brief.aim else "you named no target"
        yield row("Skills", missing(why))
    elif not brief.uncovered:
        yield row("Skills", Value("nothing that these ads ask for often"))
    else:
        yield from (
            Row(brief.skills.get(u.skill, terms.plain(u.skill)), _values(brief, u, notes))
            for u in brief.uncovered[:MOST]
        )
        if len(brief.uncovered) > MOST:
            others = [brief.skills.get(u.skill, u.skill) for u in brief.uncovered[MOST:]]
            yield row("And", Value(words.first_few(others, MOST)))
    if "closed" in brief.notes:
        yield row("Your words", cite.own_words(notes, brief.notes["closed"]))


def _values(brief: Brief, each: Uncovered, notes: Notes) -> tuple[Value, ...]:
    assert brief.aim is not None  # noqa: S101 - nothing is asked for without a target
    asked = notes.value(f"{_how(each, brief)}; asked for by {words.share(each.share)}", (cite.of_ads(brief.aim),))
    return (asked, *closed(each, notes))


def _how(each: Uncovered, brief: Brief) -> str:
    if each.through:
        return f"only through {brief.skills.get(each.through, each.through)}"
    return DEPTHS[Depth.TOUCHED] if each.depth else "not taught"


def closed(each: Uncovered, notes: Notes) -> Sequence[Value]:
    """What the person can show of it all the same."""
    shown = [cite.evidence(notes, e) for e in each.shown[:REASONS]]
    projects = [Value(f"Project: {title}") for title in each.projects[:REASONS]]
    return [*shown, *projects] or [Value("nothing to show for it yet", unknown=True)]
