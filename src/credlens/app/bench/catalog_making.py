"""A made catalog of any size for measuring: new combinations of real skills, kinds, providers and prices, with a fixed seed.

It is a table as providers export it, in several files, so that it goes through the same import as a real one. Words of descriptions follow
Zipf's law (the n-th commonest comes 1/n times as often as the commonest; Zipf 1949), since a search is slowest for the commonest. Nothing in it
is a statement about anything that exists.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np

from credlens.app.knowledge import Knowledge

COLUMNS = (
    "id", "title", "provider", "kind", "level", "language", "hours", "price", "price_per_month", "mode", "assessment", "skills", "description", "url",
)  # fmt: skip
SEED = 20_261_122
WORDS = (100, 150)  # in a description, fewest and most
COINED = 15_000  # words that only some descriptions have, as names of products and places are

# The commonest words of English, in about that order.
_COMMON = (
    "the and of to you in a for with will is on learn this course how as your that are by from be skills or an at can program using through it data "
    "students including we their have use which into work what these understand all not more learning other about also each well development basic "
    "industry they between new most when one has design needed who if our both make such over time some part key career"
)
# {name} is a coined word, as products, places and series are: few titles of a real catalog are the same word for word.
_TITLES = (
    "{0} {kind}", "Introduction to {0} with {name}", "{0} and {1}", "{0} for {name} {field}", "Advanced {0}: {name}", "Applied {0} with {1}",
    "{0}: {1} in {name}", "{name} {0} essentials", "{name} {0} level {n}", "Foundations of {0} and {1}",
)  # fmt: skip
_HOUSES = ("{}", "{} Academy", "{} Institute", "{} Online", "School of {}")
# Value and share, as in the catalogs that were looked at: most is short, online, in English, and cheap or by the month.
_KINDS = (
    ("Course", 55),
    ("Certificate of completion", 12),
    ("Professional certificate", 8),
    ("Certification", 10),
    ("Badge", 10),
    ("Micro-credential", 5),
)
_LEVELS = (("beginner", 45), ("intermediate", 30), ("advanced", 10), ("", 15))
_LANGUAGES = (("en", 78), ("es", 9), ("fr", 4), ("de", 3), ("pt", 3), ("en; es", 3))
_MODES = (("online", 75), ("blended", 8), ("on site", 7), ("", 10))
_ASSESSMENTS = (("quiz", 35), ("project", 12), ("written exam", 10), ("peer review; quiz", 8), ("", 35))
_HOURS = (
    ("", 25),
    ("2", 8),
    ("5", 10),
    ("10", 14),
    ("20", 14),
    ("40", 12),
    ("60", 6),
    ("120", 6),
    ("200", 3),
    ("400", 2),
)
_PRICES = (("", 40), ("free", 15), ("$49", 10), ("$99", 8), ("$199", 7), ("$300", 6), ("$595", 4), ("monthly", 10))
_MONTHLY = "$49"
_WORD = re.compile(r"[a-z]{3,}")


@dataclass(frozen=True)
class Parts:
    """What made records are put together from."""

    skills: tuple[str, ...]
    fields: tuple[str, ...]
    providers: tuple[str, ...]
    words: tuple[str, ...]

    @cached_property
    def shares(self) -> np.ndarray:
        """Running sums of how often each word comes, up to 1."""
        sums = np.cumsum(1 / np.arange(1, len(self.words) + 1))
        return np.asarray(sums / sums[-1])


def parts(knowledge: Knowledge) -> Parts:
    """The parts that the starter data gives, with a coined vocabulary behind its words."""
    skills = tuple(s.label for s in knowledge.starter)
    credentials = knowledge.curated.credentials.values()
    named = sorted({o.name for c in credentials for o in c.provider.candidates()})
    titles = (c.title for c in credentials)
    own = _words([*skills, *titles, *(a.text for s in knowledge.starter for a in s.aliases)])
    words = dict.fromkeys([*_COMMON.split(), *_shuffled([*own, *_coined()])])
    houses = tuple(house.format(name) for house in _HOUSES for name in named)
    return Parts(skills, tuple(knowledge.starter.fields.values()), houses, tuple(words))


def _words(texts: Iterable[str]) -> list[str]:
    return sorted({w for text in texts for w in _WORD.findall(text.casefold())})


def _shuffled(words: Sequence[str]) -> list[str]:
    return [words[i] for i in np.random.default_rng(SEED).permutation(len(words))]


def _coined() -> list[str]:
    syllables = ["".join(pair) for pair in product("bdfgklmnprstvz", "aeiou")]
    rng = np.random.default_rng(SEED)
    picks = rng.integers(0, len(syllables), (COINED, 4))
    return ["".join(syllables[i] for i in row[: 3 + n % 2]) for n, row in enumerate(picks)]


def rows(made_of: Parts, size: int) -> Iterator[dict[str, str]]:
    """``size`` records by :data:`COLUMNS`, the same ones each time."""
    rng = np.random.default_rng(SEED)
    lengths = rng.integers(WORDS[0], WORDS[1], size, endpoint=True)
    for n in range(size):
        skills = [made_of.skills[i] for i in rng.integers(0, len(made_of.skills), 6)]
        kind, level, language, mode, assessment, hours, price = (
            _pick(rng, choice) for choice in (_KINDS, _LEVELS, _LANGUAGES, _MODES, _ASSESSMENTS, _HOURS, _PRICES)
        )
        field = made_of.fields[rng.integers(len(made_of.fields))]
        name = made_of.words[-1 - int(rng.integers(COINED // 2))].capitalize()
        title = _TITLES[rng.integers(len(_TITLES))].format(*skills, kind=kind, field=field, name=name, n=1 + n % 4)
        words = np.searchsorted(made_of.shares, rng.random(lengths[n]))
        yield {
            "id": f"made-{n}",
            "title": title,
            "provider": made_of.providers[_zipf(rng, len(made_of.providers))],
            "kind": kind,
            "level": level,
            "language": language,
            "hours": hours,
            "price": "" if price == "monthly" else price,
            "price_per_month": _MONTHLY if price == "monthly" else "",
            "mode": mode,
            "assessment": assessment,
            "skills": "; ".join(dict.fromkeys(skills[: 2 + n % 5])),
            "description": " ".join(made_of.words[i] for i in words),
            "url": f"https://example.org/{n % 97}/{n}",
        }


def _zipf(rng: np.random.Generator, size: int) -> int:
    """A place below ``size``, the first ones oftenest."""
    return min(int(np.exp(rng.random() * np.log(size + 1))) - 1, size - 1)


def _pick(rng: np.random.Generator, choice: Sequence[tuple[str, int]]) -> str:
    place = rng.integers(sum(share for _, share in choice))
    for value, share in choice:
        place -= share
        if place < 0:
            return value
    return choice[-1][0]


def as_csv(records: Iterable[dict[str, str]]) -> str:
    """Records as a table with a heading."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue()
