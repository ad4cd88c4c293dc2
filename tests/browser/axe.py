"""What axe finds on a page, and what it cannot decide."""

from dataclasses import dataclass
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Off unless asked for, though they belong to the tags above.
MORE = ("target-size", "label-content-name-mismatch", "css-orientation-lock", "td-has-header")
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {rule: {"enabled": True} for rule in MORE},
    "resultTypes": ["violations", "incomplete"],
}

# Contrast is undecided where nothing is drawn and where something lies over the text. What is set
# here goes through the object model, which the page's own policy allows: nothing is switched off.
_UNFOLD = """() => {
    document.documentElement.style.setProperty("scroll-behavior", "auto", "important");
    for (const one of document.querySelectorAll("details")) {
        one.removeAttribute("name");
        one.open = true;
    }
    for (const one of document.querySelectorAll("body, body *")) {
        const { contentVisibility, position } = getComputedStyle(one);
        if (contentVisibility === "auto")
            one.style.setProperty("content-visibility", "visible", "important");
        if (position === "sticky" || position === "fixed")
            one.style.setProperty("position", "static", "important");
    }
    scrollTo(0, 0);
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A rule that a page breaks, or may break."""

    rule: str
    sure: bool
    """false where axe could not decide"""
    nodes: tuple[str, ...]
    """selectors, in the order of the page"""
    why: tuple[str, ...]
    """axe's messages on these nodes, each once"""

    def __str__(self) -> str:
        """All of it, for the person who reads a failing test."""
        verdict = "broken" if self.sure else "undecided"
        shown = ", ".join(self.nodes[:8]) + (" ..." if self.nodes[8:] else "")
        why = "; ".join(self.why[:4])
        return f"{self.rule}: {verdict} on {len(self.nodes)}: {shown} ({why})"


def unfold(page: Page) -> None:
    """Everything is drawn, open, and covers nothing else."""
    page.evaluate(_UNFOLD)


def troubles(page: Page) -> list[Trouble]:
    """What axe finds wrong on the unfolded page, and what it cannot decide there."""
    unfold(page)
    return _asked(page, None)


def troubles_of_dialogs(page: Page) -> list[Trouble]:
    """The same for each dialog of the page, opened over it, one after the other."""
    found = []
    dialogs = page.locator("dialog")
    for number in range(dialogs.count()):
        dialogs.nth(number).evaluate("one => { one.id ||= 'asked'; one.showModal(); }")
        found += _asked(page, f"dialog[id='{dialogs.nth(number).get_attribute('id')}']")
        dialogs.nth(number).evaluate(
            "one => { one.close(); one.matches('#asked') && (one.id = ''); }"
        )
    return found


def _asked(page: Page, context: str | None) -> list[Trouble]:
    response: dict[str, Any] = Axe().run(page, context, OPTIONS).response
    return [
        Trouble(
            rule=result["id"],
            sure=kind == "violations",
            nodes=tuple(_selector(node) for node in result["nodes"]),
            why=tuple(dict.fromkeys(why for node in result["nodes"] for why in _reasons(node))),
        )
        for kind in ("violations", "incomplete")
        for result in response[kind]
    ]


def _selector(node: dict[str, Any]) -> str:
    return " ".join(str(step) for step in node["target"])


def _reasons(node: dict[str, Any]) -> list[str]:
    return [check["message"] for way in ("any", "all", "none") for check in node[way]]
