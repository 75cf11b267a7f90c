"""The interview brief as it is printed: the answer first, sections of facts, questions to expect, sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from credlens.model.brief import Brief
from credlens.present import terms, words
from credlens.present.briefs import cite, verdicts
from credlens.present.briefs.ladder import MEANING
from credlens.present.briefs.questions import QUESTIONS
from credlens.present.briefs.section import Section
from credlens.present.briefs.sections import SECTIONS
from credlens.present.briefs.sections.check import address
from credlens.present.notes import STALE_DAYS, Note, Notes, Value, safe_link


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question to expect.

    Attributes:
        id: what a note about it is called.
        facts: what lets the person answer.
        own: their own words; None when they gave none.
        how: the command that puts them here.
    """

    id: str
    asks: str
    facts: tuple[Value, ...]
    own: Value | None
    how: str


@dataclass(frozen=True, slots=True)
class BriefPage:
    """Everything that is printed.

    Attributes:
        answer: in one sentence what it is, by whom, and whether it is held; ``meaning``: good, caution, stop or neutral.
        verdict: what came of verifying its badge, in words; empty without one.
        questions: with facts or own words to answer by; ``open``: those that only the person can answer and has not.
        address: where anybody can check it; ``link``: the same when it is safe to follow; empty without one.
        qr: the address as a QR code in SVG; empty when none was asked for.
    """

    id: str
    title: str
    answer: str
    meaning: str
    verdict: str
    warnings: tuple[str, ...]
    sections: tuple[Section, ...]
    questions: tuple[QuestionView, ...]
    open: tuple[QuestionView, ...]
    address: str
    link: str
    qr: str
    sources: tuple[Note, ...]
    methods: tuple[tuple[str, str], ...]
    stale_days: int
    made: str

    def to_json(self) -> dict[str, Any]:
        """``sections``, ``questions`` and ``sources``; values name their sources by number."""
        return {
            "sections": [
                {
                    "id": s.id,
                    "title": s.title,
                    "rows": [{"name": r.name, "values": [_value(v) for v in r.values]} for r in s.rows],
                }
                for s in self.sections
            ],
            "questions": [
                {
                    "id": q.id,
                    "question": q.asks,
                    "facts": [_value(v) for v in q.facts],
                    "note": q.own.text if q.own else None,
                }
                for q in (*self.questions, *self.open)
            ],
            "sources": [
                {
                    "number": n.number,
                    "method": n.method,
                    "address": n.address or None,
                    "date": n.iso or None,
                    "note": n.note,
                    "n": n.n or None,
                    "stale": n.stale,
                }
                for n in self.sources
            ],
        }


def brief_page(brief: Brief, *, qr: bool = False) -> BriefPage:
    """The view of a brief.

    Args:
        brief: the facts.
        qr: whether to draw the address as a QR code, where there is one that is safe to follow.
    """
    notes = Notes(brief.made)
    sections = tuple(s for name in SECTIONS if (s := SECTIONS[name](brief, notes)) is not None)
    asked = tuple(_questions(brief, notes))
    link = safe_link(address(brief))
    sources = notes.listed()
    occurring = {n.method for n in sources}
    return BriefPage(
        id=brief.id,
        title=brief.title,
        answer=_answer(brief),
        meaning=verdicts.meaning(brief.badge) if brief.badge else "neutral",
        verdict=_verdict(brief),
        warnings=tuple(_warnings(brief)),
        sections=sections,
        questions=tuple(q for q in asked if q.facts or q.own),
        open=tuple(q for q in asked if not (q.facts or q.own)),
        address=address(brief),
        link=link,
        qr=_qr(link) if qr and link else "",
        sources=sources,
        methods=tuple(found for found in terms.METHODS.values() if found[0] in occurring),
        stale_days=STALE_DAYS,
        made=words.day(brief.made),
    )


def _questions(brief: Brief, notes: Notes) -> Iterator[QuestionView]:
    """Those to expect, and those that the person has an answer to all the same."""
    for name in QUESTIONS:
        rule = QUESTIONS[name]
        if name not in brief.notes and not rule.likely(brief):
            continue
        facts = tuple(rule.facts(brief, notes)) if rule.likely(brief) else ()
        own = cite.own_words(notes, brief.notes[name]) if name in brief.notes else None
        yield QuestionView(name, rule.asks(brief), facts, own, f"credlens brief {brief.id} --note {name}='...'")


def _answer(brief: Brief) -> str:
    """What it is and who gave it, and whether it is held, each as far as it is known."""
    kind = brief.known.evidence_class.get(None)
    what = words.upper_first(MEANING[kind].split(":")[0]) if kind else "A credential of unknown kind"
    party = brief.badge.claimed.claims.issuer.name if brief.badge else ""
    issuer = party or (brief.held.issuer if brief.held else "") or str(brief.known.issuer.get(""))
    by = f" from {cite.short(issuer, 60)}" if issuer else ", issuer unknown"
    if brief.badge and brief.badge.odd_name:
        by = f", by a badge of somebody who is called {cite.short(issuer, 60)}"
    return f"{what}{by}. {_holding(brief)}"


def _holding(brief: Brief) -> str:
    held = brief.held
    if held is None:
        return "You do not hold it." if brief.badge is None else "What you have of it is a badge that did not hold."
    parts = [f"issued {held.issued}" if held.issued else "day of issue unknown"]
    if brief.expired:
        parts.append(f"expired {held.expires}")
    elif held.expires:
        parts.append(f"holds until {held.expires}")
    by = "by a badge" if held.by_badge else f"by your own documents ({held.where})"
    return f"You hold it, {by}: {', '.join(parts)}."


def _verdict(brief: Brief) -> str:
    badge = brief.badge
    return f"{verdicts.headline(badge)} ({words.day(badge.verified)})" if badge else ""


def _warnings(brief: Brief) -> Iterator[str]:
    """What to know before the interview, each with what to do."""
    if brief.held is None:
        yield "Do not say that you hold it: neither a badge in your wallet nor a line of your documents shows it."
    if brief.badge and brief.badge.odd_name:
        yield f"Do not hand the badge out before this is clear: {words.full_stop(brief.badge.odd_name)}"
    if brief.expired:
        yield "It has expired: say so, or renew it first."


def _qr(link: str) -> str:
    from credlens.present.charts.qr import svg

    return svg(link)


def _value(value: Value) -> dict[str, Any]:
    return {
        "text": value.text,
        "unknown": value.unknown,
        "hint": value.hint,
        "seen": value.seen,
        "sources": [r.number for r in value.refs],
    }
