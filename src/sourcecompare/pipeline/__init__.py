"""The composer: what the other rooms do, in order.

- `running`    a whole run, what its outputs are, and a run read back
- `reading`    files into pages, pages into articles, spread over processes
- `deciding`   decisions of editors: read, and what they restore put back
- `stories`    which articles make a story
- `comparing`  one story's articles compared
- `meaning`    models that the user names: by meaning too, and a judge
- `written`    a judge that the user wrote in Python
"""

from .comparing import compare, compare_story
from .deciding import read_decisions
from .meaning import nli_judge, semantic_scorer
from .reading import Progress
from .running import load, output_files, read_one, render, run, tabulate

__all__ = [
    "Progress",
    "compare",
    "compare_story",
    "load",
    "nli_judge",
    "output_files",
    "read_decisions",
    "read_one",
    "render",
    "run",
    "semantic_scorer",
    "tabulate",
]
