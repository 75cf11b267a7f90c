"""The built market as the use cases ask it: is there one, which occupation is meant, which cells count."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.market.tables import ALL, FORMAT
from credlens.model.errors import UserError

if TYPE_CHECKING:
    import pyarrow as pa

EVERYTHING = "all occupations"


@dataclass(frozen=True, slots=True)
class BuiltOccupation:
    """An occupation of the market.

    Attributes:
        id: its taxonomy's id, ``title:`` and the plain title when none knows it, or ``*`` for all.
        taxonomy: esco, onet, starter, or ``title``.
        ads: that were taken for it.
        probability: mean probability that they are of it; None where the title itself is the key.
    """

    id: str
    label: str
    taxonomy: str
    ads: int
    probability: float | None

    @property
    def whole(self) -> bool:
        """Whether it stands for all occupations."""
        return self.id == ALL


@dataclass
class Built:
    """The market of a home.

    Args:
        ports: the doors.
        knowledge: what skills and credentials are called.
    """

    ports: Ports
    knowledge: Knowledge
    about: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def open(cls, ports: Ports) -> Built:
        """The market.

        Raises:
            UserError: none was built, or another version of the program built it.
        """
        built = cls.find(ports, Knowledge.of(ports))
        if built is None:
            raise UserError(
                "There is no market yet.",
                where="market",
                what_to_do="Build one from job ads: credlens market build FOLDER (text, HTML, JSON, CSV, Parquet).",
            )
        return built

    @classmethod
    def find(cls, ports: Ports, knowledge: Knowledge) -> Built | None:
        """The market; None when none was built that this version can use."""
        about = ports.market.about()
        return cls(ports, knowledge, dict(about)) if about is not None and about.get("format") == FORMAT else None

    def table(self, name: str, **equal: str) -> pa.Table:
        """Rows of a table whose columns have these values."""
        return self.ports.market.table(name, **equal)

    def rows(self, name: str, **equal: str) -> list[dict[str, Any]]:
        """The same as dictionaries."""
        found: list[dict[str, Any]] = self.table(name, **equal).to_pylist()
        return found

    @cached_property
    def occupations(self) -> tuple[BuiltOccupation, ...]:
        """Every occupation with ads, most ads first."""
        rows = self.rows("occupations")
        found = [BuiltOccupation(r["occupation"], r["label"], r["taxonomy"], r["ads"], r["probability"]) for r in rows]
        return tuple(sorted(found, key=lambda o: (-o.ads, o.id)))

    def occupation(self, words: str | None) -> BuiltOccupation:
        """The occupation that these words name: by id, by label, else as a title of an ad is read; all when None.

        Raises:
            UserError: no ad was taken for it; the nearest are named.
        """
        if words is None:
            ads = next(iter(self.rows("cells_whole", occupation=ALL, region=ALL)), {"ads": 0})["ads"]
            return BuiltOccupation(ALL, EVERYTHING, ALL, ads, None)
        found = self.named(words)
        if found is None:
            raise UserError(
                f"The market has no ad for {words!r}.",
                where="OCCUPATION",
                what_to_do=f"Did you mean {', '.join(self._near(words))}?"
                if self.occupations
                else "Build it with more ads.",
            )
        return found

    def named(self, words: str) -> BuiltOccupation | None:
        """The occupation that these words name; None when no ad was taken for it."""
        from credlens.app.market.order import Titles

        by_id = {o.id: o for o in self.occupations}
        by_label = {o.label.casefold(): o for o in reversed(self.occupations)}
        found = by_id.get(words) or by_label.get(words.casefold().strip())
        return found or by_id.get(Titles(self.knowledge).of(words, "", "")[0])

    def _near(self, words: str) -> list[str]:
        import difflib

        labels = {o.label.casefold(): o.label for o in self.occupations}
        near = [labels[m] for m in difflib.get_close_matches(words.casefold(), labels, n=3, cutoff=0.5)]
        return near or [o.label for o in self.occupations[:3]]
