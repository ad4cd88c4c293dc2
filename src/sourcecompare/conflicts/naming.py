"""Where else a disputed name stands: an editor weighs five outlets against one otherwise."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sourcecompare.model import TextSpan, ValueKind
from sourcecompare.values import Claim

from .statements import Statement

Named = tuple[Statement, Claim]


def also_named(
    disputed: Sequence[Named], pages: Mapping[str, Sequence[Statement]]
) -> Iterator[Named]:
    """The first statement of each further page that has one of the disputed names in full.

    A page that has two of them takes no side.
    """
    full = {
        claim.value.normal: claim
        for _, claim in disputed
        if claim.value.kind is ValueKind.NAME and len(claim.shown.split()) > 1
    }
    known = {one.page for one, _ in disputed}
    patterns = {
        normal: re.compile(r"\b" + r"\s+".join(map(re.escape, claim.shown.split())) + r"\b")
        for normal, claim in full.items()
    }
    for page in sorted(pages.keys() - known) if full else ():
        found = [
            (one, _at(one, full[normal], match))
            for normal, pattern in patterns.items()
            for one, match in _first(pattern, pages[page])
        ]
        if len(found) == 1:
            yield found[0]


def _first(
    pattern: re.Pattern[str], statements: Sequence[Statement]
) -> Iterator[tuple[Statement, re.Match[str]]]:
    for one in statements:
        match = pattern.search(one.sentence.text)
        if match:
            yield one, match
            return


def _at(one: Statement, claim: Claim, match: re.Match[str]) -> Claim:
    offset = one.sentence.span.start
    span = TextSpan(offset + match.start(), offset + match.end())
    return replace(claim, value=replace(claim.value, ref=one.ref, span=span), phrase=span)
