// Each problem stands below the field that it belongs to; where that has none of its own, below what holds it.
import { make, marked } from "./markup.js";
import { keyOf } from "./rows.js";

const REQUIRED = "required"; // see `pages/brief/looked_at.py`

export function showProblems(host) {
  for (const old of host.box.querySelectorAll(".dl-field-problem")) old.remove();
  for (const old of host.form.querySelectorAll("[aria-invalid]")) old.removeAttribute("aria-invalid");
  for (const [path, severity, message, hint] of host.problems) {
    let place = null;
    for (let at = [...path]; !place && at.length; at = at.slice(0, -1))
      place = host.form.querySelector(`[data-at="${CSS.escape(keyOf(at))}"]`);
    const isQuiet = message === REQUIRED && !host.wantsAll && !host.touched.has(keyOf(path));
    const word = `${severity[0].toUpperCase()}${severity.slice(1)}`;
    const told = isQuiet
      ? make("p", { class: "dl-field-problem dl-required" }, "Required")
      : make(
          "p",
          { class: `dl-field-problem dl-${severity}` },
          make("b", {}, `${word}: `),
          marked(message),
          hint ? make("span", { class: "dl-muted" }, ". ", marked(hint[0].toUpperCase() + hint.slice(1))) : null,
        );
    if (!place) {
      host.notices.append(told);
      continue;
    }
    for (let part = place.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    const control = place.querySelector(":scope > input, :scope > textarea, :scope > select");
    if (isQuiet) control?.setAttribute("aria-required", "true");
    else control?.setAttribute("aria-invalid", String(severity === "error"));
    const behind =
      control ?? place.querySelector(":scope > .dl-row-head, :scope > .dl-label-line, :scope > ol, :scope > fieldset");
    if (behind) behind.after(told);
    else place.append(told);
  }
  const [missing, found] = [
    host.problems.filter(([, , message]) => message === REQUIRED),
    host.problems.filter(([, , message]) => message !== REQUIRED),
  ];
  const counted = [
    [missing, "field to fill in", "fields to fill in"],
    [found, "problem", "problems"],
  ];
  const told = counted.flatMap(([{ length }, one, more]) => (length ? [`${length} ${length === 1 ? one : more}`] : []));
  host.count.textContent = told.join(", ") || "Ready. No problems found";
  host.count.classList.toggle(
    "dl-failed",
    (host.wantsAll ? host.problems : found).some(([, severity]) => severity === "error"),
  );
}
