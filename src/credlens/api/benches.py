"""How fast and how well it works."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from credlens.app.bench import gold as _bench_gold
from credlens.app.bench import rank as _bench_rank
from credlens.app.bench import read as _bench_read
from credlens.app.bench import search as _bench_search
from credlens.io.home import open_home


def bench_read(
    *ads: Path, tiers: Sequence[int] = (), repeat: int = 3, peers: bool = True, home: Path | None = None
) -> _bench_read.ReadBench:
    """How fast ads are read; see :func:`credlens.app.bench.read.read`."""
    return _bench_read.read(open_home(home), ads, tiers=tiers, repeat=repeat, peers=peers)


def bench_rank(labels: Path, *data: Path, tier: int | None = None, home: Path | None = None) -> _bench_rank.RankResult:
    """How well labelled sentences are linked to skills; see :func:`credlens.app.bench.rank.rank`."""
    return _bench_rank.rank(open_home(home), labels, data, tier=tier)


def bench_search(
    *, size: int = _bench_search.SIZE, each: int = _bench_search.EACH, home: Path | None = None
) -> _bench_search.SearchBench:
    """How fast a large catalog is imported and searched, in a home that holds nothing; see :func:`credlens.app.bench.search.search`."""
    return _bench_search.search(open_home(home), size=size, each=each)


def bench_gold(labels: Path, *ads: Path, home: Path | None = None) -> _bench_gold.GoldBench:
    """How well the requirements of labelled ads are read; see :func:`credlens.app.bench.gold.gold`."""
    return _bench_gold.gold(open_home(home), labels, ads)
