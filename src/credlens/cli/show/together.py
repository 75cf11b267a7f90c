"""What a set of credentials covers of the target's work, in the terminal: the answer, the areas, the routes towards degrees."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console

from credlens.cli.show.page import bullets, cell, heading, sentence, table
from credlens.model.credential import Depth
from credlens.model.evaluation import Evaluation
from credlens.model.naming import harmless
from credlens.model.together import Area, Proof, Route, Together

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
        _areas(page, made)
    _routes(page, made, told)


def _areas(page: Console, made: Together) -> None:
    several = len(made.credentials) > 1
    by = (("by", "left"),) if several else ()
    rows = table(("area", "left"), ("ads", "right whole"), ("covered", "left whole"), *by, ("assessed", "left whole"))
    numbers = {c: str(n) for n, c in enumerate(made.credentials, 1)}
    for area in made.areas:
        share = "" if area.share is None else f"{area.share.k} of {area.share.n}"
        whom = (cell(", ".join(sorted((numbers[c.credential] for c in area.covers), key=int))),) if several else ()
        style = "bold" if area.left_out else "" if area.counts else "dim"
        how = _PROOF[area.proof] if area.proof and area.counts else ""
        rows.add_row(cell(harmless(area.label), style), cell(share), cell(_covered(area), style), *whom, cell(how))
    page.print(rows)
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
    bullets(page, _told(academic, made, told))
    larger = [r for r in made.routes if not r.academic]
    if larger:
        heading(page, "Counts towards larger credentials")
        bullets(page, _told(larger, made, told))


def _told(routes: Iterable[Route], made: Together, told: Evaluation) -> list[str]:
    several = len(made.credentials) > 1
    lines = []
    for route in routes:
        whom = f"{told.catalog[route.credential].title}: " if several else ""
        when = f"; {route.condition}" if route.condition else ""
        over = "over: " if route.over else ""
        lines.append(harmless(f"{whom}{over}{route.says}{when}"))
    return lines
