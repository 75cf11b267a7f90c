"""What every test shares."""

from __future__ import annotations

import os

# Read when numpy is first imported, as for the command line: a second thread of its own for each of the processes that run tests only costs time.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_name, "1")

from hypothesis import settings

# A law holds or it does not; how fast a busy machine shows it is no part of it.
settings.register_profile("default", deadline=None)
settings.load_profile("default")
