"""What editors decided and an earlier run had, as the report shows it; and a report of excerpts."""

import json
from dataclasses import replace

from lxml import html

from sourcecompare.decisions import Fate, read_decisions, review
from sourcecompare.model import (
    BlockRef,
    Decision,
    Decisions,
    FindingKind,
    Mark,
    MarkedPassage,
    Quoting,
    Restoration,
    Run,
    TextSpan,
    Verdict,
)
from sourcecompare.report import render
from sourcecompare.report.excerpts import EXCERPT_WORDS, OPENING_WORDS
from tests.browser.ferry import HERALD, OBSERVER, WIRE, ferry_run
from tests.test_report import text

CONFLICTS = [one for one in ferry_run().comparisons[0].findings if one.kind is FindingKind.CONFLICT]
STORY = ferry_run().comparisons[0].story.id


def decision(verdict: Verdict, *, by: str = "AB", number: int = 0, digest: str = "") -> Decision:
    finding = CONFLICTS[number]
    return Decision(
        story=STORY,
        id=finding.id,
        digest=digest or finding.digest,
        verdict=verdict,
        note="",
        by=by,
        at="2025-03-16T09:00:00Z",
        says=finding.reason,
    )


def page(*said: Decision, run: Run | None = None, since: Run | None = None) -> html.HtmlElement:
    decided = Decisions(findings=said)
    return html.fromstring(
        render(run or ferry_run(), decisions=decided, since=since)["story-ferry.html"]
    )


def card(shown: html.HtmlElement, number: int = 0) -> html.HtmlElement:
    return shown.get_element_by_id(f"f-{CONFLICTS[number].id}")


def test_only_a_confirmed_conflict_is_called_one() -> None:
    shown = page(decision(Verdict.CONFIRMED))
    assert text(card(shown).xpath(".//*[@class='called']")[0]) == "Conflict"
    assert "Confirmed by AB." in text(card(shown))
    assert text(card(shown, 1).xpath(".//*[@class='called']")[0]) == "Possible conflict"
    assert text(shown.get_element_by_id("needs")) == "1 possible conflict needs you."


def test_what_is_dismissed_comes_last_and_can_still_be_read() -> None:
    first = html.fromstring(render(ferry_run())["story-ferry.html"]).xpath(
        "//*[@data-kind='conflict']"
    )
    number = next(n for n, one in enumerate(CONFLICTS) if first[0].get("id") == f"f-{one.id}")
    shown = page(decision(Verdict.DISMISSED, number=number))
    last = shown.xpath("//*[@data-kind='conflict']")[-1]
    assert last.get("id") == first[0].get("id")
    assert last.tag == "details"
    assert [text(mark) for mark in last.iter("mark")] == [
        text(mark) for mark in first[0].iter("mark")
    ]


def test_all_dismissed_is_said() -> None:
    shown = page(*(decision(Verdict.DISMISSED, number=n) for n in range(len(CONFLICTS))))
    assert "Every possible conflict was dismissed" in text(shown.get_element_by_id("done"))
    assert text(shown.get_element_by_id("needs")) == "Every possible conflict is decided."


def test_a_decision_on_evidence_that_changed_is_stale_and_says_when_it_was_made() -> None:
    shown = card(page(decision(Verdict.DISMISSED, digest="of old")))
    assert shown.get("data-status") == "stale"
    assert "AB dismissed it on 2025-03-16, but its evidence has changed since." in text(shown)


def test_editors_who_differ_are_named() -> None:
    shown = card(page(decision(Verdict.CONFIRMED), decision(Verdict.DISMISSED, by="CD")))
    assert shown.get("data-status") == "disputed"
    assert "Editors differ: AB confirmed it, CD dismissed it." in text(shown)


def test_a_decision_on_a_finding_that_is_no_more_is_not_lost() -> None:
    gone = replace(decision(Verdict.CONFIRMED), id="nothing", says="12 or 21 boats.")
    assert "AB confirmed on 2025-03-16: 12 or 21 boats." in text(page(gone))
    elsewhere = replace(gone, story="another")
    index = render(ferry_run(), decisions=Decisions(findings=(elsewhere,)))["index.html"]
    assert "12 or 21 boats." in index


def test_an_earlier_run_tells_what_is_new_and_what_is_resolved() -> None:
    run = ferry_run()
    told = run.comparisons[0]
    earlier = replace(told, findings=tuple(one for one in told.findings if one != CONFLICTS[0]))
    shown = page(since=replace(run, comparisons=(earlier,)))
    assert text(shown.xpath("//*[@class='since']")[0]) == (
        "Since the earlier run: 1 new, 0 changed, 0 resolved."
    )
    assert "new since the earlier run" in text(card(shown))
    assert "new since" not in text(card(shown, 1))
    shown = page(run=replace(run, comparisons=(earlier,)), since=run)
    assert CONFLICTS[0].reason in text(shown.get_element_by_id("resolved"))


def test_a_conflict_marked_by_hand_quotes_both_pages_and_not_what_is_gone() -> None:
    def passage(name: str, words: str) -> MarkedPassage:
        found = next(
            block
            for article in ferry_run().comparisons[0].story.articles
            for block in article.blocks
            if article.page.id == name and words in block.text
        )
        start = found.text.index(words)
        span = TextSpan(start, start + len(words))
        return MarkedPassage(ref=BlockRef(name, found.index), span=span, text=words)

    sides = (passage(HERALD, "was on board with his class"), passage(OBSERVER, "twice"))
    lost = replace(passage(WIRE, "Monday"), text="never written")
    note = "On board, or not?"
    decided = Decisions(
        missed=(
            Mark(story=STORY, passages=sides, note=note, by="AB", at=""),
            Mark(story=STORY, passages=(sides[0], lost), note="", by="CD", at=""),
        )
    )
    shown = html.fromstring(render(ferry_run(), decisions=decided)["story-ferry.html"])
    first, second = shown.xpath("//*[@data-kind='marked']")
    assert note in text(first)
    assert [text(quote) for quote in first.xpath(".//blockquote/p")] == [
        "was on board with his class",
        "twice",
    ]
    assert "No longer on its page in one place: “never written”" in text(second)
    assert len(second.xpath(".//blockquote")) == 1


def test_a_report_of_excerpts_quotes_a_few_words_of_each_passage() -> None:
    run = ferry_run()
    short = replace(run, settings=replace(run.settings, quoting=Quoting.EXCERPTS))
    whole, cut = (html.fromstring(render(one)["story-ferry.html"]) for one in (run, short))
    articles = run.comparisons[0].story.articles
    pages = {one.page.outlet: f"{one.title}\n{one.page.visible}" for one in articles}
    longest = max(len(text(quote).split()) for quote in whole.xpath("//blockquote/p"))
    assert longest > EXCERPT_WORDS
    for quote in cut.xpath("//blockquote"):
        words = text(quote.find("p"))
        outlet = text((quote.xpath("./footer/bdi") or quote.xpath("../h3/bdi"))[0])
        most = EXCERPT_WORDS if quote.find("p").find("mark") is not None else OPENING_WORDS
        assert len(words.replace("[…]", "").split()) <= most
        for kept in quote.find("p").text_content().split("[…]"):
            assert kept in pages[outlet]
    marks = [[text(mark) for mark in one.iter("mark")] for one in (whole, cut)]
    assert marks[0] == marks[1]


def test_a_page_of_excerpts_hands_on_no_whole_line_and_its_beginning_is_still_found() -> None:
    run = ferry_run()
    page = next(result for result in run.results if result.page.id == OBSERVER)
    removal = page.removals[-1]
    words = page.page.visible[removal.span.start : removal.span.end]
    wanted = Restoration(
        page=OBSERVER, rule=removal.rule, span=removal.span, text=words, note="", by="AB", at=""
    )
    short = replace(run, settings=replace(run.settings, quoting=Quoting.EXCERPTS))
    shown = render(short, decisions=Decisions(restored=(wanted,)))["story-ferry.html"]
    island = html.fromstring(shown).get_element_by_id("decided").text
    assert words.split()[-1] not in json.loads(island)["restored"][0]["text"]
    again = read_decisions(island.encode(), "page.json")
    assert again.restored[0].text != words
    (placed,) = review(run, again).stories[STORY].restorations
    assert (placed.fate, placed.place) == (Fate.PENDING, removal.span)
