"""The order of cleaning: rules, content model, ledger; and what pages of one outlet share."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sourcecompare.content import (
    Judgement,
    Models,
    Signals,
    judge,
    shipped_models,
    vote_shares,
    with_vote,
)
from sourcecompare.errors import SettingError
from sourcecompare.extract import vote
from sourcecompare.model import (
    DEFAULT_KINDS,
    Article,
    Block,
    Kind,
    Media,
    Page,
    Rejected,
    Rule,
    Site,
)
from sourcecompare.parse import cut_attributes
from sourcecompare.rules import (
    RULES,
    BlockRule,
    Context,
    find_title,
    function_words,
    read_context,
)
from sourcecompare.text import SENTENCE_ENDS, fold, words

from .credits import credited
from .ledger import Ledger, Verdict, verdicts_of
from .notes import ASKED as ASKED_NOTE
from .notes import TWO_PIECES, length_notes, story_note, wall_below
from .notes import UNVEILED as UNVEILED_NOTE
from .others import has_second_piece, second_story
from .pasted import with_sentences
from .rejection import find_fault, rejected

UNVEILED = 100  # words; less hidden text than this is no article that waits for a script
EASY = 0.85  # expected F1 from which another extractor adds little (docs/CLEANING.md)
SHORT = 150  # words; of a page that keeps fewer, another extractor is asked too
STATEMENT = 4  # words; shorter sentences ("Read more.") state nothing


def clean(
    page: Page,
    *,
    site: Site | None = None,
    keep: Sequence[Kind] = DEFAULT_KINDS,
    rules: Sequence[BlockRule] = RULES,
) -> Article | Rejected:
    """The page's main content, with a removal for everything that is not.

    `site` names what recurs over the outlet's pages, `keep` the kinds of blocks that belong to the
    body. Kept and removed spans together cover every character of `page.visible` that is not white
    space exactly once. A page without an article gives a `Rejected`, never an exception.

    Raises:
        SettingError: `site` belongs to another outlet.
    """
    if site is not None and site.outlet != page.outlet:
        raise SettingError(
            f"the site of {site.outlet!r} cannot clean a page of {page.outlet!r}; "
            "learn one from this outlet's own pages."
        )
    if page.fault:
        return rejected(page, page.fault)
    return clean_by(page, shipped_models(), site=site, keep=keep, rules=rules)


def clean_by(
    page: Page,
    models: Models,
    *,
    site: Site | None = None,
    keep: Sequence[Kind] = DEFAULT_KINDS,
    rules: Sequence[BlockRule] = RULES,
) -> Article | Rejected:
    """As `clean`, by other forests than those that are part of the package; for training."""
    case = _hear(page, site, rules)
    judgement = judge(page, case.signals, models)
    case, judgement = _unveiled(page, case, judgement)
    asked = _asked(page, case, judgement)
    hard = asked is not judgement and judgement.quality(judgement.content()) < EASY
    notes = [*[UNVEILED_NOTE] * case.unveiled, *[ASKED_NOTE] * hard]
    judgement = with_sentences(page, case.context, case.gone(), asked)
    case, judgement, told = _without_story(page, case, judgement, keep)
    chosen = _without_last_headings(page, judgement.content().tolist())
    ledger = Ledger(page, case.context, tuple(keep), judgement)
    if case.unveiled:
        ledger.cuts = tuple(cut for cut in ledger.cuts if cut.rule is not Rule.HIDDEN)
    for block in page.blocks:
        ledger.enter(block, case.verdicts[block.index], chosen[block.index])
    count = ledger.words()
    wall = wall_below(page, case.context, case.gone(), ledger.last())
    fault = find_fault(page, count, case.context, wall)
    if fault:
        return rejected(page, fault)
    ledger.notes = [*notes, *length_notes(count, wall), *told]
    return credited(ledger.article(case.title))


def signals_of(page: Page) -> Signals:
    """What rules and lexicon say of a page's blocks; for training."""
    return _hear(page, None, RULES).signals


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """All that is said of a page before its blocks are judged."""

    title: str
    context: Context
    verdicts: Sequence[Verdict]
    signals: Signals
    unveiled: bool = False
    """the page hides its article, which is read all the same"""

    def gone(self) -> list[Rule | None]:
        """The rule that removes each block."""
        return [None if verdict is None else verdict[0].rule for verdict in self.verdicts]

    def removed(self) -> NDArray[np.bool_]:
        """Whether a rule removes each block, shape (blocks,)."""
        return np.array([verdict is not None for verdict in self.verdicts], bool)


def _hear(page: Page, site: Site | None, rules: Sequence[BlockRule]) -> _Case:
    title, title_block = find_title(page)
    context = read_context(page, title, title_block, site.repeated if site else ())
    verdicts = verdicts_of(page, context, rules)
    signals = Signals(
        rules=[None if verdict is None else verdict[0].rule for verdict in verdicts],
        tokens=context.tokens,
        repeats=[context.repeats[text] for text in context.folded],
        title=frozenset(words(context.title)),
        title_block=context.title_block,
        function_words=function_words(),
    )
    return _Case(title=title, context=context, verdicts=verdicts, signals=signals)


def _unveiled(page: Page, case: _Case, judgement: Judgement) -> tuple[_Case, Judgement]:
    """The case without its rule against hidden text, where that is most of what reads as content.

    Some pages hide their text until a script shows it: a browser's reader does see it.
    """
    hidden = np.array([rule is Rule.HIDDEN for rule in case.signals.rules], bool)
    reads = judgement.words * judgement.content()
    if float(reads[hidden].sum()) > max(UNVEILED, float(reads[~hidden].sum())):
        shown = [
            None if verdict and verdict[0].rule is Rule.HIDDEN else verdict
            for verdict in case.verdicts
        ]
        case = replace(case, verdicts=shown, unveiled=True)
    return case, judgement.without(case.removed())


def _asked(page: Page, case: _Case, judgement: Judgement) -> Judgement:
    """The judgement after another extractor was heard, if the page is hard to read."""
    if page.media is not Media.HTML or not page.content:
        return judgement
    chosen = judgement.content()
    kept = float((judgement.words * chosen).sum())
    if judgement.quality(chosen) >= EASY and kept >= SHORT:
        return judgement
    voted = vote(cut_attributes(page.content))
    if voted is None:
        return judgement
    return with_vote(judgement, vote_shares(case.context.tokens, voted)).without(case.removed())


def _without_story(
    page: Page, case: _Case, judgement: Judgement, keep: Sequence[Kind]
) -> tuple[_Case, Judgement, tuple[str, ...]]:
    """The case and the judgement less another story that was run on, and what to say of it."""
    chosen = judgement.content().tolist()
    body = [
        chosen[block.index] and case.verdicts[block.index] is None and block.kind in keep
        for block in page.blocks
    ]
    story = second_story(case.context, case.gone(), body)
    if story is None:
        two = has_second_piece(case.context, case.gone(), body)
        return case, judgement, (TWO_PIECES,) if two else ()
    cut = np.array([stays and index >= story.start for index, stays in enumerate(body)], bool)
    captions = [block.kind is Kind.CAPTION and block.kind in keep for block in page.blocks]
    verdicts = [
        story.verdict()
        if verdict is None and index >= story.start and (cut[index] or captions[index])
        else verdict
        for index, verdict in enumerate(case.verdicts)
    ]
    return replace(case, verdicts=verdicts), judgement.without(cut), (story_note(story),)


def learn_site(pages: Sequence[Page]) -> Site:
    """What recurs over the pages of one outlet: its template.

    A block is template if it stands on at least two different pages and on half of them and states
    nothing: articles on one event share whole sentences, also under one outlet's roof, and none of
    these may be lost.

    Raises:
        SettingError: the pages are of several outlets, or there are none.
    """
    outlets = sorted({page.outlet for page in pages})
    if len(outlets) != 1:
        raise SettingError(
            f"learn_site takes the pages of one outlet; these are of {len(outlets)}: "
            f"{', '.join(outlets) or 'none'}."
        )
    different = {page.sha256: page for page in pages}.values()
    seen = Counter(
        folded
        for page in different
        for folded in {fold(block.text) for block in page.blocks if not _states(block)}
    )
    needed = max(2, len(different) / 2)
    repeated = (folded for folded, count in seen.items() if count >= needed)
    return Site(outlet=outlets[0], repeated=tuple(sorted(repeated)))


def _states(block: Block) -> bool:
    """Whether a block may state something: a sentence, or an entry with a figure."""
    if block.kind in {Kind.LIST_ITEM, Kind.TABLE_ROW} and any(map(str.isdigit, block.text)):
        return True
    ends = block.text.rstrip("\"'”’»)]")[-1:] in SENTENCE_ENDS
    return ends and len(words(block.text)) >= STATEMENT


def _without_last_headings(page: Page, chosen: Sequence[bool]) -> list[bool]:
    """A sub-headline below which nothing stays announces what is not the article."""
    out = list(chosen)
    for block in reversed(page.blocks):
        if out[block.index] and block.kind is not Kind.HEADING:
            return out
        out[block.index] = False
    return list(chosen)
