from __future__ import annotations

import pytest

from credlens.app.verifying.driving import driven
from credlens.verify.needs import Kind, Missing, Need, Reply, Steps, Why


def asking(*urls: str) -> Steps[list[str]]:
    found = []
    for url in urls:
        reply = yield Need(url, Kind.ISSUER, 10)
        found.append(reply.url)
    return found


def none(need: Need) -> Reply:
    return Missing(need.url, Why.NOT_FOUND, "")


@pytest.mark.parametrize("urls", [(), ("a",), ("a", "b", "a")])
def test_steps_are_answered_until_they_end(urls: tuple[str, ...]) -> None:
    assert driven(asking(*urls), none) == list(urls)


def test_what_the_answer_raises_is_raised() -> None:
    def broken(need: Need) -> Reply:
        raise KeyError(need.url)

    with pytest.raises(KeyError, match="a"):
        driven(asking("a"), broken)
