"""What a set of credentials covers of the target's work, in the terminal: the answer, the areas, the routes towards degrees."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console

from credlens.cli.show.cards import records
from credlens.cli.show.page import FEW, bullets, cell, heading, numbers, sentence
from credlens.model.credential import Depth
from credlens.model.evaluation import Evaluation
from credlens.model.naming import harmless
from credlens.model.together import Area, Proof, Route, Together

MOST = 10  # ways towards something larger, where many are compared
_DEPTH = {Depth.CORE: "in depth", Depth.PART: "in part", Depth.TOUCHED: "touched"}
_PROOF = {Proof.JUDGED: "by a person", Proof.EXAMINED: "by an exam", Proof.TAUGHT: "quizzes", Proof.UNKNOWN: "unknown"}


def show_together(page: Console, told: Evaluation) -> None:
    """The answer first, then an area a row, then what counts towards which degree."""
    made = told.together
    if made is None:
        return
    heading(page, f"What it takes to work as: {made.occupation or made.target}" if made.known else "What is left out")
    sentence(page, harmless(made.says[0]), style="bold")
    bullets(page, map(harmless, made.says[1:]))
    if made.known:
        page.print()
        _areas(page, made, told)
    _routes(page, made, told)


def _areas(page: Console, made: Together, told: Evaluation) -> None:
    several = len(told.comparison.cards) > 1
    by = (("by", "left"),) if several else ()
    columns = (("area", "left"), ("ads", "right whole"), ("covered", "left whole"), *by, ("assessed", "left whole"))
    places = _places(told)
    rows = []
    for area in made.areas:
        share = "" if area.share is None else f"{area.share.k} of {area.share.n}"
        whom = (cell(numbers(places[c.credential] for c in area.covers)),) if several else ()
        style = "bold" if area.left_out else "" if area.counts else "dim"
        how = _PROOF[area.proof] if area.proof and area.counts else ""
        rows.append([cell(harmless(area.label), style), cell(share), cell(_covered(area), style), *whom, cell(how)])
    records(page, columns, rows)
    asked = "; the others belong to the work whether ads name them or not" if made.occupation else ""
    sentence(page, f"ads: how many name it{asked}. in depth: a main subject; in part: a unit.", style="dim")


def _covered(area: Area) -> str:
    if area.held:
        return "you can show it"
    if not area.by_course:
        return "by work, not by a course"
    return _DEPTH[area.depth] if area.depth else "not"


def _routes(page: Console, made: Together, told: Evaluation) -> None:
    academic = [r for r in made.routes if r.academic]
    if academic or made.degree_remark:
        heading(page, "Credit towards a degree")
    if made.degree_remark:
        sentence(page, harmless(made.degree_remark), style="bold")
    bullets(page, _told(academic, told))
    larger = [r for r in made.routes if not r.academic]
    if larger:
        heading(page, "Counts towards larger credentials")
        bullets(page, _told(larger, told))


def _told(routes: Iterable[Route], told: Evaluation) -> list[str]:
    """A line for each way, with the numbers of all those that it is open to."""
    places = _places(told)
    found: dict[str, list[int]] = {}
    for route in routes:
        when = f"; {route.condition}" if route.condition else ""
        over = "over: " if route.over else ""
        found.setdefault(f"{over}{route.says}{when}", []).append(places[route.credential])
    lines = [harmless(f"{numbers(whom)}: {text}" if len(places) > 1 else text) for text, whom in found.items()]
    most = MOST if len(places) > FEW else len(lines)
    return lines[:most] + ([f"... and {len(lines) - most} more (all of them with --json)"] if lines[most:] else [])


def _places(told: Evaluation) -> dict[str, int]:
    """The number of each credential, as the page counts them; those that are kept out of plans are no part of the set."""
    return {c.credential: n for n, c in enumerate(told.comparison.cards, 1)}
