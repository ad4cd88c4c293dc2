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
/** Two projects may have a story of one id: on a disk, all folders are one place to the browser. */
const HOME = `${FORMAT}-${VERSION}:${location.pathname.replace(/[^/]*$/, "")}:${FACTS.story}`;
const EDITOR = "sourcecompare-editor";
/** @type {List[]} */
const LISTS = ["findings", "restored", "missed"];

/** A text as a file of decisions may hold it: no half of a character, not without end. */
const isText = (it, most = 10_000) => typeof it === "string" && it.length <= most && !/[\ud800-\udfff]/u.test(it);
const isSeen = (it, most) => isText(it, most) && it.trim();
const { isInteger } = Number;
/** A date or a time that Python and browsers read alike, or none. */
const isTime = (it) => it === "" || (isText(it) && /^\d{4}-\d\d-\d\d([T ][\d:.]+(Z|[+-][\d:]+)?)?$/.test(it) && Date.parse(it) > -6e13);
const SAID = { by: (it) => isText(it, 200), at: isTime, note: isText };
const PLACE = { page: isSeen, text: (it) => isSeen(it, 5e7), start: isInteger, end: isInteger };
/**
 * What the command line reads of each list (decisions/reading.py): an entry that it does not would
 * have it refuse all that is exported with it.
 */
const MEANT = {
  findings: {
    ...SAID, story: isSeen, id: isSeen, digest: isSeen, says: (it = "") => isText(it),
    verdict: (it) => ["confirmed", "dismissed", ""].includes(it),
  },
  restored: { ...SAID, ...PLACE, rule: (it) => FACTS.rules.includes(it) },
  missed: {
    ...SAID, story: isSeen, passages: (all) => Array.isArray(all) && all.length <= 50
      && all.every((one) => isMeant(one, { ...PLACE, block: (it) => isInteger(it) && it > -2 }))
      && new Set(all.map((one) => keyOf("missed", { passages: [one] }))).size > 1,
  },
};

/** Whether it has what belongs to it, and nothing else. @param {any} entry @param {Record<string, (it: any) => boolean>} shape */
function isMeant(entry, shape) {
  return entry === Object(entry) && Object.keys({ ...entry, ...shape }).every((key) => Object.hasOwn(shape, key) && shape[key](entry[key]))
    && !(entry.start < 0 || entry.end <= entry.start || entry.end >= 1e10);
}

/** @returns {Decisions} */
const nothing = () => ({ findings: [], restored: [], missed: [] });
/** @returns {Cache} */
const blank = () => ({ mine: nothing(), others: nothing(), dropped: [], unsaved: [], exported: [] });

/** @type {Decisions} */
const GIVEN = { ...nothing(), ...island("decided") };
const { by, keys } = recall(EDITOR) ?? {};
let editor = { by: isText(by, 200) ? by : "", keys: keys !== false };
/** @type {Cache} */
let cache = remembered() ?? blank();
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

/** What the browser keeps of this story, without what is none of ours. @returns {Cache | null} */
function remembered() {
  const found = recall(HOME);
  const listed = (value) => (Array.isArray(value) ? value : []);
  const sound = (told) => Object.fromEntries(LISTS.map((list) => [list, listed(told?.[list]).filter((entry) => isMeant(entry, MEANT[list]))]));
  const texts = (told) => listed(told).map(String);
  return found && {
    mine: sound(found.mine), others: sound(found.others),
    dropped: texts(found.dropped), unsaved: texts(found.unsaved), exported: texts(found.exported),
  };
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
  if (kept) cache = { ...cache, ...remembered() }; // another page of the story may have written
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
