"""Where continuous integration promises a browser, a missing one is a failure and not a quiet skip."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Choose = Callable[[Path | None, dict[str, str]], Path]


@pytest.mark.parametrize("environment", [{}, {"CI": ""}, {"CI": "false"}])
def test_no_browser_on_a_laptop_is_a_skip_with_its_reason(choose: Choose, environment: dict[str, str]) -> None:
    with pytest.raises(pytest.skip.Exception, match="no Chromium"):
        choose(None, environment)


@pytest.mark.parametrize("environment", [{"CI": "true"}, {"CI": "True"}])
def test_no_browser_in_continuous_integration_fails(choose: Choose, environment: dict[str, str]) -> None:
    with pytest.raises(pytest.fail.Exception, match="no Chromium"):
        choose(None, environment)


def test_a_browser_is_used_wherever_it_is(choose: Choose) -> None:
    found = Path("/somewhere/chromium")
    assert choose(found, {}) == choose(found, {"CI": "true"}) == found
