"""Closed sets: what a page, a block, a removal or a finding can be."""

from enum import StrEnum


class Media(StrEnum):
    """What a page was scraped as."""

    HTML = "html"
    TEXT = "text"


class Kind(StrEnum):
    """What a block is on its page."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    QUOTE = "quote"
    CAPTION = "caption"
    BYLINE = "byline"
    DATE = "date"
    CONTROL = "control"
    """a button, a label, an option: what a form shows"""


class Quoting(StrEnum):
    """How much of a passage the report quotes."""

    WHOLE = "whole"
    EXCERPTS = "excerpts"
    """a few words of each; the tables hold all of it all the same"""


class Rule(StrEnum):
    """Why something was removed; each is described in docs/RULES.md."""

    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    NAVIGATION = "navigation"
    BREADCRUMB = "breadcrumb"
    POST_META = "post-meta"
    SHARE = "share"
    SOCIAL = "social"
    ADVERTISEMENT = "advertisement"
    AD_BLOCK = "ad-block"
    COOKIE_CONSENT = "cookie-consent"
    PAYWALL = "paywall"
    NEWSLETTER = "newsletter"
    RELATED = "related"
    COMMENT_PROMPT = "comment-prompt"
    COMMENT_FORM = "comment-form"
    READER_COMMENT = "reader-comment"
    KEYWORD_SPAM = "keyword-spam"
    INJECTED_PHRASE = "injected-phrase"
    SELF_PROMOTION = "self-promotion"
    CONTACT = "contact"
    LEGAL_NOTICE = "legal-notice"
    TEMPLATE = "template"
    REPEATED_TITLE = "repeated-title"
    DUPLICATE_BLOCK = "duplicate-block"
    OTHER_ARTICLE = "other-article"
    HIDDEN = "hidden"
    LOW_CONFIDENCE = "low-confidence"
    REJECTED_PAGE = "rejected-page"


class Reason(StrEnum):
    """Why a page holds no article."""

    EMPTY = "empty"
    NOT_TEXT = "not-text"
    UNDECODABLE = "undecodable"
    TOO_LARGE = "too-large"
    TOO_COMPLEX = "too-complex"
    TIME_LIMIT = "time-limit"
    MEMORY_LIMIT = "memory-limit"
    PARSER_FAILED = "parser-failed"
    NO_ARTICLE = "no-article"
    TOO_SHORT = "too-short"
    SOFT_404 = "soft-404"
    CAPTCHA = "captcha"
    CONSENT_WALL = "consent-wall"
    PAYWALL = "paywall"


class Label(StrEnum):
    """How close the wording of two aligned paragraphs is."""

    EXACT = "exact"
    NEAR = "near"
    PARAPHRASE = "paraphrase"
    SPUN = "spun"


class Shape(StrEnum):
    """How an aligned paragraph of the left article was carried over to the right."""

    SAME = "same"
    SPLIT = "split"
    MERGED = "merged"
    EXPANDED = "expanded"
    SHORTENED = "shortened"


class ValueKind(StrEnum):
    """What sort of particular a value is."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    """a distance, weight, temperature, magnitude ..."""
    SCORE = "score"
    RANK = "rank"
    AGE = "age"
    DATE = "date"
    TIME = "time"
    """of day"""
    DURATION = "duration"
    NAME = "name"
    """of a person, organisation or place that takes part in something"""
    ROLE = "role"
    """the office of a named person"""
    QUOTATION = "quotation"
    ASSERTION = "assertion"
    """what a clause affirms or denies of a named thing"""


class FindingKind(StrEnum):
    """What a finding says about the outlets."""

    SHARED = "shared"
    UNIQUE = "unique"
    CONFLICT = "conflict"
    UPDATE = "update"
    DIFFERS = "differs"


class Basis(StrEnum):
    """What the likely source of a reused text was told by."""

    CREDIT = "credit"
    """another outlet's page names it"""
    PUBLISHED = "published"
    """it was published before all others"""
    LONGEST = "longest"
    """it holds clearly more of the common text than any other"""
    ELSEWHERE = "elsewhere"
    """a page names an agency that is not among these outlets: the source is none of them"""
    UNKNOWN = "unknown"
    """nothing tells"""


class Severity(StrEnum):
    """How much a finding matters to an editor."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


DEFAULT_KINDS: tuple[Kind, ...] = (
    Kind.HEADING,
    Kind.PARAGRAPH,
    Kind.LIST_ITEM,
    Kind.TABLE_ROW,
    Kind.QUOTE,
)
"""Kinds of blocks that belong to an article's body unless the caller asks for others."""
