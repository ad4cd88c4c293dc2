"""Whole runs in this process: what is said of pages, what becomes of each, and runs read back."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import sourcecompare as sc
from sourcecompare.errors import InputError, SettingError
from sourcecompare.model import (
    Article,
    Comparison,
    Fault,
    FindingKind,
    Kind,
    Page,
    Reason,
    Rejected,
    Rule,
    Run,
    Site,
)
from sourcecompare.pipeline import bounds, output_files, reading
from sourcecompare.store import publish

from .small import GAZETTE, HERALD, LIBRARY, POST, STORY, WALL, lay

ALL: dict[str, str | bytes] = {
    **STORY,
    "fire/wall.html": WALL,
    "library.txt": LIBRARY,
    "again.txt": LIBRARY.replace("Saturday", "Sunday"),
    "empty.html": b"",
    "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "README.md": "# Mine",
}


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return sc.run(lay(tmp_path_factory.mktemp("all"), ALL))


def articles(run: Run) -> dict[str, Article]:
    return {result.page.id: result for result in run.results if isinstance(result, Article)}


def test_every_input_is_in_the_run(done: Run) -> None:
    rejected = {one.page.id: one.reason for one in done.results if isinstance(one, Rejected)}
    assert rejected == {
        "fire/wall.html": rejected["fire/wall.html"],
        "empty.html": Reason.EMPTY,
        "picture.html": Reason.NOT_TEXT,
    }
    assert articles(done).keys() == ALL.keys() - rejected.keys() - {"README.md"}
    assert done.ignored == ("README.md",)
    assert [result.page.id for result in done.results] == sorted(ALL.keys() - {"README.md"})


def test_a_folder_is_a_story_and_loose_files_are_grouped_by_what_they_tell(done: Run) -> None:
    stories = {
        comparison.story.id: [one.page.id for one in comparison.story.articles]
        for comparison in done.comparisons
    }
    assert stories == {
        "fire": ["fire/gazette.txt", "fire/herald.txt", "fire/post.html"],
        "new-library-opens-its-doors": ["again.txt", "library.txt"],
    }


def test_finds_the_conflict_and_what_is_shared(done: Run) -> None:
    found = done.comparisons[0].findings
    conflicts = [one for one in found if one.kind is FindingKind.CONFLICT]
    said = {
        item.value.normal for one in conflicts for item in one.evidence if item.value is not None
    }
    assert {"12", "15"} <= said
    assert any(one.kind is FindingKind.SHARED for one in found)
    assert any(one.kind is FindingKind.UNIQUE for one in found)


def test_a_page_names_its_outlet_address_and_time_itself_else_its_file_does(done: Run) -> None:
    post, gazette = articles(done)["fire/post.html"], articles(done)["fire/gazette.txt"]
    assert (post.page.outlet, post.page.url) == (
        "Morning Post",
        "https://post.example/terminal-fire",
    )
    assert (post.published, post.language) == ("2025-09-03T08:00:00+00:00", "en")
    assert (gazette.page.outlet, gazette.page.url) == ("Gazette", None)


def test_what_the_user_says_goes_before_what_the_page_says(tmp_path: Path) -> None:
    sidecar = """
    outlet = "The Post"
    url = "https://other.example/1"
    published = 2025-09-04
    retrieved = 2025-09-05T10:00:00Z
    language = "fr"
    title = "As the sidecar has it"
    story = "harbour"
    """
    sources = """
    [stories.harbour]
    title = "The harbour"
    [outlets.gazette]
    name = "Harbour Gazette"
    [articles."fire/post.html"]
    title = "As sources.toml has it"
    [articles."fire/herald.txt"]
    story = "harbour"
    """
    inputs = {**STORY, "fire/post.html.toml": sidecar, "sources.toml": sources}
    run = sc.run(lay(tmp_path, inputs))
    post = articles(run)["fire/post.html"]
    assert (post.page.outlet, post.page.url) == ("The Post", "https://other.example/1")
    assert (post.published, post.language) == ("2025-09-04", "fr")
    assert post.page.retrieved == "2025-09-05T10:00:00+00:00"
    assert post.title == "As sources.toml has it"
    assert {post.provenance.title, post.provenance.language} == {"sources.toml or sidecar"}
    assert articles(run)["fire/gazette.txt"].page.outlet == "Harbour Gazette"
    told = {one.story.id: (one.story.title, len(one.story.articles)) for one in run.comparisons}
    assert told == {"fire": ("Fire", 1), "harbour": ("The harbour", 2)}


@pytest.mark.parametrize(
    ("sources", "complaint"),
    [
        ("[outlets", "is not valid TOML"),
        ("outlets = 3", "outlets"),
        ('[articles."fire/gazete.txt"]\ntitle = "x"', "fire/gazette.txt"),
        ('[articles."fire/gazette.txt"]\ntitel = "x"', "title"),
        ('[articles."fire/gazette.txt"]\nurl = "javascript:x"', "http"),
        ('[articles."fire/gazette.txt"]\npublished = "soon"', "ISO 8601"),
        ("[stories.fyre]\ntitle = 'x'", "fire"),
        ("a = " + "[" * 5_000, "is not valid TOML"),
    ],
)
def test_sources_that_cannot_be_meant_are_refused_with_help(
    tmp_path: Path, sources: str, complaint: str
) -> None:
    with pytest.raises(SettingError, match=complaint):
        sc.run(lay(tmp_path, {**STORY, "sources.toml": sources}))


def test_folders_that_share_a_slug_are_stories_of_their_own(tmp_path: Path) -> None:
    folders = ("the fire", "the-fire", "the-fire-2", "The Fire!")
    run = sc.run(lay(tmp_path, {f"{folder}/gazette.txt": GAZETTE for folder in folders}))
    names = [comparison.story.id for comparison in run.comparisons]
    assert names == ["the-fire", "the-fire-2", "the-fire-3", "the-fire-4"]
    assert {f"story-{name}.html" for name in names} <= sc.render(run).keys()


@pytest.mark.parametrize("files", [{}, {"a.html": b"", "b/c.html": WALL}], ids=["none", "rejected"])
def test_a_run_without_an_article_has_a_report_and_tables(
    tmp_path: Path, files: dict[str, str | bytes]
) -> None:
    run = sc.run(lay(tmp_path, files))
    assert run.comparisons == ()
    written = output_files(run)
    assert b"<html" in written["index.html"]
    assert len(sc.tabulate(run)["documents"]) == len(files)


def test_equal_files_are_two_documents_and_one_voice(tmp_path: Path) -> None:
    files = {"fire/a.txt": GAZETTE, "fire/b.txt": GAZETTE}
    run = sc.run(lay(tmp_path, files))
    documents = sc.tabulate(run)["documents"]
    assert documents["doc_id"].is_unique
    assert documents["duplicate_of"].notna().sum() == 1
    shared = [one for one in run.comparisons[0].groups if len(one.sentences) == 2]
    assert shared and all(group.voices == 1 for group in shared)


def test_a_run_read_back_renders_and_tabulates_to_the_same_bytes(tmp_path: Path, done: Run) -> None:
    files = output_files(done)
    publish(tmp_path / "out", files)
    again = sc.load(tmp_path / "out")
    assert sc.render(again) == sc.render(done)
    assert output_files(again) == files
    assert json.loads(files["run.json"])["counts"]["pages"] == len(done.results)


def test_a_run_read_back_from_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        sc.load(tmp_path)
    with pytest.raises(InputError):
        sc.run(tmp_path / "nothing")


def test_a_page_that_breaks_the_reader_is_rejected_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(data: bytes, **said: Any) -> Page:
        if data.startswith(b"<!-- odd"):
            raise RuntimeError("nobody thought of this")
        return sc.page_from_html(data, **said)

    monkeypatch.setattr(reading, "page_from_html", breaks)
    run = sc.run(lay(tmp_path, {**STORY, "fire/odd.html": "<!-- odd -->" + POST}))
    odd = next(one for one in run.results if one.page.id == "fire/odd.html")
    assert isinstance(odd, Rejected) and odd.reason is Reason.PARSER_FAILED
    assert "nobody thought of this" in odd.detail
    assert len(articles(run)) == len(STORY)
    assert "fire/odd.html" in sc.render(run)["index.html"]


def test_two_jobs_find_what_one_finds(tmp_path: Path, done: Run) -> None:
    assert sc.run(lay(tmp_path, ALL), jobs=2) == done


def test_an_article_too_long_to_be_compared_is_rejected_and_its_neighbours_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_SENTENCES", 10)
    run = sc.run(lay(tmp_path, {**STORY, "fire/long.txt": GAZETTE + HERALD + LIBRARY}))
    long = next(one for one in run.results if one.page.id == "fire/long.txt")
    assert isinstance(long, Rejected) and long.reason is Reason.TOO_COMPLEX
    assert len(articles(run)) == len(STORY)


def test_a_story_too_long_to_be_compared_does_without_its_longest_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {
        f"fire/{name}.txt": "\n\n".join(
            f"The {name} boat number {number} sank." for number in range(size)
        )
        for name, size in (("a", 30), ("b", 90), ("c", 30), ("d", 60))
    }
    monkeypatch.setattr(bounds, "MOST_TOGETHER", 130)
    run = sc.run(lay(tmp_path, pages))
    (comparison,) = run.comparisons
    compared = [one.page.id for one in comparison.story.articles]
    assert compared == ["fire/a.txt", "fire/c.txt", "fire/d.txt"]
    long = next(one for one in run.results if one.page.id == "fire/b.txt")
    assert isinstance(long, Rejected) and long.reason is Reason.TOO_COMPLEX
    assert "Divide the story" in long.detail
    assert "fire/b.txt" in sc.render(run)["index.html"]


@pytest.mark.parametrize(
    ("bound", "most", "message"),
    [
        ("MOST_SENTENCES", 4, "sentences at most, but 'b' has 5; cut it"),
        ("MOST_TOGETHER", 7, "but the 2 articles have 8 together; leave some out"),
    ],
)
def test_more_than_can_be_compared_is_refused_with_help(
    monkeypatch: pytest.MonkeyPatch, bound: str, most: int, message: str
) -> None:
    told = [
        sc.article_from_paragraphs([f"Boat {n} sank." for n in range(size)], id=name, outlet=name)
        for name, size in (("a", 3), ("b", 5))
    ]
    assert sc.compare(told).story.articles
    monkeypatch.setattr(bounds, bound, most)
    with pytest.raises(SettingError, match=message):
        sc.compare(told)


def test_a_page_larger_than_the_limit_is_rejected_unread(tmp_path: Path) -> None:
    settings = replace(sc.Settings(), max_bytes=len(POST) - 1)
    run = sc.run(lay(tmp_path, STORY), settings=settings)
    post = next(one for one in run.results if one.page.id == "fire/post.html")
    assert isinstance(post, Rejected) and post.reason is Reason.TOO_LARGE
    assert len(articles(run)) == 2


# ------------------------------------------------------------------ what the user corrects

FLAT = {
    "gazette.txt": GAZETTE,
    "herald.txt": HERALD,
    "post.html": POST,
    "library.txt": LIBRARY,
    "library-2.txt": LIBRARY.replace("Saturday", "Sunday"),
}
LIBRARY_STORY = "new-library-opens-its-doors"


def placed(folder: Path, files: Mapping[str, str | bytes], sources: str) -> dict[str, list[str]]:
    run = sc.run(lay(folder, {**files, "sources.toml": sources}))
    return {
        comparison.story.id: [one.page.id for one in comparison.story.articles]
        for comparison in run.comparisons
    }


def test_stories_of_a_flat_folder_are_corrected_page_by_page(tmp_path: Path) -> None:
    fire, library = ["gazette.txt", "herald.txt", "post.html"], ["library-2.txt", "library.txt"]
    assert sorted(placed(tmp_path / "a", FLAT, "").values()) == [fire, library]
    both = """
    [stories."Opening week"]
    title = "A week in the city"
    [articles."post.html"]
    story = "Opening week"
    [articles."library.txt"]
    story = "Opening week"
    """
    found = placed(tmp_path / "b", FLAT, both)
    assert found.pop("opening-week") == ["library.txt", "post.html"]
    assert sorted(found.values()) == [["gazette.txt", "herald.txt"], ["library-2.txt"]]
    joined = f'[articles."post.html"]\nstory = "{LIBRARY_STORY}"'
    found = placed(tmp_path / "c", FLAT, joined)
    assert found.pop(LIBRARY_STORY) == [*library, "post.html"]
    assert list(found.values()) == [["gazette.txt", "herald.txt"]]


def test_the_corrections_that_the_readme_shows_work(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    sources = readme.split("```toml\n")[1].split("```")[0]
    files = {
        "radio-estuary.txt": LIBRARY,
        "coast-courier.html": POST,
        "gazette-noon.html": POST.replace("<p>A witness said", "<p>A baker said"),
        "gazette-night.html": f"<html><body><article><p>{HERALD}</p></article></body></html>",
    }
    run = sc.run(lay(tmp_path, {**files, "sources.toml": sources}))
    (grouped,) = [one.story for one in run.comparisons if one.story.id != "bridge-fire"]
    assert grouped.versions == (("gazette-noon.html", "gazette-night.html"),)
    (named,) = [one.story for one in run.comparisons if one.story.id == "bridge-fire"]
    assert [one.page.id for one in named.articles] == ["coast-courier.html", "radio-estuary.txt"]


def test_a_loose_page_joins_the_story_of_a_folder(tmp_path: Path) -> None:
    files = {**STORY, "library.txt": LIBRARY}
    sources = '[articles."library.txt"]\nstory = "fire"'
    assert placed(tmp_path, files, sources) == {"fire": [*sorted(STORY), "library.txt"]}


def versions(folder: Path, sources: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    outlet = '[outlets.city]\nname = "City News"\n'
    library = '[articles."library.txt"]\noutlet = "city"\n'
    again = '[articles."library-2.txt"]\noutlet = "city"\n'
    run = sc.run(lay(folder, {**FLAT, "sources.toml": f"{outlet}{library}{again}{sources}"}))
    return {one.story.id: one.story.versions for one in run.comparisons}


def test_versions_are_found_and_corrected(tmp_path: Path) -> None:
    pair = versions(tmp_path / "a", "")[LIBRARY_STORY]
    assert pair == (("library-2.txt", "library.txt"),)  # "Saturday" is longer than "Sunday"
    parted = 'version_of = "library-2.txt"'
    assert versions(tmp_path / "b", parted)[LIBRARY_STORY] == ()
    told = 'version_of = "library.txt"\n[articles."gazette.txt"]\nversion_of = "library.txt"'
    (found,) = versions(tmp_path / "c", told)[LIBRARY_STORY]
    assert found[-1] == "library.txt"
    assert set(found) == {"gazette.txt", "library-2.txt", "library.txt"}


def test_compare_called_directly_finds_versions() -> None:
    texts = ("It rained in the hills all night, and the river rose by two metres at the old mill.",)
    later = (*texts, "The mill road is closed until Friday, said the mayor.")
    one = sc.article_from_paragraphs(texts, id="b", outlet="A")
    two = sc.article_from_paragraphs(later, id="a", outlet="A")
    found = sc.compare([one, two])
    assert found.story.versions == (("b", "a"),)
    assert [(each.kind, each.reason) for each in found.findings] == [
        (FindingKind.UNIQUE, "Only A tells this; a newer version of its article added it.")
    ]


def test_versions_come_back_from_the_tables_and_stand_in_the_report(tmp_path: Path) -> None:
    files = {"a.txt": LIBRARY, "b.txt": LIBRARY.replace("The building by", "It is called Lamp. It")}
    sources = """
    [articles."a.txt"]
    outlet = "City News"
    published = 2026-01-02
    [articles."b.txt"]
    outlet = "City News"
    published = 2026-01-01
    """
    run = sc.run(lay(tmp_path / "in", {**files, "sources.toml": sources}))
    (comparison,) = run.comparisons
    assert comparison.story.versions == (("b.txt", "a.txt"),)
    documents = sc.tabulate(run)["documents"]
    assert list(documents["version_of"]) == ["a.txt", "a.txt"]
    assert list(documents["version"]) == [2, 1]
    publish(tmp_path / "out", output_files(run))
    assert sc.load(tmp_path / "out").comparisons[0].story.versions == comparison.story.versions
    html = sc.render(run)[f"story-{comparison.story.id}.html"]
    assert "the newest of 2" in html
    assert "1 of 2: an older version of <bdi>City News (2 Jan 2026)</bdi>" in html
    assert "From an older version" in html


# ------------------------------------------------------------------ odd arguments


def made(name: str, *paragraphs: str) -> Article:
    return sc.article_from_paragraphs(paragraphs or ("It rained.",), id=name, outlet=name.upper())


def test_compare_refuses_nothing_and_one_id_twice() -> None:
    with pytest.raises(SettingError, match="there is no article"):
        sc.compare([])
    with pytest.raises(SettingError, match="'a'"):
        sc.compare([made("a"), made("b"), made("a")])


def test_compare_refuses_a_rejected_page_by_name() -> None:
    wall = sc.clean(sc.page_from_html(b"", id="wall", outlet="W"))
    assert isinstance(wall, Rejected)
    with pytest.raises(SettingError, match="'wall' was rejected"):
        sc.compare([made("a"), wall])  # type: ignore[list-item]  # what a hasty caller does


@pytest.mark.parametrize("paragraphs", [("Twelve people came.",), ("",), (" ", "\n"), ("!", "?")])
def test_one_article_is_compared_with_itself(paragraphs: tuple[str, ...]) -> None:
    found = sc.compare([made("a", *paragraphs)])
    assert isinstance(found, Comparison)
    assert found.alignments == ()


def test_an_article_without_paragraphs_is_one() -> None:
    article = sc.article_from_paragraphs([], id="a", outlet="A", title="Only a title")
    assert (article.text, article.kept) == ("", ())
    assert [one.text for one in sc.sentences(article)] == ["Only a title"]
    assert sc.compare([article, made("b")]).story.articles[0].page.id == "a"


def test_group_passes_over_what_is_rejected_and_takes_nothing() -> None:
    assert sc.group([]) == ()
    wall = sc.clean(sc.page_from_html(b"", id="w", outlet="W"))
    assert isinstance(wall, Rejected)
    assert sc.group([wall]) == ()


def test_clean_refuses_a_foreign_site_and_keeps_nothing_if_asked() -> None:
    page = sc.page_from_text(GAZETTE, id="a", outlet="A")
    with pytest.raises(SettingError, match="'B'"):
        sc.clean(page, site=Site(outlet="B", repeated=()))
    nothing = sc.clean(page, keep=())
    assert isinstance(nothing, Rejected) and nothing.reason is Reason.NO_ARTICLE
    only_lists = sc.clean(page, keep=(Kind.LIST_ITEM,), rules=())
    assert isinstance(only_lists, Rejected)
    assert {removal.rule for removal in only_lists.removals} == {Rule.REJECTED_PAGE}


@pytest.mark.parametrize("pages", [(), ("A", "B")])
def test_a_site_is_learnt_of_one_outlet(pages: tuple[str, ...]) -> None:
    with pytest.raises(SettingError, match="one outlet"):
        sc.learn_site([sc.page_from_text(GAZETTE, id=name, outlet=name) for name in pages])


@pytest.mark.parametrize("url", ["javascript:x", "ftp://a.example", "a.example", ""])
def test_a_page_with_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(SettingError, match="no http"):
        sc.page_from_html("<p>x", id="a", outlet="A", url=url)


def test_a_page_with_a_fault_is_rejected_for_it() -> None:
    page = sc.page_from_text(b"%PDF-1.7 " * 50, id="a", outlet="A")
    assert isinstance(page.fault, Fault)
    result = sc.clean(page)
    assert isinstance(result, Rejected)
    assert (result.reason, result.text, result.kept) == (Reason.NOT_TEXT, "", ())
