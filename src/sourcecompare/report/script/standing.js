// Where findings stand, in words: on the page, and in a copy of it.

/** @typedef {(by: string) => string} Who how an editor is called */

const NEEDY = ["open", "disputed", "stale"];

/** Status, and a sentence for each thing said. @param {string} digest of the finding as it is @param {Decision[]} said @param {Who} who @returns {[string, string[]]} */
function standingOf(digest, said, who) {
  const old = said.filter((entry) => entry.verdict && entry.digest !== digest);
  const by = (verdict) => said.filter((entry) => entry.verdict === verdict && !old.includes(entry))
    .map((entry) => who(entry.by)).join(" and ");
  const on = ({ at }) => at && ` on ${at.slice(0, 10)}`;
  const [confirmed, dismissed] = [by("confirmed"), by("dismissed")];
  const told = [
    ...old.map((entry) => `${capital(who(entry.by))} ${entry.verdict} it${on(entry)}, but its evidence has changed since.`),
    ...said.filter((entry) => entry.note).map((entry) => `Note by ${who(entry.by)}: ${entry.note}`),
  ];
  if (confirmed && dismissed) return ["disputed", [`Editors differ: ${confirmed} confirmed it, ${dismissed} dismissed it.`, ...told]];
  if (confirmed) return ["confirmed", [`Confirmed by ${confirmed}.`, ...told]];
  if (dismissed) return ["dismissed", [`Dismissed by ${dismissed}.`, ...told]];
  return [old.length ? "stale" : "open", told];
}

/** Everything that was decided, written into a page. @param {HTMLElement} root @param {Who} who */
function paint(root, who) {
  const held = decisions();
  for (const card of all(".card[data-digest]", root)) {
    const said = held.findings.filter((entry) => entry.id === findingOf(card));
    const [status, told] = standingOf(card.dataset.digest, said, who);
    card.dataset.status = status;
    const called = status === "confirmed" ? "Conflict" : "Possible conflict";
    for (const place of card.dataset.kind === "conflict" ? all(".called", card) : []) {
      place.textContent = place.closest("summary") && status === "dismissed" ? "Dismissed" : called;
    }
    writeStanding(card, told);
  }
  paintMarks(root, held.missed, who);
  paintRestored(root, held.restored, who);
  paintSummary(root);
  paintGone(root, held.findings.filter(speaks), who);
}

/** @param {HTMLElement} card */
const findingOf = (card) => card.id.slice(2);

/** @param {HTMLElement} item a card or a removal @param {string[]} said */
function writeStanding(item, said) {
  const place = one(".standing", item);
  if (!said.length) return place?.remove();
  const words = place ?? make("p.standing", {});
  words.replaceChildren(...said.map((sentence) => make("bdi", {}, `${sentence} `)));
  if (!place) (one("h3", item) ?? one(".kicker", item) ?? item.firstElementChild).after(words);
}

/** How many conflicts need an editor. @param {HTMLElement} root */
function paintSummary(root) {
  const cards = all(".card[data-kind=conflict]", root);
  const number = (...statuses) => cards.filter((card) => statuses.includes(card.dataset.status)).length;
  const open = number(...NEEDY);
  const needs = one("#needs", root);
  if (!needs || !cards.length) return; // the story's other pages have no conflicts
  // Those on which editors differ and those whose evidence changed are among the open ones.
  const among = [["disputed", "editors differ on "], ["stale", "evidence changed for "]].filter(([status]) => number(status))
    .map(([status, words], at) => (at ? ", " : ": ") + words + number(status)).join("");
  const told = number("dismissed") === cards.length ? "" : ["confirmed", "dismissed"].filter((status) => number(status))
    .map((status) => `${number(status)} ${status}`).join(", ");
  const decided = `Every possible conflict ${number("dismissed") === cards.length ? "was dismissed" : "is decided"}.`;
  const words = open ? `${count(open, "possible conflict")} ${open === 1 ? "needs" : "need"} you${among}.` : decided;
  needs.classList.toggle("calm", !open);
  needs.textContent = told ? `${words} ${capital(told)}.` : words;
  const place = one("#done", root) ?? make("p.empty", { id: "done" });
  place.textContent = `${decided} They stay here, with who decided.`;
  if (open) place.remove();
  else one("#conflicts", root).after(place);
}

/** Decisions of this browser on findings that are no more. @param {HTMLElement} root @param {Decision[]} said @param {Who} who */
function paintGone(root, said, who) {
  one("#gone-here", root)?.remove();
  const section = one("#conflicts", root)?.closest("section");
  const lines = said.filter((entry) => !one(`#f-${CSS.escape(entry.id)}`, root) && !GIVEN.findings.some((given) => given.id === entry.id))
    .map((entry) => make("li", { dir: "auto" }, `${capital(who(entry.by))} ${entry.verdict || "noted"}: ${entry.says || entry.id} ${entry.note}`));
  if (!lines.length || !section) return;
  section.append(make("details", { id: "gone-here", class: "quiet" },
    make("summary", {}, `${count(lines.length, "decision")} on findings that are no more`), make("ul", {}, ...lines)));
}
