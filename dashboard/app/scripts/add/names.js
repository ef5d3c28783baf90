// Names that the registries know: underlined where they stand in the text, and proposed for the event that quotes them.
import { button, make, words } from "../fields/markup.js";
import { isTyped } from "../page.js";
import { offsetAt, rangesOf } from "./selection.js";

const HIGHLIGHT = "dateline-name";
const KINDS = { places: "where", actors: "who" };

let underlined = {}; // the names, and the first paragraph of the text in which they are

const namesInSight = (host) => host.data?.names?.in_sight ?? [];

export function underlineNames(host) {
  if (!globalThis.CSS?.highlights) return;
  const [words, text] = [JSON.stringify(namesInSight(host)), document.querySelector(".dl-to-select .dl-selectable")];
  if (underlined.words === words && underlined.text === text && text?.isConnected) return;
  underlined = { words, text };
  const found = rangesOf(...namesInSight(host).map(([, , , start, end]) => [start, end]));
  CSS.highlights.set(HIGHLIGHT, new Highlight(...found));
}

export function forgetNames() {
  underlined = {};
  globalThis.CSS?.highlights?.delete(HIGHLIGHT);
}

// What selected words name, if they are just a name: how it is shown, as what it may be marked, and what it may be.
export function nameAt(host, span) {
  const found = namesInSight(host).filter(([, , , start, end]) => start === span?.start && end === span.end);
  if (!found.length) return null;
  const registries = new Set(found.map(([registry]) => registry));
  const kinds = [...registries].map((each) => each.slice(0, -1));
  return { label: found[0][2], kinds: kinds.join(" or "), as: [...registries].map((each) => KINDS[each]) };
}

function select([, , , start, end]) {
  const [range] = rangesOf([start, end]);
  if (!range) return;
  const selection = document.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  range.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
}

// A press on a name selects it; one that drags selects as everywhere.
export function selectPressedName(host, event) {
  const selection = document.getSelection();
  const paragraph = event.target.closest?.(".dl-to-select .dl-selectable");
  if (!paragraph || !selection?.isCollapsed || !paragraph.contains(selection.anchorNode)) return;
  const at = offsetAt(paragraph, selection.anchorNode, selection.anchorOffset);
  const name = namesInSight(host).find(([, , , start, end]) => start <= at && at < end);
  if (name) select(name);
}

// N goes on to the next name behind what is selected, and from the last one to the first.
export function selectNextName(host, event) {
  if (event.key.toLowerCase() !== "n" || event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target))
    return;
  const names = namesInSight(host);
  if (!names.length) return;
  const next = names.find(([, , , start]) => host.span && start > host.span.start) ?? names[0];
  select(next);
  event.preventDefault();
}

// What the quotes name and no field has yet, a button each.
export function namesToAdd(host, registry) {
  const found = (host.data?.names?.in_quotes ?? []).filter(([each]) => each === registry);
  if (!found.length) return null;
  const buttons = found.map(([, id, label, start, end]) =>
    button(words(label), () => host.takeName({ registry, id_chosen: id, start, end }), {
      "aria-label": `Add ${label}`,
      "data-focus": `${registry}:name:${id}`,
    }),
  );
  return make("p", { class: "dl-names-to-add" }, "Named in the quotes: ", ...buttons);
}
