"""The HTML report: one page a story and an index, each complete in itself; the only door to Jinja2.

The pages need no network and no other file, and can be read without their script. Nothing of a
scraped page can end an element or start one: every string is escaped, control signs are spelt out,
and a content security policy lets the browser use nothing but the page's own style and script.
"""

import re
from collections.abc import Mapping, Sequence

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from sourcecompare.decisions import review
from sourcecompare.model import Decisions, Gaps, Run

from .assets import INDEX_STYLES, STORY_STYLES, island, policy_hash, program, style_sheet, templates
from .parts import PAGE_BYTES, Part, story_files
from .story import index_view, story_views
from .view import Link

# What a browser obeys without showing it, and what no HTML page may hold: C0 and C1 controls,
# zero-width signs that split words unseen, marks that turn the direction of what follows, tag
# characters, surrogates. Left alone: tab and line ends, soft hyphens, the joiners of Persian and
# of emoji, and the two direction marks, which turn nothing.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u206f"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def render(
    run: Run,
    *,
    decisions: Decisions | None = None,
    since: Run | None = None,
    gaps: Mapping[str, Gaps] | None = None,
    limit: int = PAGE_BYTES,
) -> dict[str, str]:
    """The report's files by name: ``index.html``, and ``story-<slug>.html`` for each story.

    A story of more than `limit` bytes goes on in ``story-<slug>-2.html`` and so forth. The same run
    gives the same bytes. What editors decided stands beside the findings, and so does what an
    earlier run had. `gaps` has by story id what to look at once more.
    """
    environment = _environment(templates())
    shared: dict[str, object] = {"version": run.version, "settings": run.settings}
    own = _own_words(STORY_STYLES, program()) | shared
    laid = review(run, decisions, since)
    stories = story_views(run, laid, decisions, gaps)
    page = environment.get_template("story.html.j2")
    index = environment.get_template("index.html.j2")

    def draw(part: Part, links: Sequence[Link]) -> str:
        return page.render(story=part.story, part=part, links=links, **own)

    plain = _own_words(INDEX_STYLES, "") | shared
    files = {"index.html": index.render(index=index_view(run, stories, laid), **plain)}
    taken = {story.file for story in stories}
    for story in stories:
        files |= story_files(story, draw, limit=limit, taken={*taken, *files})
    return files


def _own_words(styles: Sequence[str], script: str) -> dict[str, object]:
    """A page's style and script, and what lets the browser use them and no others."""
    css = style_sheet(styles)
    return {
        "css": Markup(css),  # noqa: S704 -- our own file
        "css_hash": policy_hash(css),
        "script": Markup(script),  # noqa: S704 -- the same
        "script_hash": policy_hash(script),
    }


def spelt_out(value: object) -> object:
    r"""The value with every unseen control sign of a string spelt out.

    >>> spelt_out("user\u202egpj.exe")
    'user[U+202E]gpj.exe'
    """
    if isinstance(value, str) and not isinstance(value, Markup):
        return _UNSEEN.sub(lambda match: f"[U+{ord(match.group()):04X}]", value)
    return value


def _environment(sources: dict[str, str]) -> Environment:
    environment = Environment(
        loader=DictLoader(sources),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=spelt_out,
    )
    environment.filters["island"] = island
    return environment
