"""What a judge may answer: a caller's function is not trusted with the numbers of a report."""

import math
from collections.abc import Collection, Mapping, Set
from functools import cache
from typing import Any

from sourcecompare.errors import SettingError

from .verdicts import Judge

_ROUNDED = 0.02
"""How far from 1 three chances may add up to: with two digits each they may lead by .015. What is
further away are no chances (logits, per cent, a score of each for itself)."""
_STRAY = 1e-6
"""How far beyond 0..1 a judge's rounding may lead."""
_SHOWN = 80
"""Characters of a sentence in a message."""


def checked(judge: Judge) -> Judge:
    """The judge, whose every answer is three chances: of entailment, neutral and contradiction.

    A judge is asked about pairs that a check has found and no veto dropped. Contradiction raises
    their confidence, entailment lowers it; a judge finds nothing by itself. It is asked once about
    two texts in each order, for some would answer otherwise the second time, or take money for it.

    Raises:
        SettingError: it cannot be called; from the judge, if it raises something or answers
            something else.
    """
    given: object = judge  # from a caller who may check no types
    if not callable(given):
        raise SettingError(
            f"The judge is {_shown(given)}; give a function of two sentences, or None."
        )

    @cache
    def ask(left: str, right: str) -> tuple[float, float, float]:
        try:
            answer: Any = judge(left, right)
        except SettingError:
            raise  # a sentence for the user already
        except Exception as error:
            said = " ".join(str(error).split())
            raise SettingError(
                f"The judge raised {type(error).__name__}{said and ': '}{said.rstrip('.')} "
                f"at {_shown(left)} and {_shown(right)}; mend it, or leave it out."
            ) from error
        return _chances(answer, left, right)

    return ask


def _chances(answer: Any, left: str, right: str) -> tuple[float, float, float]:
    numbers = _numbers(answer)
    fits = len(numbers) == 3 and all(-_STRAY <= one <= 1.0 + _STRAY for one in numbers)
    # A NaN is within nothing.
    if not fits or abs(math.fsum(numbers) - 1.0) > _ROUNDED:
        raise SettingError(
            f"The judge gives {_shown(answer)} for {_shown(left)} and {_shown(right)}; it has to "
            "give three numbers from 0 to 1 that add up to 1, the chances of entailment, neutral "
            "and contradiction: mend it, or leave it out."
        )
    entailment, neutral, contradiction = (min(1.0, max(0.0, one)) for one in numbers)
    return entailment, neutral, contradiction


def _numbers(answer: Any) -> list[float]:
    """The numbers of an answer in their order; none if it has no order, or holds anything else."""
    if isinstance(answer, Set | Mapping | str) or not isinstance(answer, Collection):
        return []
    given = list(answer)
    if any(isinstance(one, str | bytes) for one in given):
        return []  # "0.7" would do for `float`
    try:
        return [float(one) for one in given]
    except (TypeError, ValueError):
        return []


def _shown(what: object) -> str:
    """As Python writes it, cut where it is long."""
    written = repr(what)
    return written if len(written) <= _SHOWN else f"{written[:_SHOWN]}..."
