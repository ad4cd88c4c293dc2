"""Decision files as editors' reports export them, built by hand."""

import json
from typing import Any

from sourcecompare.model import Finding, Removal, Verdict


def decision_file(**lists: list[dict[str, Any]]) -> bytes:
    """A decision file with these lists."""
    return json.dumps({"format": "sourcecompare-decisions", "version": 1, **lists}).encode()


def said(
    finding: Finding,
    verdict: Verdict = Verdict.CONFIRMED,
    *,
    story: str = "harbour",
    note: str = "",
    by: str = "Ann",
    at: str = "2026-11-26T10:00:00Z",
    digest: str | None = None,
) -> dict[str, Any]:
    """What an editor says of the finding, as an entry of `findings`."""
    return {
        "story": story,
        "id": finding.id,
        "digest": digest or finding.digest,
        "verdict": verdict.value,
        "note": note,
        "by": by,
        "at": at,
        "says": finding.reason,
    }


def wanted(
    page: str, removal: Removal, text: str, *, by: str = "Ann", shift: int = 0
) -> dict[str, Any]:
    """A removal that an editor wants back, as an entry of `restored`."""
    start, end = removal.span.start + shift, removal.span.end + shift
    return {
        "page": page,
        "rule": removal.rule.value,
        "start": start,
        "end": end,
        "text": text,
        "by": by,
    }


def passage(page: str, block: int, start: int, text: str) -> dict[str, Any]:
    """One side of a marked conflict."""
    return {"page": page, "block": block, "start": start, "end": start + len(text), "text": text}
