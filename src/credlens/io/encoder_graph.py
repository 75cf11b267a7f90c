"""A BERT encoder's weights as an int8 ONNX graph, without the framework it was trained in.

The layout follows Devlin et al. 2018 (BERT); MiniLM-L6 has 6 layers, 12 heads and 384 dimensions. Only the matrix products are quantised
(dynamic, per channel): measured on the ranking benchmark's labels it costs nothing.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import numpy as np

LAYERS, HEADS, WIDTH = 6, 12, 384


def build(weights: Path, folder: Path) -> Path:
    """Write the graph into a folder.

    Inputs of the graph: ``ids``, shape (1, tokens); ``positions``, shape (tokens,). Output: ``tokens``, shape (1, tokens, 384), not pooled.
    One text at a time: padding to the longest of a batch costs more than it saves, and what is read beside a text must not change its vector
    (int8 scales are taken from all that is read together).

    Args:
        weights: safetensors with the names that BERT checkpoints use.
        folder: an empty folder for what comes in between.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from safetensors.numpy import load_file

    plain, quantised = folder / "float32.onnx", folder / "int8.onnx"
    onnx.save(_Graph(load_file(weights)).model(), plain)
    logging.getLogger().disabled, before = True, logging.getLogger().disabled
    try:
        quantize_dynamic(plain, quantised, weight_type=QuantType.QInt8, per_channel=True)
    finally:
        logging.getLogger().disabled = before
    return quantised


class _Graph:
    def __init__(self, weights: dict[str, Any]) -> None:
        from onnx import helper, numpy_helper

        self._helper, self._to_tensor = helper, numpy_helper.from_array
        self._weights = weights
        self._nodes: list[Any] = []
        self._constants: list[Any] = []

    def model(self) -> Any:
        from onnx import TensorProto, checker

        x = self._embeddings()
        for layer in range(LAYERS):
            x = self._layer(x, f"encoder.layer.{layer}.")
        self._nodes.append(self._helper.make_node("Identity", [x], ["tokens"]))
        shape, value = ["texts", "tokens"], self._helper.make_tensor_value_info
        graph = self._helper.make_graph(
            self._nodes,
            "encoder",
            [
                value("ids", TensorProto.INT64, shape),
                value("positions", TensorProto.INT64, ["tokens"]),
            ],
            [value("tokens", TensorProto.FLOAT, [*shape, WIDTH])],
            self._constants,
        )
        model = self._helper.make_model(graph, opset_imports=[self._helper.make_opsetid("", 17)])
        model.ir_version = 8  # the oldest that opset 17 allows: read by every supported onnxruntime
        checker.check_model(model)
        return model

    def _embeddings(self) -> str:
        words = self._node("Gather", self._weight("embeddings.word_embeddings.weight"), "ids")
        places = self._node("Gather", self._weight("embeddings.position_embeddings.weight"), "positions")
        segment = self._constant(self._weights["embeddings.token_type_embeddings.weight"][0])
        return self._normed(self._node("Add", self._node("Add", words, places), segment), "embeddings.LayerNorm")

    def _layer(self, x: str, name: str) -> str:
        attended = self._linear(self._attention(x, name + "attention.self."), name + "attention.output.dense")
        x = self._normed(self._node("Add", x, attended), name + "attention.output.LayerNorm")
        inner = self._gelu(self._linear(x, name + "intermediate.dense"))
        return self._normed(self._node("Add", x, self._linear(inner, name + "output.dense")), name + "output.LayerNorm")

    def _attention(self, x: str, name: str) -> str:
        apart = self._constant(np.array([0, 0, HEADS, WIDTH // HEADS], np.int64))
        query, key, value = (
            self._node("Transpose", self._node("Reshape", self._linear(x, name + part), apart), perm=order)
            for part, order in (("query", [0, 2, 1, 3]), ("key", [0, 2, 3, 1]), ("value", [0, 2, 1, 3]))
        )
        scale = self._constant(np.float32(1 / np.sqrt(WIDTH // HEADS)))
        near = self._node("Softmax", self._node("Mul", self._node("MatMul", query, key), scale), axis=-1)
        together = self._node("Transpose", self._node("MatMul", near, value), perm=[0, 2, 1, 3])
        return self._node("Reshape", together, self._constant(np.array([0, 0, WIDTH], np.int64)))

    def _gelu(self, x: str) -> str:
        error = self._node("Erf", self._node("Mul", x, self._constant(np.float32(1 / np.sqrt(2)))))
        half = self._node("Mul", x, self._constant(np.float32(0.5)))
        return self._node("Mul", half, self._node("Add", error, self._constant(np.float32(1))))

    def _linear(self, x: str, name: str) -> str:
        product = self._node("MatMul", x, self._constant(np.ascontiguousarray(self._weights[name + ".weight"].T)))
        return self._node("Add", product, self._weight(name + ".bias"))

    def _normed(self, x: str, name: str) -> str:
        return self._node(
            "LayerNormalization",
            x,
            self._weight(name + ".weight"),
            self._weight(name + ".bias"),
            axis=-1,
            epsilon=1e-12,
        )

    def _weight(self, name: str) -> str:
        return self._constant(self._weights[name])

    def _constant(self, value: Any) -> str:
        name = f"c{len(self._constants)}"
        self._constants.append(self._to_tensor(np.asarray(value), name))
        return name

    def _node(self, kind: str, *inputs: str, **attributes: Any) -> str:
        output = f"v{len(self._nodes)}"
        self._nodes.append(self._helper.make_node(kind, list(inputs), [output], **attributes))
        return output
