"""Aligned passages: what is shown, what is marked, what is folded; and very large stories."""

import random
import re
from dataclasses import replace
from importlib import resources

import pytest
from lxml import html

from sourcecompare.model import (
    Alignment,
    Article,
    BlockRef,
    Comparison,
    FindingKind,
    Kind,
    Label,
    Link,
    Run,
    SentenceRef,
    Shape,
    Story,
    ValueKind,
)
from sourcecompare.report import render
from sourcecompare.report.emphasis import NEGATIONS, NUMERALS, PLAIN
from sourcecompare.report.sources import page_slugs
from sourcecompare.reuse import find_reuse
from sourcecompare.sentences import sentences
from tests.browser.ferry import ferry_run
from tests.browser.hostile import hostile_run
from tests.builders import (
    empty_run,
    make_article,
    make_evidence,
    make_finding,
    make_page,
    make_run,
)
from tests.test_report import text

FIRE = "A fire closed the harbour bridge on Tuesday, and twelve people were taken to hospital."
OWN = "Nobody on the island had heard of it when the first ferry of the morning sailed at six."
NEWS = "The ferry sailed at six; nobody aboard knew that the harbour bridge had burned that night."


def article(name: str, *paragraphs: str, published: str | None = None, outlet: str = "") -> Article:
    page = make_page(
        f"s/{name}.html",
        [(Kind.PARAGRAPH, paragraph) for paragraph in paragraphs],
        outlet=outlet or name.title(),
    )
    return make_article(page, published=published)


def pair(left: tuple[str, int], right: tuple[str, int], score: float = 0.6) -> Alignment:
    first, second = sorted(BlockRef(f"s/{name}.html", block) for name, block in (left, right))
    return Alignment(
        left=first,
        right=second,
        score=score,
        links=(),
        label=Label.PARAPHRASE,
        shape=Shape.SAME,
        moved=False,
        sure=score >= 0.28,
    )


def run_of(articles: tuple[Article, ...], *alignments: Alignment) -> Run:
    story = Story(id="s", title="S", articles=articles)
    ordered = tuple(sorted(alignments, key=lambda one: (one.left, one.right)))
    printed = find_reuse(articles, {one.page.id: sentences(one) for one in articles})
    told = Comparison(story=story, alignments=ordered, groups=(), findings=(), reuse=printed)
    return replace(empty_run(), results=articles, comparisons=(told,))


def rows(run: Run) -> list[html.HtmlElement]:
    page = html.fromstring(render(run)["story-s.html"])
    return list(page.xpath("//article[@class='row']"))


def texts(row: html.HtmlElement, path: str) -> list[str]:
    return [text(found) for found in row.xpath(path)]


def dense_run(seed: int) -> Run:
    """Eight articles in which most paragraphs are aligned with several others."""
    chance = random.Random(seed)  # noqa: S311 -- no secret is made
    told = [FIRE, OWN, NEWS, FIRE.replace("twelve", "21"), f"{NEWS} {OWN}"]
    articles = tuple(article(name, *(chance.choice(told) for _ in range(9))) for name in "abcdefgh")
    places = [(name, block) for name in "abcdefgh" for block in range(9)]
    found = {
        tuple(sorted(chance.sample(places, 2))): chance.choice((0.1, 0.2, 0.3, 0.6, 1.0))
        for _ in range(160)
    }
    pairs = [pair(one, two, score) for (one, two), score in found.items() if one[0] != two[0]]
    return run_of(articles, *pairs)


def leads(one: html.HtmlElement, other: html.HtmlElement) -> bool:
    """Whether a row links to a paragraph of another one, or to its heading."""
    ids = {f"#{name}" for name in other.xpath("./@id | .//@id")}
    return any(href in ids for href in one.xpath(".//*[@class='also']//a/@href"))


@pytest.mark.parametrize("run", [ferry_run(), make_run(), *map(dense_run, range(3))])
def test_every_alignment_stands_in_a_row_or_is_a_link_between_two(run: Run) -> None:
    (comparison,) = run.comparisons
    name = next(name for name in render(run) if name != "index.html")
    page = html.fromstring(render(run)[name])
    slugs = page_slugs([article.page.id for article in comparison.story.articles])
    row_of = {
        at: row for row in page.xpath("//article[@class='row']") for at in row.xpath(".//@data-at")
    }
    assert comparison.alignments
    for alignment in comparison.alignments:
        one, two = (
            row_of[f"{slugs[ref.article]}/{ref.block}"] for ref in (alignment.left, alignment.right)
        )
        assert one is two or leads(one, two) or leads(two, one)


@pytest.mark.parametrize("run", [ferry_run(), make_run(), *map(dense_run, range(3))])
def test_the_words_of_a_paragraph_are_printed_once_at_most(run: Run) -> None:
    name = next(name for name in render(run) if name != "index.html")
    shown = html.fromstring(render(run)[name]).xpath("//article[@class='row']//@data-at")
    assert len(shown) == len(set(shown))


@pytest.mark.parametrize("run", [ferry_run(), make_run(), dense_run(0)])
def test_every_paragraph_shown_stands_at_its_recorded_place(run: Run) -> None:
    (comparison,) = run.comparisons
    name = next(name for name in render(run) if name != "index.html")
    pages = {article.page.id: article.page for article in comparison.story.articles}
    by_slug = {made: pages[page] for page, made in page_slugs([*pages]).items()}
    shown = html.fromstring(render(run)[name]).xpath("//article[@class='row']//div[@data-at]")
    assert shown
    for paragraph in shown:
        slug, block = paragraph.get("data-at").split("/")
        told = by_slug[slug].blocks[int(block)].text if block != "-1" else ""
        for words in paragraph.find("p").text_content().split("[…]"):
            assert words in told


def test_the_script_marks_by_the_same_words() -> None:
    script = resources.files("sourcecompare.report").joinpath("script/bases.js").read_text("utf-8")
    for name, words in (("PLAIN", PLAIN), ("NEGATIONS", NEGATIONS), ("NUMERALS", NUMERALS)):
        found = re.search(rf'const {name} = set\("([^"]+)"\)', script)
        assert found is not None
        assert set(found[1].split()) == words


def test_a_copy_is_told_by_what_it_changed_and_can_be_opened() -> None:
    changed = FIRE.replace("twelve", "21").replace("harbour ", "")
    articles = article("a", FIRE, OWN, OWN), article("b", changed), article("c", FIRE)
    (row,) = rows(run_of(articles, pair(("a", 0), ("b", 0)), pair(("a", 0), ("c", 0))))
    assert texts(row, ".//div[@class='columns']//h4") == ["A"]
    assert texts(row, ".//li/details/summary") == [
        "B, paragraph 1: the words of A, but without harbour; 21 for twelve"
    ]
    assert texts(row, ".//li/details/summary/b") == ["21", "twelve"]
    assert texts(row, ".//li//div[@class='paragraph']/p") == [changed]


def test_those_in_the_same_words_are_named_together_and_not_printed_again() -> None:
    articles = article("a", FIRE, OWN), *(article(name, FIRE.upper()) for name in "bcd")
    (row,) = rows(run_of(articles, *(pair(("a", 0), (name, 0)) for name in "bcd")))
    assert texts(row, ".//*[@class='same']") == [
        "3 outlets: B, paragraph 1; C, paragraph 1; D, paragraph 1: the same words as A"
    ]
    assert texts(row, ".//div[@class='paragraph']/p[1]") == [FIRE]
    assert row.xpath(".//*[@class='same']/span/@id") == ["p-b-0", "p-c-0", "p-d-0"]


def test_a_copy_of_another_copy_is_named_with_that_one() -> None:
    told = "Twelve people are in hospital after flames shut the bridge over the harbour, we hear."
    articles = article("a", FIRE, OWN, OWN), article("b", told), article("c", told)
    (row,) = rows(
        run_of(
            articles,
            pair(("a", 0), ("b", 0)),
            pair(("a", 0), ("c", 0)),
            pair(("b", 0), ("c", 0), 1.0),
        )
    )
    assert texts(row, ".//div[@class='columns']//h4") == ["A", "B"]
    assert texts(row, ".//*[@class='same']") == ["C, paragraph 1: the same words as B"]


def test_four_columns_stay_readable_and_the_others_are_lines() -> None:
    names = "bcdefghijklmno"
    told = [
        f"{FIRE} {' '.join([name * 5] * 30)} {number} men." for number, name in enumerate(names)
    ]
    articles = article("a", FIRE, *[OWN] * 20), *map(article, names, told)
    (row,) = rows(run_of(articles, *(pair(("a", 0), (name, 0)) for name in names)))
    assert len(row.xpath("./div[@class='columns']/div")) == 4
    assert len(row.xpath("./ul/li")) == 6
    (summary,) = texts(row, "./details/summary")
    assert re.fullmatch(r"5 more tell it: [A-O], [A-O], [A-O], [A-O] and others", summary)
    assert len(row.xpath(".//div[@class='paragraph']")) == len(names) + 1


def test_what_stands_in_a_conflict_is_shown_and_led_to() -> None:
    names = "bcdefg"
    told = [
        f"{FIRE} {' '.join([name * 5] * 30)} {number} men." for number, name in enumerate(names)
    ]
    articles = article("a", FIRE, *[OWN] * 20), *map(article, names, told)
    run = run_of(articles, *(pair(("a", 0), (name, 0)) for name in names))
    said = [
        make_evidence(one, 0, number, position=position, value=(ValueKind.NUMBER, number, ""))
        for position, (one, number) in enumerate([(articles[0], "twelve"), (articles[6], "5")])
    ]
    finding = make_finding(FindingKind.CONFLICT, said, check="number", reason="12 or 5.")
    run = replace(run, comparisons=(replace(run.comparisons[0], findings=(finding,)),))
    (row,) = rows(run)
    assert texts(row, ".//div[@class='columns']//h4")[:2] == ["A", "G"]
    assert row.xpath("./h3//a/@href")[1] == f"#f-{finding.id}"


def test_figures_names_and_negations_are_in_bold_and_small_words_are_not_marked() -> None:
    told = FIRE.replace("twelve people", "not 15 of the people").replace("hospital", "Saint Anna")
    (row,) = rows(
        run_of((article("a", f"{FIRE} {OWN}"), article("b", told)), pair(("a", 0), ("b", 0)))
    )
    assert texts(row, ".//div[@data-at='b/0']//u/b") == ["not", "15", "Saint", "Anna"]
    other = f"{NEWS} {OWN}".replace("The ferry", "A ferry").replace(";", ".")
    first = f"{NEWS} {OWN} {FIRE}"
    (row,) = rows(run_of((article("a", first), article("b", other)), pair(("a", 0), ("b", 0))))
    marked = "".join(mark.text_content() for mark in row.xpath(".//u"))
    assert marked == FIRE[:-1]


def test_own_words_are_underlined_and_common_ones_grounded_whichever_are_fewer() -> None:
    few = f"{FIRE[:-1]}, after a night in which crews from three towns had fought it."
    (row,) = rows(run_of((article("a", FIRE), article("b", few)), pair(("a", 0), ("b", 0))))
    longer, shorter = row.xpath(".//div[@class='paragraph']")
    assert texts(longer, ".//u")[0].startswith("after a night")
    assert not shorter.xpath(".//u")
    many = f"{OWN} {OWN} Then {FIRE.lower()}"
    (row,) = rows(run_of((article("a", FIRE), article("b", many)), pair(("a", 0), ("b", 0))))
    longer = row.xpath(".//div[@class='paragraph']")[0]
    assert not longer.xpath(".//u")
    assert texts(longer, ".//i") == [FIRE[:-1].lower()]


def test_a_paragraph_in_wholly_other_words_is_not_marked() -> None:
    (row,) = rows(run_of((article("a", FIRE), article("b", OWN)), pair(("a", 0), ("b", 0))))
    assert not row.xpath(".//u | .//i")


@pytest.mark.parametrize(
    ("other", "label", "score", "shown"),
    [
        (OWN, Label.PARAPHRASE, 0.6, ", in other forms: bridge, <b>fire</b>"),  # nothing is marked
        (OWN, Label.NEAR, 0.6, ", in other forms: bridge, <b>fire</b>"),
        (f"{OWN} At the bridge.", Label.PARAPHRASE, 0.6, ": bridge"),  # which both write so
        (FIRE.replace("Tuesday", "Monday"), Label.PARAPHRASE, 0.6, ""),
        (f"{FIRE[:-1]}, {OWN.lower()}", Label.PARAPHRASE, 0.2, ": bridge"),  # uncertain
        (OWN, Label.EXACT, 0.6, ""),
    ],
)
def test_words_in_both_explain_what_no_mark_explains(
    other: str, label: Label, score: float, shown: str
) -> None:
    found = replace(pair(("a", 0), ("b", 0), score), label=label, words=("bridge", "<b>fire</b>"))
    (row,) = rows(run_of((article("a", FIRE), article("b", other)), found))
    explained = [one for one in texts(row, ".//*[@class='tags']/span") if "in both" in one]
    assert explained == ([f"· in both{shown}"] if shown else [])


@pytest.mark.parametrize(
    ("told", "change"),
    [
        ("PORT MERRIN (Northwire) — ", "without PORT MERRIN (Northwire)"),
        ('"Nobody knew," she said. ', 'without "Nobody knew," she said'),
        ("(in Port Merrin) ", "without in Port Merrin"),
    ],
)
def test_a_change_keeps_both_marks_of_a_pair_or_none(told: str, change: str) -> None:
    articles = article("a", f"{told}{FIRE}", OWN), article("b", FIRE)
    (row,) = rows(run_of(articles, pair(("a", 0), ("b", 0))))
    assert texts(row, ".//li/details/summary") == [f"B, paragraph 1: the words of A, but {change}"]


def test_a_loose_retelling_is_shown_where_it_is_closest_and_folded_elsewhere() -> None:
    articles = article("a", FIRE, NEWS), article("b", OWN), article("c", f"{FIRE} {FIRE}")
    run = run_of(
        articles,
        pair(("a", 0), ("b", 0), 0.3),
        pair(("a", 1), ("b", 0), 0.4),
        pair(("a", 0), ("c", 0), 0.7),
    )
    first, second = rows(run)
    assert texts(first, "./p[@class='also']") == ["Also told: B, paragraph 1 (passage 2)"]
    (there,) = second.xpath(".//div[@data-at='b/0']/@id")
    assert first.xpath("./p/a/@href") == [f"#{there}"]
    assert OWN not in text(first)
    assert texts(second, ".//div[@class='columns']//h4") == ["A", "B"]


def test_a_paragraph_that_another_outlet_tells_in_two_has_both_beside_it() -> None:
    articles = article("a", FIRE, OWN, NEWS), article("b", f"{FIRE} {OWN}")
    (row,) = rows(run_of(articles, pair(("a", 0), ("b", 0)), pair(("a", 1), ("b", 0))))
    assert texts(row, ".//h4") == ["A", "B"]
    assert row.xpath(".//div[@class='column'][1]/div/@data-at") == ["a/0", "a/1"]
    assert "beside B, paragraph 1" in text(row.xpath(".//div[@data-at='a/1']")[0])


def test_uncertain_matches_stand_under_a_row_or_after_all_rows() -> None:
    articles = article("a", FIRE, OWN), article("b", NEWS, OWN.upper()), article("c", FIRE.upper())
    run = run_of(
        articles,
        pair(("a", 0), ("c", 0), 0.9),
        pair(("a", 0), ("b", 0), 0.2),
        pair(("a", 1), ("b", 1), 0.2),
    )
    page = html.fromstring(render(run)["story-s.html"])
    sure, unsure = page.xpath("//article[@class='row']")
    assert texts(sure, ".//details/summary")[-1] == "1 uncertain match: B"
    assert unsure.xpath("ancestor::section/h2/@id") == ["doubtful"]


def test_a_position_quotes_every_page_before_it_quotes_one_twice() -> None:
    page = make_page(
        "s/a.html",
        [(Kind.TITLE, "12 in hospital"), (Kind.PARAGRAPH, "12 hurt."), (Kind.PARAGRAPH, "12 ill.")],
        outlet="A",
    )
    articles = make_article(page), article("b", "12 injured."), article("c", "21 injured.")
    said = [
        make_evidence(one, block, number, position=position, value=(ValueKind.NUMBER, number, ""))
        for one, block, number, position in (
            (articles[0], 0, "12", 0),
            (articles[0], 1, "12", 0),
            (articles[0], 2, "12", 0),
            (articles[1], 0, "12", 0),
            (articles[2], 0, "21", 1),
        )
    ]
    run = run_of(articles)
    finding = make_finding(FindingKind.CONFLICT, said, check="number", reason="12 or 21.")
    run = replace(run, comparisons=(replace(run.comparisons[0], findings=(finding,)),))
    (card,) = html.fromstring(render(run)["story-s.html"]).xpath("//article[@class='card']")
    assert texts(card, ".//footer") == [
        "A, paragraph 1",
        "B, paragraph 1",
        "A, paragraph 2",
        "A, headline",
        "C, paragraph 1",
    ]


def test_voices_are_counted_beside_outlets() -> None:
    articles = article("a", FIRE, OWN), article("b", FIRE, OWN), article("c", NEWS)
    (row,) = rows(run_of(articles, pair(("a", 0), ("b", 0)), pair(("a", 0), ("c", 0))))
    assert texts(row, "./h3") == ["Passage 1 told by 3 outlets, 2 voices"]


@pytest.mark.parametrize(
    ("times", "names"),
    [
        (("2025-10-14T13:30+02:00", "2025-10-14T21:05+02:00"), ("13:30", "21:05")),
        (("2025-10-14", "2025-10-15T21:05"), ("14 Oct 2025", "15 Oct 2025")),
        (("2025-10-14", "2025-10-14T21:05"), ("one.html", "two.html")),
        (("2025-10-14T21:05", "2025-10-14T21:05"), ("one.html", "two.html")),
        (("2025-10-14T21:05", None), ("one.html", "two.html")),
    ],
)
def test_two_pages_of_an_outlet_are_told_apart_by_time_else_by_file(
    times: tuple[str, str | None], names: tuple[str, str]
) -> None:
    articles = tuple(
        article(name, FIRE, published=time, outlet="Gazette")
        for name, time in zip(("one", "two"), times, strict=True)
    )
    page = html.fromstring(render(run_of(articles))["story-s.html"])
    shown = [text(name) for name in page.xpath("//p[@class='outlets']/bdi")]
    assert shown == [f"Gazette ({name})" for name in names]


@pytest.mark.parametrize("run", [ferry_run(), make_run(), hostile_run('" id="x" href="#x"')])
def test_a_large_story_goes_on_on_linked_pages_and_nothing_is_lost(run: Run) -> None:
    whole, files = render(run), render(run, limit=100)
    name = next(file for file in whole if file != "index.html")
    parts = {file: html.fromstring(page) for file, page in files.items() if file != "index.html"}
    assert next(iter(parts)) == name
    assert len(parts) > 4
    ids = [one for page in parts.values() for one in page.xpath("//main//@id[. != 'main']")]
    assert set(ids) == set(html.fromstring(whole[name]).xpath("//main//@id[. != 'main']"))
    shown = " ".join(text(page) for page in parts.values())
    for paragraph in html.fromstring(whole[name]).xpath("//main//p"):
        assert text(paragraph) in shown
    for page in parts.values():
        assert len(page.xpath("//nav[@aria-label='Pages of this story']/a")) == len(parts) - 1
        for link in page.xpath("//a/@href[not(starts-with(., 'http'))]"):
            file, _, anchor = link.partition("#")
            target = parts.get(file, page)
            assert file in ("", "index.html", *parts)
            assert not anchor or target.xpath("//*[@id=$anchor]", anchor=anchor)


def test_the_page_of_a_large_story_is_as_large_as_allowed() -> None:
    name = "story-ferry.html"
    ours = re.findall(
        r"<(?:style|script).*?</(?:style|script)>", render(ferry_run())[name], re.DOTALL
    )
    limit = sum(map(len, ours)) + 8_000
    files = render(ferry_run(), limit=limit)
    assert 3 < len(files) < len(render(ferry_run(), limit=100))


def test_a_part_never_takes_the_name_of_another_story() -> None:
    first, second = article("a", FIRE), article("b", OWN)
    told = [
        Comparison(
            story=Story(id=name, title=name, articles=(one,)),
            alignments=(),
            groups=(),
            findings=(),
        )
        for name, one in (("s", first), ("s-2", second))
    ]
    both = replace(run_of((first, second)), comparisons=tuple(told))
    files = render(both, limit=100)
    assert text(html.fromstring(files["story-s-2.html"]).xpath("//h1")[0]) == "s-2"
    assert text(html.fromstring(files["story-s-3.html"]).xpath("//h1")[0]) == "s"


def test_what_may_be_no_match_was_neither_split_nor_moved() -> None:
    loose = replace(pair(("a", 0), ("b", 0), 0.2), shape=Shape.MERGED, moved=True)
    (row,) = rows(run_of((article("a", FIRE), article("b", NEWS)), loose))
    assert "uncertain match" in text(row)
    assert not any(word in text(row) for word in ("merged", "split", "moved"))


def test_words_that_are_the_same_in_one_sentence_only_are_said_to_be_so_in_part() -> None:
    articles = article("a", f"{FIRE} {OWN}"), article("b", FIRE), article("c", FIRE)
    first = SentenceRef("s/a.html", 0, 0)
    (row,) = rows(
        run_of(
            articles,
            *(
                replace(
                    pair(left, right),
                    label=Label.NEAR,
                    links=(Link(left=one, right=SentenceRef(f"s/{right[0]}.html", 0, 0), score=1),),
                )
                for left, right, one in (
                    (("a", 0), ("b", 0), first),
                    (("a", 0), ("c", 0), first),
                    (("b", 0), ("c", 0), SentenceRef("s/b.html", 0, 0)),
                )
            ),
        )
    )
    assert "paragraph 1 · nearly the same words, in part" in text(row)


def test_the_newest_version_leads_and_what_only_versions_tell_is_not_in_common() -> None:
    noon, evening = (
        article(name, *told, outlet="A")
        for name, told in (("noon", (FIRE, f"{OWN} {OWN}")), ("x", (FIRE, OWN)))
    )
    told = run_of(
        (article("b", FIRE), noon, evening),
        pair(("b", 0), ("noon", 0)),
        pair(("b", 0), ("x", 0)),
        pair(("noon", 0), ("x", 0), 1.0),
        pair(("noon", 1), ("x", 1), 0.9),
    )
    one = told.comparisons[0]
    story = replace(one.story, versions=(("s/noon.html", "s/x.html"),))
    told = replace(told, comparisons=(replace(one, story=story),))
    first, second = rows(told)
    assert [texts(row, ".//h4")[0] for row in (first, second)] == ["A (x.html)", "A (x.html)"]
    assert texts(second, "./h3") == ["Passage 2 versions of A"]
    assert second.xpath("ancestor::details/@class") == ["more versions"]
    assert not first.xpath("ancestor::details")
    files = {name: text(html.fromstring(page)) for name, page in render(told).items()}
    assert "of A (x.html) told elsewhere too" in files["index.html"]
    assert "1 passage in common" in files["index.html"]
