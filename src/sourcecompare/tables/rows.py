"""A run as rows of plain values, one list a table, each row in the order of its schema."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from sourcecompare.model import Run

from . import page_rows, story_rows
from .lookup import Cell, Lookup, Row, look_up
from .schemas import SCHEMAS, ColumnType

_MAKERS: Mapping[str, Callable[[Run, Lookup], Iterator[Row]]] = MappingProxyType(
    {
        "documents": page_rows.document_rows,
        "blocks": page_rows.block_rows,
        "removals": page_rows.removal_rows,
        "sentences": page_rows.sentence_rows,
        "alignments": story_rows.alignment_rows,
        "links": story_rows.link_rows,
        "groups": story_rows.group_rows,
        "reuse": story_rows.reuse_rows,
        "findings": story_rows.finding_rows,
        "evidence": story_rows.evidence_rows,
        "errors": story_rows.error_rows,
    }
)

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character: UTF-8 has no bytes for it. Must not match: whole characters beyond U+FFFF."""


def table_rows(run: Run) -> dict[str, list[Row]]:
    """The rows of every table, in the order of `SCHEMAS`.

    Every text is fit for UTF-8: half a surrogate pair, which no decoded page holds but a title
    handed in may, becomes U+FFFD.
    """
    lookup = look_up(run)
    return {
        name: [
            {column.name: _fit(row[column.name], column.type) for column in schema}
            for row in _MAKERS[name](run, lookup)
        ]
        for name, schema in SCHEMAS.items()
    }


def mend(text: str) -> str:
    """The text with U+FFFD for each lone surrogate: as long as before, and fit for UTF-8."""
    return _SURROGATE.sub("\ufffd", text)


def _fit(cell: Cell, kind: ColumnType) -> Cell:
    """The cell as a plain value of its column: no member of a closed set, no number of NumPy."""
    if isinstance(cell, str):
        return mend(str(cell))
    if isinstance(cell, list) and kind is ColumnType.TEXTS:
        return [mend(str(part)) for part in cell]
    return float(cell) if isinstance(cell, float | int) and kind is ColumnType.NUMBER else cell
