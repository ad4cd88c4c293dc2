"""Rules by markup: what an HTML page says of the place where a block stands."""

from collections.abc import Callable

from sourcecompare.model import Block, Kind, Rule, TextSpan
from sourcecompare.text import WORD

from .context import Context
from .names import NAMES

NAVIGATION_TAGS = frozenset({"nav", "menu"})
PROMOTED_WORDS = 25  # a longer block is hardly an advertisement without a picture
NEAREST = 6  # words of class and id: those of the block's own element and its parent
LINKED = 0.8  # share of a block's characters inside links

HIDDEN = "The page hides this text from its readers (by attribute or style)."

REASONS: dict[Rule, str] = {
    Rule.BREADCRUMB: "The page's markup calls this a breadcrumb.",
    Rule.SHARE: "Part of the page's buttons for sharing.",
    Rule.SOCIAL: "Part of the page's links to social networks.",
    Rule.RELATED: "A teaser for another article of the outlet.",
    Rule.COMMENT_FORM: "Part of the form for readers' comments.",
    Rule.READER_COMMENT: "A reader's comment or part of the comment section.",
    Rule.COOKIE_CONSENT: "Part of the cookie notice.",
    Rule.NEWSLETTER: "An invitation to a newsletter.",
    Rule.PAYWALL: "A request to subscribe or to log in.",
    Rule.ADVERTISEMENT: "The page's markup calls this an advertisement.",
    Rule.SELF_PROMOTION: "The page's markup calls this a promotion of the outlet's own.",
    Rule.POST_META: "Information about the post: category, tags, time.",
    Rule.NAVIGATION: "Navigation: links to other parts of the site.",
    Rule.TEMPLATE: "Stands in the page's sidebar, header or footer: part of its template.",
    Rule.LEGAL_NOTICE: "A legal notice of the outlet.",
}


def is_hidden(block: Block, context: Context) -> str | None:
    """Text that a browser does not show."""
    hint = context.hint(block)
    if hint and hint.hidden:
        return HIDDEN
    return None


def veiled_runs(block: Block, context: Context) -> tuple[tuple[TextSpan, str], ...]:
    """Runs of a paragraph that a browser does not show; words that are shown in part stay."""
    hint = context.hint(block)
    if hint is None or not hint.veiled:
        return ()
    spans = (_whole_words(block.text, span) for span in hint.veiled)
    return tuple((span, HIDDEN) for span in spans if span)


def _whole_words(text: str, span: TextSpan) -> TextSpan | None:
    """The span without the words that it holds only in part; None where nothing is left."""
    start, end = span.start, span.end
    for word in WORD.finditer(text):
        if word.start() < start < word.end():
            start = word.end()
        if word.start() < end < word.end():
            end = word.start()
        if word.start() >= end:
            break
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return TextSpan(start, end) if start < end else None


def is_control(block: Block, context: Context) -> str | None:
    """What a button, a label or a selection shows."""
    if block.kind is Kind.CONTROL and context.counts[block.index] <= 60:
        return "The text of a button, a label or a selection."
    return None


def is_promoted(rule: Rule) -> Callable[[Block, Context], str | None]:
    """A rule that removes a short block right inside an element that is called an ad or promo."""

    def find(block: Block, context: Context) -> str | None:
        hint = context.hint(block)
        if hint is None or not context.named[block.index]:
            return None
        if context.counts[block.index] > PROMOTED_WORDS:
            return None
        named = {NAMES[word] for word in hint.words[:NEAREST] if word in NAMES}
        return REASONS[rule] if rule in named else None

    return find


def is_navigation(block: Block, context: Context) -> str | None:
    """A link in an element that is made for navigation."""
    hint = context.hint(block)
    if hint and NAVIGATION_TAGS.intersection(hint.tags) and hint.link >= 0.5 * len(block.text):
        return "A link in the page's navigation."
    return None


def named_by_markup(rule: Rule) -> Callable[[Block, Context], str | None]:
    """A rule that names what the page's class names, ids and roles call by its name."""

    def find(block: Block, context: Context) -> str | None:
        return REASONS[rule] if NAMES.get(context.named[block.index]) is rule else None

    return find


def is_linked(block: Block, context: Context) -> str | None:
    """A block that is all link."""
    hint = context.hint(block)
    if hint and hint.link >= LINKED * len(block.text):
        if context.counts[block.index] >= 6:
            return None
        return "Nothing but a link: part of a menu or list of links."
    return None


def is_linked_teaser(block: Block, context: Context) -> str | None:
    """A longer block that is all link: a headline that leads elsewhere."""
    hint = context.hint(block)
    if hint and hint.link >= LINKED * len(block.text) and context.counts[block.index] >= 6:
        return "A headline that links to another page."
    return None


def in_frame(block: Block, context: Context) -> str | None:
    """A block in the page's own header, footer or side column."""
    hint = context.hint(block)
    if hint and {"footer", "aside", "header", "form"}.intersection(hint.tags):
        return "Stands in the page's header, footer or side column, outside the article."
    return None
