"""What flows through the house: frozen data, no logic.

Two coordinate systems, and only two:

- `PageSpan`: half-open, characters of `Page.visible`.
- `TextSpan`: half-open, characters of one `Block.text`
  (of `Article.title` where the block is -1).

Times are ISO 8601 strings, as precise as their source: ``2025-09-03`` or
``2025-09-03T10:00:00+08:00``.
"""

from .closed import (
    DEFAULT_KINDS,
    Basis,
    FindingKind,
    Kind,
    Label,
    Media,
    Quoting,
    Reason,
    Rule,
    Severity,
    Shape,
    ValueKind,
)
from .comparisons import (
    Alignment,
    Comparison,
    Core,
    Evidence,
    Finding,
    Gaps,
    Group,
    InputFailure,
    Lack,
    Link,
    Overlooked,
    Passage,
    Reuse,
    Run,
    Sentence,
    Settings,
    Story,
    Value,
)
from .decisions import (
    Decision,
    DecisionFile,
    Decisions,
    Mark,
    MarkedPassage,
    Restoration,
    Verdict,
)
from .pages import (
    Article,
    Block,
    Fault,
    Head,
    Hint,
    Markup,
    Page,
    Provenance,
    Rejected,
    Removal,
    Site,
)
from .places import BlockRef, PageSpan, SentenceRef, TextSpan

__all__ = [
    "DEFAULT_KINDS",
    "Alignment",
    "Article",
    "Basis",
    "Block",
    "BlockRef",
    "Comparison",
    "Core",
    "Decision",
    "DecisionFile",
    "Decisions",
    "Evidence",
    "Fault",
    "Finding",
    "FindingKind",
    "Gaps",
    "Group",
    "Head",
    "Hint",
    "InputFailure",
    "Kind",
    "Label",
    "Lack",
    "Link",
    "Mark",
    "MarkedPassage",
    "Markup",
    "Media",
    "Overlooked",
    "Page",
    "PageSpan",
    "Passage",
    "Provenance",
    "Quoting",
    "Reason",
    "Rejected",
    "Removal",
    "Restoration",
    "Reuse",
    "Rule",
    "Run",
    "Sentence",
    "SentenceRef",
    "Settings",
    "Severity",
    "Shape",
    "Site",
    "Story",
    "TextSpan",
    "Value",
    "ValueKind",
    "Verdict",
]
