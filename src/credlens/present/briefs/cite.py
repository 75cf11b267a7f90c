"""Who says what a brief says besides the catalog: the badge, a line of a document, the ads, the person."""

from __future__ import annotations

from credlens.model.brief import Aim, Brief, BriefBadge
from credlens.model.fact import Method, Source
from credlens.model.person import SkillEvidence
from credlens.model.work_sample import WorkSample
from credlens.present import terms, words
from credlens.present.notes import Notes, Value, safe_link

LONGEST = 110  # letters of a line of a document that stands on the page; the line itself is where the source says


def of_badge(badge: BriefBadge) -> Source:
    """The badge itself."""
    address = safe_link(badge.claimed.claims.id) or None
    note = f"the badge says so ({badge.file}, {badge.id} in the wallet); whether it is so, nobody here can check"
    return Source(Method.PARSED, address, badge.verified, note)


def of_report(badge: BriefBadge) -> Source:
    """What came of verifying the badge."""
    return Source(Method.COMPUTED, None, badge.verified, f"credlens verified {badge.file} on this machine")


def of_held(brief: Brief) -> Source:
    """What shows that it is held: the badge, or the line of a document that names it.

    Raises:
        ValueError: it is not held.
    """
    held, badge = brief.held, brief.badge
    if held is None:
        raise ValueError("nothing shows that it is held")
    if badge is not None and held.by_badge:
        return of_badge(badge)
    return Source(Method.PARSED, None, None, f"{held.where}: {short(held.quote)}" if held.quote else held.where)


def of_ads(aim: Aim) -> Source:
    """The ads of the target."""
    kind = "invented example ads" if aim.examples else "the job ads given"
    return Source(Method.PARSED, None, aim.last, f"counted in {kind} for {aim.name}", aim.postings)


def of_sample(sample: WorkSample) -> Source:
    """A project of the person's own."""
    return Source(Method.STATED, safe_link(sample.link) or None, sample.done or sample.added, f"project {sample.id}")


def evidence(notes: Notes, found: SkillEvidence, label: str = "") -> Value:
    """One reason to believe that the person has a skill, in the words of their document."""
    quote = (
        f": \N{LEFT DOUBLE QUOTATION MARK}{short(found.quote)}\N{RIGHT DOUBLE QUOTATION MARK}" if found.quote else ""
    )
    name = f"{label}, " if label else ""
    source = Source(Method.PARSED, None, None, found.where)
    return notes.value(words.upper_first(f"{name}{terms.EVIDENCE[found.kind]}{quote}"), (source,))


def own_words(notes: Notes, text: str) -> Value:
    """What the person said."""
    return notes.value(text, (Source(Method.STATED, note="your own words"),))


def short(text: str, most: int = LONGEST) -> str:
    """The text on one line, cut at a word when it is long."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return f"{line[:most].rsplit(' ', 1)[0]} \N{HORIZONTAL ELLIPSIS}"
