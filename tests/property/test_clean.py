"""The laws of cleaning: every character once, no word split, the same whatever came before."""

import os
import subprocess
import sys

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcecompare.clean import clean, learn_site
from sourcecompare.model import DEFAULT_KINDS, Article, Kind, Page, Rejected
from sourcecompare.pages import page_from_html, page_from_text
from sourcecompare.text import WORD, words

from .soup import markups, texts

law = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
# trafilatura reads each page too, so that fewer examples must do.
slow_law = settings(law, max_examples=60)


def check(page: Page, result: Article | Rejected) -> None:
    """Kept and removed spans cover what is not white space once; no kept span splits a word."""
    visible = page.visible
    times = [0] * len(visible)
    for span in (*result.kept, *(removal.span for removal in result.removals)):
        assert 0 <= span.start < span.end <= len(visible)
        for at in range(span.start, span.end):
            times[at] += 1
    assert all(count == 1 for count, sign in zip(times, visible, strict=True) if not sign.isspace())
    assert max(times, default=0) <= 1
    edges = {edge for span in result.kept for edge in (span.start, span.end)}
    for word in WORD.finditer(visible):
        assert not edges.intersection(range(word.start() + 1, word.end()))
    assert list(result.kept) == sorted(result.kept)
    spans = [removal.span for removal in result.removals]
    assert spans == sorted(spans)
    kept = [word for span in result.kept for word in words(visible[span.start : span.end])]
    assert words(result.text) == kept
    assert all(removal.reason and 0 <= removal.confidence <= 1 for removal in result.removals)
    if isinstance(result, Article):
        starts = {block.index for block in result.blocks}
        of_kept = {
            block.index
            for block in page.blocks
            for span in result.kept
            if block.span.start <= span.start < block.span.end
        }
        assert starts == of_kept
        assert set(result.blocks) <= set(page.blocks)


kinds = st.sampled_from((DEFAULT_KINDS, tuple(Kind), (*DEFAULT_KINDS, Kind.CAPTION)))


@slow_law
@given(markups, kinds)
def test_every_character_of_a_page_is_kept_or_removed_once(
    markup: str, keep: tuple[Kind, ...]
) -> None:
    page = page_from_html(markup, id="a", outlet="A")
    check(page, clean(page, keep=keep))


@law
@given(texts, kinds)
def test_every_character_of_a_text_is_kept_or_removed_once(
    text: str, keep: tuple[Kind, ...]
) -> None:
    page = page_from_text(text, id="a", outlet="A")
    check(page, clean(page, keep=keep))


@slow_law
@given(st.lists(texts, min_size=1, max_size=4))
def test_a_site_takes_nothing_away_unseen(several: list[str]) -> None:
    pages = [page_from_text(text, id=str(n), outlet="A") for n, text in enumerate(several)]
    site = learn_site(pages)
    assert site == learn_site(pages[::-1])
    for page in pages:
        check(page, clean(page, site=site))


@slow_law
@given(markups, st.lists(markups, max_size=3))
def test_cleaning_remembers_nothing(markup: str, others: list[str]) -> None:
    page = page_from_html(markup, id="a", outlet="A")
    first = clean(page)
    for other in others:
        clean(page_from_html(other, id="b", outlet="B"))
    assert clean(page) == first
    assert clean(page_from_html(markup, id="a", outlet="A")) == first


CHILD = """
import sys
from sourcecompare.clean import clean
from sourcecompare.pages import page_from_html, page_from_text
for markup in sys.stdin.buffer.read().decode().split("\\0"):
    for make in (page_from_html, page_from_text):
        result = clean(make(markup, id="a", outlet="A"))
        sys.stdout.buffer.write(repr(result).encode() + repr(result.removals).encode() + b"\\n")
"""


@settings(law, max_examples=2)
@given(st.lists(markups, min_size=10, max_size=10))
def test_cleaning_does_not_depend_on_the_hash_seed(several: list[str]) -> None:
    stdin = "\0".join(markup.replace("\0", "") for markup in several).encode()
    outputs = [
        subprocess.run(
            [sys.executable, "-c", CHILD],
            input=stdin,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
