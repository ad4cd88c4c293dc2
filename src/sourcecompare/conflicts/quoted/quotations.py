"""The same quotation with other words, or given to another speaker.

Quotations are paired by the words they share, wherever in the story they stand, and then compared
word by word. What differs has to turn the sense; all else is transcription, or `differs`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sourcecompare.attribution import surname
from sourcecompare.conflicts.compared import Compared, Said
from sourcecompare.conflicts.figures.bounds import rival_dates
from sourcecompare.conflicts.figures.vetoes import Veto, said_by_copy
from sourcecompare.conflicts.pairs import Pair, pair
from sourcecompare.conflicts.statements import Statement, by_height
from sourcecompare.model import FindingKind, SentenceRef, TextSpan, Value, ValueKind
from sourcecompare.quotations import may_quote, own_words, quoted_places
from sourcecompare.text import fold, folded_words
from sourcecompare.values import FUNCTION, Claim, Passage, Speaker, forms, read_quotations

from .senses import DENIALS, EDITORIAL, Sense
from .twins import (
    FLANK,
    WHOLE_SHARE,
    Change,
    Twin,
    candidates,
    changes,
    place,
    says_both,
    spoken_words,
    twins,
    window,
)
from .voices import PHRASES, longest, speakers, speakers_differ

LEAST_GIVEN = 4
"""Telling words that two persons do not happen to say alike."""
LONG_GIVEN, FEW_GIVEN = 12, 3
"""... or so many words in all that both have, of which fewer are telling."""
LEAST_SAID = 0.6
"""Share of the shorter side's quoted words that both have, where two are said to have said them."""
ANCHOR = 6
"""Words that name a quotation."""

OCCASIONS = {
    word: line.split()[0]
    for line in """interview interviewed program programme show cnn nbc cbs abc msnbc fox bbc radio
    statement release written
    tweet tweeted twitter post posted facebook
    letter email e-mail memo wrote
    speech rally address remarks crowd convention
    reporters briefing conference
    testimony testified hearing court trial filing lawsuit complaint ruling
    debate
    book memoir column essay
    ad advertisement commercial""".splitlines()
    for word in line.split()
}
"""Words for where something was said; those of a line may be one occasion."""

DENYING = DENIALS | frozenset("deny doubt reject refuse dispute oppose dismiss".split())
"""Plain forms with which a reporter turns what is quoted."""

DENIED_BEFORE, DENIED_BEHIND = 7, 4
"""A reporter's words on either side of a quotation in which he denies it."""
BREAKING = re.compile(r"[;:.]|\b(?:because|but|while|although|though|after|before)\b")

TURNED, SWAPPED, WORDED, SPOKEN = "sense", "word", "words", "speaker"
"""What two quotations are at odds about, as the unit of their values."""

SURE_OF_SENSE = 0.8
"""That a word which turns the sense is one outlet's mistake. On half 0 of the project's news events
and on their rewritten versions."""
SURE_OF_WORD = 0.66
SURE_OF_WORDS = 0.5
SURE_OF_SPEAKER = 0.7
_SURE = {TURNED: SURE_OF_SENSE, SWAPPED: SURE_OF_WORD, WORDED: SURE_OF_WORDS}
_UNITS = {
    Sense.TURNED: TURNED,
    Sense.OTHER_WORD: SWAPPED,
    Sense.OTHER_WORDS: WORDED,
}
SAID_AGAIN = 0.6
"""Share of the words in common that another sentence of a page has, if it says the same again."""
ONE_SPEAKER = 0.05
"""What it adds that both name the same speaker."""


def quotation_pairs(compared: Compared) -> Iterator[Pair]:
    """Pairs of quotations that say one thing in other words, or by another speaker."""
    told = compared.statements.items()
    quoting = {(ref.article, ref.block) for ref, one in told if may_quote(one.sentence.text)}
    if len(quoting) < 2:
        return
    passages = [
        passage
        for page in sorted({page for page, _ in quoting})
        for passage in read_quotations([one.sentence for one in compared.pages[page]])
    ]
    # Where only so many are compared, the names of the pages must not choose them.
    passages.sort(key=lambda passage: by_height(compared.statements[passage.refs[0]]))
    spoken = spoken_words(passages)
    for left, right, seeds in candidates(passages):
        for twin in twins(left, right, seeds):
            if speakers_differ(twin):
                yield from _given_to_another(twin, compared)
            else:
                yield from _changed(twin, compared, spoken)


def reworded(pair: Pair) -> float:
    """As in "we will not yield" against "we will yield", said by one person on one occasion."""
    sure = _SURE.get(pair.a.value.unit, 0.0)
    if not sure:
        return 0.0
    return sure + ONE_SPEAKER * bool(pair.left.speaker & pair.right.speaker)


def spoken_by_another(pair: Pair) -> float:
    """As in "we will not yield" said by Ana Ruiz, and by Omar Gray."""
    return SURE_OF_SPEAKER if pair.a.value.unit == SPOKEN else 0.0


def outcome(pair: Pair) -> FindingKind:
    """A conflict where the sense is turned or the speaker is another; else a mere difference."""
    return FindingKind.DIFFERS if pair.a.value.unit == WORDED else FindingKind.CONFLICT


def other_day(pair: Pair, _: Said) -> str:
    """Two speeches: the sentences that quote them name other days."""
    if rival_dates(pair.left.dates, pair.right.dates):
        return "the sentences speak of different dates"
    return ""


def other_occasion(pair: Pair, _: Said) -> str:
    """A speech and an interview: both may hold nearly the same words."""
    own, other = (
        {
            OCCASIONS[word]
            for word in folded_words(own_words(fold(one.sentence.text)))
            if word in OCCASIONS
        }
        for one in (pair.left, pair.right)
    )
    return "they quote different occasions" if own and other and not own & other else ""


def _denials_at(one: Statement) -> int:
    """How often a reporter's words beside a quotation deny it: "he denied that", "did not say"."""
    text = fold(one.sentence.text)
    count = 0
    for quoted in quoted_places(text):
        ahead, behind = own_words(text[: quoted.start]), own_words(text[quoted.stop :])
        near = BREAKING.split(ahead)[-1].split()[-DENIED_BEFORE:]
        near += BREAKING.split(behind)[0].split()[:DENIED_BEHIND]
        count += sum(
            form in DENYING for word in folded_words(" ".join(near)) for form in forms(word)
        )
    return count


def denied_around(pair: Pair, _: Said) -> str:
    """Denied by the reporter: he "did not think" that "we will close" says "we will not close"."""
    left, right = _denials_at(pair.left), _denials_at(pair.right)
    turned = pair.a.value.unit == TURNED and (left + right) % 2 == 1
    return "one reporter denies it in words of his own" if turned else ""


VETOES: tuple[Veto, ...] = (said_by_copy, other_day, other_occasion, denied_around)
"""What excuses two quotations that differ."""


def _changed(twin: Twin, compared: Compared, spoken: Mapping[str, str]) -> Iterator[Pair]:
    """The surest change in each two sentences of a stretch that is one utterance."""
    best: dict[tuple[int, int], Change] = {}
    for change in changes(twin):
        site = change.site
        ends = (
            twin.left.words[place(twin.left, site.left)],
            twin.right.words[place(twin.right, site.right)],
        )
        key = ends[0].sentence, ends[1].sentence
        if key not in best or best[key].sense.value < change.sense.value:
            best[key] = change
    for (own, other), change in best.items():
        site = change.site
        unit = _UNITS[change.sense]
        again = unit != TURNED and _is_said_again(twin, own, other, compared)
        if not says_both(twin, site, spoken) and not again:
            left, right = (
                _claim(passage, span, compared, twin, unit)
                for passage, span in ((twin.left, site.left), (twin.right, site.right))
            )
            yield _pair(left, right, compared)


def _is_said_again(twin: Twin, own: int, other: int, compared: Compared) -> bool:
    """Whether a page has two sentences that could be this one: a speaker repeats himself."""
    telling = {
        twin.left.words[i].text
        for i, j in twin.chain.matched
        if twin.left.words[i].sentence == own and twin.right.words[j].sentence == other
    } - FUNCTION
    least = SAID_AGAIN * len(telling)
    return any(
        sum(len(telling.intersection(one.key.split())) >= least for one in compared.pages[page]) > 1
        for page in {twin.left.page, twin.right.page}
    )


def _given_to_another(twin: Twin, compared: Compared) -> Iterator[Pair]:
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
    yield _pair(ends[0], ends[1], compared)


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
    claim = _claim(passage, (at, at + 1), compared, twin, SPOKEN)
    ref, span = claim.value.ref, claim.value.span
    naming = (one for one in (ref, *passage.refs) if who.name in _text(one, compared))
    home = next(naming, None)
    if home is not None:
        start = (
            _text(home, compared).index(who.name) + compared.statements[home].sentence.span.start
        )
        end = start + len(who.name)
        span = (
            TextSpan(min(start, span.start), max(end, span.end))
            if home == ref
            else TextSpan(start, end)
        )
        ref = home
    return replace(
        claim,
        value=replace(claim.value, ref=ref, normal=surname(who.name), span=span),
        phrase=span,
        of=f"the words {claim.shown}",
        shown=who.name,
    )


def _pair(one: Claim, other: Claim, compared: Compared) -> Pair:
    """The two quotations, the left one first in order of place."""
    a, b = sorted((one, other), key=lambda claim: (claim.value.ref, claim.value.span))
    left, right = compared.statements[a.value.ref], compared.statements[b.value.ref]
    linked = (a.value.ref, b.value.ref) in compared.links
    return pair(left, right, a, b, compared.weights, linked=linked)


def _claim(
    passage: Passage, span: tuple[int, int], compared: Compared, twin: Twin, unit: str
) -> Claim:
    """A quotation as it says a word that the other one does not."""
    word = passage.words[place(passage, span)]
    ref = passage.refs[word.sentence]
    sentence = compared.statements[ref].sentence
    piece = passage.pieces[word.piece]
    start, end = max(piece.start, sentence.span.start), min(piece.end, sentence.span.end)
    said = sentence.text[start - sentence.span.start : end - sentence.span.start]
    whole = TextSpan(start, start + len(said.rstrip(" ,;")))
    value = Value(
        kind=ValueKind.QUOTATION,
        normal=" ".join(one.form for one in window(passage, span, FLANK)),
        unit=unit,
        head="",
        modifier="",
        ref=ref,
        span=whole,
    )
    return Claim(
        value=value,
        complement=_anchor(twin),
        phrase=whole,
        of="the same quotation",
        shown=_shown(passage, span, sentence.text, sentence.span.start),
    )


def _anchor(twin: Twin) -> tuple[str, ...]:
    """The longest words that both have."""
    words = {twin.left.words[i].form for i, _ in twin.chain.matched} - EDITORIAL
    return tuple(sorted(words, key=lambda word: (-len(word), word))[:ANCHOR])


def _shown(passage: Passage, span: tuple[int, int], text: str, offset: int) -> str:
    """The words round a change as written, in quotation marks."""
    at = passage.words[place(passage, span)]
    near = [
        word
        for word in window(passage, span, FLANK)
        if word.sentence == at.sentence and word.piece == at.piece
    ]
    behind = passage.words[min(len(passage.words), span[1] + FLANK) :][:FLANK]
    here = at.sentence, at.piece
    while behind and near[-1].text in FUNCTION and (behind[0].sentence, behind[0].piece) == here:
        near.append(behind[0])  # no "... losing the"
        behind = behind[1:]
    quoted = " ".join(text[near[0].start - offset : near[-1].end - offset].split())
    return f"“{quoted}”"
