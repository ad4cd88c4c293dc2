"""What a count is a part of: "nine of the state's 13 seats", "all nine members"."""

from sourcecompare.values.lexicon import DETERMINERS, FUNCTION
from sourcecompare.values.tokens import Tokens

from .numerals import Numeral, normal, read_numeral
from .runs import Run

LONGEST_OWNER = 4
"""Words of an owner: "of the North Shore Board's 13 seats"."""

FELLOWS = frozenset(("fellow", "own"))
"""Words before the noun of "nine of his fellow members"."""


def stated_whole(tokens: Tokens, run: Run) -> str:
    """The whole that a count is said to be a part of, as a number in normal form; or empty.

    "All nine members" are nine of nine.
    """
    before = tokens[run.start - 1].low
    if before == "all" or (before in DETERMINERS and tokens[run.start - 2].low == "all"):
        return run.normal
    behind, whole = behind_of(tokens, run.end)
    return normal(whole.amount) if whole and behind else ""


def behind_of(tokens: Tokens, j: int) -> tuple[int, Numeral | None]:
    """Where the noun begins of "of the state's 13 seats", and the whole that is stated before it.

    The index is 0 where what stands at token `j` is no "of" with an article, an owner or a whole.
    """
    if tokens[j].low == "out" and tokens[j + 1].low == "of":
        j += 1
    if tokens[j].low != "of":
        return 0, None
    k, found = j + 1, False
    while tokens[k].low in DETERMINERS or tokens[k].low in FELLOWS:
        k, found = k + 1, True
    owned = behind_owner(tokens, k)
    k, found = owned, found or owned > k
    whole = read_numeral(tokens, k)
    if whole and not whole.ordinal and tokens[whole.end].is_word:
        return whole.end, whole
    return (k, None) if found else (0, None)


def behind_owner(tokens: Tokens, i: int) -> int:
    """The index behind "North Sorrel's" if such an owner begins at token `i`, else `i`."""
    for j in range(i, i + LONGEST_OWNER):
        if not tokens[j].is_word or tokens[j].low in FUNCTION:
            break
        if tokens[j].low.endswith("'s"):
            return j + 1
        if tokens[j].low.endswith("s") and tokens[j + 1].text in ("'", "’"):
            return j + 2
    return i
