// The claims of a draft for an event that exists: any one, also where nothing tells that it may be the same.
import { button, make, muted, visible } from "../fields/markup.js";
import { matching } from "./schema.js";

const LIST = "dl-events-to-join";

export function joinField(host) {
  if (host.data.record || !Object.keys(host.fields.claims ?? {}).length) return null;
  const { events } = host.data.options;
  const list = make("datalist", { id: LIST });
  const typed = make("input", {
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    dir: "auto",
    list: LIST,
    placeholder: "Words of its title",
    "data-focus": "join:field",
  });
  typed.value = host.joinTo ?? "";
  const complete = () => {
    host.joinTo = typed.value;
    list.replaceChildren(
      ...matching(events, typed.value).map(([id, title]) => make("option", { value: id }, visible(title))),
    );
  };
  typed.addEventListener("focus", complete);
  typed.addEventListener("input", complete);
  const join = () => {
    const asked = typed.value.trim();
    const found = events.filter(([id, title]) => id === asked || title === asked);
    const [[id] = []] = found.length ? found : matching(events, asked).slice(0, 2);
    const isOne = asked && (found.length === 1 || matching(events, asked).length === 1);
    if (!isOne) {
      host.lastSaid = asked ? "Several events or none have these words: choose one" : "Choose the event first";
      host.say();
      typed.focus();
      return;
    }
    host.joinTo = "";
    host.press({ what: "join", event: id, commit: host.commits });
  };
  typed.onkeydown = (event) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    join();
  };
  const label = make("label", {}, "Or add these claims to an event that exists", typed);
  const field = make("div", { class: "dl-field" }, label, list);
  const told = muted("Its date, place and actors stay. What this text gives otherwise is kept beside them.");
  return make("div", { class: "dl-join" }, field, button("Add as claims of that event", join), told);
}
