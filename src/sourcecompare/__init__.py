"""What several outlets share, what only one says, and where they contradict each other."""

from .clean import clean, learn_site
from .errors import InputError, OutputError, SettingError, SourceCompareError
from .model import *  # noqa: F403 - the data model is the public API
from .pages import article_from_paragraphs, page_from_html, page_from_text
from .rules import RULES

__version__ = "0.1.0"
