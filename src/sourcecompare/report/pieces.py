"""Text cut into runs for marking; every run stands at its place in the block."""

import string
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from sourcecompare.model import TextSpan

from .view import Piece

_STOPS = string.whitespace + "\u00a0\u200b.,;:!?…'\"‘’‚“”„«»()[]-–—"


def pieces(
    text: str,
    span: TextSpan,
    *,
    marked: Iterable[TextSpan] = (),
    strong: Iterable[TextSpan] = (),
    values: Iterable[TextSpan] = (),
    cuts: Iterable[tuple[TextSpan, str]] = (),
) -> tuple[Piece, ...]:
    """The runs of ``text[span.start:span.end]`` in order; all spans count in the whole text.

    Where marks overlap, a cut counts before a value, and a value before marked words; `strong` are
    those of the marked words that matter. Joined, the runs' texts are the span's words, the words
    of cuts left out.

    >>> [(p.text, p.value) for p in pieces("12 hurt", TextSpan(0, 7), values=[TextSpan(0, 2)])]
    [('12', True), (' hurt', False)]
    """
    of_marked, of_strong, of_value = list(_trimmed(text, marked)), list(strong), list(values)
    of_cut = dict(cuts)
    edges = {span.start, span.end}
    for mark in (*of_marked, *of_strong, *of_value, *of_cut):
        edges.update(edge for edge in (mark.start, mark.end) if span.start < edge < span.end)
    runs = [TextSpan(*pair) for pair in pairwise(sorted(edges))]
    in_marked, in_value = _covered(runs, of_marked), _covered(runs, of_value)
    in_strong, in_cut = _covered(runs, of_strong), _owners(runs, of_cut)
    made: list[Piece] = []
    for run in runs:
        cut = in_cut.get(run, "")
        value = not cut and run in in_value
        is_marked = not cut and not value and run in in_marked
        is_strong = is_marked and run in in_strong
        words = "" if cut else text[run.start : run.end]
        made.append(Piece(text=words, marked=is_marked, strong=is_strong, value=value, cut=cut))
        if len(made) > 1 and replace(made[-2], text="") == replace(made[-1], text=""):
            made[-2:] = [replace(made[-1], text=made[-2].text + words)]
    return tuple(made)


def without(text: str, spans: Iterable[TextSpan]) -> str:
    """The text with blanks in place of these spans, so that all other offsets hold."""
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def bare(words: str) -> str:
    """The words without blanks and stops at their ends."""
    return words.strip(_STOPS)


def common_runs(layers: Sequence[Sequence[TextSpan]]) -> tuple[TextSpan, ...]:
    """What lies in a span of every layer; within a layer spans do not overlap.

    >>> common_runs([[TextSpan(0, 5)], [TextSpan(3, 4), TextSpan(4, 9)]])
    (TextSpan(start=3, end=4), TextSpan(start=4, end=5))
    """
    steps = sorted(
        step for layer in layers for span in layer for step in ((span.start, 1), (span.end, -1))
    )
    found: list[TextSpan] = []
    depth = 0
    for (at, change), (following, _) in pairwise([*steps, (0, 0)]):
        depth += change
        if depth == len(layers) and at < following:
            found.append(TextSpan(at, following))
    return tuple(found)


def _trimmed(text: str, spans: Iterable[TextSpan]) -> Iterable[TextSpan]:
    """The spans without blanks and stops at their ends; none is left of a lone comma.

    A line under a blank looks like a word, and one under a comma like a difference.
    """
    for span in spans:
        words = text[span.start : span.end]
        start = span.start + len(words) - len(words.lstrip(_STOPS))
        if kept := bare(words):
            yield TextSpan(start, start + len(kept))


def _covered(runs: Sequence[TextSpan], marks: Iterable[TextSpan]) -> set[TextSpan]:
    return set(_owners(runs, dict.fromkeys(marks, "x")))


def _owners(runs: Sequence[TextSpan], marks: dict[TextSpan, str]) -> dict[TextSpan, str]:
    """Which mark each run lies in; runs are in order and never lie across a mark's edge."""
    found: dict[TextSpan, str] = {}
    waiting = sorted(marks, reverse=True)
    reach, owner = -1, ""
    for run in runs:
        while waiting and waiting[-1].start <= run.start:
            mark = waiting.pop()
            if mark.end > reach:
                reach, owner = mark.end, marks[mark]
        if run.end <= reach:
            found[run] = owner
    return found
