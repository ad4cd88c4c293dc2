"""Sentences: where they end, and that none of the kept text is lost."""

from dataclasses import replace

import pytest

from sourcecompare.boundaries import split_sentences
from sourcecompare.model import Article, Kind, Media, Rule, SentenceRef
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.sentences import headline, sentences
from sourcecompare.text import words

from .builders import make_article, make_page

# Each row is a text, its sentences apart by a bar.
CASES = [
    "Mr. Hu met Gen. A. B. Lee.|They left.",
    "J. K. Rowling saw U.S. President Hale at 5 a.m. Monday.|He waved.",
    "He moved to the U.S.|The army stayed.",
    "It fell 3.7 percent on Jan. 5.|No. 2 lost.",
    "He said no.|The vote failed.",
    "The U.S.-led force took 3.5m people, e.g.this one.",
    "However,Orland said the troops.|This was it.",
    "See www.Site.com and http://a.example/b?Q=1. It is new.".replace(". It", ".|It"),
    "Sen. Ruiz, R-Tex., won.|“Why?” Mayor Low asked.|“No!”|He left.",
    "“We go.”|She sat.|(It rained.)|Then it stopped.",
    "Economic aid: Orland ... wants food […] Now.",
    "Wait… |They came.".replace(" |", "|"),
    "1. The first point stands.|2. The second falls.",
    "They met in 2014.|It ended.[1]|Later it began.",
    "Er kam am 3. Oktober nach St. Gallen.|Dann ging er.",
    "«Venez ! »|Il partit.",
    "今天很好。|他说：“我来了！”|然后走了。",
    "هل جاء؟|نعم جاء.",
    "यह ठीक है।|वह गया।",
    "Roe v. Wade stands.|iPhone sales fell.|$5 was paid.",
]


# Sentences glued to one another: apart by a bar where they are to be split, and nowhere else.
GLUED = [
    "The bridge stays closed.|This was expected.",
    "She spoke of “a long night.”|Then she left.",
    "“It is over,” he said.|“We can go home.”",
    "It opened in 2019.|The second one followed.",
    "Nobody was hurt, he said.|Reuters could not check this.",
    "Smoke hung over the town.|Ferries ran all the same.",
    "They fled across the water.|the ferry was full.",
    "He asked the council why?|Because it had to be asked.",
    "The fire is out!|It was a long night.",
    "He paid $5.|The rest was free.",
    "The town was dark.|A bell rang.",
    "She stayed.|I did not.",
    "Das Feuer ist aus.|Die Brücke bleibt zu.",
    "Der Brand im Hafen.|Das Haus stand leer.",
    "Le feu est éteint.|Les bateaux partent.",
    "Пожар потушен.|Это заняло всю ночь.",
    "Мост закрыт.|В городе темно.",
    "Η γέφυρα έκλεισε.|Το πλοίο φεύγει.",
    "انطفأ الحريق.بقي الجسر مغلقا.".replace(".ب", ".|ب"),
    "هل انتهى الحريق؟|نعم انتهى.",
    "آگ بجھ گئی۔|پل بند ہے۔",
    "大桥关闭了。|渡轮还在开。",
    "大桥关闭了.|渡轮还在开.",
    "火灭了!|桥还关着?|是的.",
    "आग बुझ गई।|पुल बंद है।",
    "다리가 닫혔습니다.|(배는 다닙니다.)",
    # These are one sentence each, or part of one.
    "The U.S.A is large.",
    "See example.com or Booking.com for more.",
    "It grew 3.5 percent, not 3.5m.",
    "Some towns, e.g.this one, stay dark.",
    "They use Node.js and ASP.NET on it.",
    "The boat went to St.Petersburg.",
    "Viele Orte, z.B.Bremen, sind dunkel.",
    "It was No.2 on the list.",
    "Open report.Final.pdf or notes.txt first.",
    "Write to ann.Lee@example.com about it.",
    "J.K.Rowling came by boat.",
    "The ferry leaves at 5 a.m.Eastern time.",
    "He called fmt.Println(x) and os.Create(name) twice.",
    "The FRITZ!Box was new.",
    "So many…Orland people came.",
    "Infer.NET and Earth.Org are names.",
    "Der 1.FC Orland hat verloren.",
    "See kino.de for the times.",
    "LinkedIn and YouTube are names.",
]


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text)]


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_a_reader_would_say(case: str) -> None:
    wanted = case.split("|")
    assert split(" ".join(wanted)) == wanted


@pytest.mark.parametrize("case", GLUED)
def test_glued_sentences_come_apart_and_names_do_not(case: str) -> None:
    wanted = case.split("|")
    text = "".join(wanted)
    spans = split_sentences(text)
    assert [text[span.start : span.end] for span in spans] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It ended.This began.", ["It ended.", "This began."]),
        ('It ended."This began."', ['It ended."', 'This began."']),
        ("one line\nand the next. Two", ["one line\nand the next.", "Two"]),
        ("no stop\n \nnew paragraph", ["no stop", "new paragraph"]),
        ("  padded.  ", ["padded."]),
        ("... *** !!!", []),
        ("", []),
    ],
)
def test_blanks_and_breaks(text: str, wanted: list[str]) -> None:
    assert split(text) == wanted


@pytest.mark.parametrize("text", ["a. " * 30_000, "7" * 100_000, "! " * 50_000, "\n " * 50_000])
def test_hostile_text_comes_back_whole(text: str) -> None:
    assert words(" ".join(split(text))) == words(text)


def test_a_sentence_never_spans_a_removal() -> None:
    text = "Ann saw the fire. (read more) Bob did not (advert) see it."
    page = make_page("p", [(Kind.PARAGRAPH, text)])
    article = make_article(page, cuts={"(read more)": Rule.RELATED, "(advert)": Rule.ADVERTISEMENT})
    found = sentences(article)
    assert [one.text for one in found] == ["Ann saw the fire.", "Bob did not", "see it."]
    assert [one.ref.sentence for one in found] == [0, 1, 2]
    assert all(text[one.span.start : one.span.end] == one.text for one in found)


def test_lines_kept_one_by_one_are_one_sentence() -> None:
    article = article_from_paragraphs(["A sentence that is\nwrapped. Another."], id="a", outlet="A")
    first, last = article.kept[0].start, article.kept[0].end
    lines = (replace(article.kept[0], end=first + 18), replace(article.kept[0], start=first + 19))
    assert lines[1].end == last
    found = sentences(replace(article, kept=lines))
    assert [one.text for one in found] == ["A sentence that is\nwrapped.", "Another."]


def test_the_title_block_comes_first_and_once() -> None:
    blocks = [(Kind.PARAGRAPH, "It burns."), (Kind.TITLE, " Fire. In town ")]
    article = make_article(make_page("p", blocks), title="Fire. In town")
    assert [(one.text, one.ref.block) for one in sentences(article)] == [
        ("Fire. In town", 1),
        ("It burns.", 0),
    ]


def test_a_title_without_a_block_is_a_headline_on_text_pages_only() -> None:
    def headlined(media: Media) -> Article:
        return make_article(make_page("p", [(Kind.PARAGRAPH, "It.")], media=media), title=" Fire")

    head = headline(headlined(Media.TEXT))
    assert head is not None
    assert (head.ref, head.text, head.span.start) == (SentenceRef("p", -1, 0), "Fire", 1)
    assert headline(headlined(Media.HTML)) is None
    assert headline(replace(headlined(Media.TEXT), title=" - ")) is None
