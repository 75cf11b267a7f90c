"""How fast texts are read, in each tier, beside two libraries that only look phrases up.

Every run begins anew: nothing is remembered of the runs before it, so that each ad is met for the first time, though an ad may repeat the
sentences of one before it. Processor time is counted, which other programs on the machine disturb less than the clock.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from credlens.app.ads import read_paths
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.app.read import TIERS
from credlens.model.errors import UserError

UNASKED = (0, 1)  # tiers that are measured unless others are named: the third reads a few ads a second
RUNS = 3  # by default: enough to see whether they agree
_LEAST = 1e-9  # seconds: what a clock that stood still is taken for

Work = Callable[[str], object]
"""What is done with one text."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Texts a second of processor time, for each run."""

    runs: tuple[float, ...]

    def to_json(self) -> dict[str, Any]:
        """``{"median", "lowest", "highest", "runs"}``."""
        rounded = [round(r, 1) for r in self.runs]
        return {"median": median(rounded), "lowest": min(rounded), "highest": max(rounded), "runs": rounded}


@dataclass(frozen=True, slots=True)
class Peer:
    """Another library on the same names and texts.

    Attributes:
        speed: None when it was not measured; ``why`` says why not.
        places: names it finds a text, on average.
    """

    speed: Speed | None
    why: str = ""
    places: float = 0.0


@dataclass(frozen=True)
class ReadBench:
    """The figures.

    Attributes:
        ads, characters: how many distinct ads, and their characters in all.
        taxonomy: name and version; ``names``: how many ways of writing skills were looked for.
        tiers: tier -> what was done -> its speed.
        peak_memory: of the process when the tiers had been measured, in bytes; None where the system does not say.
        peers: library -> its figures.
    """

    ads: int
    characters: int
    taxonomy: str
    names: int
    tiers: Mapping[int, Mapping[str, Speed]]
    peak_memory: int | None
    peers: Mapping[str, Peer] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens bench read --json``."""
        return {
            "ads": self.ads,
            "characters": self.characters,
            "taxonomy": self.taxonomy,
            "names": self.names,
            "tiers": {
                str(tier): {what: speed.to_json() for what, speed in done.items()} for tier, done in self.tiers.items()
            },
            "peak_memory_mb": None if self.peak_memory is None else round(self.peak_memory / 1e6, 1),
            "peers": {name: self._peer(peer) for name, peer in self.peers.items()},
        }

    def _peer(self, peer: Peer) -> dict[str, Any]:
        if peer.speed is None:
            return {"not_checked": peer.why}
        ours = next((done["skills"] for done in self.tiers.values() if "skills" in done), None)
        ratio = median(ours.runs) / median(peer.speed.runs) if ours else None
        return {
            "ads_per_second": peer.speed.to_json(),
            "places_per_ad": round(peer.places, 1),
            "ratio": None if ratio is None else round(ratio, 2),
        }


def read(
    ports: Ports, ads: Sequence[Path], *, tiers: Sequence[int] = (), repeat: int = RUNS, peers: bool = True
) -> ReadBench:
    """Measure how fast ads are read.

    Args:
        ports: the doors.
        ads: files or folders with ads.
        tiers: which; the fast ones when none is named.
        repeat: runs of each.
        peers: whether to measure other libraries in the same way.

    Raises:
        UserError: a tier is asked for that is not there, or less than one run.
        InputError: not one ad could be read.
    """
    if repeat < 1:
        raise UserError("At least one run is needed.", where="--repeat", what_to_do="Give 1 or more.")
    texts = [p.text for p in read_paths(ports, ads).postings]
    measured: dict[int, dict[str, Speed]] = {}
    for tier in dict.fromkeys(tiers or UNASKED):
        if tier not in TIERS:
            raise UserError(f"There is no tier {tier} of reading.", where="--tier", what_to_do=f"Use one of {TIERS}.")
        measured[tier] = _tier(ports, texts, tier, repeat)
    peak = ports.peak_memory()
    taxonomy = Knowledge(ports).taxonomy
    names = list(dict.fromkeys(a.text for s in taxonomy for a in s.aliases))
    found = {name: peer(ports, names, texts, repeat) for name, peer in PEERS.items()} if peers else {}
    title = f"{taxonomy.name} {taxonomy.version}"
    return ReadBench(len(texts), sum(map(len, texts)), title, len(names), measured, peak, found)


def _tier(ports: Ports, texts: Sequence[str], tier: int, repeat: int) -> dict[str, Speed]:
    """The speed of a tier: everything that is read; in the first tier also the skills alone, and again what was read before."""
    whole, skills, again = [], [], []
    for _ in range(repeat):
        _forget()
        knowledge = _fresh(ports)
        whole.append(_speed(ports, partial(knowledge.reader.read, linked=knowledge.linked(tier)), texts))
        del knowledge
        if tier == 0:
            _forget()
            reader = _fresh(ports).reader
            skills.append(_speed(ports, reader.skills, texts))
            again.append(_speed(ports, reader.skills, texts))
            del reader
    first = {"skills": Speed(tuple(skills)), "skills_again": Speed(tuple(again))} if skills else {}
    return {**first, "everything": Speed(tuple(whole))}


def _forget() -> None:
    """Free what the run before held, so that the peak is that of one run: a large taxonomy is kept out of the search for garbage."""
    gc.unfreeze()
    gc.collect()


def _fresh(ports: Ports) -> Knowledge:
    """Knowledge that remembers no text, with its reader made."""
    for name, module in sorted(sys.modules.items()):
        if name.startswith("credlens.skills"):
            for value in list(vars(module).values()):
                forget = None if isinstance(value, type) else getattr(value, "cache_clear", None)
                if callable(forget):
                    forget()
    knowledge = Knowledge(ports)
    knowledge.reader.read("")  # what is only made when the first text comes is made now
    return knowledge


def _speed(ports: Ports, work: Work, texts: Iterable[str]) -> float:
    before = ports.cpu_seconds()
    count = sum(work(text) is not None for text in texts)
    return count / max(ports.cpu_seconds() - before, _LEAST)


def _aho_corasick(ports: Ports, names: Sequence[str], texts: Sequence[str], repeat: int) -> Peer:
    """The plain automaton: lower case, and no word boundaries, forms or judgement."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    automaton = AhoCorasick([n.lower() for n in names], matchkind=MatchKind.LeftmostLongest)
    return _peer(ports, lambda text: automaton.find_matches_as_indexes(text.lower()), texts, repeat)


def _flashtext(ports: Ports, names: Sequence[str], texts: Sequence[str], repeat: int) -> Peer:
    try:
        from flashtext import KeywordProcessor
    except ImportError:
        return Peer(None, "flashtext is not installed")
    processor = KeywordProcessor()
    for name in names:
        processor.add_keyword(name)
    return _peer(ports, processor.extract_keywords, texts, repeat)


def _peer(ports: Ports, work: Callable[[str], Sequence[object]], texts: Sequence[str], repeat: int) -> Peer:
    places = sum(len(work(text)) for text in texts)
    return Peer(Speed(tuple(_speeds(ports, work, texts, repeat))), places=places / len(texts))


def _speeds(ports: Ports, work: Work, texts: Sequence[str], repeat: int) -> Iterator[float]:
    for _ in range(repeat):
        yield _speed(ports, work, texts)


PEERS: Mapping[str, Callable[[Ports, Sequence[str], Sequence[str], int], Peer]] = {
    "aho_corasick": _aho_corasick,
    "flashtext": _flashtext,
}
"""Other libraries by name."""
