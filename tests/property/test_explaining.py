"""The law of `clean --explain`: the whole page, once, and nothing that moves a terminal."""

import io
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import Console

from sourcecompare.clean import clean
from sourcecompare.cli.explaining import Fit, explained
from sourcecompare.model import Page
from sourcecompare.pages import page_from_html, page_from_text
from sourcecompare.report import spelt_out

from .soup import markups, texts

# trafilatura reads each page too, so that fewer examples must do.
slow_law = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40)
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def check(page: Page, width: int) -> None:
    """Without marks and margins the rows are the page; with them they fit and are tame."""
    result = clean(page)
    for fit in Fit:
        console = Console(file=io.StringIO(), width=width)
        rows = list(explained(result, console, fit))
        assert not any(_UNSAFE.search(row.plain) for row in rows)
        if fit is not Fit.RUN:
            assert all(row.cell_len <= width for row in rows)
    rows = list(explained(result, Console(file=io.StringIO(), width=width), Fit.RUN))
    plain = [row.plain for row in rows]
    body = plain[plain.index("", 2) : -4]
    signs = "".join(row[2:] for row in body if row[:2] in {"- ", "  "})
    wanted = str(spelt_out(re.sub(r"\s", " ", page.visible))).replace("\u00ad", "")
    if wanted.split():
        assert _bare(signs) == _bare(wanted)


def _bare(text: str) -> str:
    return re.sub(r"\[-|-\]|\s", "", text)


@slow_law
@given(markups, st.integers(20, 120))
def test_a_page_is_shown_whole(markup: str, width: int) -> None:
    check(page_from_html(markup, id="a", outlet="A"), width)


@slow_law
@given(texts, st.integers(20, 120))
def test_a_text_is_shown_whole(text: str, width: int) -> None:
    check(page_from_text(text, id="a", outlet="A"), width)
