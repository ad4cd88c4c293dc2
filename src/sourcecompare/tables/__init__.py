"""Tables that researchers can work with, and the way back from them to a run.

The Parquet files are the canonical form, with an explicit schema; JSON Lines and CSV are copies.
docs/DATA.md describes every table and column.
"""

from typing import TYPE_CHECKING

from sourcecompare.model import Run

from . import frames, text_files
from .back import run_from_tables
from .cells import guard, unguard
from .record import run_json
from .rows import table_rows
from .schemas import SCHEMAS, Column, ColumnType

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "SCHEMAS",
    "Column",
    "ColumnType",
    "guard",
    "run_from_tables",
    "run_json",
    "table_files",
    "tabulate",
    "unguard",
]


def tabulate(run: Run) -> "dict[str, pd.DataFrame]":
    """Every table of the run as a data frame, by name, in the order of `SCHEMAS`.

    A table without rows has all its columns with their types. Whole numbers that may be missing
    are pandas' ``Int64``; lists are arrays, spans are dictionaries with "start" and "end".
    """
    return {name: frames.frame(name, rows) for name, rows in table_rows(run).items()}


def table_files(run: Run) -> dict[str, bytes]:
    """Every table as ``data/<table>.parquet``, ``.jsonl`` and ``.csv``: equal runs, equal bytes."""
    files: dict[str, bytes] = {}
    for name, rows in table_rows(run).items():
        files[f"data/{name}.parquet"] = frames.to_parquet(name, rows)
        files[f"data/{name}.jsonl"] = text_files.json_lines(rows)
        files[f"data/{name}.csv"] = text_files.csv(SCHEMAS[name], rows)
    return files
