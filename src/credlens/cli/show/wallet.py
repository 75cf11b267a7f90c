"""The wallet in the terminal."""

from __future__ import annotations

from credlens.app.verifying.verify import VerifiedBadge
from credlens.app.wallet.badges import KeptBadge, Wallet
from credlens.cli.show.page import cell, console, count, heading, sentence, table
from credlens.cli.show.verify import show_badge
from credlens.model.naming import harmless
from credlens.model.verdict_words import HEADLINES


def show_list(wallet: Wallet) -> None:
    """The answer to ``wallet list`` and ``wallet verify``."""
    page = console()
    page.print()
    if not wallet.badges:
        sentence(page, "The wallet is empty. Put a badge in: credlens wallet add FILE")
        return
    sentence(page, f"{count(len(wallet.badges), 'badge')} in the wallet.", style="bold")
    page.print()
    rows = table(("id", "left whole"), ("badge", "left"), ("issuer", "left"), ("verdict", "left"), ("on", "left whole"))
    for badge in wallet.badges:
        claims = badge.report.claims
        rows.add_row(
            cell(badge.id),
            cell(harmless(_name(badge))),
            cell(harmless(claims.issuer.name or claims.issuer.id)),
            cell(HEADLINES[badge.verdict]),
            cell(badge.verified.isoformat()),
        )
    page.print(rows)
    unseen = [badge for badge in wallet.badges if badge.not_now]
    if unseen:
        page.print()
        again = "Not verified anew, so what was found before stays"
        sentence(page, harmless(f"{again}: {', '.join(b.id for b in unseen)}. {unseen[0].not_now}"))
        sentence(page, "Next: credlens wallet verify --online")


def show_added(wallet: Wallet) -> None:
    """The answer to ``wallet add``."""
    page = console()
    page.print()
    for badge in wallet.badges:
        sentence(page, harmless(f"Kept as {badge.id}: {_name(badge)}. {HEADLINES[badge.verdict]}."), style="bold")
        sentence(page, harmless(badge.report.because))
        if badge.not_now:
            sentence(
                page, harmless(f"That was found on {badge.verified}; now {badge.not_now[0].lower()}{badge.not_now[1:]}")
            )
        if badge.report.next_step:
            sentence(page, harmless(f"Next: {badge.report.next_step}"))
    for problem in wallet.refused:
        sentence(page, harmless(str(problem)))


def show_badges(wallet: Wallet) -> None:
    """The answer to ``wallet show``."""
    page = console()
    for badge in wallet.badges:
        heading(page, f"{badge.id}, verified on {badge.verified}")
        show_badge(page, VerifiedBadge(badge.file, badge.report), every=True)
        if badge.expired:
            sentence(page, "It has expired since.", style="bold")


def show_removed(wallet: Wallet) -> None:
    """The answer to ``wallet remove``."""
    sentence(console(), f"Taken out: {', '.join(wallet.removed)}.")


def _name(badge: KeptBadge) -> str:
    claims = badge.report.claims
    return claims.achievement.name or claims.name or badge.file
