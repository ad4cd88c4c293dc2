"""The words in which closed sets, scores and times are shown to an editor."""

from datetime import datetime

from sourcecompare.model import Alignment, Label, Reason, Shape, ValueKind
from sourcecompare.times import machine_time

KINDS = {
    ValueKind.NUMBER: "number",
    ValueKind.ORDINAL: "rank",
    ValueKind.MONEY: "sum of money",
    ValueKind.PERCENT: "percentage",
    ValueKind.MEASURE: "measure",
    ValueKind.SCORE: "score",
    ValueKind.RANK: "rank",
    ValueKind.AGE: "age",
    ValueKind.DATE: "date",
    ValueKind.TIME: "time of day",
    ValueKind.DURATION: "duration",
    ValueKind.NAME: "name",
    ValueKind.ROLE: "office",
    ValueKind.QUOTATION: "quotation",
    ValueKind.ASSERTION: "yes or no",
}

KINDS_COMPARED = (
    "numbers",
    "ranks",
    "sums of money",
    "percentages",
    "measures",
    "scores and votes",
    "ages",
    "dates and times of day",
    "durations",
    "names and offices of persons",
    "the words and speakers of quotations",
    "what one affirms and another denies",
)

LABELS = {
    Label.EXACT: "same words",
    Label.NEAR: "nearly the same words",
    Label.PARAPHRASE: "loose retelling",
    Label.SPUN: "reworded piece by piece",
}

VERBATIM = (Label.NEAR, Label.SPUN)
"""Labels that speak of the words themselves: of those sentences that tell the same."""

CLOSE = 0.98
"""Score from which two paragraphs in other words are called close, where half of what they say is
the same: our judgement. Figures say little to an editor; they are in the tables."""

SHAPES = {
    Shape.SAME: "",
    Shape.SPLIT: "split into several paragraphs",
    Shape.MERGED: "merged with another paragraph",
    Shape.EXPANDED: "longer here",
    Shape.SHORTENED: "shorter here",
}

MIRRORED = {
    Shape.SAME: Shape.SAME,
    Shape.SPLIT: Shape.MERGED,
    Shape.MERGED: Shape.SPLIT,
    Shape.EXPANDED: Shape.SHORTENED,
    Shape.SHORTENED: Shape.EXPANDED,
}
"""What a shape is when the two articles change places."""

UNSURE = "uncertain match"
UNMARKED = "too different to mark"
"""Of a sure match whose words could not be marked, or so few that marks would hide the text. Of an
uncertain one it is no news."""

REASONS = {
    Reason.EMPTY: "Empty",
    Reason.NOT_TEXT: "Not a text",
    Reason.UNDECODABLE: "Characters unreadable",
    Reason.TOO_LARGE: "Too large",
    Reason.TOO_COMPLEX: "Too long to compare",
    Reason.TIME_LIMIT: "Took too long",
    Reason.MEMORY_LIMIT: "Took too much memory",
    Reason.PARSER_FAILED: "Markup unreadable",
    Reason.NO_ARTICLE: "No article on the page",
    Reason.TOO_SHORT: "Too short for an article",
    Reason.SOFT_404: "“Not found” page",
    Reason.CAPTCHA: "Robot check instead of an article",
    Reason.CONSENT_WALL: "Consent wall instead of an article",
    Reason.PAYWALL: "Paywall instead of an article",
}

# Words for probabilities, in steps that readers tell apart: our own judgement.
SURE = 0.9
LIKELY = 0.75
POSSIBLE = 0.5


def likeness(alignment: Alignment) -> str:
    """How close two aligned paragraphs are, in words."""
    if not alignment.sure:
        return UNSURE
    if alignment.label is Label.PARAPHRASE and alignment.score >= CLOSE:
        return "close retelling"
    return LABELS[alignment.label]


def sureness(confidence: float) -> str:
    """A confidence of 0..1 in words.

    >>> sureness(0.8), sureness(0.6), sureness(0.2)
    ('fairly sure', 'not sure', 'perhaps a misreading')
    """
    if confidence >= LIKELY:
        return "fairly sure"
    return "not sure" if confidence >= POSSIBLE else "perhaps a misreading"


def certainty(confidence: float) -> str:
    """How sure it is that a line is no part of the article.

    >>> certainty(0.95), certainty(0.8), certainty(0.6)
    ('sure', 'fairly sure', 'not sure')
    """
    if confidence >= SURE:
        return "sure"
    return "fairly sure" if confidence >= LIKELY else "not sure"


def cleaning(confidence: float) -> str:
    """How sure it is that all of the article, and nothing else, was kept.

    >>> cleaning(0.96), cleaning(0.87), cleaning(0.4)
    ('sure (0.96)', 'fairly sure (0.87)', 'look before you trust it (0.40)')
    """
    words = "fairly sure" if is_trusted(confidence) else "look before you trust it"
    return f"{'sure' if confidence >= SURE else words} ({confidence:.2f})"


def is_trusted(confidence: float) -> bool:
    """Whether an article can be used unseen, as far as its cleaning can tell."""
    return confidence >= LIKELY


def when(value: str | None) -> str:
    """An ISO 8601 time as given, a blank for the T; anything else as it is.

    >>> when("2025-09-03T10:00:00+08:00"), when("2025-09-03"), when(None)
    ('2025-09-03 10:00 +08:00', '2025-09-03', 'date unknown')
    """
    if not value:
        return "date unknown"
    if not machine_time(value) or len(value) < len("2025-09-03T10"):
        return value
    moment = datetime.fromisoformat(value)
    seconds = ":%S" if moment.second else ""
    offset = moment.isoformat()[19:].lstrip(".0123456789")
    zone = "UTC" if offset == "+00:00" else offset
    return f"{moment:%Y-%m-%d %H:%M{seconds}} {zone}".rstrip()
