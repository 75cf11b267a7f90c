"""Looking at what could be handed out leaves no file behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from credlens.app.ports import Ports
from credlens.app.presenting.brief import brief
from credlens.app.presenting.calendar import calendar
from credlens.app.presenting.journal import journal
from credlens.app.presenting.linkedin import linkedin
from credlens.app.presenting.projects import show
from credlens.app.presenting.resume import resume

LOOKS: dict[str, Callable[[Ports], object]] = {
    "resume": resume,
    "brief": lambda ports: brief(ports, "google-data-analytics"),
    "linkedin": linkedin,
    "calendar": calendar,
    "journal": journal,
    "projects": show,
}


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_made_by_looking(look: str, ports: Ports) -> None:
    LOOKS[look](ports)
    assert not ports.has_state()
    assert not ports.home.exists()
