"""The gap: what is asked for, what can be shown, what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from credlens.model.demand import DemandSource, SkillDemand
from credlens.model.gap import Gap, GapItem
from credlens.model.person import HeldSkill
from credlens.present import terms, words
from credlens.present.charts import bars, interval
from credlens.present.context import Context
from credlens.present.notes import Ref, Value

CHART_ROWS = 12
OPEN_ROWS = 8  # so many missing skills are shown at once, the others on demand
_SOURCES = {
    DemandSource.ADS: "The ads given",
    DemandSource.MARKET: "Ads of this occupation in the market built before",
    DemandSource.PROFILE: "What is written of this occupation",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One skill.

    Attributes:
        first: 1 to 3 for the skills to close first, in the order to close them, else 0.
        asked: share of the ads in words; ``strip``: the same drawn; ``sources``: where an estimate comes from.
        you: what can be shown, in short; ``evidence``: the places it was read from.
        marks: what is special about what is held, a word each; ``remarks``: the same in a sentence.
        opens: ads it opens alone; ``part``: its share in what everything would open; may be empty.
        remark: why it is not among the first although it is asked for; may be empty.
        link: anchor of its options; empty when there are none.
    """

    label: str
    anchor: str
    rank: int | None
    first: int
    asked: str
    strip: Markup
    sources: tuple[str, ...]
    required: Value
    employers: str
    you: str
    evidence: tuple[str, ...]
    marks: tuple[str, ...]
    remarks: tuple[str, ...]
    opens: str
    part: str
    remark: str
    link: str
    held: bool


@dataclass(frozen=True, slots=True)
class Step:
    """Ads within reach at one point of the way: ``figure`` in words, ``bar`` drawn."""

    label: str
    figure: str
    bar: Markup


@dataclass(frozen=True, slots=True)
class GapView:
    """The whole gap.

    Attributes:
        begin: which skill to begin with, and why; empty when there is none.
        reach: ads within reach now and as the first skills are closed one after the other.
        prove: what is known without proof, ``skip``: what needs no course, each (label, why).
        chart: the most asked-for skills, held or not.
        missing: what to close, by rank; ``more``: the rest of it; ``seldom``: what few ads name, with the count.
        held: what can be shown.
    """

    lead: str
    begin: str
    reach: tuple[Step, ...]
    prove: tuple[tuple[str, str], ...]
    skip: tuple[tuple[str, str], ...]
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
    by_demand = sorted(found.items, key=lambda i: (-i.demand.expected, -i.demand.share.k, i.skill))
    missing = [rows[i.skill] for i in found.core]
    seldom = [i for i in found.missing if i.seldom]
    return GapView(
        lead=_lead(context),
        begin=_begin(context),
        reach=_steps(context),
        prove=tuple((context.skill(a.skill), words.full_stop(a.because)) for a in found.prove),
        skip=tuple((context.skill(a.skill), words.full_stop(a.because)) for a in found.skip),
        chart=tuple(rows[i.skill] for i in by_demand[:CHART_ROWS]),
        axis=interval.axis(),
        missing=tuple(missing[:OPEN_ROWS]),
        more=tuple(missing[OPEN_ROWS:]),
        seldom=tuple(f"{context.skill(i.skill)} ({i.demand.share.k} of {i.demand.share.n})" for i in seldom),
        held=tuple(rows[i.skill] for i in found.items if i.rank is None),
        explained=_explained(found),
        titles=_titles(context),
        refs=context.ads(),
    )


def _lead(context: Context) -> str:
    found = context.loop.gap
    if not found.items:
        return "No skill of the taxonomy could be read in the ads. Add more ads, or check the language they are in."
    often = [i for i in found.items if not i.seldom]
    held = sum(1 for i in often if i.rank is None)
    if not found.n:
        skills = words.count(len(often), "skill")
        return f"No ads were given. {words.upper_first(skills)} are usual for {found.target}; you can show {held}."
    text = f"{words.count(found.n, 'ad')} name {words.count(len(found.items), 'skill')}"
    if len(often) < len(found.items):
        text += f", {len(often)} of them often enough to plan for"
    text += f"; you can show {held}{' of these' if len(often) < len(found.items) else ''}."
    reach = found.within_reach
    if reach is not None and reach.n:
        verb = "is" if reach.now == 1 else "are"
        text += f" {reach.now} of {words.count(reach.n, 'ad')} {verb} within reach now"
        labels = words.listing([context.skill(s) for s, _ in reach.after])
        if reach.after:
            still = "still " if reach.then == reach.now else ""
            text += f"; with {labels} {still}{reach.then}"
            if still and reach.nearest is not None:
                text += f"; the nearest of the others then takes {words.count(reach.nearest, 'skill')} more"
        text += "."
    return text


def _begin(context: Context) -> str:
    begin = context.loop.gap.begin_with
    return (
        ""
        if begin is None
        else f"Begin with {context.skill(begin.skill)}: {words.full_stop(begin.because, capital=False)}"
    )


def _steps(context: Context) -> tuple[Step, ...]:
    reach = context.loop.gap.within_reach
    if reach is None or not reach.then:
        return ()  # bars of nothing say less than the sentence above them

    def step(label: str, ads: int) -> Step:
        return Step(label, f"{ads} of {words.count(reach.n, 'ad')}", bars.bar(ads, reach.n))

    return (step("now", reach.now), *(step(f"+ {context.skill(s)}", n) for s, n in reach.after))


def _row(context: Context, item: GapItem) -> Row:
    found = context.loop.gap
    held = item.rank is None
    return Row(
        label=context.skill(item.skill),
        anchor=context.anchor("skill", item.skill),
        rank=item.rank,
        first=found.path.index(item.skill) + 1 if item.skill in found.path else 0,
        asked=_asked(item.demand),
        strip=_strip(item.demand, held=held),
        sources=_sources(item.demand),
        required=_required(item),
        employers=words.count(item.demand.employers, "employer"),
        you=_you(context, item),
        evidence=_evidence(item.held),
        marks=_marks(item),
        remarks=tuple(words.full_stop(r) for r in item.remarks[item.unproven :]),  # the mark says the first one
        opens=_opens(item),
        part=f"share of all: {item.opens_together:.1f}" if item.opens_together else "",
        remark=_remark(item),
        link=context.anchor("options", item.skill) if context.loop.options.get(item.skill) else "",
        held=held,
    )


def _asked(demand: SkillDemand) -> str:
    blend = demand.blend
    if blend is None:
        return words.share(demand.share)
    given = f"{demand.share.k} of {words.count(demand.share.n, 'ad')} given, " if demand.share.n else "no ads given, "
    return f"about {words.percent(blend.value)} ({given}{words.percent_range(blend.low, blend.high)})"


def _strip(demand: SkillDemand, *, held: bool) -> Markup:
    blend, share = demand.blend, demand.share
    if blend is not None:
        return interval.interval(blend.low, blend.value, blend.high, held=held)
    return interval.interval(share.ci95[0], share.value if share.n else None, share.ci95[1], held=held)


def _sources(demand: SkillDemand) -> tuple[str, ...]:
    parts = demand.blend.parts if demand.blend else ()
    return tuple(
        f"{_SOURCES[p.source]}: {words.percent(p.share)}, counts as {p.weight:.1f} ads"
        + (f" ({p.note})" if p.note else "")
        for p in parts
    )


def _marks(item: GapItem) -> tuple[str, ...]:
    marks = ["to prove, not to learn"] if item.unproven else []
    marks += ["below the level asked for"] if item.level_gap and not item.unproven else []
    marks += ["long unused"] if item.stale else []
    return tuple(marks)


def _opens(item: GapItem) -> str:
    if item.opens is None:
        return "unknown: no ads"
    if item.umbrella or not item.learnable:
        return "not counted"
    return f"+{item.opens}" if item.opens else "none on its own"


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
        years += f", last {words.month(e.last_used)}" if e.last_used is not None else ""
        quote = f": \N{LEFT DOUBLE QUOTATION MARK}{e.quote}\N{RIGHT DOUBLE QUOTATION MARK}" if e.quote else ""
        lines.append(f"{terms.EVIDENCE[e.kind]}{years} ({e.where}){quote}")
    return tuple(lines)


def _remark(item: GapItem) -> str:
    if item.rank is None:
        return ""
    if item.umbrella:
        return "whole field"
    return "" if item.learnable else "transversal"


def _explained(found: Gap) -> tuple[str, ...]:
    missing = found.missing
    lines = []
    if any(i.opens is not None for i in missing):
        lines.append(
            "An ad is within reach when what you can show weighs at least 60 % of the skills it names; one that it requires weighs "
            "double. Opens: the ads that this skill alone brings within reach, and, as a part of all, its fair share of what closing "
            "everything would bring there (its Shapley value). The rank follows that share, how much of the skill is missing, and "
            "how firmly it is asked for; how often it is asked for decides only between equals."
        )
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
    if any(i.opens == 0 and i.learnable and not i.umbrella for i in missing):
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
