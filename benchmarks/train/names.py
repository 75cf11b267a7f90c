"""Trains the judgement of names that are also words, and of how far names mean their skills.

    python benchmarks/train/names.py --ads FILE... --esco FOLDER --validation CSV CSV

The first model learns from ``names.txt`` beside this script, sentences written for it, and from ``places.jsonl``, places in public job ads
that a person judged (by the digest of the ad's text and offsets; the texts themselves are not part of the project; ``stands_for`` says how many places of the
same word, as likely or unlikely at first sight, there are for each that was judged). Sentences written to be
hard say nothing about how often a word nobody writes in prose is meant as a name, so they have their own intercepts, which are left out of
the result. The other models, of published names and of our own, learn from the validation files of the public ESCO skill benchmark
(sentence, span, sub_span, label); what our own names mean in its sentences was judged by a person (``own.jsonl``), since most of our skills
have no label there. All are logistic regressions; the figures printed come from cross-validation, by name for the first and by sentence for
the others. The result is ``src/credlens/data/senses/names.json``.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from credlens.market.dedupe import digest
from credlens.market.formats import AD_FORMATS, for_name
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, Taxonomy
from credlens.skills import prose
from credlens.skills.ambiguity import UNKNOWN, Senses
from credlens.skills.gazetteer import BELIEFS, KEEP, Gazetteer
from credlens.skills.taxonomies import starter
from credlens.skills.words import fold, units

DATA = Path(__file__).parents[2] / "src" / "credlens" / "data"
TARGET = DATA / "senses" / "names.json"
SENTENCES = Path(__file__).with_name("names.txt")
PLACES = Path(__file__).with_name("places.jsonl")
OWN = Path(__file__).with_name("own.jsonl")
MARKED = re.compile(r"\{([^}]+)\}|<([^>]+)>")
UNTRAINED = {source: dict.fromkeys(("bias", *marks), 0.0) for source, marks in BELIEFS.items()}
SHUFFLES = 5  # cross-validations, each with other folds
STRENGTH = 1.0  # of the regularisation of the first model, inverse; scikit-learn's default
LOOSE = 10.0  # the same of the others, which have at most two weights to learn
WRITTEN = "written"
Floats = npt.NDArray[Any]
MOST = 5.0  # places that one judged place may stand for in training
Example = tuple[str, list[tuple[int, int, bool, float]]]
"""A text and its marked places: (start, end, whether it is meant as a name, how many places it stands for)."""


class Case(NamedTuple):
    """A marked place: its word, what can be seen there, whether it is meant as a name, how many places it stands for."""

    word: str
    marks: dict[str, float]
    named: bool
    weight: float


class Belief(NamedTuple):
    """A name met in a sentence: whose it is, what its belief is weighed from, how surely it is meant as a name, whether that is right."""

    source: str
    sentence: str
    values: dict[str, float]
    meant: float
    right: bool


def main() -> None:
    """Train the models, print how well they do, and write their weights."""
    parser = argparse.ArgumentParser(description="Train the judgement of names that are also words.")
    parser.add_argument(
        "--ads", type=Path, nargs="+", required=True, help="files with the ads that places.jsonl speaks of"
    )
    parser.add_argument("--esco", type=Path, required=True, help="folder of ESCO's CSV files, in English")
    parser.add_argument("--validation", type=Path, nargs="+", required=True, help="the benchmark's validation files")
    chosen = parser.parse_args()
    words = prose.read((DATA / "senses" / "words.txt").read_bytes())
    names = train_names(words, ads(chosen.ads))
    senses = Senses(words, names["bias"], names["weights"], UNTRAINED)
    belief = train_belief(senses, esco(chosen.esco), chosen.validation)
    TARGET.write_text(json.dumps({"names": names, "belief": belief}, indent=1) + "\n", encoding="utf-8")
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")


def train_names(words: prose.Prose, texts: Mapping[str, str]) -> dict[str, Any]:
    """The model that tells a name from a word, by the marks of its place."""
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    sentences = [example(line) for line in lines if line[:1] not in {"", "#"}]
    known = starter_taxonomy()
    untrained = Senses(words, belief=UNTRAINED)
    written = judged(sentences, Gazetteer(with_marked(known, sentences), untrained))
    for case in written:
        case.marks[WRITTEN] = 1.0
        case.marks[f"{WRITTEN}, {UNKNOWN}"] = case.marks.get(UNKNOWN, 0.0)
    met = judged(places(texts), Gazetteer(known, untrained))
    cases = written + met
    marks = sorted({m for case in cases for m in case.marks})
    matrix = np.array([[case.marks.get(m, 0.0) for m in marks] for case in cases])
    truth = np.array([case.named for case in cases])
    groups = [case.word for case in cases]
    weights = np.array([case.weight for case in cases])
    guessed = np.zeros(len(cases))
    for train, test in GroupKFold(20).split(matrix, truth, groups):
        guessed[test] = fitted(matrix[train], truth[train], weights[train]).predict_proba(matrix[test])[:, 1]
    for what, part in (("written", slice(0, len(written))), ("in ads", slice(len(written), None))):
        report(what, truth[part], guessed[part], weights[part], len(set(groups[part])))
    model = fitted(matrix, truth, weights)
    kept = {m: round(float(w), 3) for m, w in zip(marks, model.coef_[0], strict=True) if not m.startswith(WRITTEN)}
    return {"bias": round(float(model.intercept_[0]), 3), "weights": kept}


def fitted(matrix: Floats, truth: Floats, weights: Floats) -> LogisticRegression:
    """The first model."""
    return LogisticRegression(C=STRENGTH, max_iter=1000).fit(matrix, truth, sample_weight=weights)


def report(what: str, truth: Floats, guessed: Floats, weights: Floats, words: int) -> None:
    """Print how well held-out words were judged."""
    right = (guessed >= KEEP) == truth
    print(
        f"{what}: n = {len(truth)} of {words} words, {truth.mean():.2f} meant as names; each judged without its word in training:"
    )
    print(
        f"  right {right.mean():.3f}, AUC {roc_auc_score(truth, guessed):.3f}, calibration error {calibration_error(truth, guessed):.3f};"
    )
    print(f"  of the places they stand for: right {np.average(right, weights=weights):.3f}")


def judged(examples: Iterable[Example], gazetteer: Gazetteer) -> list[Case]:
    """The marked places with what can be seen there; those whose words are no name by themselves are left out."""
    cases = []
    for text, marked in examples:
        for start, end in units(text):
            folded = fold(text[start:end])
            around = gazetteer.around(folded)
            found = {(start + folded.start(p.first), start + folded.end(p.last)): p for p in around.places}
            for first, last, named, weight in marked:
                if (first, last) in found:
                    cases.append(Case(text[first:last].casefold(), around.marks(found[first, last]), named, weight))
    return cases


def ads(files: Iterable[Path]) -> dict[str, str]:
    """The texts of ads by their digest."""
    posts = [p for f in files for p in AD_FORMATS[for_name(f.name) or ""](f.read_bytes(), f.name).postings]
    return {digest(p.text): p.text for p in posts}


def places(texts: Mapping[str, str]) -> list[Example]:
    """The places in ads that a person judged."""
    marked: dict[str, list[tuple[int, int, bool, float]]] = {}
    for line in PLACES.read_text(encoding="utf-8").splitlines():
        place = json.loads(line)
        marked.setdefault(place["ad"], []).append(
            (place["start"], place["end"], place["named"], min(place["stands_for"], MOST))
        )
    missing = marked.keys() - texts.keys()
    print(f"ads with judged places: {len(marked) - len(missing)}, not given: {len(missing)}")
    return [(texts[ad], spans) for ad, spans in marked.items() if ad in texts]


def example(line: str) -> Example:
    """A sentence without its marks, and the places that were marked."""
    text, last = "", 0
    marked: list[tuple[int, int, bool, float]] = []
    for found in MARKED.finditer(line):
        text += line[last : found.start()]
        word = found[1] or found[2]
        marked.append((len(text), len(text) + len(word), found[1] is not None, 1.0))
        text += word
        last = found.end()
    return text + line[last:], marked


def train_belief(senses: Senses, published: Taxonomy, files: Iterable[Path]) -> dict[str, dict[str, float]]:
    """The models that say how far a name means its skill; ``published`` holds ESCO's skills under their UUIDs."""
    texts = {
        hashlib.sha256(text.encode()).hexdigest()[:16]: (text, gold)
        for f in files
        for text, gold in validation(f).items()
    }
    gazetteer = Gazetteer(published, senses)
    cases = [
        Belief("published", key, values, meant, published[skill].label.casefold() in gold)
        for key, (text, gold) in texts.items()
        for skill, (values, meant) in named(gazetteer, text).items()
    ]
    lines = map(json.loads, OWN.read_text(encoding="utf-8").splitlines())
    right = {(line["sentence"], line["skill"]): line["right"] for line in lines}
    gazetteer = Gazetteer(starter_taxonomy(), senses)
    for key, (text, _) in texts.items():
        for skill, (values, meant) in named(gazetteer, text).items():
            if (key, skill) in right:
                cases.append(Belief("own", key, values, meant, right[key, skill]))
            else:
                print("not judged by a person:", skill, "in", key)
    models, judged_names = {}, []
    for source, marks in BELIEFS.items():
        models[source], truth, guessed = fit_belief(source, [c for c in cases if c.source == source], marks)
        judged_names.append((truth, guessed))
    truth, guessed = (np.concatenate(part) for part in zip(*judged_names, strict=True))
    report_belief("all names, those more likely right than not", truth[guessed >= KEEP], guessed[guessed >= KEEP])
    return models


def named(gazetteer: Gazetteer, text: str) -> dict[str, tuple[dict[str, float], float]]:
    """Skill -> what its belief is weighed from, and how surely the words are meant as its name; of several places the first."""
    found: dict[str, tuple[dict[str, float], float]] = {}
    for name, _, _, meant in gazetteer.named(text):
        found.setdefault(name.key, (gazetteer.believed(name), meant))
    return found


def fit_belief(source: str, cases: list[Belief], marks: Sequence[str]) -> tuple[dict[str, float], Floats, Floats]:
    """The model for published names, or for our own; which names are right, and what models say that have not seen their sentence."""
    matrix = np.array([[c.values.get(m, 0.0) for m in marks] for c in cases])
    truth = np.array([c.right for c in cases])
    belief, meant = held_out(matrix, truth, [c.sentence for c in cases]), np.array([c.meant for c in cases])
    guessed = belief * meant
    report_belief(f"{source} names", truth, guessed)
    kept = (belief >= KEEP) & (meant >= KEEP)
    report_belief(f"{source} names, those kept", truth[kept], guessed[kept])
    model = LogisticRegression(C=LOOSE).fit(matrix, truth)
    weights = {m: round(float(w), 3) for m, w in zip(marks, model.coef_[0], strict=True)}
    return {"bias": round(float(model.intercept_[0]), 3), **weights}, truth, guessed


def held_out(matrix: Floats, truth: Floats, groups: list[str]) -> Floats:
    """What models say that have not seen the sentence, averaged over several divisions into folds."""
    rounds = []
    for seed in range(SHUFFLES):
        order = {g: i for i, g in enumerate(np.random.default_rng(seed).permutation(sorted(set(groups))))}
        guess = np.zeros(len(truth))
        for train, test in GroupKFold(10).split(matrix, truth, [order[g] for g in groups]):
            model = LogisticRegression(C=LOOSE).fit(matrix[train], truth[train])
            guess[test] = model.predict_proba(matrix[test])[:, 1]
        rounds.append(guess)
    return np.mean(rounds, axis=0)


def report_belief(what: str, truth: Floats, guessed: Floats) -> None:
    """Print how well probabilities hold, beside what chance alone would show of perfect ones."""
    wrong, ideal = calibration_error(truth, guessed), expected_error(guessed)
    print(
        f"{what}: n = {len(truth)}, right {truth.mean():.2f}, said {guessed.mean():.2f}, calibration error {wrong:.3f}"
    )
    print(f"  (sentence held out, {SHUFFLES} divisions; perfect probabilities would show {ideal:.3f} with so few)")


def validation(file: Path) -> dict[str, set[str]]:
    """Sentence -> its labels, in small letters."""
    found: dict[str, set[str]] = {}
    with file.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            labels = found.setdefault(row["sentence"], set())
            labels |= {row["label"].casefold()} - {"label not present", "underspecified", ""}
    return found


def esco(folder: Path) -> Taxonomy:
    """ESCO's skills with their preferred and alternative labels, under their UUIDs."""
    csv.field_size_limit(1 << 24)
    skills: dict[str, Skill] = {}
    for path in sorted(folder.glob("skills_en*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for row in csv.DictReader(stream):
                key = row["conceptUri"].rpartition("/")[2]
                names = dict.fromkeys((row["preferredLabel"], *filter(None, row["altLabels"].splitlines())))
                kind = SkillKind.KNOWLEDGE if row["skillType"] == "knowledge" else SkillKind.SKILL
                skills[key] = Skill(key, row["preferredLabel"], tuple(map(Alias, names)), kind, None, "", (), esco=key)
    return Taxonomy("esco", "", "", skills)


def starter_taxonomy() -> Taxonomy:
    """The starter taxonomy."""
    files = sorted((DATA / "skills").glob("*.yaml"))
    return starter.read((f.name, f.read_bytes()) for f in files)[0]


def with_marked(known: Taxonomy, sentences: Iterable[Example]) -> Taxonomy:
    """A taxonomy, and before it every name the sentences mark, written as where it is meant as a name."""
    written: dict[str, str] = {}
    for text, marked in sentences:
        for start, end, meant, _ in marked:
            word = text[start:end]
            if meant and written.get(word.casefold(), "a").islower():
                written[word.casefold()] = word
    marked_names = {
        f"marked-{w}": Skill(f"marked-{w}", n, (Alias(n),), SkillKind.TOOL, Reuse.CROSS_SECTOR, "marked", ())
        for w, n in written.items()
    }
    return Taxonomy("training", "0", "", {**marked_names, **known.skills}, known.fields)


def expected_error(guessed: Floats) -> float:
    """What :func:`calibration_error` comes to on average when every guess is the true probability."""
    draws = np.random.default_rng(0)
    return float(np.mean([calibration_error(draws.random(len(guessed)) < guessed, guessed) for _ in range(200)]))


def calibration_error(truth: Floats, guessed: Floats) -> float:
    """Expected calibration error over ten bins of equal width (Guo et al. 2017, On calibration of modern neural networks)."""
    bins = np.minimum((guessed * 10).astype(int), 9)
    parts = [bins == b for b in range(10)]
    return float(sum(p.sum() * abs(truth[p].mean() - guessed[p].mean()) for p in parts if p.any()) / len(truth))


if __name__ == "__main__":
    main()
