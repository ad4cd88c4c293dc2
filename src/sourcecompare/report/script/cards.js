// What an editor does with a finding.

/** What was decided last, to be taken back: the card, and what this editor had said of it before. */
/** @type {{card: HTMLElement, before: Decision | undefined}[]} */
const done = [];

/** The card that was worked on last. @type {HTMLElement | null} */
let current = null;

/** @param {HTMLElement} card */
const said = (card) => /** @type {Decision | undefined} */ (own("findings", `f ${findingOf(card)}`));

/** @param {HTMLElement} card @param {Partial<Decision>} what */
function record(card, what) {
  const before = said(card);
  const entry = {
    story: FACTS.story, id: findingOf(card), digest: card.dataset.digest, verdict: "", note: "", by: "", at: "",
    says: squeezed(one("h3, summary > [dir]", card)?.textContent), ...before, ...what,
  };
  if (speaks(entry)) put("findings", entry);
  else if (before) takeBack("findings", entry);
}

/** Confirm or dismiss; the same again takes it back. @param {HTMLElement} card @param {string} verdict */
function decide(card, verdict) {
  const before = said(card);
  const again = before?.verdict === verdict && before.digest === card.dataset.digest;
  done.push({ card, before });
  record(card, { verdict: again ? "" : verdict, digest: card.dataset.digest });
  const left = waiting().length;
  say(`${again ? "Taken back" : capital(verdict)}. ${left ? `${count(left, "possible conflict")} left.` : "Every possible conflict is decided."}`);
}

/** Take the last decision back. */
function undo() {
  const last = done.pop();
  if (!last) return say("Nothing to undo.");
  const { card, before } = last;
  record(card, before ?? { verdict: "", digest: card.dataset.digest });
  goTo(card);
  say("Undone.");
}

/** Cards that the filter shows. */
const shown = () => all(".card").filter((card) => !card.hidden);

/** Conflicts that need an editor. */
const waiting = () =>
  shown().filter((card) => card.dataset.kind === "conflict" && NEEDY.includes(card.dataset.status));

/** The finding on which a key works. @returns {HTMLElement | null} */
function atHand() {
  const focused = document.activeElement?.closest(".card");
  return /** @type {HTMLElement | null} */ (focused ?? (current?.isConnected ? current : null));
}

/** @param {number} way 1 or -1 */
function step(way) {
  const cards = shown();
  const at = cards.indexOf(atHand());
  const next = at < 0 ? cards.at(way > 0 ? 0 : -1) : cards[at + way];
  if (next) goTo(next);
  else say(cards.length ? `No ${way > 0 ? "later" : "earlier"} finding.` : "No finding is shown.");
}

/** To the next finding that needs an editor, if there is one. @param {HTMLElement} card */
function goOn(card) {
  const cards = all(".card");
  const here = cards.indexOf(card);
  const left = waiting();
  const next = left.find((other) => cards.indexOf(other) > here) ?? left[0];
  if (next) goTo(next);
  else if (card.hidden) one("#conflicts")?.scrollIntoView();
}

/** The buttons of a card. @param {HTMLElement} card */
function equip(card) {
  const press = (verdict) => () => {
    decide(card, verdict);
    if (card.hidden) goOn(card);
    else if (card.classList.contains("folded")) one(".take-back", card).focus();
    else one(`.${verdict}`, card)?.focus();
  };
  const about = (verdict) => ({ class: verdict, "aria-pressed": "false" });
  const tools = make("div", { class: "tool acts" },
    button("Confirm", press("confirmed"), about("confirmed")),
    button("Dismiss", press("dismissed"), about("dismissed")),
    button("Note", () => openNote(card), { class: "noted" }),
    copyMenu(card),
    button("Undo", press("dismissed"), { class: "take-back" }),
    button("Show", () => { card.classList.remove("folded"); refresh(card); one(".confirmed", card).focus(); }, { class: "peek" }));
  if (!one(":scope > .positions", card)) card.append(tools);
  else one(":scope > .positions", card).after(tools);
  card.addEventListener("focusin", () => { current = card; });
}

/** Make the buttons say what is decided. @param {HTMLElement} card */
function refresh(card) {
  const tools = one(".acts", card);
  if (!tools || card.classList.contains("marked")) return;
  const mine = said(card);
  const fresh = mine?.digest === card.dataset.digest ? mine.verdict : "";
  for (const verdict of ["confirmed", "dismissed"]) {
    one(`.${verdict}`, tools).setAttribute("aria-pressed", String(fresh === verdict));
  }
  const folded = card.classList.contains("folded");
  for (const tool of tools.children) tool.hidden = tool.matches(".take-back, .peek") !== folded;
  one(".take-back", tools).hidden = !folded || fresh !== "dismissed";
  one(".noted", tools).textContent = mine?.note ? "Change note" : "Note";
}

/** Fold what was dismissed to a line, unfold what is not any more. @param {HTMLElement} card @param {string} before its status */
function fold(card, before) {
  const { status } = card.dataset;
  if (status === before && card.dataset.built) return;
  card.dataset.built = "1";
  if (card instanceof HTMLDetailsElement) { if (status === "dismissed" && before) card.open = false; }
  else card.classList.toggle("folded", status === "dismissed");
}

/** @param {HTMLElement} card */
function openNote(card) {
  unfold(one(".acts", card));
  const box = one(".note textarea", card) ?? buildNote(card);
  box.focus();
}

/** @param {HTMLElement} card */
function buildNote(card) {
  const box = /** @type {HTMLTextAreaElement} */ (make("textarea", { rows: "2", dir: "auto", maxlength: "9000" }));
  const form = make("div", { class: "tool note" },
    make("label", {}, "Your note", box), make("p", { class: "quiet" }, "Kept when you leave it: Ctrl+Enter or Escape."));
  box.value = noteOf(card);
  const leave = () => {
    if (!form.isConnected) return;
    const note = box.value.trim();
    const changed = note !== noteOf(card);
    form.remove();
    if (!changed) return;
    writeNote(card, note);
    say(note ? "Note kept." : "Note removed.");
  };
  box.addEventListener("blur", leave);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" && !(event.key === "Enter" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    event.stopPropagation();
    one(".noted", card).focus();
  });
  one(".acts", card).after(form);
  return box;
}

/** @param {HTMLElement} card */
const noteOf = (card) => (card.classList.contains("marked") ? markOf(card)?.note : said(card)?.note) ?? "";

/** @param {HTMLElement} card @param {string} note */
function writeNote(card, note) {
  if (card.classList.contains("marked")) put("missed", { ...markOf(card), note });
  else record(card, { note });
}
