"""What every test shares."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

# Read when numpy is first imported, as for the command line: a second thread of its own for each of the processes that run tests only costs time.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_name, "1")

# Tests start a few hundred processes. Where Python is told to keep no bytecode, each of them would compile the program and its libraries anew,
# and each run the tests. It is kept where pytest keeps its own things, and the sources stay as clean as they were to be.
if sys.dont_write_bytecode:
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(Path(__file__).parents[1] / ".pytest_cache" / "bytecode")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix

from hypothesis import settings

# A law holds or it does not; how fast a busy machine shows it is no part of it.
settings.register_profile("default", deadline=None)
settings.load_profile("default")

if TYPE_CHECKING:
    from credlens.model.skill import Taxonomy
    from credlens.skills.linking.mentions import Linked

REMEMBERED = 16  # calls of each function: the starter data, a small world, and a few that imported something


def told_by(given: Any) -> Any:
    """What tells arguments apart: bytes and texts by what they say, lists by what they hold, anything else by which object it is."""
    if isinstance(given, list | tuple):
        return tuple(told_by(part) for part in given)
    return given if isinstance(given, bytes | str) else id(given)


def new_lists(found: Any) -> Any:
    """The same with lists of its own, so that nobody changes what others get."""
    if type(found) is tuple:
        return tuple(new_lists(part) for part in found)
    return list(found) if isinstance(found, list) else found


def once(pure: Callable[..., Any], most: int = REMEMBERED) -> Callable[..., Any]:
    """A function without side effects that remembers: the same arguments give what they gave before."""
    known: dict[Any, tuple[Any, Any]] = {}

    def call(*given: Any, **named: Any) -> Any:
        key = told_by([*given, *named, *named.values()])
        if key not in known:
            if len(known) == most:
                del known[next(iter(known))]
            known[key] = pure(*given, **named), (given, named)  # the arguments stay, lest another object gets their id
        return new_lists(known[key][0])

    return call


@pytest.fixture(scope="session", autouse=True)
def starter_read_once() -> Iterator[None]:
    """What is made of the data that come with the program is made once in a process, and not by every command that a test runs.

    Only pure functions are remembered, by the bytes they read and the objects they were given: other data are read anew.
    """
    from credlens.app import knowledge, known_skills
    from credlens.app.knowledge import Knowledge
    from credlens.evaluate.registers import loading as registers

    places: list[tuple[Any, str]] = [
        (knowledge.yaml_files, "read"),
        (knowledge.regulated, "read"),
        (registers, "read"),
        (knowledge.founded, "read"),
        (knowledge.portfolio, "read_projects"),
        (knowledge.portfolio, "read_communities"),
        (known_skills.ambiguity, "read"),
        (known_skills.prose, "read"),
        (knowledge, "read_studies"),
        (knowledge, "read_names"),
        (knowledge, "build"),
        (knowledge, "Reader"),
        (known_skills, "Reader"),
    ]
    links: dict[Any, tuple[Taxonomy, Linked]] = {}
    link = Knowledge._link

    def linked(self: Knowledge, tier: int) -> Linked:
        if self.imported or tier > 1:  # what is built then is kept in the home folder
            return link(self, tier)
        key = told_by([self.taxonomy, self._starter("reading", "")])
        if key not in links:
            links[key] = self.taxonomy, link(self, tier)
        return links[key][1]

    with pytest.MonkeyPatch.context() as patch:
        for place, name in places:
            patch.setattr(place, name, once(getattr(place, name)))
        patch.setattr(knowledge, "as_name", once(knowledge.as_name, most=1000))
        patch.setattr(Knowledge, "_link", linked)
        patch.setattr(known_skills, "TAXONOMIES", {"starter": once(known_skills.TAXONOMIES["starter"])})
        yield
