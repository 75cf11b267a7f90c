"""Many ads, counted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from credlens.app.market import build as _market_build
from credlens.app.market import demand as _market_demand
from credlens.app.market import recognition as _market_recognition
from credlens.app.market import show as _market_show
from credlens.app.market import trend as _market_trend
from credlens.io.home import open_home


def build_market(
    *paths: Path,
    engine: str = _market_build.ENGINE,
    tier: int = _market_build.TIER,
    out: Path | None = None,
    again: bool = False,
    home: Path | None = None,
    today: date | None = None,
) -> _market_build.BuildResult:
    """Count many ads; see :func:`credlens.app.market.build.build`."""
    return _market_build.build(open_home(home, today=today), paths, engine=engine, tier=tier, out=out, again=again)


def show_market(*, home: Path | None = None) -> _market_show.MarketResult:
    """What the market was built from; see :func:`credlens.app.market.show.show`."""
    return _market_show.show(open_home(home))


def find_demand(
    occupation: str | None = None, *, region: str | None = None, months: int | None = None, home: Path | None = None
) -> _market_demand.DemandResult:
    """What the market's ads for an occupation ask for; see :func:`credlens.app.market.demand.demand`."""
    return _market_demand.demand(open_home(home), occupation, region=region, months=months)


def find_trend(
    skill: str,
    *,
    occupation: str | None = None,
    quarters: int | None = _market_trend.QUARTERS,
    home: Path | None = None,
) -> _market_trend.TrendResult:
    """Whether a skill is asked for more or less than it was; see :func:`credlens.app.market.trend.trend`."""
    return _market_trend.trend(open_home(home), skill, occupation=occupation, last=quarters)


def find_recognition(
    credential: str, *, occupation: str | None = None, region: str | None = None, home: Path | None = None
) -> _market_recognition.RecognitionResult:
    """How often ads name a credential; see :func:`credlens.app.market.recognition.recognition`."""
    return _market_recognition.recognition(open_home(home), credential, occupation=occupation, region=region)
