"""A simulated job search of the example person Maria: her plan, forty applications, and what came of them.

    python benchmarks/job_search.py HOME [--coin] [--applications 40] [--seed 7] [--effect 0.3]

It fills a new home through the Python API, as a person would: the resume with one certificate more, the ads of the demo, a plan, then one
application after the other. Which ones bring an interview is drawn with a base rate of 8 of 100 and the effect that is given, in log odds, for
those that show the certificate. Without --coin Maria shows it where she matches the ad well, which is what makes such logs hard to read.
Employers are invented. Afterwards:

    credlens helped google-data-analytics --home HOME --as-of 2026-10-30
"""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from decimal import Decimal
from math import exp, log
from pathlib import Path
from random import Random
from typing import Any

import credlens
from credlens.model.application import Application

DEMO = Path(credlens.__file__).parent / "data" / "demo" / "maria"
CERTIFICATE = "google-data-analytics"
FIRST, LAST = date(2026, 5, 4), date(2026, 10, 26)
DEADLINE = date(2026, 12, 11)  # by then she needs work
BASE_RATE = 0.08
GOOD_MATCH = 0.5


def main() -> None:
    """Fill the home and say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("home", type=Path)
    parser.add_argument("--coin", action="store_true")
    parser.add_argument("--applications", type=int, default=40)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--effect", type=float, default=0.3)
    given = parser.parse_args()
    print(simulate(given.home, coin=given.coin, applications=given.applications, seed=given.seed, effect=given.effect))


def simulate(home: Path, *, coin: bool, applications: int, seed: int, effect: float) -> str:
    """Log a search; returns what was logged, in a sentence."""
    home.mkdir(parents=True, exist_ok=True)
    resume = home / "resume.md"
    held = "\n\n## Certifications\n\n- Google Data Analytics Professional Certificate, Google, April 2026\n"
    resume.write_text((DEMO / "resume.md").read_text(encoding="utf-8") + held, encoding="utf-8")
    credlens.import_profile(resume, home=home, today=FIRST)
    credlens.find_gap(ads=[DEMO / "ads"], home=home, today=FIRST)
    credlens.make_plan(Decimal(400), 10, deadline=DEADLINE, home=home, today=LAST - timedelta(days=20))
    if coin:
        credlens.begin_coin(CERTIFICATE, seed=str(seed), home=home, today=FIRST)
    chance = Random(seed)  # noqa: S311 - it has to be repeatable
    ads = sorted((DEMO / "ads").iterdir())
    interviews = 0
    for number in range(applications):
        day = FIRST + (LAST - FIRST) * number // max(1, applications - 1)
        made = _apply(home, ads[number % len(ads)], number, day, coin=coin)
        shows = made.showed(CERTIFICATE)
        odds = log(BASE_RATE / (1 - BASE_RATE)) + effect * bool(shows) + (made.match or 0) - 0.4
        if chance.random() < 1 / (1 + exp(-odds)):
            interviews += 1
            on = day + timedelta(days=chance.randint(5, 35))
            credlens.log_step(made.id, "interview", day=on, home=home, today=LAST + timedelta(days=40))
        elif chance.random() < 0.4:
            on = day + timedelta(days=chance.randint(3, 30))
            credlens.log_step(made.id, "rejection", day=on, home=home, today=LAST + timedelta(days=40))
    return f"{applications} applications, {interviews} with an interview, in {home}"


def _apply(home: Path, ad: Path, number: int, day: date, *, coin: bool) -> Application:
    """One application to an invented employer, with the ad of another one."""
    employer = f"Employer {number + 1:02d} (invented)"
    text = ad.read_text(encoding="utf-8")
    copy = home / f"ad-{number + 1:02d}.md"
    copy.write_text(f"{text}\n\nReference {number + 1:02d} of {employer}.\n", encoding="utf-8")
    said: dict[str, Any] = {
        "ad": copy,
        "employer": employer,
        "applied": day,
        "resume": "v2",
        "referral": False,
        "home": home,
        "today": day,
    }
    if coin:
        return credlens.log_application(**said, coin=CERTIFICATE).application
    made = credlens.log_application(**said, shown=()).application
    if (made.match or 0) < GOOD_MATCH:
        return made
    return credlens.change_application(made.id, shown=(CERTIFICATE,), home=home, today=day).applications[0]


if __name__ == "__main__":
    main()
