"""Other stories on a page, small texts, and what an editor is told of the cleaning."""

import textwrap

import pytest

import sourcecompare as sc

BRIDGE = (
    "A fire broke out on the old bridge at Dunholt on Tuesday night and burned for six hours.",
    "Nobody was hurt, but the bridge will stay closed until engineers have looked at its piers.",
    "Harbour master Quill saw smoke from the hill at ten and called the fire brigade of Dunholt.",
    "A ferry will carry passengers while the bridge is closed, the council of Dunholt said.",
    "The engineers will look at the piers on Thursday, when the ferry begins its first crossing.",
)
VIOLIN = (
    "Violinist Marguerite Fontaine came back to Vienna after eleven seasons and filled the hall.",
    "Fontaine opened with a sonata by Brahms, which she had recorded with her late teacher.",
    "The orchestra followed her through every tempo, and critics praised the slow movement.",
    "Her next recital, with music by Schubert, is planned for January and already nearly sold out.",
)
SAME_EVENT = (
    "Engineers who looked at the piers of the old bridge at Dunholt found three cracks.",
    "The bridge will stay closed for a month, the council of Dunholt said, and the ferry goes on.",
    "Harbour master Quill said that smoke from the fire had hidden the damage to the piers.",
)
TITLE = "Fire closes the old bridge at Dunholt"
OTHER = "Fontaine comes home to Vienna in triumph"


def html(body: str) -> sc.Page:
    head = f"<title>{TITLE}</title>"
    return sc.page_from_html(
        f"<html lang='en'><head>{head}</head><body>{body}</body></html>", id="a", outlet="A"
    )


def text(*lines: str) -> sc.Page:
    return sc.page_from_text("\n\n".join(lines), id="a", outlet="A")


def paragraphs(lines: tuple[str, ...]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def piece(title: str, lines: tuple[str, ...]) -> str:
    return f"<article><h1>{title}</h1><p>By Ann Lee</p>{paragraphs(lines)}</article>"


def article(page: sc.Page) -> sc.Article:
    result = sc.clean(page)
    assert isinstance(result, sc.Article)
    return result


def rules_of(result: sc.Article, lines: tuple[str, ...]) -> set[str]:
    visible = result.page.visible
    return {r.rule.value for r in result.removals if visible[r.span.start : r.span.end] in lines}


# Other stories


SECOND_STORIES = {
    "two article elements": html(piece(TITLE, BRIDGE) + piece(OTHER, VIOLIN)),
    "a headline with its byline": html(
        f"<div><h1>{TITLE}</h1>{paragraphs(BRIDGE)}<h2>{OTHER}</h2><p>By Ann Lee</p>"
        f"{paragraphs(VIOLIN)}</div>"
    ),
    "text, after Read next": text(TITLE, *BRIDGE, "Read next", OTHER, *VIOLIN),
    "text, with its byline": text(TITLE, *BRIDGE, OTHER, "By Ann Lee", *VIOLIN),
}


@pytest.mark.parametrize("page", SECOND_STORIES.values(), ids=SECOND_STORIES)
def test_another_story_below_the_first_is_cut(page: sc.Page) -> None:
    result = article(page)
    assert result.text == "\n\n".join(BRIDGE)
    assert rules_of(result, VIOLIN[:-1]) == {"other-article"}
    assert any("second story" in note and OTHER in note for note in result.notes)
    reasons = {r.reason for r in result.removals if r.rule is sc.Rule.OTHER_ARTICLE}
    assert any(f"“{OTHER}”" in reason for reason in reasons)


CRACKS = "Three cracks found in bridge piers"


@pytest.mark.parametrize(
    "page",
    [
        html(piece(TITLE, BRIDGE) + piece(CRACKS, SAME_EVENT)),
        text(TITLE, *BRIDGE, "Read next", CRACKS, *SAME_EVENT),
    ],
    ids=["html", "text"],
)
def test_a_second_piece_on_the_same_event_stays(page: sc.Page) -> None:
    result = article(page)
    for line in (*BRIDGE, *SAME_EVENT):
        assert line in result.text
    if page.media is sc.Media.HTML:
        assert sum("two pieces" in note for note in result.notes) == 1


def test_a_section_of_a_long_feature_stays_whatever_it_tells_of() -> None:
    page = html(f"<h1>{TITLE}</h1>{paragraphs(BRIDGE)}<h2>{OTHER}</h2>{paragraphs(VIOLIN)}")
    assert VIOLIN[-1] in article(page).text


def test_a_live_blog_stays_whole() -> None:
    entries = "".join(
        f"<article><h2>The bridge at {n} o'clock</h2><time>{n}:05</time>{paragraphs(two)}</article>"
        for n, two in enumerate(zip(BRIDGE, (*SAME_EVENT, *BRIDGE[:2]), strict=True))
    )
    result = article(html(f"<h1>{TITLE}</h1>{entries}"))
    assert all(line in result.text for line in BRIDGE)
    assert not any("second story" in note for note in result.notes)


def test_questions_and_answers_stay_whole() -> None:
    answers = [
        line
        for question, answer in zip(
            ("When will it open?", "Who saw the smoke?", "What about Vienna?", "And then?"),
            (BRIDGE[1], BRIDGE[2], VIOLIN[0], VIOLIN[1]),
            strict=True,
        )
        for line in (question, answer)
    ]
    result = article(text(TITLE, BRIDGE[0], *answers, BRIDGE[3], *VIOLIN[2:]))
    assert all(line in result.text for line in (*BRIDGE[:4], *VIOLIN))


# Small texts


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_no_sentence_of_a_few_pasted_lines_is_lost(count: int) -> None:
    lines = BRIDGE[:count]
    assert article(text(*lines)).text == "\n\n".join(lines)
    assert article(text(TITLE, *lines)).text.endswith("\n\n".join(lines))
    assert article(html(paragraphs(lines))).text == "\n\n".join(lines)


def test_wrapped_text_goes_on_down_to_its_last_paragraph() -> None:
    wrapped = [textwrap.fill(line, 50) for line in BRIDGE]
    page = text(
        "Skip to content",
        "Home > News",
        TITLE,
        "By Ann Lee",
        *wrapped,
        "Tags: bridge, fire",
        "Follow us on Facebook",
        "Sign up for our newsletter",
    )
    assert article(page).text == "\n\n".join(BRIDGE)


# Notes and the wall


WALL = "Subscribe to continue reading this article."


LONG = tuple(f"{line} It was said on day {day}." for day in range(4) for line in BRIDGE)


def test_a_short_article_is_called_short() -> None:
    (note,) = article(text(*BRIDGE[:2])).notes
    assert "short: 34 words" in note
    assert not article(html(paragraphs(LONG))).notes


def test_a_page_that_is_hard_to_read_says_that_another_extractor_was_asked() -> None:
    teasers = "".join(f"<li><a href='/{n}'>{line}</a></li>" for n, line in enumerate(VIOLIN))
    mixed = "".join(f"<div>{line}</div><ul>{teasers}</ul>" for line in BRIDGE)
    assert any("another extractor" in note for note in article(html(mixed)).notes)


@pytest.mark.parametrize("page", [html(paragraphs((*BRIDGE, WALL))), text(TITLE, *BRIDGE, WALL)])
def test_a_text_above_a_subscription_wall_may_be_cut_off(page: sc.Page) -> None:
    (note,) = article(page).notes
    assert "cut off" in note
    assert WALL in note


def test_a_wall_below_a_long_article_or_far_below_is_not_mentioned() -> None:
    far = ("Share on Facebook", "Contact us", "Tags: bridge", "Home", WALL)
    for lines in ((*LONG, WALL), (*BRIDGE, *far)):
        assert not any("cut off" in n for n in article(html(paragraphs(lines))).notes)


@pytest.mark.parametrize("above", [(), (BRIDGE[0],)], ids=["nothing", "a teaser"])
def test_a_page_that_is_a_subscription_wall_is_rejected_as_one(above: tuple[str, ...]) -> None:
    result = sc.clean(html(f"<h1>{TITLE}</h1>{paragraphs((*above, WALL))}"))
    assert isinstance(result, sc.Rejected)
    assert result.reason is sc.Reason.PAYWALL
    assert "log in" in result.detail
