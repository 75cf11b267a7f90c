"""The gap in the terminal: gates, one sentence, the skills that are missing, what is shown."""

from __future__ import annotations

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from credlens.cli.show.page import cell, heading, interval, labels, sentence, table
from credlens.model.demand import Demand
from credlens.model.gap import Gap, GapItem, Gate, GateState
from credlens.model.quantity import Share
from credlens.model.skill import Taxonomy

MOST_ROWS = 15
_STATE = {
    GateState.CLOSED: ("CLOSED", "bold red"),
    GateState.OPEN: ("open", "green"),
    GateState.CANNOT_TELL: ("cannot tell", "yellow"),
}


def show_gap(page: Console, gap: Gap, demand: Demand, taxonomy: Taxonomy) -> None:
    """Everything about the gap, gates first."""
    for gate in gap.gates:
        show_gate(page, gate, gap.target)
    heading(page, "Gap")
    sentence(page, answer(gap, taxonomy), style="bold")
    sentence(page, _basis(demand), style="dim")
    missing = gap.missing
    if missing:
        page.print()
        _skills(page, missing[:MOST_ROWS], gap, taxonomy)
        if len(missing) > MOST_ROWS:
            sentence(
                page,
                f"... and {len(missing) - MOST_ROWS} more skills that fewer ads name (all of them with --json).",
                style="dim",
            )
    if any(i.umbrella for i in missing[:MOST_ROWS]):
        sentence(
            page,
            "* the name of a whole field of work: asked for everywhere, learnt by learning its parts.",
            style="dim",
        )
    if any(not i.learnable for i in missing[:MOST_ROWS]):
        sentence(
            page,
            "~ a general skill: asked for often, but a certificate hardly proves it; show it in your work.",
            style="dim",
        )
    have = [i.skill for i in gap.items if i.rank is None]
    if have:
        page.print()
        sentence(page, f"You can show: {labels(have, taxonomy)}.")


def answer(gap: Gap, taxonomy: Taxonomy) -> str:
    """The page's question answered in one sentence."""
    if not gap.items:
        return f"The {gap.n} ads name no skill that the taxonomy knows."
    have = sum(1 for i in gap.items if i.rank is None)
    text = f"You can show {have} of the {len(gap.items)} skills that {gap.n} ads for {gap.target} ask for."
    top = gap.item(gap.first[0]) if gap.first else None
    if top is not None:
        text += f" Missing first: {labels(gap.first, taxonomy)}; {taxonomy[top.skill].label} alone is in {top.demand.share}."
    return text


def show_gate(page: Console, gate: Gate, target: str) -> None:
    """A gate as a box that nobody overlooks."""
    word, style = _STATE[gate.state]
    by = "by law" if gate.by == "law" else "asked for in ads"
    body = Text()
    body.append(f"{gate.kind.capitalize()} gate: {word}", style=style)
    body.append(f"  ({by}" + (f", {gate.jurisdiction})" if gate.jurisdiction else ")"))
    body.append(f"\nAsked for: {gate.requirement}.")
    if gate.state is not GateState.OPEN:
        body.append(f"\nWhat opens it: {gate.opens_with}")
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
    return f"n = {demand.n} {kind}{merged}, {demand.employers} employers{dated}. Shares with 95 % intervals (Wilson)."


def _skills(page: Console, items: tuple[GapItem, ...], gap: Gap, taxonomy: Taxonomy) -> None:
    rows = table(
        ("", "right"),
        ("skill", "left"),
        ("0 %  asked for  100 %", "left whole"),
        ("", "left whole"),
        ("required", "right whole"),
        ("you", "left"),
        ("opens", "right"),
    )
    for item in items:
        name = taxonomy[item.skill].label + (" *" if item.umbrella else "" if item.learnable else " ~")
        rows.add_row(
            cell(item.rank or ""),
            cell(name, "bold" if item.skill in gap.first else ""),
            interval(item.demand.share, 21),
            cell(item.demand.share),
            cell(_required(item.demand.required)),
            cell(item.held.level.value if item.held else "-"),
            cell(f"+{item.opens}" if item.opens else ""),
        )
    page.print(rows)
    if any(i.opens for i in items):
        sentence(
            page, "opens: ads that come within reach (60 % of their skills shown) with this skill alone.", style="dim"
        )


def _required(share: Share) -> str:
    return f"{share.k} of {share.n}" if share.n else "not said"
