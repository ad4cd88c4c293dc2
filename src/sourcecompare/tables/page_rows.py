"""Rows about single pages: documents, blocks, removals, sentences."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import fields

from sourcecompare.model import Article, Block, Kind, PageSpan, Rejected, Run
from sourcecompare.text import words

from .lookup import Lookup, Row

CREDITED = ("title", "author", "published", "language")
"""What an article has from its page's metadata, each with its source."""


def document_rows(run: Run, lookup: Lookup) -> Iterator[Row]:
    """A row a page, rejected ones too, in the run's order."""
    for result in run.results:
        page = result.page
        copy_of = lookup.copies.get(page.id)
        story = lookup.stories.get(page.id)
        versions = lookup.versions.get(page.id)
        yield {
            **lookup.page_cells(page.id),
            "story_id": story.id if story else None,
            "story_title": story.title if story else None,
            "version_of": versions[-1] if versions else None,
            "version": versions.index(page.id) + 1 if versions else None,
            "url": page.url,
            "retrieved": page.retrieved,
            "media": page.media,
            "sha256": page.sha256,
            "duplicate_of": lookup.doc_ids[copy_of] if copy_of else None,
            "notes": list(page.notes),
            "fault_reason": page.fault.reason if page.fault else None,
            "fault_detail": page.fault.detail if page.fault else None,
            "visible": page.visible,
            "visible_characters": _marks(page.visible),
            **_declared_cells(result),
            **_result_cells(result),
            **_outcome_cells(result),
        }


def block_rows(run: Run, lookup: Lookup) -> Iterator[Row]:
    """A row a block of every page, kept or not."""
    for result in run.results:
        kept = {block.index for block in result.blocks} if isinstance(result, Article) else set()
        cut = _cut_blocks(result)
        for block in result.page.blocks:
            whole = "part" if block.index in cut else "whole"
            yield {
                **lookup.page_cells(result.page.id),
                "block": block.index,
                "kind": block.kind,
                "path": block.path,
                **page_span_cells(block.span),
                "kept": whole if block.index in kept else "none",
                "text": block.text,
            }


def removal_rows(run: Run, lookup: Lookup) -> Iterator[Row]:
    """A row a removal, in page order."""
    for result in run.results:
        page = result.page
        starts = [block.span.start for block in page.blocks]
        for number, removal in enumerate(result.removals):
            block = _block_at(page.blocks, starts, removal.span.start)
            yield {
                **lookup.page_cells(page.id),
                "removal": number,
                "block": block.index if block else None,
                **page_span_cells(removal.span),
                "rule": removal.rule,
                "reason": removal.reason,
                "confidence": removal.confidence,
                "text": page.visible[removal.span.start : removal.span.end],
            }


def sentence_rows(run: Run, lookup: Lookup) -> Iterator[Row]:
    """A row a sentence of every article, the headline first."""
    for result in run.results:
        page = result.page
        story = lookup.stories.get(page.id)
        for sentence in lookup.told.get(page.id, ()):
            ref = sentence.ref
            yield {
                **lookup.page_cells(page.id),
                "story_id": story.id if story else None,
                "block": ref.block,
                "sentence": ref.sentence,
                "kind": Kind.TITLE if ref.block < 0 else page.blocks[ref.block].kind,
                "block_start": sentence.span.start,
                "block_end": sentence.span.end,
                **page_span_cells(lookup.page_span(ref, sentence.span)),
                "text": sentence.text,
            }


def page_span_cells(span: PageSpan | None) -> Row:
    """The two columns of a span on the page."""
    return {
        "page_start": span.start if span else None,
        "page_end": span.end if span else None,
    }


def _result_cells(result: Article | Rejected) -> Row:
    visible = result.page.visible
    spans = [removal.span for removal in result.removals]
    return {
        "kept_words": len(words(result.text)),
        "kept_characters": sum(_marks(visible[span.start : span.end]) for span in result.kept),
        "removed_characters": sum(_marks(visible[span.start : span.end]) for span in spans),
        "text": result.text,
        "kept_spans": [{"start": span.start, "end": span.end} for span in result.kept],
    }


def _outcome_cells(result: Article | Rejected) -> Row:
    if isinstance(result, Article):
        return {
            "status": "article",
            "title": result.title,
            "author": result.author,
            "published": result.published,
            "language": result.language,
            **{f"{name}_source": getattr(result.provenance, name) or None for name in CREDITED},
            "reason": None,
            "detail": None,
            "confidence": result.confidence,
            "cleaning_notes": list(result.notes),
        }
    return {
        "status": "rejected",
        "title": None,
        "author": None,
        "published": None,
        "language": None,
        **{f"{name}_source": None for name in CREDITED},
        "reason": result.reason,
        "detail": result.detail,
        "confidence": None,
        "cleaning_notes": [],
    }


def _declared_cells(result: Article | Rejected) -> Row:
    head = result.page.markup.head
    return {
        "declared_title": head.title,
        "declared_site_name": head.site_name,
        "declared_author": head.author,
        "declared_published": head.published,
        "declared_modified": head.modified,
        "declared_language": head.language,
        "declared_url": head.url,
        "declared_description": head.description,
        "declared_sources": [
            f"{field.name}: {source}"
            for field in fields(head.provenance)
            if (source := getattr(head.provenance, field.name))
        ],
    }


def _marks(text: str) -> int:
    """Characters that are not white space."""
    return sum(map(len, text.split()))


def _cut_blocks(result: Article | Rejected) -> set[int]:
    """Numbers of the blocks that a removal lies in or runs through."""
    blocks = result.page.blocks
    starts = [block.span.start for block in blocks]
    cut: set[int] = set()
    for removal in result.removals:
        position = max(bisect_right(starts, removal.span.start) - 1, 0)
        while position < len(blocks) and starts[position] < removal.span.end:
            if blocks[position].span.end > removal.span.start:
                cut.add(blocks[position].index)
            position += 1
    return cut


def _block_at(blocks: Sequence[Block], starts: Sequence[int], offset: int) -> Block | None:
    position = bisect_right(starts, offset) - 1
    if position < 0 or blocks[position].span.end <= offset:
        return None
    return blocks[position]
