"""Tables as text files: JSON Lines and CSV, both copies of the Parquet files."""

import json
import re

from .cells import guard
from .lookup import Cell, Row
from .schemas import Schema

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_LINE_BREAK = re.compile("[\u0085\u2028\u2029]")
"""What JSON leaves as it is though some programs end a line there. Must not match: "\\n"."""


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
    if isinstance(cell, list):
        return _quoted(_json(cell))
    return str(cell).lower()  # a number, as JSON writes it too; or True, which JSON writes small


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _json(value: Cell | Row) -> str:
    return _LINE_BREAK.sub(_escape, _ENCODER.encode(value))


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
