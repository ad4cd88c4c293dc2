// Handing decisions over: a file, a copy of the page, and a colleague's.

/** @param {string} name @param {string} type @param {string} text */
function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = make("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  change((held) => {
    held.exported = [...new Set([...held.exported, ...held.unsaved])];
    held.unsaved = [];
  });
}

const asRecord = () => ({ format: FORMAT, version: VERSION, ...decisions() });

function exportDecisions() {
  download("decisions.json", "application/json", `${JSON.stringify(asRecord(), null, 1)}\n`);
  say("Exported as decisions.json.");
}

/** This page as it came, with everything that is decided in it. */
function saveCopy() {
  const copy = /** @type {HTMLElement} */ (ORIGINAL.cloneNode(true));
  paint(copy, named);
  for (const card of all("[data-key]", copy)) card.removeAttribute("data-key");
  one("#decided", copy).textContent = JSON.stringify(asRecord()).replace(/[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  download(fileName(), "text/html", `<!doctype html>\n${copy.outerHTML}\n`);
  say("Saved: one file that holds your decisions.");
}

function fileName() {
  const name = (FACTS.file || location.pathname.split("/").pop() || "story.html").replace(/\.html?$/, "");
  return `${name.replace(/-decided.*$/, "")}-decided${editor.by ? `-${editor.by.replace(/[^\p{L}\p{N}]+/gu, "-")}` : ""}.html`;
}

/** A colleague's decisions.json, or the copy of a page they saved. @param {File} file */
async function load(file) {
  try {
    const text = await file.text();
    const json = /^\s*</.test(text)
      ? new DOMParser().parseFromString(text, "text/html").getElementById("decided").textContent
      : text;
    const told = checked(JSON.parse(json), file.name.replace(/\.[^.]*$/, ""));
    const number = LISTS.reduce((sum, list) => sum + told[list].length, 0);
    change(({ others }) => {
      for (const list of LISTS) others[list] = [...others[list], ...told[list]];
    });
    const differ = all(".card[data-status=disputed]").length;
    report(`${count(number, "decision")} of ${file.name} taken over.${differ ? ` You differ on ${count(differ, "finding")}: the filter's status “Editors differ” shows them.` : ""}`);
  } catch (problem) {
    report(`${file.name} was not taken over: ${problem instanceof SyntaxError || problem instanceof TypeError ? "it is no file of decisions" : problem.message}.`);
  }
}

/** What a file says about this story. @param {any} told @param {string} name who said it if it does not tell @returns {Decisions} */
function checked(told, name) {
  if (told?.format !== FORMAT) throw new Error("it is no file of decisions");
  if (told.version !== VERSION) throw new Error(`it is of version ${told.version}, and this page reads version ${VERSION}`);
  const texts = (entry, ...keys) => keys.every((key) => typeof entry?.[key] === "string");
  const meant = {
    findings: (entry) => texts(entry, "story", "id", "digest") && entry.verdict in VERBS,
    restored: (entry) => texts(entry, "page", "rule", "text") && Number.isInteger(entry.start) && Number.isInteger(entry.end),
    missed: (entry) => texts(entry, "story") && entry.passages?.length > 1 && entry.passages.every((at) => texts(at, "page", "text")),
  };
  const here = {
    findings: (entry) => entry.story === FACTS.story || one(`#f-${CSS.escape(entry.id)}`),
    restored: (entry) => SLUGS.has(entry.page),
    missed: (entry) => entry.story === FACTS.story,
  };
  const found = nothing();
  for (const list of LISTS) {
    const entries = told[list] ?? [];
    if (!Array.isArray(entries) || !entries.every(meant[list])) throw new Error("an entry of it cannot be read");
    found[list] = entries.filter(here[list])
      .map((entry) => ({ note: "", at: "", says: "", ...entry, by: entry.by || name }))
      .filter((entry) => !cache.mine[list].some((own) => own.at === entry.at && keyOf(list, own) === keyOf(list, entry)));
    if (list !== "findings") for (const entry of found[list]) delete entry.says;
  }
  return found;
}

function forget() {
  if (!confirm("Forget all decisions that this browser keeps for this story? Those that the page came with stay.")) return;
  change((held) => Object.assign(held, blank()));
  done.length = 0;
  report("Forgotten.");
}
