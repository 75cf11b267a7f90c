"""Trains the judgement of job titles, and says on names held out how good it is.

    python benchmarks/train/titles.py esco=FOLDER onet=FOLDER

A part of the names of each taxonomy is taken out of the index and asked for again; another part is asked for as it stands; of names that
several occupations own some are hidden from one of them; some names are asked for with a word before them that nobody knows; the names of some
occupations are asked for with those occupations taken out altogether, so that the right answer is none. When several occupations own a name
the one that bears it as its label is right, else all of them are, in equal parts. One half of what is asked trains a conditional logit with
the answer "none" beside the close occupations, the other half tests it. Prints the weights for ``credlens.market.titles.judgement`` and, for
each taxonomy, accuracy, calibration, and precision and coverage at the threshold.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from credlens.io.releases import read_release
from credlens.market.titles.index import ACCEPTED, TitleIndex
from credlens.market.titles.judgement import FEATURES
from credlens.market.titles.plain import name_words, plain_title
from credlens.market.titles.words import LITTLE, singular
from credlens.model.occupation import Occupation
from credlens.skills.taxonomies import RELEASES

SEED = 7
HELD_OUT, SEEN, REMOVED = 0.08, 0.03, 0.08  # parts of the names, of the names for each other kind, of the occupations
SHARES = {
    "held out": 0.45,
    "seen": 0.20,
    "hidden": 0.02,
    "longer": 0.13,
    "none": 0.20,
}  # what each kind of question weighs
STRANGE = "Zyxware"  # a word of no taxonomy: the name of a product, a team
PENALTY = 1e-5  # on the squares of the weights
BINS = 10

Floats = npt.NDArray[np.float64]
Key = tuple[str, ...]
T = TypeVar("T")


@dataclass(frozen=True)
class Question:
    """A title with its close occupations: their features, and how right each of them is (0 to 1 in all)."""

    kind: str
    title: str
    features: Floats
    right: Floats


def key_of(name: str) -> Key:
    """The words that make a name: equal for names the index does not tell apart."""
    return tuple(sorted({singular(w) for w in name_words(name)[0] if w not in LITTLE}))


def names_of(occupation: Occupation) -> tuple[str, ...]:
    """All names of an occupation."""
    return (occupation.label, *occupation.titles)


def owners_of(occupations: Iterable[Occupation]) -> dict[Key, dict[str, float]]:
    """From each name to the occupations it may mean and how likely each is."""
    owners: dict[Key, set[str]] = defaultdict(set)
    labels: dict[Key, set[str]] = defaultdict(set)
    for occupation in occupations:
        labels[key_of(occupation.label)].add(occupation.id)
        for name in names_of(occupation):
            owners[key_of(name)].add(occupation.id)
    meant = {key: labels.get(key) or owned for key, owned in owners.items() if key}
    return {key: {o: 1 / len(owned) for o in sorted(owned)} for key, owned in meant.items()}


def without(occupation: Occupation, keys: set[Key]) -> Occupation:
    """An occupation without some of its names; one that has none left keeps a name nobody asks for."""
    left = [name for name in names_of(occupation) if key_of(name) not in keys]
    return replace(occupation, label=left[0] if left else "", titles=tuple(left[1:]))


def sample(chance: np.random.Generator, items: Sequence[T], n: int) -> list[T]:
    """Some of the items, each once, in a new order."""
    return [items[int(i)] for i in chance.permutation(len(items))[:n]]


def questions(occupations: Sequence[Occupation], seed: int) -> list[Question]:
    """Questions about one taxonomy, half of each kind for either use."""
    chance = np.random.default_rng(seed)
    gone = set(sample(chance, sorted(o.id for o in occupations), int(len(occupations) * REMOVED)))
    kept = [o for o in occupations if o.id not in gone]
    owners = owners_of(kept)
    writings: dict[Key, str] = {}
    for occupation in occupations:
        for name in names_of(occupation):
            if key_of(plain_title(name)) == key_of(name):  # else the title would ask for less than the name says
                writings.setdefault(key_of(name), name)
    shared = sorted(key for key, owned in owners.items() if len(owned) > 1)
    some = int(len(owners) * SEEN)
    asked = {
        "held out": sample(chance, sorted(owners), int(len(owners) * HELD_OUT)),
        "seen": sample(chance, sorted(owners), some),
        "hidden": sample(chance, shared, min(some, len(shared) // 2)),
        "longer": sample(chance, sorted(owners), some),
        "none": sorted({key_of(n) for o in occupations if o.id in gone for n in names_of(o)} - set(owners) - {()}),
    }
    everywhere = set(asked["held out"])
    hidden: dict[str, set[Key]] = defaultdict(set)
    for key in asked["hidden"]:
        hidden[sample(chance, sorted(owners[key]), 1)[0]].add(key)
    index = TitleIndex(without(o, everywhere | hidden[o.id]) for o in kept)
    found = []
    for kind, keys in asked.items():
        for key in keys:
            if key not in writings or (kind in {"seen", "longer", "hidden"} and key in everywhere):
                continue
            title = f"{STRANGE} {writings[key]}" if kind == "longer" else writings[key]
            names, features = index.compared(title)
            meant = owners.get(key, {})
            right = np.array([meant.get(index.owner(int(name)), 0.0) for name in names])
            found.append(Question(kind, title, features, right))
    return sample(chance, found, len(found))


def weighed(found: Sequence[Question]) -> Floats:
    """What each question weighs, so that the kinds have their shares."""
    counts = {kind: sum(q.kind == kind for q in found) for kind in SHARES}
    return np.array([SHARES[q.kind] / counts[q.kind] for q in found])


def fit(found: Sequence[Question]) -> Floats:
    """Weights of the conditional logit with the answer "none"."""
    weights = weighed(found)
    most = max(len(q.features) for q in found)
    x = np.zeros((len(found), most, len(FEATURES)))
    y = np.zeros((len(found), most + 1))
    mask = np.full((len(found), most + 1), -1e9)
    for i, q in enumerate(found):
        k = len(q.features)
        x[i, :k], y[i, :k], mask[i, :k], mask[i, most] = q.features, q.right, 0.0, 0.0
        y[i, most] = max(0.0, 1.0 - float(q.right.sum()))

    def loss(w: Floats) -> tuple[float, Floats]:
        odds = np.concatenate([x @ w, np.zeros((len(found), 1))], axis=1) + mask
        top = odds.max(axis=1, keepdims=True)
        total = top + np.log(np.exp(odds - top).sum(axis=1, keepdims=True))
        p = np.exp(odds - total)
        value = -float((weights * (y * np.maximum(odds - total, -50.0)).sum(axis=1)).sum()) + PENALTY * float(w @ w)
        slope = np.einsum("i,ik,ikf->f", weights, (p - y)[:, :most], x) + 2 * PENALTY * w
        return value, slope

    best: Any = minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return np.asarray(best.x)


def figures(found: Sequence[Question], w: Floats) -> None:
    """Accuracy on held-out names, calibration over the mixture, precision and coverage at the threshold."""
    weights = weighed(found)
    top, right, any_right = np.zeros(len(found)), np.zeros(len(found)), np.zeros(len(found), dtype=bool)
    for i, q in enumerate(found):
        if len(q.features):
            odds = np.exp(q.features @ w)
            best = int(np.argmax(odds))
            top[i], right[i] = odds[best] / (1 + odds.sum()), q.right[best]
            any_right[i] = q.right[best] > 0
    for kind in SHARES:
        of = np.array([q.kind == kind for q in found])
        said = of & (top >= ACCEPTED)
        print(
            f"  {kind}: n {of.sum()}, accuracy@1 {any_right[of].mean():.3f}, accepted {said.sum() / of.sum():.3f},"
            f" right among the accepted {any_right[said].mean() if said.any() else float('nan'):.3f}"
        )
    bins = np.minimum((top * BINS).astype(int), BINS - 1)
    ece = 0.0
    for b in range(BINS):
        at = bins == b
        if at.any():
            said, was = np.average(top[at], weights=weights[at]), np.average(right[at], weights=weights[at])
            ece += weights[at].sum() / weights.sum() * abs(said - was)
            print(f"  {b / BINS:.1f}-{(b + 1) / BINS:.1f}: n {at.sum()}, said {said:.3f}, right {was:.3f}")
    accepted = top >= ACCEPTED
    precise = np.average(any_right[accepted], weights=weights[accepted])
    print(
        f"  ECE {ece:.3f}; at {ACCEPTED}: precision {precise:.3f}, coverage {weights[accepted].sum() / weights.sum():.3f}"
    )


def occupations_of(kind: str, folder: Path) -> Mapping[str, Occupation]:
    """The occupations of a published taxonomy."""
    release = RELEASES[kind]
    taxonomy, _ = release.read(read_release(folder, release.wanted), None)
    return taxonomy.occupations


def main() -> None:
    """Train, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("taxonomies", nargs="+", metavar="KIND=FOLDER")
    train: list[Question] = []
    test: dict[str, list[Question]] = {}
    for argument in parser.parse_args().taxonomies:
        kind, _, folder = argument.partition("=")
        found = questions(sorted(occupations_of(kind, Path(folder)).values(), key=lambda o: o.id), SEED)
        middle = len(found) // 2
        train += found[:middle]
        test[kind] = found[middle:]
    w = fit(train)
    for name, value in zip(FEATURES, w, strict=True):
        print(f'    "{name}": {value:.3f},')
    for kind, found in test.items():
        print(kind)
        figures(found, w)


if __name__ == "__main__":
    main()
