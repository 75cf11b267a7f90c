"""The one place where the doors are put together for a face."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from secrets import randbits
from typing import TYPE_CHECKING

from credlens.app.ports import Ports, Store
from credlens.app.progress import Progress, silent, unsaid
from credlens.app.remembering import Remember, forgetful
from credlens.io.encoder import InstalledEncoder
from credlens.io.fetching.web import web
from credlens.io.files import DiskFiles
from credlens.io.keeping import DiskKeeping
from credlens.io.keys import DiskIssuer
from credlens.io.market.store import DiskMarket
from credlens.io.meter import cpu_seconds, peak_memory
from credlens.io.registries import DiskRegistries
from credlens.io.sandbox import ChildSandbox
from credlens.io.stamps import stamp
from credlens.io.starter import PackageStarter
from credlens.io.store import SQLITE_FILE
from credlens.io.taxonomies.store import DiskTaxonomies
from credlens.io.verifying.pool import VerifyingPool
from credlens.model.errors import UserError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from credlens.app.catalog.ports import CatalogStore
    from credlens.app.learning.ports import LogStore
    from credlens.app.presenting.ports import ShowcaseStore
    from credlens.app.wallet.ports import WalletStore

HOME_VARIABLE = "CREDLENS_HOME"
END_OF_DAY = time(23, 59, 59)  # what a badge is judged for on a day that was named: whatever begins on that day counts


def default_home(environment: Mapping[str, str] | None = None) -> Path:
    """``CREDLENS_HOME``, else the platform's data folder."""
    named = (os.environ if environment is None else environment).get(HOME_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("credlens", appauthor=False)


def open_home(
    home: Path | None = None,
    *,
    today: date | None = None,
    progress: Progress = silent,
    news: Callable[[str], None] = unsaid,
    remember: Remember = forgetful,
) -> Ports:
    """Everything a use case needs, with the state under ``home``; nothing is created before something is stored.

    Args:
        home: the folder; the default one when None.
        today: the day to reckon from; the clock's when None.
        progress: told about long work.
        news: told in a sentence what was found so far.
        remember: keeps what was worked out, for who keeps the doors open.

    Raises:
        UserError: ``home`` is a file.
    """
    place = home or default_home()
    if place.exists() and not place.is_dir():
        raise UserError(f"{place} is a file; a folder is needed.", where="--home", what_to_do="Name a folder.")

    # SQLAlchemy is slow to import, and many commands need no state.
    file = place / SQLITE_FILE

    @cache
    def engine() -> Engine:
        from credlens.io.store.sqlite import file_engine

        return file_engine(place)

    @cache
    def store() -> Store:
        from credlens.io.store.sql import SqlStore

        return SqlStore(engine(), str(file))

    @cache
    def stored_catalog() -> CatalogStore:
        from credlens.io.catalog.store import open_catalog

        return open_catalog(engine(), str(file))

    @cache
    def memory_catalog() -> CatalogStore:
        from credlens.io.catalog.store import open_memory_catalog

        return open_memory_catalog()

    @cache
    def wallet() -> WalletStore:
        from credlens.io.store.wallet import SqlWallet

        return SqlWallet(engine(), str(file))

    @cache
    def showcase() -> ShowcaseStore:
        from credlens.io.store.showcase import SqlShowcase

        return SqlShowcase(engine(), str(file))

    @cache
    def log() -> LogStore:
        from credlens.io.store.log import SqlLog

        return SqlLog(engine(), str(file))

    day = today or datetime.now().astimezone().date()
    encoder = InstalledEncoder(place)
    return Ports(
        DiskFiles(),
        PackageStarter(),
        store,
        file.exists,
        day,
        place,
        DiskTaxonomies(place),
        encoder,
        DiskMarket(place),
        cpu_seconds,
        peak_memory,
        ChildSandbox(),
        lambda: stored_catalog() if file.exists() else memory_catalog(),
        wallet,
        showcase,
        log,
        DiskKeeping(place, file, engine),
        DiskIssuer(place),
        DiskRegistries(place),
        VerifyingPool(),
        web,
        lambda: datetime.now(UTC) if today is None else datetime.combine(today, END_OF_DAY, UTC),
        lambda: randbits(64),
        progress,
        news,
        remember,
        lambda: stamp(place),
    )
