"""The funnel, and "did it help?", in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from rich.console import Console
from rich.text import Text

from credlens.app.learning.funnel import NOT_RANKED, FunnelResult
from credlens.app.learning.helped import PRIOR_SOURCE, Coin, Compared, HelpedResult
from credlens.cli.show.page import bullets, cell, console, count, dot_on, heading, sentence, table
from credlens.cli.show.studies import show_studies
from credlens.model.belief import Belief
from credlens.model.funnel import Funnel
from credlens.model.naming import harmless
from credlens.model.quantity import Share

_FROM, _TO, _WIDTH = 0.25, 4.0, 21  # odds ratios at both ends of the line, and its characters; 1 is in the middle


def show_funnel(found: FunnelResult) -> None:
    """The answer to ``funnel``."""
    page = console()
    page.print()
    whole = found.whole
    if not whole.sent:
        sentence(page, "No application is logged yet: credlens log application --ad FILE")
        return
    sentence(page, f"{count(whole.sent, 'application')}: {_left(whole)}.", style="bold")
    rows = table(("stage", "left"), ("share", "right whole"), ("90 % and n", "left whole"), ("", "left whole"))
    for name, share in (
        ("answered", whole.answered),
        ("interview", whole.interview),
        ("offer", whole.offer),
        ("offer, of interviews", whole.offer_of_interviews),
    ):
        rows.add_row(cell(name), cell(_percent(share)), cell(_range(share)), _picture(share))
    page.print(rows)
    if whole.early:
        sentence(
            page,
            f"{count(whole.early, 'pending one')} brought an interview already: counted when the 45 days are over.",
        )
    heading(page, "Where it is stuck")
    sentence(page, found.stuck.because)
    sentence(page, found.advice)
    if whole.interview.n:
        _groups(page, found.groups[1:])
    if found.waiting:
        wait = "entry waits" if found.waiting == 1 else "entries wait"
        sentence(page, f"{found.waiting} {wait} to be looked at: credlens log review")


def _groups(page: Console, groups: Sequence[Funnel]) -> None:
    names = {"target": "By target", "resume": "By version of the resume"}
    for by in dict.fromkeys(g.by for g in groups):
        mine = [g for g in groups if g.by == by]
        if len(mine) < 2:
            continue
        heading(page, names.get(by, f"By credential: {by}"))
        rows = table(
            ("", "left"), ("sent", "right"), ("pending", "right"), ("interviews", "left whole"), ("", "left whole")
        )
        for g in mine:
            words = f"{_percent(g.interview)}, {_range(g.interview)}" if g.interview.n else "none counts yet"
            rows.add_row(cell(harmless(g.name)), cell(g.sent), cell(g.pending), cell(words), _picture(g.interview))
        page.print(rows)
    if any(g.by not in names for g in groups):
        sentence(page, NOT_RANKED)


def show_helped(found: HelpedResult) -> None:
    """The answer to ``helped``."""
    page = console()
    page.print()
    sentence(page, harmless(f"Did {found.title} help?"), style="bold")
    _compared(page, found.main)
    if found.coin is not None:
        _coin(page, found.coin)
    if found.chosen is not None:
        heading(page, "Where you chose yourself")
        _compared(page, found.chosen)
    heading(page, "At work")
    if found.used:
        bullets(
            page, [harmless(f"{label}: used on {count(days, 'day')} that you logged") for label, days in found.used]
        )
    else:
        sentence(
            page, f"None of the {found.taught} skills it teaches is logged as used. Log one: credlens log skill NAME"
        )
    heading(page, "What the prior rests on")
    sentence(page, PRIOR_SOURCE)
    if found.studies:
        show_studies(page, found.studies)
        sentence(page, f"With whom, and what to beware of: credlens evaluate {found.credential}", style="dim")


def _compared(page: Console, found: Compared) -> None:
    learned = found.learned
    sentence(page, found.first, style="bold")
    for line in found.told:
        sentence(page, line)
    left = {
        "pending (sent less than 45 days ago)": learned.pending,
        "nobody said whether they showed it": learned.unsaid,
        "the ad requires it, so that there is nothing to compare": learned.required,
    }
    if any(left.values()):
        bullets(page, [f"{n} not counted: {why}" for why, n in left.items() if n])
    if not learned.shown.n or not learned.hidden.n:
        return
    sentence(page, "How many times the odds of an interview are with it, and how likely they are more:")
    rows = table(
        ("", "left"),
        ("times", "right whole"),
        ("90 %", "left whole"),
        ("1/4 to 4", "left whole"),
        ("more", "right whole"),
    )
    for name, belief in (
        ("published studies alone", learned.prior),
        ("with your applications", learned.posterior),
        *learned.sensitivity,
    ):
        rows.add_row(
            cell(name),
            cell(f"{exp(belief.median):.2f}"),
            cell(_odds(belief)),
            _line(belief),
            cell(f"{belief.above_zero:.0%}"),
        )
    page.print(rows)
    if found.besides:
        by = ", by chance" if learned.tossed else ""
        sentence(page, f"What else was different{by}:")
        bullets(page, map(harmless, found.besides))


def _coin(page: Console, coin: Coin) -> None:
    heading(page, "The coin")
    lines = [f"tossed {count(coin.tossed, 'time')}"]
    if coin.not_sent:
        lines.append(f"{coin.not_sent} of these for applications that are not in the log")
    if coin.otherwise:
        lines.append(f"{coin.otherwise} times you did otherwise; what it said is what counts")
    if not coin.runs:
        lines.append("it decides no more")
    bullets(page, lines)


def _left(whole: Funnel) -> str:
    parts = [f"{whole.interview.n} count"]
    if whole.pending:
        parts.append(f"{whole.pending} pending, which are no failures")
    if whole.withdrawn:
        parts.append(f"{whole.withdrawn} withdrawn by you")
    return ", ".join(parts)


def _percent(share: Share) -> str:
    return f"{share.value:.0%}" if share.n else "unknown"


def _range(share: Share) -> str:
    if not share.n:
        return "none counts yet"
    low, high = share.interval(0.9)
    return f"{low:.0%} to {high:.0%}, {share.k} of {share.n}"


def _picture(share: Share) -> Text:
    low, high = share.interval(0.9)
    return dot_on(low, share.value, high) if share.n else Text()


def _odds(belief: Belief) -> str:
    return f"{exp(belief.low):.2f} to {exp(belief.high):.2f}"


def _line(belief: Belief) -> Text:
    """The belief on a line of odds ratios, with a mark at 1."""

    def place(x: float) -> int:
        share = (x - log(_FROM)) / (log(_TO) - log(_FROM))
        return round(min(1.0, max(0.0, share)) * (_WIDTH - 1))

    left, dot, right = place(belief.low), place(belief.median), place(belief.high)
    marks = ["─" if left <= i <= right else "·" for i in range(_WIDTH)]
    marks[place(0.0)] = "┼" if left <= place(0.0) <= right else "|"
    marks[dot] = "●"
    return Text("".join(marks))
