// Searches names, titles, claims and quotes: files of texts are read one after the other, and what is found is shown as
// it is found.
(() => {
  const { load, fold, wanted, matches, node, words, mark, asked, ask } = window.dateline;
  const MOST = 50; // of each kind
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
      this.items = [];
    }

    add(make) {
      this.number += 1;
      if (this.items.length < MOST) this.items.push(make());
    }
  }

  function show(lists, share) {
    const sections = Object.entries(lists).flatMap(([title, { number, items }]) => {
      if (!number) return [];
      const left = number - items.length;
      const more = left ? node("p", { class: "dl-muted" }, `${left.toLocaleString("en")} more not listed here.`) : "";
      const count = node("span", { class: "dl-count" }, number.toLocaleString("en"));
      return [node("section", { class: "found" }, node("h2", {}, `${title} `, count), node("ul", {}, ...items), more)];
    });
    found.replaceChildren(...sections);
    const total = Object.values(lists).reduce((sum, { number }) => sum + number, 0);
    const soFar = share === null ? "" : `, ${share} % searched`;
    told.textContent = total
      ? `${total.toLocaleString("en")} found${soFar}`
      : share === null
        ? "Nothing found"
        : "Searching";
  }

  const nameItem = ({ kind, id, title, also, number }) =>
    node(
      "li",
      {},
      node("a", { href: `${kind}/${id}.html` }, words(title)),
      node(
        "span",
        { class: "dl-muted" },
        ` ${KINDS[kind].slice(0, -1).toLowerCase()}, ${number} ${number === 1 ? "event" : "events"} `,
      ),
      also ? node("span", { class: "dl-muted" }, words(also)) : "",
    );
  const eventItem = ({ id, title, date }) =>
    node(
      "li",
      {},
      node("span", { class: "dl-muted" }, `${date} `),
      node("a", { href: `events/${id}.html` }, words(title)),
    );
  const where = (key, { id, title, date }) => [
    node("span", { class: "dl-muted" }, ` ${date}, `),
    node("a", { href: `events/${id}.html#claim-${id}/${key}` }, words(title)),
  ];
  const claimItem = ({ key, word, text }, event) => node("li", {}, mark(word), " ", words(text), ...where(key, event));
  const quoteItem = ({ key, text, source }, event) =>
    node("li", {}, "“", words(text), "” ", node("span", { class: "dl-muted" }, words(source)), ...where(key, event));

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
