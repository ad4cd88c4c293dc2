"""What the charts show: numbers that templates only have to write down.

A place along an axis is a per cent of its length, as text: ``"12.5"``. A path is the ``d`` of an
SVG path in the units of its chart.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How an article's text divides; whole per cent of its characters."""

    name: str
    href: str
    sentences: int
    shared: int
    uncertain: int
    unique: int
    """shared, uncertain and unique add up to 100 (to 0 where there is no text)"""
    conflict: int
    """of the same text, whatever else it is"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Combination:
    """Exactly these outlets tell something: a column of the matrix."""

    names: tuple[str, ...]
    number: int
    """of things that they tell, and nobody else does"""
    height: int
    """of its bar, px"""
    href: str
    """id of the first place below where one of these is told, or empty"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """Which outlets share what."""

    rows: tuple[str, ...]
    """outlets in at least one of the columns"""
    columns: tuple[Combination, ...]
    """the largest first"""
    lines: str
    """path from the first to the last dot of each column, in units of half a column, half a row"""
    together: str
    """path of the dots in columns of several outlets"""
    alone: str
    """and in those of one"""
    more_shared: int
    """combinations of several outlets without a column"""
    more_things: int
    """told by these"""
    others_alone: int
    """outlets that tell something alone and have no column for that"""
    absent: int
    """outlets without a row"""
    joined: bool
    """whether an outlet has several pages here"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Blocks of the strip that one click leads from; all lanes of one passage, or of one outlet."""

    href: str
    """empty where nothing below shows them"""
    shared: str
    """paths, each may be empty"""
    uncertain: str
    unique: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One page's paragraphs in words."""

    name: str
    shared: tuple[tuple[str, str], ...]
    """paragraphs, and the id of the passage or empty"""
    uncertain: tuple[tuple[str, str], ...]
    unique: str
    """paragraphs: ``4, 7 to 9``"""
    unique_href: str
    conflict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Every paragraph of every page, a lane a page."""

    few: bool
    """whether the table links each paragraph; else it links each passage once"""
    lanes: tuple[Lane, ...]
    width: int
    height: int
    """both in units of its paths"""
    stretches: tuple[Stretch, ...]
    conflict: str
    """path under the blocks that stand in a conflict"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """When one page was published."""

    name: str
    when: str
    iso: str
    """as the page tells it"""
    day_only: bool
    no_zone: bool
    """though other pages tell theirs"""
    after: str
    """how long after the first, or that it is the first"""
    first: bool
    changed: str
    """when the page says that it was changed later, or empty"""
    start: str
    width: str
    """of the day, where no time is told; else empty"""
    changed_at: str
    """empty where it is off the axis, or was not changed"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """When pages were published, the first one first."""

    rows: tuple[Appearance, ...]
    undated: tuple[tuple[str, str], ...]
    """name, and what the page tells in place of a day; mostly nothing"""
    zone: str
    """of all times, or empty where no page tells one"""
    ticks: tuple[tuple[str, str], ...]
    """labels, two lines each, at equal distances from 0 to 100 per cent; none where there is
    nothing to compare"""
    first: tuple[str, ...]
    """names of the pages that surely came first, at one time"""
    first_when: str
    maybe: tuple[str, ...]
    """those whose day or time without a zone leaves open whether they were before"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The charts beside the shares."""

    sets: Sets
    strip: Strip
    timeline: Timeline
