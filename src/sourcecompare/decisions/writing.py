"""Decisions as a file holds them, for a page that hands them on."""

from typing import Any

from sourcecompare.model import Decision, Decisions, Mark, MarkedPassage, Restoration

from .reading import FORMAT, VERSION


def as_record(decisions: Decisions) -> dict[str, Any]:
    """What `read_decisions` reads, as plain lists, objects and strings."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "findings": [_decision(one) for one in decisions.findings],
        "restored": [_restoration(one) for one in decisions.restored],
        "missed": [_mark(one) for one in decisions.missed],
    }


def _decision(one: Decision) -> dict[str, Any]:
    return {
        "story": one.story,
        "id": one.id,
        "digest": one.digest,
        "verdict": one.verdict.value,
        "note": one.note,
        "by": one.by,
        "at": one.at,
        "says": one.says,
    }


def _restoration(one: Restoration) -> dict[str, Any]:
    return {
        "page": one.page,
        "rule": one.rule.value,
        "start": one.span.start,
        "end": one.span.end,
        "text": one.text,
        "note": one.note,
        "by": one.by,
        "at": one.at,
    }


def _mark(one: Mark) -> dict[str, Any]:
    return {
        "story": one.story,
        "passages": [_passage(passage) for passage in one.passages],
        "note": one.note,
        "by": one.by,
        "at": one.at,
    }


def _passage(one: MarkedPassage) -> dict[str, Any]:
    return {
        "page": one.ref.article,
        "block": one.ref.block,
        "start": one.span.start,
        "end": one.span.end,
        "text": one.text,
    }
