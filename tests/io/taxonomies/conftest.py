"""A disk that fails at the k-th write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from credlens.io.disk import written

Write = Callable[[Path, Callable[[Any], object]], None]


@pytest.fixture
def failing() -> Callable[[int], Write]:
    """``failing(3)`` writes twice, then writes half a file and fails as a full disk does."""

    def until(k: int) -> Write:
        done = 0

        def write(path: Path, fill: Callable[[Any], object]) -> None:
            nonlocal done
            done += 1
            if done >= k:
                path.write_bytes(b"half")
                raise OSError(28, "No space left on device")
            written(path, fill)

        return write

    return until
