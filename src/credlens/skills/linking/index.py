"""The index a sentence is compared with: every skill's names and description as sparse postings and dense vectors.

Built once for a taxonomy and kept as plain arrays, so that it can be memory-mapped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from credlens.skills.linking.words import Floats, WordVectors, stems, unit

Ints = npt.NDArray[np.signedinteger[Any]]
Array = npt.NDArray[Any]  # of one kind or another; each is described where it is made
Arrays = Mapping[str, Array]

LABEL_WEIGHT = 3
"""How often a preferred label counts in a skill's document, beside each alternative label and the description once. A judgement."""

PRIORS = ("essential", "optional", "knowledge", "transversal", "words", "names", "size")


@dataclass(frozen=True, slots=True)
class Concept:
    """A skill as the index takes it.

    Attributes:
        key: id of the skill.
        names: other ways to say it, the label not among them.
        knowledge, transversal: what its taxonomy says; unknown counts as no.
        essential, optional: number of occupations that need it, or may need it; 0 when unknown.
    """

    key: str
    label: str
    names: tuple[str, ...] = ()
    description: str = ""
    knowledge: bool = False
    transversal: bool = False
    essential: int = 0
    optional: int = 0


def build(concepts: Sequence[Concept], vectors: WordVectors) -> dict[str, Array]:
    """The index's arrays; the row of a concept is its place in ``concepts``."""
    names = [tuple(dict.fromkeys((c.label, *c.names))) for c in concepts]
    label_stems = [stems(c.label) for c in concepts]
    documents = [
        _counts([label] * LABEL_WEIGHT + [stems(n) for n in given[1:]] + [stems(c.description)])
        for c, label, given in zip(concepts, label_stems, names, strict=True)
    ]
    vocabulary = sorted(set().union(*documents)) if documents else []
    number = {s: i for i, s in enumerate(vocabulary)}
    seen = np.zeros(len(vocabulary), np.int64)
    for document in documents:
        seen[[number[s] for s in document]] += 1
    idf = (np.log((1 + len(concepts)) / (1 + seen)) + 1).astype(np.float32)
    return {
        "stems": np.frombuffer("\n".join(vocabulary).encode(), np.uint8),
        "idf": idf,
        **_postings(documents, label_stems, number, idf),
        **_names(names, number, idf),
        **_dense(concepts, names, vectors),
        "priors": np.array(
            [_prior(c, s, n, len(concepts)) for c, s, n in zip(concepts, label_stems, names, strict=True)], np.float32
        ).reshape(len(concepts), len(PRIORS)),
    }


def _prior(concept: Concept, label: tuple[str, ...], names: tuple[str, ...], size: int) -> tuple[float, ...]:
    """What holds of a skill in whatever sentence; coarse, lest the few training sentences teach the fusion single skills by their numbers.

    The size of the taxonomy is among it: in a small one the nearest skill is often not near.
    """
    return (
        float(np.round(np.log1p(concept.essential))),
        float(np.round(np.log1p(concept.optional))),
        float(concept.knowledge),
        float(concept.transversal),
        float(min(len(label), 5)),
        float(np.round(np.log1p(len(names) - 1))),
        float(np.round(np.log2(size))),
    )


def _counts(parts: Sequence[tuple[str, ...]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for part in parts:
        for s in part:
            counts[s] = counts.get(s, 0) + 1
    return counts


def _postings(
    documents: Sequence[Mapping[str, int]],
    labels: Sequence[tuple[str, ...]],
    number: Mapping[str, int],
    idf: Floats,
) -> dict[str, Array]:
    """For each stem the concepts it stands in, with its weight in the document, in the label, and its share of the label."""
    stem_of: list[int] = []
    concept: list[int] = []
    weights: list[tuple[float, float, float]] = []
    for row, (document, label) in enumerate(zip(documents, labels, strict=True)):
        whole = {number[s]: (1 + np.log(n)) * idf[number[s]] for s, n in document.items()}
        short = {number[s]: (1 + np.log(n)) * idf[number[s]] for s, n in _counts([label]).items()}
        long_norm, short_norm = _norm(whole.values()), _norm(short.values())
        mass = sum(float(idf[s]) for s in short) or 1.0
        for s, weight in whole.items():
            stem_of.append(s)
            concept.append(row)
            weights.append(
                (weight / long_norm, short.get(s, 0.0) / short_norm, float(idf[s]) / mass if s in short else 0.0)
            )
    order = np.argsort(np.array(stem_of, np.int64), kind="stable")
    starts = np.searchsorted(np.array(stem_of, np.int64)[order], np.arange(len(idf) + 1)).astype(np.int32)
    table = np.array(weights, np.float32).reshape(-1, 3)[order]
    return {
        "post_start": starts,
        "post_concept": np.array(concept, np.int32)[order],
        "post_document": np.ascontiguousarray(table[:, 0]),
        "post_label": np.ascontiguousarray(table[:, 1]),
        "post_share": np.ascontiguousarray(table[:, 2]),
        "label_mass": np.array([sum(float(idf[number[s]]) for s in set(label)) for label in labels], np.float32),
    }


def _norm(weights: Iterable[float]) -> float:
    return float(np.sqrt(sum(w * w for w in weights))) or 1.0


def _names(names: Sequence[tuple[str, ...]], number: Mapping[str, int], idf: Floats) -> dict[str, Array]:
    """Every name's stems in order, the concept it belongs to, and for each stem the names whose rarest stem it is."""
    starts, first = [0], [0]
    flat: list[int] = []
    owner: list[int] = []
    rarest: list[int] = []
    mass: list[float] = []
    written: list[tuple[int, ...]] = []
    owners: dict[tuple[int, ...], set[int]] = {}
    for row, given in enumerate(names):
        for name in given:
            found = tuple(number[s] for s in stems(name) if s in number)
            if found:
                flat += found
                starts.append(len(flat))
                owner.append(row)
                rarest.append(max(found, key=lambda s: (idf[s], s)))
                mass.append(sum(float(idf[s]) for s in set(found)))
                written.append(found)
                owners.setdefault(found, set()).add(row)
        first.append(len(owner))
    order = np.argsort(np.array(rarest, np.int64), kind="stable").astype(np.int32)
    return {
        "name_start": np.array(starts, np.int32),
        "name_stems": np.array(flat, np.int32),
        "name_concept": np.array(owner, np.int32),
        "name_mass": np.array(mass, np.float32),
        "name_owners": np.array([len(owners[w]) for w in written], np.int32),
        "concept_name": np.array(first, np.int32),
        "rare_start": np.searchsorted(np.array(rarest, np.int64)[order], np.arange(len(idf) + 1)).astype(np.int32),
        "rare_name": order,
    }


def _dense(concepts: Sequence[Concept], names: Sequence[tuple[str, ...]], vectors: WordVectors) -> dict[str, Array]:
    label = vectors.phrases([c.label for c in concepts])
    centre = np.zeros_like(label)
    for row, given in enumerate(names):
        centre[row] = vectors.phrases(given).sum(0)
    full = vectors.phrases([f"{c.label}. {c.description}" for c in concepts])
    return {"label_vectors": label, "centre_vectors": unit(centre), "document_vectors": full}
