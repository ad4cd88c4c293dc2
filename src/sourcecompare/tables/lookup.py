"""What a row must know beyond its own value: ids, outlets, stories and words by reference."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sourcecompare.model import (
    Article,
    BlockRef,
    Page,
    PageSpan,
    Run,
    Sentence,
    SentenceRef,
    Story,
    TextSpan,
)
from sourcecompare.sentences import sentences

from .ids import doc_ids, first_copies

Cell = str | int | float | bool | list[str] | list[dict[str, int]] | None
Row = dict[str, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """A run, turned round so that each thing is found by its reference."""

    pages: Mapping[str, Page]
    """by page id"""
    titles: Mapping[str, str]
    """titles of articles, by page id; what block -1 holds"""
    doc_ids: Mapping[str, str]
    """by page id"""
    copies: Mapping[str, str]
    """page id of the first page with the same bytes, by page id"""
    stories: Mapping[str, Story]
    """by page id"""
    versions: Mapping[str, tuple[str, ...]]
    """page ids of all versions of its article, the oldest first, by page id; only if several"""
    told: Mapping[str, tuple[Sentence, ...]]
    """all sentences of an article, by page id"""
    sentences: Mapping[SentenceRef, str]
    paragraphs: Mapping[BlockRef, str]
    """the sentences of a block, joined by blanks"""

    def page_cells(self, page_id: str) -> Row:
        """The columns that tell which page a row belongs to."""
        outlet = self.pages[page_id].outlet
        return {"doc_id": self.doc_ids[page_id], "page_id": page_id, "outlet": outlet}

    def text(self, ref: BlockRef | SentenceRef, span: TextSpan) -> str:
        """The words of a span that is counted in the block of `ref`."""
        blocks = self.pages[ref.article].blocks
        whole = self.titles[ref.article] if ref.block < 0 else blocks[ref.block].text
        return whole[span.start : span.end]

    def page_span(self, ref: SentenceRef, span: TextSpan) -> PageSpan | None:
        """The same span on the page; None for a title that stands on no block."""
        if ref.block < 0:
            return None
        start = self.pages[ref.article].blocks[ref.block].span.start
        return PageSpan(start + span.start, start + span.end)


def look_up(run: Run) -> Lookup:
    """Everything that the rows of a run refer to."""
    pages = [result.page for result in run.results]
    articles = [result for result in run.results if isinstance(result, Article)]
    told = {article.page.id: sentences(article) for article in articles}
    every = [sentence for of_page in told.values() for sentence in of_page]
    paragraphs: defaultdict[BlockRef, list[str]] = defaultdict(list)
    for sentence in every:
        paragraphs[BlockRef(sentence.ref.article, sentence.ref.block)].append(sentence.text)
    return Lookup(
        pages={page.id: page for page in pages},
        titles={article.page.id: article.title or "" for article in articles},
        doc_ids=doc_ids(pages),
        copies=first_copies(pages),
        stories={
            article.page.id: comparison.story
            for comparison in run.comparisons
            for article in comparison.story.articles
        },
        versions={
            page: versions
            for comparison in run.comparisons
            for versions in comparison.story.versions
            for page in versions
        },
        told=told,
        sentences={sentence.ref: sentence.text for sentence in every},
        paragraphs={ref: " ".join(texts) for ref, texts in paragraphs.items()},
    )
