// Filters the table of events, of all parts of it, and sorts it.
(() => {
  const { load, fold, wanted, matches, node, words, mark, asked, ask } = window.dateline;
  const ROWS = 200; // at once
  const VERDICTS = ["quote found", "questioned", "quote not found", "not checkable"];
  const form = document.getElementById("filters");
  const [listed, told] = [document.getElementById("listed"), document.getElementById("told")];
  if (!form) return;
  const before = [...listed.childNodes];
  const toldBefore = told.textContent;
  let all = null;
  let [sort, part, turn] = ["", 0, 0];

  async function everything() {
    if (all) return all;
    const about = await load("about");
    const parts = await Promise.all(Array.from({ length: about.events }, (_, number) => load(`events-${number}`)));
    const found = parts
      .flat()
      .map(([id, title, date, from, to, place, country, threads, type, counts, marks, actors]) => {
        const named = threads.map((thread) => about.threads[thread]?.[0] ?? "").join(" ");
        const folded = fold(`${title} ${place} ${actors} ${named}`);
        return { id, title, date, from, to, place, country, threads, type, counts, marks, folded };
      });
    all = { about, events: found };
    return all;
  }

  // The first and the last day of a year, a month or a day.
  const first = (date) => `${date}-01-01`.slice(0, 10).replace(/^(\d{4}-\d{2})-01-$/, "$1-01");
  const last = (date) => (date.length < 10 ? `${date}-99`.slice(0, 10).padEnd(10, "9") : date);

  function isAsked(event, values, needles) {
    if (!matches(event.folded, needles)) return false;
    if (values.thread && !event.threads.includes(values.thread)) return false;
    if (values.type && event.type !== values.type) return false;
    if (values.country && event.country !== values.country) return false;
    if (values.verdict && !event.counts[VERDICTS.indexOf(values.verdict)]) return false;
    if ((values.from || values.to) && !event.from && !event.to) return false;
    if (values.from && event.to && event.to < first(values.from)) return false;
    return !(values.to && event.from && event.from > last(values.to));
  }

  const values = () => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
  const keys = { date: "from", event: "title", place: "place", type: "type" };

  async function show() {
    const now = ++turn;
    const chosen = values();
    const list = asked().get("list");
    if (!Object.values(chosen).some(Boolean) && !sort && list === null) {
      listed.replaceChildren(...before);
      told.textContent = toldBefore;
      return;
    }
    const { about, events } = await everything();
    const only = list === null ? null : new Set((await load("lists"))[Number(list)]);
    if (now !== turn) return;
    const needles = wanted(chosen.words ?? "");
    let found = events.filter((event, place) => (!only || only.has(place)) && isAsked(event, chosen, needles));
    if (sort) {
      const key = keys[sort.replace("-", "")];
      const way = sort.startsWith("-") ? -1 : 1;
      found = [...found].sort(
        (one, other) =>
          !one[key] - !other[key] || way * one[key].localeCompare(other[key], undefined, { numeric: true }),
      );
    }
    const parts = Math.max(1, Math.ceil(found.length / ROWS));
    part = Math.min(part, parts - 1);
    const seen = found.slice(part * ROWS, (part + 1) * ROWS);
    const table = before[0].cloneNode(true);
    table.querySelector("tbody").replaceChildren(...seen.map((event) => row(event, about)));
    for (const head of table.querySelectorAll("th[aria-sort]")) head.removeAttribute("aria-sort");
    const sorted = table.querySelector(`thead th[data-sort="${sort.replace("-", "")}"]`);
    if (sort) sorted.setAttribute("aria-sort", sort.startsWith("-") ? "descending" : "ascending");
    listed.replaceChildren(table, pager(parts));
    const range = found.length > ROWS ? `, ${part * ROWS + 1} to ${part * ROWS + seen.length} shown` : "";
    told.textContent = found.length
      ? `${found.length.toLocaleString("en")} of ${events.length.toLocaleString("en")} events${only ? " behind one mark" : ""}${range}`
      : "No events match the filters";
    if (chosen.words) {
      const query = new URLSearchParams({ words: chosen.words });
      told.append(". ", node("a", { href: `search.html#${query}` }, "Search claims and quotes as well"));
    }
  }

  function row(event, about) {
    const { id, title, date, place, threads, type, counts, marks } = event;
    const [name, index] = about.threads[threads[0]] ?? [];
    const verdicts = counts.flatMap((number, verdict) =>
      number ? [node("span", {}, mark(VERDICTS[verdict]), ` ${number}`)] : [],
    );
    const square = node("i", { class: "dl-square", "aria-hidden": "true" });
    square.style.background =
      index === undefined || index === null ? "var(--dl-muted)" : `var(--dl-thread-${(index % 8) + 1})`;
    const signed = (word, text) => (word ? [mark(word), " ", words(text)] : [words(text)]);
    const link = node("a", { href: `events/${id}.html` }, words(title));
    const thread = name ? [square, node("a", { href: `threads/${threads[0]}.html` }, words(name))] : [];
    return node(
      "tr",
      {},
      node("td", { "data-heading": "Date" }, ...signed(marks[0], date)),
      node("th", { "data-heading": "Event", scope: "row" }, link),
      node("td", { "data-heading": "Place" }, ...(place ? signed(marks[1], place) : [])),
      node("td", { "data-heading": "Thread" }, ...thread),
      node("td", { "data-heading": "Type" }, type),
      node("td", { "data-heading": "Claims" }, node("span", { class: "verdicts" }, ...verdicts)),
    );
  }

  function pager(parts) {
    if (parts < 2) return "";
    const steps = { First: 0, Previous: part - 1, Next: part + 1, Last: parts - 1 };
    const buttons = Object.entries(steps).flatMap(([name, to]) => {
      if (to < 0 || to >= parts || to === part) return [];
      const button = node("a", { href: "#told" }, name);
      button.addEventListener("click", (event) => {
        event.preventDefault();
        part = to;
        show();
        told.scrollIntoView();
      });
      return [button];
    });
    return node(
      "nav",
      { class: "pager", "aria-label": "Parts of the table" },
      `Part ${part + 1} of ${parts} `,
      ...buttons,
    );
  }

  // A heading of the table sorts by it, and again the other way.
  function letSort(table) {
    for (const head of table.querySelectorAll("thead th")) {
      if (!keys[head.dataset.sort]) continue;
      const button = node("button", { type: "button" }, ...head.childNodes);
      head.replaceChildren(button);
    }
  }

  function fill() {
    const query = asked();
    for (const field of form.elements) if (field.name) field.value = query.get(field.name) ?? "";
  }

  listed.addEventListener("click", ({ target }) => {
    const by = target.closest("thead button")?.parentNode.dataset.sort;
    if (!by) return;
    sort = sort === by ? `-${by}` : by;
    part = 0;
    show().then(() => listed.querySelector(`th[data-sort="${by}"] button`)?.focus());
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    part = 0;
    ask({ ...values(), list: asked().get("list") });
    show();
  });
  form.addEventListener("reset", () =>
    setTimeout(() => {
      [sort, part] = ["", 0];
      ask({});
      show();
    }),
  );
  addEventListener("hashchange", () => {
    fill();
    show();
  });
  letSort(before[0]);
  form.hidden = false;
  fill();
  show();
})();
