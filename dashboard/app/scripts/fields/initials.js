// Initials of whoever works in this browser: typed once, offered wherever they are asked for.
import { line } from "./fields.js";
import { make } from "./markup.js";

const KEPT = "dateline-initials";

export function knownInitials() {
  try {
    return localStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
}

function keep(typed) {
  try {
    if (typed) localStorage.setItem(KEPT, typed);
  } catch {
    return; // they are typed again next time
  }
}

// The field, which offers those that are known and never fills them in: whether somebody signs is theirs to say.
export function initialsLine(host, path, hint = "") {
  const own = line(host, path, "Initials", { cols: 8, hint });
  const control = own.querySelector("input");
  const known = knownInitials();
  if (known) {
    const list = make("datalist", { id: `initials-${path.join("-")}` }, make("option", { value: known }));
    control.setAttribute("list", list.id);
    own.append(list);
  }
  control.addEventListener("input", () => keep(control.value.trim()));
  return own;
}
