"""What tells an output folder of ours from any other, and our files in it from the user's."""

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from sourcecompare.errors import InputError

from .inputs import read_file

GENERATOR = "sourcecompare"
MANIFEST = "run.json"
"""a JSON object with `"generator": GENERATOR` and `"files"`, the names of all outputs"""

_NAME = re.compile(r"[^/\\:\0]+(?:/[^/\\:\0]+)*")


def check_manifest(files: Mapping[str, bytes]) -> None:
    """Refuse files whose manifest is not theirs.

    Raises:
        ValueError: a name is not relative, or the manifest does not list just these files.
    """
    for name in files:
        if not _safe(name):
            raise ValueError(f"{name!r} is no relative file name")
    if _manifest(files.get(MANIFEST, b"")) != set(files):
        raise ValueError(f"{MANIFEST} must have the generator {GENERATOR!r} and list all files")


def _manifest(data: bytes) -> set[str] | None:
    """The files that a manifest lists, None if it is none of ours."""
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or told.get("generator") != GENERATOR:
        return None
    names = told.get("files")
    if not isinstance(names, list) or MANIFEST not in names:
        return None
    # A manifest that was tampered with must not lead us out of the folder.
    return set(names) if all(isinstance(each, str) and _safe(each) for each in names) else None


def _safe(name: str) -> bool:
    """Whether a name stays inside the folder that it is joined to, on every system."""
    return bool(_NAME.fullmatch(name)) and not {".", ".."} & set(name.split("/"))


def ours(folder: Path) -> set[str] | None:
    """The names of our files in a folder, None if it is not ours."""
    try:
        return _manifest(read_file(folder / MANIFEST, sys.maxsize))
    except InputError:
        return None
