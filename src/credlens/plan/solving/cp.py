"""CP-SAT, without the library for data frames that its Python face imports for helpers that nobody here calls.

That library, with what it brings along, takes 87 MB and longer to load than a plan takes to make. Its name is kept by an empty module while
CP-SAT is imported; whoever imports the library afterwards gets the real one.
"""

from __future__ import annotations

import sys
from types import ModuleType

_UNUSED = "pandas"


_there = _UNUSED in sys.modules
if not _there:
    _empty = ModuleType(_UNUSED)
    _empty.Index = _empty.Series = type("Unused", (), {})  # type: ignore[attr-defined]  # named in signatures
    sys.modules[_UNUSED] = _empty
try:
    from ortools.sat.python import cp_model
finally:
    if not _there:
        del sys.modules[_UNUSED]

__all__ = ["cp_model"]
