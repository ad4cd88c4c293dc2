// The bar under the head of the page: the filter, and what becomes of decisions.

/** @param {string} words for everybody */
function report(words) {
  one("#told").textContent = words;
  say(words);
}

function buildBar() {
  const file = /** @type {HTMLInputElement} */ (make("input", { type: "file", accept: ".json,.html", class: "unseen", tabindex: "-1", "aria-label": "A colleague's file" }));
  file.addEventListener("change", async () => {
    if (file.files[0]) await load(file.files[0]);
    file.value = "";
  });
  const initials = make("input", { value: editor.by, maxlength: "60", size: "6", autocomplete: "off", change: (event) => rename(event.target.value) });
  const more = menu("More",
    make("label", {}, "Your initials", initials),
    button("Save a copy with my decisions", saveCopy),
    button("Load a colleague’s file", () => file.click()), file,
    button("Forget my decisions", forget));
  return make("section", { class: "hand", "aria-label": "Your decisions" },
    make("span", { id: "number" }), button("Export decisions.json", exportDecisions, { id: "export" }), more,
    button("Keys", help, { "aria-haspopup": "dialog" }), make("span", { id: "told", class: "quiet" }));
}

/** Say how much is decided, and what would be lost. */
function refreshBar() {
  const held = decisions();
  const number = held.findings.filter(speaks).length + held.restored.length + held.missed.length;
  const unsaved = cache.unsaved.length;
  let words = number || unsaved ? count(number, "decision") : "No decisions yet";
  if (unsaved) words += unsaved < number ? `, ${unsaved} not yet exported` : ", not yet exported";
  else if (number) words += ", all exported";
  if (!kept) words += ". This browser keeps nothing: export before you close";
  one("#number").textContent = words;
  one("#export").disabled = !number && !unsaved;
}

/** Everything as it is decided now. */
function repaint() {
  const before = new Map(all(".card").map((card) => [card, card.dataset.built ? card.dataset.status : ""]));
  paint(document.documentElement, addressed);
  for (const card of all(".card")) {
    fold(card, before.get(card) ?? "");
    refresh(card);
  }
  refreshBar();
  collect();
  sift();
}

function start() {
  const tools = one("#tools");
  if (!tools) return;
  tools.append(...buildFilter(), buildBar(), make("p", { id: "marking", class: "empty", hidden: true }));
  for (const item of items) if (item.element.matches(".card")) textOf(item);
  for (const card of all(".card:not(.marked)")) equip(card);
  repaint();
  startMarking();
  document.addEventListener("keydown", press);
  document.addEventListener("click", (event) => closeMenus(event.target));
  document.addEventListener("toggle", (event) => {
    const list = event.target;
    if (list.open && list.matches(".cuts")) equipRemovals(list);
  }, true);
  all(".cuts[open]").forEach(equipRemovals);
  addEventListener("hashchange", followAddress);
  addEventListener("storage", (event) => {
    if (event.key !== HOME) return;
    cache = { ...blank(), ...recall(HOME) };
    repaint();
  });
  addEventListener("beforeunload", (event) => {
    if (!kept && cache.unsaved.length) event.preventDefault(); // else they would be lost
  });
  followAddress();
  readAhead(0);
}

start();
