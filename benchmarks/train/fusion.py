"""Train the fusion of the reading lanes, and say by cross-validation how good it is.

    credlens taxonomy import esco PATH --home HOME
    python benchmarks/train/fusion.py --home HOME --labels skills_en_label.txt --data tech_validation_annotations.csv house_validation_annotations.csv

Trained on the taxonomy's own text and the sentences of the files given, and on nothing else. Writes ``fusion-1.npz`` (static lanes) and
``fusion-2.npz`` (with the encoder) into the package's data folder, and ``benchmarks/results/fusion.json`` with the figures.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from credlens.app.bench.rank import Query, measures, queries, read_labels
from credlens.app.linking import Parts, parts
from credlens.app.ports import NamedBytes, Ports
from credlens.io.home import open_home
from credlens.skills.linking.concepts import of_labels
from credlens.skills.linking.encoder import EncoderLanes
from credlens.skills.linking.fusion import DEPTH, Trees, as_arrays, features, fingerprint
from credlens.skills.linking.index import Concept, build
from credlens.skills.linking.lanes import Compared, Lanes
from credlens.skills.linking.linker import standing
from credlens.skills.linking.words import WordVectors

SETTINGS = {
    "max_iter": 160,
    "learning_rate": 0.06,
    "max_depth": DEPTH,
    "max_leaf_nodes": 2**DEPTH,
    "min_samples_leaf": 20,
    "l2_regularization": 5.0,
    "max_features": 0.3,
    "early_stopping": False,
}
FOLDS, SEED = 8, 0
PARTS = (1_000, 1_000, 1_000, 1_000, 2_000, 2_000, 4_000, 4_000)  # sizes of simulated smaller taxonomies
DATA = Path(__file__).parents[2] / "src" / "credlens" / "data" / "reading"
RESULTS = Path(__file__).parents[1] / "results" / "fusion.json"


Model = tuple[list[tuple[list[int], list[float], list[float]]], float]
"""Complete trees and the log-odds before the first."""


@dataclass(frozen=True)
class Example:
    """A sentence with the features of its candidates and which of them are right."""

    file: str
    query: Query
    concepts: Any
    spans: Any
    rows: Any
    right: Any


@dataclass(frozen=True)
class Space:
    """A set of labels to look in: all of them, or a smaller taxonomy simulated by a part.

    Attributes:
        rows: places of the space's labels in the whole list.
    """

    rows: Any
    lanes: Lanes
    encoder: EncoderLanes


def spaces(ports: Ports, concepts: list[Concept], made: Parts) -> list[Space]:
    """The whole list first, then parts drawn by chance."""
    vectors = next(f.data for f in ports.starter.files("reading") if f.name.endswith("vectors.npz"))
    table = WordVectors.load(vectors)
    encode, _ = ports.encoder.open()
    whole, _ = made.encoder
    found = [Space(np.arange(len(concepts)), made.lanes, whole)]
    for number, size in enumerate(PARTS):
        rows = np.sort(np.random.default_rng(SEED + number).choice(len(concepts), size, replace=False))
        lanes = Lanes(build([concepts[i] for i in rows], table), table)
        found.append(Space(rows, lanes, EncoderLanes(encode, whole.labels[rows])))
    return found


def examples(space: Space, compared: list[Compared], found: list[tuple[str, Query]]) -> list[Example]:
    """What the fusion sees; in a part of the labels, a sentence has those of its labels that are there."""
    out = []
    for (file, query), c in zip(found, compared, strict=True):
        rows = features(c.scores, space.lanes.priors[c.concepts])
        here = Query(query.sentence, query.right & frozenset(space.rows.tolist()))
        concepts = space.rows[c.concepts]
        out.append(Example(file, here, concepts, c.spans, rows, np.isin(concepts, list(here.right)).astype(int)))
    return out


def fit(train: list[Example]) -> Model:
    """Gradient-boosted trees of all candidates of all sentences."""
    rows, right = np.concatenate([e.rows for e in train]), np.concatenate([e.right for e in train])
    model = HistGradientBoostingClassifier(random_state=SEED, **SETTINGS).fit(rows, right)
    # scikit-learn has no public way to a fitted tree of this kind.
    stages, base = model._predictors, model._baseline_prediction  # noqa: SLF001
    return [_complete(stage[0].nodes) for stage in stages], float(np.ravel(base)[0])


def trained(given: list[Example], whole: int) -> tuple[list[tuple[Any, tuple[float, float, float]]], list[Any]]:
    """The model of all examples and one for each fold, calibrated on the first ``whole``, and every example's held-out log-odds."""
    folds = [fit([e for e in given if _fold(e) != fold]) for fold in range(FOLDS)]
    raw = [_trees(*folds[_fold(e)]).log_odds(e.rows) for e in given]
    kept = [standing(e.spans, _chance(odds)) for e, odds in zip(given, raw, strict=True)]
    slope, offset = platt(
        np.concatenate([odds[k] for odds, k in zip(raw[:whole], kept[:whole], strict=True)]),
        np.concatenate([e.right[k] for e, k in zip(given[:whole], kept[:whole], strict=True)]),
    )
    models = [(trees, (base, slope, offset)) for trees, base in (fit(given), *folds)]
    return models, [slope * odds + offset for odds in raw]


def platt(odds: Any, right: Any) -> tuple[float, float]:
    """Slope and offset that make held-out log-odds calibrated (Platt 1999)."""
    scaler = LogisticRegression(C=1e6).fit(odds[:, None], right)
    return float(scaler.coef_[0, 0]), float(scaler.intercept_[0])


def _chance(odds: Any) -> Any:
    return 1 / (1 + np.exp(-np.asarray(odds, np.float64)))


def _fold(example: Example) -> int:
    return fingerprint(example.query.sentence) % FOLDS


def _trees(trees: Any, base: float) -> Trees:
    feature, threshold, leaf = (np.array([t[part] for t in trees]) for part in range(3))
    return Trees(feature, threshold.astype(np.float32), leaf.astype(np.float32), base)


def report(given: list[Example], odds: list[Any]) -> dict[str, Any]:
    """Ranking and set-level figures for each file."""
    out: dict[str, Any] = {}
    for file in dict.fromkeys(e.file for e in given):
        places = [i for i, e in enumerate(given) if e.file == file]
        ranked = [i for i in places if given[i].query.right]
        order = [given[i].concepts[np.argsort(-odds[i], kind="stable")].tolist() for i in ranked]
        right = [given[i].query.right for i in ranked]
        out[file] = {"sentences": len(places), **measures(order, right), "set_level": set_level(given, places, odds)}
    return out


def set_level(given: list[Example], places: list[int], odds: list[Any]) -> dict[str, Any]:
    """Precision, recall and calibration of what a reader would be told, over all sentences, those without a label among them."""
    kept = {i: standing(given[i].spans, _chance(odds[i])) for i in places}
    chance = np.concatenate([_chance(odds[i])[kept[i]] for i in places])
    right = np.concatenate([given[i].right[kept[i]] for i in places])
    asked = sum(len(given[i].query.right) for i in places)
    out: dict[str, Any] = {"labels": asked, "ece": round(expected_calibration_error(chance, right), 4)}
    for threshold in (0.3, 0.35, 0.4, 0.5, 0.6):
        kept = chance >= threshold
        out[f"at_{threshold}"] = {
            "precision": round(float(right[kept].mean()), 3),
            "recall": round(float(right[kept].sum() / asked), 3),
            "n": int(kept.sum()),
        }
    return out


def expected_calibration_error(chance: Any, right: Any, least: float = 0.05) -> float:
    """Over predictions of at least ``least``, in ten bins of equal width: the many sure negatives would flatter it."""
    kept = chance >= least
    chance, right = chance[kept], right[kept]
    bins = np.clip((chance * 10).astype(int), 0, 9)
    return float(
        sum(
            abs(chance[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean()
            for b in range(10)
            if (bins == b).any()
        )
    )


def _complete(nodes: Any) -> tuple[list[int], list[float], list[float]]:
    """A grown tree as a complete one: below an early leaf every path ends with its value."""
    inner = 2**DEPTH - 1
    feature, threshold, leaf = [0] * inner, [np.inf] * inner, [0.0] * (inner + 1)

    def walk(grown: int, place: int) -> None:
        node = nodes[grown]
        if place >= inner:
            leaf[place - inner] = float(node["value"])
        elif node["is_leaf"]:
            walk(grown, 2 * place + 1)
            walk(grown, 2 * place + 2)
        else:
            feature[place], threshold[place] = int(node["feature_idx"]), float(node["num_threshold"])
            walk(int(node["left"]), 2 * place + 1)
            walk(int(node["right"]), 2 * place + 2)

    walk(0, 0)
    return feature, threshold, leaf


def main() -> None:
    """Compare, train, calibrate, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    given = parser.parse_args()
    ports = open_home(given.home)
    labels = read_labels(NamedBytes(given.labels.name, given.labels.read_bytes()))
    found = [(path.stem, q) for path in given.data for q in queries(NamedBytes(path.name, path.read_bytes()), labels)]
    esco = [ports.taxonomies.load(info.key) for info in ports.taxonomies.imported() if info.kind == "esco"]
    concepts = of_labels(labels, esco)
    made = parts(ports, "labels", concepts, 2, keep=True)
    sentences = [q.sentence for _, q in found]
    results: dict[str, Any] = {"settings": SETTINGS, "folds": FOLDS, "trained_on": [path.name for path in given.data]}

    every = spaces(ports, concepts, made)
    given = [examples(space, space.lanes.compare(sentences), found) for space in every]
    models, odds = trained([e for part in given for e in part], len(found))
    results["tier 1"] = save(1, models, odds, given)

    # The spans that the encoder looks at are chosen by a first fusion that has not seen the sentence, as in use.
    folds = [_trees(trees, base) for trees, (base, _, _) in models[1:]]
    given = []
    for space in every:
        wider = space.lanes.compare(sentences, space.encoder.propose(sentences))
        first = [folds[_fold(e)].log_odds(e.rows) for e in examples(space, wider, found)]
        given.append(examples(space, space.encoder.extend(sentences, wider, first), found))
    models, odds = trained([e for part in given for e in part], len(found))
    results["tier 2"] = save(2, models, odds, given)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    print(json.dumps(results, indent=1))


def save(tier: int, models: Any, odds: list[Any], given: list[list[Example]]) -> dict[str, Any]:
    """Write the weights; figures for the whole list, and for the smaller taxonomies together."""
    arrays = as_arrays(models, [e.query.sentence for e in given[0]])
    np.savez_compressed(DATA / f"fusion-{tier}.npz", **arrays)
    whole = len(given[0])
    parts = [e for part in given[1:] for e in part]
    together = set_level(given[0], list(range(whole)), odds[:whole])
    return {
        **report(given[0], odds[:whole]),
        "together": together,
        "parts": set_level(parts, list(range(len(parts))), odds[whole:]),
    }


if __name__ == "__main__":
    main()
