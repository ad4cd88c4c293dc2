"""A page and what cleaning made of it, read back from the rows of their tables."""

from collections.abc import Mapping, Sequence
from typing import Any

from sourcecompare.model import (
    Article,
    Block,
    Fault,
    Head,
    Kind,
    Markup,
    Media,
    Page,
    PageSpan,
    Provenance,
    Reason,
    Rejected,
    Removal,
    Rule,
)

from .page_rows import CREDITED

Row = Mapping[str, Any]
Rows = Sequence[Row]


def result_from_rows(row: Row, block_rows: Rows, removal_rows: Rows) -> Article | Rejected:
    """A result from its row in documents, and its rows in blocks and removals."""
    blocks = tuple(_block(one) for one in block_rows)
    page = _page(row, blocks)
    removals = tuple(_removal(one) for one in removal_rows)
    kept = tuple(PageSpan(span["start"], span["end"]) for span in row["kept_spans"])
    if row["status"] == "rejected":
        return Rejected(
            page=page,
            reason=Reason(row["reason"]),
            detail=row["detail"],
            removals=removals,
            text=row["text"],
            kept=kept,
        )
    kept_blocks = zip(blocks, block_rows, strict=True)
    return Article(
        page=page,
        title=row["title"],
        author=row["author"],
        published=row["published"],
        language=row["language"],
        blocks=tuple(block for block, one in kept_blocks if one["kept"] != "none"),
        removals=removals,
        confidence=row["confidence"],
        text=row["text"],
        kept=kept,
        notes=tuple(row["cleaning_notes"]),
        provenance=Provenance(**{name: row[f"{name}_source"] or "" for name in CREDITED}),
    )


def _page(row: Row, blocks: tuple[Block, ...]) -> Page:
    reason = row["fault_reason"]
    head = Head(
        title=row["declared_title"],
        site_name=row["declared_site_name"],
        author=row["declared_author"],
        published=row["declared_published"],
        modified=row["declared_modified"],
        language=row["declared_language"],
        url=row["declared_url"],
        description=row["declared_description"],
        provenance=Provenance(**dict(one.split(": ", 1) for one in row["declared_sources"])),
    )
    return Page(
        id=row["page_id"],
        outlet=row["outlet"],
        media=Media(row["media"]),
        content="",
        visible=row["visible"],
        blocks=blocks,
        url=row["url"],
        retrieved=row["retrieved"],
        sha256=row["sha256"],
        notes=tuple(row["notes"]),
        markup=Markup(head=head),
        fault=Fault(reason=Reason(reason), detail=row["fault_detail"]) if reason else None,
    )


def _block(row: Row) -> Block:
    return Block(
        index=row["block"],
        kind=Kind(row["kind"]),
        text=row["text"],
        span=PageSpan(row["page_start"], row["page_end"]),
        path=row["path"],
    )


def _removal(row: Row) -> Removal:
    return Removal(
        span=PageSpan(row["page_start"], row["page_end"]),
        rule=Rule(row["rule"]),
        reason=row["reason"],
        confidence=row["confidence"],
    )
