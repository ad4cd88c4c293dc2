"""Arrays over the blocks of a page: neighbours, windows, what came before."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Features = dict[str, Floats]
"""name -> a value for each block, shape (blocks,)"""
Columns = dict[str, NDArray[np.float32]]
"""the same as forests read it; half the memory, and a page has some two hundred of them"""

FAR = 50.0
"""Blocks; what is farther away, or not there at all, is this far."""


def shifted(values: Floats, by: int, fill: float = 0.0) -> Floats:
    """The value of the block `by` places before (after, if negative).

    >>> shifted(np.array([1.0, 2.0, 3.0]), 1)
    array([0., 1., 2.])
    """
    out = np.full(len(values), fill)
    if 0 < by < len(values):
        out[by:] = values[:-by]
    elif 0 < -by < len(values):
        out[:by] = values[-by:]
    return out


def windowed(values: Floats, radius: int) -> Floats:
    """Mean of the neighbours up to `radius` blocks away, the block itself left out.

    What lies outside the page counts as 0.
    """
    sums = np.concatenate([[0.0], np.cumsum(values)])
    places = np.arange(len(values))
    last = np.minimum(len(values), places + radius + 1)
    first = np.maximum(0, places - radius)
    return np.asarray((sums[last] - sums[first] - values) / (2 * radius))


def before(values: Floats) -> Floats:
    """The sum of all blocks before each block."""
    return np.asarray(np.cumsum(values) - values)


def reach(values: Floats, size: int) -> tuple[Floats, Floats]:
    """The sums of up to `size` blocks right before and right after each block."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    places, count = np.arange(len(values)), len(values)
    ahead = sums[np.minimum(count, places + size + 1)] - sums[places + 1]
    return sums[places] - sums[np.maximum(0, places - size)], ahead


def since(flags: NDArray[np.bool_]) -> Floats:
    """How many blocks ago the last flagged block was, the block itself left out."""
    places = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, places, -int(FAR)))
    before_each = np.concatenate([[-int(FAR)], last[:-1]])
    return np.asarray(np.minimum(places - before_each, FAR))


def until(flags: NDArray[np.bool_]) -> Floats:
    """In how many blocks the next flagged block comes, the block itself left out."""
    return np.asarray(since(flags[::-1])[::-1])


def narrowed(features: Features) -> Columns:
    """The features as forests read them."""
    return {name: values.astype(np.float32) for name, values in features.items()}


def spread(value: float, count: int) -> Floats:
    """One value of the page for each of its blocks."""
    return np.full(count, float(value))
