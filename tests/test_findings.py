"""Shared and unique findings, their ids and reasons."""

from sourcecompare.align import align
from sourcecompare.collate import collate
from sourcecompare.findings import find_shared
from sourcecompare.model import Article, Finding, FindingKind, Kind, Severity, Story
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.sentences import sentences
from tests.builders import make_article, make_page

from .test_align import ARREST, FERRY, FIRE, REPAIR, WEATHER
from .test_collate import BLAZE, FLAMES, article


def findings(*articles: Article) -> tuple[Finding, ...]:
    story = Story(id="s", title="S", articles=articles)
    said = {one.page.id: sentences(one) for one in articles}
    return find_shared(story, said, align(articles, said), collate(articles, said))


def test_what_is_told_twice_is_shared_and_the_rest_unique() -> None:
    found = findings(article("a", f"{FIRE} {ARREST} {WEATHER}"), article("b", FERRY, BLAZE))
    assert [(one.kind, one.reason) for one in found] == [
        (FindingKind.SHARED, "A and B tell this."),
        (FindingKind.UNIQUE, "Only A tells this."),
        (FindingKind.UNIQUE, "Only B tells this."),
    ]
    refs = [[(e.ref.article, e.ref.block, e.ref.sentence) for e in one.evidence] for one in found]
    assert refs == [[("a", 0, 0), ("b", 1, 0)], [("a", 0, 1), ("a", 0, 2)], [("b", 0, 0)]]
    assert all(e.value is None and e.position == 0 for one in found for e in one.evidence)


def test_three_voices_matter_more_than_copies() -> None:
    found = findings(article("a", FIRE), article("b", BLAZE), article("c", FLAMES))
    assert [one.severity for one in found] == [Severity.MEDIUM]
    copies = findings(*(article(name, FIRE, REPAIR) for name in "abc"))
    assert {one.severity for one in copies} == {Severity.LOW}
    assert copies[0].reason == "A, B and C tell this; they print one text: one voice."


def test_some_copies_among_the_voices_are_said() -> None:
    wire = (FIRE, REPAIR, FERRY)
    found = findings(article("a", *wire), article("b", *wire), article("c", BLAZE))
    reason = "A, B and C tell this: 2 voices, for some of them print one text."
    assert found[0].reason == reason


def test_whether_outlets_quote_the_same_words_is_told_by_what_they_say_and_not_by_names() -> None:
    speech = "We will rebuild the old harbour bridge before the winter storms return"
    short = f'"{speech}," the mayor said.'
    long = f'"{speech}, and no child in this town will have to take the boat to school again."'
    for other, act in ((f'"{speech}."', "quote the same words"), (long, "tell this")):
        for texts in ((short, other), (other, short)):
            found = findings(*(article(name, text) for name, text in zip("ab", texts, strict=True)))
            assert [one.reason for one in found] == [f"A and B {act}."]


def test_one_article_alone_has_no_findings() -> None:
    assert findings(article("a", FIRE)) == ()


def test_ids_stay_and_digests_change_with_the_words() -> None:
    before = findings(article("a", FIRE, ARREST), article("b", BLAZE))
    after = findings(article("a", FIRE, ARREST.replace("welder", "baker")), article("b", BLAZE))
    assert [one.id for one in before] == [one.id for one in after]
    assert before[0].digest == after[0].digest
    assert before[1].digest != after[1].digest
    assert len({one.id for one in before}) == 2


def test_a_headline_or_a_line_before_a_list_is_not_news_of_one_outlet() -> None:
    one = article_from_paragraphs([FIRE, "Key points:", ARREST], id="a", outlet="A", title=WEATHER)
    found = findings(one, article("b", BLAZE))
    alone = [ref for one in found if one.kind is FindingKind.UNIQUE for ref in one.evidence]
    assert [evidence.ref.block for evidence in alone] == [2]


def test_a_sub_heading_makes_no_sentence_shared() -> None:
    page = make_page("b", [(Kind.HEADING, "Ferries across the bay"), (Kind.PARAGRAPH, BLAZE)])
    found = findings(article("a", f"{FIRE} {FERRY}"), make_article(page))
    told = [(one.kind, [e.ref.sentence for e in one.evidence]) for one in found]
    assert told == [(FindingKind.SHARED, [0, 0]), (FindingKind.UNIQUE, [1])]


def test_what_may_be_the_same_is_not_called_shared() -> None:
    left = article("a", "The harbour authority said that ships wait until the morning tide.")
    right = article("b", "Ships should wait until the tide turns, the old pilots say.")
    (pair,) = align((left, right), {one.page.id: sentences(one) for one in (left, right)})
    assert not pair.sure
    assert findings(left, right) == ()


def test_a_unique_finding_is_the_surer_the_less_anything_elsewhere_is_like_it() -> None:
    here = article("a", f"{FIRE} {WEATHER}", FERRY)
    alone = {
        one.evidence[0].ref.block: one.confidence
        for one in findings(here, article("b", BLAZE, "The ferries have a new timetable."))
        if one.kind is FindingKind.UNIQUE and one.evidence[0].ref.article == "a"
    }
    assert 0.8 < alone[1] < alone[0] == 1.0


def versioned(*articles: Article, versions: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """Kind or reason of each finding, and the pages of its evidence."""
    story = Story(id="s", title="S", articles=articles, versions=(versions,))
    said = {one.page.id: sentences(one) for one in articles}
    found = find_shared(story, said, align(articles, said), collate(articles, said))
    for one in found:
        for place in one.evidence:
            of_page = {each.ref: each.span for each in said[place.ref.article]}
            assert of_page[place.ref] == place.span
    return [
        (
            "shared" if one.kind is FindingKind.SHARED else one.reason,
            [place.ref.article for place in one.evidence],
        )
        for one in found
    ]


def of_one(name: str, *paragraphs: str) -> Article:
    return article_from_paragraphs(paragraphs, id=name, outlet="A")


def test_what_only_versions_of_one_article_tell_is_unique_to_their_outlet() -> None:
    noon, evening = of_one("noon", FIRE, ARREST, FERRY), of_one("x", FIRE, ARREST, WEATHER)
    assert versioned(noon, evening, article("b", BLAZE), versions=("noon", "x")) == [
        ("shared", ["b", "noon", "x"]),
        ("Only A tells this; the newest version of its article leaves it out.", ["noon"]),
        ("Only A tells this.", ["noon", "x"]),
        ("Only A tells this; a newer version of its article added it.", ["x"]),
    ]


def test_of_versions_alone_only_the_changes_are_told() -> None:
    noon, evening = of_one("noon", FIRE, ARREST), of_one("x", FIRE, WEATHER)
    assert versioned(noon, evening, versions=("noon", "x")) == [
        ("Only A tells this; the newest version of its article leaves it out.", ["noon"]),
        ("Only A tells this; a newer version of its article added it.", ["x"]),
    ]


def test_two_articles_of_one_outlet_that_are_no_versions_are_compared() -> None:
    found = findings(of_one("a", FIRE), of_one("b", BLAZE))
    assert [one.reason for one in found] == ["Several articles of A tell this."]


def test_what_stands_in_a_caption_alone_is_said_to_stand_there() -> None:
    page = make_page("b", [(Kind.PARAGRAPH, BLAZE), (Kind.CAPTION, FERRY)])
    found = findings(article("a", FIRE), make_article(page))
    assert [one.reason for one in found] == [
        "A and Alpha News tell this.",
        "Only Alpha News tells this, in a caption.",
    ]


def test_the_one_outlet_that_has_nothing_like_it_is_named() -> None:
    found = findings(article("a", FIRE), article("b", BLAZE), article("c", FERRY))
    shared = next(one for one in found if one.kind is FindingKind.SHARED)
    assert shared.reason == "A and B tell this; no sentence of C is like it."
    found = findings(article("a", FIRE), article("b", BLAZE), article("c", "A fire on a bridge."))
    shared = next(one for one in found if one.kind is FindingKind.SHARED)
    assert shared.reason == "A and B tell this."


def test_a_quotation_that_outlets_share_is_said_to_be_one() -> None:
    speech = "“We will rebuild this bridge before the herring comes back to the harbour”"
    found = findings(
        article("a", f"{speech}, he said."), article("b", f"{speech}, said Anna Holm.")
    )
    assert [one.reason for one in found] == ["A and B quote the same words."]
