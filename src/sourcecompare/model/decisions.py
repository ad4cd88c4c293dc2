"""What editors decided about findings, removed lines and missed conflicts."""

from dataclasses import dataclass
from enum import StrEnum

from .closed import Rule
from .places import BlockRef, PageSpan, TextSpan


class Verdict(StrEnum):
    """What an editor says of a finding."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    NONE = ""
    """nothing: a note alone, or, without a note, a decision that was taken back"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What one editor said of one finding."""

    story: str
    """id of the story that it was found in"""
    id: str
    """`Finding.id`"""
    digest: str
    """`Finding.digest` when it was decided"""
    verdict: Verdict
    note: str
    by: str
    """the editor; where the file names none, what tells it from the other files"""
    at: str
    """ISO 8601, or empty"""
    says: str
    """the finding's reason when it was decided, to be shown when it is gone; may be empty"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoration:
    """Words that cleaning took out and an editor wants back."""

    page: str
    """the page's id"""
    rule: Rule
    """that removed them when the editor looked"""
    span: PageSpan
    """where they stood then"""
    text: str
    """what stood there, whole"""
    note: str
    by: str
    at: str
    """ISO 8601, or empty"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPassage:
    """One side of a conflict that an editor marked."""

    ref: BlockRef
    span: TextSpan
    """where it stood, in the block's text"""
    text: str
    """what stood there, whole"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A conflict that was missed, marked by hand."""

    story: str
    passages: tuple[MarkedPassage, ...]
    """two or more, by page id, then place"""
    note: str
    by: str
    at: str
    """ISO 8601, or empty"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFile:
    """A file that decisions were read from."""

    name: str
    """without its folder"""
    sha256: str
    """of its bytes, hexadecimal"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """All that editors decided, of one file or several."""

    findings: tuple[Decision, ...] = ()
    """by finding id, then editor"""
    restored: tuple[Restoration, ...] = ()
    """by page id, then place"""
    missed: tuple[Mark, ...] = ()
    """by story id, then place"""
    files: tuple[DecisionFile, ...] = ()
    """by name"""
