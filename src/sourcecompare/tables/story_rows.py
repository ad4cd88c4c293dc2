"""Rows about what comparing found: alignments, links, groups, reuse, findings, evidence, errors."""

from collections.abc import Iterator

from sourcecompare.model import (
    BlockRef,
    Evidence,
    Finding,
    Reuse,
    Run,
    SentenceRef,
    TextSpan,
    Value,
)

from .lookup import Lookup, Row
from .page_rows import page_span_cells


def alignment_rows(run: Run, lookup: Lookup) -> Iterator[Row]:
    """A row a pair of paragraphs."""
    for comparison in run.comparisons:
        for number, alignment in enumerate(comparison.alignments):
            yield {
                "story_id": comparison.story.id,
                "alignment": number,
                **_side_cells("left", alignment.left, lookup),
                **_side_cells("right", alignment.right, lookup),
                "score": alignment.score,
                "label": alignment.label,
                "shape": alignment.shape,
                "moved": alignment.moved,
                "sure": alignment.sure,
                "words": list(alignment.words),
                "left_text": lookup.paragraphs.get(alignment.left, ""),
                "right_text": lookup.paragraphs.get(alignment.right, ""),
            }


def link_rows(run: Run, lookup: Lookup) -> Iterator[Row]:
    """A row a pair of sentences."""
    for comparison in run.comparisons:
        for number, alignment in enumerate(comparison.alignments):
            for link in alignment.links:
                yield {
                    "story_id": comparison.story.id,
                    "alignment": number,
                    **_side_cells("left", link.left, lookup),
                    "left_sentence": link.left.sentence,
                    **_side_cells("right", link.right, lookup),
                    "right_sentence": link.right.sentence,
                    "score": link.score,
                    "left_text": lookup.sentences.get(link.left, ""),
                    "right_text": lookup.sentences.get(link.right, ""),
                }


def group_rows(run: Run, lookup: Lookup) -> Iterator[Row]:
    """A row a member sentence."""
    for comparison in run.comparisons:
        for number, group in enumerate(comparison.groups):
            core_of = {ref: at for at, core in enumerate(group.cores) for ref in core.sentences}
            for member, ref in enumerate(group.sentences):
                at = core_of.get(ref)
                core = None if at is None else group.cores[at]
                yield {
                    "story_id": comparison.story.id,
                    "group": number,
                    "member": member,
                    **lookup.page_cells(ref.article),
                    "block": ref.block,
                    "sentence": ref.sentence,
                    "score": group.score,
                    "voices": group.voices,
                    "core": at,
                    "core_score": core.score if core else None,
                    "core_voices": core.voices if core else None,
                    "text": lookup.sentences.get(ref, ""),
                }


def reuse_rows(run: Run, lookup: Lookup) -> Iterator[Row]:
    """A row a passage of two pages."""
    for comparison in run.comparisons:
        for number, text in enumerate(comparison.reuse):
            for place, passage in enumerate(text.passages):
                yield {
                    "story_id": comparison.story.id,
                    "reuse": number,
                    "passage": place,
                    **_passage_cells("left", passage.left, passage.left_span, text, lookup),
                    **_passage_cells("right", passage.right, passage.right_span, text, lookup),
                    "words": passage.words,
                    "whole": text.whole,
                    "source_page_id": text.source,
                    "source_outlet": lookup.pages[text.source].outlet if text.source else None,
                    "basis": text.basis,
                    "credit": text.credit,
                }


def finding_rows(run: Run, lookup: Lookup) -> Iterator[Row]:
    """A row a finding, in the report's order."""
    for comparison in run.comparisons:
        for number, finding in enumerate(comparison.findings):
            pages = sorted({one.ref.article for one in finding.evidence})
            yield {
                "story_id": comparison.story.id,
                "finding": number,
                "finding_id": finding.id,
                "digest": finding.digest,
                "kind": finding.kind,
                "severity": finding.severity,
                "confidence": finding.confidence,
                "check": finding.check,
                "reason": finding.reason,
                "positions": len({one.position for one in finding.evidence}),
                "page_ids": list(pages),
                "outlets": sorted({lookup.pages[page].outlet for page in pages}),
            }


def evidence_rows(run: Run, lookup: Lookup) -> Iterator[Row]:
    """A row a place that a finding rests on."""
    for comparison in run.comparisons:
        for number, finding in enumerate(comparison.findings):
            for place, evidence in enumerate(finding.evidence):
                yield {
                    "story_id": comparison.story.id,
                    "finding": number,
                    "evidence": place,
                    **_evidence_cells(finding, evidence, lookup),
                }


def error_rows(run: Run, lookup: Lookup) -> Iterator[Row]:
    """A row an input that could not be read."""
    for error in run.errors:
        yield {"path": error.path, "detail": error.detail}


def _side_cells(side: str, ref: BlockRef | SentenceRef, lookup: Lookup) -> Row:
    cells = lookup.page_cells(ref.article)
    return {f"{side}_{name}": cell for name, cell in cells.items()} | {f"{side}_block": ref.block}


def _passage_cells(side: str, ref: BlockRef, span: TextSpan, text: Reuse, lookup: Lookup) -> Row:
    return {
        **_side_cells(side, ref, lookup),
        f"{side}_block_start": span.start,
        f"{side}_block_end": span.end,
        f"{side}_share": text.shares[text.pages.index(ref.article)],
        f"{side}_text": lookup.text(ref, span),
    }


def _evidence_cells(finding: Finding, evidence: Evidence, lookup: Lookup) -> Row:
    ref, span = evidence.ref, evidence.span
    return {
        "finding_id": finding.id,
        "finding_kind": finding.kind,
        "position": evidence.position,
        **lookup.page_cells(ref.article),
        "block": ref.block,
        "sentence": ref.sentence,
        "block_start": span.start,
        "block_end": span.end,
        **page_span_cells(lookup.page_span(ref, span)),
        "text": lookup.text(ref, span),
        "sentence_text": lookup.sentences.get(ref, ""),
        **_value_cells(evidence.value),
    }


def _value_cells(value: Value | None) -> Row:
    return {
        "value_kind": value.kind if value else None,
        "value_normal": value.normal if value else None,
        "value_unit": value.unit if value else None,
        "value_head": value.head if value else None,
        "value_modifier": value.modifier if value else None,
        "value_start": value.span.start if value else None,
        "value_end": value.span.end if value else None,
    }
