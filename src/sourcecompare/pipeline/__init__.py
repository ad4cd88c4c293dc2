"""The composer: what the other rooms do, in order.

- `running`    a whole run, what its outputs are, and a run read back
- `reading`    files into pages, pages into articles, spread over processes
- `stories`    which articles make a story
- `comparing`  one story's articles compared
"""

from .comparing import compare, compare_story
from .reading import Progress
from .running import load, output_files, read_one, render, run, tabulate

__all__ = [
    "Progress",
    "compare",
    "compare_story",
    "load",
    "output_files",
    "read_one",
    "render",
    "run",
    "tabulate",
]
