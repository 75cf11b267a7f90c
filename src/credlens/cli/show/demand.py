"""What an occupation asks for, in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from credlens.app.market.demand import DemandResult
from credlens.cli.show.page import cell, console, count, heading, interval, sentence, table
from credlens.cli.show.recognition import recognition_cells
from credlens.model.demand import SkillDemand
from credlens.model.market import Turnover
from credlens.model.skill import SkillLevel

MOST_SKILLS = 20
MOST_OTHERS = 10
WIDTH = 20


def show_demand(result: DemandResult) -> None:
    """Skills first, then what no course opens, then how fast it changes."""
    page = console()
    where = "" if result.region == "*" else f", {result.region}"
    heading(page, f"{result.occupation.label}{where}")
    sentence(page, _answer(result), style="bold")
    sentence(page, _basis(result), style="dim")
    if result.skills:
        page.print()
        _skills(page, result)
    _pairs(page, result)
    _gates(page, result)
    _credentials(page, result)
    if result.turnover is not None:
        _changes(page, result, result.turnover)


def _answer(result: DemandResult) -> str:
    top = [_label(result, s.skill) for s in result.skills[:3]]
    return (
        f"{count(result.ads, 'ad')}; asked for most: {', '.join(top)}."
        if top
        else f"{count(result.ads, 'ad')} that name no skill the taxonomy knows."
    )


def _basis(result: DemandResult) -> str:
    text = "" if result.employers is None else f"{count(result.employers, 'named employer')}. "
    if result.months:
        text += f"Dated {result.months[0][0]:%Y-%m} to {result.months[-1][0]:%Y-%m}"
        text += f", {result.undated:,} without a date. " if result.undated else ". "
    sure = result.occupation.probability
    if sure is not None:
        text += f"The titles mean this occupation of {result.occupation.taxonomy} with a mean probability of {100 * sure:.0f} %."
    return text.strip()


def _skills(page: Console, result: DemandResult) -> None:
    rows = table(
        ("skill", "left"),
        ("asked for in", "left whole"),
        ("", "right whole"),
        ("required", "right whole"),
        ("level", "left"),
    )
    for skill in result.skills[:MOST_SKILLS]:
        rows.add_row(
            cell(_label(result, skill.skill)),
            interval(skill.share, WIDTH),
            _share(result, skill),
            cell(_firm(skill)),
            cell(_level(skill), "dim"),
        )
    page.print(rows)
    if len(result.skills) > MOST_SKILLS:
        sentence(page, f"... and {len(result.skills) - MOST_SKILLS:,} more skills (with --json).", style="dim")
    if result.bunched:
        sentence(page, "The last interval of a share counts that one employer's ads are alike.", style="dim")


def _share(result: DemandResult, skill: SkillDemand) -> Text:
    bunched = result.bunched.get(skill.skill)
    low, high = bunched.ci if bunched else skill.share.ci95
    return cell(f"{100 * skill.share.value:.0f} % ({100 * low:.0f}-{100 * high:.0f})")


def _firm(skill: SkillDemand) -> str:
    return f"{skill.required.k:,} of {skill.required.n:,}" if skill.required.n else "not said"


def _level(skill: SkillDemand) -> str:
    return "" if skill.level is SkillLevel.UNKNOWN else f"{skill.level} ({sum(n for _, n in skill.levels)})"


def _pairs(page: Console, result: DemandResult) -> None:
    if result.pairs:
        heading(page, "Asked for together")
        rows = table(("skills", "left"), ("ads", "right whole"), ("times chance", "right whole"))
        for pair in result.pairs[:MOST_OTHERS]:
            rows.add_row(
                cell(" + ".join(_label(result, s) for s in pair.skills)),
                cell(f"{pair.ads:,}"),
                cell(f"{pair.lift:.1f}"),
            )
        page.print(rows)


def _gates(page: Console, result: DemandResult) -> None:
    if result.degrees or result.licences:
        heading(page, "Degrees and licences")
        rows = table(("", "left"), ("required", "right whole"), ("experience will do", "right whole"))
        for degree in result.degrees:
            rows.add_row(
                cell(f"{degree.level} degree".replace("none degree", "no degree")),
                cell(str(degree.required.k)),
                cell(str(degree.substitutable.k)),
            )
        for name, share in result.licences[:MOST_OTHERS]:
            rows.add_row(cell(name), cell(f"named in {share.k}"), cell(""))
        page.print(rows)
        sentence(page, f"Of {count(result.ads, 'ad')}.", style="dim")


def _credentials(page: Console, result: DemandResult) -> None:
    if result.credentials:
        heading(page, "Credentials named")
        rows = table(
            ("credential", "left"),
            ("named in", "right whole"),
            ("employers", "right"),
            ("required", "right"),
            ("rate", "right whole"),
            ("90 %", "right whole"),
        )
        for found in result.credentials[:MOST_OTHERS]:
            rows.add_row(cell(result.titles.get(found.credential, found.credential)), *recognition_cells(found))
        page.print(rows)


def _changes(page: Console, result: DemandResult, found: Turnover) -> None:
    heading(page, "The newest year against the one before")
    sentence(
        page,
        f"{100 * found.net:.0f} % of what is asked for was exchanged (90 % interval {100 * found.low:.0f}-{100 * found.high:.0f} %; "
        f"chance alone would make it look like {100 * found.by_chance:.0f} %), from {found.n_before:,} and {found.n_after:,} ads.",
    )
    for words, changes in (("More often", found.entering), ("Less often", found.leaving)):
        if changes:
            named = ", ".join(
                f"{_label(result, c.skill)} ({100 * c.before.value:.0f} to {100 * c.after.value:.0f} %)"
                for c in changes[:MOST_OTHERS]
            )
            sentence(page, f"{words}: {named}.")


def _label(result: DemandResult, skill: str) -> str:
    found = result.taxonomy.skills.get(skill)
    return found.label if found else skill
