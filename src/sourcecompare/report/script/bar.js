// The bar under the head of the page: the filter, and what becomes of decisions.

/** @param {string} words for everybody */
function report(words) {
  one("#told").textContent = words;
  say(words);
}

function buildBar() {
  const file = make("input", { type: "file", accept: ".json,.html", hidden: "", change: async () => {
    await load(file.files[0]);
    file.value = "";
  } });
  const initials = make("input", { value: editor.by, maxlength: 60, size: 6, change: () => setEditor({ by: squeezed(initials.value) }) });
  return make("section.hand", { "aria-label": "Your decisions" },
    make("span", { id: "number" }), button("Export decisions.json", exportDecisions, { id: "export" }),
    menu("More", make("label", {}, "Your initials", initials), button("Save a copy with my decisions", saveCopy),
      button("Load a colleague’s file", () => file.click()), file,
      button("Mark a missed conflict", markHere), button("Forget my decisions", forget)),
    button("Keys", help), make("span", { id: "told", class: "quiet" }));
}

/** Say how much is decided, and what would be lost. */
function refreshBar() {
  const held = decisions();
  const number = held.findings.filter(speaks).length + held.restored.length + held.missed.length;
  const unsaved = cache.unsaved.length;
  let words = number ? count(number, "decision") : "No decisions yet";
  if (unsaved) words += unsaved < number ? `, ${unsaved} not yet exported` : ", not yet exported";
  else if (number) words += ", all exported";
  one("#number").textContent = kept ? words : `${words}. This browser keeps nothing: export before you close`;
  one("#export").disabled = !number && !unsaved;
}

/** Everything as it is decided now. */
function repaint() {
  paint(document.documentElement, addressed);
  all(".card").forEach(refresh);
  refreshBar();
  collect();
  sift();
}

/** What another page of the story decided meanwhile. */
function reread() {
  const found = kept && remembered();
  if (!found || JSON.stringify(found) === JSON.stringify(cache)) return;
  cache = found;
  repaint();
}

function start() {
  if (!one("#tools")) return;
  one("#tools").append(...buildFilter(), buildBar(), make("p", { id: "marking", class: "empty", hidden: "" }));
  all(".card[data-digest]").forEach(equip);
  repaint();
  startMarking();
  document.addEventListener("keydown", press);
  document.addEventListener("toggle", ({ target }) => target.open && target.matches(".cuts") && equipRemovals(target), true);
  addEventListener("hashchange", followAddress);
  addEventListener("storage", (event) => event.key === HOME && reread());
  addEventListener("focus", reread);
  addEventListener("beforeunload", (event) => !kept && cache.unsaved.length && event.preventDefault());
  followAddress();
  readAhead(0);
}

start();
