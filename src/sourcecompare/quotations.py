"""What a text quotes, and what it says itself."""

import re
from collections.abc import Iterator

_QUOTED = re.compile(
    r"""
      " [^"]* (?: " | \Z )                                  # an open one ends with its paragraph
    | (?<!\w) ' (?=\w) (?: [^'] | (?<=\w)'(?=\w) )* ' (?!\w)  # 'it isn't', not 'the crews' boats
    | 「 [^「」]* (?: 」 | \Z ) | 『 [^『』]* (?: 』 | \Z )
    """,
    re.VERBOSE,
)
"""A quotation, where all double quotation marks are one sign, as in folded text. Must not match:
the apostrophe of "isn't". Linear: each search ends at the next mark."""

_MARKS = str.maketrans("“”„«»‘’‛", '"""""\'\'\'')


# No match: "isn't", "the crews' boats".
_OPENING = re.compile(r"[\"“”„«»「『]|(?<!\w)['’‘‛](?:\w|\Z)")


# Linear: only the first mark is looked at. Must not match: `a 12" pipe`, `"Yes," she said`.
_CLOSING = re.compile(r'[^"]*[,.?!…]"(?=\s)')


def _quotations(marked: str) -> Iterator[slice]:
    """The places of all quotations; one that begins before the text ends at its first mark."""
    start = 0
    if marked.count('"') % 2 and (closing := _CLOSING.match(marked)):
        start = closing.end()
        yield slice(0, start)
    for match in _QUOTED.finditer(marked, start):
        yield slice(*match.span())


def may_quote(text: str) -> bool:
    """Whether any quotation may begin in a text, which need not be folded.

    >>> may_quote("She said “no” twice."), may_quote("It isn't the crews' boat.")
    (True, False)
    """
    if text.isascii() and '"' not in text and "'" not in text:
        return False  # most sentences
    return bool(_OPENING.search(text))


def quoted_places(text: str) -> Iterator[slice]:
    """The characters of each quotation, its marks among them; the text need not be folded.

    >>> [*quoted_places("The mayor said “we will rebuild” on Monday")]
    [slice(15, 32, None)]
    >>> [*quoted_places("It is over,” the mayor said.")]
    [slice(0, 12, None)]
    """
    return _quotations(text.translate(_MARKS))


def own_words(folded: str) -> str:
    r"""The folded text with a line end in place of each quotation.

    >>> own_words('the mayor said "we will rebuild" on monday')
    'the mayor said \n on monday'
    """
    found, at = [], 0
    for place in _quotations(folded):
        found.append(folded[at : place.start])
        at = place.stop
    return "\n".join((*found, folded[at:]))


def quoted_words(folded: str) -> str:
    """What the folded text quotes, a line each; without their marks.

    >>> quoted_words('the mayor said "we will rebuild" on monday')
    'we will rebuild'
    """
    return "\n".join(folded[place].strip("\"'「」『』") for place in _quotations(folded))
