"""A network and its tokenizer, run on one input at a time: all that their two libraries do."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sourcecompare.errors import SettingError

from .folder import Parts

_NUMBERS = {"tensor(int64)": np.int64, "tensor(int32)": np.int32}
_FURTHER_FILES = "session.model_external_initializers_file_folder_path"
_KNOWN = {"input_ids", "attention_mask", "token_type_ids"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A network that reads a text, or two as a pair, and answers with numbers."""

    tokenizer: Any
    session: Any
    inputs: Mapping[str, Any]
    """type of the numbers that each input takes"""
    outputs: tuple[str, ...]

    def answer(
        self, output: str, text: str, other: str | None = None
    ) -> NDArray[np.float64] | None:
        """What an output says; None where the tokenizer reads nothing.

        One input is read at a time, by one thread: in a batch its answer may depend on the others.
        """
        read = self.tokenizer.encode(text, other)
        if not read.ids:
            return None
        given = {
            "input_ids": read.ids,
            "attention_mask": read.attention_mask,
            "token_type_ids": read.type_ids,
        }
        feed = {name: np.array([given[name]], dtype=kind) for name, kind in self.inputs.items()}
        return np.asarray(self.session.run([output], feed)[0], dtype=np.float64)


def open_network(parts: Parts) -> Network:
    """A network ready to run.

    Raises:
        ImportError: a library is not installed.
        ValueError: the network asks for what is not understood, or is not in one file.
        Exception: whatever the libraries raise at what they cannot read.
    """
    runtime, tokenizers = _libraries()
    tokenizer = tokenizers.Tokenizer.from_str(parts.tokenizer)
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_length=parts.tokens)
    session = _session(runtime, parts.graph)
    inputs = {one.name: _NUMBERS.get(one.type) for one in session.get_inputs()}
    if "input_ids" not in inputs or None in inputs.values() or not inputs.keys() <= _KNOWN:
        raise ValueError(f"its network asks for {', '.join(sorted(inputs)) or 'nothing'}")
    outputs = tuple(one.name for one in session.get_outputs())
    return Network(tokenizer=tokenizer, session=session, inputs=inputs, outputs=outputs)


def plain(text: str) -> str:
    r"""White space of any kind as one blank, half a character as a question mark.

    Tokenizers refuse a lone surrogate.

    >>> plain(" two\n words \ud83d")
    'two words ?'
    """
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


@contextmanager
def usable(where: str, *, extra: str, wanted: str) -> Iterator[None]:
    """Whatever goes wrong with a model inside, as a sentence for the user.

    `where` names its folder, `extra` what brings the libraries, `wanted` what folder to name.

    Raises:
        SettingError: something went wrong.
    """
    try:
        yield
    except SettingError:
        raise
    except ImportError as error:
        raise SettingError(
            f"The model {where} cannot be used: onnxruntime and tokenizers are not installed; "
            f'install them (pip install "sourcecompare[{extra}]"), or name no model.'
        ) from error
    except Exception as error:  # neither library raises anything finer
        said = " ".join(str(error).split()) or type(error).__name__
        raise SettingError(
            f"The model {where} cannot be used: {said.rstrip('.')}; name a folder {wanted}."
        ) from error


def _libraries() -> tuple[Any, Any]:
    """ONNX Runtime and tokenizers."""
    # From 1.29 on, ONNX Runtime reports over the network that it is used, and keeps a file to know
    # the machine by, unless it finds this when it is loaded. Here nothing goes out.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime
    import tokenizers

    onnxruntime.disable_telemetry_events()  # Windows has a way of its own
    return onnxruntime, tokenizers


def _session(runtime: Any, graph: bytes) -> Any:
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 4  # what is wrong is raised as well
    # Weights in further files would be looked for in the current folder, which nobody named.
    options.add_session_config_entry(_FURTHER_FILES, os.devnull)
    try:
        return runtime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        if "external data" in str(error).casefold():
            raise ValueError("its network has weights in further files; save it as one") from error
        raise
