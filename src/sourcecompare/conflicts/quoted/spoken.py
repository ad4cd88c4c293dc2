"""When one quotation is given to two persons."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sourcecompare.attribution import surname
from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair
from sourcecompare.model import SentenceRef, TextSpan
from sourcecompare.quotations import own_words
from sourcecompare.text import fold
from sourcecompare.values import FUNCTION, Claim, Passage, Speaker

from .claims import SPOKEN, quoted_claim, quoted_pair
from .senses import EDITORIAL
from .twins import WHOLE_SHARE, Twin, common_words
from .voices import PHRASES, longest, speakers

LEAST_GIVEN = 4
"""Telling words that two persons do not happen to say alike."""
LONG_GIVEN, FEW_GIVEN = 12, 3
"""... or so many words in all that both have, of which fewer are telling."""
LEAST_SAID = 0.6
"""Share of the shorter side's quoted words that both have, where two are said to have said them."""


def given_to_another(twin: Twin, compared: Compared) -> Iterator[Pair]:
    """The quotation that two persons are said to have spoken, if it is surely one.

    Each must be named beside it, and neither where the other one's page quotes it: who reads out
    another's words is named together with him.
    """
    left, right = speakers(twin)
    telling = {twin.left.words[i].form for i, _ in twin.chain.matched} - EDITORIAL - PHRASES
    whole = min(len(twin.left.words), len(twin.right.words))
    if not (left.direct and right.direct):
        return
    if len(twin.chain.matched) < LEAST_SAID * whole and not _is_whole_sentence(twin):
        return
    if len(telling) < (FEW_GIVEN if len(twin.chain.matched) >= LONG_GIVEN else LEAST_GIVEN):
        return
    i, j = longest(twin)
    ends = []
    for passage, at, who, other in ((twin.left, i, left, right), (twin.right, j, right, left)):
        if _is_beside(other, passage, at, compared) or not _is_person(who, compared, passage.page):
            return
        ends.append(_spoken_claim(passage, at, who, compared, twin))
    yield quoted_pair(ends[0], ends[1], compared)


def _is_whole_sentence(twin: Twin) -> bool:
    """Whether a long sentence is the same on both sides, whatever else is quoted there."""
    i, j = longest(twin)
    sides = ((twin.left, twin.left.words[i].sentence), (twin.right, twin.right.words[j].sentence))
    sizes = [sum(word.sentence == at for word in passage.words) for passage, at in sides]
    same = sum(
        (twin.left.words[a].sentence, twin.right.words[b].sentence) == (sides[0][1], sides[1][1])
        for a, b in twin.chain.matched
    )
    return same >= max(LONG_GIVEN, WHOLE_SHARE * min(sizes))


def _is_beside(who: Speaker, passage: Passage, at: int, compared: Compared) -> bool:
    """Whether a person is named where another one's page quotes the words.

    Not in what follows a semicolon: "...," said Ana Ruiz; Mr. Gray was silent.
    """
    last = passage.words[at].sentence
    above = [compared.statements[ref].key for ref in passage.refs[:last]]
    own = own_words(compared.statements[passage.refs[last]].key).partition(";")[0]
    return any(surname(who.name) in text for text in (*above, own))


def _is_person(who: Speaker, compared: Compared, page: str) -> bool:
    """Whether a page names the speaker in full or with a title: a lone name may be a firm's."""
    name = re.compile(rf"\b([A-Z][\w’'-]*)\.? (?i:{re.escape(surname(who.name))})\b")
    return any(
        fold(match[1]) not in FUNCTION
        for one in compared.pages[page]
        for match in name.finditer(one.sentence.text)
    )


def _text(ref: SentenceRef, compared: Compared) -> str:
    return compared.statements[ref].sentence.text


def _spoken_claim(passage: Passage, at: int, who: Speaker, compared: Compared, twin: Twin) -> Claim:
    """A quotation as it is given to a speaker, where the paragraph names that one."""
    claim = quoted_claim(passage, (at, at + 1), compared, common_words(twin), SPOKEN)
    ref, span = claim.value.ref, claim.value.span
    naming = (one for one in (ref, *passage.refs) if who.name in _text(one, compared))
    home = next(naming, None)
    if home is not None:
        sentence = compared.statements[home].sentence
        start = sentence.span.start + sentence.text.index(who.name)
        own = TextSpan(start, start + len(who.name))
        span = TextSpan(min(start, span.start), max(own.end, span.end)) if home == ref else own
        ref = home
    return replace(
        claim,
        value=replace(claim.value, ref=ref, normal=surname(who.name), span=span),
        phrase=span,
        of=f"the words {claim.shown}",
        shown=who.name,
    )
