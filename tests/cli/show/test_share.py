"""Shared documents in the terminal: the document alone, or where it lies and what is not in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from credlens.app.presenting.sharing import Shared
from credlens.cli.show.share import show_shared
from credlens.model.cv import LeftOff, WhyLeftOff


def test_what_was_not_written_is_printed_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    off = (LeftOff("c", "First Aid", WhyLeftOff.EXPIRED, "It expired."),)
    show_shared(Shared("signature", {"signature.txt": "-- \nRobin\n", "signature.html": "<div>"}, left_off=off))
    assert capsys.readouterr().out == "-- \nRobin\n"


def test_of_what_was_written_the_place_and_what_is_not_in_it_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    off = (LeftOff("c", "First\x1b[2J Aid", WhyLeftOff.EXPIRED, "It expired."),)
    show_shared(Shared("backpack", {"manifest.json": "{}"}, (Path("all.zip"),), off, badges=2))
    out = capsys.readouterr().out
    assert "2 badges, untouched" in out
    assert "\nall.zip\n" in out
    assert "First\ufffd[2J Aid: It expired." in out
    assert "{}" not in out
