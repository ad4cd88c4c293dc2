// Single keys, and the sheet that tells them.

/** The finding on which a key works. @param {(card: HTMLElement) => void} action */
const onCard = (action) => () => {
  if (current?.isConnected && !current.hidden) action(current);
  else say("Go to a finding first: j.");
};

/** @param {string} verdict */
const decideAndGoOn = (verdict) => onCard((card) => {
  if (!card.dataset.digest) return say("This one was marked by hand; Remove takes it back.");
  decide(card, verdict);
  if (verdictOf(card)) goOn(card);
});

/** @type {Record<string, [string, () => void]>} */
const KEYS = {
  j: ["next finding", () => step(1)],
  k: ["previous finding", () => step(-1)],
  c: ["confirm it and go on", decideAndGoOn("confirmed")],
  d: ["dismiss it and go on", decideAndGoOn("dismissed")],
  n: ["note", onCard((card) => openNote(card))],
  u: ["undo the last decision", undo],
  m: ["mark a paragraph (arrows choose it), then the one that contradicts it", markHere],
  "/": ["filter", () => fields.q.focus()],
  "?": ["this sheet", help],
};

/** @param {KeyboardEvent} event */
function press(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.key === "Escape") return escape(target);
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (way && target.matches(PARAGRAPHS)) {
    event.preventDefault();
    chooseNext(target, way);
  }
  const plain = editor.keys && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  const busy = target.closest("input:not([type=checkbox]), textarea, select") || one("dialog[open]");
  if (busy || !plain || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  if (!event.repeat || "jk".includes(event.key)) KEYS[event.key][1]();
}

/** @param {HTMLElement} target */
function escape(target) {
  const open = target.closest(".menu[open]");
  if (open) {
    open.open = false;
    one("summary", open).focus();
  } else if (first) setFirst(null);
}

function help() {
  (one("#keys") ?? buildHelp()).showModal();
}

function buildHelp() {
  const rows = Object.entries(KEYS).flatMap(([key, [words]]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, words)]);
  const single = make("input", { type: "checkbox", change: () => setEditor({ keys: single.checked }) });
  single.checked = editor.keys;
  const sheet = make("dialog", { id: "keys", class: "tool", "aria-labelledby": "keys-name" }, make("h2", { id: "keys-name" }, "Keys"),
    make("dl", {}, ...rows), make("p", {}, make("label", {}, single, " Single-key shortcuts")), button("Close", () => sheet.close()));
  document.body.append(sheet);
  return sheet;
}
