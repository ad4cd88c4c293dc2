"""Which of the words that two texts do not share matter to an editor.

The script marks by the same rules when a reader chooses another base, with the same word lists; a
test holds them together.
"""

import re
from collections.abc import Iterable, Iterator

from sourcecompare.model import TextSpan
from sourcecompare.text import UNSPACED, fold

PLAIN = frozenset(
    (
        "the for from with and but that this these those its are was were been being has have had "
        "she they them his her their who which when where there then than also you our will would "
        "into out about after before during while said says der die das den dem des ein eine einen "
        "und von mit auf ist war sich als auch les une est elle que qui aux dans pour par sur los "
        "las una del por con gli dei het een van"
    ).split()
)
"""Words that carry a sentence and tell nothing by themselves; where only they differ, nothing is
marked. The commonest ones of the languages that share most of our pages; our own choice."""

SHORT = re.compile(r"[a-zß-ÿ]{1,2}")
"""And so do words of one or two Latin letters: most are articles and prepositions."""

NEGATIONS = frozenset(
    (
        "no not never none nobody nothing neither nor without cannot nicht kein keine keinen nie "
        "niemand ohne ne pas jamais aucun aucune sans nunca sin non mai senza niet geen nooit não "
        "nem sem не нет ни никогда без"
    ).split()
)
"""Words that turn what is said round; so does an ending in "n't"."""

NUMERALS = frozenset(
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
        "hundred thousand million billion dozen half twice first second third"
    ).split()
)
"""English figures in letters; figures in digits are told by their digits."""

_WORD = re.compile(rf"\d+(?:[.,:]\d+)*[^\W_]*|[{UNSPACED}]|[^\W\d{UNSPACED}_]+(?:['’-][^\W_]+)*")
_STARTS = re.compile(r"(?:^|[.!?…:。！？])[\s\"'“”„‘’«»()\[\]–—-]*$")
"""What stands before the first word of a sentence: a capital says nothing there."""

LOOK_BACK = 6  # signs: a sentence's end, a blank and the quotation marks between them


def telling(text: str, spans: Iterable[TextSpan]) -> tuple[TextSpan, ...]:
    """Those spans in which a word stands that tells something."""
    return tuple(
        span for span in spans if any(not _is_plain(word) for _, word in _words(text, span))
    )


def strong(text: str, spans: Iterable[TextSpan], language: str) -> tuple[TextSpan, ...]:
    """The figures, names and negations in these spans.

    >>> said = "Yesterday no 12 men met Kim."
    >>> [said[s.start : s.end] for s in strong(said, [TextSpan(0, 28)], "en")]
    ['no', '12', 'Kim']
    """
    nouns = language.startswith("de")  # German writes every noun with a capital
    return tuple(
        found
        for span in spans
        for found, word in _words(text, span)
        if _is_strong(word, text[max(0, found.start - LOOK_BACK) : found.start], nouns=nouns)
    )


def _is_plain(word: str) -> bool:
    folded = fold(word)
    loud = len(word) > 1 and word.isupper()  # EU, US
    short = SHORT.fullmatch(folded) is not None and folded not in NEGATIONS
    return folded in PLAIN or (short and not loud)


def _is_strong(word: str, before: str, *, nouns: bool) -> bool:
    folded = fold(word)
    if word[0].isdigit() or folded in NEGATIONS or folded in NUMERALS or folded.endswith("n't"):
        return True
    if not word[0].isupper() or nouns:
        return False
    return not _STARTS.search(before) or (len(word) > 1 and word.isupper())


def _words(text: str, span: TextSpan) -> Iterator[tuple[TextSpan, str]]:
    for match in _WORD.finditer(text, span.start, span.end):
        yield TextSpan(*match.span()), match.group()
