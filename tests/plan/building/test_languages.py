from __future__ import annotations

from typing import Any

import pytest

from credlens.plan.building.languages import foreign


@pytest.mark.parametrize(
    ("given", "speaks", "why"),
    [
        (("ja",), ("en",), "is given in Japanese only"),
        (("ja", "fr"), ("en", "de"), "is given in French and Japanese only"),
        (("pt-BR",), ("pt",), ""),
        (("zh-Hans",), ("zh-TW",), ""),
        (("en", "ja"), ("en",), ""),
        (("ja",), (), ""),  # the person did not say
        (("qqq",), ("en",), "is given in qqq only"),
    ],
)
def test_languages_are_compared_by_their_primary_subtag(world: Any, given: Any, speaks: Any, why: str) -> None:
    assert foreign(world.credential("c", languages=given), speaks) == why


def test_one_source_with_a_language_that_fits_is_enough_and_unknown_ones_do_not_count(world: Any) -> None:
    assert foreign(world.credential("c", languages=world.conflict(("ja",), ("en",))), ("en",)) == ""
    assert foreign(world.credential("c", languages=world.unknown), ("en",)) == ""


def test_a_foreign_credential_is_left_out_unless_it_is_fixed(world: Any, made: Any) -> None:
    credential, limits = world.credential("c", "sql core", languages=("de",)), world.limits(languages=("en",))
    found = made(credential, limits=limits)
    assert (found.offers, found.excluded, found.extras) == ((), (("c", "is given in German only"),), ())
    assert len(made(credential, limits=limits, fixed=["c"]).offers) == 1


def test_languages_nobody_looked_up_are_remarked_for_who_asked(world: Any, made: Any) -> None:
    told = ("c", "In which languages it is given was not looked up.")
    assert made(world.credential("c", "sql core"), limits=world.limits(languages=("en",))).remarks == (told,)
    assert made(world.credential("c", "sql core")).remarks == ()
