"""Restored lines are part of the article, every character stays accounted for, and notes say so."""

import pytest

from sourcecompare.clean import restore
from sourcecompare.decisions import Fate, place_restoration, read_decisions
from sourcecompare.model import (
    Article,
    Kind,
    Rejected,
    Removal,
    Restoration,
    Rule,
)
from sourcecompare.sentences import sentences

from .builders import ALPHA, GAMMA, make_alpha, make_article, make_gamma, make_page
from .deciding import decision_file, wanted
from .property.test_clean import check


def removal_of(article: Article | Rejected, rule: Rule) -> Removal:
    return next(removal for removal in article.removals if removal.rule is rule)


def text_of(result: Article | Rejected, removal: Removal) -> str:
    return result.page.visible[removal.span.start : removal.span.end]


def wish(
    article: Article | Rejected,
    rule: Rule,
    *,
    by: str = "Ann",
    shift: int = 0,
    text: str | None = None,
) -> Restoration:
    """That an editor wants the rule's first removal back."""
    removal = removal_of(article, rule)
    words = text or text_of(article, removal)
    entry = wanted(article.page.id, removal, words, by=by, shift=shift)
    (one,) = read_decisions(decision_file(restored=[entry]), "a.json").restored
    return one


def put_back(article: Article, *wishes: Restoration) -> Article:
    result = restore(article, wishes)
    assert isinstance(result, Article)
    check(article.page, result)
    return result


def test_a_whole_block_comes_back_where_it_stood() -> None:
    article = make_alpha()
    result = put_back(article, wish(article, Rule.NAVIGATION))
    assert result.text == f"Home\n\n{article.text}"
    assert [block.index for block in result.blocks] == [0, 3, 4, 5]
    assert Rule.NAVIGATION not in {removal.rule for removal in result.removals}
    assert len(result.removals) == len(article.removals) - 1
    assert result.notes[:-1] == article.notes
    assert result.notes[-1] == "Put back by Ann: “Home”, removed as navigation."


def test_a_phrase_comes_back_into_its_sentence() -> None:
    article = make_alpha()
    result = put_back(article, wish(article, Rule.INJECTED_PHRASE))
    assert "The repair will cost 4.2 million euros. (harbour fire news)" in result.text
    assert len(result.kept) == len(result.blocks) == 3
    told = [one.text for one in sentences(result)]
    assert "(harbour fire news)" in "".join(told)


@pytest.mark.parametrize("rule", [Rule.TITLE, Rule.BYLINE])
def test_a_headline_or_byline_becomes_body_and_stays_what_it_was(rule: Rule) -> None:
    article = make_alpha()
    words = text_of(article, removal_of(article, rule))
    result = put_back(article, wish(article, rule))
    assert result.text.startswith(words)
    assert (result.title, result.author) == (article.title, article.author)
    assert [one.text for one in sentences(result)].count(words) == 1


def test_all_of_it_may_come_back() -> None:
    article = make_alpha()
    rules = [removal.rule for removal in article.removals]
    result = put_back(article, *(wish(article, rule) for rule in rules))
    assert result.removals == ()
    assert result.blocks == article.page.blocks
    assert restore(result, ()) == result


def test_the_order_of_wishes_changes_nothing() -> None:
    article = make_alpha()
    wishes = [wish(article, removal.rule) for removal in article.removals]
    assert restore(article, wishes) == restore(article, wishes[::-1])


def test_two_editors_who_want_the_same_share_a_note() -> None:
    article = make_alpha()
    wishes = [wish(article, Rule.NAVIGATION, by=name) for name in ("Bob", "Ann")]
    assert put_back(article, *wishes).notes[-1].startswith("Put back by Ann and Bob: ")


def test_words_that_moved_come_back_from_where_they_stand_now() -> None:
    article = make_alpha()
    result = put_back(article, wish(article, Rule.SHARE, shift=3))
    assert result.text.endswith("Share this story")


def test_what_was_removed_by_another_rule_meanwhile_comes_back_too() -> None:
    page = make_page("a", [(Kind.PARAGRAPH, "Ferries leave at noon."), (Kind.PARAGRAPH, "Ring us")])
    before = make_article(page, cuts={"Ring us": Rule.CONTACT})
    now = make_article(page, cuts={"Ring us": Rule.SELF_PROMOTION})
    result = put_back(now, wish(before, Rule.CONTACT))
    assert result.text.endswith("Ring us")
    assert result.notes[-1].endswith("removed as self-promotion.")


def test_a_part_of_a_removal_may_come_back_and_the_rest_stays_away() -> None:
    article = make_alpha()
    result = put_back(article, wish(article, Rule.SHARE, text="this"))
    assert result.text.endswith("\n\nthis")
    away = [text_of(result, one) for one in result.removals if one.rule is Rule.SHARE]
    assert away == ["Share", "story"]


def test_a_line_of_which_a_word_would_be_split_stays_away() -> None:
    article = make_alpha()
    result = put_back(article, wish(article, Rule.SHARE, text="hare this"))
    assert (result.text, result.removals) == (article.text, article.removals)
    assert "nothing was put back" in result.notes[-1]


def test_words_of_a_script_without_blanks_come_back_one_by_one() -> None:
    page = make_page("a", [(Kind.PARAGRAPH, "老桥昨夜起火"), (Kind.PARAGRAPH, "分享到微博")])
    article = make_article(page, cuts={"分享到微博": Rule.SHARE})
    assert put_back(article, wish(article, Rule.SHARE, text="到微")).text.endswith("到微")


def test_looking_for_words_in_an_endless_one_ends() -> None:
    page = make_page("a", [(Kind.PARAGRAPH, "Noon."), (Kind.PARAGRAPH, "ha" * 100_000)])
    article = make_article(page, cuts={"ha" * 100_000: Rule.SHARE})
    assert (
        "nothing was put back"
        in put_back(
            article, *[wish(article, Rule.SHARE, text="ha" * n) for n in range(1, 50)]
        ).notes[-1]
    )


@pytest.mark.parametrize("text", ["Home of the ferries", "bridge"])
def test_words_that_are_no_more_or_at_several_places_stay_away_and_are_noted(text: str) -> None:
    article = make_alpha()
    result = put_back(article, wish(article, Rule.NAVIGATION, text=text))
    assert result.text == article.text
    assert result.notes[-1] == (
        f"Wanted back by Ann: “{text}”, which does not stand at one place of the page any more; "
        "nothing was put back."
    )


def test_what_is_kept_anyway_is_noted() -> None:
    article = make_alpha()
    whole = wish(article, Rule.NAVIGATION, text="The repair will cost")
    result = put_back(article, whole)
    assert result.text == article.text
    assert result.notes[-1].endswith("which is no longer removed.")


def test_a_rejected_page_stays_rejected_and_says_what_was_wanted() -> None:
    page = make_gamma()
    one = wish(page, Rule.REJECTED_PAGE)
    result = restore(page, [one])
    assert isinstance(result, Rejected)
    assert (result.text, result.removals) == ("", page.removals)
    assert "the page was rejected" in result.page.notes[-1]
    assert place_restoration(one, result).fate is Fate.REJECTED
    assert place_restoration(one, None).fate is Fate.GONE


def test_other_pages_wishes_are_not_this_ones() -> None:
    article = make_alpha()
    assert article.page.id == ALPHA != GAMMA
    assert restore(article, [wish(make_gamma(), Rule.REJECTED_PAGE)]) == article


def test_a_restoration_is_pending_before_it_is_applied() -> None:
    article = make_alpha()
    one = wish(article, Rule.SHARE)
    assert place_restoration(one, article).fate is Fate.PENDING
    assert place_restoration(one, put_back(article, one)).fate is Fate.APPLIED


def test_words_that_excerpts_cut_short_stand_where_they_were() -> None:
    article = make_alpha()
    removal = removal_of(article, Rule.NAVIGATION)
    whole = text_of(article, removal)
    assert put_back(article, wish(article, Rule.NAVIGATION, text=f"{whole} […]")).kept
    for text in (" […]", "Away […]", f"{whole} and more […]"):
        (one,) = (wish(article, Rule.NAVIGATION, text=text),)
        assert place_restoration(one, article).fate is Fate.STALE
