"""What the use cases need from outside, as small protocols. ``io`` implements them; tests hand in simple ones."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from credlens.app.issuing.ports import IssuerStore
from credlens.app.keeping.ports import KeepingStore
from credlens.app.learning.ports import LogStore
from credlens.app.market.ports import MarketStore
from credlens.app.presenting.ports import ShowcaseStore
from credlens.app.progress import Progress, silent, unsaid
from credlens.app.remembering import Remember, forgetful, no_stamp
from credlens.app.verifying.ports import Fetcher, RegistryStore, Verifier
from credlens.app.wallet.ports import WalletStore
from credlens.model.card import Correction
from credlens.model.errors import Problem
from credlens.model.posting import Posting
from credlens.model.skill import SkillLevel
from credlens.model.taxonomy import ImportedTaxonomy, TaxonomyInfo
from credlens.skills.taxonomies.tables import Release

if TYPE_CHECKING:
    import numpy as np

    from credlens.app.catalog.ports import CatalogDoor
    from credlens.skills.linking.encoder import Encode


@dataclass(frozen=True, slots=True)
class NamedBytes:
    """A file's content with the name that messages call it by."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """The person's own word about a skill: ``known`` or not, and how far when they say so."""

    skill: str
    known: bool
    level: SkillLevel = SkillLevel.UNKNOWN


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A person's document.

    Attributes:
        opened: its lines as JSON, when it had to be opened in a process of its own (PDF, DOCX), so that this happens once; None else.
    """

    name: str
    data: bytes
    opened: str | None = None


@dataclass(frozen=True)
class Target:
    """What a person is aiming at, with the distinct ads it was read from.

    Attributes:
        read: ads before the same text was merged.
        occupation: id of a regulated occupation, when the target is one.
    """

    name: str
    postings: tuple[Posting, ...]
    read: int
    occupation: str | None = None
    jurisdiction: str | None = None


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan as it was kept (JSON), with its place among all of them and the day it was made."""

    position: int
    made: date
    content: str


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """Something that happened (JSON): the place of the plan that was followed then, and the day it was told."""

    after: int
    told: date
    content: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a person has come, told without reading what they gave.

    Attributes:
        target: the goal in words; empty when there is none.
        ads: distinct ads of the target.
        documents, plans, badges, applications: how many are kept.
    """

    target: str = ""
    ads: int = 0
    documents: int = 0
    plans: int = 0
    badges: int = 0
    applications: int = 0


class Files(Protocol):
    """Files that a person names."""

    def read(self, path: Path) -> NamedBytes:
        """One file's content, or that of standard input for ``-``. Raises InputError when it cannot be read, is a folder, or is too large."""
        ...

    def lines(self, path: Path) -> Iterator[bytes]:
        """A file's lines, one at a time, or those of standard input for ``-``; a very long line is cut.

        Raises InputError when the file cannot be read or is a folder.
        """
        ...

    def size(self, path: Path) -> int:
        """How many bytes a file has; 0 when nobody knows, as of a pipe."""
        ...

    def stamp(self, path: Path) -> tuple[int, int]:
        """(bytes, time of the last change in nanoseconds) of a file, which tell whether it is still the same; zeros when nobody knows."""
        ...

    def open(self, path: Path) -> AbstractContextManager[BinaryIO]:
        """A file opened for reading, of any size, which can be sought in when it is one on a disk.

        Raises InputError when it cannot be read or is a folder, also while it is being read.
        """
        ...

    def paths(self, paths: Sequence[Path], wanted: Callable[[str], bool]) -> tuple[list[Path], list[Problem]]:
        """Every wanted file in these files and folders, in name order, unread; a named file is always taken, even when there is none.

        Folders without a wanted file come back as problems.
        """
        ...

    def walk(self, paths: Sequence[Path], wanted: Callable[[str], bool]) -> tuple[list[NamedBytes], list[Problem]]:
        """Every wanted file in these files and folders, in name order; a named file is always taken.

        Files that cannot be read, and folders without a wanted file, come back as problems.
        """
        ...

    def place(self, path: Path, option: str) -> None:
        """See that a text file can lie there, before anything is reckoned for it.

        Raises UserError, naming the option, when it is a folder, or when its folder is not there or may not be written to.
        """
        ...

    def write(self, path: Path, content: str | bytes) -> Path:
        """Write a file in one step, text as UTF-8: the old content stays until the new one is whole. Returns its full path."""
        ...

    def is_folder(self, path: Path) -> bool:
        """Whether there is a folder of that name."""
        ...

    def read_inside(self, folder: Path, name: str, most: int) -> NamedBytes | None:
        """A file below a folder by its relative name, of at most so many bytes; None when there is none.

        Raises InputError when the name or a link leads out of the folder, or when it cannot be read or is larger.
        """
        ...

    def place_folder(self, path: Path, option: str, marker: str) -> None:
        """See that a folder can be written there, before anything is reckoned for it.

        Raises UserError, naming the option, when it is a file, holds files without the ``marker`` of :meth:`write_folder` among them, or may not
        be written to.
        """
        ...

    def write_folder(self, path: Path, files: Mapping[str, bytes], marker: str) -> Path:
        """Write a folder in one step: the old one stays until the new one is whole. Returns its full path.

        Args:
            path: what was written there before is replaced; what lies beside it in the folder stays.
            files: relative name with slashes -> content.
            marker: name of the file that lists them, by which they are known again.
        """
        ...


class Starter(Protocol):
    """The data that comes with the program."""

    def files(self, folder: str) -> list[NamedBytes]:
        """The files directly in a folder of the starter data, in name order; none when there is no such folder."""
        ...

    def folders(self, folder: str) -> list[str]:
        """Names of the folders in a folder of the starter data, in order."""
        ...


class Store(Protocol):
    """A person's state. Every method is one transaction: it happens as a whole or not at all."""

    def documents(self) -> tuple[StoredDocument, ...]:
        """The person's documents (resumes), oldest first."""
        ...

    def replace_documents(self, documents: Sequence[StoredDocument]) -> None:
        """Keep these documents instead of the ones there were; claims and corrections stay."""
        ...

    def corrections(self) -> tuple[Correction, ...]:
        """The person's verdicts on review cards, by card id."""
        ...

    def correct(self, correction: Correction) -> None:
        """Remember one; the newest on a card counts."""
        ...

    def forget_correction(self, card: str) -> None:
        """The person has said nothing of a card."""
        ...

    def preferences(self) -> Mapping[str, str]:
        """What the person can spend, where they want to work and what matters to them, as they said it, by name."""
        ...

    def prefer(self, name: str, value: str | None) -> None:
        """Remember one; None forgets it."""
        ...

    def claims(self) -> tuple[StoredClaim, ...]:
        """The person's own words about skills, by skill id."""
        ...

    def claim(self, claim: StoredClaim) -> None:
        """Remember one; the newest about a skill counts."""
        ...

    def forget_claim(self, skill: str) -> None:
        """The person has said nothing of a skill."""
        ...

    def target(self) -> Target | None:
        """The current target; None when there is none yet."""
        ...

    def save_target(self, target: Target) -> None:
        """Make this the current target."""
        ...

    def records(self) -> tuple[NamedBytes, ...]:
        """Catalog records the person imported, by id."""
        ...

    def save_records(self, records: Iterable[NamedBytes]) -> None:
        """Add or replace catalog records by id."""
        ...

    def remove_record(self, name: str) -> None:
        """Forget the catalog record with this id; nothing happens when there is none."""
        ...

    def save_plan(self, made: date, text: str) -> None:
        """Keep a plan (JSON) with the day it was made."""
        ...

    def plans(self) -> tuple[StoredPlan, ...]:
        """Every plan that was kept, oldest first."""
        ...

    def events(self) -> tuple[StoredEvent, ...]:
        """What happened to plans, in the order it was told."""
        ...

    def save_replanned(self, made: date, events: Sequence[str], text: str | None, after: int) -> None:
        """Keep what happened since the plan in place ``after`` (JSON, in order), and the plan made from it unless None."""
        ...

    def take_back(self, events: int, after: int) -> None:
        """Forget so many events, those told last, and every plan after the one in place ``after``: all of it or nothing."""
        ...

    def standing(self) -> Standing:
        """How far the person has come; quick however much is kept."""
        ...

    def check(self) -> tuple[str, ...]:
        """What is wrong with the store, in words; empty when nothing is."""
        ...

    @property
    def place(self) -> str:
        """Where the state lives, in words."""
        ...


class TaxonomyStore(Protocol):
    """Imported taxonomies, and arrays computed from them. What is saved replaces what was there as a whole or not at all."""

    def release(self, path: Path, wanted: Callable[[str], bool]) -> Release:
        """The wanted files of a published release: a folder, a zip archive, or one file.

        Raises InputError when it cannot be read, or is not safe to unpack.
        """
        ...

    def imported(self) -> tuple[TaxonomyInfo, ...]:
        """What was imported, in the order of import; one release of each name. Raises OutsideError when one cannot be read."""
        ...

    def save(
        self, taxonomy: ImportedTaxonomy, *, imported: date, problems: int, sources: Sequence[tuple[str, str]]
    ) -> TaxonomyInfo:
        """Keep a taxonomy in the place of any other release of its name; ``sources`` are (file, SHA-256)."""
        ...

    def load(self, key: str) -> ImportedTaxonomy:
        """A taxonomy by the key of its info. Raises OutsideError when it cannot be read."""
        ...

    def save_arrays(self, name: str, digest: str, arrays: Mapping[str, np.ndarray]) -> None:
        """Keep a named set of arrays with a digest of everything they were computed from."""
        ...

    def load_arrays(self, name: str, digest: str) -> Mapping[str, np.ndarray] | None:
        """The arrays of a name, read-only; None when there are none computed from this digest."""
        ...


class EncoderDoor(Protocol):
    """The sentence encoder of the third tier, an optional part."""

    def missing(self) -> str | None:
        """What is not installed, in words; None when it can be opened."""
        ...

    def open(self) -> tuple[Encode, str]:
        """The encoder and the name of its model. Raises UserError when it is not installed."""
        ...


class Sandbox(Protocol):
    """Opens strangers' files where they can do no harm: in a process of their own that has little and may be killed."""

    def run(self, opener: str, data: bytes, where: str) -> str:
        """What an opener ("resume:pdf") makes of a file's bytes, as JSON; ``where`` is what messages call the file.

        Raises InputError when it cannot be read, or used too much time or memory; OutsideError when no process can be started.
        """
        ...


@dataclass(frozen=True)
class Ports:
    """The doors a use case may go through.

    Attributes:
        home: folder that holds the state; reports go below it.
        today: the day plans start from and ages are counted to.
        store: opened, and made if need be, on first call.
        has_state: whether there is a store already, so that looking leaves no file behind.
        taxonomies: what the person imported.
        market: what was counted out of many ads.
        cpu_seconds: processor time used so far.
        peak_memory: most memory used at once so far, in bytes; None where the system does not say.
        sandbox: where PDF and DOCX are opened.
        catalog: what imported catalogs say, and the index to search in: in the store as soon as there is one, so that whoever writes calls
            ``store`` first; else in memory.
        wallet: the person's badges; opened, and made if need be, on first call.
        showcase: projects, notes and decisions of the person; opened, and made if need be, on first call.
        log: the person's applications and what came of them; opened, and made if need be, on first call.
        keeping: everything of the person at once, to go out, come back or be erased.
        issuing: keys to issue badges with, and what is noted about them.
        registries: lists of issuers that the person trusts.
        verifier: where badges are verified.
        fetcher: the door to the web; opened only for who allows it.
        now: the moment badges are judged for, with a zone.
        chance: a number of 64 bits that nobody can foresee.
        news: tells a waiting person in a sentence what was found so far.
        remember: keeps what was worked out, for who asks again and again.
        stamp: tells states of everything stored apart; the same as long as nothing was stored.
    """

    files: Files
    starter: Starter
    store: Callable[[], Store]
    has_state: Callable[[], bool]
    today: date
    home: Path
    taxonomies: TaxonomyStore
    encoder: EncoderDoor
    market: MarketStore
    cpu_seconds: Callable[[], float]
    peak_memory: Callable[[], int | None]
    sandbox: Sandbox
    catalog: CatalogDoor
    wallet: Callable[[], WalletStore]
    showcase: Callable[[], ShowcaseStore]
    log: Callable[[], LogStore]
    keeping: KeepingStore
    issuing: IssuerStore
    registries: RegistryStore
    verifier: Verifier
    fetcher: Callable[[], Fetcher]
    now: Callable[[], datetime]
    chance: Callable[[], int]
    progress: Progress = silent
    news: Callable[[str], None] = unsaid
    remember: Remember = forgetful
    stamp: Callable[[], Hashable] = no_stamp
