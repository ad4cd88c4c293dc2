"""What a model's folder says of how its texts are to be read: as sentence-transformers saves it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

_TOKENIZER = "tokenizer.json"
_TOKENIZER_SETTINGS = "tokenizer_config.json"
_GRAPHS = ("onnx/model.onnx", "model.onnx")
_MODULES = "modules.json"
_POOLING = "1_Pooling/config.json"
_LENGTH = "sentence_bert_config.json"

MODEL_FILES = (_TOKENIZER, *_GRAPHS, _MODULES, _POOLING, _LENGTH, _TOKENIZER_SETTINGS)
"""what is read, by path below the folder; the first is needed, and one of the two networks"""

_MOST_TOKENS = 512
"""Tokens of a text that are read where the model does not take fewer: some 350 words. Time grows
with the square."""
_OWN_LAYERS = {"Transformer", "Pooling", "Normalize"}


class Pooling(StrEnum):
    """How a text's vector comes from those of its tokens."""

    MEAN = "mean"
    FIRST = "cls"
    LAST = "lasttoken"
    MAX = "max"


_POOLINGS = {
    "cls": Pooling.FIRST,
    "cls_token": Pooling.FIRST,
    "lasttoken": Pooling.LAST,
    "max": Pooling.MAX,
    "max_tokens": Pooling.MAX,
    "mean": Pooling.MEAN,
    "mean_tokens": Pooling.MEAN,
    "mean_sqrt_len_tokens": Pooling.MEAN,  # another length, which is made 1 anyway
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """A model: its two parts, and how they are used."""

    tokenizer: str
    """JSON"""
    graph: bytes
    """ONNX"""
    pooling: Pooling
    layers: tuple[str, ...]
    """kinds of layers behind the pooling, which only some networks contain"""
    tokens: int
    """of a text that are read"""


def recipe(files: Mapping[str, bytes]) -> Recipe:
    """The recipe of a model, given those of `MODEL_FILES` that it has.

    Raises:
        ValueError: a file is missing or says what is not understood.
    """
    graph = next((files[name] for name in _GRAPHS if name in files), None)
    if _TOKENIZER not in files or graph is None:
        lacking = _TOKENIZER if graph is not None else " and no ".join(_GRAPHS)
        raise ValueError(f"it has no {lacking}")
    modules = _json(files, _MODULES)
    layers = [str(one["type"]).rpartition(".")[2] for one in modules or []]
    return Recipe(
        tokenizer=files[_TOKENIZER].decode("utf-8"),
        graph=graph,
        pooling=_pooling(_json(files, _POOLING) or {}),
        layers=tuple(layer for layer in layers if layer not in _OWN_LAYERS),
        tokens=_tokens(_json(files, _LENGTH) or {}, _json(files, _TOKENIZER_SETTINGS) or {}),
    )


def _json(files: Mapping[str, bytes], name: str) -> Any:
    """What a file holds, None if there is none."""
    return json.loads(files[name]) if name in files else None


def _pooling(said: Mapping[str, Any]) -> Pooling:
    """By one name, or by a flag for each way, of which one is up; the mean where nothing is said.

    >>> _pooling({"pooling_mode": "cls"}), _pooling({"pooling_mode_max_tokens": True})
    (<Pooling.FIRST: 'cls'>, <Pooling.MAX: 'max'>)
    """
    one = said.get("pooling_mode")
    flags = [key.removeprefix("pooling_mode_") for key, up in said.items() if up is True]
    chosen = [one] if one else sorted(set(flags) - {"include_prompt"})
    if len(chosen) > 1 or not _POOLINGS.keys() >= set(chosen):
        raise ValueError(f"{_POOLING} asks for {' and '.join(map(str, chosen))}")
    return _POOLINGS[chosen[0]] if chosen else Pooling.MEAN


def _tokens(length: Mapping[str, Any], tokenizer: Mapping[str, Any]) -> int:
    said = (length.get("max_seq_length"), tokenizer.get("model_max_length"), _MOST_TOKENS)
    return min(int(one) for one in said if one)
