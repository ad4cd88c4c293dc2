"""What a reader would miss and axe does not see. Each check returns what is wrong, in words.

The page must be unfolded before: what is folded away has no size and cannot take the focus.
"""

from collections.abc import Callable

from playwright.sync_api import Page

Check = Callable[[Page], list[str]]

# Shared by the scripts below: how an element is named in a complaint, and what can be acted on.
_WORDS = """
const named = one => one.tagName.toLowerCase() + (one.id ? "#" + one.id : "")
    + (one.className && typeof one.className === "string" ? "." + one.className.split(" ")[0] : "")
    + ` “${(one.textContent || one.value || "").trim().slice(0, 30)}”`;
const shown = one => one.checkVisibility({ visibilityProperty: true })
    && one.getClientRects().length > 0;
const all = selector => [...document.querySelectorAll(selector)].filter(shown);
const CONTROLS = "button, input:not([type=hidden]), select, textarea, summary, [role=button], "
    + "[role=tab], [role=checkbox], [role=switch], [role=option], [role=menuitem]";
const FOCUSABLE = `a[href], area[href], ${CONTROLS}, [contenteditable], [tabindex]`;
"""


def _list(page: Page, script: str) -> list[str]:
    found: list[str] = page.evaluate(f"() => {{ {_WORDS} {script} }}")
    return found


def sideways(page: Page) -> list[str]:
    """Elements that make the page scroll sideways; what has a scroll bar of its own may be wide."""
    return _list(
        page,
        """
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= width) return [];
        const wide = all("body *").filter(one => one.getBoundingClientRect().right > width + 0.5);
        return wide.length ? wide.map(named) : ["something unseen"];
        """,
    )


def small_targets(page: Page) -> list[str]:
    """Controls, and links outside of running text, of less than 24 x 24 (WCAG 2.5.8).

    A control may count its labels in: a click there is a click on it. A link in a drawing that a
    table repeats may be small: the table's does the same.
    """
    return _list(
        page,
        """
        const boxes = all(`${CONTROLS}, a[href]:not(svg *)`).filter(one =>
            one.tagName !== "A" || getComputedStyle(one).display !== "inline").filter(one =>
            !one.closest("[aria-hidden=true]") || !all(`table a[href]`).some(other =>
                other.getAttribute("href") === one.getAttribute("href")));
        return boxes.flatMap(one => {
            const parts = [one, ...(one.labels || [])].map(part => part.getBoundingClientRect());
            const [w, h] = [["left", "right"], ["top", "bottom"]].map(([from, to]) =>
                Math.max(...parts.map(box => box[to])) - Math.min(...parts.map(box => box[from])));
            const fits = w >= 23.99 && h >= 23.99;
            return fits ? [] : [`${named(one)} is ${w.toFixed(1)} x ${h.toFixed(1)}`];
        });
        """,
    )


def unseen_focus(page: Page) -> list[str]:
    """What can take the focus of the keyboard and shows no outline, or a faint one (1.4.11)."""
    page.keyboard.press("Tab")  # from now on the focus that a script moves is one to be seen
    return _list(
        page,
        """
        const canvas = document.createElement("canvas").getContext("2d", {
            willReadFrequently: true });
        const rgba = colour => {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data].map(part => part / 255);
        };
        const light = colour => rgba(colour).slice(0, 3)
            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
            .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
        const ground = one => {
            for (let at = one.parentElement; at; at = at.parentElement) {
                const { backgroundColor } = getComputedStyle(at);
                if (rgba(backgroundColor)[3] > 0.99) return backgroundColor;
            }
            return getComputedStyle(document.body).colorScheme.startsWith("dark")
                ? "black" : "white";
        };
        return all(FOCUSABLE).flatMap(one => {
            if (one.disabled || one.tabIndex < 0 && !one.matches("[tabindex]")) return [];
            one.focus({ preventScroll: true });
            if (document.activeElement !== one) return [`${named(one)} takes no focus`];
            if (!one.matches(":focus-visible")) return [`${named(one)} has no visible focus`];
            const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
            if (outlineStyle === "none" || parseFloat(outlineWidth) < 1)
                return [`${named(one)} has no outline`];
            if (outlineStyle === "auto") return [];  // the browser's own has two colours
            const [low, high] = [light(outlineColor), light(ground(one))].sort((a, b) => a - b);
            const contrast = (high + 0.05) / (low + 0.05);
            return contrast >= 3 && rgba(outlineColor)[3] > 0.99
                ? [] : [`${named(one)} has an outline of ${contrast.toFixed(1)}:1`];
        });
        """,
    )


def motion(page: Page) -> list[str]:
    """What moves though the reader asked for no motion; the context must ask for that."""
    return _list(
        page,
        """
        const seconds = text => Math.max(...text.split(",").map(one => parseFloat(one)
            * (one.trim().endsWith("ms") ? 0.001 : 1)));
        const still = 0.01;  // what authors write to have their events and no motion
        const places = [null, "::before", "::after"];
        return all("html, body, body *").flatMap(one => places.flatMap(at => {
            const style = getComputedStyle(one, at);
            const moves = [
                style.animationName !== "none" && seconds(style.animationDuration) > still
                    && "is animated",
                style.transitionProperty !== "none" && seconds(style.transitionDuration) > still
                    && "has a transition",
                !at && style.scrollBehavior === "smooth" && "scrolls smoothly",
            ].filter(Boolean);
            return moves.map(how => `${named(one)}${at || ""} ${how}`);
        }));
        """,
    )


def headings(page: Page) -> list[str]:
    """One h1, which comes first, and no level left out on the way down."""
    return _list(
        page,
        """
        const found = all("h1, h2, h3, h4, h5, h6");
        const wrong = found.filter(one => one.tagName === "H1").length === 1
            ? [] : ["there is not one h1"];
        let last = 0;
        for (const one of found) {
            const level = Number(one.tagName[1]);
            if (level > last + 1) wrong.push(`${named(one)} comes after a level ${last}`);
            if (!one.textContent.trim()) wrong.push(`${named(one)} is empty`);
            last = level;
        }
        return wrong;
        """,
    )


def landmarks(page: Page) -> list[str]:
    """One head, one main part and one foot side by side; several of a kind have names."""
    return _list(
        page,
        """
        const inner = "main, article, aside, nav, section";
        const outer = selector => all(selector).filter(one => !one.parentElement.closest(inner));
        const wrong = [
            [all("main, [role=main]"), "main"],
            [outer("header, [role=banner]"), "header"],
            [outer("footer, [role=contentinfo]"), "footer"],
        ].flatMap(([found, what]) => found.length === 1 ? [] : [`${found.length} of ${what}`]);
        const name = one => one.getAttribute("aria-label") || (one.getAttribute("aria-labelledby")
            || "").split(" ").map(id => document.getElementById(id)?.textContent.trim()).join(" ");
        for (const kind of ["nav", "aside", "search"]) {
            const names = all(kind).map(name);
            if (names.length > 1 && (new Set(names).size < names.length || names.includes("")))
                wrong.push(`names of ${kind}: ${names.join(", ")}`);
        }
        for (const one of all("section")) if (!name(one)) wrong.push(`${named(one)} has no name`);
        return wrong;
        """,
    )


def repeated_ids(page: Page) -> list[str]:
    """Ids that stand twice, or that nothing could point to."""
    return _list(
        page,
        r"""
        const ids = [...document.querySelectorAll("[id]")].map(one => one.id);
        const seen = new Set();
        return ids.filter(id => seen.has(id) || !id || /\s/.test(id) || !seen.add(id));
        """,
    )


def dead_ends(page: Page) -> list[str]:
    """Links into the page, and attributes that name an id, whose target is not there."""
    return _list(
        page,
        r"""
        const there = id => document.getElementById(id) !== null;
        const wrong = [...document.querySelectorAll("[href^='#']")]
            .filter(one => !there(decodeURIComponent(one.getAttribute("href").slice(1))))
            .map(one => `${named(one)} to ${one.getAttribute("href")}`);
        const naming = ["for", "list", "headers", "popovertarget", "commandfor", "aria-controls",
            "aria-labelledby", "aria-describedby", "aria-details", "aria-owns", "aria-flowto",
            "aria-activedescendant"];
        for (const attribute of naming)
            for (const one of document.querySelectorAll(`[${attribute}]`))
                for (const id of one.getAttribute(attribute).split(/\s+/))
                    if (!there(id)) wrong.push(`${named(one)} ${attribute}=${id}`);
        return wrong;
        """,
    )


def tongue(page: Page) -> list[str]:
    """The page says its language and has a title; no `lang` or `dir` inside is empty or made up."""
    return _list(
        page,
        r"""
        const tag = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
        const wrong = [...document.querySelectorAll("html, [lang]")]
            .filter(one => !tag.test(one.getAttribute("lang") || "")).map(one =>
                `${named(one)} has the language “${one.getAttribute("lang")}”`);
        for (const one of document.querySelectorAll("[dir]"))
            if (!["ltr", "rtl", "auto"].includes(one.getAttribute("dir")))
                wrong.push(`${named(one)} has the direction “${one.getAttribute("dir")}”`);
        return document.title.trim() ? wrong : [...wrong, "no title"];
        """,
    )


def dead_controls(page: Page) -> list[str]:
    """Controls that show where no script runs and that do nothing without one."""
    return _list(
        page,
        """
        const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
            .map(rule => rule.cssText).join("");
        const alive = one => one.matches("summary, [popovertarget], [commandfor]")
            || one.matches("[type=checkbox], [type=radio]") && rules.includes(":checked");
        return all(CONTROLS).filter(one => !alive(one)).map(named);
        """,
    )


# What a script may say that is not there without it: states, and the controls themselves with the
# bars that hold nothing else (`search`, `#tools`, `.tool`).
_SAID = """() => {
    const left = "button, input, select, textarea, label, form, dialog, output, [role=toolbar], "
        + "[role=status], [role=alert], [aria-live], [popover], search, #tools, .tool, "
        + "noscript, script, style";
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words = [];
    while (walker.nextNode()) {
        const at = walker.currentNode.parentElement;
        if (!at.closest(left) && at.checkVisibility({ visibilityProperty: true }))
            words.push(...walker.currentNode.data.split(/\\s+/).filter(Boolean));
    }
    return words;
}"""


def said(page: Page) -> list[str]:
    """The words that can be read on the page, those of controls and of live regions left out."""
    words: list[str] = page.evaluate(_SAID)
    return words


ALWAYS: tuple[Check, ...] = (
    sideways,
    small_targets,
    unseen_focus,
    motion,
    headings,
    landmarks,
    repeated_ids,
    dead_ends,
    tongue,
)
"""What must hold on every page, in every scheme and at every width."""
