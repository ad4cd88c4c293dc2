"""Ages, measures, scores and ranks in conflict; and sums, shares and times that excuse figures."""

import pytest

from sourcecompare.model import FindingKind

from .test_conflicts import between

FLAGGED = [
    (
        "age",
        "The mayor, Ana Ruiz, 68, left on Monday.",
        "Holm said farewell to Ana Ruiz, 66, then.",
    ),
    ("age", "Ben Holt, 34, kept the light at the old pier.", "Holt was 43 and liked the light."),
    (
        "age",
        "Ana Ruiz, who ran the yard, dies at 87.",
        "On a shelf Ana Ruiz, who has died aged 84, kept sea water.",
    ),
    (
        "age",
        "Ana Ruiz, who ran the yard, died on Monday. She was 87.",
        "On a shelf Ana Ruiz, who has died aged 84, kept sea water.",
    ),
    (
        "age",
        "A 12-year-old girl fell from the old pier.",
        "A 14-year-old girl fell from the old pier.",
    ),
    ("measure", "The new dam at Holm is 12 km long.", "The new dam at Holm is 9 miles long."),
    (
        "measure",
        "A magnitude 6.4 earthquake shook Sorrel Island on Friday.",
        "The 6.1-magnitude quake that shook Sorrel Island cut off the harbour.",
    ),
    (
        "score",
        "The board backed the bridge by a vote of 9-4.",
        "The board backed the bridge by a vote of 8-5.",
    ),
    (
        "score",
        "In a narrow victory, 98 to 96, Ana Ruiz won the chair of the Dock Board.",
        "Ana Ruiz won the chair of the Dock Board, 98 to 95, in a late session.",
    ),
    (
        "rank",
        "Holm is the third-largest port of the island.",
        "Holm is the second-largest port of the island.",
    ),
    (
        "number",
        "The mill sent 10 to 20 boats to the regatta.",
        "The mill sent 45 boats to the regatta.",
    ),
    ("money", "The repair costs $800 to $1,000 a boat.", "The repair costs $800 to $2,400 a boat."),
    ("number", "The town lost 40 emails in the fire.", "The town lost 60 e-mails in the fire."),
    ("number", "The town lost 40 cars in the fire.", "The town lost 60 vehicles in the fire."),
    (
        "number",
        "All six of the depots were shut on Monday.",
        "Five of the depots were shut on Monday.",
    ),
]

PASSED = [
    (
        "two people",
        "Ana Ruiz, 68, keeps bees on the hill near Holm.",
        "Ben Ruiz, 43, sells old boats in Holm.",
    ),
    ("anybody", "A 68-year-old Northerner won.", "A 43-year-old Northerner swam."),
    ("another time", "Ana Ruiz, 68, was born here.", "Ana Ruiz left Holm at the age of 14."),
    ("in her 60s", "Ana Ruiz, in her 60s, won.", "Ana Ruiz, 68, won."),
    ("converted", "The dam at Holm is 10 miles long.", "The dam at Holm is 16 km long."),
    (
        "converted heat",
        "It was 95 degrees Fahrenheit at Holm.",
        "It was 35 degrees Celsius at Holm.",
    ),
    ("rough weight", "It took 40 tons of salt.", "It took 40 tonnes of salt."),
    (
        "aftershock",
        "A magnitude 6.4 earthquake shook Sorrel Island.",
        "A magnitude 5.1 aftershock shook Sorrel Island.",
    ),
    (
        "other match",
        "Holm beat Gull Cross 3-1 on Friday.",
        "In May the divers lost the cup final 4-2.",
    ),
    ("same vote", "The board backed it 9-4, a vote of weight.", "The vote on it was 9 to 4."),
    ("other rank", "Holm is the third-largest port.", "Holm is the second-oldest port."),
    ("within a range", "The mill sent 10 to 20 boats.", "The mill sent 15 boats."),
    ("estimates", "Between 10 and 20 boats sank.", "Between 15 and 30 boats sank."),
    ("dozens", "Dozens of boats sank at Holm.", "At Holm 48 boats sank."),
    ("half", "Half of the 40 boats sank at the pier.", "At the pier 20 boats sank."),
    ("one in five", "One in five voters chose Gray.", "Gray was chosen by 19% of voters."),
    ("others", "The fire hurt 14 rowers, including two guests.", "The fire hurt 12 rowers."),
    ("sum", "The fire hurt 12 rowers.", "The fire hurt 7 rowers at the mill and 5 rowers at sea."),
    (
        "then",
        "The mill has 15 boats, up from 12.",
        "The mill had 12 boats; now there are 15 boats.",
    ),
    ("not", "The town sent 15 boats.", "The town sent not 12 boats but 15 boats."),
    (
        "two seeds",
        "Holm was a No. 4 seed in the Dock Cup tournament.",
        "That year the divers were a No. 2 seed in the Dock Cup tournament.",
    ),
    ("rate", "The mill pays $12 an hour.", "The mill pays $480 a week."),
]


@pytest.mark.parametrize(("check", "left", "right"), FLAGGED)
def test_flags(check: str, left: str, right: str) -> None:
    (finding,) = between(left, right)
    assert (finding.kind, finding.check) == (FindingKind.CONFLICT, check)


@pytest.mark.parametrize(("ground", "left", "right"), PASSED)
def test_passes(ground: str, left: str, right: str) -> None:
    assert between(left, right) == (), ground
