// The filter: what it asks for stands in the address.

const KINDS = {
  conflict: "Possible conflicts", update: "Updates", differs: "Told differently", marked: "Marked by hand",
  shared: "Aligned passages", uncertain: "Uncertain matches", unique: "Only one outlet", missing: "Only one lacks it",
  removed: "Removed lines",
};
const STATUSES = {
  needs: "Needs you", open: "Open", confirmed: "Confirmed", dismissed: "Dismissed", disputed: "Editors differ", stale: "Evidence changed",
};
/** How kinds are counted together: one, several. */
const FAMILIES = [
  ["finding", "findings", ["conflict", "update", "differs", "marked"]],
  ["passage", "passages", ["shared", "uncertain"]],
  ["fact of one outlet", "facts of one outlet", ["unique", "missing"]],
  ["removal", "removals", ["removed"]],
];
const ASKED = ["q", "outlet", "status", "kind", "rule"];

/** @typedef {{element: HTMLElement, kind: string, outlets: string, rule: string, text: string}} Item */
/** @type {Item[]} */
let items = [];
/** What the fields say, by parameter. @type {Record<string, HTMLInputElement | HTMLSelectElement>} */
const fields = {};
/** Folded lists that the filter opened. @type {Set<HTMLDetailsElement>} */
const opened = new Set();
let telling = 0;

/** Letters without case and accents. @param {string} text */
const folded = (text) => squeezed(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** An item's words, without those of its buttons. @param {Item} item */
function textOf(item) {
  if (!item.text) {
    const parts = [...item.element.childNodes].filter((node) => !(node instanceof Element && node.matches(".tool")));
    item.text = ` ${folded(parts.map((node) => node.textContent).join(" "))}`;
  }
  return item.text;
}

function collect() {
  const known = new Map(items.map((item) => [item.element, item]));
  items = all("main [data-kind]").map((element) => {
    const { kind, outlets = "", rule = "" } = element.dataset;
    return known.get(element) ?? { element, kind, outlets: ` ${outlets} `, rule, text: "" };
  });
}

/** Read the words while nothing else is to be done. @param {number} from */
function readAhead(from) {
  (window.requestIdleCallback ?? setTimeout)(() => {
    const until = performance.now() + 12;
    let at = from;
    while (at < items.length && performance.now() < until) textOf(items[at++]);
    if (at < items.length) readAhead(at);
  });
}

const asked = () => Object.fromEntries(ASKED.map((name) => [name, fields[name]?.value.trim() ?? ""]));

/** Show what is asked for. */
function sift() {
  const { q, outlet, status, kind, rule } = asked();
  const words = folded(q);
  const fits = (item) => (!kind || item.kind === kind) && (!rule || item.rule === rule)
    && (!outlet || item.outlets.includes(` ${outlet} `))
    && (!status || (status === "needs" ? NEEDY.includes(item.element.dataset.status) && item.kind === "conflict" : item.element.dataset.status === status))
    && (!words || textOf(item).includes(words));
  for (const item of items) {
    const out = !fits(item);
    if (item.element.hidden !== out) item.element.hidden = out;
  }
  const narrow = Boolean(words || outlet || status || kind || rule);
  siftGroups(narrow);
  tell(narrow);
}

/** Fold away what holds nothing that is asked for, and say so in each section. @param {boolean} narrow */
function siftGroups(narrow) {
  /** @type {Map<Element, number[]>} */
  const groups = new Map();
  for (const { element } of items) {
    for (const group of [element.closest("section"), element.closest(".cuts"), element.closest(".only"), element.closest(".cuts")?.closest("article")]) {
      if (!group) continue;
      const counts = groups.get(group) ?? [0, 0];
      counts[0] += element.hidden ? 0 : 1;
      counts[1] += 1;
      groups.set(group, counts);
    }
  }
  for (const [group, [left, every]] of groups) {
    if (group.matches("section")) {
      const note = one(":scope > .none", group);
      if (!left && !note) one("h2", group)?.after(make("p", { class: "tool none quiet" }, "Nothing here that the filter asks for."));
      else if (left) note?.remove();
    } else if (group instanceof HTMLDetailsElement) {
      group.dataset.left = narrow ? `${left} of ${every} shown` : "";
      const wanted = narrow && left > 0 && left <= 20;
      if (wanted && !group.open) opened.add(group);
      if (wanted || opened.has(group)) group.open = wanted;
      if (!wanted) opened.delete(group);
    } else group.hidden = narrow && !left;
  }
}

/** Say what is left. @param {boolean} narrow */
function tell(narrow) {
  const left = FAMILIES.flatMap(([single, many, kinds]) => {
    const family = items.filter((item) => kinds.includes(item.kind));
    const number = family.filter((item) => !item.element.hidden).length;
    return family.length ? [`${number} of ${family.length} ${family.length === 1 ? single : many}`] : [];
  });
  const none = narrow && items.every((item) => item.element.hidden);
  one("#left").textContent = narrow ? left.join(", ") : "";
  one("#clear").hidden = !narrow;
  one("#nothing").hidden = !none;
  clearTimeout(telling);
  if (narrow) telling = setTimeout(() => say(none ? "Nothing is left." : left.join(", ")), 400);
}

/** The filter as it was changed by hand, also in the address. */
function resift() {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(asked())) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  try {
    history.replaceState(null, "", address);
  } catch { /* a page in a frame without an address has none to keep it in */ }
  sift();
}

/** Ask for everything. */
function clearFilter() {
  for (const field of Object.values(fields)) field.value = "";
  resift();
}

/** @param {string} name @param {string} label @param {[string, string][]} choices */
function choice(name, label, choices) {
  if (choices.length < 2 && name !== "status") return [];
  const options = choices.map(([value, words]) => make("option", { value }, words));
  fields[name] = /** @type {HTMLSelectElement} */ (make("select", { change: resift }, make("option", { value: "" }, "all"), ...options));
  return [make("label", {}, label, fields[name])];
}

function buildFilter() {
  collect();
  const kinds = new Set(items.map((item) => item.kind));
  const rules = [...new Set(items.map((item) => item.rule).filter(Boolean))].sort();
  const outlets = Object.entries(FACTS.pages).map(([slug, page]) => /** @type {[string, string]} */ ([slug, page.name]));
  fields.q = /** @type {HTMLInputElement} */ (make("input", { type: "search", id: "filter", input: resift, autocomplete: "off" }));
  const more = menu("More filters",
    ...choice("outlet", "Outlet", outlets.sort((a, b) => a[1].localeCompare(b[1]))),
    ...(one(".card") ? choice("status", "Status", Object.entries(STATUSES)) : []),
    ...choice("kind", "Kind", Object.entries(KINDS).filter(([kind]) => kinds.has(kind))),
    ...choice("rule", "Rule of removal", rules.map((rule) => [rule, rule])));
  const given = new URLSearchParams(location.search);
  for (const [name, field] of Object.entries(fields)) field.value = given.get(name) ?? "";
  for (const field of Object.values(fields)) if (field.selectedIndex < 0) field.value = "";
  more.open = ASKED.slice(1).some((name) => fields[name]?.value);
  const nothing = make("p", { id: "nothing", class: "empty", hidden: true }, "Nothing on this page is what the filter asks for. ", button("Show everything", clearFilter));
  return [make("search", { "aria-label": "Filter this page" }, make("label", {}, "Filter", fields.q), more,
    button("Show everything", clearFilter, { id: "clear", hidden: true }), make("span", { id: "left", class: "quiet" })), nothing];
}

/** To what the address names, wherever it is folded or filtered out. */
function followAddress() {
  let id = location.hash.slice(1).split(":~:")[0];
  try { id = decodeURIComponent(id); } catch { /* then it is as it stands */ }
  const target = id && document.getElementById(id);
  if (!target || !target.closest("main")) return;
  if (target.closest("[hidden]")) {
    clearFilter();
    say("The filter was cleared to show this.");
  }
  unfold(target);
  if (target instanceof HTMLDetailsElement) target.open = true;
  target.classList.remove("folded");
  if (target.matches(".card")) { current = target; refresh(target); }
  if (target.hasAttribute("tabindex")) goTo(target);
  else target.scrollIntoView({ block: "start" });
}
