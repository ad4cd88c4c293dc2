"""How close two wordings are."""

import pytest

from sourcecompare.model import Label
from sourcecompare.wording import kept_in_order, wording

SOURCE = (
    "The council voted on Tuesday to close the old harbour bridge for two years while engineers "
    "replace its rusted cables, a decision that shop owners nearby have fought since spring."
)
EDITED = SOURCE.replace("on Tuesday ", "").replace("shop owners nearby", "local shop owners")
SPUN = (
    "The assembly voted on Tuesday to shut the ancient harbour bridge for two years while builders "
    "swap its corroded cables, a ruling that store owners close have battled since spring."
)
RETOLD = (
    "Shopkeepers lost their long fight: the crossing at the port stays shut until 2027, and its "
    "cables will be renewed, city politicians decided."
)


@pytest.mark.parametrize(
    ("other", "label"),
    [
        (SOURCE.upper().replace(",", ""), Label.EXACT),
        (EDITED, Label.NEAR),
        (SPUN, Label.SPUN),
        (RETOLD, Label.PARAPHRASE),
        ("", Label.PARAPHRASE),
    ],
)
def test_labels_and_their_symmetry(other: str, label: Label) -> None:
    assert wording(SOURCE, other) is label
    assert wording(other, SOURCE) is label


def test_words_kept_in_order() -> None:
    assert kept_in_order("a b c a b".split(), "b a c b".split()) == 3
    assert kept_in_order([], ["a"]) == 0
