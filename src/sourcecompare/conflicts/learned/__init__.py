"""What reading has taught: how likely two values of two pages are said of one thing.

    figure_signals  what is known of two figures and their sentences, as numbers with names
    figures         which figures a forest is asked about, and what it must say
    date_signals    what is known of two dates and their clauses, likewise
    dates           which dates another forest is asked about, and what it must say
    near            which sentences of two pages have something in common
    trees           a random forest over such numbers: read and asked
    choosing        which of the likely pairs are told

The forest of figures (`figures.npz`) is fitted by training/fit_figures.py on pairs of sentences
from real reports that two readers marked, on real and invented events and stories, and on copies in
which a figure was changed; that of dates (`dates.npz`) by training/fit_dates.py on what a reader
marked each date of real and invented events to be the date of. docs/CONFLICTS.md says how well
they do on what they have not seen.
"""

from .date_signals import DATE_SIGNALS, date_signals
from .dates import date_pairs, likely_dates
from .figure_signals import FIGURE_SIGNALS, figure_signals
from .figures import EXCUSES, figure_pairs, is_asked, likely_figures
from .trees import Trees, shipped_trees, trees_from_bytes

__all__ = [
    "DATE_SIGNALS",
    "EXCUSES",
    "FIGURE_SIGNALS",
    "Trees",
    "date_pairs",
    "date_signals",
    "figure_pairs",
    "figure_signals",
    "is_asked",
    "likely_dates",
    "likely_figures",
    "shipped_trees",
    "trees_from_bytes",
]
