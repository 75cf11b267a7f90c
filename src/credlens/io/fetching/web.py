"""The fetcher that the program uses."""

from __future__ import annotations

from credlens.app.verifying.ports import Fetcher


def web() -> Fetcher:
    """Fetches from the public web, each document once."""
    # The client is slow to import, and most commands fetch nothing.
    from credlens.io.fetching.fetcher import GuardedFetcher
    from credlens.io.fetching.remembered import RememberingFetcher

    return RememberingFetcher(GuardedFetcher())
