"""What editors decided: read from their files, united, and laid on a run.

- `entries`    objects of a file, with complaints that help
- `reading`    a file into `Decisions`
- `merging`    several into one, in any order
- `standing`   where each finding stands: open, confirmed, dismissed, disputed, stale
- `places`     where restored lines and marked passages stand now
- `changes`    what is new, changed and resolved since an earlier run
- `reviewing`  all of that for a whole run, story by story
- `writing`    decisions as a file holds them

docs/DECISIONS.md describes the file and what becomes of what it says.
"""

from .changes import FOLLOWED, Change, Changes, changes, judges_of, lost_stories
from .merging import merge, moment
from .places import (
    LEFT_OUT,
    Fate,
    PlacedMark,
    PlacedRestoration,
    locate_passage,
    locate_restoration,
    place_mark,
    place_restoration,
)
from .reading import FORMAT, MOST_BYTES, VERSION, read_decisions
from .reviewing import Review, StoryReview, Tally, review
from .standing import NEEDS_EDITOR, Standing, Status, find_gone, standings
from .writing import as_record

__all__ = [
    "FOLLOWED",
    "FORMAT",
    "LEFT_OUT",
    "MOST_BYTES",
    "NEEDS_EDITOR",
    "VERSION",
    "Change",
    "Changes",
    "Fate",
    "PlacedMark",
    "PlacedRestoration",
    "Review",
    "Standing",
    "Status",
    "StoryReview",
    "Tally",
    "as_record",
    "changes",
    "find_gone",
    "judges_of",
    "locate_passage",
    "locate_restoration",
    "lost_stories",
    "merge",
    "moment",
    "place_mark",
    "place_restoration",
    "read_decisions",
    "review",
    "standings",
]
