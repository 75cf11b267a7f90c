"""Pages as a plain terminal of 100 columns shows them."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """``said(show, result)``: what it prints, its words in one line."""

    def call(show: Callable[..., None], *arguments: object, **named: object) -> str:
        show(*arguments, **named)
        return " ".join(capsys.readouterr().out.split())

    return call
