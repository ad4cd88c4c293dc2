"""Who says what a sentence states: the outlet itself, or somebody it names."""

import re

LONGEST = 10_000
"""Characters; beyond it there is no sentence to speak of."""

NAME_WORDS = 8
"""Words of a speaker: "a senior official of the State Department" """

# An opening mark ends the search as well, so that each character is looked at once.
# Must not match: quotation marks that never close.
QUOTATION = re.compile(r'“[^“”]*”|"[^"]*"')

# A title's full stop belongs to its word: "Mr. Gray", "Sen. Blunt".
TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|\S")

SAYING = frozenset(
    """said says say told tells stated states wrote writes tweeted announced announces reported
    reports claimed claims argued argues warned warns estimated estimates testified insisted
    insists acknowledged confirmed denied explained noted added declared suggested concluded
    recalled maintained predicted""".split()
)
ACCORDING = ("according", "to")
ADVERBS = frozenset(
    """has had have also later earlier reportedly repeatedly then again previously recently would
    will could may might himself herself themselves now still already never always once""".split()
)
BOUNDARIES = frozenset(
    """that when as but while because if after before since although though where which and or
    until""".split()
)
SMALL_WORDS = frozenset("of the for and a an in at".split())
TITLES = frozenset(
    "mr mrs ms dr sen sens rep reps gov gen lt col capt maj prof rev jr sr st".split()
)

UNKNOWN = frozenset("he she they it we i you who this that sources source officials".split())
"""Speakers that name nobody by themselves."""


def speaker(text: str) -> str:
    """The words of a sentence that name who says it; empty if it is the outlet itself.

    >>> speaker("Two officials said Thursday that troops would leave.")
    'Two officials'
    >>> speaker("According to the ministry, 12 people died.")
    'the ministry'
    >>> speaker("“It is over,” said Ana Ruiz, the mayor."), speaker("Twelve people died.")
    ('Ana Ruiz', '')
    >>> speaker("On Friday its director, Ana Ruiz, said that it was over.")
    'On Friday its director, Ana Ruiz'
    """
    if len(text) > LONGEST:
        return ""
    # Quotations become full stops of the same length: what is said inside them is another's saying.
    plain = QUOTATION.sub(lambda match: "," * len(match[0]), text)
    tokens = list(TOKEN.finditer(plain))
    low = [match[0].casefold() for match in tokens]
    for k, word in enumerate(low):
        if tuple(low[k : k + 2]) == ACCORDING:
            return _after(text, tokens, k + 2, any_case=True)
        if word in SAYING:
            return _before(text, tokens, k) or _after(text, tokens, k + 1, any_case=False)
    return ""


def is_known(name: str) -> bool:
    """Whether a speaker can be told from another: a pronoun cannot.

    >>> is_known("Ana Ruiz"), is_known("She"), is_known("")
    (True, False, False)
    """
    return bool(name) and name.casefold() not in UNKNOWN


def _before(text: str, tokens: list[re.Match[str]], k: int) -> str:
    """The subject that ends in front of token `k`, with what stands beside it between commas."""
    end = k
    while end > 0 and tokens[end - 1][0].casefold() in ADVERBS:
        end -= 1
    start = _start(tokens, end)
    if start == end and end > 1 and tokens[end - 1][0] == ",":
        # "Ana Ruiz, its director, said": the name may stand on either side of the first comma.
        end -= 1
        start = _start(tokens, end)
        if start < end and start > 1 and tokens[start - 1][0] == ",":
            start = min(start, _start(tokens, start - 1))
    while start < end and not tokens[start][0][0].isalnum():
        start += 1
    return text[tokens[start].start() : tokens[end - 1].end()] if start < end else ""


def _start(tokens: list[re.Match[str]], end: int) -> int:
    """Where a name begins that ends in front of token `end`; `end` itself if none does."""
    start = end
    while start > 0 and end - start < NAME_WORDS:
        token = tokens[start - 1]
        title = token[0] == "." and start > 1 and tokens[start - 2][0].casefold() in TITLES
        if not (token[0][0].isalnum() or title) or token[0].casefold() in BOUNDARIES:
            break
        start -= 1
    return start


def _after(text: str, tokens: list[re.Match[str]], k: int, *, any_case: bool) -> str:
    """The name that begins at token `k`; only capitals and small words unless `any_case`."""
    end = k
    while end < len(tokens) and end - k < NAME_WORDS:
        word = tokens[end][0]
        title = word == "." and tokens[end - 1][0].casefold() in TITLES
        if not (word[0].isalnum() or title) or word.casefold() in BOUNDARIES - {"and"}:
            break
        if not any_case and word[0].islower() and word not in SMALL_WORDS:
            break
        end += 1
    while end > k and tokens[end - 1][0].casefold() in SMALL_WORDS:
        end -= 1
    return text[tokens[k].start() : tokens[end - 1].end()] if end > k else ""
