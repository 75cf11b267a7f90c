"""What else is different between applications that showed a credential and those that did not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from statistics import fmean

from credlens.model.application import Application

FAR = 0.10  # difference of two shares, or of two mean matches, that is named; judgement
APART = 14  # days between the middles of both groups from which on the time of year is named; judgement


def besides(shown: Sequence[Application], hidden: Sequence[Application], credential: str) -> tuple[str, ...]:
    """In sentences, with numbers; empty when one of the groups is."""
    if not shown or not hidden:
        return ()
    return (
        *_days(shown, hidden),
        *_mix("version of the resume", lambda a: a.resume, shown, hidden),
        *_mix("target", lambda a: a.target, shown, hidden),
        *_match(shown, hidden),
        *_referrals(shown, hidden),
        *_others(shown, hidden, credential),
    )


def _days(shown: Sequence[Application], hidden: Sequence[Application]) -> Iterator[str]:
    with_it, without = (sorted(a.applied for a in g)[len(g) // 2] for g in (shown, hidden))
    if abs((with_it - without).days) >= APART:
        order = "later" if with_it > without else "earlier"
        yield (
            f"Those with it were sent {order}: half of them by {with_it}, half of the others by {without}. "
            "The market, and you, may have changed between."
        )


def _mix(
    what: str, of: Callable[[Application], str], shown: Sequence[Application], hidden: Sequence[Application]
) -> Iterator[str]:
    ours, theirs = (Counter(of(a) for a in g) for g in (shown, hidden))
    value = max(sorted({*ours, *theirs}), key=lambda v: abs(ours[v] / len(shown) - theirs[v] / len(hidden)))
    if abs(ours[value] / len(shown) - theirs[value] / len(hidden)) >= FAR:
        name = repr(value) if value else "not said"
        yield f"The {what} differs: {name} in {ours[value]} of {len(shown)} with it, in {theirs[value]} of {len(hidden)} without."


def _match(shown: Sequence[Application], hidden: Sequence[Application]) -> Iterator[str]:
    ours, theirs = ([a.match for a in g if a.match is not None] for g in (shown, hidden))
    if ours and theirs and abs(fmean(ours) - fmean(theirs)) >= FAR:
        yield (
            f"You match the ads differently: {fmean(ours):.0%} of what they ask for with it (n = {len(ours)}), "
            f"{fmean(theirs):.0%} without (n = {len(theirs)})."
        )


def _referrals(shown: Sequence[Application], hidden: Sequence[Application]) -> Iterator[str]:
    ours, theirs = ([a.referral for a in g if a.referral is not None] for g in (shown, hidden))
    if ours and theirs and abs(fmean(ours) - fmean(theirs)) >= FAR:
        yield f"Referrals differ: {sum(ours)} of {len(ours)} with it, {sum(theirs)} of {len(theirs)} without."


def _others(shown: Sequence[Application], hidden: Sequence[Application], credential: str) -> Iterator[str]:
    others = sorted({c for a in (*shown, *hidden) for c in a.shown} - {credential})
    for other in others:
        ours, theirs = (sum(bool(a.showed(other)) for a in g) for g in (shown, hidden))
        if abs(ours / len(shown) - theirs / len(hidden)) >= FAR:
            yield f"{other} was shown in {ours} of {len(shown)} with it, in {theirs} of {len(hidden)} without."
