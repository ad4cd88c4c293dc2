// Copying: as a quotation, as Markdown with its source, or as a link.

/** @typedef {{words: string, slug: string, place: string}} Quoted */

/** What stands quoted in an element. @param {HTMLElement} element @returns {Quoted[]} */
function quotedIn(element) {
  const places = element.dataset.at ? [element] : all("blockquote[data-at]", element);
  return places.map((place) => {
    const words = place.matches("p") ? place : one("p", place);
    const told = squeezed(one("footer, .tags", place)?.textContent);
    return {
      words: squeezed(words.textContent),
      slug: place.dataset.at.split("/")[0],
      place: /paragraph \d+|headline/i.exec(told)?.[0] ?? "",
    };
  });
}

/** @param {Quoted} quoted */
const nameOf = ({ slug, place }) => [FACTS.pages[slug]?.name ?? slug, place].filter(Boolean).join(", ");

/** @param {HTMLElement} host */
const sourceOf = (host) => nameOf(quotedIn(host)[0]);

/** @param {Quoted} quoted */
const quotation = (quoted) => `“${quoted.words}” — ${nameOf(quoted)}`;

/** @param {Quoted} quoted */
function citation(quoted) {
  const page = FACTS.pages[quoted.slug] ?? { name: quoted.slug, url: "" };
  const safe = (text) => text.replace(/[\\[\]*_`<>]/g, "\\$&");
  const source = page.url ? `[${safe(page.name)}](<${page.url}>)` : safe(page.name);
  const seen = `accessed ${page.retrieved || new Date().toISOString().slice(0, 10)}`;
  const told = [source, safe(page.title ?? ""), quoted.place, page.published, seen].filter(Boolean);
  return `> ${safe(quoted.words)}\n>\n> — ${told.join(", ")}`;
}

/** The address of these words on this page. @param {Element} element */
const addressOf = (element) => `${location.href.split(/[?#]/)[0]}#${element.closest("[id]").id}`;

/** The address of these words on the page they were taken from. @param {Quoted} quoted */
function originalOf({ words, slug }) {
  const url = FACTS.pages[slug]?.url;
  const said = words.split("[…]")[0].trim().split(" ");
  const coded = (part) => encodeURIComponent(part.join(" ")).replace(/-/g, "%2D");
  const ends = said.length > 15 ? [said.slice(0, 5), said.slice(-5)] : [said];
  return url && `${url}${url.includes("#") ? "" : "#"}:~:text=${ends.map(coded).join(",")}`;
}

/** A menu that copies a card's quotations, or those of the paragraph that it stands in. @param {HTMLElement | null} card */
function copyMenu(card) {
  const made = menu("Copy");
  const target = () => card ?? made.closest("[data-at]");
  const item = (words, text) => made.append(button(words, () => {
    copy(text(target()));
    made.open = false;
    one("summary", made).focus();
  }));
  item("Quotation", (element) => quotedIn(element).map(quotation).join("\n"));
  item("Markdown citation", (element) => quotedIn(element).map(citation).join("\n\n"));
  item("Link to this place", addressOf);
  if (!card) item("Link to the original", (element) => originalOf(quotedIn(element)[0]));
  return made;
}

/** @param {string} text */
async function copy(text) {
  if (!text) return say("The address of the original page is not known.");
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const box = /** @type {HTMLTextAreaElement} */ (make("textarea", { class: "unseen" }));
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    box.value = text;
    document.body.append(box);
    box.select();
    const copied = document.execCommand("copy");
    box.remove();
    focused?.focus();
    if (!copied) return say("The browser did not let this page copy.");
  }
  say("Copied.");
}
