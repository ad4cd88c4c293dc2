// Removed lines that an editor wants back: put back by the next run.

/** @param {HTMLElement} item a removal @returns {Restoration} */
function restorationOf(item) {
  const [slug, start, end] = item.dataset.at.split("/");
  const length = Number(end) - Number(start);
  const found = all("p:not(.kicker):not(.standing)", item).flatMap((place) => [place.textContent, unspelt(place.textContent)]);
  const text = found.find((words) => size(words) === length) ?? found[0] ?? "";
  return {
    page: FACTS.pages[slug]?.id ?? slug, rule: item.dataset.rule, start: Number(start), end: Number(end),
    text, by: "", at: "", note: "",
  };
}

/** @param {HTMLElement} item */
function toggleRestored(item) {
  const entry = restorationOf(item);
  const before = own("restored", keyOf("restored", entry));
  if (before) takeBack("restored", before);
  else put("restored", entry);
  say(before ? "It stays removed." : "It will be put back on the next run.");
}

/** Restore buttons are built where removals are looked at: a story has thousands. @param {Element} list */
function equipRemovals(list) {
  for (const item of all("li[data-kind=removed]", list)) {
    if (one(":scope > .acts", item)) continue;
    item.append(make("p", { class: "tool acts" }, button("Restore", () => toggleRestored(item), { "aria-pressed": "false" })));
    refreshRemoval(item);
  }
}

/** @param {HTMLElement} item */
function refreshRemoval(item) {
  const press = one(".acts button", item);
  if (!press) return;
  const wanted = own("restored", keyOf("restored", restorationOf(item)));
  press.textContent = wanted ? "Undo" : "Restore";
  press.setAttribute("aria-pressed", String(Boolean(wanted)));
}

/** Say at each removal who wants it back. @param {HTMLElement} root @param {Restoration[]} restored @param {(by: string) => string} who */
function paintRestored(root, restored, who) {
  /** @type {Map<Element, string[]>} */
  const wanted = new Map(all("li.wanted", root).map((item) => [item, []]));
  for (const entry of restored) {
    const at = `${SLUGS.get(entry.page)}/${entry.start}/${entry.end}`;
    const item = one(`li[data-kind=removed][data-at="${CSS.escape(at)}"]`, root);
    if (item) wanted.set(item, [...(wanted.get(item) ?? []), who(entry.by)]);
  }
  for (const [item, names] of wanted) {
    item.classList.toggle("wanted", names.length > 0);
    writeStanding(item, names.length ? [`Will be put back on the next run, as ${listed(names)} wanted.`] : []);
    refreshRemoval(item);
  }
}
