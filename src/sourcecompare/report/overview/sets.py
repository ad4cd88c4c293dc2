"""Which outlets tell what together: exact combinations, counted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sourcecompare.model import Finding, FindingKind
from sourcecompare.report.alone import listed_with
from sourcecompare.report.rows import Homes
from sourcecompare.report.sources import Source
from sourcecompare.report.view import Combination, Sets

COLUMNS = 15
"""Combinations shown: more cannot be told apart at a glance."""

TALLEST = 72
"""Height of the tallest bar, px."""


@dataclass(slots=True, kw_only=True)
class _Told:
    """What one combination of outlets tells."""

    number: int = 0
    href: str = ""


_Outlets = tuple[int, ...]
"""A combination: places of its outlets in the story's order, ascending."""


def sets(
    findings: Sequence[Finding],
    desk: Mapping[str, Source],
    places: Homes,
) -> Sets:
    """The combinations that tell most, what several outlets tell before what one does.

    One thing told is what a shared finding is about, or one sentence that only one outlet has. All
    pages of an outlet are one row: what two of them tell, their outlet tells alone.
    """
    outlets = list(dict.fromkeys(one.article.page.outlet for one in desk.values()))
    told = _told(findings, desk, places, outlets)
    ranked = sorted(told, key=lambda one: (len(one) == 1, -told[one].number, -len(one), one))
    shown = sorted(ranked[:COLUMNS], key=lambda one: (-told[one].number, -len(one), one))
    rows = sorted({outlet for one in shown for outlet in one})
    rest = ranked[COLUMNS:]
    most = max((told[one].number for one in shown), default=1)
    pages = Counter(one.article.page.outlet for one in desk.values())
    lines, together, alone = _drawn(shown, rows)
    return Sets(
        rows=tuple(outlets[row] for row in rows),
        columns=tuple(
            Combination(
                names=tuple(outlets[outlet] for outlet in one),
                number=told[one].number,
                height=max(2, round(TALLEST * told[one].number / most)),
                href=told[one].href,
            )
            for one in shown
        ),
        lines=lines,
        together=together,
        alone=alone,
        more_shared=sum(len(one) > 1 for one in rest),
        more_things=sum(told[one].number for one in rest if len(one) > 1),
        others_alone=sum(len(one) == 1 for one in rest),
        absent=len(outlets) - len(rows),
        joined=max(pages.values(), default=1) > 1,
    )


def _told(
    findings: Sequence[Finding],
    desk: Mapping[str, Source],
    places: Homes,
    outlets: Sequence[str],
) -> dict[_Outlets, _Told]:
    rank = {name: place for place, name in enumerate(outlets)}
    outlet = {page: rank[source.article.page.outlet] for page, source in desk.items()}
    found: dict[_Outlets, _Told] = {}
    for finding in findings:
        if finding.kind is not FindingKind.SHARED:
            continue
        refs = [evidence.ref for evidence in finding.evidence]
        told = found.setdefault(tuple(sorted({outlet[ref.article] for ref in refs})), _Told())
        told.number += 1
        shown = (places.get((ref.article, ref.block), "") for ref in refs)
        told.href = told.href or next(filter(None, shown), "")
    for ref, listed in listed_with(findings, desk).items():
        if ref == listed:
            told = found.setdefault((outlet[ref.article],), _Told())
            told.number += 1
            told.href = told.href or f"o-{desk[ref.article].slug}"
    return found


def _drawn(columns: Sequence[_Outlets], rows: Sequence[int]) -> tuple[str, str, str]:
    """Paths of the lines, of the dots of several outlets, and of those of one."""
    row = {outlet: 2 * place + 1 for place, outlet in enumerate(rows)}
    lines, together, alone = [], [], []
    for place, outlets in enumerate(columns):
        across = 2 * place + 1
        dots = [f"M{across} {row[outlet]}h0" for outlet in outlets]
        if len(outlets) > 1:
            lines.append(f"M{across} {row[outlets[0]]}V{row[outlets[-1]]}")
            together += dots
        else:
            alone += dots
    return "".join(lines), "".join(together), "".join(alone)
