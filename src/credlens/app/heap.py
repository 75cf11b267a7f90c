"""Many objects that stay, made without looking for garbage among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def staying() -> Iterator[None]:
    """What is made inside stays for good: the search for unreachable objects is off meanwhile, and passes over it from then on.

    A large taxonomy is a million objects; with the search on, most of the time to load it goes there, and later whole texts wait for it.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if searching:
            gc.enable()


@contextmanager
def seldom() -> Iterator[None]:
    """What there is stays for good, and among what is made inside garbage is looked for a hundred times less often than usual.

    For work that makes and drops many small records: nearly all of them go when nothing points to them any more.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100 * (usual[0] or 700), *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
