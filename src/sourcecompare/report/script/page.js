// The page: what it came with, and how elements are made.

/** @typedef {{id: string, name: string, url: string, title?: string, published?: string, retrieved?: string}} PageFacts */

/** The page as it came, before anything was built into it: a saved copy starts from it. */
const ORIGINAL = document.documentElement.outerHTML;

/** @type {{story: string, file: string, rules: string[], pages: Record<string, PageFacts>}} */
const FACTS = { story: "", file: "", rules: [], pages: {}, ...island("facts") };

/** Slugs by page id. */
const SLUGS = new Map(Object.entries(FACTS.pages).map(([slug, page]) => [page.id, slug]));

/** @param {string} id of a data island */
function island(id) {
  return JSON.parse(document.getElementById(id)?.textContent || "null");
}

/** @param {string} selector @param {ParentNode} [root] @returns {HTMLElement[]} */
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

/** @param {string} selector @param {ParentNode} [root] @returns {HTMLElement | null} */
const one = (selector, root = document) => root.querySelector(selector);

/** A page's name. @param {string} slug @returns {string} */
const outlet = (slug) => FACTS.pages[slug]?.name || slug;

/**
 * A new element, with its classes after its tag; functions become listeners.
 * @param {string} tag @param {Record<string, any>} [about] @param {...(Node | string)} children
 */
function make(tag, about = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const made = document.createElement(name);
  made.className = classes.join(" ");
  for (const [name, value] of Object.entries(about)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** @param {string} words @param {(event: MouseEvent) => void} click @param {Record<string, any>} [about] */
const button = (words, click, about = {}) => make("button", { type: "button", click, ...about }, words);

/** What opens in its place and closes by Escape. @param {string} words @param {...Node} children */
const menu = (words, ...children) => make("details.menu", {}, make("summary", {}, words), ...children);

let silence = 0;

/** Say it aloud, and show it for a while. @param {string} words */
function say(words) {
  const place = one("#say");
  place.className = place.textContent = "";
  setTimeout(() => { place.textContent = words; }, 30); // the same words twice are said twice
  clearTimeout(silence);
  silence = setTimeout(() => { place.className = "unseen"; }, 5000);
}

/** Scroll there and put the focus there, whatever it is folded into. @param {HTMLElement} element */
function goTo(element) {
  unfold(element);
  const place = element.matches("details") ? one("summary", element) : element;
  place.focus({ preventScroll: true });
  element.scrollIntoView();
}

/** @param {Element} element */
function unfold(element) {
  for (let at = element.parentElement; at; at = at.parentElement) if (at.matches("details")) at.open = true;
}

/** "1 decision", "2 decisions". @param {number} number @param {string} word */
const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

/** @param {string} words */
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** @param {string | null | undefined} text with one blank for each run of white space */
const squeezed = (text) => (text ?? "").replace(/\s+/g, " ").trim();

/** Control signs that the report spells out, as they stand on the page: no others, for a page may say "[U+D800]". @param {string} text */
const unspelt = (text) =>
  text.replace(/\[U\+(00[0189][0-9A-F]|007F|200B|20[26][0-9A-F]|FEFF|FFF[9AB]|E00[0-7][0-9A-F])\]/g, (_, sign) => String.fromCodePoint(parseInt(sign, 16)));

/** Characters as Python counts them. @param {string} text */
const size = (text) => [...text].length;
