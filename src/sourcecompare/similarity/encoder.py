"""Texts to vectors, by a model that the user names: all that ONNX Runtime and tokenizers do."""

import os
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from sourcecompare.errors import SettingError

from .reading import Matrix
from .recipe import Pooling, Recipe, recipe

_GRID = 2.0**20
"""Vectors are rounded to this grid, on which every sum of products is exact: a cosine depends on
neither the order of summing nor the shape of a matrix."""
_REMEMBERED = 1 << 16
"""Texts whose vectors an encoder keeps: 100 MB where a vector has 384 numbers."""
_WHOLE = "sentence_embedding"  # a network that pools by itself calls its output so
_NUMBERS = {"tensor(int64)": np.int64, "tensor(int32)": np.int32}

Encode = Callable[[Sequence[str]], Matrix]
"""Texts to rows of length 1, or 0, each of which depends on its own text alone."""


def encoder(files: Mapping[str, bytes], where: str) -> Encode:
    """The encoder of a model, given those of `MODEL_FILES` that it has; `where` names its folder.

    One text is read at a time, by one thread: in a batch its vector may depend on the others.
    Vectors are remembered. White space of any kind counts as a blank, half a character (a lone
    surrogate, which tokenizers refuse) as a question mark.

    Raises:
        SettingError: a library or file is missing, or the model cannot be used.
    """
    runtime, tokenizers = _libraries(where)
    try:
        how = recipe(files)
        encode = _encode_by(how, _tokenizer(tokenizers, how), _session(runtime, how))
        probe = encode("x " * how.tokens)  # what cannot be run is found out now
        if probe is None:
            raise ValueError("its tokenizer reads nothing in a text")
    except Exception as error:  # neither library raises anything finer
        said = " ".join(str(error).split()) or type(error).__name__
        raise SettingError(
            f"The model {where} cannot be used: {said.rstrip('.')}; name a folder in which "
            "sentence-transformers has saved a model as ONNX."
        ) from error
    remembered = lru_cache(maxsize=_REMEMBERED)(encode)
    nothing = np.zeros_like(probe)

    def rows(texts: Sequence[str]) -> Matrix:
        plain = (text.encode("utf-8", "replace").decode("utf-8") for text in texts)
        found = [remembered(" ".join(text.split())) for text in plain]
        return np.array([nothing if one is None else one for one in found], dtype=np.float64)

    return rows


def _libraries(where: str) -> tuple[Any, Any]:
    """ONNX Runtime and tokenizers."""
    # From 1.29 on, ONNX Runtime reports over the network that it is used, and keeps a file to know
    # the machine by, unless it finds this when it is loaded. Here nothing goes out.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        import onnxruntime
        import tokenizers
    except ImportError as error:
        raise SettingError(
            f"The model {where} cannot be used: onnxruntime and tokenizers are not installed; "
            'install them (pip install "sourcecompare[semantic]"), or name no model.'
        ) from error
    onnxruntime.disable_telemetry_events()  # Windows has a way of its own
    return onnxruntime, tokenizers


def _tokenizer(tokenizers: Any, how: Recipe) -> Any:
    tokenizer = tokenizers.Tokenizer.from_str(how.tokenizer)
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_length=how.tokens)
    return tokenizer


def _session(runtime: Any, how: Recipe) -> Any:
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 4  # what is wrong is raised as well
    return runtime.InferenceSession(how.graph, options, providers=["CPUExecutionProvider"])


def _encode_by(how: Recipe, tokenizer: Any, session: Any) -> Callable[[str], Any]:
    """A text to its vector; None for one in which the tokenizer reads nothing.

    Raises:
        ValueError: the network asks for or gives what is not understood.
    """
    inputs = {one.name: _NUMBERS.get(one.type) for one in session.get_inputs()}
    known = {"input_ids", "attention_mask", "token_type_ids"}
    if "input_ids" not in inputs or None in inputs.values() or not inputs.keys() <= known:
        raise ValueError(f"its network asks for {', '.join(sorted(inputs)) or 'nothing'}")
    outputs = [one.name for one in session.get_outputs()]
    output = _WHOLE if _WHOLE in outputs else outputs[0]
    if how.layers and output != _WHOLE:
        raise ValueError(f"its network lacks the layers {', '.join(how.layers)}")

    def encode(text: str) -> Any:
        read = tokenizer.encode(text)
        if not read.ids:
            return None
        given = {
            "input_ids": read.ids,
            "attention_mask": read.attention_mask,
            "token_type_ids": read.type_ids,
        }
        feed = {name: np.array([given[name]], dtype=kind) for name, kind in inputs.items()}
        found = np.asarray(session.run([output], feed)[0], dtype=np.float64)
        if found.ndim != (2 if output == _WHOLE else 3):
            raise ValueError(f"its network's output {output} has {found.ndim} dimensions")
        return _unit(found[0] if output == _WHOLE else _pooled(found[0], how.pooling))

    return encode


def _pooled(tokens: Matrix, pooling: Pooling) -> Matrix:
    """The vector of a text, of whose tokens none is padding.

    >>> _pooled(np.array([[1.0, 4.0], [3.0, 2.0]]), Pooling.MEAN).tolist()
    [2.0, 3.0]
    """
    if pooling is Pooling.MEAN:
        return np.asarray(tokens.mean(axis=0))
    if pooling is Pooling.MAX:
        return np.asarray(tokens.max(axis=0))
    return np.asarray(tokens[0 if pooling is Pooling.FIRST else -1])


def _unit(vector: Matrix) -> Any:
    """The vector with length 1, on the grid, of which float32 loses nothing; 0 has none."""
    length = float(np.linalg.norm(vector))
    if not np.isfinite(length) or not length:
        return np.zeros(vector.shape, dtype=np.float32)
    return np.asarray(np.rint(vector / length * _GRID) / _GRID, dtype=np.float32)
