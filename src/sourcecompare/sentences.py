"""Sentences of an article: runs of its kept text, none of which spans a removal."""

from collections.abc import Iterator

from .boundaries import split_sentences, trimmed
from .model import (
    Article,
    Block,
    Kind,
    Media,
    PageSpan,
    Sentence,
    SentenceRef,
    TextSpan,
)
from .text import WORD


def sentences(article: Article) -> tuple[Sentence, ...]:
    """All sentences of an article in page order, its headline first.

    A sentence stands in one block and never spans a removal; `SentenceRef.sentence` counts from
    0 within the block, over all its kept runs. Every word of the kept text is in exactly one.
    """
    first = headline(article)
    taken = {first.ref.block} if first else set()
    found = [first] if first else []
    for block, runs in _kept_runs(article):
        if block.index in taken:
            continue
        spans = (span for run in runs for span in _split_run(block.text, run))
        for number, span in enumerate(spans):
            ref = SentenceRef(article.page.id, block.index, number)
            found.append(Sentence(ref=ref, span=span, text=block.text[span.start : span.end]))
    return tuple(found)


def headline(article: Article) -> Sentence | None:
    """The article's headline as one sentence: it states something and is compared.

    It is the page's first title block; where a text page has none, `Article.title` itself with
    block -1, the span counted in that title. None where there are no words.
    """
    block = next((block for block in article.page.blocks if block.kind is Kind.TITLE), None)
    if block is not None:
        return _whole(block.text, SentenceRef(article.page.id, block.index, 0))
    if article.page.media is Media.TEXT and article.title:
        return _whole(article.title, SentenceRef(article.page.id, -1, 0))
    return None


def _kept_runs(article: Article) -> Iterator[tuple[Block, list[TextSpan]]]:
    """The kept runs of each block; those with nothing but white space between them are one."""
    kept = iter(article.kept)
    span = next(kept, None)
    for block in article.blocks:
        runs: list[TextSpan] = []
        while span is not None and span.start < block.span.end:
            run = _inside(span, block)
            if run.start < run.end:
                if runs and not block.text[runs[-1].end : run.start].strip():
                    run = TextSpan(runs.pop().start, run.end)
                runs.append(run)
            if span.end > block.span.end:
                break
            span = next(kept, None)
        yield block, runs


def _inside(span: PageSpan, block: Block) -> TextSpan:
    """The part of a page span that lies in the block, as a span of its text; may be empty."""
    start = max(span.start, block.span.start) - block.span.start
    return TextSpan(start, max(start, min(span.end, block.span.end) - block.span.start))


def _split_run(text: str, run: TextSpan) -> Iterator[TextSpan]:
    for span in split_sentences(text[run.start : run.end]):
        yield TextSpan(run.start + span.start, run.start + span.end)


def _whole(text: str, ref: SentenceRef) -> Sentence | None:
    """The whole text as one sentence; None if it has no word."""
    if WORD.search(text) is None:
        return None
    span = trimmed(text, 0, len(text))
    return Sentence(ref=ref, span=span, text=text[span.start : span.end])
