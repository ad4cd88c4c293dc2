"""Tables as text files: JSON Lines and CSV, both copies of the Parquet files."""

import json

from .cells import guard
from .lookup import Cell, Row
from .schemas import Schema

# JSON leaves these characters as they are, and some programs end a line at them.
_LINE_BREAKS = str.maketrans({"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def json_lines(rows: list[Row]) -> bytes:
    """One object a line, keys in the order of the schema, UTF-8."""
    return "".join(f"{_json(row)}\n" for row in rows).encode()


def csv(schema: Schema, rows: list[Row]) -> bytes:
    r"""RFC 4180 with a header line: UTF-8 without a byte order mark, lines end in "\n".

    Texts and lists stand in quotation marks, always; numbers and what is missing (null) do not,
    so that null and the empty text differ. Lists are JSON, booleans ``true`` and ``false``. No
    text is a formula (`guard`). The standard library's writer will not do: before Python 3.13
    it leaves a lone carriage return bare, and it writes null like an empty text.
    """
    lines = [[_quoted(column.name) for column in schema]]
    lines += [[_csv_cell(cell) for cell in row.values()] for row in rows]
    return "".join(",".join(line) + "\n" for line in lines).encode()


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _quoted(guard(cell))
    return _quoted(_json(cell)) if isinstance(cell, list) else _json(cell)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _json(value: Cell | Row) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.translate(_LINE_BREAKS)
