// What an editor does with a finding.

/** What was decided, to be taken back: the card, and what this editor had said of it before. @type {[HTMLElement, Decision | undefined][]} */
const done = [];

/** The card that was worked on last. @type {HTMLElement | null} */
let current = null;

/** Dismissed cards that are shown whole all the same. @type {Set<HTMLElement>} */
const peeked = new Set();

/** @param {HTMLElement} card @returns {Decision | undefined} */
const said = (card) => own("findings", findingOf(card));

/** @param {HTMLElement} card @param {Partial<Decision>} what */
function record(card, what) {
  const before = said(card);
  const entry = {
    story: FACTS.story, id: findingOf(card), digest: card.dataset.digest, verdict: "", note: "",
    says: squeezed(one("h3, summary > [dir]", card)?.textContent), ...before, ...what,
  };
  if (speaks(entry)) put("findings", entry);
  else if (before) takeBack("findings", entry);
}

/** The verdict of this editor that still counts. @param {HTMLElement} card */
function verdictOf(card) {
  const mine = said(card);
  return mine?.digest === card.dataset.digest ? mine.verdict : "";
}

/** Confirm or dismiss; the same again takes it back. @param {HTMLElement} card @param {string} verdict */
function decide(card, verdict) {
  const again = verdictOf(card) === verdict;
  done.push([card, said(card)]);
  peeked.delete(card);
  record(card, { verdict: again ? "" : verdict, digest: card.dataset.digest });
  const left = waiting(all(".card")).length;
  const rest = left ? `${count(left, "possible conflict")} left.` : "Every possible conflict is decided.";
  say(`${again ? "Taken back" : capital(verdict)}. ${rest}`);
}

/** Take the last decision back. */
function undo() {
  const [card, before] = done.pop() ?? [];
  if (!card) return say("Nothing to undo.");
  record(card, before ?? { verdict: "" });
  goTo(card);
  say("Undone.");
}

/** Cards that the filter shows. */
const shown = () => all(".card:not([hidden])");

/** Conflicts that need an editor; by themselves those that the filter shows. */
const waiting = (cards = shown()) =>
  cards.filter((card) => card.dataset.kind === "conflict" && NEEDY.includes(card.dataset.status));

/** @param {number} way 1 or -1 */
function step(way) {
  const cards = shown();
  const at = cards.indexOf(current);
  const next = at < 0 ? cards.at(way > 0 ? 0 : -1) : cards[at + way];
  if (next) goTo(next);
  else say(`No ${way > 0 ? "later" : "earlier"} finding.`);
}

/** To the next finding that needs an editor, if there is one. @param {HTMLElement} card */
function goOn(card) {
  const left = waiting();
  const later = left.find((other) => card.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  const next = later ?? left[0];
  if (next) goTo(next);
}

/** The buttons of a card. @param {HTMLElement} card */
function equip(card) {
  const marked = !card.dataset.digest;
  const note = button("Note", () => openNote(card), { class: "noted" });
  const tools = make("div.tool.acts", {});
  if (marked) tools.append(note, copyMenu(card), button("Remove", () => removeMark(card)));
  else {
    const press = (verdict) => ({ currentTarget }) => {
      decide(card, verdict);
      if (card.hidden) goOn(card);
      else if (currentTarget.hidden) one(":scope > button:not([hidden])", tools).focus();
    };
    tools.append(button("Confirm", press("confirmed")), button("Dismiss", press("dismissed")), note, copyMenu(card),
      button("Undo", press("dismissed")), button("Show", () => { peeked.add(card); refresh(card); one("button", tools).focus(); }));
  }
  one(".positions", card).after(tools);
  card.addEventListener("focusin", () => { current = card; });
}

/** Fold what was dismissed to a line; make the buttons say what is decided. @param {HTMLElement} card */
function refresh(card) {
  const tools = one(".acts", card);
  if (!card.dataset.digest || !tools) return;
  const verdict = verdictOf(card);
  const folded = card.matches("article[data-status=dismissed]") && !peeked.has(card);
  card.classList.toggle("folded", folded);
  const [confirm, dismiss, note, copies, back, show] = tools.children;
  for (const tool of [confirm, dismiss, note, copies]) tool.hidden = folded;
  confirm.setAttribute("aria-pressed", String(verdict === "confirmed"));
  dismiss.setAttribute("aria-pressed", String(verdict === "dismissed"));
  note.textContent = said(card)?.note ? "Change note" : "Note";
  back.hidden = !folded || !verdict;
  show.hidden = !folded;
}

/** @param {HTMLElement} card */
function openNote(card) {
  peeked.add(card);
  refresh(card);
  unfold(one(".acts", card));
  (one(".note textarea", card) ?? buildNote(card)).focus();
}

/** @param {HTMLElement} card */
function buildNote(card) {
  const box = /** @type {HTMLTextAreaElement} */ (make("textarea", { rows: 2, dir: "auto", maxlength: 9000 }));
  const form = make("div.tool.note", {},
    make("label", {}, "Your note", box), make("p.quiet", {}, "Kept when you leave it, by Ctrl+Enter, Escape or Tab."));
  const before = box.value = (card.dataset.digest ? said(card)?.note : markOf(card)?.note) ?? "";
  const leave = () => {
    const note = box.value.trim();
    form.remove();
    if (note === before) return;
    if (card.dataset.digest) record(card, { note });
    else put("missed", { ...markOf(card), note });
    say(note ? "Note kept." : "Note removed.");
  };
  // A press elsewhere is let through first: the page moves when the field goes.
  box.addEventListener("blur", () => (one(":active") ? addEventListener("pointerup", () => setTimeout(leave), { once: true }) : leave()));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" && !(event.key === "Enter" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    event.stopPropagation();
    one(".noted", card).focus();
  });
  one(".acts", card).after(form);
  return box;
}
