"""What a user may rely on of a page's metadata: right, or empty, and said where it was found."""

from dataclasses import fields

import pytest

from sourcecompare.model import Head, Provenance
from sourcecompare.parse import parse, read_moment

NEWS = '{"@type": "NewsArticle", "headline": "Quay closed", '


def head(*elements: str) -> Head:
    return parse("".join(elements) + "<p>x").markup.head


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


SAID = (
    '<html lang="en"><head>',
    "<title>Quay closed - Harbour Post</title>",
    meta("og:site_name", "Harbour Post"),
    meta("author", "Ann Lee"),
    meta("article:modified_time", "2025-09-04"),
    '<link rel="canonical" href="https://post.example/quay">',
    ld(NEWS + '"datePublished": "2025-09-03"}'),
)


def test_says_where_each_field_was_found() -> None:
    assert head(*SAID).provenance == Provenance(
        title="JSON-LD headline",
        site_name="og:site_name",
        author="meta author",
        published="JSON-LD datePublished",
        modified="article:modified_time",
        language="html lang",
        url="canonical link",
    )


def test_what_is_not_stated_has_no_source() -> None:
    nothing = head("<title></title>")
    assert nothing == Head()
    said = head(*SAID)
    for field in fields(Provenance):
        assert bool(getattr(said, field.name)) == bool(getattr(said.provenance, field.name))


TITLES = [
    ("Quay closed | Harbour Post", "Quay closed"),
    ("Quay closed - Harbour - harbourpost.example", "Quay closed - Harbour"),
    ("Quay closed – POST – 3.9.2025", "Quay closed – POST"),
    ("Quay closed – harbourpost – 03.09.2025", "Quay closed"),
    ("Quay &amp; crane: both closed", "Quay & crane: both closed"),
    ("Post-war quay closed", "Post-war quay closed"),
]


@pytest.mark.parametrize(("stated", "title"), TITLES)
def test_a_title_is_without_the_outlets_name(stated: str, title: str) -> None:
    site = meta("og:site_name", "Harbour Post")
    link = '<link rel="canonical" href="https://www.harbourpost.example/quay">'
    assert head(f"<title>{stated}</title>", site, link).title == title


def test_the_outlets_name_alone_is_no_title_where_another_is_stated() -> None:
    found = head(
        meta("og:title", "Harbour Post"),
        meta("og:site_name", "Harbour Post"),
        "<title>Quay closed</title>",
    )
    assert (found.title, found.provenance.title) == ("Quay closed", "title element")


AUTHORS = [
    ('"author": "By Ann Lee"', "Ann Lee"),
    (
        '"author": [{"name": "Ann Lee"}, {"name": "Tom Oyo"}, {"name": "Ann Lee"}]',
        "Ann Lee, Tom Oyo",
    ),
    ('"author": {"@type": "Person", "name": ["Ann Lee"]}', "Ann Lee"),
    ('"author": {"name": "https://post.example/ann"}', ""),
    ('"author": [" admin ", "Staff", "@annlee", "desk@post.example", "2025-09-03"]', ""),
    ('"author": "{{page.author}}"', ""),
    ('"author": {"name": "HARBOUR POST"}', ""),
    ('"author": "harbourpost.example"', ""),
    ('"author": "MND Staff"', "MND Staff"),
    ('"author": "d.lee"', "d.lee"),
    ('"author": "J. R. Lee"', "J. R. Lee"),
]


@pytest.mark.parametrize(("json", "author"), AUTHORS)
def test_an_author_is_a_person_or_an_agency_or_nobody(json: str, author: str) -> None:
    publisher = '"publisher": {"@type": "Organization", "name": "Harbour Post"}, '
    link = '<link rel="canonical" href="https://www.harbourpost.example/quay">'
    assert head(link, ld(NEWS + publisher + json + "}")).author == author


def test_where_the_first_source_names_nobody_the_next_is_asked() -> None:
    found = head(ld(NEWS + '"author": "admin"}'), meta("author", "Ann Lee"))
    assert (found.author, found.provenance.author) == ("Ann Lee", "meta author")


def test_references_are_resolved_within_the_graph() -> None:
    found = head(
        ld(
            '{"@graph": [' + NEWS + '"author": {"@id": "#ann"}, "publisher": {"@id": "#post"}},'
            '{"@type": "Person", "@id": "#ann", "name": "Ann Lee"},'
            '{"@type": "Organization", "@id": "#post", "name": "Harbour Post"}]}'
        )
    )
    assert (found.author, found.site_name) == ("Ann Lee", "Harbour Post")


SITES = [
    (("og:site_name", "harbourpost"), "Harbour Post"),
    (("og:site_name", "Harbour Post - boats, tides and more"), "Harbour Post"),
    (("og:site_name", "harbourpost.example"), "Harbour Post"),
    (("og:site_name", "News"), "Harbour Post"),
    (("og:site_name", "The Evening Tide"), "The Evening Tide"),
    (("x", "y"), "Harbour Post"),
]


@pytest.mark.parametrize(("stated", "name"), SITES)
def test_a_site_has_the_name_that_readers_know(stated: tuple[str, str], name: str) -> None:
    publisher = '"publisher": {"name": "Harbour Post"}}'
    assert head(meta(*stated), ld(NEWS + publisher)).site_name == name


def test_the_titles_end_names_the_site_where_nothing_else_does() -> None:
    found = head("<title>Quay closed - Harbour Post</title>", meta("og:title", "Quay closed"))
    assert (found.site_name, found.provenance.site_name) == ("Harbour Post", "title element")


MOMENTS = [
    ("2025-09-03T10:00:00.000+0000", "2025-09-03T10:00:00+00:00"),
    ("2025-09-03 10:00:00 +0800", "2025-09-03T10:00:00+08:00"),
    ("2025-09-03 10:00:00", "2025-09-03T10:00:00"),
    ("2025/9/3 9:05", "2025-09-03T09:05:00"),
    ("20250903", "2025-09-03"),
    ("20250903100000", "2025-09-03T10:00:00"),
    ("1756864800", "2025-09-03T02:00:00+00:00"),
    ("1756864800000", "2025-09-03T02:00:00+00:00"),
    ("Wed, 03 Sep 2025 10:00:00 +0200", "2025-09-03T10:00:00+02:00"),
    ("Wed Sep 03 10:00:00 PDT 2025", "2025-09-03"),
    ("Wed Sep 03 2025 10:00:00 GMT+0000 (Coordinated Universal Time)", "2025-09-03T10:00:00+00:00"),
    ("Published: Sept. 3, 2025 at 4:05 pm EDT", "2025-09-03"),
    ("September 3rd, 2025, 4:05 p.m.", "2025-09-03T16:05:00"),
    ("3. September 2025, 10:05 Uhr", "2025-09-03T10:05:00"),
    ("3 de septiembre de 2025", "2025-09-03"),
    ("3 września 2025", "2025-09-03"),
    ("3 сентября 2025", "2025-09-03"),
    ("1er août 2025", "2025-08-01"),
    ("2025年9月3日 10:05", "2025-09-03T10:05:00"),
    ("2025년 9월 3일", "2025-09-03"),
    ("03.09.2025", "2025-09-03"),
    ("9/13/2025", "2025-09-13"),
    ("03/09/2025", ""),
    ("3 ma 2025", ""),
    ("31 September 2025", ""),
    ("1889-09-03", ""),
    ("2300-01-01", ""),
    ("0001-01-01T00:00:00", ""),
    ("2025-09-03 to 2025-09-05", ""),
    ("yesterday at 10:05", ""),
    ("Sep 3", ""),
    ("9" * 50, ""),
    ("", ""),
]


@pytest.mark.parametrize(("written", "moment"), MOMENTS)
def test_a_time_is_read_as_it_is_written_or_not_at_all(written: str, moment: str) -> None:
    assert read_moment(written) == moment


TIMES = [
    ('<time datetime="2025-09-03">', "2025-09-03", ""),
    ('<time datetime="PT5M"></time><time datetime="2025-09-03">', "2025-09-03", ""),
    (
        '<time class="updated" datetime="2025-09-05"></time>'
        '<time itemprop="datePublished" datetime="2025-09-03">',
        "2025-09-03",
        "2025-09-05",
    ),
    ('<time class="comment-time" datetime="2025-09-03">', "", ""),
    ('<time itemprop="dateModified" datetime="2025-09-05">', "", "2025-09-05"),
]


@pytest.mark.parametrize(("markup", "published", "modified"), TIMES)
def test_a_time_element_says_published_only_where_it_may(
    markup: str, published: str, modified: str
) -> None:
    found = head(markup)
    assert (found.published, found.modified) == (published, modified)


def test_a_live_blogs_text_is_that_of_its_entries_and_its_date_its_own() -> None:
    found = head(
        ld(
            '{"@type": "LiveBlogPosting", "headline": "Quay", "datePublished": "2025-09-03",'
            '"liveBlogUpdate": [{"@type": "BlogPosting", "headline": "Crane",'
            '"articleBody": "One.", "datePublished": "2025-09-04"},'
            '{"@type": "BlogPosting", "articleBody": "Two."}]}'
        )
    )
    assert (found.title, found.published, found.body) == ("Quay", "2025-09-03", "One.\nTwo.")


def test_what_a_page_lists_is_not_what_it_is() -> None:
    listed = NEWS + '"author": "Ann Lee"}'
    found = head(
        "<title>Ice rink opens</title>",
        ld('{"@type": "ItemList", "itemListElement": [' + listed + "]}"),
    )
    assert (found.title, found.author) == ("Ice rink opens", "")


@pytest.mark.parametrize(
    "json",
    [
        '{"@type": ["NewsArticle"], "@id": {"a": []}, "author": [[["x"]]], "publisher": [7]}',
        '{"@type": "NewsArticle", "mainEntityOfPage": [1], "url": ["x"], "inLanguage": [{}]}',
        '{"@type": "NewsArticle", "datePublished": 1e999, "dateModified": [[]], "headline": []}',
        '{"@type": "NewsArticle", "liveBlogUpdate": 5, "articleBody": {"x": 1}}',
        '{"@id": "a", "name": {"@id": "a"}, "@type": "NewsArticle", "author": {"@id": "a"}}',
        '{"a":' * 5000 + "1" + "}" * 5000,
        "[" + '"\\' * 100_000,
        "{" + ", " * 100_000 + "}",
    ],
)
def test_no_json_ld_brings_a_page_down(json: str) -> None:
    assert parse(ld(json) + "<p>x").visible == "x"
