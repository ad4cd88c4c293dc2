"""What may be relied on when blocks are told to be content or not."""

from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest

import sourcecompare as sc
from sourcecompare.clean import cleaning
from sourcecompare.clean.cleaning import clean_by, signals_of
from sourcecompare.content import (
    CONTENT,
    Floats,
    Forest,
    Judgement,
    Models,
    Signals,
    arrays,
    characters,
    features_of,
    forest,
    judge,
    passages_of,
    shipped_models,
    vote_shares,
    with_vote,
)
from sourcecompare.content.judgement import VOTE
from sourcecompare.content.passages import passage_features
from sourcecompare.text import folded_words

PROSE = "The council said that the old bridge will stay closed until its piers have been looked at."
MODEL_BYTES = 150_000


def html_page(markup: str) -> sc.Page:
    return sc.page_from_html(markup, id="a", outlet="A")


def text_page(*lines: str) -> sc.Page:
    return sc.page_from_text("\n\n".join(lines), id="a", outlet="A")


def column(*values: float) -> Floats:
    return np.array(values, float)


def judged(likely: Floats, words: Floats) -> Judgement:
    return Judgement(likely=likely, words=words)


# Forests

SMALL = Forest(
    names=("a", "b"),
    columns=np.array([[0, 1], [1, 1]], np.int16),
    borders=np.array([[1, 2], [0, 5]], np.float32),
    leaves=np.array([[10, 20, 30, 40], [1, 2, 3, 4]], np.int16),
    unit=0.5,
    bias=-1.0,
)


@pytest.mark.parametrize(
    ("a", "b", "leaves"),
    [
        (1, 2, 10 + 2),  # equal to a border is not above it
        (2, 2, 20 + 2),  # the first floor's yes is bit 0
        (0, 6, 30 + 4),  # the second floor's is bit 1
        (2, 3, 40 + 2),
        (0, 0, 10 + 1),
    ],
)
def test_a_forest_adds_up_the_leaves_that_a_row_reaches(a: float, b: float, leaves: int) -> None:
    (odds,) = SMALL.odds({"a": column(a), "b": column(b), "unasked": column(7)})
    assert odds == leaves * 0.5 - 1


def test_rows_are_judged_alike_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forest, "CHUNK", 3)
    a, b = np.arange(8.0) % 3, np.arange(8.0)
    together = SMALL.odds({"a": a, "b": b})
    alone = [
        float(SMALL.odds({"a": column(x), "b": column(y)})[0]) for x, y in zip(a, b, strict=True)
    ]
    assert together.tolist() == alone
    assert SMALL.odds({"a": column(), "b": column()}).shape == (0,)


def test_a_missing_feature_is_an_error() -> None:
    with pytest.raises(KeyError, match="b"):
        SMALL.odds({"a": column(1)})


def test_a_forest_comes_back_from_its_bytes() -> None:
    data = SMALL.to_bytes()
    back = forest.forest_from_bytes(data)
    assert back.to_bytes() == data == SMALL.to_bytes()
    assert (back.names, back.unit, back.bias) == (SMALL.names, SMALL.unit, SMALL.bias)
    for name in ("columns", "borders", "leaves"):
        was, now = getattr(SMALL, name), getattr(back, name)
        assert was.dtype == now.dtype
        assert np.array_equal(was, now)


@pytest.mark.parametrize("name", ["html", "text", "passages"])
def test_shipped_forests_are_small_and_whole(name: str) -> None:
    data = files("sourcecompare.content").joinpath("models", f"{name}.npz").read_bytes()
    assert len(data) < MODEL_BYTES
    read = getattr(shipped_models(), name)
    assert read.leaves.shape == (len(read.columns), 2 ** read.columns.shape[1])
    assert set(np.unique(read.columns)) == set(range(len(read.names)))


# Arrays


@pytest.mark.parametrize(
    ("by", "expected"), [(1, [9, 1, 2]), (-1, [2, 3, 9]), (3, [9, 9, 9]), (-4, [9, 9, 9])]
)
def test_shifted_takes_the_value_of_a_neighbour(by: int, expected: list[float]) -> None:
    assert arrays.shifted(column(1, 2, 3), by, 9).tolist() == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        # Of four neighbours those outside the page are 0, and the block itself is left out.
        (lambda v: arrays.windowed(v, 2), [1, 1.5, 1.75, 1.25, 1.25]),
        (lambda v: arrays.windowed(v, 1), [1, 1.5, 2.5, 1.5, 1.5]),
        (arrays.before, [0, 1, 3, 5, 8]),
        (lambda v: arrays.reach(v, 2)[0], [0, 1, 3, 4, 5]),
        (lambda v: arrays.reach(v, 2)[1], [4, 5, 4, 1, 0]),
    ],
)
def test_sums_round_each_block(made: Callable[[Floats], Floats], expected: list[float]) -> None:
    assert made(column(1, 2, 2, 3, 1)).tolist() == expected


def test_distances_leave_the_block_itself_out() -> None:
    flags = np.array([False, True, False, True, False])
    far = arrays.FAR
    assert arrays.since(flags).tolist() == [far, far, 1, 2, 1]
    assert arrays.until(flags).tolist() == [1, 2, 1, far, far]
    assert arrays.since(np.zeros(99, bool)).max() == far


# Characters

MIXED = ("“Ann Reed, 42, left.” Why? 3.5", "市长说，旧桥关闭。", "€🌉 𝐀b:", "x")
COUNTED = {
    "all": [30, 9, 6, 1],
    "letters": [14, 7, 1, 1],
    "upper": [3, 0, 0, 0],
    "digits": [4, 0, 0, 0],
    "commas": [2, 1, 0, 0],
    "quotes": [2, 0, 0, 0],
    "marks": [0, 0, 1, 0],
    "questions": [1, 0, 0, 0],
    "sentences": [2, 1, 0, 0],  # a full stop inside a number ends none
    "unspaced": [0, 7, 0, 0],
    "words": [7, 3.5, 1, 1],  # 3 and 5 are two runs; letters beyond the basic plane are not seen
    "capitalised": [3, 0, 0, 0],
}


@pytest.mark.parametrize("chunk", [1, 7, 1_000_000])
def test_characters_are_counted_by_block(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    monkeypatch.setattr(characters, "CHUNK", chunk)
    page = html_page("".join(f"<p>{line}</p>" for line in MIXED))
    assert [block.text for block in page.blocks] == list(MIXED)
    found = characters.count(page)
    assert {name: getattr(found, name).tolist() for name in COUNTED} == COUNTED
    sorts = [characters.QUOTE, characters.LETTER, 0, characters.LOWER]
    assert found.first.tolist() == sorts


# Judgements


def test_quality_is_the_expected_f1_of_the_words() -> None:
    judgement = judged(column(0.9, 0.5, 0.2), column(10, 20, 5))
    # Of 30 kept words 9 + 10 are right; 9 + 10 + 1 are wanted.
    assert judgement.quality(np.array([True, True, False])) == pytest.approx(2 * 19 / (30 + 20))
    assert judgement.quality(np.zeros(3, bool)) == 0


@pytest.mark.parametrize(
    ("likely", "chosen"),
    [
        ((0.9, CONTENT, 0.49), [True, True, False]),
        ((0.2, 0.3, 0.3), [False, True, True]),  # those that come nearest
        ((0.05, 0.01), [False, False]),  # nothing comes near
        ((), []),
    ],
)
def test_content_is_what_is_likely_or_comes_nearest(
    likely: tuple[float, ...], chosen: list[bool]
) -> None:
    values = column(*likely)
    assert judged(values, np.ones(len(values))).content().tolist() == chosen


def test_what_a_rule_removes_is_no_content() -> None:
    judgement = judged(column(0.9, 0.8), column(5, 5)).without(np.array([True, False]))
    assert judgement.likely.tolist() == [0, 0.8]
    assert judgement.words.tolist() == [5, 5]


def test_a_vote_moves_the_odds_of_a_block() -> None:
    judgement = with_vote(judged(column(0.5, 0.5, 0.5, 0, 1), np.ones(5)), column(1, 0, 0.5, 1, 0))
    up = 1 / (1 + np.exp(-VOTE))
    assert judgement.likely[:3].tolist() == pytest.approx([up, 1 - up, 0.5])
    assert 0 < judgement.likely[3] < 0.001
    assert 0.999 < judgement.likely[4] < 1


def test_a_vote_is_counted_in_runs_of_words() -> None:
    tokens = [
        folded_words(text) for text in ("one two three four", "five two three six", "Coast", "")
    ]
    shares = vote_shares(tokens, "ONE two three four, five\ncoast")
    assert list(shares) == [1.0, 0.0, 1.0, 0.0]


# Features

CHINESE = "市政府周二宣布，旧桥将关闭到秋天，渡船会多开几班。"
ARABIC = "أعلنت البلدية يوم الثلاثاء إغلاق الجسر القديم حتى الخريف، وستزيد العبارات رحلاتها."
PAGES = {
    "one sign": ".",
    "one word": "Coast",
    "one paragraph": PROSE,
    "no letters": "2024\n\n🌉🌉\n\n| | |",
    "Chinese": f"{CHINESE}\n\n{CHINESE}{CHINESE}",
    "Arabic": f"{ARABIC}\n\n{ARABIC} {ARABIC}",
}


def both_media(text: str) -> tuple[sc.Page, sc.Page]:
    return text_page(text), html_page("".join(f"<p>{line}</p>" for line in text.split("\n\n")))


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_every_feature_has_a_finite_value_for_each_block(text: str) -> None:
    models = shipped_models()
    for page in both_media(text):
        signals = signals_of(page)
        features = features_of(page, signals)
        second = passages_of(features, np.full(len(page.blocks), 0.5), signals)
        for name, values in second.items():
            assert values.shape == (len(page.blocks),), name
            assert np.isfinite(values).all(), name
        likely = judge(page, signals, models).likely
        assert ((likely > 0) & (likely < 1)).all()


def test_every_feature_that_a_shipped_forest_asks_for_is_made() -> None:
    text, html = both_media(PROSE)
    models = shipped_models()
    first = features_of(text, signals_of(text))
    assert set(models.html.names) <= features_of(html, signals_of(html)).keys()
    assert set(models.text.names) <= first.keys()
    second = passages_of(first, column(0.5), signals_of(text))
    assert set(models.passages.names) <= second.keys()


FERRY = (
    "The ferry Mathilda ran onto a sandbank off Merrin, and Captain Oswald called for help.",
    "Captain Oswald said that the Mathilda had lost her rudder in the channel off Merrin.",
    "Divers looked at the rudder of the Mathilda while the captain waited on the sandbank.",
)
SAME = "The captain of the Mathilda hopes that her rudder will be mended in Merrin by Sunday."
OTHER = "Bakers compete for the golden whisk: eighty cakes, twelve judges, and a broken oven."


def test_a_block_of_another_story_shares_fewer_rare_words() -> None:
    page = text_page(*FERRY, SAME, OTHER)
    likely, words = column(0.9, 0.9, 0.9, 0.4, 0.4), np.full(5, 15.0)
    features = passage_features(likely, words, signals_of(page))
    for name in ("cohesion", "cohesion_opening"):
        assert 0 <= features[name][4] < 0.2 < features[name][3] <= 1, name


def test_a_page_without_a_sure_block_shares_nothing() -> None:
    page = text_page(*FERRY)
    features = passage_features(np.full(3, 0.5), np.full(3, 15.0), signals_of(page))
    assert features["cohesion"].tolist() == [0, 0, 0]


# Whole pages

STORY = (
    "The old bridge over the Merrin will stay closed until October, the council said on Tuesday.",
    "Engineers found cracks in two of its five piers when the water was low in the dry spring.",
    "“We will not let a bus cross a bridge that we cannot trust,” said the town's chief engineer.",
    "Some nine thousand people cross it on a working day, most of them on their way to the port.",
    "Until then a ferry will take them over the river every ten minutes, free of charge.",
    "The repair will cost four million euros, of which the county has promised to pay a half.",
)
MENU = ("News", "Sport", "Weather", "Jobs", "Tides", "Archive")
TEASERS = ("Harbour fair opens", "Two held after boat theft", "Storm warning lifted")


def news_page() -> str:
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in MENU)
    body = "".join(f"<p>{text}</p>" for text in STORY)
    teasers = "".join(f'<li><a href="/{n}">{text}</a></li>' for n, text in enumerate(TEASERS))
    return (
        "<html><head><title>Old bridge stays closed</title></head><body>"
        f"<nav><ul>{menu}</ul></nav><main><h1>Old bridge stays closed</h1>{body}</main>"
        f"<aside><h2>Most read</h2><ul>{teasers}</ul></aside></body></html>"
    )


@pytest.mark.parametrize(
    "page",
    [
        html_page(news_page()),
        text_page(*MENU, "Old bridge stays closed", *STORY, "Most read", *TEASERS),
    ],
    ids=["html", "text"],
)
def test_an_ordinary_page_keeps_its_paragraphs_and_nothing_else(page: sc.Page) -> None:
    result = sc.clean(page)
    assert result.text.split("\n\n") == list(STORY)


SHORT = (*STORY[:2], "No boat will sail before the weekend.")


@pytest.mark.parametrize(
    "page",
    [
        html_page("".join(f"<p>{line}</p>" for line in SHORT)),
        text_page(*SHORT),
    ],
    ids=["html", "text"],
)
def test_a_paste_without_a_frame_is_kept_to_its_last_short_sentence(page: sc.Page) -> None:
    assert sc.clean(page).text.split("\n\n") == list(SHORT)


LATER = "".join(
    f"<p>On day {day} the engineers looked at pillar {day} and found {day} more cracks in its "
    "stone, which they will fill before the ice comes down the river.</p>"
    for day in range(2, 9)
)


def constant(odds: float) -> Models:
    """Forests that say the same of every block."""
    same = replace(SMALL, names=("words", "ends"), unit=0.0, bias=odds)
    return Models(html=same, text=same, passages=same)


@pytest.mark.parametrize(
    ("page", "odds", "asked"),
    [
        (html_page(news_page() + LATER), 4, 0),
        (html_page(news_page() + LATER), 0, 1),  # of even odds nobody is sure
        (html_page(news_page()), 4, 1),  # so little is kept that a second opinion is cheap
        (text_page(*STORY), 0, 0),  # the other extractor reads markup only
    ],
    ids=["easy", "hard", "short", "text"],
)
def test_another_extractor_is_asked_on_hard_pages_only(
    monkeypatch: pytest.MonkeyPatch, page: sc.Page, odds: float, asked: int
) -> None:
    calls = []

    def vote(markup: str) -> str:
        calls.append(markup)
        return STORY[0]

    monkeypatch.setattr(cleaning, "vote", vote)
    result = clean_by(page, constant(odds))
    assert len(calls) == asked
    assert STORY[0] in result.text
    assert (STORY[1] in result.text) is (odds > 0 or not asked)


@pytest.mark.parametrize(("lines", "read"), [(STORY[1:4], False), (STORY, True)])
def test_an_article_that_waits_for_a_script_is_read(lines: tuple[str, ...], read: bool) -> None:
    hidden = "".join(f"<p>{text}</p>" for text in lines)
    page = html_page(f'<p>{PROSE}</p><div style="display:none">{hidden}</div>')
    result = clean_by(page, constant(4))
    assert (STORY[3] in result.text) is read
    assert any("script" in note for note in getattr(result, "notes", ())) is read
    assert (sc.Rule.HIDDEN in {removal.rule for removal in result.removals}) is not read


def test_signals_have_an_entry_for_each_block() -> None:
    page = html_page(news_page())
    signals = signals_of(page)
    assert isinstance(signals, Signals)
    assert len(signals.rules) == len(signals.tokens) == len(signals.repeats) == len(page.blocks)
    assert page.blocks[signals.title_block].text == "Old bridge stays closed"
