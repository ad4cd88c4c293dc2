"""Writing an output folder as a whole, or not at all.

The new outputs are staged beside the folder; two renames then swap them in:

    out, new        staged                 a start after a kill here: removes `new`
    old, new        out -> old             ... renames `old` back and removes `new`
    old, out        new -> out             ... goes on below
    out             what is not ours is moved from `old` to `out`, the rest of `old` removed

What is ours, the manifest says: `run.json` lists every file that we wrote. Nothing else is ever
removed or written over.
"""

import os
import shutil
import sys
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from sourcecompare.errors import InputError, OutputError, SettingError
from sourcecompare.text import short_hash

from .inputs import read_file, why
from .manifest import GENERATOR, MANIFEST, check_manifest, ours


class _Places:
    """The folder itself and the two that stand in for it for a moment, on the same file system."""

    def __init__(self, out: Path) -> None:
        self.out = Path(os.path.realpath(out))  # of a link, its target is written
        mark = short_hash(self.out.name)
        self.new = self.out.parent / f".{GENERATOR}-{mark}-new"
        self.old = self.out.parent / f".{GENERATOR}-{mark}-old"


def check_output(out: Path, inputs: Path) -> None:
    """Refuse at once what could not be written in the end; put right what a killed run left.

    Raises:
        SettingError: one of the two folders lies in the other.
        OutputError: there is something else at `out`, or it cannot be written.
    """
    places = _Places(out)
    root = Path(os.path.realpath(inputs))
    if _inside(places.out, root) or _inside(root, places.out):
        raise SettingError(
            f"The output folder {out} and the inputs {inputs} lie one in the other; "
            "name an output folder beside the inputs."
        )
    _recover(places)
    _foreign_files(places, ())
    if os.path.ismount(places.out):
        raise OutputError(
            f"{out} is a mounted volume, which cannot be swapped as a whole; name a folder in it."
        )
    above = next(each for each in places.out.parents if each.exists())
    for folder in (above, places.out):
        if folder.exists() and not os.access(folder, os.W_OK):
            raise OutputError(
                f"{out} cannot be written because {folder} is read-only; "
                "name another output folder."
            )


def publish(out: Path, files: Mapping[str, bytes]) -> None:
    """Make `files` the contents of the folder `out`: all of them, or none.

    The names are relative, with "/"; one is `run.json`, the manifest. Files in the folder that we
    did not write stay where they are.

    Raises:
        OutputError: the folder is not ours or cannot be written; the previous outputs stand.
        ValueError: the manifest does not list the files.
    """
    check_manifest(files)
    places = _Places(out)
    try:
        _recover(places)
        foreign = _foreign_files(places, files)
        places.out.parent.mkdir(parents=True, exist_ok=True)
        try:
            _stage(places.new, files)
            if places.out.exists():
                shutil.copymode(places.out, places.new)
            _swap(places)
        except BaseException:
            shutil.rmtree(places.new, ignore_errors=True)
            raise
    except OSError as error:
        raise OutputError(
            f"{out} could not be written ({why(error)}) and is as it was; "
            "make room or check permissions, or name another output folder."
        ) from error
    try:
        _retire(places, foreign)
    except OSError as error:
        raise OutputError(
            f"{out} is written, but {places.old} could not be tidied away ({why(error)}); "
            "your own files there are moved back at the next start."
        ) from error


def read_output(out: Path, name: str) -> bytes:
    """A file of finished outputs.

    Raises:
        InputError: `out` holds no outputs of ours, or no such file.
    """
    written = ours(out)
    if written is None:
        raise InputError(f"{out} holds no outputs; name a folder that {GENERATOR} has written.")
    if name not in written:
        raise InputError(f"{out} holds no {name}; write the outputs again.")
    return read_file(out / name, sys.maxsize)


def _inside(path: Path, folder: Path) -> bool:
    """Whether `path` is `folder` or lies in it, in whatever case the names are written."""
    return folder.exists() and any(
        each.exists() and each.samefile(folder) for each in (path, *path.parents)
    )


def _foreign_files(places: _Places, names: Collection[str]) -> list[Path]:
    """What others put into the output folder, where `names` are to be written; see `_below`."""
    out = places.out
    if not os.path.lexists(out):
        return []
    if not out.is_dir():
        raise OutputError(f"{out} is not a folder; name another output folder, or move it away.")
    try:
        entries = [each.name for each in out.iterdir()]
        written = ours(out)
        if written is None and any(not name.startswith(".") for name in entries):
            raise OutputError(
                f"{out} holds files that {GENERATOR} did not write; "
                "name an empty or new folder, or move them away."
            )
        foreign = _below(out, written or set(), names)
    except OSError as error:
        raise OutputError(
            f"{out} cannot be listed ({why(error)}); check its permissions."
        ) from error
    for name in sorted(names):
        way = {PurePosixPath(name), *PurePosixPath(name).parents}
        clash = [each for each in foreign if PurePosixPath(each.as_posix()) in way]
        if clash:
            raise OutputError(
                f"{out / clash[0]} was not written by {GENERATOR} and would be written over; "
                "move it away or rename it."
            )
    return foreign


def _below(root: Path, written: set[str], wanted: Collection[str]) -> list[Path]:
    """Relative paths under `root`, sorted, that we have not written: files, and folders as a whole.

    A folder that holds something written or wanted is looked into instead.
    """
    shared = {parent for each in (*written, *wanted) for parent in PurePosixPath(each).parents}
    found, folders = [], [root]
    while folders:
        for path in folders.pop().iterdir():
            relative = path.relative_to(root)
            if PurePosixPath(relative.as_posix()) in shared and _is_real_folder(path):
                folders.append(path)
            elif relative.as_posix() not in written:
                found.append(relative)
    return sorted(found)


def _is_real_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _recover(places: _Places) -> None:
    """Put right what a killed run left; see the table at the top."""
    try:
        if os.path.lexists(places.new):
            shutil.rmtree(places.new)
    except OSError as error:
        raise OutputError(
            f"{places.new}, left by a killed run, cannot be removed ({why(error)}); "
            "remove it by hand."
        ) from error
    if not places.old.is_dir():
        return
    try:
        if places.out.is_dir() and ours(places.out) is None:
            places.out.rmdir()  # somebody made an empty folder since; else it is an OSError
        if places.out.exists():
            published = ours(places.out) or set()
            _retire(places, _below(places.old, ours(places.old) or set(), published))
        else:
            places.old.rename(places.out)
    except OSError as error:
        raise OutputError(
            f"The previous outputs, left in {places.old} by a killed run, cannot be put back to "
            f"{places.out} ({why(error)}); move them there by hand."
        ) from error


def _stage(new: Path, files: Mapping[str, bytes]) -> None:
    """Write all files below `new`, and have the system write them to the disk."""
    new.mkdir()
    folders = {new}
    for name in sorted(files):
        path = new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        folders.add(path.parent)
        with path.open("xb") as file:
            file.write(files[name])
            file.flush()
            os.fsync(file.fileno())
    for folder in sorted(folders):
        _sync(folder)


def _swap(places: _Places) -> None:
    """Put `new` in the place of `out`, or leave all as it is."""
    try:
        if places.out.exists():
            places.out.rename(places.old)
        places.new.rename(places.out)
    except BaseException:
        if places.old.exists() and not places.out.exists():
            places.old.rename(places.out)
        raise
    _sync(places.out.parent)


def _retire(places: _Places, foreign: list[Path]) -> None:
    """Move what is not ours from `old` to `out` and remove the rest, the manifest last."""
    if not places.old.exists():
        return
    for path in foreign:
        target = places.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(target):
            raise OSError(f"{target} exists")
        (places.old / path).rename(target)
    names = (ours(places.old) or set()) - {MANIFEST}
    for name in sorted(names):
        (places.old / name).unlink(missing_ok=True)
    for folder in sorted((each for each in places.old.rglob("*") if each.is_dir()), reverse=True):
        folder.rmdir()
    (places.old / MANIFEST).unlink(missing_ok=True)
    places.old.rmdir()


def _sync(folder: Path) -> None:
    """Have the system write a folder's entries to the disk, where that can be asked for."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
