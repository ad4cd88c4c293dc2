"""Law 1 after restoring: every character once, no word split, whatever editors want back."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcecompare.clean import clean, restore
from sourcecompare.model import Article, Page, PageSpan, Rejected, Restoration, Rule
from sourcecompare.pages import page_from_html, page_from_text
from sourcecompare.text import words

from .soup import markups, texts
from .test_clean import check

law = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
slow_law = settings(law, max_examples=60)


def wanted(page: Page, start: int, end: int) -> Restoration:
    return Restoration(
        page=page.id,
        rule=Rule.SHARE,
        span=PageSpan(start, end),
        text=page.visible[start:end],
        note="",
        by="Ann",
        at="",
    )


def some_of(data: st.DataObject, result: Article | Rejected) -> list[Restoration]:
    """Removals that are on the page, and runs that may be anything."""
    page, last = result.page, len(result.page.visible)
    spans = [removal.span for removal in result.removals]
    chosen = data.draw(st.lists(st.sampled_from(spans), max_size=6) if spans else st.just([]))
    wishes = [wanted(page, span.start, span.end) for span in chosen]
    if last:
        places = st.tuples(st.integers(0, last - 1), st.integers(1, 40))
        runs = data.draw(st.lists(places, max_size=3))
        wishes += [wanted(page, start, min(last, start + size)) for start, size in runs]
    return wishes


def check_restored(result: Article | Rejected, wishes: list[Restoration]) -> None:
    after = restore(result, wishes)
    check(result.page, after)
    assert after == restore(result, wishes[::-1])
    again = restore(after, wishes)
    assert (again.text, again.kept, again.removals) == (after.text, after.kept, after.removals)
    if isinstance(result, Rejected):
        assert (after.text, after.kept, after.removals) == ("", (), result.removals)
        return
    before = [word for span in result.kept for word in words(result.page.visible[_of(span)])]
    now = iter(words(after.text))
    assert all(word in now for word in before)  # in their order: nothing that was kept is lost
    removed = {removal.span for removal in result.removals}
    back = {wish.span for wish in wishes} & removed
    assert not back & {removal.span for removal in after.removals}


def _of(span: PageSpan) -> slice:
    return slice(span.start, span.end)


@slow_law
@given(markups, st.data())
def test_every_character_of_a_page_is_accounted_for_after_restoring(
    markup: str, data: st.DataObject
) -> None:
    result = clean(page_from_html(markup, id="a", outlet="A"))
    check_restored(result, some_of(data, result))


@law
@given(texts, st.data())
def test_every_character_of_a_text_is_accounted_for_after_restoring(
    text: str, data: st.DataObject
) -> None:
    result = clean(page_from_text(text, id="a", outlet="A"))
    check_restored(result, some_of(data, result))
