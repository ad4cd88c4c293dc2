"""Texts to vectors, by a model that the user names."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from sourcecompare.networks import Network, open_network, plain, usable

from .reading import Matrix
from .recipe import Pooling, Recipe, recipe

_GRID = 2.0**20
"""Vectors are rounded to this grid, on which every sum of products is exact: a cosine depends on
neither the order of summing nor the shape of a matrix."""
_REMEMBERED = 1 << 16
"""Texts whose vectors an encoder keeps: 100 MB where a vector has 384 numbers."""
_WHOLE = "sentence_embedding"  # a network that pools by itself calls its output so
_WANTED = "in which sentence-transformers has saved a model as ONNX"

Encode = Callable[[Sequence[str]], Matrix]
"""Texts to rows of length 1, or 0, each of which depends on its own text alone."""


def encoder(files: Mapping[str, bytes], where: str) -> Encode:
    """The encoder of a model, given those of `MODEL_FILES` that it has; `where` names its folder.

    Vectors are remembered.

    Raises:
        SettingError: a library or file is missing, or the model cannot be used.
    """
    with usable(where, extra="semantic", wanted=_WANTED):
        how = recipe(files)
        encode = _encode_by(how, open_network(how.parts))
        probe = encode("x " * how.parts.tokens)  # what cannot be run is found out now
        if probe is None:
            raise ValueError("its tokenizer reads nothing in a text")
    remembered = lru_cache(maxsize=_REMEMBERED)(encode)
    nothing = np.zeros_like(probe)

    def rows(texts: Sequence[str]) -> Matrix:
        with usable(where, extra="semantic", wanted=_WANTED):
            found = [remembered(plain(text)) for text in texts]
        return np.array([nothing if one is None else one for one in found], dtype=np.float64)

    return rows


def _encode_by(how: Recipe, network: Network) -> Callable[[str], Any]:
    """A text to its vector; None for one in which the tokenizer reads nothing.

    Raises:
        ValueError: the network gives what is not understood.
    """
    output = _WHOLE if _WHOLE in network.outputs else network.outputs[0]
    if how.layers and output != _WHOLE:
        raise ValueError(f"its network lacks the layers {', '.join(how.layers)}")

    def encode(text: str) -> Any:
        found = network.answer(output, text)
        if found is None:
            return None
        if found.ndim != (2 if output == _WHOLE else 3):
            raise ValueError(f"its network's output {output} has {found.ndim} dimensions")
        return _unit(found[0] if output == _WHOLE else _pooled(found[0], how.pooling))

    return encode


def _pooled(tokens: Matrix, pooling: Pooling) -> Matrix:
    """The vector of a text, of whose tokens none is padding.

    >>> _pooled(np.array([[1.0, 4.0], [3.0, 2.0]]), Pooling.MEAN).tolist()
    [2.0, 3.0]
    """
    if pooling is Pooling.MEAN:
        return np.asarray(tokens.mean(axis=0))
    if pooling is Pooling.MAX:
        return np.asarray(tokens.max(axis=0))
    return np.asarray(tokens[0 if pooling is Pooling.FIRST else -1])


def _unit(vector: Matrix) -> Any:
    """The vector with length 1, on the grid, of which float32 loses nothing; 0 has none."""
    length = float(np.linalg.norm(vector))
    if not np.isfinite(length) or not length:
        return np.zeros(vector.shape, dtype=np.float32)
    return np.asarray(np.rint(vector / length * _GRID) / _GRID, dtype=np.float32)
