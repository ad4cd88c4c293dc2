"""Forests of decision trees that ask the same question on each floor; read and asked with numpy."""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .arrays import Floats

CHUNK = 2_000  # blocks asked at once: a page of any size then needs little memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Forest:
    """Trees of one depth; all nodes of a floor ask whether one feature exceeds one border."""

    names: tuple[str, ...]
    """features that it asks for; `columns` are places in it"""
    columns: NDArray[np.int16]
    """shape (trees, depth)"""
    borders: NDArray[np.float32]
    """shape (trees, depth)"""
    leaves: NDArray[np.int16]
    """shape (trees, 2 ** depth): leaf i has bit k set if the answer on floor k is yes"""
    unit: float
    """log-odds that a leaf's 1 stands for; whole numbers add up alike on every machine"""
    bias: float
    """log-odds"""

    def odds(self, features: Mapping[str, NDArray[np.floating[Any]]]) -> Floats:
        """Log-odds of each row, shape (rows,).

        Raises:
            KeyError: a feature of the forest is missing.
        """
        columns = [features[name] for name in self.names]
        trees, depth = self.columns.shape
        offsets = (np.arange(trees, dtype=np.int32) << depth)[:, np.newaxis]
        leaves = self.leaves.ravel()
        sums = []
        for start in range(0, len(columns[0]), CHUNK):
            rows = np.stack([column[start : start + CHUNK] for column in columns])
            reached = np.repeat(offsets, rows.shape[1], axis=1)
            for level in range(depth):
                answers = rows.take(self.columns[:, level], axis=0)
                yes = answers > self.borders[:, level, np.newaxis]
                reached += yes.astype(np.int32) << level
            sums.append(leaves.take(reached).sum(axis=0, dtype=np.int64))
        whole = np.concatenate(sums) if sums else np.zeros(0, np.int64)
        return np.asarray(whole * self.unit + self.bias)

    def to_bytes(self) -> bytes:
        """The forest as a file; the same forest gives the same bytes."""
        data = io.BytesIO()
        head = json.dumps({"names": self.names, "unit": self.unit, "bias": self.bias})
        np.savez_compressed(
            data,
            head=np.frombuffer(head.encode(), np.uint8),
            columns=self.columns,
            borders=self.borders,
            leaves=self.leaves,
        )
        return data.getvalue()


def forest_from_bytes(data: bytes) -> Forest:
    """A forest that `Forest.to_bytes` wrote."""
    with np.load(io.BytesIO(data), allow_pickle=False) as stored:
        head = json.loads(stored["head"].tobytes())
        return Forest(
            names=tuple(head["names"]),
            columns=stored["columns"],
            borders=stored["borders"],
            leaves=stored["leaves"],
            unit=head["unit"],
            bias=head["bias"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """The forests of the content model."""

    html: Forest
    text: Forest
    """a first look at plain text"""
    passages: Forest
    """a second look at it"""


@cache
def shipped_models() -> Models:
    """The forests that are part of the package; read once."""
    folder = files("sourcecompare.content").joinpath("models")
    read = {
        name: forest_from_bytes(folder.joinpath(f"{name}.npz").read_bytes())
        for name in ("html", "text", "passages")
    }
    return Models(**read)
