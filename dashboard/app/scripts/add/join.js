// The claims of a draft for an event that exists: any one, also where nothing tells that it may be the same.
import { button, make, muted } from "../fields/markup.js";
import { completed, meant } from "./options.js";

export function joinField(host) {
  if (host.data.record || !Object.keys(host.fields.claims ?? {}).length) return null;
  const typed = make("input", {
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    dir: "auto",
    placeholder: "Words of its title",
    "data-focus": "join:field",
  });
  typed.value = host.joinTo ?? "";
  typed.addEventListener("input", () => {
    host.joinTo = typed.value;
  });
  const list = completed(host, "events", typed);
  const join = async () => {
    const event = await meant(host, "events", typed.value);
    if (!event) {
      const asked = typed.value.trim();
      host.lastSaid = asked ? "Several events or none have these words: choose one" : "Choose the event first";
      host.say();
      typed.focus();
      return;
    }
    host.joinTo = "";
    host.press({ what: "join", event: event[0], commit: host.commits });
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
