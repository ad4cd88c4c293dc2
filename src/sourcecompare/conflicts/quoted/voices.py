"""Who is said to have spoken what two quotations have in common."""

from collections import Counter

from sourcecompare.attribution import surname
from sourcecompare.values import Speaker, forms

from .senses import similar
from .twins import Twin

PHRASES = frozenset(
    form
    for word in """thank thanks sorry please help god bless america country nation people all much
    many more never always every great good best better time day year work hard life world make
    change need right law order enough together forward prayers thoughts family families
    back not will must""".split()
    for form in forms(word)
)
"""Words of thanks, slogans and set phrases, which anybody says."""


def speakers(twin: Twin) -> tuple[Speaker, Speaker]:
    """Who says the first common word on either side."""
    i, j = twin.chain.matched[0]
    left, right = twin.left, twin.right
    return left.speakers[left.words[i].sentence], right.speakers[right.words[j].sentence]


def longest(twin: Twin) -> tuple[int, int]:
    """The first common word of the two sentences that have most in common."""
    found = Counter(
        (twin.left.words[i].sentence, twin.right.words[j].sentence) for i, j in twin.chain.matched
    )
    most = max(found.values())
    return next(
        (i, j)
        for i, j in twin.chain.matched
        if found[twin.left.words[i].sentence, twin.right.words[j].sentence] == most
    )


def speakers_differ(twin: Twin) -> bool:
    """Whether two persons with other surnames are named."""
    names = [surname(who.name) for who in speakers(twin)]
    return all(names) and not similar(names[0], names[1])
