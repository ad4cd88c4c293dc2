"""What outlets print nearly word by word, whom they likely have it from, and who speaks for it."""

from dataclasses import replace

import pytest

from sourcecompare.model import Article, Basis, Kind, Reuse, Rule, SentenceRef
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.reuse import Voices, find_reuse, read_voices
from sourcecompare.reuse.chains import find_chains
from sourcecompare.reuse.runs import SEED, common_runs, find_seeds
from sourcecompare.reuse.words import read_texts
from sourcecompare.sentences import sentences

from .builders import make_article, make_page
from .test_voices import ISLAND, SPEECH, WIRE

TOWN = (
    "At the ferry landing, where nothing had stirred since the last boat was sold, forty cars "
    "stood in a queue before seven, and a baker went from window to window with rolls that she "
    "could not deliver any more.",
    "“My aunt rang from the other side and asked whether she should put the soup back on the "
    "stove,” said a joiner who had been on his way to a wedding with a table on his roof.",
    "By noon the inn had run out of clean cups. Its landlord, who remembers the winter in which "
    "the tunnel was dug, showed guests a photograph of his father with a lamp and a mule.",
    "Late in the evening a tow truck with yellow lights came down the hill, turned twice in front "
    "of the barrier and drove back without saying anything to anybody.",
)
COURT = (
    "Two years ago a court found that the old lamps along the road had been bought from a cousin "
    "of the surveyor, and fined the district; the appeal has not been heard to this day.",
    "The firm that looks after the pumps belongs to a holding with an address above a "
    "hairdresser, where a reporter met nobody but a cat on three visits last month.",
    "A former inspector says that he wrote to the ministry in each of his last five years. He "
    "keeps the letters in a shoe box and the answers, of which there are two, in his wallet.",
    "In the village itself opinion is divided: some want a road over the pass, some want to be "
    "left alone, and a retired pilot wants an airfield on the meadow behind the school.",
)
BREAK = "。"
CHINESE = (
    "周二晚上老港口大桥起火，十二人受伤，消防员用了将近五个小时才把火扑灭。",
    "大桥管理局说，修复费用约为四百二十万欧元，预计最早要到下个月底才能重新通车。",
    "市长要求市民改乘轮渡，并宣布从明天早上六点开始每二十分钟增开一班船。",
)
OTHER_CHINESE = (
    "记者昨天在岛上看到，面包店没有开门，因为面粉每天早上都要经过大桥运来。",
    "一位老渔民说，他小时候没有桥，大家都是等退潮以后划船过海湾去上学的。",
)
THAI = (
    "เพลิงไหม้สะพานท่าเรือเก่าเมื่อคืนวันอังคาร มีผู้บาดเจ็บสิบสองคน "
    "และเจ้าหน้าที่ดับเพลิงใช้เวลาเกือบห้าชั่วโมงจึงควบคุมเพลิงได้",
    "หน่วยงานดูแลสะพานกล่าวว่า ค่าซ่อมแซมจะอยู่ที่ประมาณสี่ล้านยูโร และสะพานจะเปิดใช้อีกครั้งปลายเดือนหน้า",
)


def article(name: str, *paragraphs: str, published: str | None = None, outlet: str = "") -> Article:
    return article_from_paragraphs(
        paragraphs, id=name, outlet=outlet or name.title(), published=published
    )


def found(*articles: Article) -> tuple[Reuse, ...]:
    return find_reuse(articles, {one.page.id: sentences(one) for one in articles})


def heard(*articles: Article) -> Voices:
    said = {one.page.id: sentences(one) for one in articles}
    return read_voices(articles, said, find_reuse(articles, said))


def printed(text: Reuse, *articles: Article) -> list[tuple[str, str]]:
    """The words of each passage on either side."""
    blocks = {
        (one.page.id, block.index): block.text for one in articles for block in one.page.blocks
    }
    return [
        (
            blocks[one.left.article, one.left.block][one.left_span.start : one.left_span.end],
            blocks[one.right.article, one.right.block][one.right_span.start : one.right_span.end],
        )
        for one in text.passages
    ]


def changed(text: str) -> str:
    """A light edit: words exchanged, put in and dropped."""
    for old, new in (
        ("old lighthouse tunnel", "lighthouse tunnel"),
        ("nearly six hours", "some six hours"),
        ("a school bus", "an empty school bus"),
        ("to turn back in the dark", "to go back"),
        ("before it opens again", "before it is opened again"),
    ):
        text = text.replace(old, new)
    return text


def test_a_verbatim_copy_is_one_text_paragraph_by_paragraph() -> None:
    pair = article("a", *WIRE), article("b", *WIRE)
    (text,) = found(*pair)
    assert (text.pages, text.shares, text.whole) == (("a", "b"), (1.0, 1.0), True)
    assert [(left, right) for left, right in printed(text, *pair)] == [
        (one.rstrip("."), one.rstrip(".")) for one in WIRE
    ]


def test_small_edits_do_not_part_a_passage_and_stand_inside_it() -> None:
    pair = article("a", *WIRE), article("b", *map(changed, WIRE))
    (text,) = found(*pair)
    assert text.whole
    assert text.shares[0] > 0.95
    left, right = printed(text, *pair)[2]
    assert left.startswith("Nobody was hurt, but a school bus")
    assert right.startswith("Nobody was hurt, but an empty school bus")
    assert right.endswith("who waited at the entrance")


def test_paragraphs_may_be_cut_anew_and_sentences_change_places() -> None:
    pair = article("a", *WIRE), article("b", f"{WIRE[2]} {WIRE[0]}", WIRE[3], WIRE[1])
    (text,) = found(*pair)
    assert text.shares == (1.0, 1.0)
    places = {(one.left.block, one.right.block) for one in text.passages}
    assert places == {(0, 0), (1, 2), (2, 0), (3, 1)}
    assert all(left == right for left, right in printed(text, *pair))


def test_a_text_cut_to_a_third_between_own_words_is_one_voice() -> None:
    (text,) = found(article("a", *WIRE, *ISLAND), article("b", WIRE[1], WIRE[2], *TOWN[2:3]))
    assert text.whole
    assert 0.25 < text.shares[0] < 0.4
    assert text.shares[1] > 0.5


def test_three_outlets_are_one_text_where_two_have_different_parts_of_the_third() -> None:
    first, last = article("a", *WIRE[:2]), article("c", *WIRE[2:])
    assert found(first, last) == ()
    (text,) = found(first, last, article("b", *WIRE))
    assert text.pages == ("a", "b", "c")
    assert text.shares == (1.0, 1.0, 1.0)
    assert len(set(heard(first, last, article("b", *WIRE)).pages.values())) == 1


@pytest.mark.parametrize("said", [SPEECH, SPEECH.replace("“", "「").replace("”", "」")])
def test_a_speech_that_two_took_down_is_no_common_text(said: str) -> None:
    pair = article("a", *TOWN[:2], said, TOWN[2]), article("b", COURT[0], said, *COURT[1:])
    assert found(*pair) == ()
    refs = [ref for ref, text in _by_text(pair).items() if "sat behind a broken lorry" in text]
    assert heard(*pair).among(refs) == 2


def _by_text(articles: tuple[Article, ...]) -> dict[SentenceRef, str]:
    return {said.ref: said.text for one in articles for said in sentences(one)}


def test_wire_paragraphs_in_own_reports_are_one_voice_there_and_two_elsewhere() -> None:
    wire = WIRE[:2]
    town = article("a", *TOWN[:2], *wire, *TOWN[2:])
    court = article("b", changed(wire[1]), *COURT, changed(wire[0]))
    (text,) = found(town, court)
    assert not text.whole
    assert all(share < 0.35 for share in text.shares)
    voices = heard(town, court)
    assert len(set(voices.pages.values())) == 2
    shared = [SentenceRef("a", 2, 0), SentenceRef("b", 5, 0)]
    assert voices.among(shared) == 1
    assert voices.among([SentenceRef("a", 0, 0), SentenceRef("b", 1, 0)]) == 2
    # Who adds a sentence of their own tells it with a voice of their own.
    assert voices.among([*shared, SentenceRef("b", 1, 0)]) == 2
    assert voices.among([]) == 0


def test_two_texts_in_one_report_are_two() -> None:
    both = article("b", WIRE[0], WIRE[1], *TOWN, *COURT, *ISLAND[:3])
    one = article("a", WIRE[0], WIRE[1], *(f"{text} Or so they say." for text in CLIMB))
    other = article("c", *SHIP, *ISLAND[:3])
    assert [text.pages for text in found(both, one, other)] == [("a", "b"), ("b", "c")]


CLIMB = (
    "A climber who had slept in the hut above the road saw the smoke first and took it for fog.",
    "He had left his telephone in the valley, he told us, as he does when he wants to think.",
    "From the ridge one sees the whole bay, the two chimneys and the cemetery with its white wall.",
    "His dog refused to go down, and so the two of them stayed up there and ate what was left.",
    "On Tuesday he wrote a postcard to his sister, in which none of all this is mentioned at all.",
    "The hut has four beds, a stove from before the war and a visitors' book with eleven names.",
    "It belongs to a club that nobody can join, because its last secretary threw away the forms.",
)
SHIP = (
    "The captain of the mail boat counts her passengers twice, once aloud and once in her head.",
    "She was born on the quay, learnt to read from the names of ships and never married any.",
    "What she thinks of tunnels can be told in one word, which this paper does not print.",
    "Her engine is older than she is; a professor from the mainland came to draw it, and wept.",
    "When the wind stands in the north the crossing takes an hour and all cups are empty.",
    "Since Monday she has sailed nine times a day, and her bell is heard as far as the mill.",
    "At night she moors under the lime tree, where somebody leaves a pie for her each time.",
)


@pytest.mark.parametrize(("text", "own"), [(CHINESE, OTHER_CHINESE), (THAI, ISLAND)])
def test_scripts_without_blanks(text: tuple[str, ...], own: tuple[str, ...]) -> None:
    pair = article("a", *text), article("b", own[0], *text[:2], own[1])
    (reuse,) = found(*pair)
    assert reuse.whole
    assert printed(reuse, *pair)[0][0] == text[0].rstrip(BREAK)
    assert found(article("a", *text), article("b", *own)) == ()
    if text is CHINESE:  # a few signs exchanged
        edited = CHINESE[1].replace("约为", "大约是").replace("预计", "估计")
        ((left, right),) = printed(
            found(pair[0], article("b", edited))[0], pair[0], article("b", edited)
        )
        assert (left, right) == (CHINESE[1].rstrip(BREAK), edited.rstrip(BREAK))


def test_a_name_that_both_have_is_no_text_in_a_script_without_blanks() -> None:
    mayor = "港口管理委员会主席周三在新闻发布会上"
    assert not found(article("a", mayor + OTHER_CHINESE[0]), article("b", CHINESE[0] + mayor))


def test_invisible_signs_and_composition_make_no_difference_and_keep_their_places() -> None:
    plain = "Die Fähre über die Förde fährt wegen des Brandes am späten Abend nicht mehr, hieß es."
    odd = plain.replace("ä", "a\u0308").replace("Brandes", "Bran\u00addes")
    pair = article("a", plain, *WIRE), article("b", odd, *WIRE)
    (text,) = found(*pair)
    assert printed(text, *pair)[0] == (plain.rstrip("."), odd.rstrip("."))


# The likely source


def source(*published: str | None) -> tuple[str | None, Basis]:
    names = "abcdef"
    (text,) = found(
        *(article(name, *WIRE, published=one) for name, one in zip(names, published, strict=False))
    )
    return text.source, text.basis


@pytest.mark.parametrize(
    ("published", "first"),
    [
        (("2025-09-03T10:00", "2025-09-03T08:10", "2025-09-04"), "b"),
        (("2025-09-03T08:10+08:00", "2025-09-03T01:10Z"), "a"),
        (("2025-09-03", "2025-09-02"), "b"),
        (("2025-09-02", "2025-09-03T08:10+02:00"), "a"),
        (("2025-09-03", "2025-09-03T08:10"), None),  # the day may have begun or ended with it
        (("2025-09-03T08:10", "2025-09-03T09:10+02:00"), None),  # one without a zone
        (("2025-09-03T08:10", "2025-09-03T08:10"), None),
        (("2025-09-03T08:10", "2025-09-03T08:10", "2025-09-03T09:00"), None),
        (("2025-09-03T08:10", None), None),
        ((None, None), None),
    ],
)
def test_the_first_published_is_the_likely_source_where_all_times_tell(
    published: tuple[str | None, ...], first: str | None
) -> None:
    basis = Basis.PUBLISHED if first else Basis.UNKNOWN
    assert source(*published) == (first, basis)


def test_two_pages_of_one_outlet_may_both_be_before_all_others() -> None:
    pages = [
        article("a", *WIRE, published="2025-09-03T09:00", outlet="Alpha"),
        article("b", *WIRE, published="2025-09-03T08:00", outlet="Alpha"),
        article("c", *WIRE, published="2025-09-03T10:00"),
    ]
    (text,) = found(*pages)
    assert text.source == "b"


def test_the_longest_is_the_source_only_where_it_has_clearly_more_of_the_text() -> None:
    first, last = article("a", *WIRE[:2]), article("c", *WIRE[2:])
    (text,) = found(first, article("b", *WIRE), last)
    assert (text.source, text.basis) == ("b", Basis.LONGEST)
    # A long report round the same words has no more of them.
    (text,) = found(first, article("b", *WIRE[:2], *ISLAND))
    assert (text.source, text.basis) == (None, Basis.UNKNOWN)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("HARBOUR (Gamma Wire) - " + WIRE[0], *WIRE[1:]), "Gamma Wire"),
        (("GW — " + WIRE[0], *WIRE[1:]), "GW"),
        ((*WIRE[:3], WIRE[3] + " (Gamma Wire)"), "Gamma Wire"),
        ((*WIRE, "Source: Gamma Wire"), "Source: Gamma Wire"),
    ],
)
def test_an_outlet_that_another_names_is_the_source_whatever_the_times(
    lines: tuple[str, ...], words: str
) -> None:
    agency = article("a", *WIRE, outlet="The Gamma Wire", published="2025-09-04")
    (text,) = found(agency, article("b", *lines, published="2025-09-03"))
    assert (text.source, text.basis, text.credit) == ("a", Basis.CREDIT, words)


def test_a_byline_that_names_an_outlet_is_a_credit() -> None:
    page = make_page(
        "b", [(Kind.BYLINE, "By Ann Lee, Gamma Wire"), *((Kind.PARAGRAPH, one) for one in WIRE)]
    )
    copy = make_article(page, cuts={"By Ann Lee, Gamma Wire": Rule.BYLINE})
    (text,) = found(article("a", *WIRE, outlet="Gamma Wire"), copy)
    assert (text.source, text.basis) == ("a", Basis.CREDIT)


@pytest.mark.parametrize(
    "line",
    ["Today nobody came out of the tunnel before the evening.", "A gamma wire is a thin thing."],
)
def test_a_name_that_is_a_plain_word_is_no_credit(line: str) -> None:
    pages = [article(one, *WIRE, line, outlet=one) for one in ("Today", "Gamma Wire", "Delta")]
    (text,) = found(*pages)
    assert text.basis is Basis.UNKNOWN


def test_an_agency_that_is_not_among_the_outlets_is_named_and_no_outlet_is_the_source() -> None:
    first = article("a", "PORT MERRIN (Northwire) — " + WIRE[0], *WIRE[1:], published="2025-09-03")
    (text,) = found(first, article("b", *WIRE, published="2025-09-04"))
    assert (text.source, text.basis, text.credit) == (None, Basis.ELSEWHERE, "Northwire")


def test_two_credits_that_differ_tell_nothing() -> None:
    pages = [
        article("a", *WIRE, "Source: Beta", outlet="Alpha", published="2025-09-03"),
        article("b", *WIRE, "Source: Alpha", outlet="Beta", published="2025-09-04"),
    ]
    (text,) = found(*pages)
    assert (text.source, text.basis) == (None, Basis.UNKNOWN)


# Neither names nor order, and bounded work


def test_the_passages_are_the_same_from_either_side() -> None:
    one = article("a", *WIRE, *ISLAND, WIRE[0])
    other = article("b", ISLAND[0], changed(WIRE[2]), *WIRE[:2], ISLAND[2])
    (there,), (back,) = found(one, other), found(other, one)
    assert there == back
    (renamed,) = found(article("z", *(block.text for block in one.blocks)), other)
    turned = {(right, left) for left, right in printed(renamed, other, replace_id(one, "z"))}
    assert turned == set(printed(there, one, other))


def test_passages_that_overlap_are_listed_alike_from_either_side() -> None:
    story = [f"word{number}" for number in range(45)]
    parts = ((24, 44), (16, 36)), ((20, 40), (21, 45))
    sides = [[" ".join(story[start:end]) for start, end in some] for some in parts]
    listed = []
    for names in ("ab", "ba"):
        one, other = (article(name, *some) for name, some in zip(names, sides, strict=True))
        pairs = printed(found(one, other)[0], one, other)
        listed.append({frozenset(pair) for pair in pairs})
    assert listed[0] == listed[1]


def replace_id(one: Article, name: str) -> Article:
    return replace(one, page=replace(one.page, id=name))


def test_an_outlets_own_versions_are_no_reuse() -> None:
    assert found(article("a", *WIRE, outlet="Gamma"), article("b", *WIRE, outlet="Gamma")) == ()


def test_a_sentence_that_two_share_is_told_as_part_and_a_formula_is_not() -> None:
    formula = "the national association for the protection of the northern coastal waters"
    pair = (
        article("a", *TOWN, f"The letter came from {formula} and its eleven friends."),
        article("b", *COURT, f"Nothing was heard of {formula}, which has moved."),
    )
    assert found(*pair) == ()
    (text,) = found(article("a", *TOWN, WIRE[1]), article("b", *COURT, WIRE[1]))
    assert not text.whole


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["The bridge is closed until further notice and nobody knows why."] * 1000,
        ["alpha beta gamma " * 60_000],
        ["to be or not to be, " * 5_000, "that is " * 20_000],
        ["港口" * 100_000],
    ],
    ids=["equal lines", "periodic", "words in a circle", "two signs"],
)
def test_hostile_texts_are_work_in_proportion_to_their_words(paragraphs: list[str]) -> None:
    pair = article("a", *paragraphs), article("b", "Before that.", *paragraphs, *ISLAND)
    texts = read_texts(pair, {one.page.id: sentences(one) for one in pair})
    seeds = find_seeds(texts)
    size = SEED * texts[0].unit
    runs = common_runs(seeds[0], seeds[1], size)
    pairs = int((runs[:, 2] - size + 1).sum())
    assert 0 < pairs <= 2 * len(texts[0].words)
    assert len(find_chains(texts[0], texts[1], (seeds[0], seeds[1]))) <= 10


def test_fifty_copies_are_listed_beside_one_of_them_and_not_each_beside_each() -> None:
    (text,) = found(*(article(f"p{number:02}", *WIRE) for number in range(50)))
    assert len(text.pages) == 50
    assert len(text.passages) == 49 * len(WIRE)


def test_articles_without_words_have_nothing_in_common() -> None:
    assert found() == found(article("a"), article("b")) == found(article("a", "..."), article("b"))
