"""Fixture tables that anyone can extend: a title, ".", the input, ".", what is expected, "."."""

from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent


def table(name: str) -> list[Any]:
    """The cases of a table as parameters (input, expected), named by their titles."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    _, *parts = text.split("\n\n", 1)
    cells = "".join(parts).split("\n.\n")
    cases = [cells[at : at + 3] for at in range(0, len(cells) - 2, 3)]
    return [pytest.param(given, expected, id=title.strip()) for title, given, expected in cases]
