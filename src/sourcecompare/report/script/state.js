// Decisions: those the page came with, a colleague's, and those made in this browser.

/** @typedef {{story: string, id: string, digest: string, verdict: string, note: string, by: string, at: string, says: string}} Decision */
/** @typedef {{page: string, rule: string, start: number, end: number, text: string, by: string, at: string, note: string}} Restoration */
/** @typedef {{page: string, block: number, start: number, end: number, text: string}} Passage */
/** @typedef {{story: string, passages: Passage[], note: string, by: string, at: string}} Mark */
/** @typedef {{findings: Decision[], restored: Restoration[], missed: Mark[]}} Decisions */
/** @typedef {"findings" | "restored" | "missed"} List */
/**
 * What the browser keeps. `dropped`: entries the page came with that were taken back; `unsaved` and
 * `exported`: own entries, by their keys.
 * @typedef {{mine: Decisions, others: Decisions, dropped: string[], unsaved: string[], exported: string[]}} Cache
 */

const FORMAT = "sourcecompare-decisions";
const VERSION = 1;
const HOME = `${FORMAT}-${VERSION}:${FACTS.story}`;
const EDITOR = "sourcecompare-editor";
/** @type {List[]} */
const LISTS = ["findings", "restored", "missed"];

/** @returns {Decisions} */
const nothing = () => ({ findings: [], restored: [], missed: [] });
/** @returns {Cache} */
const blank = () => ({ mine: nothing(), others: nothing(), dropped: [], unsaved: [], exported: [] });

/** @type {Decisions} */
const GIVEN = { ...nothing(), ...island("decided") };
let editor = { by: "", keys: true, ...recall(EDITOR) };
/** @type {Cache} */
let cache = { ...blank(), ...recall(HOME) };
/** Whether the browser keeps what is decided. */
let kept = true;

/** @param {string} home */
function recall(home) {
  try {
    return JSON.parse(localStorage.getItem(home));
  } catch {
    return null;
  }
}

/** @param {string} home @param {object} what */
function keep(home, what) {
  try {
    localStorage.setItem(home, JSON.stringify(what));
    return true;
  } catch {
    return false;
  }
}

/** Change what is kept. @param {(cache: Cache) => void} alter */
function change(alter) {
  if (kept) cache = { ...cache, ...recall(HOME) }; // another page of the story may have written
  alter(cache);
  kept = keep(HOME, cache);
  repaint();
}

/** @param {Partial<typeof editor>} what */
function setEditor(what) {
  editor = { ...editor, ...what };
  keep(EDITOR, editor);
  change(({ mine }) => LISTS.forEach((list) => mine[list].forEach((entry) => { entry.by = editor.by; })));
}

/** What an entry is about. @param {List} list @param {any} entry */
function keyOf(list, entry) {
  if (list === "findings") return entry.id;
  if (list === "restored") return `${entry.page} ${entry.start} ${entry.end}`;
  return entry.passages.map((at) => `${at.page} ${at.block} ${at.text}`).sort().join("\n");
}

/** Of what one editor said of one thing, the latest. @returns {Decisions} */
function decisions() {
  const united = nothing();
  for (const list of LISTS) {
    const found = new Map();
    for (const source of [GIVEN, cache.others, cache.mine]) {
      for (const entry of source[list]) {
        const key = keyOf(list, entry);
        if (source === GIVEN && entry.by === editor.by && cache.dropped.includes(key)) continue;
        const before = found.get(`${key}\n${entry.by}`);
        if (!before || moment(entry) >= moment(before)) found.set(`${key}\n${entry.by}`, entry);
      }
    }
    united[list] = [...found.values()];
  }
  return united;
}

/** @param {{at: string}} entry */
const moment = (entry) => Date.parse(entry.at) || 0;

/** Whether it says anything: what was taken back does not. @param {Decision} entry */
const speaks = (entry) => Boolean(entry.verdict || entry.note);

/** What this editor said of a thing, if anything. @param {List} list @param {string} key */
const own = (list, key) =>
  decisions()[list].find((entry) => entry.by === editor.by && keyOf(list, entry) === key);

/** An editor as a copy of the page calls them. @param {string} by */
const named = (by) => by || "an editor";

/** An editor as this page calls them. @param {string} by */
const addressed = (by) => (by === editor.by ? "you" : named(by));

/** Put an entry of this editor in place of the one before. @param {List} list @param {any} entry */
function put(list, entry) {
  settle(list, keyOf(list, entry), { ...entry, by: editor.by, at: new Date().toISOString() }, true);
}

/** Take an entry of this editor back. @param {List} list @param {any} entry */
function takeBack(list, entry) {
  const key = keyOf(list, entry);
  const given = GIVEN[list].some((other) => other.by === editor.by && keyOf(list, other) === key);
  const told = given || cache.exported.includes(key); // then a copy that says otherwise is about
  if (told && list === "findings") put(list, { ...entry, verdict: "", note: "" });
  else settle(list, key, null, told);
}

/** @param {List} list @param {string} key @param {any} entry or none @param {boolean} unsaved */
function settle(list, key, entry, unsaved) {
  const without = (keys) => keys.filter((other) => other !== key);
  change((held) => {
    held.mine[list] = held.mine[list].filter((other) => keyOf(list, other) !== key).concat(entry ?? []);
    held.dropped = without(held.dropped).concat(entry ? [] : key);
    held.unsaved = without(held.unsaved).concat(unsaved ? key : []);
  });
}
