// The filter: what it asks for stands in the address.

const KINDS = {
  conflict: "Possible conflicts", update: "Updates", differs: "Told differently", marked: "Marked by hand", shared: "Aligned passages",
  uncertain: "Uncertain matches", unique: "Unique passages", missing: "Missing facts", removed: "Removed lines",
};
const STATUSES = {
  needs: "Needs you", open: "Open", confirmed: "Confirmed", dismissed: "Dismissed", disputed: "Editors differ", stale: "Evidence changed",
};
/** @typedef {{element: HTMLElement, kind: string, outlets: string, rule: string, text: string}} Item */
/** @type {Item[]} */
let items = [];
/** What can be asked for, by parameter. @type {Record<string, HTMLInputElement | HTMLSelectElement>} */
const fields = {};
/** Lists that the filter opened. @type {Set<Element>} */
const opened = new Set();
let telling = 0;

/** Letters without case and accents. @param {string} text */
const foldedText = (text) => squeezed(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** An item's words, without those of its buttons. @param {Item} item */
const textOf = (item) => (item.text ||= foldedText([...item.element.childNodes]
  .map((node) => (node.className?.includes("tool") ? "" : `${node.textContent} `)).join("")) || " ");

function collect() {
  const known = new Map(items.map((item) => [item.element, item]));
  items = all("main [data-kind]").map((element) => {
    const { kind, outlets, rule } = element.dataset;
    return known.get(element) ?? { element, kind, outlets: ` ${outlets} `, rule, text: "" };
  });
}

/** Read the words while nothing else is to be done. @param {number} at */
function readAhead(at) {
  (window.requestIdleCallback ?? setTimeout)(() => {
    const until = performance.now() + 12;
    while (at < items.length && performance.now() < until) textOf(items[at++]);
    if (at < items.length) readAhead(at);
  });
}

/** @returns {Record<string, string>} */
const asked = () => Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value.trim()]));

/** Show what is asked for. */
function sift() {
  const { q, outlet, status, kind, rule } = asked();
  const words = foldedText(q);
  const stands = ({ kind, element: { dataset } }) =>
    (status === "needs" ? kind === "conflict" && NEEDY.includes(dataset.status) : dataset.status === status);
  for (const item of items) {
    const out = Boolean((kind && item.kind !== kind) || (rule && item.rule !== rule) || (outlet && !item.outlets.includes(` ${outlet} `))
      || (status && !stands(item)) || (words && !textOf(item).includes(words)));
    if (item.element.hidden !== out) item.element.hidden = out;
  }
  const narrow = Object.values(asked()).some(Boolean);
  siftGroups(narrow);
  tell(narrow);
}

/** Fold away what holds nothing that is asked for, and say so in each section. @param {boolean} narrow */
function siftGroups(narrow) {
  /** @type {Map<Element, number[]>} */
  const groups = new Map();
  for (const { element } of items) {
    const around = (inner) => inner.parentElement.closest("section, article, .cuts, .run");
    for (let group = around(element); group; group = around(group)) {
      const counts = groups.get(group) ?? [0, 0];
      groups.set(group, [counts[0] + Number(!element.hidden), counts[1] + 1]);
    }
  }
  for (const [group, [left, every]] of groups) {
    if (group.matches("section")) {
      const none = one(":scope > .none", group);
      if (left) none?.remove();
      else if (!none) one("h2", group).after(make("p.tool.none.quiet", {}, "Nothing here that the filter asks for."));
    } else if (group.matches(".cuts")) {
      group.dataset.left = narrow ? `${left} of ${every} shown` : "";
      const open = narrow && left > 0 && left <= 20;
      if (open && !group.open) opened.add(group);
      if (opened.has(group)) group.open = open || !opened.delete(group);
    } else group.hidden = narrow && !left;
  }
}

/** Say what is left. @param {boolean} narrow */
function tell(narrow) {
  const left = Object.entries(KINDS).map(([kind, name]) => {
    const family = items.filter((item) => item.kind === kind);
    return family.length && `${family.filter((item) => !item.element.hidden).length} of ${family.length} ${name.toLowerCase()}`;
  }).filter(Boolean).join(", ");
  const none = narrow && items.every((item) => item.element.hidden);
  one("#left").textContent = narrow ? left : "";
  one("#clear").hidden = !narrow;
  one("#nothing").hidden = !none;
  clearTimeout(telling);
  if (narrow) telling = setTimeout(say, 400, none ? "Nothing is left." : left);
}

/** Show what was asked for by hand, and keep it in the address. */
function resift() {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(asked())) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  try {
    history.replaceState(null, "", address);
  } catch { /* a page without an address of its own has none to keep it in */ }
  sift();
}

/** Ask for everything. */
function clearFilter() {
  for (const field of Object.values(fields)) field.value = "";
  resift();
}

/** A field with a name, and what it may ask for. @param {string} name @param {string} label @param {[string, string][]} choices */
function choice(name, label, choices) {
  fields[name] = /** @type {HTMLSelectElement} */ (make("select", { change: resift }, make("option", { value: "" }, "all"),
    ...choices.map(([value, words]) => make("option", { value }, words))));
  return make("label", {}, label, fields[name]);
}

function buildFilter() {
  collect();
  const kinds = items.map((item) => item.kind);
  const rules = [...new Set(items.map((item) => item.rule).filter(Boolean))].sort();
  fields.q = /** @type {HTMLInputElement} */ (make("input", { type: "search", id: "filter", input: resift }));
  const more = menu("More filters",
    choice("outlet", "Outlet", Object.keys(FACTS.pages).map((slug) => [slug, outlet(slug)])),
    choice("status", "Status", Object.entries(STATUSES)),
    choice("kind", "Kind", Object.entries(KINDS).filter(([kind]) => kinds.includes(kind))),
    choice("rule", "Rule of removal", rules.map((rule) => [rule, rule])));
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (!Object.hasOwn(fields, name)) continue;
    fields[name].value = value;
    if (name !== "q") more.open = true;
  }
  return [make("search", { "aria-label": "Filter this page" }, make("label", {}, "Filter", fields.q), more,
    button("Show everything", clearFilter, { id: "clear" }), make("span", { id: "left", class: "quiet" })),
  make("p", { id: "nothing", class: "empty" }, "Nothing on this page is what the filter asks for. ", button("Show everything", clearFilter))];
}

/** To what the address names, wherever it is folded or filtered out. */
function followAddress() {
  let name = "";
  try {
    name = decodeURIComponent(location.hash.slice(1).split(":~:")[0]);
  } catch { /* anybody can write an address that names nothing */ }
  const target = document.getElementById(name);
  if (!target?.closest("main")) return;
  if (target.closest("[hidden]")) {
    clearFilter();
    say("The filter was cleared to show this.");
  }
  if (target.matches(".card")) {
    peeked.add(target);
    refresh(target);
  }
  if (target.matches("details")) target.open = true;
  goTo(target);
}
