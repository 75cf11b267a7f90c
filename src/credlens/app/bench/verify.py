"""How fast badges are verified, and whether tampered ones are.

All badges are of a made-up world that is in memory. Seconds are processor time of one process that has verified such a badge before, except for
the many badges in child processes, where it is time on the clock.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from statistics import median
from typing import Any

from credlens.app.bench.badges.driving import AT, verified
from credlens.app.bench.badges.mutating import Tamperer, meaning
from credlens.app.bench.badges.world import Sample, shared
from credlens.app.ports import Ports
from credlens.app.verifying.ports import Job
from credlens.model.verification import Verdict
from credlens.verify.inquiry import Settings
from credlens.verify.needs import Document, Missing, Need, Reply, Why

REPEAT, MUTATIONS, MANY = 100, 10_000, 10_000
WARM = 5  # runs before anything is counted
LIMITS_MS = {"jwt": 1.0, "jcs": 1.0, "rdfc": 30.0}
"""Median milliseconds for each that are asked for."""
SHOWN = 10  # accepted changes that are listed

Figures = Mapping[str, Any]
Apart = Callable[[str, Sequence[dict[str, Any]]], list[dict[str, Any]]]
"""Runs a piece of a bench once for each set of arguments, several at once, and gives the figures in their order."""


@dataclass(frozen=True)
class VerifyBench:
    """All figures.

    Attributes:
        speeds: for each way of securing: ``n``, ``median_ms``, ``p95_ms``, ``max_ms``, and the verdict.
        mutations: what came of tampered badges; None when none were asked for.
        many: what many badges in child processes took; None when none were asked for.
    """

    speeds: tuple[Figures, ...]
    mutations: Figures | None
    many: Figures | None

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens bench verify --json``."""
        limits = [
            {
                "what": s["what"],
                "median_ms": s["median_ms"],
                "asked_ms": LIMITS_MS[s["class"]],
                "kept": s["median_ms"] <= LIMITS_MS[s["class"]],
            }
            for s in self.speeds
            if s["class"] in LIMITS_MS
        ]
        return {"speeds": list(self.speeds), "limits": limits, "mutations": self.mutations, "many": self.many}


def verify(
    ports: Ports,
    *,
    repeat: int = REPEAT,
    mutations: int = MUTATIONS,
    many: int = MANY,
    cores: int = 1,
    apart: Apart | None = None,
    clock: Callable[[], float] | None = None,
) -> VerifyBench:
    """Measure.

    Args:
        repeat: verifications of each badge.
        mutations: tampered badges; 0 for none.
        many: badges that are verified in child processes; 0 for none.
        cores: processes that tamper at once.
        apart: runs parts of it in processes of their own; in this one when None.
        clock: seconds since some moment, for what is done in child processes; the moment badges are judged for when None, and that may
            stand still.
    """
    speeds = tuple(_speed(ports, sample, repeat) for sample in shared().samples)
    return VerifyBench(
        speeds,
        _mutations(ports, mutations, cores, apart) if mutations else None,
        _many(ports, many, clock or (lambda: ports.now().timestamp())) if many else None,
    )


def _speed(ports: Ports, sample: Sample, repeat: int) -> Figures:
    documents, times = shared().documents, []
    for run in range(WARM + repeat):
        start = ports.cpu_seconds()
        report = verified(sample.data, documents)
        if run >= WARM:
            times.append((ports.cpu_seconds() - start) * 1000)
    times.sort()
    return {
        "what": f"{sample.format} {sample.name}, {sample.proof}",
        "format": sample.format,
        "proof": sample.proof,
        "class": _class(sample),
        "verdict": report.verdict.value,
        "n": repeat,
        "median_ms": round(median(times), 3),
        "p95_ms": round(times[int(0.95 * (len(times) - 1))], 3),
        "max_ms": round(times[-1], 3),
    }


def _class(sample: Sample) -> str:
    """Badges that may take as long as each other; only those with one signature and nothing to look up are held to a limit."""
    alone = sample.name == "badge" or sample.name.startswith("of a")
    if not alone:
        return "other"
    if "-" not in sample.proof:
        return "jwt"
    return "jcs" if "jcs" in sample.proof else "rdfc" if "rdfc" in sample.proof else "other"


def _mutations(ports: Ports, wanted: int, cores: int, apart: Apart | None) -> Figures:
    """So many tampered badges, in as many processes as there are cores."""
    shares = [wanted // cores + (i < wanted % cores) for i in range(cores)]
    asked = [{"seed": seed, "wanted": share} for seed, share in enumerate(shares) if share]
    parts = apart("verify_mutations", asked) if apart else [tamper(ports, **each) for each in asked]
    verdicts: Counter[str] = Counter()
    ways: dict[str, Counter[str]] = {}
    for part in parts:
        verdicts.update(part["verdicts"])
        for way, counts in part["ways"].items():
            ways.setdefault(way, Counter()).update(counts)
    slowest = max(parts, key=lambda part: float(part["slowest_ms"]))
    return {
        "n": sum(part["n"] for part in parts),
        "unchanged": sum(part["unchanged"] for part in parts),
        "false_verified": sum(part["false_verified"] for part in parts),
        "examples": [example for part in parts for example in part["examples"]][:SHOWN],
        "crashes": [crash for part in parts for crash in part["crashes"]][:SHOWN],
        "verdicts": dict(sorted(verdicts.items())),
        "ways": {way: dict(sorted(counts.items())) for way, counts in sorted(ways.items())},
        "slowest_ms": slowest["slowest_ms"],
        "slowest": slowest["slowest"],
        "peak_memory_mb": max((part["peak_memory_mb"] or 0 for part in parts), default=None),
        "cpu_s": round(sum(part["cpu_s"] for part in parts), 1),
    }


def tamper(ports: Ports, *, seed: int, wanted: int) -> dict[str, Any]:
    """Verify so many tampered badges, and count those that pass although they say something else than what was signed.

    A badge that says the same after the change (other spaces, another order of names) may pass: nothing was forged.
    """
    world = shared()
    said = {id(sample): meaning(sample.data) for sample in world.samples}
    verdicts: Counter[str] = Counter()
    ways: dict[str, Counter[str]] = {}
    examples, crashes, unchanged, false = [], [], 0, 0
    slowest, slow = 0.0, ""
    begun = ports.cpu_seconds()
    for sample, way, data in islice(Tamperer(world, seed).tampered(), wanted):
        start = ports.cpu_seconds()
        try:
            verdict = verified(data, world.documents).verdict
        except Exception as error:  # noqa: BLE001 - whatever goes wrong here is what is looked for
            crashes.append(
                {"what": f"{sample.format} {sample.name}, {sample.proof}", "way": way, "error": repr(error)[:300]}
            )
            continue
        took = (ports.cpu_seconds() - start) * 1000
        if took > slowest:
            slowest, slow = took, f"{sample.format} {sample.name}, {sample.proof}: {way}"
        verdicts[verdict.value] += 1
        ways.setdefault(way, Counter())[verdict.value] += 1
        if verdict is Verdict.VERIFIED and meaning(data) == said[id(sample)]:
            unchanged += 1
        elif verdict is Verdict.VERIFIED:
            false += 1
            what = f"{sample.format} {sample.name}, {sample.proof}"
            examples.append({"what": what, "way": way, "badge": data[:4000].decode("utf-8", "replace")})
    peak = ports.peak_memory()
    return {
        "n": wanted,
        "unchanged": unchanged,
        "false_verified": false,
        "examples": examples[:SHOWN],
        "crashes": crashes[:SHOWN],
        "verdicts": dict(verdicts),
        "ways": {name: dict(counts) for name, counts in ways.items()},
        "slowest_ms": round(slowest, 1),
        "slowest": slow,
        "peak_memory_mb": round(peak / 2**20, 1) if peak else None,
        "cpu_s": round(ports.cpu_seconds() - begun, 1),
    }


def _many(ports: Ports, wanted: int, clock: Callable[[], float]) -> Figures:
    """So many badges in child processes, as a folder of them is verified."""
    world = shared()
    jobs = [Job(f"{i}", world.samples[i % len(world.samples)].data) for i in range(wanted)]

    def answer(_job: Job, need: Need) -> Reply:
        data = world.documents.get(need.url)
        return Missing(need.url, Why.NOT_FOUND, "There is none.") if data is None else Document(need.url, data)

    start = clock()
    verdicts = Counter(report.verdict.value for _, report in ports.verifier.verify(jobs, Settings(AT), answer))
    seconds = clock() - start
    return {
        "n": wanted,
        "kinds": len(world.samples),
        "seconds": round(seconds, 2),
        "per_second": round(wanted / seconds) if seconds else None,
        "verdicts": dict(sorted(verdicts.items())),
    }
