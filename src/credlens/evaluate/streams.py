"""Random numbers that depend on a seed and a name, and on nothing else."""

from __future__ import annotations

from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def stream(seed: int, name: str) -> np.random.Generator:
    """A generator of its own for each (seed, name): what else is drawn, and in which order, leaves its numbers as they are."""
    return np.random.Generator(np.random.PCG64(int.from_bytes(sha256(f"{seed}\n{name}".encode()).digest()[:16], "big")))
