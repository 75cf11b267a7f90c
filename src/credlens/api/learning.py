"""The log of applications, what it tells, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from credlens.app.learning import applying as _applying
from credlens.app.learning import coin as _coin
from credlens.app.learning import following as _following
from credlens.app.learning import funnel as _funnel
from credlens.app.learning import helped as _helped
from credlens.app.learning import next_step as _next_step
from credlens.app.learning import pooled as _pooled
from credlens.app.learning import reviewing as _reviewing
from credlens.app.learning import taking_in as _taking_in
from credlens.app.ports import NamedBytes
from credlens.io.home import open_home
from credlens.model.application import StepKind


def log_application(
    *,
    ad: Path | None = None,
    ad_text: str | None = None,
    employer: str | None = None,
    title: str | None = None,
    applied: date | None = None,
    shown: Sequence[str] | None = None,
    hidden: Sequence[str] = (),
    coin: str | None = None,
    resume: str = "",
    referral: bool | None = None,
    again: bool = False,
    home: Path | None = None,
    today: date | None = None,
) -> _applying.Logged:
    """Log an application, its ad as a file or as text; see :func:`credlens.app.learning.applying.log_application`."""
    said = _applying.Said(
        ad=ad if ad_text is None else NamedBytes("the ad's text", ad_text.encode()),
        employer=employer,
        title=title,
        applied=applied,
        shown=None if shown is None else tuple(shown),
        hidden=tuple(hidden),
        coin=coin,
        resume=resume,
        referral=referral,
    )
    return _applying.log_application(open_home(home, today=today), said, again=again)


def log_step(
    about: str,
    kind: str,
    *,
    day: date | None = None,
    note: str = "",
    home: Path | None = None,
    today: date | None = None,
) -> _following.LogResult:
    """Log what came of an application ("interview", "offer", ...); see :func:`credlens.app.learning.following.log_step`."""
    return _following.log_step(open_home(home, today=today), about, StepKind(kind), day=day, note=note)


def use_skill(
    name: str, *, day: date | None = None, note: str = "", home: Path | None = None, today: date | None = None
) -> _following.LogResult:
    """Log that a skill was used at work; see :func:`credlens.app.learning.following.use_skill`."""
    return _following.use_skill(open_home(home, today=today), name, day=day, note=note)


def show_log(*, home: Path | None = None, today: date | None = None) -> _following.LogResult:
    """Everything in the log; see :func:`credlens.app.learning.following.show`."""
    return _following.show(open_home(home, today=today))


def change_application(
    about: str,
    *,
    applied: date | None = None,
    employer: str | None = None,
    title: str | None = None,
    shown: Sequence[str] | None = None,
    hidden: Sequence[str] = (),
    resume: str | None = None,
    referral: bool | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _following.LogResult:
    """Correct what is logged; see :func:`credlens.app.learning.following.change`."""
    mended = _following.Mended(
        applied=applied,
        employer=employer,
        title=title,
        shown=shown,
        hidden=hidden,
        resume=resume,
        referral=referral,
    )
    return _following.change(open_home(home, today=today), about, mended)


def remove_application(about: str, *, home: Path | None = None) -> _following.LogResult:
    """Forget an application; see :func:`credlens.app.learning.following.remove`."""
    return _following.remove(open_home(home), about)


def import_log(
    path: Path, *, columns: Mapping[str, str] | None = None, home: Path | None = None, today: date | None = None
) -> _taking_in.TakenIn:
    """Take in a tracker's table, a mailbox or a mail; see :func:`credlens.app.learning.taking_in.take_in`."""
    return _taking_in.take_in(open_home(home, today=today), path, columns=columns)


def review_log(*, home: Path | None = None, today: date | None = None) -> _reviewing.Review:
    """What waits to be looked at; see :func:`credlens.app.learning.reviewing.review`."""
    return _reviewing.review(open_home(home, today=today))


def settle_log(
    accept: Sequence[str] = (),
    reject: Sequence[str] = (),
    *,
    applied: date | None = None,
    employer: str | None = None,
    title: str | None = None,
    about: str | None = None,
    kind: str | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _reviewing.Review:
    """Log what waits, or forget it; see :func:`credlens.app.learning.reviewing.settle`."""
    ports, what = open_home(home, today=today), StepKind(kind) if kind else None
    return _reviewing.settle(
        ports, accept, reject, applied=applied, employer=employer, title=title, about=about, kind=what
    )


def begin_coin(
    credential: str, *, seed: str | None = None, home: Path | None = None, today: date | None = None
) -> _coin.TrialResult:
    """Let a coin decide which applications show a credential; see :func:`credlens.app.learning.coin.begin`."""
    return _coin.begin(open_home(home, today=today), credential, seed=seed)


def end_coin(credential: str, *, home: Path | None = None, today: date | None = None) -> _coin.TrialResult:
    """Toss no more for a credential; see :func:`credlens.app.learning.coin.end`."""
    return _coin.end(open_home(home, today=today), credential)


def find_funnel(*, home: Path | None = None, today: date | None = None) -> _funnel.FunnelResult:
    """How far applications come; see :func:`credlens.app.learning.funnel.find_funnel`."""
    return _funnel.find_funnel(open_home(home, today=today))


def give_to_pool(
    out: Path, *, agreed: bool = False, home: Path | None = None, today: date | None = None
) -> _pooled.Given:
    """Write one's own counts for a pool; see :func:`credlens.app.learning.pooled.give`."""
    return _pooled.give(open_home(home, today=today), out, agreed=agreed)


def find_pooled(credential: str, *files: Path, home: Path | None = None) -> _pooled.PoolResult:
    """What the logs of many people say together; see :func:`credlens.app.learning.pooled.pooled`."""
    return _pooled.pooled(open_home(home), credential, files)


def find_helped(credential: str, *, home: Path | None = None, today: date | None = None) -> _helped.HelpedResult:
    """What the log says of showing a credential; see :func:`credlens.app.learning.helped.helped`."""
    return _helped.helped(open_home(home, today=today), credential)


def find_next(
    *,
    weeks: float | None = None,
    hours: float | None = None,
    application_hours: float | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _next_step.NextPage:
    """What to do next; see :func:`credlens.app.learning.next_step.find_next`."""
    ports = open_home(home, today=today)
    return _next_step.find_next(ports, weeks=weeks, hours=hours, application_hours=application_hours)
