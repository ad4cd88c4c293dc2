"""A story's page by hand, as small or as large as a test of the script needs it.

It holds to what templates and script agree on: ids, `data-` attributes, the two data islands.
"""

from collections.abc import Sequence
from typing import Any

from markupsafe import escape

from sourcecompare.model import Rule
from sourcecompare.report.assets import STORY_STYLES, island, policy_hash, program, style_sheet

NAMES = ("Coast Herald", "Island Observer", "Sound Gazette")
NOTHING: dict[str, Any] = {
    "format": "sourcecompare-decisions",
    "version": 1,
    "findings": [],
    "restored": [],
    "missed": [],
}
HEADLINES = "Cookies? Accept all."
"""What was removed from each page at 10 to 30."""


def page_by_hand(
    *, outlets: int = 3, rows: int = 2, cuts: int = 1, decided: dict[str, Any] | None = None
) -> dict[str, str]:
    """``story-hand.html``: a finding of each kind, passages, what one alone says, removals."""
    slugs = [f"o{number}" for number in range(outlets)]
    pages = {
        slug: {
            "id": f"hand/{slug}.html",
            "name": _name(number),
            "url": f"https://{slug}.example/a-b" if number else "",
        }
        for number, slug in enumerate(slugs)
    }
    css, script = style_sheet(STORY_STYLES), program()
    policy = (
        f"default-src 'none'; script-src '{policy_hash(script)}'; style-src '{policy_hash(css)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    pages["o1"] |= {"title": "Boats [all]", "published": "2025-03-14", "retrieved": "2025-03-15"}
    facts = {"story": "hand", "file": "story-hand.html", "rules": list(Rule), "pages": pages}
    html = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>By hand</title><link rel="icon" href="data:,"><style>{css}</style></head><body>
<header class="top"><h1>By hand</h1><p class="summary"><strong id="needs">3 possible conflicts need
 you.</strong></p></header>
<div id="tools"></div><p id="say" class="unseen" role="status"></p>
<main id="main">
<section aria-labelledby="conflicts"><h2 id="conflicts">Possible conflicts</h2>
{"".join(_card(number) for number in range(3))}
<h3 id="updates">Updates</h3>
{_minor()}
</section>
<section aria-labelledby="passages"><h2 id="passages">Aligned passages</h2>
{"".join(_row(number, slugs) for number in range(rows))}
</section>
<section aria-labelledby="unique"><h2 id="unique">Only one outlet</h2>
{"".join(_only(slug) for slug in slugs)}
</section>
<section aria-labelledby="removed"><h2 id="removed">Removed</h2>
{"".join(_cuts(slug, cuts) for slug in slugs)}
</section>
</main>
<script type="application/json" id="facts">{island(facts)}</script>
<script type="application/json" id="decided">{island(decided or NOTHING)}</script>
<script>{script}</script>
</body></html>
"""
    return {"story-hand.html": html}


def _name(number: int) -> str:
    return NAMES[number] if number < len(NAMES) else f"Outlet {number}"


def _card(number: int) -> str:
    values = (number + 10, number + 20)
    quotes = "".join(
        f'<div class="position"><h4>{value}</h4><blockquote data-at="o{side}/{number}"><p>They '
        f'counted <mark>{value}</mark> boats.</p><footer><bdi>{_name(side)}</bdi>, <a href="#p-o0-'
        f'{number}">paragraph {number + 1}</a></footer></blockquote></div>'
        for side, value in enumerate(values)
    )
    return f"""<article class="card" id="f-c{number}" data-kind="conflict" data-status="open"
 data-outlets="o0 o1" data-digest="d{number}" tabindex="-1"
 aria-labelledby="f-c{number}-reason"><p class="kicker"><b class="called">Possible conflict</b></p>
<h3 id="f-c{number}-reason" dir="auto">Count {number}: {values[0]} or {values[1]} boats.</h3>
<div class="positions">{quotes}</div></article>
"""


def _minor() -> str:
    return """<details class="card minor" id="f-u0" data-kind="update" data-status="open"
 data-outlets="o1" data-digest="du"><summary><span dir="auto">It
 grew.</span></summary>
<p class="kicker"><b class="called">Update</b></p><div class="positions"></div></details>
"""


def _row(number: int, slugs: Sequence[str]) -> str:
    columns = "".join(
        f'<div class="column"><h4><bdi>{_name(side)}</bdi></h4><div class="paragraph" '
        f'data-at="{slug}/{number}"><p>{_words(number, side)}</p><p class="tags"><span>paragraph '
        f"{number + 1}</span></p></div></div>"
        for side, slug in enumerate(slugs)
    )
    return f"""<article class="row" id="p-o0-{number}" data-kind="shared"
 data-outlets="{" ".join(slugs)}"><h3><a href="#p-o0-{number}">Passage {number + 1}</a></h3>
<div class="columns">{columns}</div></article>
"""


def _words(number: int, side: int) -> str:
    cut = ' <a class="cut" href="#r-o0-0">[…]</a>' if side == 1 else ""
    text = f"The 🚢 crew of ship {number} left Málaga at {side + 5} o'clock.{cut} Nobody saw why."
    return text if number < 3 else text + " Harbour masters wrote the times down all night." * 4


def _only(slug: str) -> str:
    return f"""<article class="only" id="o-{slug}"><h3>Only {slug}</h3><blockquote
 data-kind="unique" data-outlets="{slug}"><p data-at="{slug}/7">A dog of {slug} barked.</p>
<footer>paragraph 8</footer></blockquote></article>
"""


def _cuts(slug: str, number: int) -> str:
    runs = "".join(_cut(slug, at) for at in range(number))
    return f"""<article aria-label="Removed from {slug}"><details class="cuts">
<summary>{slug}</summary>{runs}</details></article>
"""


def _cut(slug: str, at: int) -> str:
    rule = "share" if at else "cookie-consent"
    place = f"{slug}/{at * 30 + 10}/{at * 30 + 30}"
    return f"""<div class=run><p><b>{rule}</b></p><ol>
<li id="r-{slug}-{at}" data-kind=removed data-rule={rule} data-outlets={slug} data-at={place}>\
<p>{escape(HEADLINES)}</p></li></ol></div>
"""
