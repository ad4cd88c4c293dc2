"""The order of cleaning: rules, content model, ledger; and what pages of one outlet share."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sourcecompare.content import (
    VOTED,
    Floats,
    Signals,
    best_run,
    last_resort,
    probabilities,
    vote_shares,
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
from sourcecompare.rules import FRAME, RULES, BlockRule, Context, find_title, is_named, read_context
from sourcecompare.text import fold, words

from .credits import credited
from .ledger import Ledger, Verdict, first_verdict
from .rejection import find_fault, rejected

UNVEILED = 100  # words; less hidden text than this is no article that waits for a script
STATEMENT = 4  # words; shorter sentences ("Read more.") state nothing
SENTENCE_ENDS = frozenset(".!?…。！？।؟")


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
    case = _hear(page, site, rules)
    likely = probabilities(page, case.signals)
    states = best_run(page, likely, case.signals)
    if not any(states):
        states = last_resort(page, likely, case.signals)
    chosen = _with_headings(page, states, case.verdicts)
    ledger = Ledger(page, case.context, tuple(keep), likely)
    if case.unveiled:
        ledger.cuts = tuple(cut for cut in ledger.cuts if cut.rule is not Rule.HIDDEN)
        ledger.notes.append("The page hides its article until a script shows it; it was read.")
    for block in page.blocks:
        ledger.enter(block, case.verdicts[block.index], chosen[block.index])
    fault = find_fault(page, ledger.words(), case.context)
    if fault:
        return rejected(page, fault)
    return credited(ledger.article(case.title))


def signals_of(page: Page) -> Signals:
    """What rules, markup and another extractor say of a page's blocks; for training."""
    return _hear(page, None, RULES).signals


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """All that is said of a page before its blocks are judged."""

    title: str
    context: Context
    verdicts: Sequence[Verdict]
    signals: Signals
    unveiled: bool
    """the page hides its article, which is read all the same"""


def _hear(page: Page, site: Site | None, rules: Sequence[BlockRule]) -> _Case:
    title, title_block = find_title(page)
    context = read_context(page, title, title_block, site.repeated if site else ())
    is_html = page.media is Media.HTML and page.content
    voted = vote(cut_attributes(page.content)) if is_html else None
    shares = None if voted is None else vote_shares(context.tokens, voted)
    unveiled = shares is not None and _hides_article(page, context, shares)
    if unveiled:
        rules = [rule for rule in rules if rule.rule is not Rule.HIDDEN]
    verdicts = [first_verdict(block, context, rules) for block in page.blocks]
    signals = Signals(
        furniture=[verdict is not None for verdict in verdicts],
        frame=[verdict is not None and verdict[0].rule in FRAME for verdict in verdicts],
        named=[is_named(block, context) for block in page.blocks],
        tokens=context.tokens,
        shares=shares,
    )
    return _Case(
        title=title, context=context, verdicts=verdicts, signals=signals, unveiled=unveiled
    )


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


def _hides_article(page: Page, context: Context, shares: Floats) -> bool:
    """Whether most of what another extractor takes for the article is hidden on the page.

    Some pages hide their text until a script shows it: a browser's reader does see it.
    """
    sizes = {True: 0, False: 0}
    for count, hint, share in zip(context.counts, page.markup.hints, shares, strict=True):
        sizes[hint.hidden] += count if share >= VOTED else 0
    return sizes[True] > UNVEILED and sizes[True] > 3 * sizes[False]


def _with_headings(page: Page, chosen: Sequence[bool], verdicts: Sequence[Verdict]) -> list[bool]:
    """A sub-headline stays if, and only if, the text below it stays."""
    out = list(chosen)
    below = False
    for block in reversed(page.blocks):
        if verdicts[block.index] is not None:
            continue
        if block.kind is Kind.HEADING:
            out[block.index] = below and (out[block.index] or page.media is Media.HTML)
        else:
            below = out[block.index]
    return out
