"""What comparing the articles of a story brings out, and a whole run."""

from dataclasses import dataclass

from .closed import (
    DEFAULT_KINDS,
    Basis,
    FindingKind,
    Kind,
    Label,
    Quoting,
    Severity,
    Shape,
    ValueKind,
)
from .decisions import DecisionFile
from .pages import Article, Rejected
from .places import BlockRef, PageSpan, SentenceRef, TextSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A run of one block that states something; never spans a removal."""

    ref: SentenceRef
    span: TextSpan
    text: str
    """equals ``block.text[span.start:span.end]``"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two sentences of aligned paragraphs that tell the same."""

    left: SentenceRef
    right: SentenceRef
    score: float
    """0..1"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Two paragraphs of two articles that tell the same thing; ``left.article < right.article``."""

    left: BlockRef
    right: BlockRef
    score: float
    """0..1"""
    links: tuple[Link, ...]
    label: Label
    shape: Shape
    moved: bool
    """out of the order that most other pairs of the two articles keep"""
    sure: bool
    """false in the review band: shown, but counted neither as shared nor as unique"""
    words: tuple[str, ...] = ()
    """the most telling words of both, as one of the two writes them, most telling first"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """Those of a group's sentences that surely tell the same."""

    sentences: tuple[SentenceRef, ...]
    score: float
    """of the weakest pair inside"""
    voices: int
    """outlets that tell it, copies of one wire text counted once"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One thing told, by every outlet that tells it; a sentence may be in several groups."""

    sentences: tuple[SentenceRef, ...]
    """all that tell it or may tell it"""
    score: float
    """of the weakest pair inside; 1 for a group of one"""
    voices: int
    """of the core with most; 1 where there is none"""
    cores: tuple[Core, ...] = ()
    """largest first; no two share a sentence, and what is in none is in the review band"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that stand nearly verbatim in one block of each of two articles."""

    left: BlockRef
    left_span: TextSpan
    """from the first to the last word in common"""
    right: BlockRef
    right_span: TextSpan
    words: int
    """that are the same, in the same order; single characters in scripts without blanks"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """One text that several outlets print, whole or in part."""

    pages: tuple[str, ...]
    """page ids, sorted; of two outlets or more"""
    shares: tuple[float, ...]
    """for each page how much of its words belongs to the text, 0..1"""
    whole: bool
    """true if so much of each page is this text that all of them are one voice; false if they are
    one only in what these passages tell"""
    source: str | None
    """page that the text was likely taken from; None where nothing tells"""
    basis: Basis
    """what told the source"""
    credit: str
    """what a page calls the source, as written; empty if none does"""
    passages: tuple[Passage, ...]
    """by left, then right; as many pairs of pages as it takes to show all of the text"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A checkable particular that a sentence states."""

    kind: ValueKind
    normal: str
    """normal form, equal for equal values: ``"80"``, ``"2500000"``, ``"2025-09-03"``"""
    unit: str
    """currency code, unit of measure, or empty"""
    head: str
    """folded noun that is counted or measured, or empty"""
    modifier: str
    """about, nearly, more than, at least, up to ..., or empty"""
    ref: SentenceRef
    span: TextSpan
    """of the value's own words, in the block"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One place that a finding rests on."""

    ref: SentenceRef
    span: TextSpan
    """of the value, or of the whole sentence, in the block"""
    value: Value | None
    position: int
    """numbers the statements that exclude each other; 0 in shared and unique findings"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that an editor may want to know."""

    id: str
    """survives a re-run and a new version: made of check, page ids and what is compared"""
    digest: str
    """changes when the evidence's sentences or values change"""
    kind: FindingKind
    severity: Severity
    confidence: float
    """0..1"""
    evidence: tuple[Evidence, ...]
    """by page id, then place"""
    check: str
    """name of the check that found it"""
    reason: str
    """one plain sentence"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles on one event."""

    id: str
    title: str
    articles: tuple[Article, ...]
    """by page id"""
    versions: tuple[tuple[str, ...], ...] = ()
    """page ids of the versions of one article, the oldest first; only where there are several"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that was found out about one story."""

    story: Story
    alignments: tuple[Alignment, ...]
    """by left, then right"""
    groups: tuple[Group, ...]
    """by first sentence"""
    findings: tuple[Finding, ...]
    """by kind and severity, then page id, then place"""
    reuse: tuple[Reuse, ...] = ()
    """those of whole articles first, then by page ids"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """Something that all outlets of a story tell but one."""

    finding: str
    """id of the shared finding"""
    pages: tuple[str, ...]
    """page ids of the outlet that lacks it, newest versions only"""
    fullest: SentenceRef
    """the longest sentence that tells it"""
    voices: int
    """that tell it"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlooked:
    """A sentence of a removal that tells what another outlet tells."""

    page: str
    removal: int
    """number in `Article.removals`"""
    span: PageSpan
    told: tuple[SentenceRef, ...]
    """the likest sentence of each other article that tells it, likest first"""
    score: float
    """0..1, of the first of them"""
    common: tuple[str, ...]
    """particulars that one of them has too, as the removed sentence writes them"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """What to look at once more in a story; made anew for each report and not stored."""

    lacking: tuple[Lack, ...] = ()
    """in the order of the findings"""
    overlooked: tuple[Overlooked, ...] = ()
    """those with a particular in common first, then by score"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may set; everything here may change the outputs."""

    keep: tuple[Kind, ...] = DEFAULT_KINDS
    """kinds of blocks that belong to an article's body"""
    max_bytes: int = 30_000_000
    """of one page, after decompression; larger ones are rejected unread"""
    page_seconds: float = 60.0
    """processor time that one page may take before it is rejected"""
    page_memory: int = 4_000_000_000
    """bytes that reading one page may take before it is rejected (where the system can say)"""
    semantic: str = ""
    """folder of a model that compares by meaning too, "" for none; in a finished run the folder's
    name and a hash of the model, for a run tells no place outside its inputs"""
    semantic_weight: float = 0.25
    """above 0, beside 1 for the words; where it comes from, see `similarity/semantic.py`"""
    semantic_floor: float = 0.2
    """cosine up to which texts count as unlike, 0 to below 1"""
    nli: str = ""
    """folder of a model that judges possible conflicts, "" for none; in a finished run as
    `semantic`"""
    judge: str = ""
    """Python file that defines a judge of possible conflicts and of sentences that no rule
    compares, "" for none; in a finished run as `semantic`"""
    quoting: Quoting = Quoting.WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFailure:
    """An input that could not be read."""

    path: str
    """below the input folder"""
    detail: str
    """one sentence: what, where, what to do"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Everything that report and tables need; every input is in it."""

    results: tuple[Article | Rejected, ...]
    """by page id"""
    comparisons: tuple[Comparison, ...]
    """by story id"""
    errors: tuple[InputFailure, ...]
    """by path"""
    ignored: tuple[str, ...]
    """paths of files that are no pages"""
    settings: Settings
    version: str
    """of sourcecompare"""
    decisions: tuple[DecisionFile, ...] = ()
    """by name; whose restorations were applied"""
