// Searches names, titles, claims and quotes: files of texts are read one after the other, and what is found is shown as
// it is found.
(() => {
  const { load, fold, wanted, matches, node, mark, asked, ask } = window.dateline;
  const [SEEN, MORE, MOST] = [15, 50, 1000]; // of each kind: at first, more by a press, and at most
  const PAUSE_MS = 120;
  const form = document.getElementById("search");
  const field = form.elements.words;
  const [found, told] = [document.getElementById("found"), document.getElementById("told")];
  const kept = new Map();
  let turn = 0;
  let waits = 0;

  // The content of a file with the folded form of each thing in it.
  async function known(name, make) {
    if (!kept.has(name)) kept.set(name, (await load(name)).map(make));
    return kept.get(name);
  }

  const KINDS = { threads: "Threads", actors: "Actors", places: "Places", sources: "Sources" };

  async function search() {
    const now = ++turn;
    const needles = wanted(field.value);
    ask({ words: field.value.trim() });
    found.replaceChildren();
    told.textContent = "";
    if (!needles.length) return;
    const about = await load("about");
    const lists = { Names: new Hits(), Events: new Hits(), Claims: new Hits(), Quotes: new Hits() };
    const named = await known("names", ([kind, id, title, also, number]) => ({
      ...{ kind, id, title, also, number },
      folded: fold(`${title} ${also}`),
    }));
    for (const each of named) if (matches(each.folded, needles)) lists.Names.add(() => nameItem(each));
    const events = [];
    for (let part = 0; part < about.events; part++)
      events.push(
        ...(await known(`events-${part}`, ([id, title, date]) => ({ id, title, date, folded: fold(title) }))),
      );
    for (const each of events) if (matches(each.folded, needles)) lists.Events.add(() => eventItem(each));
    let place = 0;
    for (let part = 0; part < about.texts && now === turn; part++) {
      const texts = await known(`texts-${part}`, ([claims, quotes]) => ({
        claims: claims.map(([key, word, text]) => ({ key, word, text, folded: fold(text) })),
        quotes: quotes.map(([key, text, source]) => ({ key, text, source, folded: fold(text) })),
      }));
      for (const { claims, quotes } of texts) {
        const event = events[place++];
        for (const each of claims) if (matches(each.folded, needles)) lists.Claims.add(() => claimItem(each, event));
        for (const each of quotes) if (matches(each.folded, needles)) lists.Quotes.add(() => quoteItem(each, event));
      }
      if (now === turn) show(lists, part + 1 < about.texts ? Math.round(((part + 1) / about.texts) * 100) : null);
      await new Promise((go) => setTimeout(go));
    }
  }

  class Hits {
    constructor() {
      this.number = 0;
      this.makers = [];
      this.seen = SEEN;
    }

    add(make) {
      this.number += 1;
      if (this.makers.length < MOST) this.makers.push(make);
    }

    section(title) {
      const items = this.makers.slice(0, this.seen).map((make) => make());
      const count = node("span", { class: "dl-count" }, this.number.toLocaleString("en"));
      const made = node("section", { class: "found" }, node("h2", {}, `${title} `, count), node("ul", {}, ...items));
      if (items.length < this.makers.length) made.append(this.button(made, title));
      else if (items.length < this.number)
        made.append(node("p", { class: "dl-muted" }, "More are not listed: add a word."));
      return made;
    }

    button(section, title) {
      const button = node("button", { type: "button" }, "Show more");
      button.addEventListener("click", () => {
        const before = this.seen;
        this.seen += MORE;
        const anew = this.section(title);
        section.replaceWith(anew);
        anew.querySelectorAll("li")[before].querySelector("a")?.focus();
      });
      return button;
    }
  }

  function show(lists, share) {
    const shown = Object.entries(lists).filter(([, hits]) => hits.number);
    found.replaceChildren(...shown.map(([title, hits]) => hits.section(title)));
    const total = Object.values(lists).reduce((sum, { number }) => sum + number, 0);
    const soFar = share === null ? "" : `, ${share} % searched`;
    const none = share === null ? "Nothing found" : "Searching";
    told.textContent = total ? `${total.toLocaleString("en")} found${soFar}` : none;
  }

  // Text of a record, in which the words that begin as one that was asked for are marked.
  function lit(text) {
    const needles = wanted(field.value);
    const parts = [];
    let from = 0;
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      const folded = fold(word);
      const starts = needles.some((needle) => folded.startsWith(needle));
      const [at, length] = starts
        ? [0, word.length]
        : (needles.map((needle) => within(word, needle)).find(Boolean) ?? []);
      if (length === undefined) continue;
      parts.push(text.slice(from, index + at), node("mark", {}, text.slice(index + at, index + at + length)));
      from = index + at + length;
    }
    return node("bdi", { dir: "auto" }, ...parts, text.slice(from));
  }

  // Where in a run of a script without spaces the characters stand, and how many they are.
  function within(word, needle) {
    const plain = needle.replaceAll(" ", "");
    const at = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(plain)
      ? word.toLowerCase().indexOf(plain)
      : -1;
    return at < 0 ? null : [at, plain.length];
  }

  const nameItem = ({ kind, id, title, also, number }) =>
    node(
      "li",
      {},
      node("a", { href: `${kind}/${id}.html` }, lit(title)),
      node(
        "span",
        { class: "dl-muted" },
        ` ${KINDS[kind].slice(0, -1).toLowerCase()}, ${number} ${number === 1 ? "event" : "events"} `,
      ),
      also ? node("span", { class: "dl-muted" }, lit(also)) : "",
    );
  const eventItem = ({ id, title, date }) =>
    node(
      "li",
      {},
      node("span", { class: "dl-muted" }, `${date} `),
      node("a", { href: `events/${id}.html` }, lit(title)),
    );
  const where = (key, { id, title, date }) => [
    node("span", { class: "dl-muted" }, ` ${date}, `),
    node("a", { href: `events/${id}.html#claim-${id}/${key}` }, lit(title)),
  ];
  const claimItem = ({ key, word, text }, event) => node("li", {}, mark(word), " ", lit(text), ...where(key, event));
  const quoteItem = ({ key, text, source }, event) =>
    node("li", {}, "“", lit(text), "” ", node("span", { class: "dl-muted" }, lit(source)), ...where(key, event));

  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", () => {
    clearTimeout(waits);
    waits = setTimeout(search, PAUSE_MS);
  });
  addEventListener("hashchange", () => {
    field.value = asked().get("words") ?? "";
    search();
  });
  form.hidden = false;
  document.getElementById("without").remove();
  field.value = asked().get("words") ?? "";
  if (field.value) search();
  field.focus();
})();
