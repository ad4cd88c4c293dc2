"""What editors decided, and what an earlier run had, in words."""

from collections.abc import Iterable
from typing import assert_never

from sourcecompare.decisions import (
    Change,
    Changes,
    Fate,
    PlacedRestoration,
    Review,
    Standing,
    Status,
    StoryReview,
    judges_of,
)
from sourcecompare.model import Decision, Finding, FindingKind, Verdict

from .view import History
from .wording import when

VERBS = {Verdict.CONFIRMED: "confirmed", Verdict.DISMISSED: "dismissed", Verdict.NONE: "noted"}

SHOWN = 80  # characters of restored words that a sentence repeats, as a note of the article does


def called(kind: FindingKind, status: Status) -> str:
    """What a finding is called: only an editor makes a possible conflict a conflict."""
    match kind:
        case FindingKind.CONFLICT:
            return "Conflict" if status is Status.CONFIRMED else "Possible conflict"
        case FindingKind.UPDATE:
            return "Update"
        case FindingKind.DIFFERS:
            return "Told differently"
        case FindingKind.SHARED | FindingKind.UNIQUE:
            return kind.value.capitalize()
        case _ as unknown:
            assert_never(unknown)


def said_of(standing: Standing) -> tuple[str, ...]:
    """What editors said of a finding, a sentence each."""
    said: list[str] = []
    if standing.status is Status.DISPUTED:
        said.append(
            f"Editors differ: {_listed(standing.confirmed)} confirmed it, "
            f"{_listed(standing.dismissed)} dismissed it."
        )
    elif standing.confirmed:
        said.append(f"Confirmed by {_listed(standing.confirmed)}.")
    elif standing.dismissed:
        said.append(f"Dismissed by {_listed(standing.dismissed)}.")
    said += [
        f"{_who(one)} {VERBS[one.verdict]} it{_on(one)}, but its evidence has changed since."
        for one in standing.outdated
    ]
    said += [f"Note by {_who(one)}: {one.note}" for one in standing.notes]
    return tuple(said)


def change_of(finding: Finding, changes: Changes | None) -> str:
    """What a finding is to the earlier run, in words; "" if it is the same or there is none."""
    if changes is None or not changes.told_before:
        return ""
    match changes.findings.get(finding.id, Change.SAME):
        case Change.NEW:
            return "new since the earlier run"
        case Change.CHANGED:
            return f"changed since the earlier run, which said: {changes.before[finding.id].reason}"
        case Change.SAME:
            return ""
        case _ as unknown:
            assert_never(unknown)


def history_of(decided: StoryReview) -> History:
    """What is to be said of decisions and an earlier run beside the findings."""
    changes = decided.changes
    found = list(changes.findings.values()) if changes else []
    return History(
        gone=tuple(map(_gone, decided.gone)),
        restored=tuple(map(_restored, decided.restorations)),
        compared_before=changes is not None,
        told_before=changes is not None and changes.told_before,
        new=found.count(Change.NEW),
        changed=found.count(Change.CHANGED),
        resolved=tuple(one.reason for one in changes.resolved) if changes else (),
        judges=judges_of(changes),
    )


def lost_decisions(review: Review) -> tuple[str, ...]:
    """Decisions about stories and pages that the run does not have, a sentence each."""
    marks = [
        f"{_name(mark.by)} marked a conflict in {mark.story}: "
        f"{mark.note or ' / '.join(passage.text for passage in mark.passages)}"
        for mark in review.gone_marks
    ]
    return (*map(_gone, review.gone), *marks, *map(_restored, review.restorations))


def _gone(one: Decision) -> str:
    note = f" Note: {one.note}" if one.note else ""
    return f"{_who(one)} {VERBS[one.verdict]}{_on(one)}: {one.says or one.id}{note}"


def _restored(placed: PlacedRestoration) -> str:
    one = placed.restoration
    words = " ".join(one.text.split())
    quoted = f"“{words[:SHOWN]}{'…' if len(words) > SHOWN else ''}” ({one.page}, {one.rule.value})"
    match placed.fate:
        case Fate.APPLIED:
            return f"{quoted} is part of the article again: {_name(one.by)} restored it."
        case Fate.PENDING:
            return f"{quoted} is still removed: the run was made without this decision. Run again."
        case Fate.STALE:
            return f"{quoted} could not be restored: the page does not have it in one place now."
        case Fate.REJECTED:
            return f"{quoted} could not be restored: the page holds no article."
        case Fate.GONE:
            return f"{quoted} could not be restored: the page is not among the inputs."
        case _ as unknown:
            assert_never(unknown)


def _who(one: Decision) -> str:
    return _name(one.by)


def _name(by: str) -> str:
    return by or "An editor"


def _on(one: Decision) -> str:
    return f" on {when(one.at[:10])}" if one.at else ""


def _listed(names: Iterable[str]) -> str:
    return " and ".join(map(_name, names))
