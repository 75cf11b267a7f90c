"""The gap: what is asked for, what can be shown, what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from credlens.model.gap import GapItem
from credlens.model.person import HeldSkill
from credlens.present import terms, words
from credlens.present.charts import interval
from credlens.present.context import Context
from credlens.present.notes import Ref, Value

CHART_ROWS = 12
OPEN_ROWS = 8  # so many missing skills are shown at once, the others on demand


@dataclass(frozen=True, slots=True)
class Row:
    """One skill.

    Attributes:
        first: 1 to 3 for the skills to begin with, else 0.
        asked: share of the ads in words; ``strip``: the same drawn.
        you: what can be shown, in short; ``evidence``: the places it was read from.
        remark: why it is not among the first although it is asked for; may be empty.
        link: anchor of its options; empty when there are none.
    """

    label: str
    anchor: str
    rank: int | None
    first: int
    asked: str
    strip: Markup
    required: Value
    employers: str
    you: str
    evidence: tuple[str, ...]
    opens: str
    remark: str
    link: str
    held: bool


@dataclass(frozen=True, slots=True)
class GapView:
    """The whole gap.

    Attributes:
        chart: the most asked-for skills, held or not.
        missing: what to close, by rank; ``more``: the rest of it; ``seldom``: what few ads name, with the count.
        held: what can be shown.
    """

    lead: str
    chart: tuple[Row, ...]
    axis: Markup
    missing: tuple[Row, ...]
    more: tuple[Row, ...]
    seldom: tuple[str, ...]
    held: tuple[Row, ...]
    explained: tuple[str, ...]
    titles: str
    refs: tuple[Ref, ...]


def gap(context: Context) -> GapView:
    """The gap of a loop."""
    found = context.loop.gap
    rows = {item.skill: _row(context, item) for item in found.items}
    by_demand = sorted(found.items, key=lambda i: (-i.demand.share.k, i.skill))
    missing = [rows[i.skill] for i in found.core]
    seldom = [i for i in found.missing if i.seldom]
    return GapView(
        lead=_lead(context),
        chart=tuple(rows[i.skill] for i in by_demand[:CHART_ROWS]),
        axis=interval.axis(),
        missing=tuple(missing[:OPEN_ROWS]),
        more=tuple(missing[OPEN_ROWS:]),
        seldom=tuple(f"{context.skill(i.skill)} ({i.demand.share.k} of {i.demand.share.n})" for i in seldom),
        held=tuple(rows[i.skill] for i in found.items if i.rank is None),
        explained=_explained(found.missing),
        titles=_titles(context),
        refs=context.ads(),
    )


def _lead(context: Context) -> str:
    found = context.loop.gap
    if not found.items:
        return "No skill of the taxonomy could be read in the ads. Add more ads, or check the language they are in."
    often = [i for i in found.items if not i.seldom]
    held = sum(1 for i in often if i.rank is None)
    text = f"{words.count(found.n, 'ad')} name {words.count(len(found.items), 'skill')}"
    if len(often) < len(found.items):
        text += f", {len(often)} of them often enough to plan for"
    text += f"; you can show {held}{' of these' if len(often) < len(found.items) else ''}."
    item = found.item(found.first[0]) if found.first else None
    if item is None:
        return text
    opens = f" On its own it would bring {words.count(item.opens, 'more ad')} within reach." if item.opens else ""
    asked = words.share(item.demand.share)
    return f"{text} The first to close is {context.skill(item.skill)}, asked for by {asked}.{opens}"


def _row(context: Context, item: GapItem) -> Row:
    found = context.loop.gap
    share = item.demand.share
    held = item.rank is None
    return Row(
        label=context.skill(item.skill),
        anchor=context.anchor("skill", item.skill),
        rank=item.rank,
        first=found.first.index(item.skill) + 1 if item.skill in found.first else 0,
        asked=words.share(share),
        strip=interval.interval(share.ci95[0], share.value if share.n else None, share.ci95[1], held=held),
        required=_required(item),
        employers=words.count(item.demand.employers, "employer"),
        you=_you(context, item),
        evidence=_evidence(item.held),
        opens=f"+{item.opens}" if item.opens else "none on its own",
        remark=_remark(item),
        link=context.anchor("options", item.skill) if context.loop.options.get(item.skill) else "",
        held=held,
    )


def _required(item: GapItem) -> Value:
    firm = item.demand.required
    if firm.n == 0:
        return Value("unknown: no ad says how firmly", unknown=True)
    return Value(words.share(firm, "that say"))


def _you(context: Context, item: GapItem) -> str:
    if item.skill in context.loop.person.refused:
        return "you said that you do not have it"
    if item.held is None:
        return "nothing to show yet"
    kind = terms.EVIDENCE[item.held.evidence[0].kind] if item.held.evidence else "no evidence kept"
    return f"{kind}, {terms.LEVELS[item.held.level]}"


def _evidence(held: HeldSkill | None) -> tuple[str, ...]:
    if held is None:
        return ()
    lines = []
    for e in held.evidence:
        years = f", {e.years:g} years" if e.years is not None else ""
        quote = f": \N{LEFT DOUBLE QUOTATION MARK}{e.quote}\N{RIGHT DOUBLE QUOTATION MARK}" if e.quote else ""
        lines.append(f"{terms.EVIDENCE[e.kind]}{years} ({e.where}){quote}")
    return tuple(lines)


def _remark(item: GapItem) -> str:
    if item.rank is None:
        return ""
    if item.umbrella:
        return "whole field"
    return "" if item.learnable else "transversal"


def _explained(missing: tuple[GapItem, ...]) -> tuple[str, ...]:
    lines = []
    if any(not i.learnable for i in missing):
        lines.append(
            "Transversal skills, such as communication, are asked for everywhere and hardly proven by a certificate. "
            "Show them through work, projects and people who vouch for you; they stand behind the others here."
        )
    if any(i.umbrella for i in missing):
        lines.append(
            "The name of a whole field of work is not learned by itself: it closes as its parts close. "
            "It stands behind its parts here."
        )
    if any(not i.opens for i in missing):
        lines.append(
            "\N{LEFT DOUBLE QUOTATION MARK}None on its own\N{RIGHT DOUBLE QUOTATION MARK} means that those ads ask for further "
            "skills that you lack as well; the skill still counts together with them."
        )
    return tuple(lines)


def _titles(context: Context) -> str:
    titles = context.loop.demand.titles
    shown = [f"{title} ({n})" for title, n in titles[:8]]
    rest = len(titles) - len(shown)
    return words.listing([*shown, words.count(rest, "other title")] if rest > 0 else shown)
