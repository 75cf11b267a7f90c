"""What verifying needs from outside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from credlens.model.verification import Report
    from credlens.verify.inquiry import Settings
    from credlens.verify.needs import Need, Reply


@dataclass(frozen=True, slots=True)
class Job:
    """A badge to verify.

    Attributes:
        name: what the person calls it: a file, an address.
        data: its bytes, or those of its address.
    """

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class StoredRegistry:
    """A list of issuers as the person gave it.

    Attributes:
        data: the file's bytes, untouched.
        key: the did:key that it has to be signed with; empty for a list that is not signed.
    """

    name: str
    data: bytes
    key: str = ""


class RegistryStore(Protocol):
    """Where the lists of issuers that a person trusts are kept."""

    def all(self) -> tuple[StoredRegistry, ...]:
        """In the order of their names. Raises InputError when one cannot be read."""
        ...

    def keep(self, registry: StoredRegistry) -> None:
        """Keep one that is new. Raises OutsideError when the disk refuses."""
        ...

    def remove(self, name: str) -> bool:
        """Forget one; whether there was one. Raises OutsideError when the disk refuses."""
        ...


class Fetcher(Protocol):
    """Fetches documents from the web, and only from there. Several may be fetched at once, from several threads."""

    def fetch(self, need: Need) -> Reply:
        """The document, or in words why there is none; never raises for what the other side does."""
        ...


class Verifier(Protocol):
    """Verifies badges where strangers' bytes can do no harm."""

    def verify(
        self, jobs: Iterable[Job], settings: Settings, answer: Callable[[Job, Need], Reply]
    ) -> Iterator[tuple[Job, Report]]:
        """Each job with the report on it, in the order of the jobs, which are taken only as they are needed.

        Args:
            jobs: badges; iterated in the thread that asks for the results.
            settings: how to judge all of them.
            answer: the document that a badge asks for. Called from several threads, for several badges at once; what it raises ends the
                whole and is raised here.

        Raises:
            OutsideError: no process can be started.
        """
        ...
