"""Where markets are built and kept: folders of Parquet below the home folder, and the engines that fill them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from credlens.app.market.ports import Engine
from credlens.registry import Registry

FOLDER = "market"  # below the home folder

ENGINES: Registry[Callable[[Path, Any], Engine]] = Registry("engine", {"local": "credlens.io.market.local:LocalEngine"})
