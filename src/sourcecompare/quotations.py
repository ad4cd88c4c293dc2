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
    """
    return (slice(*match.span()) for match in _QUOTED.finditer(text.translate(_MARKS)))


def own_words(folded: str) -> str:
    r"""The folded text with a line end in place of each quotation.

    >>> own_words('the mayor said "we will rebuild" on monday')
    'the mayor said \n on monday'
    """
    return _QUOTED.sub("\n", folded)


def quoted_words(folded: str) -> str:
    """What the folded text quotes, a line each; without their marks.

    >>> quoted_words('the mayor said "we will rebuild" on monday')
    'we will rebuild'
    """
    return "\n".join(match[0].strip("\"'「」『』") for match in _QUOTED.finditer(folded))
