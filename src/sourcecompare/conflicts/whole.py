"""Which disputes of whole sentences are of one thing: nothing but the sentences says so."""

from collections.abc import Sequence

from sourcecompare.model import SentenceRef

from .compared import Compared
from .pairs import Pair, wordings
from .statements import Statement
from .verdicts import Dispute


def clusters_of_sentences(disputes: Sequence[Dispute], compared: Compared) -> list[list[Dispute]]:
    """Disputes whose sentences tell the same on either side, in order of their places.

    A judge has said that the two of a pair contradict each other, and nothing of any other two: a
    sentence may be disputed for two things. So a further pair joins only if each of its sentences
    is one of the surest pair's, or a copy of it, or is linked to it by an alignment.
    """
    opposed = {wordings(one.pair.left, one.pair.right) for one in disputes}

    def tell_one(one: Statement, other: Statement) -> bool:
        left, right = sorted((one.ref, other.ref))
        linked = (left, right) in compared.links and wordings(one, other) not in opposed
        return linked or one.key == other.key

    def is_same(pair: Pair, other: Pair) -> bool:
        return any(
            tell_one(pair.left, first) and tell_one(pair.right, second)
            for first, second in ((other.left, other.right), (other.right, other.left))
        )

    found: list[list[Dispute]] = []
    for one in sorted(disputes, key=_surest):
        home = next((own for own in found if is_same(own[0].pair, one.pair)), None)
        if home is None:
            found.append([one])
        else:
            home.append(one)
    return sorted((sorted(own, key=_places) for own in found), key=lambda own: _places(own[0]))


def _places(one: Dispute) -> tuple[SentenceRef, SentenceRef]:
    return one.pair.left.ref, one.pair.right.ref


def _surest(one: Dispute) -> tuple[float, list[str], list[str]]:
    """Of two alike the words decide, and the names of pages only between copies."""
    sides = one.pair.left, one.pair.right
    return -one.confidence, sorted(side.key for side in sides), [side.page for side in sides]
