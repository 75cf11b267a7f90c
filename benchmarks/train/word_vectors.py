"""Make the table of word vectors: a small copy of what the sentence encoder thinks of words.

    credlens taxonomy import esco PATH --home HOME && credlens taxonomy import onet PATH --home HOME
    python benchmarks/train/word_vectors.py --home HOME

Every text of the taxonomies is encoded; its vector, reduced to its main directions, is to be the sum of its words' vectors over the square root of
their number. That is a linear least-squares problem, held near each word's own encoding (ridge). The result is kept as one byte a
number, and stays below 2 MB. Nothing but the taxonomies' text is looked at.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse

from credlens.io.home import open_home
from credlens.model.taxonomy import ImportedTaxonomy
from credlens.skills.linking.words import words

DIMENSIONS, RIDGE, STEPS, FEWEST, SEED = 120, 0.5, 60, 3, 0
"""Numbers a word; pull towards its own encoding; conjugate-gradient steps; texts a word must stand in; for the sample of directions."""

SAMPLE = 20_000
OUT = Path(__file__).parents[2] / "src" / "credlens" / "data" / "reading" / "vectors.npz"


def texts(taxonomy: ImportedTaxonomy) -> list[str]:
    """Labels, other names, labels with descriptions, and what occupations do."""
    found: list[str] = []
    for skill in taxonomy.skills.values():
        found += [a.text for a in skill.aliases]
        if skill.description:
            found.append(f"{skill.label}. {skill.description}")
    for occupation in taxonomy.occupations.values():
        found += [
            *occupation.titles[::3],
            f"{occupation.label}. {occupation.description}",
            *(t.text for t in occupation.tasks),
        ]
    return found


def encoded(encode: Any, given: list[str]) -> Any:
    """Vectors of texts, in order, with a word on how far it is."""
    parts = []
    for first in range(0, len(given), 4096):
        parts.append(encode(given[first : first + 4096]).astype(np.float32))
        print(f"\r{first + len(parts[-1]):,} of {len(given):,} texts", end="", file=sys.stderr)
    print(file=sys.stderr)
    return np.concatenate(parts)


def solve(bags: Any, wanted: Any, start: Any) -> Any:
    """Minimise ||bags (start + d) - wanted||^2 + RIDGE ||d||^2 by conjugate gradients, all columns side by side."""
    d = np.zeros_like(start)
    rest = bags.T @ (wanted - bags @ start)
    way, size = rest.copy(), (rest * rest).sum(0)
    for _ in range(STEPS):
        turned = bags.T @ (bags @ way) + RIDGE * way
        step = size / ((way * turned).sum(0) + 1e-12)
        d += step * way
        rest -= step * turned
        size, before = (rest * rest).sum(0), size
        way = rest + size / (before + 1e-12) * way
    return start + d


def main() -> None:
    """Encode, solve, round, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, required=True)
    ports = open_home(parser.parse_args().home)
    taxonomies = [ports.taxonomies.load(i.key) for i in ports.taxonomies.imported() if i.kind in {"esco", "onet"}]
    given = list(dict.fromkeys(text for taxonomy in taxonomies for text in texts(taxonomy)))
    encode, model = ports.encoder.open()
    said = [[w.text for w in words(text)] for text in given]
    counts = Counter(word for found in said for word in set(found))
    vocabulary = [word for word, n in sorted(counts.items(), key=lambda each: (-each[1], each[0])) if n >= FEWEST]
    wanted = encoded(encode, given)
    centre = wanted.mean(0)
    sample = wanted[np.random.default_rng(SEED).permutation(len(wanted))[:SAMPLE]] - centre
    directions = np.linalg.svd(sample, full_matrices=False)[2][:DIMENSIONS].T
    wanted = (wanted - centre) @ directions
    table = solve(_bags(said, vocabulary), wanted, (encoded(encode, vocabulary) - centre) @ directions)
    scale = np.abs(table).max(1) / 127
    np.savez_compressed(
        OUT,
        words=np.frombuffer("\n".join(vocabulary).encode(), np.uint8),
        table=np.round(table / scale[:, None]).astype(np.int8),
        scale=scale.astype(np.float16),
    )
    print(f"{len(vocabulary):,} words out of {len(given):,} texts by {model}; {OUT.stat().st_size:,} bytes")


def _bags(said: list[list[str]], vocabulary: list[str]) -> Any:
    place = {word: i for i, word in enumerate(vocabulary)}
    known = [[place[w] for w in found if w in place] for found in said]
    rows = np.repeat(np.arange(len(known)), [len(found) for found in known])
    columns = np.array([column for found in known for column in found], np.int64)
    weights = np.repeat([1 / max(1, len(found)) ** 0.5 for found in known], [len(found) for found in known])
    return sparse.csr_matrix((weights, (rows, columns)), shape=(len(said), len(vocabulary)), dtype=np.float32)


if __name__ == "__main__":
    main()
