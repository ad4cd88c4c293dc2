// Removed lines that an editor wants back: put back by the next run.

/** @param {HTMLElement} item a removal @returns {Restoration} */
function restorationOf(item) {
  const [slug, start, end] = item.dataset.at.split("/");
  const length = Number(end) - Number(start);
  const told = all("p:not(.tool, .standing)", item).flatMap(({ textContent }) => [textContent, unspelt(textContent)]);
  const text = told.find((words) => size(words) === length) ?? told[1]; // of excerpts, the beginning
  return { page: FACTS.pages[slug].id, rule: item.dataset.rule, start: Number(start), end: Number(end), text, note: "" };
}

/** @param {HTMLElement} item */
const wantedBack = (item) => own("restored", keyOf("restored", restorationOf(item)));

/** Buttons are built where removals are looked at: a story has thousands. @param {Element} list */
function equipRemovals(list) {
  for (const item of all("li[data-kind=removed]", list)) {
    if (one(".acts", item)) continue;
    const toggle = () => {
      const before = wantedBack(item);
      if (before) takeBack("restored", before);
      else put("restored", restorationOf(item));
      say(before ? "It stays removed." : "It will be put back on the next run.");
    };
    item.append(make("p.tool.acts", {}, button("Restore", toggle)));
    if (item.matches(".wanted")) refreshRemoval(item);
  }
}

/** @param {HTMLElement} item */
function refreshRemoval(item) {
  const press = one(".acts button", item);
  if (press) press.textContent = wantedBack(item) ? "Undo" : "Restore";
}

/** Say at each removal who wants it back. @param {HTMLElement} root @param {Restoration[]} restored @param {Who} who */
function paintRestored(root, restored, who) {
  /** @type {Map<HTMLElement, string[]>} */
  const wanted = new Map(all("li.wanted", root).map((item) => [item, []]));
  for (const entry of restored) {
    const item = one(`li[data-at="${SLUGS.get(entry.page)}/${entry.start}/${entry.end}"]`, root);
    if (item) wanted.set(item, [...(wanted.get(item) ?? []), who(entry.by)]);
  }
  for (const [item, names] of wanted) {
    item.classList.toggle("wanted", names.length > 0);
    writeStanding(item, names.length ? [`Will be put back on the next run, as ${names.join(" and ")} wanted.`] : []);
    if (root.isConnected) refreshRemoval(item);
  }
}
