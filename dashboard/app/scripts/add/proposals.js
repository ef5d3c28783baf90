// Events that the program proposes: listed above the form, dotted in the text, and never to be taken for a person's.
import { button, make, visible, words } from "../fields/markup.js";
import { isTyped } from "../page.js";
import { press } from "./press_queue.js";
import { rangesOf } from "./selection.js";

const HIGHLIGHTS = ["dateline-proposal", "dateline-proposal-current"];
const SIGN =
  "M7 1.2A2.1 2.1 0 1 0 7 5.4 2.1 2.1 0 1 0 7 1.2ZM3 8.4A2.1 2.1 0 1 0 3 12.6 2.1 2.1 0 1 0 3 8.4ZM11 8.4A2.1 2.1 0 1 0 11 12.6 2.1 2.1 0 1 0 11 8.4Z";

const openOnes = (host) => host.data?.proposals?.open ?? [];
const currentOf = (host) => {
  const all = openOnes(host);
  return all.find((each) => each.key === host.proposal) ?? all[Math.min(host.proposalAt ?? 0, all.length - 1)];
};

function sign() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 14 14", width: 12, height: 12, "aria-hidden": "true" }))
    svg.setAttribute(name, value);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SIGN);
  path.setAttribute("fill", "currentColor");
  svg.append(path);
  return svg;
}

const withKey = (label, key, what, name, onclick) =>
  make(
    "button",
    { type: "button", class: `dl-text-button dl-proposal-${what}`, "aria-keyshortcuts": name, onclick },
    label,
    " ",
    make("kbd", {}, key),
  );

// The next one is where the one that was decided stood.
function decide(host, what) {
  const current = currentOf(host);
  if (!current) return;
  host.proposalAt = openOnes(host).indexOf(current);
  const type = host.types?.[current.key] ?? current.types[0] ?? "";
  press(host, { what, key: current.key, type });
}

function typeField(host, proposal) {
  if (!proposal.types.length) return make("dd", { class: "dl-muted" }, "open. No verb says which");
  const chosen = host.types?.[proposal.key] ?? proposal.types[0];
  const options = [...proposal.types, ""].map((each) =>
    make("option", { value: each, selected: each === chosen }, each || "leave it open"),
  );
  const select = make(
    "select",
    {
      "aria-label": "Type, proposed",
      onchange: (event) => {
        host.types = { ...host.types, [proposal.key]: event.target.value };
      },
    },
    options,
  );
  return make("dd", {}, select, make("span", { class: "dl-muted" }, " proposed, the most likely first"));
}

function details(host, proposal) {
  const rows = [make("dt", {}, "Type"), typeField(host, proposal)];
  for (const [name, value, from] of proposal.filled)
    rows.push(
      make("dt", {}, name),
      make("dd", {}, visible(value), " ", make("q", { class: "dl-muted", dir: "auto" }, visible(from))),
    );
  for (const [name, reason, from] of proposal.open)
    rows.push(
      make("dt", {}, name),
      make(
        "dd",
        { class: "dl-muted" },
        `open. ${reason}`,
        from ? [": ", make("q", { dir: "auto" }, visible(from))] : null,
      ),
    );
  for (const alike of proposal.alike)
    rows.push(make("dt", {}, "Looks like"), make("dd", {}, make("b", {}, words(alike)), ", which is an event already"));
  return make("dl", {}, rows);
}

function row(host, proposal, isCurrent) {
  const title = make(
    "button",
    {
      type: "button",
      class: "dl-proposal-title",
      "aria-expanded": isCurrent ? "true" : "false",
      onclick: () => {
        host.proposal = proposal.key;
        drawProposals(host);
        showInText(proposal);
      },
    },
    sign(),
    " ",
    words(proposal.title),
    proposal.by === "rules" ? null : make("span", { class: "dl-muted" }, ` found by ${visible(proposal.by)}`),
  );
  if (!isCurrent) return make("li", { class: "dl-proposal" }, title);
  const actions = make(
    "div",
    { class: "dl-proposal-actions" },
    withKey("Accept", "Enter", "accept", "Enter", () => decide(host, "accept-proposal")),
    withKey("Change", "E", "change", "e", () => decide(host, "change-proposal")),
    withKey("Refuse", "X", "refuse", "x", () => decide(host, "refuse-proposal")),
  );
  return make(
    "li",
    { class: "dl-proposal dl-is-current", "aria-current": "true" },
    title,
    details(host, proposal),
    actions,
  );
}

// A first press says what goes to where, and a second one, which names the host, sends it.
function model(host, { host: where, model: name, characters, problem }) {
  if (problem) return make("p", { class: "dl-muted" }, visible(problem));
  if (!host.wantsModel)
    return button("Ask a language model …", () => {
      host.wantsModel = true;
      drawProposals(host);
    });
  const told = `The text (${characters} characters) goes to ${where}, model ${name}. Nothing that it writes is used.`;
  const send = () => {
    host.wantsModel = false;
    drawProposals(host);
    press(host, { what: "ask-model", host: where });
  };
  const cancel = () => {
    host.wantsModel = false;
    drawProposals(host);
  };
  return make(
    "p",
    { class: "dl-proposals-model", role: "status" },
    visible(told),
    " ",
    button(`Send the text to ${visible(where)}`, send),
    " ",
    button("Send nothing", cancel),
  );
}

function showInText(proposal) {
  const [range] = rangesOf(proposal.span);
  range?.startContainer.parentElement?.scrollIntoView({ block: "center" });
}

export function drawProposals(host) {
  const asked = host.data?.proposals;
  host.proposals.hidden = asked === undefined; // a record that is edited has no text to read
  const propose = () => press(host, { what: "propose" });
  if (!asked) {
    host.proposals.replaceChildren(withKey("Propose events", "P", "ask", "p", propose));
    highlightProposals([], null);
    return;
  }
  const all = openOnes(host);
  const current = currentOf(host);
  const count = `${all.length} ${all.length === 1 ? "proposal" : "proposals"} of the program`;
  const more = [
    all.length ? "none is an event until you accept it" : "nothing is left to decide",
    asked.decided ? `${asked.decided} decided before` : "",
    asked.cut ? `only the first ${asked.cut} characters were read` : "",
    asked.withheld ? `${asked.withheld} withheld, as a check objects` : "",
  ];
  const told = more.filter(Boolean).join(" · ");
  const head = make(
    "div",
    { class: "dl-proposals-head" },
    make("h2", {}, sign(), " ", count),
    make("span", { class: "dl-muted" }, told),
    button("Hide", () => press(host, { what: "hide-proposals" })),
  );
  if (asked.model) head.append(model(host, asked.model));
  const active = host.proposals.contains(document.activeElement);
  host.proposals.replaceChildren(
    head,
    make(
      "ol",
      { class: "dl-proposals-list" },
      all.map((each) => row(host, each, each === current)),
    ),
  );
  if (active) host.proposals.querySelector(".dl-is-current .dl-proposal-title")?.focus({ preventScroll: true });
  highlightProposals(all, current);
}

export function highlightProposals(all, current) {
  if (!globalThis.CSS?.highlights) return;
  const found = all.filter((each) => each !== current).map((each) => each.span);
  CSS.highlights.set(HIGHLIGHTS[0], new Highlight(...rangesOf(...found)));
  CSS.highlights.set(HIGHLIGHTS[1], new Highlight(...(current ? rangesOf(current.span) : [])));
}

export function forgetProposals() {
  for (const each of HIGHLIGHTS) globalThis.CSS?.highlights?.delete(each);
}

const KEYS = { enter: "accept-proposal", e: "change-proposal", x: "refuse-proposal" };

// One key each, unless words are selected or something is typed: those keys say what the words are.
export function proposalKey(host, event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat || host.span) return;
  if (isTyped(event.target) || document.querySelector("dialog[open]")) return;
  const key = event.key.toLowerCase();
  if (key === "enter" && event.target.closest?.("button, a, summary, [role=button]")) {
    if (!event.target.closest(".dl-is-current .dl-proposal-title")) return;
  }
  if (key === "p" && host.data?.proposals === null) press(host, { what: "propose" });
  else if (KEYS[key] && currentOf(host)) decide(host, KEYS[key]);
  else return;
  event.preventDefault();
}
