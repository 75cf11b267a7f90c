"""What else was different is named with its numbers, and what was the same is not."""

from __future__ import annotations

from datetime import date, timedelta

from credlens.model.application import Application
from credlens.outcomes.besides import besides

MAY = date(2026, 5, 1)


def group(n: int, **said: object) -> list[Application]:
    return [Application(str(i), MAY + timedelta(days=i), "", "", **said) for i in range(n)]  # type: ignore[arg-type]


def test_alike_groups_have_nothing_to_name() -> None:
    assert besides(group(10, resume="v1", match=0.5), group(12, resume="v1", match=0.52), "google") == ()
    assert besides(group(3), [], "google") == ()


def test_each_difference_is_named_with_its_numbers() -> None:
    shown = group(10, resume="v2", target="analyst", match=0.8, referral=True, shown=("google", "pmp"))
    later = [
        Application("x", MAY - timedelta(days=60), "", "", resume="v1", target="clerk", match=0.3, referral=False)
    ] * 5
    assert besides(shown, later, "google") == (
        "Those with it were sent later: half of them by 2026-05-06, half of the others by 2026-03-02. The market, and you, may have changed between.",
        "The version of the resume differs: 'v1' in 0 of 10 with it, in 5 of 5 without.",
        "The target differs: 'analyst' in 10 of 10 with it, in 0 of 5 without.",
        "You match the ads differently: 80% of what they ask for with it (n = 10), 30% without (n = 5).",
        "Referrals differ: 10 of 10 with it, 0 of 5 without.",
        "pmp was shown in 10 of 10 with it, in 0 of 5 without.",
    )
