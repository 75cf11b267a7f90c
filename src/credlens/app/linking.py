"""The linker with what it needs from outside: weights, a compiled index, and for the third tier an encoder."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Any

import numpy as np

from credlens.app.ports import Ports
from credlens.skills.linking.encoder import Encode, EncoderLanes
from credlens.skills.linking.fusion import Fusion
from credlens.skills.linking.index import Arrays, Concept, build
from credlens.skills.linking.lanes import Lanes
from credlens.skills.linking.linker import Linker
from credlens.skills.linking.words import WordVectors

FORMAT = 4
"""Raised when the index's arrays or the way words are taken apart change: an index built before is then built anew."""

_STEP = 512  # labels encoded between two words to the person waiting


@dataclass(frozen=True)
class Parts:
    """What a linker is put together from; kept apart for measuring and training.

    Attributes:
        fusion: of the static lanes alone.
        encoder: the encoder's lanes with the fusion of all; None below the third tier.
    """

    lanes: Lanes
    fusion: Fusion
    encoder: tuple[EncoderLanes, Fusion] | None = None

    def linker(self, fold: int | None = None) -> Linker:
        """The linker for use, or for measuring on sentences of a fold that was trained on."""
        first = self.fusion.trees if fold is None else self.fusion.folds[fold]
        if self.encoder is None:
            return Linker(self.lanes, first)
        lanes, fusion = self.encoder
        return Linker(self.lanes, first, (lanes, fusion.trees if fold is None else fusion.folds[fold]))


def parts(ports: Ports, name: str, concepts: Sequence[Concept], tier: int, *, keep: bool) -> Parts:
    """What links sentences to these concepts.

    Args:
        ports: the doors.
        name: what a kept index is called; a newer one of the same name takes its place.
        concepts: the skills, in the order that rows of the index will have.
        tier: 1 without, 2 with the encoder.
        keep: whether to keep the built index below the home folder.

    Raises:
        UserError: the third tier is asked for and its encoder is not installed.
    """
    files = {f.name.removeprefix("reading/"): f.data for f in ports.starter.files("reading")}
    vectors = WordVectors.load(files["vectors.npz"])
    lanes = Lanes(_index(ports, name, concepts, files["vectors.npz"], vectors, keep=keep), vectors)
    fusion = Fusion(files["fusion-1.npz"])
    if tier < 2:
        return Parts(lanes, fusion)
    encode, model = ports.encoder.open()
    labels = _label_vectors(ports, name, concepts, encode, model, keep=keep)
    return Parts(lanes, fusion, (EncoderLanes(encode, labels), Fusion(files["fusion-2.npz"])))


def _index(
    ports: Ports, name: str, concepts: Sequence[Concept], weights: bytes, vectors: WordVectors, *, keep: bool
) -> Arrays:
    if not keep:
        return build(concepts, vectors)
    digest = _digest(FORMAT, hashlib.sha256(weights).hexdigest(), *(astuple(c) for c in concepts))
    kept = ports.taxonomies.load_arrays(f"{name}-index", digest)
    if kept is not None:
        return kept
    ports.progress("skills indexed", 0, len(concepts))
    arrays = build(concepts, vectors)
    ports.taxonomies.save_arrays(f"{name}-index", digest, arrays)
    ports.progress("skills indexed", len(concepts), len(concepts))
    return arrays


def _label_vectors(
    ports: Ports, name: str, concepts: Sequence[Concept], encode: Encode, model: str, *, keep: bool
) -> Any:
    labels = [c.label for c in concepts]
    digest = _digest(FORMAT, model, *labels)
    kept = ports.taxonomies.load_arrays(f"{name}-encoder", digest) if keep else None
    if kept is not None:
        return kept["labels"]
    found = []
    for first in range(0, len(labels), _STEP):
        ports.progress("labels encoded", first, len(labels))
        found.append(encode(labels[first : first + _STEP]))
    ports.progress("labels encoded", len(labels), len(labels))
    vectors = np.concatenate(found) if found else np.zeros((0, 1), np.float32)
    if keep:
        ports.taxonomies.save_arrays(f"{name}-encoder", digest, {"labels": vectors})
    return vectors


def _digest(*values: object) -> str:
    running = hashlib.sha256()
    for value in values:
        running.update(repr(value).encode())
    return running.hexdigest()
