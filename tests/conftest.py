"""What every test shares."""

from __future__ import annotations

from hypothesis import settings

# A law holds or it does not; how fast a busy machine shows it is no part of it.
settings.register_profile("default", deadline=None)
settings.load_profile("default")
