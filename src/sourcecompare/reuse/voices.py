"""Whose voice is whose: outlets that print one text are one voice, however often it is printed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sourcecompare.model import Article, BlockRef, Reuse, Sentence, SentenceRef, TextSpan

from .texts import find_reuse

_WITHIN = 0.75
"""Share of a sentence's characters that must lie in a passage for it to be another outlet's words:
"the harbour board said" put behind a wire sentence makes it no telling of one's own. Our
judgement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Who speaks with a voice of their own in a story, as a whole and sentence by sentence."""

    pages: Mapping[str, int]
    """a number for each page id, equal where one outlet or one wire text speaks"""
    printed: Mapping[SentenceRef, frozenset[int]]
    """for a sentence that stands in texts printed in part: the numbers of these"""

    def among(self, sentences: Iterable[SentenceRef]) -> int:
        """How many independent voices these sentences are.

        Two pages are one voice here if each has nothing but words of one common text among the
        sentences, though elsewhere they may have words of their own.
        """
        texts: dict[str, frozenset[int]] = {}
        for ref in sentences:
            printed = self.printed.get(ref, frozenset())
            texts[ref.article] = texts.get(ref.article, printed) & printed
        joined: list[set[tuple[str, int]]] = []
        for page, printed in texts.items():
            own = {("voice", self.pages[page]), *(("text", number) for number in printed)}
            apart = [one for one in joined if own.isdisjoint(one)]
            joined = [*apart, own.union(*(one for one in joined if not own.isdisjoint(one)))]
        return len(joined)


def read_voices(
    articles: Sequence[Article],
    sentences: Mapping[str, tuple[Sentence, ...]],
    reuse: Sequence[Reuse],
) -> Voices:
    """The voices of a story whose reused texts are known.

    Articles of one outlet are one voice, and so are the pages of a text that is printed whole.
    """
    ordered = sorted(articles, key=lambda article: article.page.id)
    pages = {article.page.id: number for number, article in enumerate(ordered)}
    first: dict[str, str] = {}
    for article in ordered:
        _unite(pages, first.setdefault(article.page.outlet, article.page.id), article.page.id)
    for text in reuse:
        for page in text.pages if text.whole else ():
            _unite(pages, text.pages[0], page)
    return Voices(pages=pages, printed=_printed(sentences, reuse))


def voices(
    articles: Sequence[Article], sentences: Mapping[str, tuple[Sentence, ...]]
) -> dict[str, int]:
    """A number for each page id, equal where one outlet or one wire text speaks.

    Articles of one outlet are one voice. So are outlets that print largely the same text. Two
    copies of one text may so be joined by a third that has parts of both. `sentences` has those of
    each article by page id.
    """
    return dict(read_voices(articles, sentences, find_reuse(articles, sentences)).pages)


def _unite(pages: dict[str, int], one: str, other: str) -> None:
    new, old = sorted((pages[one], pages[other]))
    if new != old:
        pages |= {page: new for page, voice in pages.items() if voice == old}


def _printed(
    sentences: Mapping[str, tuple[Sentence, ...]], reuse: Sequence[Reuse]
) -> dict[SentenceRef, frozenset[int]]:
    found: dict[SentenceRef, frozenset[int]] = {}
    for number, text in enumerate(reuse):
        if text.whole:
            continue
        spans: dict[BlockRef, list[TextSpan]] = {}
        for one in text.passages:
            spans.setdefault(one.left, []).append(one.left_span)
            spans.setdefault(one.right, []).append(one.right_span)
        for page in text.pages:
            for said in sentences[page]:
                inside = spans.get(BlockRef(page, said.ref.block), ())
                if _covered(said.span, inside) >= _WITHIN * (said.span.end - said.span.start):
                    found[said.ref] = found.get(said.ref, frozenset()) | {number}
    return found


def _covered(whole: TextSpan, spans: Iterable[TextSpan]) -> int:
    """Characters of the whole that lie in one of the spans."""
    covered, reached = 0, whole.start
    for span in sorted(spans):
        end = min(span.end, whole.end)
        covered += max(0, end - max(span.start, reached))
        reached = max(reached, end)
    return covered
