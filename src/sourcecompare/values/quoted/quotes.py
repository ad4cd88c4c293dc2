"""What a page quotes word for word: by paragraph, each word with its place and who says it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from sourcecompare.attribution import is_known, is_pronoun, opening_name, speaker
from sourcecompare.model import Sentence, SentenceRef, TextSpan
from sourcecompare.quotations import quoted_places
from sourcecompare.text import fold

from .wordforms import forms

LONGEST_PARAGRAPH = 10_000
"""Characters; a longer one is no paragraph, or an attack."""

MOST_WORDS = 500
"""Quoted words of a paragraph that are read."""

SPLIT, CUT = 1, 2
"""Gaps: words of the reporter's stand between; or the reporter says that words were left out."""

# Must not match: a lone bracket that is never closed, a single dash, "3.5" as an ellipsis.
_PART = re.compile(
    r"""
      (?P<cut> \[ [^\[\]]{0,200} \] \w* | \( [^()]{0,200} \)      # [inserted], (R-Ohio)
        | … | \.\s?\.(?:\s?\.)+ )                                 # left out
    | (?P<masked> \w*\*[\w*]* | \b[^\W\d_]-{2,}[^\W\d_]*\b )         # f***, s--t
    | (?P<dotted> (?:[^\W\d_]\.){2,} )                            # I.R.S.
    | (?P<word> [0-9]+(?:[.,][0-9]+)* | [^\W_]+(?:['’][^\W\d_]+)* | ['’](?:em|til|cause)\b | [%&] )
    """,
    re.VERBOSE,
)

MOST_CAPITALS = 5
"""Letters of an abbreviation; a longer word is only shouted."""

_SIGNS = {"%": ("percent",), "&": ("and",)}


class Word(NamedTuple):
    """A quoted word, or half of a contraction."""

    form: str
    """as `wordforms.form` has it: equal where two takings down may differ"""
    text: str
    """folded"""
    start: int
    end: int
    """in the block"""
    sentence: int
    """index among the sentences of the paragraph"""
    piece: int
    """index among the quotations of the paragraph"""
    gap: int
    """what stands in front of it: 0, `SPLIT` or `CUT`"""
    capital: bool
    """written with one"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says a quotation."""

    name: str
    """as written; empty if nobody is named"""
    direct: bool
    """named in the sentence itself, or by a pronoun there for who the one before begins with"""


NOBODY = Speaker(name="", direct=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """All that a paragraph quotes."""

    page: str
    refs: tuple[SentenceRef, ...]
    """of the paragraph's sentences"""
    words: tuple[Word, ...]
    pieces: tuple[TextSpan, ...]
    """each quotation without its marks, in the block"""
    speakers: tuple[Speaker, ...]
    """of the paragraph's sentences"""


def read_quotations(sentences: Sequence[Sentence]) -> tuple[Passage, ...]:
    """What the sentences of one page quote, by paragraph, in order of place."""
    found: list[Passage] = []
    before, last = NOBODY, ""
    known: dict[str, tuple[str, ...]] = {}
    is_open = False
    for _, group in groupby(sentences, key=lambda one: one.ref.block):
        own = tuple(group)
        text = _laid_out(own)
        if not text:
            continue
        pieces = tuple(_pieces(text))
        speakers, last = _speakers(own, pieces, last, before if is_open else NOBODY)
        if pieces:
            words = tuple(_words(own, text, pieces, known))
            found.append(
                Passage(
                    page=own[0].ref.article,
                    refs=tuple(one.ref for one in own),
                    words=words,
                    pieces=pieces,
                    speakers=speakers,
                )
            )
        before = speakers[-1]
        is_open = bool(pieces) and pieces[-1].end >= own[-1].span.end
    return tuple(found)


def _laid_out(sentences: Sequence[Sentence]) -> str:
    """The text of a paragraph, every character at its place in the block; empty if too long."""
    if sentences[-1].span.end > LONGEST_PARAGRAPH:
        return ""
    parts: list[str] = []
    at = sentences[0].span.start
    for one in sentences:
        parts += " " * (one.span.start - at), one.text
        at = one.span.end
    return "\n" * sentences[0].span.start + "".join(parts)


def _pieces(text: str) -> Iterator[TextSpan]:
    """What stands between quotation marks, without them.

    Where a mark is missing, what follows is taken for quoted and the quoted for said by the
    reporter; such pieces begin with a blank, as no quotation does.
    """
    for place in quoted_places(text):
        start, end = place.start + 1, place.stop
        if end > start and text[end - 1] in "\"'“”„«»’‘":
            end -= 1
        if start < end and not text[start].isspace():
            yield TextSpan(start, end)


def _words(
    sentences: Sequence[Sentence],
    text: str,
    pieces: Sequence[TextSpan],
    known: dict[str, tuple[str, ...]],
) -> Iterator[Word]:
    """The words of all pieces, in order; `known` remembers the forms of a page's words."""
    number = count = gap = 0
    for piece, span in enumerate(pieces):
        gap = max(gap, SPLIT) if piece else 0
        for match in _PART.finditer(text, span.start, span.end):
            kind, raw = match.lastgroup, match[0]
            if kind in ("cut", "masked"):
                gap = CUT
                continue
            while number + 1 < len(sentences) and match.start() >= sentences[number].span.end:
                number += 1
            if raw not in known:
                known[raw] = _forms(raw, dotted=kind == "dotted")
            for one in known[raw]:
                yield Word(one, fold(raw), *match.span(), number, piece, gap, raw[0].isupper())
                gap = 0
                count += 1
                if count == MOST_WORDS:
                    return


def _forms(raw: str, *, dotted: bool) -> tuple[str, ...]:
    if raw in _SIGNS:
        return _SIGNS[raw]
    if dotted or (raw.isupper() and MOST_CAPITALS >= len(raw) > 1):
        return (raw.replace(".", "").lower() + ".",)  # "US" is not "us"
    low = fold(raw)
    return (low.replace(",", ""),) if low[0].isdigit() else forms(low)


def _speakers(
    sentences: Sequence[Sentence], pieces: Sequence[TextSpan], last: str, before: Speaker
) -> tuple[tuple[Speaker, ...], str]:
    """Who says what each sentence quotes, and the last name that was given.

    `last` is the speaker named last above, for pronouns; `before` is who began a quotation that
    goes on here.
    """
    found: list[Speaker] = []
    for k, one in enumerate(sentences):
        name = speaker(one.text)
        if is_pronoun(name):
            above = opening_name(sentences[k - 1].text) if k and name.casefold() != "they" else ""
            last = last if is_pronoun(above) else above or last
            found.append(Speaker(name=last, direct=last == above != ""))
        else:
            found.append(Speaker(name=name if is_known(name) else "", direct=is_known(name)))
            last = found[-1].name or last
    return tuple(_continued(sentences, pieces, found, before)), last


def _continued(
    sentences: Sequence[Sentence],
    pieces: Sequence[TextSpan],
    found: Sequence[Speaker],
    before: Speaker,
) -> Iterator[Speaker]:
    """The speakers, those of sentences that only quote taken from the sentence beside them."""
    alone = [
        not who.name and _only_quotes(one, pieces)
        for one, who in zip(sentences, found, strict=True)
    ]
    for k, who in enumerate(found):
        if not alone[k]:
            yield who
            continue
        above = next((i for i in range(k - 1, -1, -1) if not alone[i]), None)
        below = next((i for i in range(k + 1, len(found)) if not alone[i]), None)
        sides = [(before, False)] if above is None else []
        sides += [
            (found[i], _in_one_quotation(sentences, k, i, pieces))
            for i in (above, below)
            if i is not None
        ]
        named = [side for side in sides if side[0].name]
        who, joined = max(named, key=lambda side: side[1], default=(NOBODY, False))
        yield Speaker(name=who.name, direct=who.direct and joined)


def _in_one_quotation(
    sentences: Sequence[Sentence], k: int, i: int, pieces: Sequence[TextSpan]
) -> bool:
    """Whether one quotation runs through two sentences."""
    first, last = sentences[min(i, k)].span, sentences[max(i, k)].span
    return any(one.start < first.end and last.start < one.end for one in pieces)


def _only_quotes(sentence: Sentence, pieces: Sequence[TextSpan]) -> bool:
    start, end = sentence.span.start, sentence.span.end
    inside = sum(
        min(end, one.end + 1) - max(start, one.start - 1)
        for one in pieces
        if one.start < end and start < one.end
    )
    return inside >= end - start
