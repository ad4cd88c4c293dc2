"""The words that explain a pair, in scripts with and without blanks."""

import pytest

from sourcecompare.align import align
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.sentences import sentences


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "A welder named Sorokin set the bridge on fire.",
            "The bridge fire was Sorokin’s fault, police say.",
            {"Sorokin", "bridge", "fire"},
        ),
        (
            "星期二晚上，旧港大桥发生火灾，造成十二人受伤。",
            "旧港大桥周二夜间起火，十二人在火灾中受伤。",
            {"旧港大桥", "火灾", "十二人", "受伤"},
        ),
        (
            "मंगलवार रात पुराने बंदरगाह पुल पर आग लगने से बारह लोग घायल हो गए।",
            "पुराने बंदरगाह पुल पर मंगलवार रात लगी आग में बारह लोग घायल हुए।",
            {"मंगलवार", "बंदरगाह", "बारह", "घायल"},
        ),
        (
            "วิศวกรกล่าวว่าการเปลี่ยนสายเคเบิลที่ไหม้จะใช้เงินสี่ล้านบาท",
            "ต้องใช้เงินสี่ล้านบาทเพื่อเปลี่ยนสายเคเบิลที่ถูกไหม้ วิศวกรระบุ",
            {"วิศวกร"},
        ),
    ],
)
def test_what_both_say_is_named_as_it_is_written(left: str, right: str, expected: set[str]) -> None:
    articles = [
        article_from_paragraphs([text], id=name, outlet=name)
        for name, text in (("a", left), ("b", right))
    ]
    (pair,) = align(articles, {one.page.id: sentences(one) for one in articles})
    assert expected <= set(pair.words)
    assert all(word in left for word in pair.words) or all(word in right for word in pair.words)


@pytest.mark.parametrize(
    ("right", "expected"),
    [
        ("The mayor pledged $84,000 for the bridge.", True),
        ("Ferries carried 84,500 people.", False),
    ],
)
def test_a_number_is_named_whole_and_an_initial_never(right: str, expected: bool) -> None:
    articles = [
        article_from_paragraphs([text], id=name, outlet=name)
        for name, text in (
            ("a", "J. Brandt (R) said the bridge would cost the mayor 84,000 dollars."),
            ("b", f"{right} J. Brandt (R) was there."),
        )
    ]
    (pair,) = align(articles, {one.page.id: sentences(one) for one in articles})
    assert ("84,000" in pair.words) is expected
    assert "Brandt" in pair.words
    assert not {"84", "000", "500", "R"} & set(pair.words)
