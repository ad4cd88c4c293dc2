"""Rules with reasons: each looks at one block and its page and says why it is not the article.

`RULES` decide: the first that speaks removes the block, whatever else speaks for it.
`NAMES` only name what the content model has dropped already, so that no line goes without a
reason. `CUTS` remove runs inside blocks. All are tuples, read from first to last.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sourcecompare.model import Block, Rule, TextSpan

from . import furniture, markup, repetition
from .context import Context, find_title, read_context
from .furniture import by_phrase
from .lexicon import (
    byline_closers,
    byline_openers,
    date_words,
    function_words,
    home_names,
    lexicon,
    month_names,
    sentence_words,
    staff_names,
    weekday_names,
)
from .markup import named_by_markup

__all__ = [
    "CUTS",
    "FRAME",
    "NAMES",
    "RULES",
    "BlockRule",
    "Context",
    "CutRule",
    "byline_closers",
    "byline_openers",
    "date_words",
    "find_title",
    "function_words",
    "home_names",
    "lexicon",
    "month_names",
    "read_context",
    "sentence_words",
    "staff_names",
    "weekday_names",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRule:
    """Removes whole blocks."""

    rule: Rule
    confidence: float
    """0..1: of the blocks that this rule removes, the share that is not main content

    Of those that decide, as measured by benchmarks/rules.py: the lower bound of Wilson's 95%
    interval, at most .99. docs/RULES.md says what could not be measured and is an estimate.
    """
    find: Callable[[Block, Context], str | None]
    """the reason, a sentence for editors; None where the rule does not apply"""
    by_phrase: bool = False
    """it has nothing to say of a block that holds no phrase of the lexicon"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CutRule:
    """Removes runs inside blocks."""

    rule: Rule
    confidence: float
    find: Callable[[Block, Context], tuple[tuple[TextSpan, str], ...]]
    """runs to cut, each with its reason"""


def _phrases(rule: Rule, confidence: float, reason: str) -> BlockRule:
    find = by_phrase(rule, reason)
    return BlockRule(rule=rule, confidence=confidence, find=find, by_phrase=True)


def _says(rule: Rule, confidence: float, find: Callable[[Block, Context], str | None]) -> BlockRule:
    return BlockRule(rule=rule, confidence=confidence, find=find)


RULES: tuple[BlockRule, ...] = (
    _says(Rule.HIDDEN, 0.99, markup.is_hidden),
    _says(Rule.TITLE, 0.93, repetition.is_title),
    _says(Rule.BREADCRUMB, 0.9, furniture.is_breadcrumb),
    _says(Rule.REPEATED_TITLE, 0.96, repetition.is_repeated_title),
    _says(Rule.KEYWORD_SPAM, 0.86, repetition.is_spam),
    _says(Rule.DATE, 0.97, furniture.is_date),
    _phrases(Rule.AD_BLOCK, 0.9, "“{}”: a notice to readers who block advertisements."),
    _phrases(Rule.COMMENT_FORM, 0.99, "“{}”: part of the form for readers' comments."),
    _phrases(Rule.COMMENT_PROMPT, 0.87, "“{}”: asks readers to comment."),
    _phrases(Rule.COOKIE_CONSENT, 0.99, "“{}”: part of the cookie notice."),
    _phrases(Rule.PAYWALL, 0.99, "“{}”: a request to subscribe or to log in."),
    _phrases(Rule.NEWSLETTER, 0.99, "“{}”: an invitation to a newsletter."),
    _phrases(Rule.SHARE, 0.99, "“{}”: part of the page's buttons for sharing."),
    _phrases(Rule.SOCIAL, 0.99, "“{}”: asks readers to follow the outlet elsewhere."),
    _says(Rule.SOCIAL, 0.99, furniture.is_network_list),
    _phrases(Rule.SELF_PROMOTION, 0.86, "“{}”: the outlet speaks of itself, not of the event."),
    _phrases(Rule.CONTACT, 0.99, "“{}”: how to reach the outlet."),
    _says(Rule.CONTACT, 0.97, furniture.is_address),
    _phrases(Rule.ADVERTISEMENT, 0.99, "“{}”: marks an advertisement."),
    _phrases(Rule.POST_META, 0.99, "“{}”: information about the post, not part of it."),
    _phrases(Rule.RELATED, 0.97, "“{}”: leads to another article of the outlet."),
    _says(Rule.LEGAL_NOTICE, 0.99, furniture.is_copyright),
    _phrases(Rule.LEGAL_NOTICE, 0.99, "“{}”: a legal notice of the outlet."),
    _phrases(Rule.NAVIGATION, 0.99, "“{}”: navigation of the site."),
    _says(Rule.BYLINE, 0.98, furniture.is_byline),
    _says(Rule.ADVERTISEMENT, 0.9, furniture.is_labelled_advertisement),
    _says(Rule.ADVERTISEMENT, 0.96, markup.is_promoted(Rule.ADVERTISEMENT)),
    _says(Rule.SELF_PROMOTION, 0.98, markup.is_promoted(Rule.SELF_PROMOTION)),
    _says(Rule.TEMPLATE, 0.95, repetition.is_template),
    _says(Rule.NAVIGATION, 0.99, markup.is_navigation),
    _says(Rule.NAVIGATION, 0.99, markup.is_control),
    _says(Rule.DUPLICATE_BLOCK, 0.95, repetition.is_duplicate),
    _says(Rule.DUPLICATE_BLOCK, 0.85, repetition.is_marked_pull_quote),
)
"""Rules that decide, in the order in which they are asked."""

CUTS: tuple[CutRule, ...] = (
    CutRule(rule=Rule.HIDDEN, confidence=0.99, find=markup.veiled_runs),
    CutRule(rule=Rule.INJECTED_PHRASE, confidence=0.95, find=repetition.injected_phrases),
)
"""Rules that cut runs out of blocks that stay."""

NAMES: tuple[BlockRule, ...] = (
    *(_says(rule, 0.85, named_by_markup(rule)) for rule in markup.REASONS),
    _says(Rule.DATE, 0.9, furniture.is_dated),
    _says(Rule.DUPLICATE_BLOCK, 0.85, repetition.is_copy),
    _says(Rule.DUPLICATE_BLOCK, 0.85, repetition.is_pull_quote),
    _says(Rule.NAVIGATION, 0.85, markup.is_linked),
    _says(Rule.RELATED, 0.75, markup.is_linked_teaser),
    _says(Rule.TEMPLATE, 0.7, markup.in_frame),
)
"""Rules that name what the content model has dropped."""

FRAME: frozenset[Rule] = frozenset(
    {
        Rule.AD_BLOCK,
        Rule.BREADCRUMB,
        Rule.COMMENT_FORM,
        Rule.CONTACT,
        Rule.COOKIE_CONSENT,
        Rule.HIDDEN,
        Rule.LEGAL_NOTICE,
        Rule.NAVIGATION,
        Rule.NEWSLETTER,
        Rule.PAYWALL,
        Rule.RELATED,
        Rule.SHARE,
        Rule.SOCIAL,
        Rule.TEMPLATE,
    }
)
"""Rules for what frames a page: where many of these stand together, there is no article."""
