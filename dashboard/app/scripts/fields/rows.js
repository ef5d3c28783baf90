// Values of the draft by their paths, and lists of them whose rows are moved, dragged and removed.
import { button, make } from "./markup.js";

export const keyOf = (path) => path.join("/");
export const valueAt = (host, path) => path.reduce((part, key) => part?.[key], host.fields);
export const listAt = (host, path) => {
  const found = valueAt(host, path);
  return Array.isArray(found) ? found : [];
};

export function put(host, path, value) {
  let part = host.fields;
  for (const [index, key] of path.slice(0, -1).entries())
    part = part[key] ??= typeof path[index + 1] === "number" ? [] : {};
  if (value === undefined) delete part[path.at(-1)];
  else part[path.at(-1)] = value;
  host.putAt = typeof value === "string" ? keyOf(path) : null; // letters typed without a pause are one change
  host.touched.add(keyOf(path));
  host.changed();
}

// A change of what there is, not only of words: the form is drawn anew, and `focus` names who has it then.
export function rearrange(host, path, list, focus, said = "") {
  put(host, path, list);
  host.problems = [];
  host.draw(focus);
  if (said) host.status.textContent = said;
}

function move(host, path, from, to, name) {
  const list = [...listAt(host, path)];
  if (to < 0 || to >= list.length || from === to) return;
  list.splice(to, 0, ...list.splice(from, 1));
  const way = to < from ? "up" : "down";
  rearrange(host, path, list, `${keyOf([...path, to])}:${way}`, `${name}: now ${to + 1} of ${list.length}`);
}

export function drop(host, path, index, name) {
  const list = listAt(host, path).filter((_, each) => each !== index);
  const next = Math.min(index, list.length - 1);
  rearrange(host, path, list, next < 0 ? `${keyOf(path)}:add` : `${keyOf([...path, next])}:remove`, `${name}: removed`);
}

// Up, down and away; `name` says of what. The ends stay where they are pressed, so that none is lost under the finger.
export function moves(host, path, index, name) {
  const own = keyOf([...path, index]);
  const last = listAt(host, path).length - 1;
  const sign = (label, what, role, onclick, off) =>
    button(label, onclick, {
      class: "dl-nudge",
      "aria-label": `${what}: ${name}`,
      title: what,
      "data-focus": `${own}:${role}`,
      "aria-disabled": off ? "true" : null,
    });
  return make(
    "span",
    { class: "dl-moves" },
    sign("↑", "Move up", "up", () => move(host, path, index, index - 1, name), index === 0),
    sign("↓", "Move down", "down", () => move(host, path, index, index + 1, name), index === last),
    sign("×", "Remove", "remove", () => drop(host, path, index, name), false),
  );
}

// Dragging a row by its handle, or anywhere but its fields, does what the buttons do.
export function letBeDragged(host, row, path, index, name) {
  row.draggable = true;
  row.ondragstart = (event) => {
    host.dragged = { list: keyOf(path), index };
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", String(index));
    row.classList.add("dl-dragged");
  };
  row.ondragend = () => {
    row.classList.remove("dl-dragged");
    host.dragged = null;
    if (host.isLate) host.draw();
  };
  row.ondragover = (event) => {
    if (host.dragged?.list !== keyOf(path)) return;
    event.preventDefault();
    row.classList.add(index < host.dragged.index ? "dl-before" : "dl-after");
  };
  row.ondragleave = () => row.classList.remove("dl-before", "dl-after");
  row.ondrop = (event) => {
    if (host.dragged?.list !== keyOf(path)) return;
    event.preventDefault();
    const { index: from } = host.dragged;
    host.dragged = null;
    move(host, path, from, index, name);
  };
  row.onkeydown = (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !event.altKey) return;
    event.preventDefault();
    move(host, path, index, index + step, name);
  };
  return row;
}
