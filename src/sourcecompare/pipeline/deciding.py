"""Decisions of editors: their files into one value, and what they restore into the articles."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from sourcecompare import decisions as room
from sourcecompare.clean import restore
from sourcecompare.model import Article, Decisions, Rejected, Restoration
from sourcecompare.store import read_file


def read_decisions(*paths: str | Path) -> Decisions:
    """All that the decision files say, united; their order changes nothing.

    Raises:
        InputError: a file does not exist, cannot be read or is far too large.
        SettingError: a file is no decision file of this version, or holds what cannot be meant.
    """
    files: dict[bytes, Path] = {}
    for path in sorted({Path(path) for path in paths}):
        files.setdefault(read_file(path, room.MOST_BYTES), path)  # a copy says nothing more
    names = _told_apart(files.values())
    return room.merge(room.read_decisions(data, names[path]) for data, path in files.items())


def restored(
    results: Sequence[Article | Rejected], decisions: Decisions | None
) -> tuple[Article | Rejected, ...]:
    """The results with what editors took back of their removals."""
    wanted: defaultdict[str, list[Restoration]] = defaultdict(list)
    for one in decisions.restored if decisions else ():
        wanted[one.page].append(one)
    return tuple(restore(result, wanted.get(result.page.id, ())) for result in results)


def _told_apart(paths: Iterable[Path]) -> dict[Path, str]:
    """The name of each file, with as many folders as tell it from the others.

    What a file is called stands for the editor who is not named in it, and two editors' files are
    often called alike: in one name, the later verdict would silently replace the earlier.
    """
    alike: defaultdict[str, list[Path]] = defaultdict(list)
    for path in paths:
        alike[path.name].append(path)
    return {path: "/".join(path.parts[-_depth(some) :]) for some in alike.values() for path in some}


def _depth(paths: Sequence[Path]) -> int:
    """How many parts from the end differ for all of the paths."""
    deepest = max(len(path.parts) for path in paths)
    return next(
        depth
        for depth in range(1, deepest + 1)
        if len({path.parts[-depth:] for path in paths}) == len(paths)
    )
