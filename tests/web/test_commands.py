"""Advice that names a command becomes a link to the page that does the same."""

from __future__ import annotations

import click
import pytest

from credlens.cli.main import credlens
from credlens.web.commands import PAGES, for_page


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("See credlens gap --ads FOLDER.", 'See <a href="/me/goal">Goal</a>.'),
        ("Give one: credlens profile import FILE", 'Give one: <a href="/me/profile">Me</a>'),
        ("Keep what you say (--keep or --answers).", "Keep what you say."),
        ("credlens options SQL, then credlens compare ID ID.", '<a href="/me/options">Options</a>, then <a href="/me/compare">Compare</a>.'),
        ("Ask credlens doctor.", "Ask credlens doctor."),
        ("Nothing to do.", "Nothing to do."),
        ("credlens log apply --employer NAME", '<a href="/me/progress">Progress</a>'),
        ("<b>credlens plan</b> & more", '&lt;b&gt;<a href="/me/plan">Plan</a>&lt;/b&gt; &amp; more'),
        ("credlens catalog show & <i>", '<a href="/me/catalog">Catalog</a> &amp; &lt;i&gt;'),
    ],
)  # fmt: skip
def test_a_command_becomes_a_link_and_everything_else_text(words: str, shown: str) -> None:
    assert str(for_page(words, "me")) == shown


def test_every_named_command_is_one() -> None:
    for words in PAGES:
        found: click.Command | None = credlens
        for word in words.split():
            assert isinstance(found, click.Group), words
            found = found.get_command(click.Context(found), word)
        assert found is not None, words
