// Handing decisions over: a file, a copy of the page, and a colleague's.

/** @param {string} name @param {string} type @param {string} text */
function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  change((held) => {
    held.exported = [...new Set([...held.exported, ...held.unsaved])];
    held.unsaved = [];
  });
  report(`Saved as ${name}.`);
}

const asRecord = () => ({ format: FORMAT, version: VERSION, ...decisions() });

const exportDecisions = () => download("decisions.json", "application/json", `${JSON.stringify(asRecord(), null, 1)}\n`);

/** This page as it came, with everything that is decided in it. */
function saveCopy() {
  const copy = new DOMParser().parseFromString(ORIGINAL, "text/html").documentElement;
  paint(copy, named);
  for (const card of all("[data-key]", copy)) delete card.dataset.key;
  one("#decided", copy).textContent = JSON.stringify(asRecord()).replace(/[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const by = editor.by && `-${editor.by.replace(/[^\p{L}\p{N}]+/gu, "-")}`;
  download(FACTS.file.replace(/(\.html)?$/, `-decided${by}.html`), "text/html", `<!doctype html>\n${copy.outerHTML}\n`);
}

/** A colleague's decisions.json, or the copy of a page they saved. @param {File} file */
async function load(file) {
  try {
    const text = await file.text();
    const json = /^\s*</.test(text) ? new DOMParser().parseFromString(text, "text/html").getElementById("decided").textContent : text;
    const told = checked(JSON.parse(json), file.name.replace(/\.[^.]*$/, ""));
    change(({ others }) => LISTS.forEach((list) => others[list].push(...told[list])));
    const differ = all(".card[data-status=disputed]").length;
    const number = LISTS.reduce((sum, list) => sum + told[list].length, 0);
    const differing = differ ? ` Editors differ on ${count(differ, "finding")}.` : "";
    report(`${count(number, "decision")} of ${file.name} taken over.${differing}`);
  } catch (problem) {
    report(`${file.name} was not taken over: ${problem.cause ?? "it is no file of decisions"}.`);
  }
}

/** What a file says about this story. @param {any} told @param {string} name who said it if it does not tell @returns {Decisions} */
function checked(told, name) {
  if (told.format !== FORMAT) throw {};
  if (told.version !== VERSION) throw { cause: `it is of version ${told.version}, and this page reads ${VERSION}` };
  const found = nothing();
  for (const list of LISTS) {
    const entries = (told[list] ?? []).map((entry) => ({ note: "", at: "", ...entry, by: entry.by || name }));
    if (!entries.every((entry) => isMeant(entry, MEANT[list]))) throw { cause: "an entry of it cannot be read" };
    found[list] = entries.filter((entry) => (list === "restored" ? SLUGS.has(entry.page) : entry.story === FACTS.story)
      && !cache.mine[list].some((mine) => mine.at === entry.at && keyOf(list, mine) === keyOf(list, entry)));
  }
  return found;
}

function forget() {
  if (!confirm("Forget what this browser keeps of this story? Decisions that the page came with stay.")) return;
  change((held) => Object.assign(held, blank()));
  done.length = 0;
  report("Forgotten.");
}
