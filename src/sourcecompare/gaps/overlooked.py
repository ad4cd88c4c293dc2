"""Removed lines that tell what a kept sentence of another outlet tells."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sourcecompare.boundaries import split_sentences
from sourcecompare.headings import announcements
from sourcecompare.model import (
    Article,
    Overlooked,
    PageSpan,
    Rule,
    Sentence,
    SentenceRef,
    Story,
    TextSpan,
    ValueKind,
)
from sourcecompare.similarity import score_sentences
from sourcecompare.text import SENTENCE_ENDS, words
from sourcecompare.values import is_read, read_claims
from sourcecompare.versions import current

TELLS = 0.75
"""Score from which a removed line tells what a kept one does, as in a core. With every third
paragraph of 15 marked events taken out, 172 of the 180 sentences found were marked as telling what
the sentence beside them tells, whole or in part."""
TOLD_ANYWAY = 0.5
"""Score from which the outlet itself tells it elsewhere: nothing is lost then. Most removed lines
that another outlet tells are of this sort: captions, summaries, teasers of the page itself."""
LEAST = 8
"""Words of a line, and of the sentence that it is like. Below, credits and buttons are alike: on
539 pages beside their own true text, 274 lines were found from six words on, 35 of which do not
stand in it; with this, the full stop and `FOREIGN` 152 and six."""

NO_LINES = frozenset(
    {Rule.TITLE, Rule.REPEATED_TITLE, Rule.BYLINE, Rule.DATE, Rule.DUPLICATE_BLOCK}
)
"""What became metadata, or stands in the article already."""
FOREIGN = frozenset(
    {
        Rule.RELATED,
        Rule.OTHER_ARTICLE,
        Rule.READER_COMMENT,
        Rule.NEWSLETTER,
        Rule.COOKIE_CONSENT,
        Rule.LEGAL_NOTICE,
        Rule.COMMENT_FORM,
        Rule.COMMENT_PROMPT,
        Rule.SHARE,
        Rule.SOCIAL,
        Rule.CONTACT,
        Rule.AD_BLOCK,
    }
)
"""Teasers, other pieces and readers speak of the same event, and notices by their wording of
none; neither is part of the article: like words are no sign there, a particular in common is."""

_CLOSING = "\"'”’»)]}」』）】 \t\r\n"
_UNENDED = ("...", "…", "?", "？", "؟")  # teasers break off; a question tells nothing
_WEAK = frozenset({ValueKind.ORDINAL, ValueKind.QUOTATION})
Matrix = Any  # numpy's array; what is asked of it are its own methods


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A sentence of a removal."""

    page: str
    removal: int
    rule: Rule
    span: PageSpan
    text: str


def find_overlooked(
    story: Story, told: Mapping[str, tuple[Sentence, ...]]
) -> tuple[Overlooked, ...]:
    """The removed lines to look at: those with a particular in common first, then by score.

    A line is a full sentence of eight words or more, of the newest version of its article, that no
    kept sentence of its outlet tells. Lines of one page with the same words are one.
    """
    pages = current(story)
    lines = [line for article in pages for line in _lines(article)]
    rows = sorted({line.text for line in lines})
    columns = sorted({one.text for some in told.values() for one in some})
    if not rows or not columns:
        return ()
    number = {text: at for at, text in enumerate(columns)}
    telling = {one.page.id: _telling(one, told[one.page.id]) for one in pages}
    home = {one.page.id: one.page.outlet for one in story.articles}
    sides = {page: _side(home[page], home, told, telling, number) for page in telling}
    found: list[Overlooked] = []
    particulars = _Particulars(story.articles, told)
    by_text: dict[str, list[_Line]] = {}
    for line in lines:
        by_text.setdefault(line.text, []).append(line)
    for first, scores in score_sentences(rows, columns):
        for row in (scores.max(axis=1) >= TELLS).nonzero()[0].tolist():
            for line in by_text[rows[first + row]]:
                found += _overlooked(line, scores[row], sides[line.page], particulars)
    return tuple(sorted(found, key=lambda one: (not one.common, -one.score, one.page, one.span)))


def _lines(article: Article) -> Iterator[_Line]:
    """The removed sentences that may tell something, each once."""
    met: set[str] = set()
    for number, removal in enumerate(article.removals):
        if removal.rule in NO_LINES:
            continue
        start = removal.span.start
        text = article.page.visible[start : removal.span.end]
        if len(text) < LEAST:
            continue
        for span in split_sentences(text):
            said = text[span.start : span.end]
            if said not in met and _is_told(said):
                met.add(said)
                yield _Line(
                    page=article.page.id,
                    removal=number,
                    rule=removal.rule,
                    span=PageSpan(start + span.start, start + span.end),
                    text=said,
                )


def _is_told(text: str) -> bool:
    """Whether a removed text is a full sentence that states something."""
    bare = text.rstrip(_CLOSING)
    ends = bare[-1:] in SENTENCE_ENDS and not bare.endswith(_UNENDED)
    return ends and len(words(text)) >= LEAST


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """A page's own sentences and those of other outlets, by their columns."""

    own: Sequence[int]
    others: Sequence[int]
    """sorted"""
    refs: Mapping[int, Sequence[SentenceRef]]
    """the sentences of other outlets' newest pages that have these words"""


def _side(
    outlet: str,
    home: Mapping[str, str],
    told: Mapping[str, tuple[Sentence, ...]],
    telling: Mapping[str, Sequence[Sentence]],
    number: Mapping[str, int],
) -> _Side:
    own = {number[one.text] for page in home if home[page] == outlet for one in told[page]}
    refs: dict[int, list[SentenceRef]] = {}
    for page, some in telling.items():
        if home[page] != outlet:
            for one in some:
                refs.setdefault(number[one.text], []).append(one.ref)
    return _Side(own=sorted(own), others=sorted(refs), refs=refs)


def _telling(article: Article, said: Sequence[Sentence]) -> list[Sentence]:
    quiet = announcements(article, said)
    return [one for one in said if one.ref not in quiet and len(words(one.text)) >= LEAST]


def _overlooked(
    line: _Line, scores: Matrix, side: _Side, particulars: "_Particulars"
) -> Iterator[Overlooked]:
    """The line, if another outlet tells it and its own does not."""
    if not side.others or (side.own and scores[side.own].max() >= TOLD_ANYWAY):
        return
    best: dict[str, tuple[float, SentenceRef]] = {}
    for column, score in zip(side.others, scores[side.others].tolist(), strict=True):
        if score >= TELLS:
            for ref in side.refs[column]:
                # The first of equal scores is that of the lesser text.
                if ref.article not in best or score > best[ref.article][0]:
                    best[ref.article] = (score, ref)
    if not best:
        return
    ranked = sorted(best.values(), key=lambda one: (-one[0], particulars.text(one[1]), one[1]))
    common = particulars.common(line, [ref for _, ref in ranked])
    if common or line.rule not in FOREIGN:
        yield Overlooked(
            page=line.page,
            removal=line.removal,
            span=line.span,
            told=tuple(ref for _, ref in ranked),
            score=ranked[0][0],
            common=common,
        )


class _Particulars:
    """What may be checked in a removed line and in the sentences that it is like."""

    def __init__(
        self, articles: Sequence[Article], told: Mapping[str, tuple[Sentence, ...]]
    ) -> None:
        self._articles = {one.page.id: one for one in articles}
        self._told = told
        self._said = {one.ref: one for some in told.values() for one in some}

    def text(self, ref: SentenceRef) -> str:
        return self._said[ref].text

    def common(self, line: _Line, refs: Collection[SentenceRef]) -> tuple[str, ...]:
        """The line's figures, days and the like that one of the sentences has too, as written."""
        whole = Sentence(
            ref=SentenceRef(line.page, 0, 0), span=TextSpan(0, len(line.text)), text=line.text
        )
        theirs = {key for ref in refs for key in self._values(self._said[ref])}
        ours = self._values(whole)
        shared = [span for key, span in ours.items() if key in theirs]
        return tuple(dict.fromkeys(line.text[span.start : span.end] for span in sorted(shared)))

    def _values(self, sentence: Sentence) -> dict[tuple[str, ...], TextSpan]:
        article = self._articles[sentence.ref.article]
        language = article.language
        if not language:
            said = (one.text for one in self._told[article.page.id])
            language = "en" if is_read(None, said) else "und"
        claims = read_claims(sentence, language, published=article.published or "")
        values = [claim.value for claim in claims if claim.value.kind not in _WEAK]
        return {(one.kind.value, one.normal, one.unit): one.span for one in values}
