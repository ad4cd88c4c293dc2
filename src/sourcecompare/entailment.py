"""What one sentence says of another, by a network for inference (NLI) that the user names."""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sourcecompare.networks import (
    NETWORK_FILES,
    Network,
    json_of,
    open_network,
    parts,
    plain,
    usable,
)

_CONFIG = "config.json"

NLI_FILES = (*NETWORK_FILES, _CONFIG)
"""what is read, by path below the folder; those of `NETWORK_FILES` are needed that are there"""

_OUTCOMES = (("entailment", "entail"), ("neutral", "neutral"), ("contradiction", "contradict"))
"""Names of the three in the order in which a judge answers, and what their forms begin with."""
_LOGITS = "logits"  # what both libraries that make such files call the output
_DIGITS = 6
"""Of a chance; further ones differ between kinds of processors."""
_REMEMBERED = 1 << 14
"""Pairs whose answers are kept: 16 MB with long sentences."""
_WANTED = "that holds a cross-encoder for inference (NLI) as ONNX, with its config.json"


Chances = tuple[float, float, float]
"""of entailment, neutral and contradiction; they add up to 1"""


def judge_of(files: Mapping[str, bytes], where: str) -> Callable[[str, str], Chances]:
    """The judge of a model, given those of `NLI_FILES` that it has; `where` names its folder.

    It takes two sentences, of which models call the first the premise, and gives the chances of
    entailment, neutral and contradiction: the softmax of the three logits. Both are read together,
    one pair at a time, and of the two the longer is cut first. Answers are remembered.

    Raises:
        SettingError: a library or file is missing, or the model cannot be used; from the judge
            too, if its network fails at a pair.
    """
    with usable(where, extra="nli", wanted=_WANTED):
        config = _config(files)
        needed = parts(files, config.get("max_position_embeddings"))
        ask = _ask_by(open_network(needed), _columns(config))
        longest = "x " * needed.tokens
        ask(longest, longest)  # what cannot be run is found out now
    remembered = lru_cache(maxsize=_REMEMBERED)(ask)

    def judge(left: str, right: str) -> Chances:
        with usable(where, extra="nli", wanted=_WANTED):
            return remembered(plain(left), plain(right))

    return judge


def _config(files: Mapping[str, bytes]) -> Mapping[str, Any]:
    found = json_of(files, _CONFIG)
    if not isinstance(found, Mapping):
        raise ValueError(f"it has no {_CONFIG} that says what its network answers")
    return found


def _columns(config: Mapping[str, Any]) -> tuple[int, ...]:
    """Which number of an answer is which, in the order of `_OUTCOMES`.

    `id2label` and `label2id` say the same from two sides. Where one has numbers for names
    ("LABEL_0"), as both have if nobody gave any, the other decides.

    >>> _columns({"id2label": {"0": "CONTRADICTION", "1": "Entailed", "2": "neutral"}})
    (1, 2, 0)
    """
    by_number = [(name, number) for number, name in (config.get("id2label") or {}).items()]
    by_name = list((config.get("label2id") or {}).items())
    found = {order for said in (by_number, by_name) if (order := _order(said))}
    if len(found) > 1:
        raise ValueError(f"in its {_CONFIG}, id2label and label2id contradict each other")
    if not found:
        names = ", ".join(str(name) for name, _ in by_number or by_name) or "nothing"
        raise ValueError(
            f"its {_CONFIG} calls what its network answers {names}, and which is entailment, "
            "neutral and contradiction has to be said there, in id2label"
        )
    return found.pop()


def _order(said: Sequence[tuple[object, object]]) -> tuple[int, ...]:
    """The number of each outcome, in their order; nothing if the names are no three of them."""
    numbers = {_outcome(str(name)): int(str(number)) for name, number in said}
    order = tuple(numbers.get(name, -1) for name, _ in _OUTCOMES)
    return order if len(said) == len(order) and sorted(order) == [0, 1, 2] else ()


def _outcome(label: str) -> str:
    """The outcome that a label names, or nothing.

    >>> [_outcome(label) for label in ("ENTAILMENT", " Contradictory", "n", "not_entailment", "")]
    ['entailment', 'contradiction', 'neutral', '', '']
    """
    letters = label.strip().casefold()
    for name, stem in _OUTCOMES:
        if letters and (letters.startswith(stem) or name.startswith(letters)):
            return name
    return ""


def _ask_by(network: Network, columns: Sequence[int]) -> Callable[[str, str], Chances]:
    """Two texts to the three chances; neutral where the tokenizer reads nothing.

    Raises:
        ValueError: the network gives what is not understood.
    """
    output = _LOGITS if _LOGITS in network.outputs else network.outputs[0]

    def ask(left: str, right: str) -> Chances:
        found = network.answer(output, left, right)
        if found is None:
            return (0.0, 1.0, 0.0)
        if found.shape != (1, len(columns)) or not math.isfinite(found.sum()):
            raise ValueError(f"its network's output {output} is no row of {len(columns)} numbers")
        entailment, neutral, contradiction = (float(found[0, column]) for column in columns)
        return _softmax(entailment, neutral, contradiction)

    return ask


def _softmax(entailment: float, neutral: float, contradiction: float) -> Chances:
    """Logits as chances that add up to 1.

    >>> _softmax(0.0, 0.0, 1000.0), _softmax(1.0, 1.0, 1.0)
    ((0.0, 0.0, 1.0), (0.333333, 0.333333, 0.333333))
    """
    logits = (entailment, neutral, contradiction)
    powers = [math.exp(logit - max(logits)) for logit in logits]
    first, second, third = (round(power / math.fsum(powers), _DIGITS) for power in powers)
    return first, second, third
