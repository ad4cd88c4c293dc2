"""Tables as Arrow knows them: Parquet files, and data frames for pandas.

The only door to pandas and PyArrow. Both are imported where they are used: they cost half a
second, which a caller that only writes text files need not wait for.
"""

import io
from typing import TYPE_CHECKING, Any

from .lookup import Row
from .schemas import SCHEMAS, Column, ColumnType

if TYPE_CHECKING:
    import pandas as pd

# Named, so that a new default of the library changes no byte; 3 is zstd's own level.
_PARQUET_VERSION = "2.6"
_COMPRESSION, _COMPRESSION_LEVEL = "zstd", 3
_ROWS_IN_A_GROUP = 1_048_576


def frame(name: str, rows: list[Row]) -> "pd.DataFrame":
    """The table as a data frame, whole numbers that may be missing as `Int64`."""
    import pandas as pd

    made: pd.DataFrame = _arrow(name, rows).to_pandas(use_threads=False)
    optional = [
        column.name
        for column in SCHEMAS[name]
        if column.nullable and column.type is ColumnType.INTEGER
    ]
    return made.astype(dict.fromkeys(optional, pd.Int64Dtype()))


def to_parquet(name: str, rows: list[Row]) -> bytes:
    """The table as a Parquet file; what each column means is in the metadata of its field."""
    from pyarrow import parquet

    sink = io.BytesIO()
    parquet.write_table(
        _arrow(name, rows),
        sink,
        version=_PARQUET_VERSION,
        compression=_COMPRESSION,
        compression_level=_COMPRESSION_LEVEL,
        row_group_size=_ROWS_IN_A_GROUP,
    )
    return sink.getvalue()


def from_parquet(data: bytes) -> list[dict[str, Any]]:
    """The rows of a Parquet file.

    Raises:
        ValueError: the bytes are no Parquet file.
    """
    import pyarrow as pa
    from pyarrow import parquet

    try:
        # Without threads: PyArrow's own, idle when Python ends, now and then abort it
        # ("terminate called without an active exception", seen with 26.0 in 3 runs of 12).
        file = parquet.ParquetFile(io.BytesIO(data), pre_buffer=False)
        rows: list[dict[str, Any]] = file.read(use_threads=False).to_pylist()
    except (pa.ArrowException, OSError) as error:
        raise ValueError(str(error)) from error
    return rows


def _arrow(name: str, rows: list[Row]) -> Any:
    import pyarrow as pa

    schema = pa.schema([_field(column) for column in SCHEMAS[name]])
    return pa.Table.from_pylist(rows, schema=schema)


def _field(column: Column) -> Any:
    import pyarrow as pa

    span = pa.struct([pa.field(end, pa.int64(), nullable=False) for end in ("start", "end")])
    types = {
        ColumnType.TEXT: pa.string(),
        ColumnType.INTEGER: pa.int64(),
        ColumnType.NUMBER: pa.float64(),
        ColumnType.BOOLEAN: pa.bool_(),
        ColumnType.TEXTS: pa.list_(pa.field("element", pa.string(), nullable=False)),
        ColumnType.SPANS: pa.list_(pa.field("element", span, nullable=False)),
    }
    return pa.field(
        column.name,
        types[column.type],
        nullable=column.nullable,
        metadata={"description": column.description},
    )
