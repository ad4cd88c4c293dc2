"""Where outlets contradict each other, or a page itself: values first, and vetoes on most of them.

    statements   a sentence with its claims, words, dates and speaker
    pairs        which two values are worth comparing, and how well their surroundings agree
    checks       CHECKS: when two values of a kind are said of one thing
    bounds       when two figures can both be true
    vetoes       VETOES: why a difference is no conflict
    verdicts     conflict, update or differs; how grave, how sure
    judging      what a judge may answer
    merge        one finding for one disputed particular
    reasons      why, in a plain sentence

The usual answer is no conflict. docs/CONFLICTS.md says what each check flags and must not flag.
"""

from collections.abc import Mapping, Sequence

from sourcecompare.model import Alignment, Finding, Group, Sentence, Story
from sourcecompare.values import COMPARED_LANGUAGES

from .checks import CHECKS, Check
from .judging import checked
from .merge import merge
from .pairs import candidates
from .statements import is_compared, read_statements, weigh
from .verdicts import Dispute, Judge, decide
from .vetoes import VETOES, said, vetoed

__all__ = [
    "CHECKS",
    "COMPARED_LANGUAGES",
    "VETOES",
    "Check",
    "Judge",
    "find_conflicts",
    "is_compared",
]


def find_conflicts(
    story: Story,
    sentences: Mapping[str, tuple[Sentence, ...]],
    alignments: Sequence[Alignment],
    groups: Sequence[Group],
    *,
    checks: tuple[Check, ...] = CHECKS,
    judge: Judge | None = None,
) -> tuple[Finding, ...]:
    """Conflicts, updates and differences between the articles of a story, and inside each.

    `sentences` are those of each article, by page id. `groups` are not needed yet: what is told by
    several outlets is linked in `alignments` already. `judge` may raise or lower the confidence of
    a finding; it never makes or drops one. The gravest come first, then by page id and place.
    """
    statements = read_statements(story, sentences)
    weights = weigh(statements.values())
    articles = {article.page.id: article for article in story.articles}
    told = said(list(statements.values()))
    judge = None if judge is None else checked(judge)
    disputes: list[Dispute] = []
    for pair in candidates(statements, alignments, weights):
        for check in checks:
            if pair.a.value.kind not in check.kinds:
                continue
            sure = check.find(pair)
            if sure > 0 and not vetoed(pair, told):
                disputes.append(decide(pair, check, sure, articles, judge))
                break
    return merge(disputes, statements, weights, articles)
