"""Scores and counts of votes: "won 3-1", "98 to 96", "by a vote of 5-4", "52 votes to 48"."""

from decimal import Decimal

from sourcecompare.model import ValueKind
from sourcecompare.values.tokens import DASHES, HYPHENS, Tokens, glued

from .numerals import Numeral, normal, read_numeral
from .runs import Run

MOST = 2000
"""Votes or points of one side; a larger number is no score of two figures."""

REACH = 5
"""Words on either side in which a verb or noun of winning stands."""

FAR = 10
"""The same where the score stands between commas."""

VOTES = frozenset(
    """vote votes voted voting ballot ruling ruled decision majority approved approve passed
    rejected tally confirmed adopted divided split""".split()
)
GAMES = frozenset(
    """won win wins winning beat beats beaten lost lose loses losing loss victory defeat defeated
    defeats lead leads led score scored tie tied draw drew drawn trail trailed margin ahead
    triumph shutout game match final trailing leading""".split()
)
NO_SCORE = frozenset("chance odds ratio proposition basis weeks split".split())
"""Nouns of "a 50-50 chance", "a 3-1 ratio"."""


BODIES = frozenset(
    """committee senate house council parliament chamber justices judges board assembly lawmakers
    legislators senators amendment motion bill referendum deputies councillors""".split()
)
"""What wins and loses by votes: "the amendment was defeated in committee, 25 to 27"."""


def score(tokens: Tokens, i: int, numeral: Numeral) -> Run | None:
    """A score that begins with this number: both figures small, and said of a win or a vote."""
    if numeral.ordinal or numeral.scaled or numeral.amount > MOST:
        return None
    j = numeral.end
    if tokens[j].low in ("vote", "votes"):
        j += 1
    k = _behind_joint(tokens, j)
    # "219-212" with whatever dash; "10-20-30" and "3-1-2" are no scores.
    other = read_numeral(tokens, k) if k else None
    if other is None or other.ordinal or other.scaled or other.amount > MOST:
        return None
    end = other.end
    if glued(tokens[end - 1], tokens[end]) and tokens[end].text in ("%", "/", ":"):
        return None
    if tokens[end].text in DASHES and tokens[end + 1].is_digits:
        return None
    head = "vote" if j > numeral.end else _contest(tokens, i, end, k - j)
    if not head or tokens[end].low in NO_SCORE or not _is_whole(numeral, other):
        return None
    high, low = max(numeral.amount, other.amount), min(numeral.amount, other.amount)
    text = f"{normal(high)}-{normal(low)}"
    return Run(ValueKind.SCORE, text, "", None, i, end, "", head=head)


def _is_whole(numeral: Numeral, other: Numeral) -> bool:
    whole = all(one.amount == one.amount.to_integral_value() for one in (numeral, other))
    return whole and (numeral.amount, other.amount) not in ((Decimal(24), Decimal(7)),)


def _behind_joint(tokens: Tokens, j: int) -> int:
    """The index behind "to" or a dash between two figures; 0 if there is none."""
    if tokens[j].low == "to":
        return j + 1
    if tokens[j].text in DASHES and glued(tokens[j - 1], tokens[j]):
        if tokens[j + 1].low == "to" and tokens[j + 2].text in HYPHENS:
            return j + 3
        return j + 1 if glued(tokens[j], tokens[j + 1]) else 0
    return 0


def _contest(tokens: Tokens, i: int, end: int, joint: int) -> str:
    """What the score is one of, "vote" or "game", told by the nearest word; or empty."""
    apart = tokens[i - 1].text == "," and tokens[end].text in (",", ".")
    for step in range(1, (FAR if apart else REACH) + 1):
        behind = tokens[min(end + step - 1, len(tokens) - 1)].low if step <= 2 else ""
        before = tokens[i - step].low if i - step >= 0 else ""
        # A comma and an article may stand between: "a narrow victory, 98 to 96".
        for low in (behind, before):
            if low in VOTES:
                return "vote"
            if low in GAMES and (joint > 0):
                return "vote" if _is_voted(tokens, i) else "game"
        if before and before in ".;:!?":
            break
    return ""


def _is_voted(tokens: Tokens, i: int) -> bool:
    """Whether the winning or losing just before is done by votes."""
    return any(tokens[k].low in BODIES for k in range(max(0, i - FAR), i))
