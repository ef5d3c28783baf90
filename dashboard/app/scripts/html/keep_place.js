// HTML that takes the place of other HTML: focus, what is typed, what is open and scrolled stay as they are.
import { watchEdges } from "./edges.js";
import { goOnBeside, isLost, neighbourOf } from "./focus.js";

export function replaceKeepingPlace(host, data) {
  const active = host.box.contains(document.activeElement) ? document.activeElement : null;
  const focused = active?.dataset;
  const neighbour = neighbourOf(active);
  const typed = active?.matches("input[name]")
    ? { name: active.name, at: active.selectionStart, value: active.value }
    : null;
  const isSent = active?.value === active?.defaultValue;
  const open = [...host.box.querySelectorAll("details[open]")].map((each) => each.id);
  const scroll = host.name === data.name ? host.box.querySelector(".dl-body")?.scrollTop : 0;
  const unsent = [...host.box.querySelectorAll("input[name]")].filter((field) => field.value !== field.defaultValue);
  host.box.innerHTML = data.html;
  watchEdges(host.box);
  for (const field of unsent) keepUnsent(host, field);
  for (const id of open) host.box.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  const current = host.box.querySelector('nav > a[aria-current="page"]');
  if (current) new ResizeObserver(() => showCurrent(current)).observe(current.parentElement); // styles may come later
  const body = host.box.querySelector(".dl-body");
  if (body && scroll) body.scrollTop = scroll;
  const field = typed && host.box.querySelector(`input[name="${CSS.escape(typed.name)}"]`);
  if (field) {
    if (!isSent) field.value = typed.value;
    field.focus({ preventScroll: true });
    field.setSelectionRange(typed.at, typed.at);
  }
  const same = active?.id
    ? `#${CSS.escape(active.id)}`
    : active?.matches("summary") && active.parentElement.id
      ? `#${CSS.escape(active.parentElement.id)} > summary`
      : focused?.same
        ? `[data-same="${CSS.escape(focused.same)}"]`
        : focused?.press && `[data-press="${CSS.escape(focused.press)}"][data-value="${CSS.escape(focused.value)}"]`;
  const again = same && [...host.box.querySelectorAll(same)].find((each) => each.checkVisibility());
  again?.focus({ preventScroll: true });
  if (neighbour && isLost()) goOnBeside(host.box, neighbour);
}

// What is typed and not yet sent stays, where Python has nothing new to say of it.
function keepUnsent(host, { name, value, defaultValue }) {
  const field = host.box.querySelector(`input[name="${CSS.escape(name)}"]`);
  if (field?.defaultValue === defaultValue) field.value = value;
}

// Of pages that do not fit side by side, the one that is open is in sight.
function showCurrent(link) {
  const nav = link.parentElement;
  const room = nav.getBoundingClientRect();
  const at = link.getBoundingClientRect();
  nav.scrollLeft += at.left + at.width / 2 - (room.left + room.width / 2);
}
