"""Where each finding stands by what editors said of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sourcecompare.model import Comparison, Decision, Decisions, Finding, Verdict


class Status(StrEnum):
    """What a finding waits for, if for anything."""

    OPEN = "open"
    """nobody has decided"""
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    DISPUTED = "disputed"
    """editors differ"""
    STALE = "stale"
    """its evidence changed since everybody decided"""


NEEDS_EDITOR = frozenset({Status.OPEN, Status.DISPUTED, Status.STALE})
"""What an editor has to look at; confirmed and dismissed findings are done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one finding stands, and who said what."""

    status: Status
    confirmed: tuple[str, ...] = ()
    """editors who confirmed it as it is now, sorted"""
    dismissed: tuple[str, ...] = ()
    """editors who dismissed it as it is now, sorted"""
    outdated: tuple[Decision, ...] = ()
    """verdicts on evidence that changed since, by editor; where there are others, these count"""
    notes: tuple[Decision, ...] = ()
    """what has a note, whatever its verdict and age, by editor"""


def standings(decisions: Decisions, comparison: Comparison) -> Mapping[str, Standing]:
    """Where each of the story's findings stands, by its id and in their order.

    A finding is known by its id alone, which names its pages: what a story is called may change.
    """
    said: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in decisions.findings:
        said[decision.id].append(decision)
    return {one.id: _standing(one, said.get(one.id, ())) for one in comparison.findings}


def find_gone(decisions: Decisions, comparisons: Iterable[Comparison]) -> tuple[Decision, ...]:
    """Decisions on findings that none of the comparisons has any more, but for those taken back."""
    known = {finding.id for comparison in comparisons for finding in comparison.findings}
    return tuple(one for one in decisions.findings if one.id not in known and speaks(one))


def speaks(decision: Decision) -> bool:
    """Whether it says anything; one that was taken back does not."""
    return decision.verdict is not Verdict.NONE or bool(decision.note)


def outdated(decision: Decision, finding: Finding) -> bool:
    """Whether the verdict was given on other evidence than the finding has now."""
    return decision.verdict is not Verdict.NONE and decision.digest != finding.digest


def _standing(finding: Finding, said: Sequence[Decision]) -> Standing:
    fresh = [one for one in said if not outdated(one, finding)]
    confirmed = {one.by for one in fresh if one.verdict is Verdict.CONFIRMED}
    dismissed = {one.by for one in fresh if one.verdict is Verdict.DISMISSED}
    old = tuple(one for one in said if outdated(one, finding))
    return Standing(
        status=_status(bool(confirmed), bool(dismissed), bool(old)),
        confirmed=tuple(sorted(confirmed)),
        dismissed=tuple(sorted(dismissed)),
        outdated=old,
        notes=tuple(one for one in said if one.note),
    )


def _status(confirmed: bool, dismissed: bool, old: bool) -> Status:
    if confirmed and dismissed:
        return Status.DISPUTED
    if confirmed:
        return Status.CONFIRMED
    if dismissed:
        return Status.DISMISSED
    return Status.STALE if old else Status.OPEN
