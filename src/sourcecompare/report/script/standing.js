// Where findings stand, in words: on the page, and in a copy of it.

/** @typedef {{status: string, confirmed: string[], dismissed: string[], outdated: Decision[], notes: Decision[]}} Standing */

const VERBS = { confirmed: "confirmed", dismissed: "dismissed", "": "noted" };
const NEEDY = ["open", "disputed", "stale"];

/** @param {string} digest of the finding as it is @param {Decision[]} said @returns {Standing} */
function standingOf(digest, said) {
  const outdated = said.filter((entry) => entry.verdict && entry.digest !== digest);
  const fresh = said.filter((entry) => !outdated.includes(entry));
  const by = (verdict) => fresh.filter((entry) => entry.verdict === verdict).map((entry) => entry.by);
  const [confirmed, dismissed] = [by("confirmed"), by("dismissed")];
  let status = outdated.length ? "stale" : "open";
  if (confirmed.length && dismissed.length) status = "disputed";
  else if (confirmed.length) status = "confirmed";
  else if (dismissed.length) status = "dismissed";
  return { status, confirmed, dismissed, outdated, notes: said.filter((entry) => entry.note) };
}

/** @param {Standing} standing @param {(by: string) => string} who */
function sentences(standing, who) {
  const { status, confirmed, dismissed } = standing;
  const said = [];
  if (status === "disputed") {
    said.push(`Editors differ: ${listed(confirmed.map(who))} confirmed it, ${listed(dismissed.map(who))} dismissed it.`);
  } else if (confirmed.length) said.push(`Confirmed by ${listed(confirmed.map(who))}.`);
  else if (dismissed.length) said.push(`Dismissed by ${listed(dismissed.map(who))}.`);
  for (const entry of standing.outdated) {
    said.push(`${capital(who(entry.by))} ${VERBS[entry.verdict]} it on ${entry.at.slice(0, 10)}, but its evidence has changed since.`);
  }
  for (const entry of standing.notes) said.push(`Note by ${who(entry.by)}: ${entry.note}`);
  return said;
}

/** @param {string} words */
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** An editor as a page calls them that is read by anybody. @param {string} by */
const named = (by) => by || "an editor";

/** An editor as this page calls them. @param {string} by */
const addressed = (by) => (by === editor.by ? "you" : named(by));

/** Everything that was decided, written into a page. @param {HTMLElement} root @param {(by: string) => string} who */
function paint(root, who) {
  const held = decisions();
  /** @type {Map<string, Decision[]>} */
  const said = new Map();
  for (const entry of held.findings) said.set(entry.id, [...(said.get(entry.id) ?? []), entry]);
  for (const card of all(".card[data-digest]:not(.marked)", root)) {
    paintCard(card, standingOf(card.dataset.digest, said.get(findingOf(card)) ?? []), who);
  }
  paintMarks(root, held.missed, who);
  paintRestored(root, held.restored, who);
  paintSummary(root);
  paintGone(root, held.findings.filter(speaks), who);
}

/** @param {HTMLElement} card */
const findingOf = (card) => card.id.replace(/^f-/, "");

/** @param {HTMLElement} card @param {Standing} standing @param {(by: string) => string} who */
function paintCard(card, standing, who) {
  card.dataset.status = standing.status;
  if (card.dataset.kind === "conflict") {
    const called = standing.status === "confirmed" ? "Conflict" : "Possible conflict";
    for (const place of all(".called", card)) {
      const folded = place.closest("summary") && standing.status === "dismissed";
      place.textContent = folded ? "Dismissed" : called;
    }
  }
  writeStanding(card, sentences(standing, who));
}

/** @param {HTMLElement} item a card or a removal @param {string[]} said */
function writeStanding(item, said) {
  const [place, ...more] = all(".standing", item);
  more.forEach((other) => other.remove());
  if (!said.length) return place?.remove();
  const words = place ?? make("p", { class: "standing", dir: "auto" });
  words.textContent = said.join(" ");
  if (!place) (one("h3, .kicker, summary", item) ?? item.lastElementChild).after(words);
}

/** How many conflicts need an editor. @param {HTMLElement} root */
function paintSummary(root) {
  const cards = all(".card[data-kind=conflict]", root);
  const number = (...statuses) => cards.filter((card) => statuses.includes(card.dataset.status)).length;
  const open = number(...NEEDY);
  for (const place of all("[data-count]", root)) place.textContent = String(number(place.dataset.count));
  const needs = one("#needs", root);
  if (!needs || !cards.length) return; // the story's other pages have no conflicts
  const parts = [
    [number("confirmed"), "confirmed"],
    [number("dismissed"), "dismissed"],
    [number("disputed"), "disputed"],
    [number("stale"), "changed since"],
  ];
  const told = parts.filter(([many]) => many).map((part) => part.join(" ")).join(", ");
  const decided = number("dismissed") === cards.length && !one(".card.marked", root)
    ? "Every possible conflict was dismissed."
    : "Every possible conflict is decided.";
  const words = open ? `${count(open, "possible conflict")} ${open === 1 ? "needs" : "need"} you.` : decided;
  needs.textContent = told ? `${words} ${capital(told)}.` : words;
  const place = one("#done", root) ?? make("p", { class: "empty", id: "done" });
  place.textContent = `${decided} They stay here: nothing is lost.`;
  if (open) place.remove();
  else one("#conflicts", root).after(place);
}

/** Decisions of this browser on findings that are no more. @param {HTMLElement} root @param {Decision[]} said @param {(by: string) => string} who */
function paintGone(root, said, who) {
  one("#gone-here", root)?.remove();
  const told = new Set(GIVEN.findings.map((entry) => entry.id)); // the page tells of these itself
  const gone = said.filter((entry) => !told.has(entry.id) && !one(`#f-${CSS.escape(entry.id)}`, root));
  const section = one("#conflicts", root)?.closest("section");
  if (!gone.length || !section) return;
  const lines = gone.map((entry) => make("li", { dir: "auto" },
    `${capital(who(entry.by))} ${VERBS[entry.verdict]}: ${entry.says || entry.id}${entry.note ? ` Note: ${entry.note}` : ""}`));
  section.append(make("details", { id: "gone-here" },
    make("summary", {}, `${count(gone.length, "decision")} on findings that are no more`), make("ul", {}, ...lines)));
}
