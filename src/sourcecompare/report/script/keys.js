// Single keys, and the sheet that tells them.

const KEYS = [
  ["j", "next finding"], ["k", "previous finding"], ["c", "confirm it and go on"], ["d", "dismiss it and go on"],
  ["n", "note"], ["u", "undo the last decision"], ["m", "mark a paragraph as contradicting another"],
  ["/", "filter"], ["?", "this sheet"], ["Esc", "close"],
];

/** @param {KeyboardEvent} event */
function press(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.key === "Escape") return escape(target);
  if (!editor.keys || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog") || one("dialog[open]")) return;
  const action = ACTIONS[event.key];
  if (!action || (event.repeat && !"jk".includes(event.key))) return;
  event.preventDefault();
  action();
}

/** @param {(card: HTMLElement) => void} action on the finding at hand */
const onCard = (action) => () => {
  const card = atHand();
  if (!card || card.hidden) return say("Go to a finding first: j.");
  action(card);
};

/** @param {string} verdict */
const decideAndGoOn = (verdict) => onCard((card) => {
  if (card.classList.contains("marked")) return say("This one was marked by hand; Remove takes it back.");
  decide(card, verdict);
  if (said(card)?.verdict === verdict) goOn(card);
});

/** @type {Record<string, () => void>} */
const ACTIONS = {
  j: () => step(1),
  k: () => step(-1),
  c: decideAndGoOn("confirmed"),
  d: decideAndGoOn("dismissed"),
  n: onCard((card) => openNote(card)),
  u: undo,
  m: () => {
    const host = document.activeElement.closest(PARAGRAPHS)
      ?? getSelection()?.anchorNode?.parentElement?.closest(PARAGRAPHS);
    if (host) mark(/** @type {HTMLElement} */ (host));
    else say("Go to a paragraph first: Tab leads through those of a passage.");
  },
  "/": () => { fields.q.focus(); fields.q.scrollIntoView({ block: "nearest" }); },
  "?": help,
};

/** @param {HTMLElement} target */
function escape(target) {
  const open = target.closest(".menu[open]");
  if (open) {
    open.open = false;
    one("summary", open).focus();
  } else if (first && !one("dialog[open]")) {
    cancelMarking();
    say("Cancelled.");
  }
}

/** @param {EventTarget | null} except what was clicked */
function closeMenus(except) {
  for (const open of all(".acts .menu[open], .tray .menu[open]")) {
    if (!open.contains(/** @type {Node} */ (except))) open.open = false;
  }
}

function help() {
  const sheet = /** @type {HTMLDialogElement | null} */ (one("dialog#keys")) ?? buildHelp();
  sheet.showModal();
}

function buildHelp() {
  const rows = KEYS.flatMap(([key, words]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, words)]);
  const single = make("input", { type: "checkbox", change: (event) => {
    editor = { ...editor, keys: event.target.checked };
    keep(EDITOR, editor);
  } });
  single.checked = editor.keys;
  const sheet = /** @type {HTMLDialogElement} */ (make("dialog", { id: "keys", class: "tool", "aria-labelledby": "keys-name" },
    make("h2", { id: "keys-name" }, "Keys"), make("dl", {}, ...rows),
    make("p", {}, make("label", {}, single, " Single-key shortcuts")),
    button("Close", () => sheet.close(), { autofocus: true })));
  document.body.append(sheet);
  return sheet;
}
