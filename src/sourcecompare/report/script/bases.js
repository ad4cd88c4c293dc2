// Another outlet first in each passage, and the words beside it marked against it: by the rules of
// marks.py and emphasis.py, and with the latter's lists. In a block, for its names are its own.
{
  const set = (words) => new Set(words.split(" "));
  const PLAIN = set("the for from with and but that this these those its are was were been being has have had she they them his her their who which when where there then than also you our will would into out about after before during while said says der die das den dem des ein eine einen und von mit auf ist war sich als auch les une est elle que qui aux dans pour par sur los las una del por con gli dei het een van");
  const NEGATIONS = set("no not never none nobody nothing neither nor without cannot nicht kein keine keinen nie niemand ohne ne pas jamais aucun aucune sans nunca sin non mai senza niet geen nooit não nem sem не нет ни никогда без");
  const NUMERALS = set("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half twice first second third");
  const LONE = "\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u{20000}-\\u{3ffff}";
  const LETTERS = `(?:(?![${LONE}])[\\p{L}\\p{M}\\p{N}\\xad\\u200b-\\u200d])+`;
  const WORD = RegExp(`\\d+(?:[.,:]\\d+)*(?:${LETTERS})?|[${LONE}]|${LETTERS}(?:[\\x27’-]${LETTERS})*`, "gu");
  const OPENING = /(?:^|[.!?…:。！？])[\s\x22\x27“”„‘’«»()[\]–—-]*$/;
  const CUT = "\x01"; // spelt out where a page holds it

  /** @typedef {{start: number, end: number, key: string, plain: boolean, strong: boolean}} Word */
  /** What paragraphs said when they came. @type {WeakMap<Element, {p: HTMLElement, text: string, words: Word[], cuts: Node[], kept: Node[]}>} */
  const heard = new WeakMap();

  /** @param {Element} paragraph */
  const hear = (paragraph) => {
    if (!heard.has(paragraph)) {
      const p = one("p", paragraph);
      const kept = [...p.childNodes];
      const text = kept.map((node) => (node instanceof Element && node.matches(".cut") ? CUT : node.textContent)).join("");
      const words = [...text.matchAll(WORD)].map(({ 0: word, index: start }) => {
        const key = word.normalize("NFC").toLowerCase().replace(/’/g, "'").replace(/[\xad\u200b-\u200d]/g, "");
        const shout = word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
        const name = !p.lang.startsWith("de") && /^\p{Lu}/u.test(word) && (shout || !OPENING.test(text.slice(Math.max(0, start - 6), start)));
        return {
          start, end: start + word.length, key,
          plain: PLAIN.has(key) || (/^[a-zß-ÿ]{1,2}$/.test(key) && !NEGATIONS.has(key) && !shout),
          strong: name || /^\d|n\x27t$/.test(key) || NEGATIONS.has(key) || NUMERALS.has(key),
        };
      });
      heard.set(paragraph, { p, text, words, cuts: all(".cut", p), kept });
    }
    return heard.get(paragraph);
  };

  /** Runs of equal flags: from, to, flag. @param {boolean[]} flags @returns {[number, number, boolean][]} */
  const runsOf = (flags) => flags.reduce((runs, flag, n) => {
    if (runs.at(-1)?.[2] === flag) runs.at(-1)[1]++;
    else runs.push([n, n + 1, flag]);
    return runs;
  }, []);

  /** Which of our words the others have too, in order; null where the texts are too different, or too long. @param {Word[]} ours @param {Word[]} theirs */
  const common = (ours, theirs) => {
    const found = ours.map(() => false);
    const [high, wide] = [ours.length, theirs.length + 1];
    if (high * wide > 250000) return null;
    const best = new Uint16Array((high + 1) * wide);
    const same = (i, j) => ours[i].key === theirs[j].key;
    for (let i = high - 1; i >= 0; i--) {
      for (let j = wide - 2; j >= 0; j--) {
        const at = i * wide + j;
        best[at] = same(i, j) ? best[at + wide + 1] + 1 : Math.max(best[at + wide], best[at + 1]);
      }
    }
    for (let i = 0, j = 0; i < high && j < wide - 1;) {
      if (same(i, j)) { found[i++] = true; j++; } else if (best[(i + 1) * wide + j] >= best[i * wide + j + 1]) i++; else j++;
    }
    const size = (run) => (run ? run[1] - run[0] : 0);
    runsOf(found).forEach((run, n, runs) => { // one word or two between larger changes are chance
      if (run[2] && size(run) < 3 && size(run) <= Math.min(size(runs[n - 1]), size(runs[n + 1]))) found.fill(false, run[0], run[1]);
    });
    return found.filter(Boolean).length < 0.2 * Math.min(high, wide - 1) ? null : found;
  };

  /** Mark a paragraph against all of those beside it together. @param {Element} paragraph @param {Element[]} beside */
  const compare = (paragraph, beside) => {
    const { p, text, words, cuts } = hear(paragraph);
    const layers = beside.map((other) => common(words, hear(other).words)).filter(Boolean);
    const runs = layers.length ? runsOf(words.map((_, n) => layers.some((layer) => layer[n]))) : [];
    const size = (run) => words[run[1] - 1].end - words[run[0]].start;
    const own = runs.filter((run) => !run[2] && words.slice(run[0], run[1]).some((word) => !word.plain));
    const few = own.reduce((sum, run) => sum + size(run), 0) <= text.length / 2;
    const left = [...cuts];
    let at = 0;
    /** The text up to there. @param {number} end */
    const upTo = (end) => {
      const parts = text.slice(at, end).split(/(\x01)/).map((part) => (part === CUT ? left.shift().cloneNode(true) : part));
      at = end;
      return parts;
    };
    const made = [];
    for (const [from, to] of few ? own : runs.filter((run) => run[2] && /\p{L}{4}|\d/u.test(text.substr(words[run[0]].start, size(run))))) {
      made.push(...upTo(words[from].start));
      const mark = few ? make("u") : make("i");
      for (const word of few ? words.slice(from, to).filter((one) => one.strong) : []) {
        mark.append(...upTo(word.start), make("b", {}, ...upTo(word.end)));
      }
      mark.append(...upTo(words[to - 1].end));
      made.push(mark);
    }
    p.replaceChildren(...made, ...upTo(text.length));
  };

  /** How each changed row gets its first look back. @type {WeakMap<Element, (() => void)[]>} */
  const undone = new WeakMap();
  const quiet = (words) => make("span", { class: "quiet tool" }, words);

  /** Show a row with this outlet first; with "" as it came. @param {HTMLElement} row @param {string} slug */
  const turn = (row, slug) => {
    for (const undo of (undone.get(row) ?? []).reverse()) undo();
    undone.delete(row);
    const columns = one(".columns", row);
    if (!slug || one(".paragraph", columns).dataset.at.startsWith(`${slug}/`)) return;
    const own = all(`[data-at^="${slug}/"]`, row);
    if (!own.length) {
      const note = quiet(` · nothing of ${outlet(slug)}`);
      one("h3", row).append(note);
      undone.set(row, [() => note.remove()]);
      return;
    }
    const bases = [...new Set(own.map((place) => {
      const like = place.closest(".same");
      return like ? one(`.paragraph[data-at="${like.dataset.as}"]`, row) : place;
    }))];
    const rest = all(".paragraph", row).filter((one) => !bases.includes(one));
    const sure = rest.filter((one) => !one.closest(".unsure"));
    for (const base of bases) compare(base, sure.length ? sure : rest);
    for (const other of rest) compare(other, bases);
    const title = make("h4", {}, make("bdi", {}, outlet(slug)));
    const lender = bases.find((base) => !own.includes(base));
    if (lender) title.append(quiet(` in the words of ${outlet(lender.dataset.at.split("/")[0])}`));
    else if (bases[0].closest(".unsure")) title.append(quiet(" · uncertain match"));
    const column = make("div", { class: "column" }, title);
    const undo = [() => { column.remove(); row.classList.remove("turned"); }, ...[...bases, ...rest].map((one) => () => hear(one).p.replaceChildren(...hear(one).kept))];
    for (const base of bases) {
      const place = document.createComment("");
      const boxes = [base.closest(".column, li"), base.closest(".more")];
      base.replaceWith(place);
      column.append(base);
      const empty = boxes.filter((box) => box && !one(".paragraph", box));
      for (const box of empty) box.hidden = true;
      undo.push(() => { place.replaceWith(base); for (const box of empty) box.hidden = false; });
    }
    columns.prepend(column);
    row.classList.add("turned");
    undone.set(row, undo);
  };

  const rows = all("article.row");
  const often = new Map();
  for (const row of rows) for (const slug of row.dataset.outlets.split(" ")) often.set(slug, (often.get(slug) ?? 0) + 1);
  const legend = one("#passages ~ .legend");
  if (legend && often.size > 1 && !one(".row span.cut")) { // what is left out of an excerpt cannot be compared
    const slugs = [...often.keys()].sort((a, b) => outlet(a).localeCompare(outlet(b), "en"));
    const select = make("select", { id: "base" }, make("option", { value: "" }, "the longest article"),
      ...slugs.map((slug) => make("option", { value: slug }, `${outlet(slug)} (${count(often.get(slug), "passage")})`)));
    legend.after(make("p", { class: "tool" }, make("label", { for: "base" }, "First in each passage: "), select));
    const due = new Set();
    const settle = (row) => { if (due.delete(row)) turn(row, select.value); };
    const near = new IntersectionObserver((seen) => seen.forEach((at) => { if (at.isIntersecting) settle(at.target); }), { rootMargin: "900px" });
    const choose = () => {
      near.disconnect();
      for (const row of rows) { due.add(row); near.observe(row); }
    };
    addEventListener("beforeprint", () => due.forEach(settle));
    select.addEventListener("change", () => {
      choose();
      const address = new URL(location.href);
      address.searchParams.delete("base");
      if (select.value) address.searchParams.set("base", select.value);
      try { history.replaceState(history.state, "", address); } catch { /* the address stays as it was */ }
      say(select.value ? `${outlet(select.value)} stands first in ${count(often.get(select.value), "passage")}.` : "The longest article stands first.");
    });
    const asked = new URLSearchParams(location.search).get("base");
    if (often.has(asked)) { select.value = asked; choose(); }
  }
}
