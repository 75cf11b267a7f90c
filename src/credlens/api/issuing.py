"""Badges of one's own: keys, issuing, endorsing, revoking."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from credlens.app.issuing import revoking as _revoking
from credlens.app.issuing import signers as _signers
from credlens.app.issuing import signing as _signing
from credlens.io.home import open_home


def make_badge_key(
    name: str,
    kind: str = "ed25519",
    *,
    did_web: str | None = None,
    out: Path | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _signers.MadeKey:
    """Make a key to sign badges with; see :func:`credlens.app.issuing.signers.make_key`."""
    return _signers.make_key(open_home(home, today=today), name, kind, did_web, out)


def issue_badge(
    award: Path,
    out: Path,
    key: str,
    *,
    picture: Path | None = None,
    proof: str | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _signing.SignedFile:
    """Issue the badge that a file describes; see :func:`credlens.app.issuing.signing.issue`."""
    return _signing.issue(open_home(home, today=today), award, out, key=key, picture=picture, proof=proof)


def endorse(
    about: str,
    comment: str,
    out: Path,
    key: str,
    *,
    name: str | None = None,
    content: Path | None = None,
    proof: str | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _signing.SignedFile:
    """Sign a word about somebody's work; see :func:`credlens.app.issuing.signing.endorse`."""
    ports = open_home(home, today=today)
    return _signing.endorse(ports, about, comment, out, key=key, name=name, content=content, proof=proof)


def revoke_badges(
    address: str,
    places: Sequence[int],
    out: Path,
    key: str,
    *,
    suspend: bool = False,
    undo: bool = False,
    until: date | None = None,
    proof: str | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _revoking.WrittenList:
    """Write the list of badges that do not count any more; see :func:`credlens.app.issuing.revoking.revoke`."""
    ports = open_home(home, today=today)
    return _revoking.revoke(ports, address, places, out, key=key, suspend=suspend, undo=undo, until=until, proof=proof)
