// Copying: as a quotation, as Markdown with its source, or as a link.

/** @typedef {{words: string, slug: string, place: string}} Quoted */

/** @param {Element} host */
const wordsOf = (host) => (host.matches("p") ? host : one("p", host));

/** What stands quoted in an element. @param {HTMLElement} element @returns {Quoted[]} */
const quotedIn = (element) => (element.dataset.at ? [element] : all("blockquote[data-at]", element)).map((place) => ({
  words: squeezed(wordsOf(place).textContent),
  slug: place.dataset.at.split("/")[0],
  place: /paragraph \d+|headline/i.exec(one("footer, .tags", place)?.textContent)?.[0] ?? "",
}));

/** @param {Quoted} quoted */
const quotation = ({ words, slug, place }) => `“${words}” — ${[outlet(slug), place].filter(Boolean).join(", ")}`;

/** @param {Quoted} quoted */
function citation({ words, slug, place }) {
  const page = FACTS.pages[slug];
  const safe = (text) => squeezed(text).replace(/[\\[\]*_\x60<>]/g, "\\$&");
  const source = page.url ? `[${safe(page.name)}](<${page.url}>)` : safe(page.name);
  const seen = `accessed ${safe(page.retrieved) || new Date().toISOString().slice(0, 10)}`;
  return `> ${safe(words)}\n>\n> — ${[source, safe(page.title), place, safe(page.published), seen].filter(Boolean).join(", ")}`;
}

/** The address of these words on the page they were taken from. @param {Quoted} quoted */
function originalOf({ words, slug }) {
  const { url } = FACTS.pages[slug];
  const said = words.split("[…]")[0].trim().split(" ");
  const ends = said.length > 15 ? [said.slice(0, 5), said.slice(-5)] : [said];
  const named = ends.map((end) => encodeURIComponent(end.join(" ")).replace(/-/g, "%2D"));
  return url && `${url}${url.includes("#") ? "" : "#"}:~:text=${named}`;
}

/** A menu that copies a card's quotations, or those of the paragraph that it stands in. @param {HTMLElement | null} card */
function copyMenu(card) {
  const made = menu("Copy");
  const item = (words, text) => made.append(button(words, () => {
    copy(text(card ?? made.closest("[data-at]")));
    made.open = false;
    one("summary", made).focus();
  }));
  item("Quotation", (element) => quotedIn(element).map(quotation).join("\n"));
  item("Markdown citation", (element) => quotedIn(element).map(citation).join("\n\n"));
  item("Link to this place", (element) => `${location.href.split(/[?#]/)[0]}#${element.closest("[id]").id}`);
  if (!card) item("Link to the original", (element) => originalOf(quotedIn(element)[0]));
  return made;
}

/** @param {string} text */
async function copy(text) {
  if (!text) return say("The address of the original page is not known.");
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const before = /** @type {HTMLElement} */ (document.activeElement);
    const box = /** @type {HTMLTextAreaElement} */ (make("textarea", {}, text));
    document.body.append(box);
    box.select();
    const copied = document.execCommand("copy");
    box.remove();
    before.focus();
    if (!copied) return say("The browser did not let this page copy.");
  }
  say("Copied.");
}
