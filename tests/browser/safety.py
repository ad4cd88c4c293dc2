"""What a page of the report may hold: our own style sheet and script, data, and plain links."""

import base64
import hashlib
import re
from typing import Any

from playwright.sync_api import Page

KINDS_OF_DATA = ("application/json",)
LOADING = frozenset(
    "action autofocus background code codebase data dynsrc formaction lowsrc manifest ping poster "
    "src srcdoc srcset style".split()
)
DRAWING = frozenset(
    "clip-path cursor fill filter marker-end marker-mid marker-start mask stroke".split()
)
"""What a picture may draw with: an address would be fetched."""
# What starts something, loads something or changes where links lead.
NEVER = (
    "applet, area, audio, base, embed, frame, frameset, iframe, image, img, math, object, "
    "param, picture, portal, source, template, track, video, svg script, svg style, "
    "svg animate, svg set, svg foreignObject, svg image"
)
POLICY = {
    "default-src": {"'none'"},
    "base-uri": {"'none'"},
    "form-action": {"'none'"},
    "img-src": {"'none'", "data:"},
    "font-src": {"'none'"},
    "connect-src": {"'none'"},
}
"""Directives and the most that each may allow; `script-src` and `style-src` may name hashes."""
OPTIONAL = frozenset(POLICY) - {"default-src", "base-uri", "form-action"}
_HASH = re.compile(r"'sha256-([A-Za-z0-9+/]{43}=)'")
_FETCHED = re.compile(r"@import|url\(\s*['\"]?(?!data:|#)", re.IGNORECASE)

_READ = """(never) => {
    const given = one => [...one.attributes].map(({ name, value }) => `${name}=${value}`);
    const told = one => [one.tagName.toLowerCase(), ...given(one)].join(" ").slice(0, 200);
    const texts = selector => [...document.querySelectorAll(selector)].map(one => one.textContent);
    const attributes = [...document.querySelectorAll("*")].flatMap(one =>
        [...one.attributes].map(({ name, value }) => [told(one), name.toLowerCase(), value]));
    const policies = [...document.querySelectorAll("meta[http-equiv]")];
    return {
        policies: policies.map(one => [one.httpEquiv.toLowerCase(), one.content,
            one.parentElement === document.head]),
        late: policies.flatMap(meta => [...document.querySelectorAll("script, style, link")].filter(
            one => meta.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING)).map(told),
        scripts: [...document.querySelectorAll("script")].map(one => [one.type, one.textContent]),
        styles: texts("style"),
        never: [...document.querySelectorAll(never)].map(told),
        attributes,
        links: [...document.querySelectorAll("[href], [*|href]")].map(one => [told(one),
            one.tagName.toLowerCase(),
            one.getAttribute("href") ?? one.getAttributeNS("http://www.w3.org/1999/xlink", "href"),
            new URL(one.href?.baseVal ?? one.href ?? "", document.baseURI).protocol,
            (one.getAttribute("rel") || "").split(" ")]),
    };
}"""


def breaches(page: Page, files: frozenset[str]) -> list[str]:
    """What the page holds that no page of a report of these files may hold."""
    read: dict[str, Any] = page.evaluate(_READ, NEVER)
    policy, wrong = _policy(read["policies"])
    wrong += [f"before the policy: {one}" for one in read["late"]]
    wrong += [f"element: {one}" for one in read["never"]]
    wrong += _scripts(read["scripts"], policy)
    wrong += _styles(read["styles"], policy)
    wrong += _attributes(read["attributes"])
    wrong += [said for link in read["links"] for said in _link(link, files)]
    return wrong


def policy_of(page: Page) -> str:
    """The page's content security policy, as it stands there."""
    content = page.get_attribute("meta[http-equiv='Content-Security-Policy' i]", "content")
    assert content is not None
    return content


def scripts_of(page: Page) -> list[str]:
    """The scripts that the page runs."""
    found: list[list[str]] = page.evaluate(_READ, NEVER)["scripts"]
    return [text for kind, text in found if kind not in KINDS_OF_DATA]


def shapes(page: Page) -> set[str]:
    """Every kind of element that there is: its name, its place in an element, its attributes."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("*")].map(one => [one.parentElement?.tagName,
            one.tagName, ...one.getAttributeNames().sort()].join(" "))"""
    )
    return set(found)


def _policy(metas: list[Any]) -> tuple[dict[str, set[str]], list[str]]:
    """Directives with their sources, and what is wrong with them."""
    if [(name, in_head) for name, _, in_head in metas] != [("content-security-policy", True)]:
        return {}, [f"not one policy and nothing else: {metas}"]
    parts = [part.split() for part in metas[0][1].split(";") if part.strip()]
    policy = {name: set(sources) for name, *sources in parts}
    wrong = [] if len(policy) == len(parts) else ["a directive stands twice"]
    for name, sources in policy.items():
        if name in ("script-src", "style-src"):
            loose = {one for one in sources if not _HASH.fullmatch(one) and one != "'none'"}
        else:
            loose = sources - POLICY.get(name, set())
        wrong += [f"{name} allows {one}" for one in sorted(loose)]
    missing = set(POLICY) - OPTIONAL - set(policy)
    return policy, wrong + [f"{name} is missing" for name in sorted(missing)]


def _allowed(policy: dict[str, set[str]], name: str) -> list[str]:
    return sorted(_HASH.findall(" ".join(policy.get(name, ()))))


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _scripts(scripts: list[Any], policy: dict[str, set[str]]) -> list[str]:
    """Exactly the scripts that the policy names run; all others are data that cannot."""
    run = [text for kind, text in scripts if kind not in KINDS_OF_DATA]
    if sorted(map(_hash, run)) != _allowed(policy, "script-src") or len(run) > 1:
        return [f"script: {text[:100]!r}" for text in run] or ["a hash of no script"]
    return []


def _styles(styles: list[str], policy: dict[str, set[str]]) -> list[str]:
    wrong = [f"style fetches: {text[:100]!r}" for text in styles if _FETCHED.search(text)]
    if sorted(map(_hash, styles)) != _allowed(policy, "style-src"):
        wrong.append("the style sheets are not those that the policy names")
    return wrong


def _attributes(attributes: list[tuple[str, str, str]]) -> list[str]:
    return [
        f"attribute {name}: {element}"
        for element, name, value in attributes
        if name.startswith("on") or name in LOADING or (name in DRAWING and _FETCHED.search(value))
    ]


def _link(link: list[Any], files: frozenset[str]) -> list[str]:
    """Out of the report by http(s) and without a trace, or to a place or a page of it."""
    element, tag, href, protocol, rel = link
    if tag == "link":
        return [] if href.startswith("data:,") and rel == ["icon"] else [f"loads: {element}"]
    if protocol in ("http:", "https:"):
        return [] if {"noopener", "noreferrer"} <= set(rel) else [f"says where from: {element}"]
    if protocol == "file:" and (href.startswith("#") or href.partition("#")[0] in files):
        return []
    return [f"leads to {protocol} {element}"]
