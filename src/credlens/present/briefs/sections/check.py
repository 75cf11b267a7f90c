"""How an interviewer can verify it in a minute."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief, BriefBadge
from credlens.model.verification import Outcome
from credlens.present import terms, words
from credlens.present.briefs import cite, verdicts
from credlens.present.briefs.section import Row, Section, missing, row
from credlens.present.notes import Notes, Value

MOST = 2  # warnings, and checks that were not made, that are named


def section(brief: Brief, notes: Notes) -> Section:
    """The part of the brief."""
    return Section("check", "How to verify it in a minute", tuple(_rows(brief, notes)))


def address(brief: Brief) -> str:
    """Where anybody can check the one that is held; empty when nobody says."""
    return brief.held.link if brief.held else ""


def _rows(brief: Brief, notes: Notes) -> Iterator[Row]:
    if brief.held:
        yield row("Address", _address(brief, notes))
        if brief.held.number:
            yield row("Its id", notes.value(cite.short(brief.held.number), (cite.of_held(brief),)))
    if brief.badge:
        if verdicts.meaning(brief.badge) != "stop":
            file = brief.badge.file
            yield row(
                "The badge file", Value(f"give {file} along; whoever has it runs: credlens verify {file} --online")
            )
        yield row("Checked here", verdicts.said(brief.badge, notes, _doubts(brief.badge)))
    elif brief.held:
        yield row("Checked here", Value("not checked: there is no badge of it in your wallet", unknown=True))
    yield row("Others can check it", notes.fact(brief.known.verification, terms.verification))


def _address(brief: Brief, notes: Notes) -> Value:
    found = address(brief)
    if not found or brief.held is None:
        return missing("neither a badge nor your documents name one")
    return notes.value(found, (cite.of_held(brief),))


def _doubts(badge: BriefBadge) -> str:
    """What warned, and what was not looked at."""
    unseen = [c.title for c in badge.report.checks if c.outcome is Outcome.NOT_CHECKED]
    warned = [c.reason for c in badge.report.checks if c.outcome is Outcome.WARNING and c.reason]
    doubts = [words.full_stop(reason) for reason in warned if reason != badge.odd_name]
    unseen = [f"Not checked: {words.first_few(unseen, MOST)}"] if unseen else []
    return cite.short(" ".join([*doubts[:MOST], *unseen]), 300)
