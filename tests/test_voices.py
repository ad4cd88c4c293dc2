"""Who speaks with a voice of their own, and who prints another one's text."""

from sourcecompare.model import Article
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.reuse import voices
from sourcecompare.sentences import sentences

from .test_align import ARREST, FERRY, FIRE, REPAIR, WEATHER

# A wire text, and what outlets make of it: long enough that a sentence alone proves nothing.
WIRE = (
    "A fire in a cable duct closed the old lighthouse tunnel on Monday, the harbour board said, "
    "and cut off the fishing village at its far end for most of the day.",
    "Crews from three towns needed nearly six hours to put it out, because smoke kept them from "
    "reaching the place where the cables had begun to burn.",
    "Nobody was hurt, but a school bus with thirty children had to turn back in the dark, and its "
    "driver was praised by the parents who waited at the entrance.",
    "Engineers will look at the lining of the tunnel before it opens again, and they warned that "
    "this may take until the end of the month.",
)
ISLAND = (
    "The island's own bakery stayed shut, since its flour comes through the tunnel every morning.",
    "Fishermen took schoolchildren across the bay in their boats before the tide went out.",
    "The mayor asked again for a road over the pass, which the council turned down in spring.",
    "A choir that had meant to sing in the village church moved its concert to next Sunday.",
)
SPEECH = (
    "“We have waited eleven years for a second way out of this village, and nobody who has ever "
    "sat behind a broken lorry in that tunnel can tell me that this was money well saved,” said "
    "the mayor. “I will say it again on Thursday, and I will say it every week until somebody in "
    "the capital gets into a car and comes to look at what they have left us with.”"
)


def article(name: str, *paragraphs: str, outlet: str | None = None) -> Article:
    return article_from_paragraphs(paragraphs, id=name, outlet=outlet or name.title())


def number(*articles: Article) -> int:
    return len(set(voices(articles, {one.page.id: sentences(one) for one in articles}).values()))


def test_outlets_with_words_of_their_own_are_voices() -> None:
    assert number(article("a", *WIRE), article("b", *ISLAND), article("c", FIRE, REPAIR)) == 3
    assert number() == 0


def test_a_wire_text_cut_turned_round_and_filled_up_is_one_voice() -> None:
    edited = WIRE[0].replace("on Monday, the harbour board said,", "on Monday")
    agency = article("a", *WIRE)
    cut = article("b", ISLAND[0], WIRE[2], f"{ISLAND[1]} {edited}", ISLAND[2])
    turned = article("c", WIRE[3], WIRE[1], ISLAND[3])
    assert number(agency, cut) == number(agency, turned) == 1
    # Parts that do not overlap are joined by the text that both were taken from.
    assert number(cut, turned) == 2
    assert number(cut, turned, agency) == 1


def test_the_second_article_of_an_outlet_is_no_second_voice() -> None:
    assert number(article("a", *WIRE, outlet="Gamma"), article("b", *ISLAND, outlet="Gamma")) == 1


def test_a_shared_quotation_makes_no_copy() -> None:
    for said in (SPEECH, SPEECH.replace("“", "'").replace("”", "'"), SPEECH.rstrip("”")):
        assert number(article("a", said, *WIRE[:2]), article("b", ISLAND[0], said, FERRY)) == 2


def test_what_is_nothing_but_a_quotation_is_compared_all_the_same() -> None:
    assert number(article("a", f"“{WIRE[0]}”"), article("b", f"“{WIRE[0]}” “{WIRE[1]}”")) == 1


def test_one_sentence_of_a_press_release_makes_no_copy_of_a_short_item() -> None:
    one, other = article("a", ARREST, REPAIR, FERRY), article("b", WEATHER, ISLAND[1], REPAIR)
    assert number(one, other) == 2
    assert number(article("a", REPAIR), article("b", WEATHER, REPAIR)) == 1


def test_characters_of_a_script_without_spaces_are_no_words() -> None:
    # Five characters in common are a name: only ten count as a run.
    mayor = "港口管理委员会主席周三在新闻发布会上"
    one = article("a", f"{mayor}说大桥将关闭两个星期并要求市民改乘轮渡")
    other = article("b", f"没有人知道火灾原因而{mayor[:9]}拒绝回答记者的任何问题")
    assert number(one, other) == 2
    assert number(one, article("c", f"{mayor}说大桥将关闭两个星期")) == 1
