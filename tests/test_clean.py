"""What a caller of `clean` and `learn_site` may rely on."""

from dataclasses import replace

import pytest

import sourcecompare as sc

PARAGRAPHS = (
    "A fire broke out on the old bridge on Tuesday night and burned for six hours, the crews said.",
    "Nobody was hurt, but the bridge will stay closed until engineers have looked at its piers.",
    "The harbour master had seen the smoke from the hill at ten and called the fire brigade.",
    "A ferry will carry passengers for as long as the bridge is closed, the council said.",
)
BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def html(body: str, *, outlet: str = "A", head: str = "") -> sc.Page:
    return sc.page_from_html(
        f"<html lang='en'><head>{head}</head><body>{body}</body></html>", id="a", outlet=outlet
    )


def article(page: sc.Page, **more: object) -> sc.Article:
    result = sc.clean(page, **more)  # type: ignore[arg-type] # each test passes its own
    assert isinstance(result, sc.Article)
    return result


def removed(result: sc.Article | sc.Rejected) -> dict[str, str]:
    visible = result.page.visible
    return {visible[r.span.start : r.span.end]: r.rule.value for r in result.removals}


def test_an_article_has_its_text_and_what_the_page_says_of_it() -> None:
    head = (
        "<title>Fire closes the old bridge</title><meta name='author' content='Ann Lee'>"
        "<meta name='date' content='2025-09-03'>"
    )
    result = article(html(f"<h1>Fire closes the old bridge</h1>{BODY}", head=head))
    assert result.text == "\n\n".join(PARAGRAPHS)
    assert (result.title, result.author) == ("Fire closes the old bridge", "Ann Lee")
    assert (result.published, result.language) == ("2025-09-03", "en")
    assert [block.text for block in result.blocks] == list(PARAGRAPHS)
    assert removed(result) == {"Fire closes the old bridge": "title"}
    assert 0.5 < result.confidence <= 1


def test_wrapped_lines_are_joined_in_the_text_but_not_on_the_page() -> None:
    lines = [
        "A fire broke out on the old bridge on Tuesday night and burned for six",
        "hours before the crews from three towns had it under control, the chief",
        "of the brigade said. Nobody was hurt, but the bridge will stay closed",
        "until engineers have looked at the piers of the bridge and at its deck.",
    ]
    page = sc.page_from_text("\r\n".join(lines), id="a", outlet="A")
    result = article(page)
    assert result.text == " ".join(lines)
    assert result.blocks[0].text == "\r\n".join(lines)


def test_a_phrase_is_cut_out_of_a_paragraph_that_stays() -> None:
    page = html(
        f"{BODY}<p>It was the third in ten years (old bridge fire).</p>"
        "<p>The mayor came at dawn to thank the crews (old bridge fire)</p>"
    )
    result = article(page)
    assert result.text.endswith("ten years .\n\nThe mayor came at dawn to thank the crews")
    assert set(removed(result).values()) == {"injected-phrase"}
    assert result.blocks[-1].text.endswith("(old bridge fire)")


def test_captions_are_kept_where_they_are_asked_for() -> None:
    figure = "<figure><img><figcaption>The bridge on Wednesday.</figcaption></figure>"
    page = html(PARAGRAPHS[0].join(("<p>", "</p>")) + figure + BODY)
    assert removed(article(page))["The bridge on Wednesday."] == "caption"
    asked = article(page, keep=(*sc.DEFAULT_KINDS, sc.Kind.CAPTION))
    assert "The bridge on Wednesday." in asked.text


def test_kinds_that_are_not_asked_for_leave_the_body() -> None:
    page = html(f"{BODY}<blockquote>We saw the flames from the hill, he said.</blockquote>{BODY}")
    assert "We saw" in article(page).text
    assert "We saw" not in article(page, keep=(sc.Kind.PARAGRAPH,)).text


def test_a_caller_may_leave_a_rule_out() -> None:
    page = html(f"{BODY}<p>Share this article</p>{BODY.replace('fire', 'blaze')}")
    assert removed(article(page))["Share this article"] == "share"
    rest = tuple(rule for rule in sc.RULES if rule.rule is not sc.Rule.SHARE)
    assert "share" not in removed(article(page, rules=rest)).values()


def test_a_caller_may_add_a_rule() -> None:
    def find(block: sc.Block, context: object) -> str | None:
        return "Our own reason." if "ferry" in block.text else None

    own = sc.BlockRule(rule=sc.Rule.SELF_PROMOTION, confidence=0.5, find=find)
    result = article(html(BODY), rules=(own, *sc.RULES))
    assert [(r.reason, r.confidence) for r in result.removals] == [("Our own reason.", 0.5)]


def test_a_sub_headline_stays_with_the_text_below_it() -> None:
    page = html(f"<h2>What burned</h2>{BODY}<h2>Weather</h2>")
    result = article(page)
    assert result.text.startswith("What burned\n\n")
    assert not result.text.endswith("Weather")


def test_hidden_text_is_removed_whole_or_in_part() -> None:
    page = html(
        f"{BODY}<p hidden>An old version.</p><p>The mayor <i style='display:none'>(a liar)</i> "
        "came at dawn to thank the crews for their work.</p>"
    )
    result = article(page)
    assert removed(result) == {"An old version.": "hidden", "(a liar)": "hidden"}
    assert result.text.endswith("The mayor came at dawn to thank the crews for their work.")


def test_an_article_that_waits_for_a_script_is_read_and_says_so() -> None:
    long = "".join(
        f"<p>{text} It was said on day {day}.</p>" for day in range(8) for text in PARAGRAPHS
    )
    result = article(html(f"<article style='display:none'>{long}</article><p>Menu</p>"))
    assert PARAGRAPHS[0] in result.text
    assert any("until a script shows it" in note for note in result.notes)


def test_what_follows_the_end_of_the_page_is_accounted_for() -> None:
    page = sc.page_from_html(
        f"<html><body>{BODY}</body></html><p>Share on Facebook</p>", id="a", outlet="A"
    )
    assert removed(article(page)) == {"Share on Facebook": "share"}


REJECTED = [
    ("<p>Just a moment...</p><p>Verify you are human to go on.</p>", sc.Reason.CAPTCHA),
    ("<h1>Page not found</h1><p>Sorry.</p>", sc.Reason.SOFT_404),
    ("<p>We value your privacy</p><p>Accept all or manage options</p>", sc.Reason.CONSENT_WALL),
    ("<p>Home</p><p>Share this article</p><p>© 2025 The Courier</p>", sc.Reason.NO_ARTICLE),
    ("<p>The bridge burned down.</p>", sc.Reason.TOO_SHORT),
    ("", sc.Reason.EMPTY),
]


@pytest.mark.parametrize(("body", "reason"), REJECTED, ids=lambda value: str(value)[:20])
def test_a_page_without_an_article_is_a_value_with_a_reason(body: str, reason: sc.Reason) -> None:
    result = sc.clean(html(body))
    assert isinstance(result, sc.Rejected)
    assert result.reason is reason
    assert result.detail.endswith(".")
    assert (result.text, result.kept) == ("", ())
    assert set(removed(result)) == {block.text for block in result.page.blocks}
    assert all(r.rule is sc.Rule.REJECTED_PAGE and reason in r.reason for r in result.removals)


def test_an_article_about_bot_walls_is_an_article() -> None:
    long = "".join(
        f"<p>{text} It was said on day {day}.</p>" for day in range(4) for text in PARAGRAPHS
    )
    words = "<p>Sites ask readers to verify you are human, as the walls put it, the study says.</p>"
    assert "verify you are human" in article(html(long + words + long)).text


def test_all_of_a_loaded_page_is_there_without_its_markup() -> None:
    page = html(BODY)
    bare = replace(page, content="", markup=sc.Markup(), media=sc.Media.TEXT)
    assert article(bare).text == article(page).text


# Sites


def pages(*lines: str, outlet: str = "A") -> list[sc.Page]:
    return [
        html(f"<p>{PARAGRAPHS[n]}</p>" + "".join(f"<p>{line}</p>" for line in lines), outlet=outlet)
        for n in range(3)
    ]


def test_a_site_is_what_its_pages_repeat() -> None:
    site = sc.learn_site(pages("Voice of the Coast", "Page"))
    assert site == sc.Site(outlet="A", repeated=("page", "voice of the coast"))
    result = article(html(BODY + "<p>Voice of the Coast</p>"), site=site)
    assert removed(result) == {"Voice of the Coast": "template"}


def test_one_page_under_two_names_repeats_nothing() -> None:
    page = html(BODY + "<p>Voice of the Coast</p>")
    assert sc.learn_site([page, replace(page, id="b")]).repeated == ()


def test_what_two_articles_tell_alike_is_no_template() -> None:
    first, second, _ = pages(PARAGRAPHS[3])
    assert sc.learn_site([first, second]).repeated == ()


def test_a_site_belongs_to_one_outlet() -> None:
    site = sc.learn_site(pages("Page"))
    with pytest.raises(sc.SettingError, match="cannot clean"):
        sc.clean(html(BODY, outlet="B"), site=site)
    with pytest.raises(sc.SettingError, match="A, B"):
        sc.learn_site([*pages("Page"), *pages("Page", outlet="B")])
    with pytest.raises(sc.SettingError, match="none"):
        sc.learn_site([])
