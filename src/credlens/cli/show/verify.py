"""A verified badge in the terminal: the verdict, what the badge says, the checks that call for attention, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from credlens.app.verifying.verify import VerifiedBadge, VerifyResult
from credlens.cli.show.page import READABLE, bullets, cell, console, count, heading, sentence, table
from credlens.model.naming import harmless
from credlens.model.verdict_words import HEADLINES, MARKS
from credlens.model.verification import BESIDES, Check, Claims, NamedSkill, Outcome, Report, Verdict

_STYLE = {Outcome.PASSED: "green", Outcome.FAILED: "bold red", Outcome.WARNING: "yellow", Outcome.NOT_CHECKED: "yellow"}
_LONG = 600  # letters of a narrative that are shown

GROUPS: tuple[tuple[str, dict[str, str]], ...] = (
    (
        "What came in",
        {
            "container": "the file",
            "json": "its text",
            "format": "its kind",
            "structure": "what the standard demands",
            "context": "its terms",
            "terms": "all of it signed",
            "schema": "its schema",
            "related": "files it refers to",
            "extension": "its extensions",
        },
    ),
    (
        "Who says so",
        {
            "proof": "signed",
            "algorithm": "a safe kind of signature",
            "key": "the key",
            "signature": "the signature",
            "purpose": "what the key may do",
            "proof_dates": "when it was signed",
            "chain": "signatures that build on others",
            "binding": "the key is the issuer's",
            "hosted": "the issuer's own copy",
            "scope": "where that copy is",
            "transport": "the way to it",
        },
    ),
    (
        "Whether it still holds",
        {
            "status_revocation": "not revoked",
            "status_suspension": "not suspended",
            "status_list": "the list that says so",
            "status_message": "what else is said of its state",
            "refresh": "the newest version",
            "valid_from": "it counts already",
            "valid_until": "it still counts",
        },
    ),
    (
        "Who issued it, to whom, and who vouches",
        {
            "recipient": "its holder",
            "endorsement": "endorsements",
            "contained": "badges inside it",
            "issuer_known": "the issuer is on your list",
            "issuer_name": "the issuer's name",
            "work": "the effort",
        },
    ),
)
"""What is told of checks that passed, in a word or two, under what they are about."""


FEW = 5  # files that are named


def show_result(result: VerifyResult, *, every: bool = False) -> None:
    """The answer to ``credlens verify``.

    Args:
        result: what came of it.
        every: print each check of one badge, also those that passed.
    """
    page = console()
    if result.folder is None:
        show_badge(page, result.badges[0], every=every)
        _scorecard(page, result)
        return
    page.print()
    if not result.badges:
        sentence(page, f"There is no badge in {harmless(result.folder)}.", style="bold")
        return
    verified = result.summary.get(Verdict.VERIFIED, 0)
    sentence(page, f"{verified} of {count(len(result.badges), 'badge')} in {result.folder} verified.", style="bold")
    page.print()
    rows = table(("verdict", "left"), ("badges", "right"))
    for verdict, n in result.summary.items():
        rows.add_row(cell(HEADLINES[verdict]), cell(n))
    page.print(rows)
    if result.others:
        more = len(result.others) - FEW
        rest = f" and {more} more" if more > 0 else ""
        sentence(page, harmless(f"No badges: {', '.join(result.others[:FEW])}{rest}."), style="dim")
    _list(page, [b for b in result.badges if b.report.verdict is not Verdict.VERIFIED])


def _list(page: Console, badges: list[VerifiedBadge], most: int = 50) -> None:
    if badges:
        heading(page, "Not verified")
    for badge in badges[:most]:
        sentence(page, harmless(f"{badge.file}: {badge.report.because}"))
    if len(badges) > most:
        sentence(page, f"... and {len(badges) - most} more (all of them with --json)", style="dim")


def _scorecard(page: Console, result: VerifyResult) -> None:
    """What can be earned according to it, when that was asked for."""
    (badge,) = result.badges
    if badge.scorecard is None and not result.problems:
        return
    heading(page, "What can be earned according to it")
    if badge.scorecard is None:
        bullets(page, map(harmless, map(str, result.problems)))
        return
    from credlens.cli.show.scorecard import show_told

    sentence(page, "Judged by what the badge says. Whether its issuer says so, the verdict above tells.", style="dim")
    show_told(page, badge.scorecard.told)


def show_badge(page: Console, badge: VerifiedBadge, *, every: bool = False) -> None:
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
    _said(page, badge)
    heading(page, "Checks")
    if every:
        _checks(page, report.checks)
    else:
        _in_short(page, report.checks)
    for title, inner in (("Inside it", report.parts), ("Endorsements", report.endorsements)):
        if inner:
            heading(page, title)
            _inner(page, inner)
    if every:
        _fetched(page, report)


def _called(claims: Claims) -> str:
    return claims.achievement.name or claims.name


def _said(page: Console, badge: VerifiedBadge) -> None:
    """What the badge says of itself."""
    report = badge.report
    claims = report.claims
    achievement = claims.achievement
    known = {
        "issued by": " · ".join(filter(None, (claims.issuer.name, claims.issuer.id))),
        "for": " · ".join(filter(None, (achievement.name, achievement.kind))),
        "issued": claims.issued.date().isoformat() if claims.issued else "",
        "expires": claims.expires.date().isoformat() if claims.expires else "",
        "criteria": _short(achievement.criteria) or achievement.criteria_url,
        "assessment": _short(achievement.assessment),
        "skills": "; ".join(_skills(badge, aligned=True)),
        "also names": ", ".join(_skills(badge, aligned=False)),
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


def _skills(badge: VerifiedBadge, *, aligned: bool) -> Iterable[str]:
    """Skills that it is aligned with, in its words and ours; or those it names besides, in ours."""
    if badge.skills is None:
        return (s.name for s in badge.report.claims.achievement.skills if aligned)
    return (_skill(s) if aligned else s.label for s in badge.skills if (s.how in BESIDES) is not aligned)


def _skill(skill: NamedSkill) -> str:
    if not skill.skill:
        return f"{skill.named} (no skill that is known here)"
    same = skill.named.casefold() == skill.label.casefold()
    return skill.label if same else f"{skill.named} (here: {skill.label})"


def _short(words: str) -> str:
    return words if len(words) <= _LONG else words[:_LONG].rsplit(" ", 1)[0] + " ..."


def _in_short(page: Console, checks: Sequence[Check]) -> None:
    """What calls for attention in full, what passed by its name."""
    _numbered(page, (c for c in checks if c.outcome not in {Outcome.PASSED, Outcome.NOT_APPLICABLE}))
    passed = {c.id: c.title for c in checks if c.outcome is Outcome.PASSED}
    grouped = {name for _, names in GROUPS for name in names}
    others = {id: title for id, title in passed.items() if id not in grouped}  # noqa: A001
    for title, names in (*GROUPS, ("Besides", others)):
        words = [name for id, name in names.items() if id in passed]  # noqa: A001
        if words:
            grid = Table.grid(padding=(0, 1))
            grid.add_column(width=1)
            grid.add_column(overflow="fold")
            grid.add_row(
                Text(MARKS[Outcome.PASSED], style=_STYLE[Outcome.PASSED]), Text(f"{title}: {', '.join(words)}")
            )
            page.print(Padding(grid, (0, 0, 0, 2)), width=min(page.width, READABLE + 4))
    sentence(page, "Each check with what was found, and what was looked at: --all", style="dim", indent=2)


def _checks(page: Console, checks: Sequence[Check]) -> None:
    _numbered(page, (c for c in checks if c.outcome is not Outcome.NOT_APPLICABLE))
    skipped = [c.title for c in checks if c.outcome is Outcome.NOT_APPLICABLE]
    if skipped:
        sentence(page, f"Nothing to check: {' '.join(skipped)}", style="dim", indent=2)


def _numbered(page: Console, checks: Iterable[Check]) -> None:
    for number, check in enumerate(checks, start=1):
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
