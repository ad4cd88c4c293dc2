"""Files of a model, and programs, that the user named."""

import sys
from collections.abc import Sequence
from pathlib import Path

from sourcecompare.errors import SettingError

from .inputs import read_file

LARGEST_PROGRAM = 10_000_000
"""Bytes; what is larger was hardly written by hand."""


def read_model(folder: Path, names: Sequence[str]) -> dict[str, bytes]:
    """Those of the named files that the folder holds.

    Raises:
        SettingError: there is no such folder.
        InputError: a file cannot be read.
    """
    if not folder.is_dir():
        raise SettingError(f"There is no folder {folder}; name the folder that holds the model.")
    return {
        name: read_file(folder / name, sys.maxsize) for name in names if (folder / name).is_file()
    }


def read_program(path: Path) -> bytes:
    """A Python file.

    Raises:
        SettingError: there is no such file.
        InputError: it cannot be read.
    """
    if not path.exists():
        raise SettingError(f"There is no file {path}; name the Python file that defines a judge.")
    return read_file(path, LARGEST_PROGRAM)
