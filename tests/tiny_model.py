"""Models small enough to be read: one of meaning, one of what contradicts what.

In the first, words that mean the same have the same vector; in the second, opposites have opposite
ones. They have the files that sentence-transformers saves. The networks are written as ONNX by
hand, which is protocol buffers: fields with a number each, so that no library is needed.
"""

import json
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .small import lay

MEANINGS = (
    ("minister", "politician"),
    ("resigned", "quit"),
    ("scandal", "affair"),
    ("rain", "showers"),
    ("coast", "shore"),
)
"""Each has an axis of its own; other words have the vector 0."""
OPPOSITES = (("open", "shut"), ("rose", "fell"), ("12", "15"))
"""Each has an axis of its own, with 1 and -1; the product of two texts says what they are."""
LOGIT = 4.0
"""of contradiction where the product is -1, of entailment where it is 1"""
UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
BROKEN = "kaboom"
"""a word at which the judge's network fails"""
LABELS = {"0": "contradiction", "1": "entailment", "2": "neutral"}

_INT64, _FLOAT = 7, 1  # ONNX's numbers of types of elements
_INT, _INTS = 2, 7  # and of attributes


def lay_model(
    folder: Path,
    *,
    pools: bool = False,
    inputs: Sequence[str] = ("input_ids", "attention_mask"),
    files: Mapping[str, str] | None = None,
    outside: str = "",
) -> Path:
    """A folder with the model; its network gives vectors of tokens, or of a text if it `pools`.

    `outside` is the file in which the network says that its weights are.
    """
    vocabulary = {UNKNOWN: 0}
    rows = [[0.0] * len(MEANINGS)]
    for axis, same in enumerate(MEANINGS):
        for word in same:
            vocabulary[word] = len(rows)
            rows.append([float(axis == at) for at in range(len(MEANINGS))])
    made: dict[str, str | bytes] = {
        "tokenizer.json": json.dumps(tokenizer_of(vocabulary)),
        "onnx/model.onnx": network(rows, inputs, pools=pools, outside=outside),
    }
    return lay(folder, made | dict(files or {}))


def lay_judge(
    folder: Path,
    *,
    config: Mapping[str, Any] | None = None,
    graph: bytes | None = None,
    files: Mapping[str, str] | None = None,
) -> Path:
    """A folder with the judge; `config` instead of one with `LABELS`, `graph` instead of its own.

    It reads pairs as `[CLS] left [SEP] right [SEP]`.
    """
    vocabulary = {UNKNOWN: 0, START: 1, END: 2}
    rows = [[0.0] * len(OPPOSITES)] * 3
    for axis, words in enumerate(OPPOSITES):
        for word, sign in zip(words, (1.0, -1.0), strict=True):
            vocabulary[word] = len(rows)
            rows.append([sign * (axis == at) for at in range(len(OPPOSITES))])
    vocabulary[BROKEN] = len(rows)  # and there is no such row
    tokenizer = tokenizer_of(vocabulary) | {"post_processor": _PAIRS}
    made: dict[str, str | bytes] = {
        "tokenizer.json": json.dumps(tokenizer),
        "onnx/model.onnx": pair_network(rows) if graph is None else graph,
        "config.json": json.dumps({"id2label": LABELS} if config is None else config),
    }
    return lay(folder, made | dict(files or {}))


def _special(word: str, text: int) -> dict[str, Any]:
    return {"SpecialToken": {"id": word, "type_id": text}}


def _sequence(name: str, text: int) -> dict[str, Any]:
    return {"Sequence": {"id": name, "type_id": text}}


_PAIRS = {
    "type": "TemplateProcessing",
    "single": [_special(START, 0), _sequence("A", 0), _special(END, 0)],
    "pair": [
        _special(START, 0),
        _sequence("A", 0),
        _special(END, 0),
        _sequence("B", 1),
        _special(END, 1),
    ],
    "special_tokens": {
        word: {"id": word, "ids": [at], "tokens": [word]} for word, at in ((START, 1), (END, 2))
    },
}


def tokenizer_of(vocabulary: Mapping[str, int]) -> dict[str, Any]:
    """A tokenizer of words in small letters; as it is saved, it cuts every text to one token."""
    return {
        "version": "1.0",
        "truncation": {
            "max_length": 1,
            "stride": 0,
            "strategy": "LongestFirst",
            "direction": "Right",
        },
        "padding": None,
        "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": None,
        "decoder": None,
        "model": {"type": "WordLevel", "vocab": vocabulary, "unk_token": UNKNOWN},
    }


def network(
    rows: Sequence[Sequence[float]],
    inputs: Sequence[str],
    *,
    pools: bool,
    outside: str = "",
    named: str = "sentence_embedding",
) -> bytes:
    """An ONNX file that looks up the row of each token, and takes their mean if it `pools`."""
    tokens = "tokens" if pools else "last_hidden_state"
    nodes = [_node("Gather", ["rows", "input_ids"], tokens)]
    if pools:
        nodes.append(_mean(tokens, named))
    output = _value(named, _FLOAT, 2) if pools else _value(tokens, _FLOAT, 3)
    return _file(nodes, [_table("rows", rows, outside)], inputs, output)


def pair_network(rows: Sequence[Sequence[float]]) -> bytes:
    """An ONNX file that sums up the rows of each of two texts and multiplies the two sums."""
    nodes = [
        _node("Gather", ["rows", "input_ids"], "tokens"),
        _node(
            "Cast", ["token_type_ids"], "second", _text(1, "to") + _number(3, 1) + _number(20, 2)
        ),
        _node("Sub", ["one", "second"], "first"),
        _node("MatMul", ["first", "tokens"], "left"),
        _node("MatMul", ["second", "tokens"], "right"),
        _node("Mul", ["left", "right"], "products"),
        _node("MatMul", ["products", "answers"], "answer"),
        _mean("answer", "logits"),
    ]
    answers = [[-LOGIT, LOGIT, 0.0]] * len(rows[0])
    tables = [_table("rows", rows), _table("one", [[1.0]]), _table("answers", answers)]
    inputs = ("input_ids", "attention_mask", "token_type_ids")
    return _file(nodes, tables, inputs, _value("logits", _FLOAT, 2))


def weights(rows: Sequence[Sequence[float]]) -> bytes:
    """Rows as they stand in a file."""
    flat = [value for row in rows for value in row]
    return struct.pack(f"<{len(flat)}f", *flat)


def _file(
    nodes: Sequence[bytes], tables: Sequence[bytes], inputs: Sequence[str], output: bytes
) -> bytes:
    graph = (
        b"".join(_bytes(1, node) for node in nodes)
        + _text(2, "tiny")
        + b"".join(_bytes(5, table) for table in tables)
        + b"".join(_bytes(11, _value(name, _INT64, 2)) for name in inputs)
        + _bytes(12, output)
    )
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _text(1, "") + _number(2, 13))


def _table(name: str, rows: Sequence[Sequence[float]], outside: str = "") -> bytes:
    held = _bytes(9, weights(rows))
    if outside:
        held = _bytes(13, _text(1, "location") + _text(2, outside)) + _number(14, 1)
    sizes = b"".join(_number(1, size) for size in (len(rows), len(rows[0])))
    return sizes + _number(2, _FLOAT) + _text(8, name) + held


def _mean(read: str, output: str) -> bytes:
    """The mean over the second dimension."""
    axes = _text(1, "axes") + _number(8, 1) + _number(20, _INTS)
    keep = _text(1, "keepdims") + _number(3, 0) + _number(20, _INT)
    return _node("ReduceMean", [read], output, axes, keep)


def _node(kind: str, inputs: Sequence[str], output: str, *attributes: bytes) -> bytes:
    read = b"".join(_text(1, name) for name in inputs)
    return read + _text(2, output) + _text(4, kind) + b"".join(_bytes(5, one) for one in attributes)


def _value(name: str, kind: int, dimensions: int) -> bytes:
    shape = b"".join(_bytes(1, _text(2, f"{name}_{at}")) for at in range(dimensions))
    return _text(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, shape)))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    """Seven bits a byte, the lowest first."""
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])
