"""One story's articles compared: what the floor below does, in order."""

from collections.abc import Sequence

from sourcecompare.align import align
from sourcecompare.collate import collate
from sourcecompare.conflicts import CHECKS, Check, Judge, find_conflicts
from sourcecompare.errors import SettingError
from sourcecompare.findings import find_shared
from sourcecompare.model import Article, Comparison, FindingKind, Rejected, Story
from sourcecompare.reuse import find_reuse
from sourcecompare.sentences import sentences
from sourcecompare.similarity import SCORERS, Scorer, score_story
from sourcecompare.versions import find_versions

from .bounds import check

_ORDER = (
    FindingKind.CONFLICT,
    FindingKind.UPDATE,
    FindingKind.DIFFERS,
    FindingKind.SHARED,
    FindingKind.UNIQUE,
)


def compare(
    articles: Sequence[Article],
    *,
    scorers: Sequence[Scorer] = SCORERS,
    checks: tuple[Check, ...] = CHECKS,
    judge: Judge | None = None,
) -> Comparison:
    """All that one story's articles share, tell alone and contradict each other in.

    The result depends neither on the order of the articles nor on the outlets' names. One article
    is compared with itself alone: a page can contradict itself.

    `judge` takes two sentences and gives the chances of entailment, neutral and contradiction, such
    as `nli_judge` makes one. It is asked about possible conflicts alone and moves the confidence of
    these, contradiction up and entailment down; it finds nothing and drops nothing. With
    `checks=(*CHECKS, JUDGED)` it is also asked about sentences that may tell of one thing and that
    no rule compares, up to two and a quarter pairs for each sentence of the story, at most 2,500:
    for a careful judge, such as a language model. Each of these has its date and the sentence
    before it in square brackets before it. A judge that has a method `many` is asked with a list of
    such pairs, and answers with a list.

    Raises:
        SettingError: there is no article, two have the same page id, one was rejected or has more
            than 2,500 sentences, all together have more than 25,000, a scorer does not do what
            `Scorer` says, the judge raises something or gives something else, or a check needs one
            and there is none.
    """
    ids = [article.page.id for article in articles]
    twice = sorted({page for page in ids if ids.count(page) > 1})
    if not articles or twice:
        what = f"two articles are called {twice[0]!r}" if twice else "there is no article"
        raise SettingError(f"compare takes articles with different page ids, but {what}.")
    given: Sequence[Article | Rejected] = articles  # what `clean` gives, if nobody looked
    rejected = sorted(one.page.id for one in given if isinstance(one, Rejected))
    if rejected:
        raise SettingError(
            f"compare takes articles, but the page {rejected[0]!r} was rejected; leave it out."
        )
    ordered = tuple(sorted(articles, key=lambda article: article.page.id))
    story = Story(
        id="story",
        title=ordered[0].title or ordered[0].page.outlet,
        articles=ordered,
        versions=find_versions(ordered),
    )
    return compare_story(story, scorers=scorers, checks=checks, judge=judge)


def compare_story(
    story: Story,
    *,
    scorers: Sequence[Scorer] = SCORERS,
    checks: tuple[Check, ...] = CHECKS,
    judge: Judge | None = None,
) -> Comparison:
    """`compare`, for a story that has its name already."""
    told = {article.page.id: sentences(article) for article in story.articles}
    check(told)
    scores = score_story(told, scorers=scorers)
    alignments = align(story.articles, told, scorers=scorers, scores=scores)
    reuse = find_reuse(story.articles, told)
    groups = collate(story.articles, told, scorers=scorers, scores=scores, reuse=reuse)
    findings = (
        *find_conflicts(story, told, alignments, groups, checks=checks, judge=judge),
        *find_shared(story, told, alignments, groups, scores=scores),
    )
    return Comparison(
        story=story,
        alignments=alignments,
        groups=groups,
        findings=tuple(sorted(findings, key=lambda finding: _ORDER.index(finding.kind))),
        reuse=reuse,
    )
