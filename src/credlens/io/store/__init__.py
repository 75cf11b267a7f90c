"""Stores: where a person's state lives, behind :class:`credlens.app.ports.Store`."""

from __future__ import annotations

SQLITE_FILE = "credlens.sqlite"  # under the home folder
