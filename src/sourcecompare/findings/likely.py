"""How likely a sentence is told elsewhere, by the scores of a story."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sourcecompare.model import SentenceRef
from sourcecompare.similarity import Scores


def likeliest(
    scores: Scores, silent: Collection[SentenceRef], newer: Mapping[str, str]
) -> Mapping[SentenceRef, float]:
    """The best score that each sentence has with one of another article that is not silent.

    `newer` names the newest version of each page that has versions; all of them are one article.
    """
    source = {ref: newer.get(ref.article, ref.article) for ref in scores.sentences}
    row = dict(zip(scores.sentences, scores.sentence_rows.tolist(), strict=True))
    telling = {(source[ref], row[ref]) for ref in scores.sentences if ref not in silent}
    often = Counter(number for _, number in telling)
    found: dict[tuple[str, int], float] = {}
    for one in sorted(set(source.values())):
        own = sorted({row[ref] for ref in scores.sentences if source[ref] == one})
        others = [number for number in sorted(often) if often[number] > ((one, number) in telling)]
        if others:
            best = scores.by_sentence[own][:, others].max(axis=1).toarray().ravel().tolist()
            found |= {(one, number): score for number, score in zip(own, best, strict=True)}
    return {ref: found.get((source[ref], row[ref]), 0.0) for ref in scores.sentences}


def likeliest_in(
    scores: Scores,
    refs: Sequence[SentenceRef],
    pages: Collection[str],
    silent: Collection[SentenceRef],
) -> float:
    """The best score that any of the sentences has with one of these pages."""
    wanted = set(refs)
    rows: list[int] = []
    columns: list[int] = []
    for ref, number in zip(scores.sentences, scores.sentence_rows.tolist(), strict=True):
        if ref in wanted:
            rows.append(number)
        elif ref.article in pages and ref not in silent:
            columns.append(number)
    if not rows or not columns:
        return 0.0
    return float(scores.by_sentence[sorted(set(rows))][:, sorted(set(columns))].max())
