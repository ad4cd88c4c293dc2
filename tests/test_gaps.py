"""What one outlet alone lacks, and removed lines that hold what another outlet tells."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

import sourcecompare as sc
from sourcecompare.gaps import find_gaps
from sourcecompare.model import Article, Comparison, Gaps, Kind, Rule
from tests.builders import make_article, make_page

MILL = "The old paper mill on the Tarn burned down early on Monday, the fire service said."
CAUSE = "Investigators believe that a faulty boiler in the drying hall started the blaze."
GUARD = "Night watchman Piet Dorran raised the alarm and led 14 workers out of the building."
ALONE = "A brass band had rehearsed in the canteen until late on Sunday evening."

TEXTS = {
    "alpha": [
        MILL,
        "A faulty boiler in the drying hall started the blaze, investigators believe.",
        "Piet Dorran, the night watchman, raised the alarm and led 14 workers outside.",
    ],
    "beta": [
        "The paper mill on the Tarn burned down on Monday, early in the morning.",
        CAUSE,
        "The owner wants to build it up again, and has asked the province for a loan.",
    ],
    "gamma": ["Early on Monday the old paper mill on the Tarn burned down.", GUARD, ALONE],
}


def article(
    name: str, texts: Sequence[str], cuts: Mapping[str, Rule] | None = None, language: str = "en"
) -> Article:
    blocks = [(Kind.PARAGRAPH, text) for text in (*texts, *(cuts or {}))]
    page = make_page(f"mill/{name}.html", blocks, outlet=name.title())
    return make_article(page, cuts=cuts or {}, language=language)


def gaps(*articles: Article) -> Gaps:
    return find_gaps(sc.compare(articles))


def lacking(found: Gaps) -> dict[str, tuple[str, ...]]:
    return {f"{one.fullest.article}#{one.fullest.block}": one.pages for one in found.lacking}


def lines(found: Gaps, articles: Sequence[Article]) -> list[str]:
    pages = {one.page.id: one.page.visible for one in articles}
    return [pages[one.page][one.span.start : one.span.end] for one in found.overlooked]


def test_what_two_of_three_outlets_tell_the_third_lacks() -> None:
    found = gaps(*(article(name, texts) for name, texts in TEXTS.items()))
    assert lacking(found) == {
        "mill/beta.html#1": ("mill/gamma.html",),
        "mill/gamma.html#1": ("mill/beta.html",),
    }


def test_of_two_outlets_neither_lacks_anything() -> None:
    assert not gaps(article("alpha", TEXTS["alpha"]), article("beta", TEXTS["beta"])).lacking


def test_an_outlet_in_another_language_is_not_said_to_lack_anything() -> None:
    found = gaps(
        article("alpha", TEXTS["alpha"]),
        article("beta", TEXTS["beta"]),
        article("gamma", TEXTS["gamma"], language="nl"),
    )
    assert ("mill/gamma.html",) not in lacking(found).values()


def test_what_one_wire_text_tells_nobody_lacks() -> None:
    copy = [article("alpha", TEXTS["beta"]), article("beta", TEXTS["beta"])]
    assert not gaps(*copy, article("gamma", TEXTS["gamma"])).lacking


def test_a_removed_line_that_another_outlet_tells_is_found_with_what_both_have() -> None:
    told = article("alpha", TEXTS["alpha"])
    cut = article("gamma", [TEXTS["gamma"][0], ALONE], {GUARD: Rule.TEMPLATE})
    found = gaps(told, cut)
    assert lines(found, [told, cut]) == [GUARD]
    (one,) = found.overlooked
    assert one.told[0].article == "mill/alpha.html"
    assert any("14" in particular for particular in one.common)


@pytest.mark.parametrize(
    ("kept", "removed", "rule"),
    [
        pytest.param([GUARD], GUARD.replace("raised", "gave"), Rule.TEMPLATE, id="told anyway"),
        pytest.param([ALONE], GUARD, Rule.DUPLICATE_BLOCK, id="stands in the article"),
        pytest.param([ALONE], GUARD, Rule.TITLE, id="became metadata"),
        pytest.param([ALONE], CAUSE, Rule.RELATED, id="a teaser without a particular in common"),
        pytest.param([ALONE], GUARD.rstrip("."), Rule.TEMPLATE, id="no full sentence"),
        pytest.param([ALONE], "Faulty boiler started the blaze.", Rule.TEMPLATE, id="short"),
        pytest.param([ALONE], "Our readers chose these walks for you.", Rule.TEMPLATE, id="other"),
    ],
)
def test_other_removed_lines_are_left_alone(kept: list[str], removed: str, rule: Rule) -> None:
    cut = article("gamma", [TEXTS["gamma"][0], *kept], {removed: rule})
    assert not gaps(article("alpha", TEXTS["alpha"]), cut).overlooked


def test_a_teaser_with_a_particular_in_common_is_shown() -> None:
    cut = article("gamma", [TEXTS["gamma"][0], ALONE], {GUARD: Rule.RELATED})
    assert gaps(article("alpha", TEXTS["alpha"]), cut).overlooked


def test_an_outlet_s_other_article_and_its_old_versions_are_no_other_outlet() -> None:
    told = article("alpha", TEXTS["alpha"])
    cut = article("gamma", [TEXTS["gamma"][0], ALONE], {GUARD: Rule.TEMPLATE})
    same = replace(cut, page=replace(cut.page, outlet="Alpha"))
    assert not gaps(told, same).overlooked


def test_neither_order_nor_names_decide() -> None:
    articles = [article(name, texts) for name, texts in TEXTS.items()]
    articles[2] = article("gamma", [*TEXTS["gamma"][::2]], {GUARD: Rule.TEMPLATE})
    assert gaps(*articles) == gaps(*reversed(articles))
    renamed = [
        replace(one, page=replace(one.page, outlet=f"X {one.page.outlet}")) for one in articles
    ]
    assert gaps(*articles) == gaps(*renamed)


def test_a_lone_article_has_no_gaps() -> None:
    comparison: Comparison = sc.compare([article("alpha", TEXTS["alpha"])])
    assert find_gaps(comparison) == Gaps()
