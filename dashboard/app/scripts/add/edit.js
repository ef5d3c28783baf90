// What an edit would change in its file, and what somebody else has changed in it meanwhile.
import { button, make, visible } from "../fields/markup.js";

const KINDS = { "+": "dl-line-added", "-": "dl-line-removed", "@": "dl-line-place" };

function difference(lines, label) {
  const rows = lines.map((line) => make("span", { class: KINDS[line[0]] ?? null }, visible(line) || " "));
  return make("pre", { class: "dl-difference", tabindex: "0", role: "group", "aria-label": label }, ...rows);
}

const listOf = (changes) => make("ul", {}, ...changes.map((each) => make("li", {}, visible(each))));

// The difference stands above the button that saves, and the button says where it goes.
export function showChanges(host, isClean) {
  const { changes, lines, file, can_commit: canCommit, number } = host.data;
  const isCurrent = number >= host.number;
  host.saveWords.textContent = host.isReviewed ? "Save" : "Review changes";
  host.save.disabled ||= host.isReviewed && !isCurrent;
  if (isClean || !changes.length) {
    host.changes.replaceChildren();
    return;
  }
  const shown = JSON.stringify([changes, lines, canCommit, host.isReviewed, isCurrent]);
  if (host.changes.dataset.shown === shown && host.changes.firstChild) return;
  host.changes.dataset.shown = shown;
  const tick = make("input", { type: "checkbox" });
  tick.checked = Boolean(host.commits);
  tick.onchange = () => {
    host.commits = tick.checked;
  };
  const commit = canCommit ? make("label", { class: "dl-tick" }, tick, "Commit to git") : null;
  const summary = make("summary", {}, isCurrent ? "What changes in the file" : "What changes in the file (checking …)");
  const details = make("details", {}, summary, difference(lines, `Difference in ${file}`));
  details.open = host.isReviewed || Boolean(host.changes.querySelector("details")?.open);
  host.changes.replaceChildren(make("p", {}, make("b", {}, visible(file))), listOf(changes), details, commit ?? "");
}

// The file was changed by somebody else: both versions, and what can be done. Nothing is chosen for anybody.
export function showConflict(host) {
  const { conflict, changes, lines, file } = host.data;
  const press = (what) => () => host.press({ what, theirs: conflict.theirs, commit: host.commits });
  const mine = make("div", {}, make("h3", {}, "Your changes"), listOf(changes), difference(lines, "Your changes"));
  const head = make("h3", {}, "On the disk");
  const theirs = conflict.is_gone
    ? make("div", {}, head, make("p", {}, "The record is gone from the file, or cannot be read."))
    : make("div", {}, head, listOf(conflict.changes), difference(conflict.lines, "Changes on the disk"));
  const told = conflict.can_merge ? "No field was changed by both, so both changes can be kept." : "";
  return make(
    "section",
    { class: "dl-conflict", role: "alert", "aria-label": "The file was changed" },
    make("p", {}, make("b", {}, visible(file)), " was changed on the disk after you opened it. ", told),
    make("div", { class: "dl-both-versions" }, mine, theirs),
    make(
      "p",
      {},
      conflict.can_merge ? button("Keep both changes", press("merge")) : null,
      button("Keep theirs", press("discard")),
      conflict.is_gone ? null : button("Save mine over it", press("over")),
    ),
  );
}
