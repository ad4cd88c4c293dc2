"""Sentences as statements: what each claims, about what, when, and who says it."""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from sourcecompare.attribution import is_known, speaker
from sourcecompare.model import Kind, Sentence, SentenceRef, Story, ValueKind
from sourcecompare.text import fold, folded_words
from sourcecompare.values import FUNCTION, Claim, is_read, read_claims, read_names, stem
from sourcecompare.values.nouns import REMEMBERED

MOST_CLAIMS = 40
"""Values of one sentence; more is a table or a list of results, where heads say nothing."""

HEADINGS = frozenset((Kind.TITLE, Kind.HEADING))

CALENDAR = frozenset("day month-day month month-name year weekday".split())
"""Units of dates that mean the same on every page, but for the week of a weekday."""

TOLLS = frozenset(
    "killed injured missing arrested displaced evacuated hospitalized rescued case".split()
)
"""Nouns whose count grows while the news goes on."""

DIED = re.compile(r"\b(?:died|dies|has died)\b")

ANNIVERSARIES = frozenset("anniversary birthday jubilee".split())
"""Ordinals of these belong to the day of the event, so that one event has one of them."""

SMOOTHING = 20.0
"""Sentences that a story is taken to have at least, so that in a pair of sentences the words
which they share do not count as common ones."""


Figure = tuple[str, str, str]
"""Kind, unit and normal form of a value."""

TELLING_KINDS = frozenset((ValueKind.NUMBER, ValueKind.MONEY, ValueKind.PERCENT, ValueKind.MEASURE))
TELLING = 20
"""Counts below it are shared by chance."""


LEAD = 2
"""Paragraphs above which a page tells of the event that it is about."""


def figure_of(claim: Claim) -> Figure:
    """What a value is, without where it stands and what it is said of."""
    return claim.value.kind, claim.value.unit, claim.value.normal


def telling_figure(claim: Claim) -> Figure | None:
    """The figure of a claim if two sentences hardly share it by chance: a score, "54 votes"."""
    value = claim.value
    if value.kind is not ValueKind.SCORE and (
        value.kind not in TELLING_KINDS or claim.amount is None or claim.amount < TELLING
    ):
        return None
    return figure_of(claim)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence with all that a comparison has to know about it."""

    sentence: Sentence
    page: str
    key: str
    """the folded text: equal for copies"""
    claims: tuple[Claim, ...]
    words: Mapping[str, str] = field(hash=False)
    """stems of its content words outside its values, each with the word as written"""
    dates: frozenset[str]
    """normal forms of its dates that name a day, month, year or day of the week"""
    speaker: frozenset[str]
    """folded words of who says it; empty if the outlet itself or unknown"""
    published: str
    """when its page appeared, in ISO 8601 as far as known; or empty"""
    depth: int
    """paragraphs of the article above its own: 0 for the headline and the first one"""
    around: frozenset[Figure] = frozenset()
    """the telling figures of the other sentences of its paragraph"""

    @property
    def ref(self) -> SentenceRef:
        """Where it stands."""
        return self.sentence.ref


Weights = Mapping[str, float]
"""How telling a stem is: the rarer in the story, the heavier."""


def read_statements(
    story: Story, sentences: Mapping[str, tuple[Sentence, ...]]
) -> dict[SentenceRef, Statement]:
    """The statements of a story that can be compared, by place."""
    found: dict[SentenceRef, Statement] = {}
    for article in sorted(story.articles, key=lambda article: article.page.id):
        own = sentences.get(article.page.id, ())
        if is_read(article.language, (one.text for one in own)):
            published = article.published or ""
            above = sorted(block.index for block in article.blocks if block.kind not in HEADINGS)
            last: Sentence | None = None
            for one in own:
                depth = bisect_left(above, one.ref.block)
                before = last.text if last else ""
                # What a pronoun stands for is told in its own paragraph.
                near = before if last and last.ref.block == one.ref.block else ""
                found[one.ref] = _with_person(statement(one, published, depth, near), before)
                last = one
    return _with_figures(found)


def _with_figures(found: dict[SentenceRef, Statement]) -> dict[SentenceRef, Statement]:
    """The statements with the telling figures of their paragraphs."""
    blocks: dict[tuple[str, int], set[Figure]] = defaultdict(set)
    for ref, one in found.items():
        told = (telling_figure(claim) for claim in one.claims)
        if figures := {figure for figure in told if figure}:
            blocks[ref.article, ref.block] |= figures
    return {
        ref: replace(one, around=frozenset(around))
        if one.claims and (around := blocks.get((ref.article, ref.block)))
        else one
        for ref, one in found.items()
    }


def _with_person(one: Statement, last: str) -> Statement:
    """The statement with the person whose age it tells: of whom the sentence before it speaks."""
    if len(one.claims) != 1 or one.claims[0].value.kind is not ValueKind.AGE:
        return one
    claim = one.claims[0]
    if claim.value.head or one.key.split()[0] not in ("he", "she"):
        return one
    full = [name for name in read_names(last) if name.given]
    died = DIED.search(last)
    if not full or (len(full) > 1 and not (died and full[0].end < died.start() < full[1].start)):
        return one  # of two, the one before "died": the other one is a town or a body
    name = full[0]
    value = replace(claim.value, head=name.surname)
    named = replace(claim, value=value, complement=(*name.given, name.surname))
    return replace(one, claims=(named,))


def statement(
    sentence: Sentence, published: str = "", depth: int = 0, before: str = ""
) -> Statement:
    """What one sentence states, on a page that appeared then, below so many paragraphs.

    `before` is the sentence before it in its paragraph.
    """
    claims = read_claims(sentence, published=published, before=before)
    kept = claims if len(claims) <= MOST_CLAIMS else ()
    said_by = speaker(sentence.text)
    return Statement(
        sentence=sentence,
        page=sentence.ref.article,
        key=fold(sentence.text),
        claims=kept,
        words=_words(sentence, claims),
        dates=frozenset(c.value.normal for c in claims if _is_on_the_calendar(c)),
        speaker=frozenset(folded_words(said_by)) - FUNCTION if is_known(said_by) else frozenset(),
        published=published,
        depth=depth,
    )


def _is_on_the_calendar(claim: Claim) -> bool:
    return claim.value.kind is ValueKind.DATE and claim.value.unit in CALENDAR


def _words(sentence: Sentence, claims: tuple[Claim, ...]) -> dict[str, str]:
    text, offset, parts, at = sentence.text, sentence.span.start, [], 0
    for claim in claims:
        parts.append(text[at : claim.value.span.start - offset])
        at = claim.value.span.end - offset
    parts.append(text[at:])
    found: dict[str, str] = {}
    for word in folded_words(" ; ".join(parts)):
        if kept := telling(word):
            found.setdefault(kept, word)
    return found


@lru_cache(maxsize=REMEMBERED)
def telling(word: str) -> str:
    """The stem of a folded word that says what a sentence is about; empty for others."""
    return "" if word in FUNCTION or word[0].isdigit() or len(word) < 2 else stem(word)


def weigh(statements: Iterable[Statement]) -> Weights:
    """The weight of every stem; copies of one sentence count once."""
    distinct = {one.key: one for one in statements}
    counts = Counter(word for one in distinct.values() for word in one.words)
    size = len(distinct) + SMOOTHING
    return {word: math.log(size / (count + 1)) for word, count in counts.items()}


def by_height(one: Statement) -> tuple[int, int, str]:
    """What stands higher on its page first, then by its words.

    Where only so many are compared, the names of the pages must not choose them.
    """
    return one.ref.block, one.ref.sentence, one.key


def thing(claim: Claim) -> frozenset[str]:
    """All words of what the noun of a claim is of, or describes."""
    return frozenset((*claim.attributes, *claim.complement, *claim.host))


def amount(claim: Claim) -> Decimal:
    """The number of a claim that has one; zero for a date."""
    return claim.amount if claim.amount is not None else Decimal(0)


def same_noun(a: Claim, b: Claim) -> bool:
    """Whether two values are of one noun, also where its words have changed places.

    "88% of the food that the island imports" and "60% of the island's food imports" are: each
    noun stands among the words that the other one is of.
    """
    head, other = a.value.head, b.value.head
    if not head or not other:
        return False
    return head == other or (stem(head) in thing(b) and stem(other) in thing(a))
