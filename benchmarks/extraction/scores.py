"""How near a tool's text comes to the text that people marked, and how sure that figure is."""

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Self

import numpy as np

RUN = 4
"""words in a shingle: long enough that chance repeats are rare, as is usual for this task"""
CONTENT_SHARE = 0.6
"""of a line's shingles that stand in the marked text: then the line is content"""
BAD = 0.5
"""token F1 below which a page has the wrong text, or none"""
ROUNDS = 1000
"""draws of a bootstrap interval"""
SEED = 20240229
DIGITS = 4
"""behind the point, in stored figures"""

# Scripts without blanks, a character a word: kana and ideographs; Thai, Lao; Burmese; Khmer.
UNSPACED = (
    r"\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff"
)
WORD = re.compile(rf"[{UNSPACED}] | [^\W{UNSPACED}]+", re.VERBOSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One page as one tool did it."""

    precision: float | None
    """of shingles, 0..1; None where the tool kept nothing"""
    recall: float | None
    """of shingles, 0..1; None where nothing is marked"""
    token_f1: float
    empty: bool
    seconds: float | None = None
    """of processor time"""
    beside: float | None = None
    """seconds that trafilatura took for this page in the same run"""
    line_precision: float | None = None
    line_recall: float | None = None
    line_f1: float | None = None
    error: str | None = None

    def row(self) -> list[float | bool | str | None]:
        """The values in the order of `COLUMNS`, rounded; what is missing at the end is left out."""
        row = [round(v, DIGITS) if isinstance(v, float) else v for v in asdict(self).values()]
        while row and row[-1] is None:
            row.pop()
        return row

    def without_time(self) -> Self:
        """The same score, never timed."""
        return replace(self, seconds=None, beside=None)

    @classmethod
    def from_row(cls, row: Sequence[Any]) -> Self:
        """What `row` wrote."""
        return cls(**dict(zip(COLUMNS, row, strict=False)))


COLUMNS = tuple(field.name for field in fields(Score))


def words(text: str) -> list[str]:
    """Runs of letters, digits and underscores; a character each in scripts without blanks."""
    return WORD.findall(text)


def shingles(tokens: Sequence[str]) -> Counter[tuple[str, ...]]:
    """Every run of four words, counted; a shorter text is one run."""
    if 0 < len(tokens) < RUN:
        return Counter([tuple(tokens)])
    return Counter(tuple(tokens[i : i + RUN]) for i in range(len(tokens) - RUN + 1))


def harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score_text(gold: str, text: str) -> Score:
    """The figures of one page, without time."""
    marked, kept = words(gold), words(text)
    wanted, found = shingles(marked), shingles(kept)
    common = (wanted & found).total()
    bags = [Counter(map(str.lower, tokens)) for tokens in (marked, kept)]
    shared = (bags[0] & bags[1]).total()
    return Score(
        precision=common / found.total() if kept else None,
        recall=common / wanted.total() if marked else None,
        token_f1=2 * shared / (len(marked) + len(kept)) if shared else 0.0,
        empty=not kept,
    )


def content_lines(lines: Iterable[str], gold: str) -> list[bool | None]:
    """Whether each line is content of the marked text; None for a line without words."""
    runs = set(shingles(words(gold.lower())))
    whole = {tuple(words(line.lower())) for line in gold.splitlines()}
    labels: list[bool | None] = []
    for line in lines:
        tokens = tuple(words(line.lower()))
        if len(tokens) < RUN:
            labels.append(tokens in whole if tokens else None)
            continue
        own = shingles(tokens)
        inside = sum(count for run, count in own.items() if run in runs)
        labels.append(inside >= CONTENT_SHARE * own.total())
    return labels


def score_lines(labels: Sequence[bool | None], kept: Sequence[bool]) -> dict[str, float]:
    """Line precision, recall and F1; lines without words do not count."""
    pairs = [pair for pair in zip(labels, kept, strict=True) if pair[0] is not None]
    right = sum(bool(label and have) for label, have in pairs)
    had, wanted = sum(have for _, have in pairs), sum(bool(label) for label, _ in pairs)
    precision, recall = right / had if had else 0.0, right / wanted if wanted else 0.0
    return {
        "line_precision": precision,
        "line_recall": recall,
        "line_f1": harmonic(precision, recall),
    }


def mean(values: Iterable[float | None]) -> float:
    """Over those that are defined; 0 where none is."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else 0.0


def summary(pages: Sequence[Score]) -> dict[str, float]:
    """The figures of a set: shingle F1 is that of mean precision and mean recall."""
    precision, recall = mean(p.precision for p in pages), mean(p.recall for p in pages)
    tokens = [p.token_f1 for p in pages]
    return {
        "shingle_f1": harmonic(precision, recall),
        "precision": precision,
        "recall": recall,
        "token_f1": mean(tokens),
        "token_median": statistics.median(tokens) if tokens else 0.0,
        "bad": mean(f1 < BAD for f1 in tokens),
        "empty": mean(p.empty for p in pages),
        **{name: mean(getattr(p, name) for p in pages) for name in LINES},
    }


LINES = ("line_precision", "line_recall", "line_f1")


def ratio(pages: Iterable[Score]) -> float | None:
    """Processor time over that of trafilatura, on the pages where both were measured in one run."""
    both = [(p.seconds, p.beside) for p in pages if p.seconds is not None and p.beside]
    return sum(own for own, _ in both) / sum(other for _, other in both) if both else None


def best_of(tools: Iterable[Mapping[str, Score]], ids: Sequence[str]) -> list[Score]:
    """Page by page the score of whichever tool had the best token F1: what choosing could give."""
    rivals = list(tools)
    return [max((tool[i] for tool in rivals), key=lambda score: score.token_f1) for i in ids]


Figures = np.ndarray[Any, np.dtype[Any]]


def _drawn(pages: Sequence[Score], draws: Figures) -> dict[str, Figures]:
    """The compared figures for each row of `draws`, places of pages."""

    def means(name: str) -> Figures:
        values = np.array([getattr(page, name) for page in pages], dtype=float)[draws]
        known = ~np.isnan(values)
        return np.where(known, values, 0.0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)

    precision, recall = means("precision"), means("recall")
    bad = np.array([page.token_f1 < BAD for page in pages], dtype=float)
    return {
        "shingle_f1": 2 * precision * recall / np.maximum(precision + recall, 1e-12),
        "token_f1": means("token_f1"),
        "bad": bad[draws].mean(axis=1),
        "line_f1": means("line_f1"),
    }


def difference(ours: Sequence[Score], theirs: Sequence[Score]) -> dict[str, tuple[float, ...]]:
    """Ours minus theirs, with a 95 % interval: both sides get the same draws of pages."""
    count = len(ours)
    draws = np.random.default_rng(SEED).integers(0, count, size=(ROUNDS, count))
    left, right = _drawn(ours, draws), _drawn(theirs, draws)
    whole = summary(ours), summary(theirs)
    return {
        name: (
            whole[0][name] - whole[1][name],
            *map(float, np.quantile(left[name] - right[name], (0.025, 0.975))),
        )
        for name in left
    }
