"""A random forest as arrays: every tree is asked at once, for many rows."""

import io
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

CHUNK = 2_000
"""Rows that are asked at once: any number of them then needs little memory."""

LEAF = -1
"""Stands in place of a signal where a tree ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """Binary trees, the nodes of all in one row; each asks whether a signal exceeds a border."""

    names: tuple[str, ...]
    """signals that it asks for; `asked` are places in it"""
    roots: NDArray[np.int32]
    """shape (trees,): the first node of each tree"""
    asked: NDArray[np.int8]
    """shape (nodes,): the place of the signal; `LEAF` at a leaf"""
    borders: NDArray[np.float32]
    """shape (nodes,)"""
    below: NDArray[np.int32]
    """shape (nodes,): where to go if the signal is not above the border; the next node if it is"""
    votes: NDArray[np.int16]
    """shape (nodes,): what a leaf says, from 0 to `unit`; whole numbers add up alike everywhere"""
    unit: int
    depth: int
    """questions that a tree asks at most"""

    def chances(self, rows: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
        """How likely each row is, 0..1; rows have the signals of `names` in their order."""
        found = [
            self._chances(np.asarray(rows[start : start + CHUNK], np.float32))
            for start in range(0, len(rows), CHUNK)
        ]
        return np.concatenate(found) if found else np.zeros(0)

    def _chances(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        reached = np.repeat(self.roots[:, np.newaxis], len(rows), axis=1)
        places = np.arange(len(rows))
        for _ in range(self.depth):
            asked = self.asked[reached]
            inner = asked != LEAF
            above = rows[places, np.where(inner, asked, 0)] > self.borders[reached]
            moved = np.where(above, reached + 1, self.below[reached])
            reached = np.where(inner, moved, reached)
        sums = self.votes[reached].sum(axis=0, dtype=np.int64)
        return np.asarray(sums / (self.unit * len(self.roots)))

    def to_bytes(self) -> bytes:
        """The trees as a file; the same trees give the same bytes."""
        data = io.BytesIO()
        head = json.dumps({"names": self.names, "unit": self.unit, "depth": self.depth})
        np.savez_compressed(
            data,
            head=np.frombuffer(head.encode(), np.uint8),
            roots=self.roots,
            asked=self.asked,
            borders=self.borders,
            below=self.below,
            votes=self.votes,
        )
        return data.getvalue()


def trees_from_bytes(data: bytes) -> Trees:
    """Trees that `Trees.to_bytes` wrote."""
    with np.load(io.BytesIO(data), allow_pickle=False) as stored:
        head = json.loads(stored["head"].tobytes())
        return Trees(
            names=tuple(head["names"]),
            roots=stored["roots"],
            asked=stored["asked"],
            borders=stored["borders"],
            below=stored["below"],
            votes=stored["votes"],
            unit=head["unit"],
            depth=head["depth"],
        )


@cache
def shipped_trees(name: str) -> Trees:
    """The trees of a file that is part of the package; read once."""
    return trees_from_bytes(files("sourcecompare.conflicts.learned").joinpath(name).read_bytes())
