"""The files of a model that the user named."""

import sys
from collections.abc import Sequence
from pathlib import Path

from sourcecompare.errors import SettingError

from .inputs import read_file


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
