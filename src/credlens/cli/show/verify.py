"""A verified badge in the terminal: the verdict, the checks with their reasons, what the badge says, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from credlens.app.verifying.verify import VerifiedBadge, VerifyResult
from credlens.cli.show.page import bullets, cell, console, count, heading, sentence, table
from credlens.model.naming import harmless
from credlens.model.verdict_words import HEADLINES, MARKS
from credlens.model.verification import Check, Claims, Outcome, Report, Verdict

_STYLE = {Outcome.PASSED: "green", Outcome.FAILED: "bold red", Outcome.WARNING: "yellow", Outcome.NOT_CHECKED: "yellow"}
_LONG = 600  # letters of a narrative that are shown


def show_result(result: VerifyResult) -> None:
    """The answer to ``credlens verify``."""
    page = console()
    if result.folder is None:
        show_badge(page, result.badges[0])
        return
    page.print()
    verified = result.summary.get(Verdict.VERIFIED, 0)
    sentence(page, f"{verified} of {count(len(result.badges), 'badge')} in {result.folder} verified.", style="bold")
    page.print()
    rows = table(("verdict", "left"), ("badges", "right"))
    for verdict, n in result.summary.items():
        rows.add_row(cell(HEADLINES[verdict]), cell(n))
    page.print(rows)
    _list(page, [b for b in result.badges if b.report.verdict is not Verdict.VERIFIED])


def _list(page: Console, badges: list[VerifiedBadge], most: int = 50) -> None:
    if badges:
        heading(page, "Not verified")
    for badge in badges[:most]:
        sentence(page, harmless(f"{badge.file}: {badge.report.because}"))
    if len(badges) > most:
        sentence(page, f"... and {len(badges) - most} more (all of them with --json)", style="dim")


def show_badge(page: Console, badge: VerifiedBadge) -> None:
    """One badge, the answer first."""
    report = badge.report
    page.print()
    headline = HEADLINES[report.verdict]
    sentence(page, f"{headline}: {harmless(_called(report.claims) or badge.file)}", style="bold")
    sentence(page, harmless(report.because))
    if report.next_step:
        sentence(page, f"Next: {harmless(report.next_step)}")
    if report.mode.value != "strict":
        sentence(
            page,
            "Judged as 1EdTech's public validator does, which trusts keys that a badge itself carries.",
            style="yellow",
        )
    _said(page, report)
    heading(page, "Checks")
    _checks(page, report.checks)
    for title, inner in (("Inside it", report.parts), ("Endorsements", report.endorsements)):
        if inner:
            heading(page, title)
            _inner(page, inner)
    _fetched(page, report)


def _called(claims: Claims) -> str:
    return claims.achievement.name or claims.name


def _said(page: Console, report: Report) -> None:
    """What the badge says of itself."""
    claims = report.claims
    achievement = claims.achievement
    known = {
        "issued by": " · ".join(filter(None, (claims.issuer.name, claims.issuer.id))),
        "for": " · ".join(filter(None, (achievement.name, achievement.kind))),
        "issued": claims.issued.date().isoformat() if claims.issued else "",
        "expires": claims.expires.date().isoformat() if claims.expires else "",
        "criteria": _short(achievement.criteria) or achievement.criteria_url,
        "assessment": _short(achievement.assessment),
        "skills": ", ".join(s.name for s in achievement.skills),
        "results": "; ".join(f"{r.name}: {r.value}" if r.name else r.value for r in claims.results),
        "evidence": "; ".join(e.name or e.url or _short(e.narrative) for e in claims.evidence),
        "format": " · ".join(filter(None, (report.title, ", ".join(report.proofs), report.container))),
    }
    heading(page, "What it says")
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim")
    grid.add_column(overflow="fold")
    for name, words in known.items():
        if words:
            grid.add_row(Text(name), Text(harmless(words)))
    page.print(Padding(grid, (0, 0, 0, 2)))


def _short(words: str) -> str:
    return words if len(words) <= _LONG else words[:_LONG].rsplit(" ", 1)[0] + " ..."


def _checks(page: Console, checks: Iterable[Check]) -> None:
    for number, check in enumerate((c for c in checks if c.outcome is not Outcome.NOT_APPLICABLE), start=1):
        grid = Table.grid(padding=(0, 1))
        grid.add_column(justify="right", width=3)
        grid.add_column(width=1)
        grid.add_column(overflow="fold")
        mark = Text(MARKS[check.outcome], style=_STYLE.get(check.outcome, ""))
        grid.add_row(Text(f"{number}", style="dim"), mark, Text(check.title))
        where = f" ({check.where})" if check.where else ""
        if check.reason:
            grid.add_row("", "", Text(harmless(check.reason + where), style="dim"))
        if check.next_step:
            grid.add_row("", "", Text(f"Next: {harmless(check.next_step)}"))
        page.print(Padding(grid, (0, 0, 0, 1)))
    skipped = [c.title for c in checks if c.outcome is Outcome.NOT_APPLICABLE]
    if skipped:
        sentence(page, f"Nothing to check: {' '.join(skipped)}", style="dim", indent=2)


def _inner(page: Console, reports: Iterable[Report]) -> None:
    bullets(
        page,
        (
            harmless(f"{HEADLINES[r.verdict]}: {_called(r.claims) or r.claims.issuer.name or r.part_of}. {r.because}")
            for r in reports
        ),
    )


def _fetched(page: Console, report: Report) -> None:
    if not report.fetched:
        return
    heading(page, "What was looked at")
    rows = table(("as", "left whole"), ("how", "left whole"), ("address", "left"))
    for document in report.fetched:
        rows.add_row(cell(document.kind.replace("_", " ")), cell(document.how), cell(harmless(document.url)))
    page.print(rows)
