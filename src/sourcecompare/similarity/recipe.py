"""What a model's folder says of how its texts are to be read: as sentence-transformers saves it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sourcecompare.networks import NETWORK_FILES, Parts, json_of, parts

_MODULES = "modules.json"
_POOLING = "1_Pooling/config.json"
_LENGTH = "sentence_bert_config.json"

MODEL_FILES = (*NETWORK_FILES, _MODULES, _POOLING, _LENGTH)
"""what is read, by path below the folder; those of `NETWORK_FILES` are needed that are there"""

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
    """A model: its parts, and how they are used."""

    parts: Parts
    pooling: Pooling
    layers: tuple[str, ...]
    """kinds of layers behind the pooling, which only some networks contain"""


def recipe(files: Mapping[str, bytes]) -> Recipe:
    """The recipe of a model, given those of `MODEL_FILES` that it has.

    Raises:
        ValueError: a file is missing or says what is not understood.
    """
    length = json_of(files, _LENGTH) or {}
    needed = parts(files, length.get("max_seq_length"))
    modules = json_of(files, _MODULES)
    layers = [str(one["type"]).rpartition(".")[2] for one in modules or []]
    return Recipe(
        parts=needed,
        pooling=_pooling(json_of(files, _POOLING) or {}),
        layers=tuple(layer for layer in layers if layer not in _OWN_LAYERS),
    )


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
