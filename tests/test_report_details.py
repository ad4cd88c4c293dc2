"""What the report does to single strings: addresses, control signs, times, colours."""

import json
import re
from dataclasses import replace

import pytest
from lxml import html

from sourcecompare.model import ValueKind
from sourcecompare.report import render, spelt_out
from sourcecompare.report.links import safe_link
from sourcecompare.report.sources import page_slugs, unique_slugs
from sourcecompare.report.wording import KINDS, when
from tests.browser.ferry import ferry_run
from tests.browser.hostile import hostile_run
from tests.builders import make_run
from tests.test_report import text


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//alpha.example/",
        "https://",
        "https://bank.example@evil.example/",
        "https://user:secret@alpha.example/",
        "https://bank.example\\@evil.example/",
        "https://alpha.example/\u202egpj.exe",
        "https://alpha.example/a b",
        "https://alpha.example:x/",
        "https://[alpha",
        " https://alpha.example/",
        "java\nscript:alert(1)",
        "file:///etc/passwd",
    ],
)
def test_an_address_that_is_no_plain_web_address_is_shown_but_not_linked(url: str) -> None:
    assert safe_link(url) == ""
    files = render(hostile_run(url))
    story = next(page for name, page in files.items() if name != "index.html")
    assert " ".join(str(spelt_out(url)).split()) in text(html.fromstring(story))
    links = html.fromstring(story).xpath("//a/@href")
    assert not [link for link in links if not link.startswith("#") and link != "index.html"]


def test_says_where_an_articles_metadata_were_found() -> None:
    page = html.fromstring(render(make_run())["story-harbour.html"])
    shown = [" ".join(part.text_content().split()) for part in page.xpath("//details/dl/dd")]
    assert "Ann Reed (byline on the page)" in shown
    assert "2025-09-03 18:30 +02:00 (JSON-LD datePublished)" in shown
    assert "2025-09-04 07:00 +02:00 (article:modified_time)" in shown
    assert "en (html lang)" in shown


def test_what_a_citation_names_is_handed_to_the_script() -> None:
    page = html.fromstring(render(make_run())["story-harbour.html"])
    facts = json.loads(page.get_element_by_id("facts").text)["pages"]
    assert facts["alpha"] == {
        "id": "harbour/alpha.html",
        "name": "Alpha News",
        "url": "https://alpha-news.example/2025/harbour-fire",
        "title": "Fire closes harbour bridge",
        "published": "2025-09-03 18:30 +02:00",
        "retrieved": "2025-09-04",
    }


def test_control_signs_are_spelt_out() -> None:
    assert spelt_out("a\u202eb\x00c\u200bd\ud800\U000e0041") == (
        "a[U+202E]b[U+0000]c[U+200B]d[U+D800][U+E0041]"
    )
    kept = "tab\tline\n soft\u00adhyphen \u200fעברית\u200e می\u200cخواهم 👩\u200d🚒"
    assert spelt_out(kept) == kept


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("2025-09-03T10:00:00Z", "2025-09-03 10:00 UTC"),
        ("2025-09-03T10:00:05.5-03:30", "2025-09-03 10:00:05 -03:30"),
        ("2025-09-03T10:00", "2025-09-03 10:00"),
        ("2025", "2025"),
        ("yesterday", "yesterday"),
        ("20250903T100000", "20250903T100000"),
        ("", "date unknown"),
    ],
)
def test_times_are_shown_as_precisely_as_they_are_given(given: str, shown: str) -> None:
    assert when(given) == shown


def colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--(\w+): ?(#[0-9a-f]{6})[;}]", css))


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_text_colour_can_be_read_in_both_schemes() -> None:
    page = render(ferry_run())["index.html"]
    light, dark = re.findall(r":root ?(\{.*?\})", page, re.DOTALL)[:2]
    for scheme in (colours(light), colours(light) | colours(dark)):
        for ink in ("ink", "quiet", "link", "alarm"):
            for ground in ("paper", "card"):
                low, high = sorted((luminance(scheme[ink]), luminance(scheme[ground])))
                assert (high + 0.05) / (low + 0.05) >= 4.5, (ink, ground)
        low, high = sorted((luminance(scheme["ink"]), luminance(scheme["mark"])))
        assert (high + 0.05) / (low + 0.05) >= 4.5


def test_an_editor_sees_what_is_to_be_known_of_an_article_before_reading_on() -> None:
    run = ferry_run()
    (comparison,) = run.comparisons
    first, *others = comparison.story.articles
    note = "The page holds two pieces one after the other; both were kept."
    told = replace(first, notes=(note,), confidence=0.4)
    story = replace(comparison.story, articles=(told, *others))
    changed = replace(run, comparisons=(replace(comparison, story=story),))
    page = html.fromstring(render(changed)["story-ferry.html"])
    seen = [
        " ".join(item.text_content().split())
        for item in page.xpath("//header//*[@class='cautions']//li")
    ]
    assert seen == [
        f"Coast Herald: {note}",
        "Coast Herald: Cleaning it was difficult: look before you trust it (0.40).",
    ]
    calm = html.fromstring(render(run)["story-ferry.html"])
    assert not calm.xpath("//*[@class='cautions']")
    heads = [item.text_content() for item in calm.xpath("//details[@class='source']/summary")]
    assert heads
    assert all("cleaning: sure (0.90)" in head for head in heads)


def test_every_kind_of_value_has_a_word() -> None:
    assert KINDS.keys() == set(ValueKind)


def test_a_page_called_like_another_one_with_its_hash_has_a_name_of_its_own() -> None:
    names = ["a/b", "a-b", unique_slugs(["a/b", "a-b"])["a/b"]]
    assert len(set(unique_slugs(names).values())) == 3
    assert len(set(page_slugs(["x/p q.html", "x/p-q.html", "x/p-q-1.html"]).values())) == 3


def test_the_method_names_the_models_that_a_run_used() -> None:
    run = ferry_run()
    told = replace(run, settings=replace(run.settings, semantic="minilm 0123", nli="judge 4567"))
    for page in render(told).values():
        assert "by the sentence model <bdi>minilm 0123</bdi>" in page
        assert "the model <bdi>judge 4567</bdi> weighed" in page
    assert not any("sentence model" in page for page in render(run).values())
