"""The gap in the terminal: gates, one sentence, the skills that are missing, what to prove, what to skip, what is shown."""

from __future__ import annotations

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from credlens.cli.show.page import bullets, cell, count, dot_on, heading, interval, labels, sentence, table
from credlens.model.demand import Demand, SkillDemand
from credlens.model.gap import Advice, Gap, GapItem, Gate, GateState, Reach, WhatIf
from credlens.model.naming import law_unknown
from credlens.model.quantity import Share
from credlens.model.skill import Taxonomy

MOST_ROWS = 15
FEW = 5  # skills named in each of the short lists
_BAR = 30  # letters of a bar of ads
_STATE = {
    GateState.CLOSED: ("CLOSED", "bold red"),
    GateState.OPEN: ("open", "green"),
    GateState.CANNOT_TELL: ("cannot tell", "yellow"),
}


def show_gap(page: Console, gap: Gap, demand: Demand, taxonomy: Taxonomy) -> None:
    """Everything about the gap, gates first."""
    for gate in gap.gates:
        show_gate(page, gate, gap.target)
    if unknown := law_unknown(gap.law):
        sentence(page, unknown)
    heading(page, "Gap")
    sentence(page, answer(gap, taxonomy), style="bold")
    sentence(page, _basis(demand), style="dim")
    if gap.missing:
        page.print()
        _missing(page, gap, taxonomy)
    if gap.begin_with is not None:
        page.print()
        sentence(page, f"Begin with {taxonomy[gap.begin_with.skill].label}: {gap.begin_with.because}.", style="bold")
    if gap.within_reach is not None and gap.within_reach.then:
        _steps(page, gap.within_reach, taxonomy)
    _advice(page, "To prove, not to learn; a badge or a project is enough:", gap.prove, taxonomy)
    _remarks(page, gap, taxonomy)
    _advice(page, "No course needed:", gap.skip, taxonomy)
    have = [i.skill for i in gap.items if i.rank is None]
    if have:
        page.print()
        sentence(page, f"You can show: {labels(have, taxonomy)}.")


def show_what_if(page: Console, asked: WhatIf, taxonomy: Taxonomy) -> None:
    """The answer to "what if I learn these"."""
    heading(page, "What if you learn this")
    if asked.before is None or asked.after is None:
        sentence(page, "How many ads it would open is not known: there are no ads. Give some with --ads.", style="bold")
        return
    names = _and([taxonomy[e.skill].label for e in asked.each])
    sentence(
        page,
        f"Now {asked.before} of {count(asked.n, 'ad')} within reach; with {names} {asked.after}.",
        style="bold",
    )
    rows = table(("", "left"), ("", "left whole"), ("", "right whole"))
    rows.add_row(cell("now"), _bar(asked.before, asked.n), cell(f"{asked.before} of {asked.n}"))
    rows.add_row(cell(f"with {names}"), _bar(asked.after, asked.n), cell(f"{asked.after} of {asked.n}"))
    page.print(rows)
    for each in asked.each:
        line = f"{taxonomy[each.skill].label}: alone it opens {each.opens or 'none'}"
        if len(asked.each) > 1:
            line += f", on top of the {'other' if len(asked.each) == 2 else 'others'} {each.with_the_others or 'none'}"
        bullets(page, [line + (f" ({each.remark})" if each.remark else "")])


def answer(gap: Gap, taxonomy: Taxonomy) -> str:
    """The page's question answered in one sentence."""
    if not gap.items:
        return f"The {gap.n} ads name no skill that the taxonomy knows."
    often = [i for i in gap.items if not i.seldom]
    have = sum(1 for i in often if i.rank is None)
    skills = count(len(often), "skill")
    if gap.n:
        text = f"You can show {have} of the {skills} that {count(gap.n, 'ad')} for {gap.target} ask for"
        text += " often enough to plan for" if len(often) < len(gap.items) else ""
    else:
        text = f"You can show {have} of the {skills} that are usual for {gap.target}; no ads were given"
    if gap.within_reach is not None and gap.within_reach.n:
        text += f"; {gap.within_reach.now} of {count(gap.within_reach.n, 'ad')} are within reach"
    if not gap.first:
        return f"{text}."
    text += f". To close first: {labels(gap.first, taxonomy)}"
    return f"{text}{_then(gap)}."


def _then(gap: Gap) -> str:
    """Ads within reach with the first ones closed; where that opens none, how far the nearest one is."""
    reach = gap.within_reach
    if reach is None or not reach.n:
        return ""
    text = f"; with {'all of these' if len(gap.first) > 1 else 'it'} {reach.then}"
    if reach.then > reach.now or reach.nearest is None:
        return text
    return f"{text} still; the nearest of the others then takes {count(reach.nearest, 'skill')} more"


def show_gate(page: Console, gate: Gate, target: str) -> None:
    """A gate as a box that nobody overlooks."""
    word, style = _STATE[gate.state]
    by = "by law" if gate.by == "law" else "asked for in ads"
    body = Text()
    body.append(f"{gate.kind.capitalize()} gate: {word}", style=style)
    body.append(f"  ({by}" + (f", {gate.jurisdiction})" if gate.jurisdiction else ")"))
    body.append(f"\nAsked for: {gate.requirement}.")
    if gate.unmet is not None and gate.unmet.k:
        verb = "insists" if gate.unmet.k == 1 else "insist"
        body.append(f"\n{gate.unmet.k} of {count(gate.unmet.n, 'ad')} {verb} on a {gate.kind} that you cannot show.")
    if gate.state is not GateState.OPEN or (gate.unmet is not None and gate.unmet.k):
        body.append(f"\nWhat opens it: {gate.opens_with.rstrip('.')}.")
        if gate.blocks:
            body.append(f"\nNo microcredential opens this gate for {target}.", style="bold")
    for item in gate.evidence[:3]:
        body.append(f"\n  {item.statement} [{item.source}]", style="dim")
    page.print()
    page.print(Panel(body, border_style=style.replace("bold ", ""), width=min(page.width, 92)))


def _basis(demand: Demand) -> str:
    merged = f" ({demand.read} read, the same text counted once)" if demand.read != demand.n else ""
    dated = f", {demand.first} to {demand.last}" if demand.first and demand.last else ""
    kind = "invented example ads" if demand.examples else "ads"
    text = f"n = {demand.n} {kind}{merged}, {demand.employers} employers{dated}. Shares with 95 % intervals."
    parts = [p for d in demand.skills.values() if d.blend for p in d.blend.parts]
    if parts:
        known = dict.fromkeys(p.note or p.source.value for p in parts if p.source != "ads")
        text += f" Marked ~: estimated from these and what was known before ({'; '.join(list(known)[:3])})."
    return text


def _missing(page: Console, gap: Gap, taxonomy: Taxonomy) -> None:
    missing = gap.missing
    shown = missing[:MOST_ROWS]
    _skills(page, shown, gap, taxonomy)
    if len(missing) > MOST_ROWS:
        rest = f"... and {len(missing) - MOST_ROWS} more skills, further down the rank (all of them with --json)."
        sentence(page, rest, style="dim")
    for line in _legend(shown):
        sentence(page, line, style="dim")


def _legend(items: tuple[GapItem, ...]) -> list[str]:
    lines = ["must: ads that require it, of those that name it and say how firmly."]
    if any(i.opens is not None for i in items):
        lines.append(
            "alone: ads that come within reach with this skill alone. part: its fair share, in ads, of what closing everything would open. "
            "Within reach: what you show weighs 60 % of what the ad names; what it requires weighs double. "
            "Ranked by part, by how much of it is missing and by how firmly it is asked for."
        )
    if any(i.umbrella for i in items):
        lines.append("* the name of a whole field of work: asked for everywhere, learnt by learning its parts.")
    if any(not i.learnable for i in items):
        lines.append("~ a general skill: asked for often, but a certificate hardly proves it; show it in your work.")
    return lines


def _skills(page: Console, items: tuple[GapItem, ...], gap: Gap, taxonomy: Taxonomy) -> None:
    rows = table(
        ("", "right"),
        ("skill", "left"),
        ("0 %    100 %", "left whole"),
        ("asked for", "left whole"),
        ("must", "right whole"),
        ("you", "left"),
        ("alone", "right whole"),
        ("part", "right whole"),
    )
    for item in items:
        mark = "*" if item.umbrella else "" if item.learnable else "~"
        rows.add_row(
            cell(item.rank or ""),
            cell(f"{taxonomy[item.skill].label}{mark}", "bold" if item.skill in gap.first else ""),
            _strip(item.demand, 12),
            cell(_asked(item.demand)),
            cell(_required(item.demand.required)),
            cell(_you(item)),
            cell("?" if item.opens is None else f"+{item.opens}" if item.opens else "-"),
            cell("?" if item.opens_together is None else f"{item.opens_together:.1f}" if item.opens_together else "-"),
        )
    page.print(rows)


def _strip(demand: SkillDemand, width: int) -> Text:
    blend = demand.blend
    return interval(demand.share, width) if blend is None else dot_on(blend.low, blend.value, blend.high, width)


def _asked(demand: SkillDemand) -> str:
    blend = demand.blend
    if blend is None:
        return str(demand.share)
    given = f"{demand.share.k} of {demand.share.n}, " if demand.share.n else ""
    return f"~{100 * blend.value:.0f} % ({given}{100 * blend.low:.0f}-{100 * blend.high:.0f} %)"


def _you(item: GapItem) -> str:
    if item.held is None:
        return "-"
    marks = ["to prove"] if item.unproven else []
    marks += ["level too low"] if item.level_gap else []
    marks += ["unused"] if item.stale else []
    return ", ".join([item.held.level.value, *marks])


def _steps(page: Console, reach: Reach, taxonomy: Taxonomy) -> None:
    rows = table(("ads within reach", "left"), ("", "left whole"), ("", "right whole"))
    rows.add_row(cell("now"), _bar(reach.now, reach.n), cell(f"{reach.now} of {reach.n}"))
    for skill, ads in reach.after:
        rows.add_row(cell(f"+ {taxonomy[skill].label}"), _bar(ads, reach.n), cell(f"{ads} of {reach.n}"))
    page.print(rows)
    if reach.unjudged:
        sentence(page, f"{count(reach.unjudged, 'ad')} more name no skill by which reach can be judged.", style="dim")


def _bar(k: int, n: int) -> Text:
    filled = round(_BAR * k / n) if n else 0
    filled = max(filled, 1) if k else 0
    text = Text("█" * filled + "·" * (_BAR - filled), style="dim")
    text.stylize("bold not dim", 0, filled)
    return text


def _advice(page: Console, title: str, items: tuple[Advice, ...], taxonomy: Taxonomy) -> None:
    if not items:
        return
    page.print()
    sentence(page, title)
    bullets(page, [f"{taxonomy[a.skill].label}: {a.because}" for a in items[:FEW]])
    if len(items) > FEW:
        sentence(
            page, f"  ... and {len(items) - FEW} more: {labels([a.skill for a in items[FEW:]], taxonomy)}.", style="dim"
        )


def _remarks(page: Console, gap: Gap, taxonomy: Taxonomy) -> None:
    """What is held and yet not quite what is asked for: below the level, or long unused."""
    noted = [i for i in gap.items if i.remarks and not i.unproven and not i.seldom]
    if noted:
        page.print()
        sentence(page, "You have these, with a reservation:")
        bullets(page, [f"{taxonomy[i.skill].label}: {'; '.join(i.remarks)}" for i in noted[:FEW]])


def _required(share: Share) -> str:
    return f"{share.k}/{share.n}" if share.n else "?"


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
