"""Badges: verify them, keep them, say whose word counts."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from credlens.app.verifying import asking as _asking
from credlens.app.verifying import trust as _trust
from credlens.app.verifying import verify as _verify
from credlens.app.wallet import badges as _wallet
from credlens.io.home import open_home
from credlens.model.verification import Mode


def verify_badge(
    target: str | Path,
    *,
    recipient: str | None = None,
    mode: Mode = Mode.STRICT,
    online: bool = False,
    at: datetime | None = None,
    documents: Path | None = None,
    scorecard: bool = False,
    home: Path | None = None,
    today: date | None = None,
) -> _verify.VerifyResult:
    """Verify the badge in a file or at an address, or all in a folder; see :func:`credlens.app.verifying.verify.verify`."""
    asked = _asking.Asked(recipient, mode, online, at, documents, scorecard)
    return _verify.verify(open_home(home, today=today), str(target), asked)


def keep_badge(
    *targets: str | Path,
    recipient: str | None = None,
    online: bool = False,
    documents: Path | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _wallet.Wallet:
    """Verify badges and put them into the wallet; see :func:`credlens.app.wallet.badges.add`."""
    asked = _asking.Asked(recipient, online=online, documents=documents)
    return _wallet.add(open_home(home, today=today), [str(t) for t in targets], asked)


def show_wallet(*ids: str, home: Path | None = None, today: date | None = None) -> _wallet.Wallet:
    """Badges in the wallet, all unless some are named; see :func:`credlens.app.wallet.badges.show`."""
    return _wallet.show(open_home(home, today=today), ids)


def verify_wallet(
    *ids: str,
    online: bool = False,
    documents: Path | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _wallet.Wallet:
    """Verify badges in the wallet again; see :func:`credlens.app.wallet.badges.verify_again`."""
    return _wallet.verify_again(open_home(home, today=today), ids, _asking.Asked(online=online, documents=documents))


def remove_badge(*ids: str, home: Path | None = None) -> _wallet.Wallet:
    """Take badges out of the wallet; see :func:`credlens.app.wallet.badges.remove`."""
    return _wallet.remove(open_home(home), ids)


def trust_registry(
    path: Path, *, key: str | None = None, name: str | None = None, home: Path | None = None, today: date | None = None
) -> _trust.Registries:
    """Keep a list of issuers that you trust; see :func:`credlens.app.verifying.trust.add`."""
    return _trust.add(open_home(home, today=today), path, key=key, name=name)


def show_trust(*, home: Path | None = None, today: date | None = None) -> _trust.Registries:
    """Lists of issuers that you trust; see :func:`credlens.app.verifying.trust.show`."""
    return _trust.show(open_home(home, today=today))


def distrust_registry(name: str, *, home: Path | None = None) -> _trust.Registries:
    """Take a list of issuers out; see :func:`credlens.app.verifying.trust.remove`."""
    return _trust.remove(open_home(home), name)
