"""Rules by repetition: titles, keyword spam, phrases injected for search engines, copied blocks."""

import re
from collections import Counter
from collections.abc import Sequence

from sourcecompare.model import Block, Kind, TextSpan
from sourcecompare.text import fold, folded_words

from .context import Context
from .lexicon import function_words, sentence_words

SPAM_TIMES = 3  # a phrase so often in a row is not prose
KEYWORD_ITEMS = 5  # fewer items may be an ordinary enumeration
REPEATED_ITEMS = 3  # enough where the very list stands on the page again
ITEM_WORDS = 6  # on average; search terms are short
COMMON = 0.6  # of the search terms have one word; of the items of ordinary lists, few do
REPEATED_COMMON = 0.3  # of them, where the very list stands on the page again
PROSE = 0.1  # of the words may be words of sentences
TELLING = 4  # letters; shorter words of a title are in any text
LONG_ENOUGH = 10  # words; a shorter block may rightly stand twice
SOME = 6  # words; of a block that the content model dropped, this is enough to name it a copy
NEAR = 100  # blocks; a pull quote is seen with the text that it is taken from
PULLED = frozenset({"pullquote", "pullquotes", "pull", "pulled"})
"""Words of class and id that set a quotation apart from the text it is taken from."""

_SITE_NAME = re.compile(r"\s+[|:-]{1,2}\s+[^|]{1,60}")
_ITEM = re.compile(r"\s*[,;|#]\s*")
_TAIL = 200  # characters at a block's end in which a phrase in brackets is looked for
_BRACKETED_END = re.compile(r"[(\[]([^()\[\]]{4,120})[)\]](?=\W*$)")
_SENTENCE_END = re.compile(r"[.!?:;…。！？؟।][\"'”’“«»)\]]*$")
_LABEL = re.compile(r"[^,;|#:]{1,60}:\s")  # "Services: ...", an enumeration
_CODE = re.compile(r"[(){}<>=\\$€£%]|::|//")  # of a program, or a list of prices
_TAG = re.compile(r"(?<!\S)#[^\W\d_]{2}")


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
    """A paragraph that stood on the page before, word for word.

    Entries of lists and tables and, where the markup tells them, headlines may rightly come again:
    in reviews and schedules, or below a list of contents.
    """
    if context.counts[block.index] < LONG_ENOUGH or block.kind in {Kind.LIST_ITEM, Kind.TABLE_ROW}:
        return None
    if block.kind is Kind.HEADING and context.page.markup.hints:
        return None
    return is_copy(block, context)


def is_copy(block: Block, context: Context) -> str | None:
    """A block that stood on the page before, word for word."""
    if context.counts[block.index] < SOME:
        return None
    first = context.first[context.folded[block.index]]
    if first < block.index:
        return f"The same words stand on this page before, in block {first + 1}."
    return None


def is_pull_quote(block: Block, context: Context) -> str | None:
    """A quotation whose words stand in the text too."""
    if block.kind is not Kind.QUOTE or context.counts[block.index] < SOME:
        return None
    bare, size = context.bare[block.index], len(context.folded[block.index])
    near = range(max(0, block.index - NEAR), min(block.index + NEAR, len(context.folded)))
    for index in near:
        other = context.folded[index]
        if len(other) > size + 10 and bare in other:
            return f"A pull quote: the same words stand in the text, in block {index + 1}."
    return None


def is_marked_pull_quote(block: Block, context: Context) -> str | None:
    """A quotation that the markup calls a pull quote and whose words stand in the text too."""
    hint = context.hint(block)
    if hint is None or PULLED.isdisjoint(hint.words):
        return None
    return is_pull_quote(block, context)


def is_template(block: Block, context: Context) -> str | None:
    """A block that recurs over the outlet's pages."""
    if context.folded[block.index] in context.repeated:
        return "The same block stands on other pages of this outlet: part of its template."
    return None


def is_spam(block: Block, context: Context) -> str | None:
    """A phrase many times in a row, or a list of search terms that vary one another."""
    if block.kind in {Kind.TABLE_ROW, Kind.CONTROL}:
        return None
    tokens = context.tokens[block.index]
    times, length = _in_a_row(tokens)
    if times >= SPAM_TIMES:
        phrase = " ".join(block.text.split()[:length])
        return f"The same phrase stands {times} times in a row (“{phrase}”): search-engine spam."
    again = context.repeats[context.folded[block.index]] > 1
    needed = REPEATED_ITEMS if again else KEYWORD_ITEMS
    if len(block.text) > 1500 or sum(map(block.text.count, ",;|#")) < needed - 1:
        return None
    if (
        _SENTENCE_END.search(block.text[-20:])
        or _LABEL.match(block.text)
        or _CODE.search(block.text)
    ):
        return None
    items = [item for item in _ITEM.split(" ".join(block.text.split())) if item]
    if len(items) < needed or len(tokens) > ITEM_WORDS * len(items):
        return None
    if sum(token in sentence_words() for token in tokens) > PROSE * len(tokens):
        return None
    tags = len(_TAG.findall(block.text))
    tagged = tags >= SPAM_TIMES and 2 * tags >= len(tokens)
    if not (tagged or _vary(items, REPEATED_COMMON if again else COMMON)):
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


def _in_a_row(tokens: Sequence[str]) -> tuple[int, int]:
    """How often one phrase fills the text, and how many words it has; (1, 0) where none does.

    Linear: the phrase's length is the distance at which the first word comes again.
    """
    if len(tokens) < 2 * SPAM_TIMES or tokens[0] not in tokens[2:41]:
        return 1, 0
    periods = [at for at, token in enumerate(tokens[:41]) if token == tokens[0] and at > 1]
    for period in periods[:5]:
        if len(set(tokens[:period])) < 2:
            continue
        same = sum(tokens[i] == tokens[i - period] for i in range(period, len(tokens)))
        if same >= 0.9 * (len(tokens) - period) and len(tokens) >= SPAM_TIMES * period:
            return len(tokens) // period, period
    return 1, 0


def _vary(items: Sequence[str], common: float) -> bool:
    """Whether one word stands in so many of the items that they are variants of one search term."""
    told = [set(folded_words(item)) - function_words() for item in items]
    seen = Counter(word for each in told for word in each)
    most = max(seen.values(), default=0)
    return most >= max(2, common * len(items)) and len(set(map(frozenset, told))) > 1
