"""What is new, changed and resolved since an earlier run."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sourcecompare.model import Comparison, Finding, FindingKind, Run

FOLLOWED = (FindingKind.CONFLICT, FindingKind.UPDATE, FindingKind.DIFFERS)
"""Kinds of findings that are compared with an earlier run: those that wait for an editor."""


class Change(StrEnum):
    """What a finding is to an earlier run."""

    NEW = "new"
    CHANGED = "changed"
    """its evidence has another digest, or it is of another kind"""
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """A story's findings beside those of an earlier run."""

    told_before: bool
    """false if the earlier run has no story of this id: then all is new"""
    findings: Mapping[str, Change]
    """by finding id, in their order; only kinds that are `FOLLOWED`"""
    before: Mapping[str, Finding]
    """what changed, as it was, by finding id"""
    resolved: tuple[Finding, ...]
    """what the earlier run found and this one does not, in the earlier order"""
    judges: tuple[str, str] | None
    """who judged then and who judges now, "" for nobody; None if it is the same judge"""


def changes(comparison: Comparison, new: Run, old: Run) -> Changes:
    """A story's findings in a run, beside those that an earlier one has of the story of that id."""
    then, now = (run.settings.judge or run.settings.nli for run in (old, new))
    earlier = next((one for one in old.comparisons if one.story.id == comparison.story.id), None)
    known = _followed(earlier) if earlier else {}
    found = _followed(comparison)
    told = {name: _change(finding, known.get(name)) for name, finding in found.items()}
    return Changes(
        told_before=earlier is not None,
        findings=told,
        before={name: known[name] for name, change in told.items() if change is Change.CHANGED},
        resolved=tuple(finding for name, finding in known.items() if name not in found),
        judges=None if then == now else (then, now),
    )


def judges_of(changes: Changes | None) -> str:
    """That another judge was asked than in the earlier run, a sentence; "" if it is the same."""
    if changes is None or changes.judges is None:
        return ""
    then, now = (who or "none" for who in changes.judges)
    return (
        f"The two runs did not ask the same judge (then {then}, now {now}): what only a judge "
        "sees may be new or resolved for that alone."
    )


def lost_stories(new: Run, old: Run) -> tuple[Comparison, ...]:
    """Stories that only the earlier run has, by id."""
    known = {comparison.story.id for comparison in new.comparisons}
    return tuple(one for one in old.comparisons if one.story.id not in known)


def _followed(comparison: Comparison) -> dict[str, Finding]:
    return {one.id: one for one in comparison.findings if one.kind in FOLLOWED}


def _change(finding: Finding, before: Finding | None) -> Change:
    if before is None:
        return Change.NEW
    same = (finding.digest, finding.kind) == (before.digest, before.kind)
    return Change.SAME if same else Change.CHANGED
