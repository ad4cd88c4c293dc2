// Conflicts that were missed, marked by hand: two passages and a note.

/** Paragraphs that can be marked and copied. */
const PARAGRAPHS = ".paragraph[data-at], .only [data-at]";

/** The first of two passages. @type {{host: Element, passage: Passage} | null} */
let first = null;

/** The words of a paragraph, or those selected in it: the longest run that no removal parts. @param {HTMLElement} host @returns {Passage} */
function passageOf(host) {
  const [slug, block] = host.dataset.at.split("/");
  const words = wordsOf(host);
  const chosen = getSelection();
  const range = !chosen.isCollapsed && words.contains(chosen.anchorNode) && words.contains(chosen.focusNode) && chosen.getRangeAt(0);
  const runs = [{ start: 0, text: "" }];
  const walk = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(), at = 0; node; node = walk.nextNode()) {
    const text = node.nodeValue;
    if (node.parentElement.closest(".cut")) {
      at = -Infinity; // how much was removed here is not known, so places after it are not either
      runs.unshift({ start: 0, text: "" });
      continue;
    }
    let [from, to] = [0, text.length];
    if (range) {
      if (node === range.startContainer) from = range.startOffset;
      else if (range.comparePoint(node, 0) < 0) from = to;
      if (node === range.endContainer) to = range.endOffset;
      else if (range.comparePoint(node, 0) > 0) to = from;
    }
    if (!runs[0].text) runs[0].start = Math.max(0, at + size(unspelt(text.slice(0, from))));
    runs[0].text += text.slice(from, to);
    at += size(unspelt(text));
  }
  const best = runs.reduce((longest, run) => (run.text.length >= longest.text.length ? run : longest));
  const text = unspelt(best.text.trim());
  const start = best.start && best.start + size(best.text) - size(best.text.trimStart());
  return { page: FACTS.pages[slug].id, block: Number(block), start, end: start + size(text), text };
}

/** Choose the first passage, or the second. @param {HTMLElement} host */
function mark(host) {
  const passage = passageOf(host);
  if (!passage.text) return say("There are no words to mark.");
  if (!first) {
    setFirst({ host, passage });
    return say("Marked. Now choose the passage that contradicts it; Escape cancels.");
  }
  const entry = { story: FACTS.story, passages: [first.passage, passage], note: "", by: editor.by };
  const [here, there] = entry.passages.map((at) => keyOf("missed", { passages: [at] }));
  if (here === there) return say("This is the passage that you marked; choose another one.");
  setFirst(null);
  put("missed", entry);
  const card = all(".marked").find((other) => other.dataset.key === markKey(entry));
  if (!card) return say("Marked; it stands with the story’s conflicts, on its first page.");
  goTo(card);
  openNote(card);
  say("Marked as a conflict. Say why in a note.");
}

/** @param {typeof first} chosen */
function setFirst(chosen) {
  first?.host.classList.remove("chosen");
  first = chosen;
  first?.host.classList.add("chosen");
  const place = one("#marking");
  place.hidden = !first;
  place.replaceChildren(...(first ? ["Marked: ", make("q", { dir: "auto" }, first.passage.text.replace(/^(.{90}).+/s, "$1…")),
    ` (${outlet(SLUGS.get(first.passage.page))}). Now choose the passage that contradicts it. `, button("Cancel", () => setFirst(null))] : []));
  markButton.textContent = first ? "Contradicts the marked one" : "Mark as contradicting…";
}

/** Mark the paragraph with the focus or the selected words; without one, go to where one can be chosen. */
function markHere() {
  const host = [document.activeElement, getSelection().anchorNode?.parentElement].map((at) => at?.closest(PARAGRAPHS)).find(Boolean);
  if (host) return mark(host);
  const row = document.activeElement.closest(".row, .only");
  const near = paragraphs().find((at) => (row ? row.contains(at) : at.getBoundingClientRect().bottom > 0));
  if (!near) return say("There is no paragraph here.");
  choose(near);
  say("Arrow keys choose a paragraph, m marks it.");
}

/** Those that can be seen: Tab passes them by, for a story has thousands. */
const paragraphs = () => all(PARAGRAPHS).filter((host) => host.checkVisibility());

/** @param {HTMLElement} host */
function choose(host) {
  host.tabIndex = -1;
  host.focus();
}

/** @param {HTMLElement} host @param {number} way 1 or -1 */
function chooseNext(host, way) {
  const hosts = paragraphs();
  choose(hosts[hosts.indexOf(host) + way] ?? host);
}

/** @param {Mark} entry */
const markKey = (entry) => `${keyOf("missed", entry)}\n${entry.by}`;

/** The entry that a card shows. @param {HTMLElement} card @returns {Mark | undefined} */
const markOf = (card) => decisions().missed.find((entry) => markKey(entry) === card.dataset.key);

/** @param {HTMLElement} card */
function removeMark(card) {
  takeBack("missed", markOf(card));
  say("Removed.");
  current = null;
}

/** A card for each marked conflict. @param {HTMLElement} root @param {Mark[]} marks @param {Who} who */
function paintMarks(root, marks, who) {
  const section = one("#conflicts", root)?.closest("section");
  if (!section) return;
  const cards = all(".marked", section);
  for (const entry of marks) {
    const key = markKey(entry);
    const card = cards.find((other) => other.dataset.key === key)
      ?? cards.find((other) => !other.dataset.key && entry.passages.every((at) => squeezed(other.textContent).includes(squeezed(at.text))))
      ?? buildMark(section, entry);
    card.dataset.key = key;
    one("h3", card).textContent = entry.note
      || `${entry.passages.map((at) => outlet(SLUGS.get(at.page) ?? at.page)).join(" and ")}: marked as contradicting.`;
    if (card.dataset.status !== "stale") writeStanding(card, [`Marked by ${who(entry.by)}.`]);
    if (root.isConnected && entry.by === editor.by && !one(".acts", card)) equip(card);
  }
  const known = marks.map(markKey);
  for (const card of cards) if (card.dataset.key && !known.includes(card.dataset.key)) card.remove();
}

/** @param {Element} section @param {Mark} entry */
function buildMark(section, entry) {
  let name = 0x811c9dc5; // FNV-1a: short, and the same each time
  for (const sign of markKey(entry)) name = Math.imul(name ^ sign.codePointAt(0), 0x01000193) >>> 0;
  const id = `m-${name.toString(16)}`;
  const slugs = entry.passages.map((at) => SLUGS.get(at.page) ?? "");
  const sides = entry.passages.map((at, side) => {
    const home = `p-${slugs[side]}-${at.block}`;
    const source = make("bdi", {}, outlet(slugs[side] || at.page));
    return make("div.position", {}, make("blockquote", { "data-at": `${slugs[side]}/${at.block}` }, make("p", { dir: "auto" }, at.text),
      make("footer", {}, document.getElementById(home) ? make("a", { href: `#${home}` }, source) : source)));
  });
  const card = make("article", {
    class: "card marked", id, tabindex: -1, "aria-labelledby": `${id}-reason`,
    "data-kind": "marked", "data-status": "confirmed", "data-outlets": slugs.join(" "),
  }, make("p.kicker", {}, make("b.called", {}, "Conflict marked by hand")),
  make("h3", { id: `${id}-reason`, dir: "auto" }), make("div.positions", {}, ...sides));
  all(":scope > :is(h2, .empty, .card:not(.minor))", section).at(-1).after(card);
  return card;
}

const markButton = button("Mark as contradicting…", () => mark(tray.parentElement));

/** Stands in the paragraph under the pointer, or in the one that was chosen; a press on it leaves selected words selected. */
const tray = make("div.tool.tray", { mousedown: (event) => getSelection().isCollapsed || event.preventDefault() },
  markButton, copyMenu(null));

/** @param {Element | null} host */
function offer(host) {
  if (!host || tray.parentElement === host) return;
  one("details", tray).open = false;
  host.append(tray);
}

function startMarking() {
  document.addEventListener("pointerover", (event) => {
    if (!tray.contains(document.activeElement)) offer(event.target.closest(PARAGRAPHS));
  });
  document.addEventListener("focusin", (event) => event.target.matches(PARAGRAPHS) && offer(event.target));
}
