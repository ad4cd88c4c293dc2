// Conflicts that were missed, marked by hand: two passages and a note.

/** Paragraphs that can be marked and copied. */
const PARAGRAPHS = ".paragraph[data-at], .only [data-at]";

/** The first of two passages. @type {{host: HTMLElement, passage: Passage} | null} */
let first = null;

/** The words of a paragraph, or those selected in it: the longest run without a removal inside. @param {HTMLElement} host @returns {Passage} */
function passageOf(host) {
  const [slug, block] = host.dataset.at.split("/");
  const words = host.matches("p") ? host : one("p", host);
  const chosen = getSelection();
  const range = chosen && !chosen.isCollapsed && words.contains(chosen.anchorNode) && words.contains(chosen.focusNode)
    ? chosen.getRangeAt(0) : null;
  let [best, run, at, cut] = [{ text: "", start: 0 }, { text: "", start: 0 }, 0, false];
  const walk = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const text = /** @type {Text} */ (node).data;
    const removed = Boolean(node.parentElement.closest(".cut"));
    let [from, to] = [0, removed ? 0 : text.length];
    if (range && !removed) {
      if (node === range.startContainer) from = range.startOffset;
      else if (range.comparePoint(node, 0) < 0) from = text.length;
      if (node === range.endContainer) to = range.endOffset;
      else if (range.comparePoint(node, 0) > 0) to = 0;
    }
    if (removed) cut = true;
    if (removed || !run.text) run = { text: "", start: cut ? 0 : at + size(unspelt(text.slice(0, from))) };
    run.text += text.slice(from, Math.max(from, to));
    if (run.text.trim().length > best.text.trim().length) best = { ...run };
    if (!removed) at += size(unspelt(text));
  }
  const start = best.start && best.start + size(best.text) - size(best.text.trimStart());
  const text = unspelt(best.text.trim());
  return { page: FACTS.pages[slug]?.id ?? slug, block: Number(block), start, end: start + size(text), text };
}

/** Choose the first passage, or the second. @param {HTMLElement} host */
function mark(host) {
  const passage = passageOf(host);
  if (!passage.text) return say("There are no words to mark.");
  if (!first) {
    first = { host, passage };
    host.classList.add("chosen");
    showMarking();
    return say("Marked. Now choose the passage that contradicts it; Escape cancels.");
  }
  if (first.passage.page === passage.page && first.passage.block === passage.block && first.passage.text === passage.text) {
    return say("This is the passage that you marked; choose another one.");
  }
  const entry = { story: FACTS.story, passages: [first.passage, passage], note: "", by: "", at: "" };
  cancelMarking();
  put("missed", entry);
  const key = `${keyOf("missed", entry)}\n${editor.by}`;
  const card = all(".card.marked").find((other) => other.dataset.key === key);
  if (!card) return say("Marked; it stands with the story's conflicts, on its first page.");
  goTo(card);
  openNote(card);
  say("Marked as a conflict. Say why in a note.");
}

function cancelMarking() {
  first?.host.classList.remove("chosen");
  first = null;
  showMarking();
}

/** Say in the bar and beside the paragraph what is being marked. */
function showMarking() {
  const place = one("#marking");
  const name = first && FACTS.pages[SLUGS.get(first.passage.page)]?.name;
  place.replaceChildren(...(first ? [
    make("span", {}, "Marked: ", make("q", { dir: "auto" }, first.passage.text.slice(0, 90)), ` (${name}). Now choose the passage that contradicts it.`),
    button("Cancel", cancelMarking)] : []));
  place.hidden = !first;
  markButton.textContent = first ? "Contradicts the marked one" : "Mark as contradicting…";
}

/** This editor's entry that a card shows. @param {HTMLElement} card @returns {Mark | undefined} */
const markOf = (card) =>
  decisions().missed.find((entry) => entry.by === editor.by && markKey(entry) === card.dataset.key);

/** @param {Mark} entry */
const markKey = (entry) => `${keyOf("missed", entry)}\n${entry.by}`;

/** A card for each marked conflict. @param {HTMLElement} root @param {Mark[]} marks @param {(by: string) => string} who */
function paintMarks(root, marks, who) {
  const section = one("#conflicts", root)?.closest("section");
  if (!section) return;
  const kept = new Set(marks.map(markKey));
  for (const card of all(".card.marked[data-key]", section)) if (!kept.has(card.dataset.key)) card.remove();
  for (const entry of marks) {
    const cards = all(".card.marked", section);
    const card = cards.find((other) => other.dataset.key === markKey(entry))
      ?? cards.find((other) => !other.dataset.key && entry.passages.every((at) => squeezed(other.textContent).includes(squeezed(at.text))))
      ?? buildMark(section, entry);
    card.dataset.key = markKey(entry);
    const names = [...new Set(entry.passages.map((at) => FACTS.pages[SLUGS.get(at.page)]?.name ?? at.page))];
    one("h3", card).textContent = entry.note || `${listed(names)}: marked as contradicting.`;
    if (card.dataset.status !== "stale") writeStanding(card, [`Marked by ${who(entry.by)}.`]);
    const tools = one(".acts", card);
    if (tools) tools.hidden = entry.by !== editor.by;
    else if (root === document.documentElement) equipMark(card, entry);
  }
}

/** @param {Element} section @param {Mark} entry */
function buildMark(section, entry) {
  let name = 0x811c9dc5; // FNV-1a: short, and the same each time
  for (const sign of markKey(entry)) name = Math.imul(name ^ sign.codePointAt(0), 0x01000193) >>> 0;
  const id = `m-${name.toString(16).padStart(8, "0")}`;
  const slugs = entry.passages.map((at) => SLUGS.get(at.page) ?? "");
  const sides = entry.passages.map((at, number) => {
    const page = FACTS.pages[slugs[number]];
    const place = one(`#p-${CSS.escape(`${slugs[number]}-${at.block}`)}`);
    const footer = make("footer", {}, make("bdi", {}, page?.name ?? at.page));
    if (place) footer.append(", ", make("a", { href: `#${place.id}` }, "its passage"));
    return make("div", { class: "position" }, make("blockquote", { "data-at": `${slugs[number]}/${at.block}` },
      make("p", { dir: "auto" }, at.text), footer));
  });
  const card = make("article", {
    class: "card marked", id, tabindex: "-1", "aria-labelledby": `${id}-reason`, "data-kind": "marked",
    "data-status": "confirmed", "data-severity": "high", "data-outlets": [...new Set(slugs)].join(" "),
  }, make("p", { class: "kicker" }, make("b", { class: "called" }, "Conflict marked by hand")),
  make("h3", { id: `${id}-reason`, dir: "auto" }), make("div", { class: "positions" }, ...sides));
  const before = all(":scope > article.card, :scope > details.card:not(.minor), :scope > .empty, :scope > h2", section).at(-1);
  before.after(card);
  return card;
}

/** @param {HTMLElement} card @param {Mark} entry */
function equipMark(card, entry) {
  const remove = () => {
    takeBack("missed", markOf(card));
    say("Removed.");
    one("#conflicts").closest("section").querySelector(".card")?.focus();
  };
  one(".positions", card).after(make("div", { class: "tool acts" },
    button("Note", () => openNote(card), { class: "noted" }), copyMenu(card), button("Remove", remove)));
  one(".acts", card).hidden = entry.by !== editor.by;
  card.addEventListener("focusin", () => { current = card; });
}

const markButton = button("Mark as contradicting…", () => mark(tray.parentElement));

/** Stands in the paragraph under the pointer or the focus. */
const tray = make("div", { class: "tool tray", mousedown: keepSelection }, markButton, copyMenu(null));

/** A press on a tool leaves the selected words selected. @param {MouseEvent} event */
function keepSelection(event) {
  if (!getSelection()?.isCollapsed) event.preventDefault();
}

/** @param {Element | null} host */
function offer(host) {
  if (host && tray.parentElement !== host) {
    const open = one(".menu[open]", tray);
    if (open) open.open = false;
    host.append(tray);
  }
}

/** Paragraphs of the row in which the focus is can be reached by Tab. @param {Element | null} row */
function admit(row) {
  for (const host of all("[data-reached]")) {
    if (row?.contains(host)) continue;
    for (const name of ["data-reached", "tabindex", "role", "aria-label"]) host.removeAttribute(name);
  }
  for (const host of row ? all(PARAGRAPHS, row) : []) {
    host.dataset.reached = "";
    host.tabIndex = 0;
    host.setAttribute("role", "group");
    host.setAttribute("aria-label", sourceOf(host));
  }
}

function startMarking() {
  document.addEventListener("pointerover", (event) => {
    if (!tray.contains(document.activeElement)) offer(event.target.closest?.(PARAGRAPHS));
  });
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest(".row, .only");
    admit(row);
    offer(event.target.closest(PARAGRAPHS));
  });
}
