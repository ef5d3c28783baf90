// The sections of the form, in the order of a briefing.
import { area, choose, field, line, ticks } from "../fields/fields.js";
import { initialsLine, knownInitials } from "../fields/initials.js";
import { button, make, visible, words } from "../fields/markup.js";
import { keyOf, listAt, moves, rearrange, valueAt } from "../fields/rows.js";
import { claims, sentences } from "./sentences.js";

export function section(title, ...content) {
  return make("section", { "aria-label": title }, make("h2", {}, title), ...content);
}

export function about(host) {
  const marking = valueAt(host, ["marking"]);
  const own = typeof marking === "object" && marking !== null;
  const labels = host.data.offer.tlp.map(([value, label]) => [value, label]);
  const choice = choose(
    own ? { fields: { marking: "own" } } : host,
    ["marking"],
    "Marking",
    [...labels, ["own", "Custom"]],
    {
      onchange: (value) =>
        rearrange(
          host,
          ["marking"],
          value === "own" ? { text: "" } : value,
          value === "own" ? "marking/text:field" : "marking:field",
        ),
    },
  );
  const meaning = host.data.offer.tlp.find(([value]) => value === marking)?.[2];
  if (meaning) choice.append(make("p", { class: "dl-muted dl-hint" }, meaning));
  const ownWords = own
    ? make(
        "div",
        { class: "dl-carriers" },
        line(host, ["marking", "text"], "Text on every page"),
        line(host, ["marking", "meaning"], "What recipients may do with it"),
      )
    : null;
  return section(
    "About",
    line(host, ["title"], "Title"),
    make(
      "div",
      { class: "dl-carriers" },
      choice,
      line(host, ["as_of"], "As of", { cols: 18, hint: "A day, such as 2025-12-31" }),
      host.data.key === "+" ? idField(host) : null,
    ),
    ownWords,
    line(host, ["for"], "For whom"),
    area(host, ["scope"], "Scope", "What it covers and what it leaves out: a label, not a statement of fact"),
  );
}

function idField(host) {
  const control = make("input", {
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: host.data.id,
    style: "width:30ch",
  });
  control.value = host.id;
  control.oninput = () => {
    host.id = control.value;
    host.changed();
  };
  return field(["id"], "File name", control, "If empty, made from the title");
}

export function judgements(host) {
  const path = ["judgements"];
  const { questions, likelihood, confidence } = host.data.offer;
  const rows = listAt(host, path).map((_, index) => {
    const own = [...path, index];
    const name = `Judgement ${index + 1}`;
    const odds = make(
      "div",
      { class: "dl-carriers" },
      choose(host, [...own, "likelihood"], "Likelihood of a yes", likelihood),
      choose(host, [...own, "confidence"], "Confidence", confidence),
      initialsLine(host, [...own, "by"]),
    );
    return make(
      "li",
      { class: "dl-own-sentence", "data-at": keyOf(own) },
      make("div", { class: "dl-row-head" }, make("span", { class: "dl-muted" }, name), moves(host, path, index, name)),
      choose(host, [...own, "question"], "Question", questions),
      odds,
      claims(host, [...own, "claims"], "Based on these claims"),
      sentences(host, [...own, "reasons"], "reason"),
    );
  });
  const add = () =>
    rearrange(
      host,
      path,
      [...listAt(host, path), { question: "", likelihood: "", confidence: "", by: knownInitials() }],
      `judgements/${rows.length}/question:field`,
    );
  return make(
    "div",
    { "data-at": "judgements" },
    make("ol", { class: "dl-sentences" }, rows),
    button("Add a judgement", add, { "data-focus": "judgements:add" }),
  );
}

export function ownWords(host) {
  const parts = host.data.offer.worded.map(([key, title]) => {
    const count = listAt(host, ["words", key]).length;
    const details = make(
      "details",
      { id: `dl-words-${key}` },
      make("summary", {}, title, count ? make("span", { class: "dl-count" }, ` ${count}`) : null),
      sentences(host, ["words", key]),
    );
    details.open = host.open.has(details.id) || count > 0;
    details.ontoggle = () => (details.open ? host.open.add(details.id) : host.open.delete(details.id));
    return details;
  });
  return make("div", { "data-at": "words" }, parts);
}

// Who reviewed it is whoever says so here, unless somebody else stands there already.
function reviewed(host, status) {
  const now = valueAt(host, ["review"]) ?? {};
  const by = now.by || (status === "reviewed" ? knownInitials() : "");
  return { ...now, status, ...(by ? { by } : {}) };
}

export function layout(host) {
  const { sections, figures, papers, reviews } = host.data.offer;
  const status = valueAt(host, ["review", "status"]) ?? "draft";
  const review = [
    choose(host, ["review", "status"], "Review", reviews, {
      none: "Draft",
      onchange: (value) => rearrange(host, ["review"], reviewed(host, value || "draft"), "review/status:field"),
    }),
  ];
  if (status === "reviewed")
    review.push(initialsLine(host, ["review", "by"]), line(host, ["review", "on"], "On", { cols: 14 }));
  if (status === "retracted") review.push(line(host, ["review", "note"], "Why"));
  const since = line(host, ["options", "since"], "What changed since", {
    cols: 22,
    hint: "A day (2025-09-04), a git revision, or a briefing’s id. If empty, this section is left out.",
  });
  return section(
    "Layout and review",
    make(
      "div",
      { class: "dl-carriers" },
      choose(host, ["options", "paper"], "Paper", papers, { none: "Default: A4" }),
      ...review,
    ),
    since,
    ticks(host, ["options", "sections"], "Sections", sections),
    ticks(host, ["options", "figures"], "Figures", figures),
  );
}

const BY_TIME = "No record changed: only time has passed. To bring it up to date, choose a later day under “As of”.";

export function fallen(host) {
  const { fallen: all, texts, overdue } = host.data;
  if (!all.length && !texts.length)
    return overdue
      ? section(`${overdue} that the briefing lists as open`, make("p", { class: "dl-muted" }, BY_TIME))
      : null;
  const rows = all.map(([text, ...reasons]) =>
    make("li", {}, words(text), make("span", { class: "dl-muted" }, ` ${reasons.map(visible).join("; ")}`)),
  );
  rows.push(...texts.map((text) => make("li", {}, visible(text))));
  const box = make("input", { type: "checkbox", "data-focus": "accepts" });
  box.checked = host.accepts;
  box.onchange = () => {
    host.accepts = box.checked;
    host.changed();
  };
  const ofSentences =
    all.length === 1
      ? "1 sentence is based on changed records"
      : `${all.length} sentences are based on changed records`;
  const ofTexts =
    texts.length === 1 ? "1 source text is no longer the same" : `${texts.length} source texts are no longer the same`;
  const title = [
    all.length ? ofSentences : null,
    texts.length ? ofTexts : null,
    overdue ? `${overdue} that it lists as open` : null,
  ]
    .filter(Boolean)
    .join(", ");
  return section(
    title,
    make(
      "details",
      { id: "dl-fallen" },
      make("summary", {}, "Which, and why"),
      make("ul", { class: "dl-fallen" }, rows),
    ),
    make("label", { class: "dl-tick" }, box, "I have checked them: saving accepts the records as they are now"),
  );
}
