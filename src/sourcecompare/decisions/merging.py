"""Decisions of several files united; their order changes nothing."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime
from typing import TypeVar

from sourcecompare.model import Decision, Decisions, Mark, Restoration

_Entry = TypeVar("_Entry", Decision, Restoration, Mark)

_NEVER = datetime.min.replace(tzinfo=UTC)


def merge(several: Iterable[Decisions]) -> Decisions:
    """All that these say: of what one editor said of one thing several times, the latest.

    What has no time is older than anything that has one. Where an editor said two things at one
    time, both stay: nothing tells which was meant.
    """
    known = list(several)
    files = {file for one in known for file in one.files}
    return Decisions(
        findings=_latest(
            (each for one in known for each in one.findings), lambda each: (each.id, each.by)
        ),
        restored=_latest(
            (each for one in known for each in one.restored),
            lambda each: (each.page, each.span, each.text, each.by),
        ),
        missed=_latest(
            (each for one in known for each in one.missed),
            lambda each: (each.story, each.passages, each.by),
        ),
        files=tuple(sorted(files, key=lambda file: (file.name, file.sha256))),
    )


def moment(at: str) -> datetime:
    """When something was said; before all times where nothing tells, and in UTC where no zone does.

    >>> moment("2026-11-26T12:00:00+02:00") == moment("2026-11-26T10:00:00Z")
    True
    """
    if not at:
        return _NEVER
    told = datetime.fromisoformat(at)
    return told if told.tzinfo else told.replace(tzinfo=UTC)


def _latest(entries: Iterable[_Entry], thing: Callable[[_Entry], Hashable]) -> tuple[_Entry, ...]:
    """The latest entries on each thing, in an order of their own."""
    found: defaultdict[Hashable, set[_Entry]] = defaultdict(set)
    for entry in entries:
        found[thing(entry)].add(entry)
    kept: list[_Entry] = []
    for several in found.values():
        last = max(moment(entry.at) for entry in several)
        kept += [entry for entry in several if moment(entry.at) == last]
    return tuple(sorted(kept, key=_order))


def _order(entry: Decision | Restoration | Mark) -> tuple[object, ...]:
    """Where an entry stands among its like: its thing, its editor, then all that it says."""
    said = (entry.by, entry.at, entry.note)
    if isinstance(entry, Decision):
        return (entry.id, *said, entry.story, entry.digest, entry.verdict, entry.says)
    if isinstance(entry, Restoration):
        return (entry.page, entry.span, entry.text, *said, entry.rule)
    places = tuple((each.ref, each.span, each.text) for each in entry.passages)
    return (entry.story, places, *said)
