"""The charts: how much is shared, by whom, where in the articles, and who published when."""

from collections.abc import Mapping, Sequence

from sourcecompare.model import Finding
from sourcecompare.report.rows import Homes
from sourcecompare.report.sources import Source
from sourcecompare.report.view import Overview

from .sets import sets
from .shares import shares
from .strip import strip
from .timeline import timeline

__all__ = ["overview", "shares"]


def overview(
    findings: Sequence[Finding],
    desk: Mapping[str, Source],
    places: Homes,
) -> Overview:
    """All charts but the shares; `places` are the ids of passages by page id and block."""
    return Overview(
        sets=sets(findings, desk, places),
        strip=strip(findings, desk, places),
        timeline=timeline(desk.values()),
    )
