"""What a model's folder holds whatever its network is for: the graph, the tokenizer, a limit."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_TOKENIZER = "tokenizer.json"
_TOKENIZER_SETTINGS = "tokenizer_config.json"
_GRAPHS = ("onnx/model.onnx", "model.onnx")

NETWORK_FILES = (_TOKENIZER, *_GRAPHS, _TOKENIZER_SETTINGS)
"""what is read, by path below the folder; the first is needed, and one of the two networks"""

_MOST_TOKENS = 512
"""Tokens of an input that are read where the model does not take fewer: some 350 words. Time grows
with the square."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What is needed to run a network."""

    tokenizer: str
    """JSON"""
    graph: bytes
    """ONNX"""
    tokens: int
    """of an input that are read"""


def parts(files: Mapping[str, bytes], *limits: int | None) -> Parts:
    """The parts of a model, given those of `NETWORK_FILES` that it has.

    `limits` are what further files say of the tokens that it takes; the least of all holds.

    Raises:
        ValueError: a file is missing or says what is not understood.
    """
    graph = next((files[name] for name in _GRAPHS if name in files), None)
    if _TOKENIZER not in files or graph is None:
        lacking = _TOKENIZER if graph is not None else " and no ".join(_GRAPHS)
        raise ValueError(f"it has no {lacking}")
    said = (json_of(files, _TOKENIZER_SETTINGS) or {}).get("model_max_length")
    return Parts(
        tokenizer=files[_TOKENIZER].decode("utf-8"),
        graph=graph,
        tokens=min(int(one) for one in (*limits, said, _MOST_TOKENS) if one and one > 0),
    )


def json_of(files: Mapping[str, bytes], name: str) -> Any:
    """What a file holds, None if there is none."""
    return json.loads(files[name]) if name in files else None
