import sys
from pathlib import Path

import pytest

from sourcecompare.errors import SettingError
from sourcecompare.store import ArticleSource, Sources, list_inputs, read_sources

WHOLE = """
[stories.harbour]
title = "Fire in the harbour"

[outlets.alpha]
name = "Alpha News"
domains = ["www.Alpha.example", "alpha-news.example"]

[outlets.beta]
name = "Beta Times"
domains = ["beta.example", "live.alpha.example"]

[articles."harbour/alpha.html"]
outlet = "alpha"
url = "https://alpha.example/1?a=b"
retrieved = 2025-09-03T10:00:00+08:00
published = 2025-09-02
language = "en-GB"
title = "Harbour  on fire"
story = "quay"
version_of = "harbour/gamma.txt"

[articles."harbour/gamma.txt"]
outlet = "Gamma Daily"
published = "2025-09"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "harbour").mkdir()
    for name in ["alpha.html", "gamma.txt"]:
        (tmp_path / "harbour" / name).write_bytes(b"text")
    return tmp_path


def read(root: Path, toml: str, name: str = "sources.toml") -> Sources:
    (root / name).write_text(toml, "utf-8")
    return read_sources(list_inputs(root))


def test_all_that_can_be_said_is_read(root: Path) -> None:
    sources = read(root, WHOLE)
    assert sources.article("harbour/alpha.html") == ArticleSource(
        outlet="Alpha News",
        url="https://alpha.example/1?a=b",
        retrieved="2025-09-03T10:00:00+08:00",
        published="2025-09-02",
        language="en-GB",
        title="Harbour on fire",
        story="quay",
        version_of="harbour/gamma.txt",
    )
    gamma = sources.article("harbour/gamma.txt")
    assert (gamma.outlet, gamma.published, gamma.url) == ("Gamma Daily", "2025-09", None)
    assert sources.story_title("harbour") == "Fire in the harbour"
    assert sources.story_title("quay") is None
    assert sources.article("other.html") == ArticleSource()


def test_nothing_need_be_said(root: Path) -> None:
    assert read_sources(list_inputs(root)) == Sources()


@pytest.mark.parametrize(
    ("url", "stem", "outlet"),
    [
        ("https://alpha.example/x", "", "Alpha News"),
        ("https://WWW.alpha.example:8080/x", "", "Alpha News"),
        ("https://m.alpha.example/x", "beta", "Alpha News"),
        ("https://live.alpha.example/x", "", "Beta Times"),
        ("https://notalpha.example/x", "", None),
        ("https://gamma.example/x", "beta", "Beta Times"),
        ("https://[broken/x", "alpha", "Alpha News"),
        (None, "alpha", "Alpha News"),
        (None, "gamma", None),
    ],
)
def test_an_outlet_is_told_by_domain_then_by_file_name(
    root: Path, url: str | None, stem: str, outlet: str | None
) -> None:
    assert read(root, WHOLE).outlet_of(url, stem) == outlet


def test_a_sidecar_speaks_for_its_page_and_sources_toml_corrects_it(root: Path) -> None:
    sidecar = root / "harbour/alpha.html.toml"
    sidecar.write_text(
        '\ufeffoutlet = "beta"\ntitle = "From the sidecar"\nlanguage = "de"', "utf-8"
    )
    article = read(root, WHOLE.replace('title = "Harbour  on fire"', "")).article(
        "harbour/alpha.html"
    )
    assert (article.outlet, article.title, article.language) == (
        "Alpha News",
        "From the sidecar",
        "en-GB",
    )


def test_of_a_single_page_only_its_sidecar_is_read(root: Path) -> None:
    (root / "harbour/sources.toml").write_text("not = toml =")
    (root / "harbour/alpha.html.toml").write_text('outlet = "Alpha"')
    sources = read_sources(list_inputs(root / "harbour/alpha.html"))
    assert sources.article("alpha.html").outlet == "Alpha"


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        (
            "[outlet.a]\nname='A'",
            "sources.toml has an unknown key 'outlet'; did you mean 'outlets'?",
        ),
        (
            "[outlets.a]\ncolour='red'",
            "outlets.a has an unknown key 'colour' (allowed: name, domains); correct or remove it.",
        ),
        ("[outlets]\na = 1", "sources.toml needs a table as outlets.a, not 1"),
        ("outlets = 1", "sources.toml needs a table as outlets, not 1"),
        ("[outlets.a]\nname = 5", "outlets.a needs a text in quotation marks as name, not 5"),
        ("[outlets.a]\nname = ' '", "outlets.a needs a text that is not empty as name"),
        (
            "[outlets.a]\ndomains = 'a.example'",
            "needs a list of domains as domains, not 'a.example'",
        ),
        ("[outlets.a]\ndomains = ['https://a.example/']", 'needs domains like "alpha.example"'),
        (
            "[outlets.a]\ndomains = ['x.example']\n[outlets.b]\ndomains = ['www.x.example']",
            "outlets.a and outlets.b both have the domain x.example",
        ),
        ("[articles.'alpha.html']", "did you mean 'harbour/alpha.html'?"),
        ("[articles.'harbour/alhpa.html']", "did you mean 'harbour/alpha.html'?"),
        ("[articles.'elsewhere.html']", "articles.elsewhere.html matches no page in the inputs"),
        ("[articles.'harbour/alpha.html']\ntitel = 'x'", "'titel'; did you mean 'title'?"),
        ("[articles.'harbour/alpha.html']\nurl = 'alpha.example'", "needs an address with http"),
        ("[articles.'harbour/alpha.html']\nurl = 'javascript:alert(1)'", "as url, not 'javascript"),
        (
            "[articles.'harbour/alpha.html']\npublished = 'yesterday'",
            "needs a date or time in ISO 8601 as published",
        ),
        ("[articles.'harbour/alpha.html']\npublished = 2025", "needs a date like 2025-09-03"),
        ("[articles.'harbour/alpha.html']\npublished = 10:00:00", "needs a date like 2025-09-03"),
        ("[articles.'harbour/alpha.html']\nlanguage = 'English!'", 'needs a tag like "en"'),
        (
            "[articles.'harbour/alpha.html']\nversion_of = 'gamma.txt'",
            "harbour/alpha.html is called a version of 'gamma.txt', which matches no page in the "
            "inputs; did you mean 'harbour/gamma.txt'?",
        ),
        (
            "[articles.'harbour/alpha.html']\nversion_of = 'harbour/gamma.txt'\n"
            "[articles.'harbour/gamma.txt']\nversion_of = 'harbour/alpha.html'",
            "harbour/alpha.html is called a version of itself, by way of other pages",
        ),
        ("[stories.harbor]\ntitle = 'x'", "did you mean 'harbour'?"),
        ("[stories\n", "sources.toml is not valid TOML"),
        ("a = " + "[" * 5000, "sources.toml is not valid TOML"),
    ],
)
def test_what_cannot_be_meant_is_said_in_one_sentence(root: Path, toml: str, message: str) -> None:
    with pytest.raises(SettingError) as caught:
        read(root, toml)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_sidecar_without_its_page_is_a_slip(root: Path) -> None:
    with pytest.raises(SettingError, match=r"alhpa\.html\.toml matches no page.*'harbour/alpha"):
        read(root, "", "harbour/alhpa.html.toml")


def test_other_toml_files_are_left_alone(root: Path) -> None:
    assert read(root, "not = toml =", "harbour/settings.toml") == Sources()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_to_sources_elsewhere_is_not_followed(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "x.toml"
    elsewhere.write_text("")
    (root / "sources.toml").symlink_to(elsewhere)
    with pytest.raises(SettingError, match="leads out"):
        read_sources(list_inputs(root))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2025-09-03T10:00:00Z", "2025-09-03T10:00:00+00:00"),
        ("'2025-09-03T10:00:00Z'", "2025-09-03T10:00:00+00:00"),
        ("'2025-09-03T10:00+08:00'", "2025-09-03T10:00:00+08:00"),
        ("'20250903'", "2025-09-03"),
        ("'2025'", "2025"),
        ("2025-09-03 10:00:00", "2025-09-03T10:00:00"),
    ],
)
def test_times_keep_their_precision(root: Path, written: str, told: str) -> None:
    sources = read(root, f"[articles.'harbour/alpha.html']\nretrieved = {written}")
    assert sources.article("harbour/alpha.html").retrieved == told
