"""The tools that are measured: each a function from a page's content to what it keeps.

Whatever a tool needs is imported inside its function, so that each loads in its own process only.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from . import page_sets


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a tool keeps of a page."""

    text: str
    spans: tuple[tuple[int, int], ...] | None = None
    """half-open, of the page's plain text; None where the tool does not say"""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """One row of the table."""

    name: str
    package: str | None
    """distribution that has to be installed; None for what is written here"""
    settings: str
    run: Callable[[str], Kept]

    def installed(self) -> str | None:
        """The package's version; None where it is missing."""
        if self.package is None:
            return ""
        try:
            return version(self.package)
        except PackageNotFoundError:  # a work tree on the path is as good
            return "" if self.package == OURS and find_spec(OURS) else None


def sourcecompare_html(markup: str) -> Kept:
    import sourcecompare as sc

    result = sc.clean(sc.page_from_html(markup, id="page", outlet="benchmark"))
    return _ours(result.text, result)


def sourcecompare_text(text: str) -> Kept:
    import sourcecompare as sc

    page = sc.page_from_text(text, id="page", outlet="benchmark")
    if page.visible != text:
        raise ValueError("page.visible is not the text that was given")
    result = sc.clean(page)
    return _ours(result.text, result)


def _ours(text: str, result: object) -> Kept:
    reason = getattr(result, "reason", None)
    spans = tuple((span.start, span.end) for span in getattr(result, "kept", ()))
    return Kept(text=text, spans=spans, note=f"rejected: {reason}" if reason else None)


def trafilatura_html(markup: str) -> Kept:
    import trafilatura

    return Kept(text=trafilatura.extract(markup, include_comments=False) or "")


def resiliparse_html(markup: str) -> Kept:
    from resiliparse.extract.html2text import extract_plain_text

    return Kept(text=extract_plain_text(markup, main_content=True, alt_texts=False))


def readability_html(markup: str) -> Kept:
    import lxml.etree
    import lxml.html
    from readability import Document

    tree = lxml.html.fromstring(Document(markup).summary())
    for element in tree.iter(lxml.etree.Element):
        if element.tag not in page_sets.INLINE:  # its text alone would glue paragraphs together
            element.text = f"\n{element.text or ''}"
            element.tail = f"\n{element.tail or ''}"
    return Kept(text=tree.text_content())


JUSTEXT_LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ko": "Korean",
    "lb": "Luxembourgish", "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay",
    "nb": "Norwegian_Bokmal", "nl": "Dutch", "no": "Norwegian_Bokmal", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
    "sr": "Serbian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese",
}  # fmt: skip
DECLARED_LANGUAGE = re.compile(r"""<html\b[^>]{0,400}?\blang\s?=\s?["']?([a-zA-Z]{2})""")


@cache
def _stop_words(language: str | None) -> frozenset[str]:
    """The list that comes with jusText, all of its lists together for a language without one."""
    import justext

    known = justext.get_stoplists()
    names = [language] if language in known else known
    return frozenset().union(*(justext.get_stoplist(name) for name in names))


def justext_html(markup: str) -> Kept:
    import justext

    declared = DECLARED_LANGUAGE.search(markup)
    language = JUSTEXT_LANGUAGES.get(declared[1].lower()) if declared else None
    paragraphs = justext.justext(markup, _stop_words(language))
    return Kept(text="\n".join(p.text for p in paragraphs if not p.is_boilerplate))


def newspaper_html(markup: str) -> Kept:
    import newspaper

    # Without fetch_images=False it would go to the network for the sizes of the page's pictures.
    article = newspaper.Article("https://example.com/", fetch_images=False)
    article.download(input_html=markup)
    article.parse()
    return Kept(text=article.text)


def boilerpy_html(markup: str) -> Kept:
    from boilerpy3.extractors import ArticleExtractor

    return Kept(text=ArticleExtractor(raise_on_failure=False).get_content(markup) or "")


def all_text_html(markup: str) -> Kept:
    return Kept(text=page_sets.visible_lines(markup))


def all_lines(text: str) -> Kept:
    return Kept(text=text, spans=((0, len(text)),))


SENTENCE_LINE = 5
"""words; a shorter line is no sentence for the simplest rule of web corpora"""
SENTENCE_END = tuple('.!?…”"»。！？।؟')


def sentence_lines(text: str) -> Kept:
    kept = [
        line
        for line in text.split("\n")
        if len(line.split()) >= SENTENCE_LINE and line.rstrip().endswith(SENTENCE_END)
    ]
    return Kept(text="\n".join(kept))


def trafilatura_text(text: str) -> Kept:
    from html import escape

    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in text.split("\n"))
    return trafilatura_html(f"<html><body>{paragraphs}</body></html>")


OURS = "sourcecompare"
BESIDE = "trafilatura"
"""the tool whose time every other one's is set beside"""

HTML_TOOLS: Sequence[Tool] = (
    Tool(name=OURS, package=OURS, settings="clean(page_from_html(...))", run=sourcecompare_html),
    Tool(
        name=BESIDE,
        package="trafilatura",
        settings="extract(html, include_comments=False)",
        run=trafilatura_html,
    ),
    Tool(
        name="resiliparse",
        package="Resiliparse",
        settings="extract_plain_text(html, main_content=True, alt_texts=False)",
        run=resiliparse_html,
    ),
    Tool(
        name="readability-lxml",
        package="readability-lxml",
        settings="Document(html).summary(), its text with a line a block",
        run=readability_html,
    ),
    Tool(
        name="jusText",
        package="jusText",
        settings="stop words of the declared language, of all languages where it has none",
        run=justext_html,
    ),
    Tool(
        name="newspaper4k",
        package="newspaper4k",
        settings="Article(fetch_images=False), language as the page declares",
        run=newspaper_html,
    ),
    Tool(
        name="boilerpy3",
        package="boilerpy3",
        settings="ArticleExtractor(raise_on_failure=False).get_content(html)",
        run=boilerpy_html,
    ),
    Tool(name="all text", package=None, settings="everything kept", run=all_text_html),
)

TEXT_TOOLS: Sequence[Tool] = (
    Tool(name=OURS, package=OURS, settings="clean(page_from_text(...))", run=sourcecompare_text),
    Tool(
        name=BESIDE,
        package="trafilatura",
        settings="each line wrapped in <p>",
        run=trafilatura_text,
    ),
    Tool(
        name="sentence lines",
        package=None,
        settings="lines of five words or more that end as a sentence does",
        run=sentence_lines,
    ),
    Tool(name="all text", package=None, settings="every line kept", run=all_lines),
)

TOOLS = {"html": HTML_TOOLS, "text": TEXT_TOOLS}


def find(media: str, name: str) -> Tool:
    return next(tool for tool in TOOLS[media] if tool.name == name)
