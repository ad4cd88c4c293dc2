"""What a user may rely on when HTML becomes blocks."""

from dataclasses import replace

import pytest
from lxml import etree

from sourcecompare.model import Head, Kind, Provenance, Reason, TextSpan
from sourcecompare.parse import DEEP_NOTE, iso_time, parse, trees
from sourcecompare.parse.trees import RAISED_NOTE, RECOVERED_NOTE
from tests.cases import table


@pytest.mark.parametrize(("markup", "expected"), table("parse.txt"))
def test_the_table_of_markup(markup: str, expected: str) -> None:
    blocks = parse(markup).blocks
    rows = [f"{block.kind} | {block.text} | {block.path}" for block in blocks]
    assert rows == expected.split("\n")


def nested(depth: int) -> str:
    return f"<p>before</p>{'<div>' * depth}inside{'</div>' * depth}<p>after</p>"


@pytest.mark.parametrize("depth", [59, 61, 250, 300, 2000])
def test_a_deep_page_is_read_whole_and_its_paths_are_found(depth: int) -> None:
    markup = nested(depth)
    parsed = parse(markup)
    assert [block.text for block in parsed.blocks] == ["before", "inside", "after"]
    root = etree.fromstring(markup, etree.HTMLParser(huge_tree=True))
    for block in parsed.blocks:
        (element,) = root.xpath(block.path)
        assert block.text in (element.text, element.tail)
        assert len(block.path) < 1000
    assert parsed.notes == ((DEEP_NOTE.format(depth + 2),) if depth > 254 else ())


def test_no_depth_is_too_deep() -> None:
    parsed = parse("<!DOCTYPE html><!-- c --><![CDATA[d]]><?pi?>" + nested(30_000))
    assert parsed.visible == "before\ninside\nafter"


def test_a_page_that_libxml2_gives_up_on_is_read_by_beautifulsoup(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    markup = "<!DOCTYPE html><!-- c --><![CDATA[d]]><?pi?>" + nested(3000)
    monkeypatch.setattr(trees, "_is_whole", lambda parser: False)
    parsed = parse(markup)
    assert parsed.visible == "before\ninside\nafter"
    assert parsed.notes == (DEEP_NOTE.format(3000), RECOVERED_NOTE)


def test_a_text_of_more_than_ten_megabytes_is_read_whole() -> None:
    parsed = parse(f"<p>{'word ' * 2_200_000}</p><p>end</p>")
    assert [len(block.text) for block in parsed.blocks] == [10_999_999, 3]
    assert parsed.notes == (RAISED_NOTE,)


@pytest.mark.parametrize(
    "markup", ["", " ", "</p>", "<!-- x -->", "<title>T</title>", "<p> &nbsp;"]
)
def test_a_page_that_shows_nothing_has_a_fault(markup: str) -> None:
    parsed = parse(markup)
    assert parsed.fault is not None
    assert parsed.fault.reason is Reason.EMPTY
    assert parsed.visible == ""


def test_hidden_blocks_and_hidden_runs_are_told_apart() -> None:
    markup = (
        '<body>Seen <span hidden><p>secret</p></span><p>Before <i style="Display : none"> not '
        "  shown </i> after</p><p><b hidden>all</b> <b hidden>of it</b></p></body>"
    )
    parsed = parse(markup)
    assert [
        (b.text, h.hidden) for b, h in zip(parsed.blocks, parsed.markup.hints, strict=True)
    ] == [
        ("Seen", False),
        ("secret", True),
        ("Before not shown after", False),
        ("all of it", True),
    ]
    assert [hint.veiled for hint in parsed.markup.hints] == [(), (), (TextSpan(7, 16),), ()]


def test_hidden_runs_are_found_behind_line_breaks_and_in_rows() -> None:
    parsed = parse("<p>one<br>  two <b hidden>three</b></p><table><tr><td>a<td>b <b hidden>c</b>")
    for block, hint in zip(parsed.blocks, parsed.markup.hints, strict=True):
        (run,) = hint.veiled
        assert block.text[run.start : run.end] in {"three", "c"}


def test_hints_say_where_a_block_stands() -> None:
    markup = (
        '<nav class="topMenu" id="main-nav"><ul><li><a href="/">Home page</a></li></ul></nav>'
        "<div><p>x</p><p>y</p></div>"
    )
    item, x, y = parse(markup).markup.hints
    assert item.tags[:3] == ("li", "ul", "nav")
    assert item.words == ("top", "menu", "main", "nav")
    assert item.link == len("Home page")
    assert x.container == y.container != item.container


def test_kinds_reach_only_as_far_as_they_mean() -> None:
    long = "A cell with so many words that it is a column of the page and no cell of a table. " * 3
    kinds = [block.kind for block in parse(f"<table><tr><td>{long}</td></tr></table>").blocks]
    assert kinds == [Kind.PARAGRAPH]
    deep = parse("<blockquote><div><div><p>We saw it.</p></div></div></blockquote>").blocks
    assert deep[0].kind is Kind.QUOTE


HEADS = [
    ('<html lang="en_GB"><head><title> A  title </title>', Head(title="A title", language="en-GB")),
    ('<meta property="og:title" content="Stated"><title>Other</title>', Head(title="Stated")),
    ('<meta name="Author" content="Ann Lee">', Head(author="Ann Lee")),
    ('<meta name="author" content="https://x.example/ann">', Head()),
    ('<meta itemprop="datePublished" content="2025-09-03">', Head(published="2025-09-03")),
    (
        '<meta name="date" content="soon"><time datetime="2025-09-03T10:00">',
        Head(published="2025-09-03T10:00:00"),
    ),
    ('<link rel="x Canonical" href="https://a.example/b">', Head(url="https://a.example/b")),
    ('<link rel="canonical" href="javascript:x">', Head()),
    ('<meta property="og:site_name" content="The Courier">', Head(site_name="The Courier")),
]


@pytest.mark.parametrize(("markup", "head"), HEADS)
def test_what_a_page_says_of_itself(markup: str, head: Head) -> None:
    assert bare(parse(markup + "<p>x").markup.head) == head


def bare(head: Head) -> Head:
    """The head without where its fields were found."""
    return replace(head, provenance=Provenance())


def ld(json: str) -> Head:
    return parse(f'<script type="application/ld+json">{json}</script><p>x').markup.head


def test_json_ld_is_read_wherever_the_article_stands_in_it() -> None:
    head = ld(
        '{"@graph": [{"@type": "Person", "name": "no"}, {"@type": ["Thing", "NewsArticle"],'
        '"headline": "H", "author": [{"name": "Ann"}, "Tom", {"x": 1}, 5],'
        '"publisher": {"name": "P"}, "datePublished": "2025-09-03T08:00:00Z"}]}'
    )
    assert bare(head) == Head(
        title="H", author="Ann, Tom", site_name="P", published="2025-09-03T08:00:00+00:00"
    )


@pytest.mark.parametrize(
    "json", ["{", "[" * 100_000, '{"@type": 5}', '{"@type": "NewsArticle", "headline": 7}', "null"]
)
def test_broken_json_ld_costs_only_its_metadata(json: str) -> None:
    assert bare(ld(json)) == Head()


def test_half_a_character_in_json_ld_becomes_a_replacement() -> None:
    assert ld('{"@type": "Article", "headline": "a \\ud83d b\\u0000"}').title == "a \ufffd b\ufffd"


@pytest.mark.parametrize("time", ["", "soon", "2025-13-01", "2025-02-30", "1", "2" * 50])
def test_what_is_no_time_is_none(time: str) -> None:
    assert iso_time(time) == ""


def test_an_xml_declaration_does_not_change_the_encoding() -> None:
    assert parse('<?xml version="1.0" encoding="latin-1"?><p>déjà vu</p>').visible == "déjà vu"


def test_the_article_of_the_page_is_told_from_those_it_links_to() -> None:
    head = parse(
        '<link rel="canonical" href="https://a.example/quay">'
        '<meta name="description" content="The quay is closed.">'
        '<script type="application/ld+json">[{"@type": "NewsArticle", "headline": "Ice rink opens",'
        '"url": "https://a.example/rink", "articleBody": "Skates on."},'
        '{"@type": "NewsArticle", "headline": "Quay closed", "url": "https://a.example/quay?x=1",'
        '"description": "The quay is closed until the crane is repaired.",'
        '"articleBody": "&lt;p&gt;The quay &amp;amp; the crane.&lt;/p&gt;<p>Both are closed.</p>"}]'
        "</script><p>x"
    ).markup.head
    assert head.title == "Quay closed"
    assert head.body == "The quay & the crane.\nBoth are closed."
    assert head.description == "The quay is closed until the crane is repaired."


@pytest.mark.parametrize(
    "json",
    [
        '<!-- {"@type": "Article", "headline": "Quay"} -->',
        '// <![CDATA[\n{"@type": "Article", "headline": "Quay"}\n// ]]>',
        '{"@type": "Article", "headline": "Quay", "description": "one\ntwo",}',
        '{"@type": "Person"}{"@type": "Article", "headline": "Quay"};',
        "{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;Quay&quot;}",
    ],
)
def test_json_ld_is_read_as_pages_write_it(json: str) -> None:
    assert ld(json).title == "Quay"
