"""Use case: everything of a person gone, also from the raw bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from credlens.app.catalog.ports import Statement
from credlens.app.catalog.taking import proposed_id
from credlens.app.catalog.whole import merged
from credlens.app.keeping.ports import Held
from credlens.app.knowledge import Knowledge
from credlens.app.person import stored
from credlens.app.ports import Ports
from credlens.model.errors import CredlensError, OutsideError, UserError

ME = "me"

UNREACHED = (
    "files that you wrote elsewhere: exports, resumes, portfolios, reports and calendars made with --out, --html and the like",
    "copies of the folder that you or a backup program made",
    "what a disk or a file system keeps of files that are gone; encrypt the disk against that",
    "what you gave to others: badges, reviews and pages that you published",
)
"""What the program cannot reach."""


@dataclass(frozen=True)
class Erased:
    """What is gone, or would be.

    Attributes:
        person: as the command called them.
        gone: what was, or would be, removed.
        stays: what is not the person's.
        strange: names of files and folders in the home that this program did not put there, and leaves alone.
        done: whether it happened; else this is only what would be gone.
    """

    person: str
    home: str
    gone: tuple[Held, ...]
    stays: tuple[Held, ...]
    strange: tuple[str, ...]
    done: bool

    def to_json(self) -> dict[str, Any]:
        """``{"person", "home", "done", "gone", "stays", "left_alone", "unreached"}``."""
        return {
            "person": self.person,
            "home": self.home,
            "done": self.done,
            "gone": [each.to_json() for each in self.gone],
            "stays": [each.to_json() for each in self.stays],
            "left_alone": list(self.strange),
            "unreached": list(UNREACHED),
        }


def erase(ports: Ports, person: str, *, sure: bool = False) -> Erased:
    """Remove everything of the person; stopped at any moment, the next call finishes.

    Args:
        person: ``me``, the name in the profile, or the first or last part of it.
        sure: False only tells what would be gone.

    Raises:
        UserError: the profile here is of somebody else.
        OutsideError: the disk refuses, or another program uses the store. Then something may be left: erase again.
    """
    _must_be_here(ports, person)
    before = ports.keeping.found()
    if not sure:
        return Erased(person, str(ports.home), before.personal, before.public, before.strange, done=False)
    ports.keeping.erase(_renamed(ports))
    after = ports.keeping.found()
    if after.personal:
        left = ", ".join(f"{held.what} ({held.where})" for held in after.personal)
        raise OutsideError(
            f"Not everything is gone: {left}.",
            where=str(ports.home),
            what_to_do="Another command may have written meanwhile. Erase again.",
        )
    return Erased(person, str(ports.home), before.personal, after.public, after.strange, done=True)


def _must_be_here(ports: Ports, person: str) -> None:
    if person == ME:
        return
    try:
        name = stored(ports, Knowledge.of(ports)).name if ports.has_state() else ""
    except CredlensError:
        name = ""  # documents that cannot be read any more must not keep anybody from being erased
    parts = _plain(name).split()
    if name and _plain(person) in {_plain(name), parts[0], parts[-1]}:
        return
    matching = f"{ME} or {name!r}" if name else f"only {ME}, since no profile here has a name"
    raise UserError(f"Nobody here is called {person!r}.", where="PERSON", what_to_do=f"What matches: {matching}.")


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _renamed(ports: Ports) -> dict[str, str]:
    """New ids for credentials that published catalogs speak of under the id of a record of the person's own, which is made of its title."""
    if not ports.has_state() or not (mine := [r.name for r in ports.store().records()]):
        return {}
    catalog = ports.catalog()
    said = {name: told for name, told in catalog.current(mine).items() if told}
    if not said:
        return {}
    starter = Knowledge(ports, own=False).curated
    found: dict[str, str] = {}
    for name, statements in said.items():
        if name not in starter:
            wanted = _named(statements)
            taken = wanted != name and (wanted in starter or wanted in found.values() or catalog.entry_titles([wanted]))
            found[name] = f"{wanted}-{statements[0].digest[:8]}" if taken else wanted
    return {old: new for old, new in found.items() if old != new}


def _named(statements: Sequence[Statement]) -> str:
    """The id that they would have got without the record of the person's own."""
    try:
        return proposed_id(merged(None, statements))
    except OutsideError:  # a damaged record
        return f"credential-{statements[0].digest[:8]}"
