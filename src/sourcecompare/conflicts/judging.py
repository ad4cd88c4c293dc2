"""What a judge may answer: a caller's function is not trusted with the numbers of a report."""

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from typing import Any

from sourcecompare.errors import SettingError

from .verdicts import Judge

Chances = tuple[float, float, float]
"""of entailment, neutral and contradiction; they add up to 1"""

NEUTRAL: Chances = (0.0, 1.0, 0.0)

_ROUNDED = 0.02
"""How far from 1 three chances may add up to: with two digits each they may lead by .015. What is
further away are no chances (logits, per cent, a score of each for itself)."""
_STRAY = 1e-6
"""How far beyond 0..1 a judge's rounding may lead."""
_SHOWN = 80
"""Characters of a sentence in a message."""


class Checked:
    """A caller's judge, whose every answer is three chances: entailment, neutral, contradiction.

    It is asked once about two texts in each order, for some would answer otherwise the second time,
    or take money for it. One that has a method `many` is asked about many pairs at once.
    """

    def __init__(self, judge: Judge) -> None:
        """Take a function of two sentences.

        Raises:
            SettingError: it cannot be called.
        """
        given: object = judge  # from a caller who may check no types
        if not callable(given):
            raise SettingError(
                f"The judge is {_shown(given)}; give a function of two sentences, or None."
            )
        self._judge = judge
        self._many: Any = getattr(judge, "many", None)
        self._known: dict[tuple[str, str], Chances] = {}

    def __call__(self, left: str, right: str) -> Chances:
        """Three chances.

        Raises:
            SettingError: the judge raises something, or answers something else.
        """
        if (left, right) not in self._known:
            with _blamed(f"{_shown(left)} and {_shown(right)}"):
                answer: Any = self._judge(left, right)
            self._known[left, right] = _chances(answer, left, right)
        return self._known[left, right]

    def ahead(self, rehearsal: Callable[[Judge], object]) -> None:
        """Ask about many pairs at once, if the judge can: about those that a rehearsal asks for.

        Raises:
            SettingError: the judge raises something, or answers something else.
        """
        if self._many is None:
            return
        wanted: dict[tuple[str, str], None] = {}

        def rehearsed(left: str, right: str) -> Chances:
            if (left, right) in self._known:
                return self._known[left, right]
            wanted[left, right] = None
            return NEUTRAL

        rehearsal(rehearsed)
        if wanted:
            self._ask(list(wanted))

    def _ask(self, pairs: Sequence[tuple[str, str]]) -> None:
        with _blamed(f"{len(pairs)} pairs of sentences"):
            answers = list(self._many(list(pairs)))
        if len(answers) != len(pairs):
            raise SettingError(
                f"The judge gives {len(answers)} answers to {len(pairs)} pairs of sentences; its "
                "`many` (`judge_many` in a file) has to give one to each, in their order: mend it, "
                "or leave it out."
            )
        for pair, answer in zip(pairs, answers, strict=True):
            self._known[pair] = _chances(answer, *pair)


@contextmanager
def _blamed(what: str) -> Iterator[None]:
    """Tells the user what a judge raised, and at what."""
    try:
        yield
    except SettingError:
        raise  # a sentence for the user already
    except (Exception, SystemExit) as error:  # a judge that gives up must not look like a success
        said = " ".join(str(error).split())
        raise SettingError(
            f"The judge raised {type(error).__name__}{said and ': '}{said.rstrip('.')} at {what}; "
            "mend it, or leave it out."
        ) from error


def _chances(answer: Any, left: str, right: str) -> Chances:
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
