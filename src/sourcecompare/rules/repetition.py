"""Rules by repetition: titles, keyword spam, phrases injected for search engines, copied blocks."""

import re
from collections import Counter

from sourcecompare.model import Block, Kind, TextSpan
from sourcecompare.text import fold, folded_words

from .context import Context

SPAM_TIMES = 3  # a phrase so often in a row is not prose
KEYWORD_ITEMS = 5  # fewer items may be an ordinary enumeration
REPEATED_ITEMS = 3  # enough where the very list stands on the page again
TELLING = 4  # letters; shorter words of a title are in any text
LONG_ENOUGH = 6  # words; a shorter block may rightly stand twice

_SITE_NAME = re.compile(r"\s+[|:-]{1,2}\s+[^|]{1,60}")
_ITEM = re.compile(r"\s*[,;|#]\s*")
_TAIL = 200  # characters at a block's end in which a phrase in brackets is looked for
_BRACKETED_END = re.compile(r"[(\[]([^()\[\]]{4,120})[)\]](?=\W*$)")
_SENTENCE_END = re.compile(r"[.!?:…。！？][\"'”’)]*$")
# Words of sentences: a list of search terms has next to none.
_FUNCTION = frozenset(
    "is are was were be been has have had will would said says say that which who when while "
    "because but if than then there this these those it its his her their he she they we you i "
    "not also after before into about over under".split()
)


def is_title(block: Block, context: Context) -> str | None:
    """The page's title; it is kept as metadata and compared as a headline."""
    if block.kind is Kind.TITLE or block.index == context.title_block:
        return "The page's title; it is kept as metadata and compared as a headline."
    return None


def is_repeated_title(block: Block, context: Context) -> str | None:
    """The title once more."""
    if not context.title or len(context.title) < 12:
        return None
    folded = context.folded[block.index]
    if folded == context.title:
        return "The page's title once more."
    if context.title in folded and len(folded) < 1.25 * len(context.title):
        return "The page's title once more, with a few words round it."
    if folded.startswith(context.title) and _SITE_NAME.fullmatch(folded[len(context.title) :]):
        return "The page's title once more, with the outlet's name."
    return None


def is_duplicate(block: Block, context: Context) -> str | None:
    """A block that stood on the page before, word for word."""
    folded = context.folded[block.index]
    if context.counts[block.index] < LONG_ENOUGH:
        return None
    first = context.first[folded]
    if first < block.index:
        return f"The same words stand on this page before, in block {first + 1}."
    if block.kind is Kind.QUOTE:
        bare = context.bare[block.index]
        for index, other in enumerate(context.folded):
            if bare in other and len(other) > len(folded) + 10:
                return f"A pull quote: the same words stand in the text, in block {index + 1}."
    return None


def is_template(block: Block, context: Context) -> str | None:
    """A block that recurs over the outlet's pages."""
    if context.folded[block.index] in context.repeated:
        return "The same block stands on other pages of this outlet: part of its template."
    return None


def is_spam(block: Block, context: Context) -> str | None:
    """A phrase many times in a row, or a list of search terms."""
    times, phrase = _in_a_row(block.text)
    if times >= SPAM_TIMES:
        return f"The same phrase stands {times} times in a row (“{phrase}”): search-engine spam."
    if block.kind in {Kind.TABLE_ROW, Kind.CONTROL}:
        return None
    items = [item for item in _ITEM.split(" ".join(block.text.split())) if item]
    needed = REPEATED_ITEMS if context.repeats[context.folded[block.index]] > 1 else KEYWORD_ITEMS
    if len(items) < needed or len(block.text) > 1500 or _SENTENCE_END.search(block.text):
        return None
    tokens = folded_words(block.text)
    prose = sum(token in _FUNCTION for token in tokens)
    if prose > 0.04 * len(tokens) or len(tokens) > 9 * len(items):
        return None
    if len(tokens) < 1.3 * len(items) and not _shares_words(items):
        return None
    return f"A list of {len(items)} search terms without a sentence: keyword spam."


def injected_phrases(block: Block, context: Context) -> tuple[tuple[TextSpan, str], ...]:
    """Runs at the end of a paragraph that only repeat a phrase the page wants to be found by.

    A phrase in brackets counts where it ends two blocks or more, or where it stands on the page
    three times or more besides; and where it stands elsewhere too or repeats a word of the title.
    Credits ("source: DPA") do neither.
    """
    match = _BRACKETED_END.search(block.text, max(0, len(block.text) - _TAIL))
    if not match or match.start() == 0:
        return ()
    phrase = fold(match.group(1))
    times = context.bracketed[phrase]
    tokens = folded_words(phrase)
    if len(tokens) < 2 or _is_reference(match.group(1)):
        return ()
    elsewhere = sum(text.count(phrase) for text in context.folded) - times
    titled = {word for word in folded_words(context.title) if len(word) >= TELLING}
    wanted = elsewhere > 0 or not context.title or not titled.isdisjoint(tokens)
    if (times < 2 and elsewhere < 3) or not wanted:
        return ()
    ends = "a paragraph" if times == 1 else f"{times} paragraphs"
    reason = (
        f"“{match.group(1)}” is put in brackets at the end of {ends} "
        f"and stands {elsewhere} times elsewhere: a phrase injected for search engines."
    )
    return ((TextSpan(match.start(), match.end()), reason),)


def _is_reference(phrase: str) -> bool:
    """Brackets that name a source or give a figure are the article's own."""
    return any(character.isdigit() for character in phrase) or phrase.isupper()


def _in_a_row(text: str) -> tuple[int, str]:
    """How often one phrase fills the text, and the phrase; (1, "") where none does.

    Linear: the phrase's length is the distance at which the first word comes again.
    """
    tokens = folded_words(text[:20_000])
    if len(tokens) < 2 * SPAM_TIMES:
        return 1, ""
    starts = [i for i, token in enumerate(tokens[:41]) if token == tokens[0]][1:]
    for period in starts[:5]:
        if period < 2:
            continue
        same = sum(tokens[i] == tokens[i - period] for i in range(period, len(tokens)))
        if same >= 0.9 * (len(tokens) - period) and len(tokens) >= SPAM_TIMES * period:
            return len(tokens) // period, " ".join(text.split()[:period])
    return 1, ""


def _shares_words(items: list[str]) -> bool:
    """Whether the items say much the same, as variants of one search term do."""
    seen = Counter(word for item in items for word in set(folded_words(item)))
    return sum(count > 1 for count in seen.values()) >= 2
