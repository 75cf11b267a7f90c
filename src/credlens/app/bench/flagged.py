"""How often red flags are right: their verdicts held against labels that people wrote down for pairs of a credential and a person.

A file of labels is YAML: ``pairs:``, a list of ``{credential: ID, person: EXAMPLE, fires: [FLAG, ...]}`` where ``person`` is one of the example
persons with their ads. Flags that are not named must not fire. ``unsure: [FLAG, ...]`` leaves a flag of the pair out; ``note:`` says why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credlens.app.demo import placed
from credlens.app.knowledge import Knowledge
from credlens.app.ports import NamedBytes, Ports
from credlens.evaluate.flags import FLAGS
from credlens.model.errors import InputError, Problem
from credlens.model.scorecard import Flag, FlagState
from credlens.yamlfile import Record, load


@dataclass(frozen=True, slots=True)
class Label:
    """What somebody says of one pair."""

    credential: str
    person: str
    fires: frozenset[str]
    unsure: frozenset[str]


@dataclass(frozen=True)
class Flagged:
    """Verdicts against labels.

    Attributes:
        right, wrong, missed: by flag: fired and should, fired and should not, should and did not fire.
        silent: by flag: of those missed, how often it could not tell.
        cannot_tell: by flag, of all pairs.
        mistakes: (credential, person, flag, "wrong" or "missed", because).
    """

    pairs: int
    right: Mapping[str, int]
    wrong: Mapping[str, int]
    missed: Mapping[str, int]
    silent: Mapping[str, int]
    cannot_tell: Mapping[str, int]
    mistakes: tuple[tuple[str, str, str, str, str], ...]

    def to_json(self) -> dict[str, Any]:
        """``{"pairs", "fired", "precision", "recall", "cannot_tell", "by_flag", "mistakes"}``."""
        right, wrong, missed = (sum(of.values()) for of in (self.right, self.wrong, self.missed))
        verdicts = self.pairs * len(self.cannot_tell)
        return {
            "pairs": self.pairs,
            "fired": right + wrong,
            "precision": _share(right, right + wrong),
            "recall": _share(right, right + missed),
            "cannot_tell": _share(sum(self.cannot_tell.values()), verdicts),
            "by_flag": {name: self._flag(name) for name in self.cannot_tell},
            "mistakes": [
                {"credential": c, "person": p, "flag": f, "mistake": what, "because": why}
                for c, p, f, what, why in self.mistakes
            ],
        }

    def _flag(self, name: str) -> dict[str, Any]:
        right, wrong, missed = (of.get(name, 0) for of in (self.right, self.wrong, self.missed))
        return {
            "right": right,
            "wrong": wrong,
            "missed": missed,
            "missed_as_cannot_tell": self.silent.get(name, 0),
            "cannot_tell": _share(self.cannot_tell[name], self.pairs),
        }


def _share(part: int, of: int) -> float | None:
    return round(part / of, 3) if of else None


STARTER = "labels"  # the folder of the starter data that holds labels of our own; how they came about: benchmarks/flags/GUIDE.md


def flagged(ports: Ports, knowledge: Knowledge, path: Path | None = None) -> Flagged:
    """Judge every labelled pair and compare.

    Args:
        ports: the doors.
        knowledge: with the catalog that the labels name.
        path: a file of labels; those of the starter data when None.

    Raises:
        InputError: the file is not one of labels, or names what there is not; every mistake is listed.
    """
    found = _labels(knowledge, ports.files.read(path) if path else ports.starter.files(STARTER)[0])
    judged = [(label, flag) for label, flags in _judged(ports, knowledge, found) for flag in flags]
    right, wrong, missed, silent = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    open_ = Counter(dict.fromkeys(FLAGS.names(), 0))
    mistakes = []
    for label, flag in judged:
        open_[flag.id] += flag.state is FlagState.CANNOT_TELL
        if flag.id in label.unsure:
            continue
        fires, should = flag.state is FlagState.FIRES, flag.id in label.fires
        right[flag.id] += fires and should
        wrong[flag.id] += fires and not should
        missed[flag.id] += should and not fires
        silent[flag.id] += should and flag.state is FlagState.CANNOT_TELL
        if fires is not should:
            what = "wrong" if fires else "missed"
            mistakes.append((label.credential, label.person, flag.id, what, flag.because))
    return Flagged(len(found), right, wrong, missed, silent, open_, tuple(mistakes))


def _judged(ports: Ports, knowledge: Knowledge, labels: Iterable[Label]) -> Iterable[tuple[Label, tuple[Flag, ...]]]:
    by_person: dict[str, list[Label]] = {}
    for label in labels:
        by_person.setdefault(label.person, []).append(label)
    for person, theirs in by_person.items():
        who, here, _ = placed(ports, knowledge, person)
        credentials = [knowledge.catalog[i] for i in dict.fromkeys(label.credential for label in theirs)]
        comparison = here.compare(credentials, who.limits, who.limits)
        yield from ((label, comparison.card(label.credential).flags) for label in theirs)


def _labels(knowledge: Knowledge, file: NamedBytes) -> list[Label]:
    top, problems = load(file.data, file.name)
    if top is None:
        raise InputError(problems)
    found = [_label(record, knowledge) for record in top.records("pairs")]
    top.finish()
    if not found:
        problems.append(Problem(file.name, "There are no labels in it.", "Write `pairs:` and a list below it."))
    if problems:
        raise InputError(problems)
    return found


def _label(record: Record, knowledge: Knowledge) -> Label:
    credential, person = record.text("credential"), record.text("person")
    if credential and credential not in knowledge.catalog:
        record.problem(
            "credential", f"The catalog has no {credential!r}.", "Look for it: credlens catalog search WORDS."
        )
    lists = {key: frozenset(record.strings(key)) if record.has(key) else frozenset() for key in ("fires", "unsure")}
    for key, names in lists.items():
        for name in sorted(names - set(FLAGS)):
            record.problem(key, f"There is no flag {name!r}.", f"Use some of: {', '.join(FLAGS)}.")
    record.optional("note")  # for people
    record.finish()
    return Label(credential, person, lists["fires"], lists["unsure"])
