// Takes what is to be read later: pasted text, an address, a file. It is sent in parts, each when the one before is there.
import { button, make, visible } from "../fields/markup.js";
import { boxWithStatus } from "../page.js";

const REPEAT_MS = 4000; // a fetch may take longer: what is said again is answered once
const FIELDS = [
  ["title", "Title"],
  ["outlet", "Outlet"],
  ["published", "Date, such as 2025-09-04"],
];

function say(host, words, isWrong = false) {
  host.saying.textContent = visible(words);
  host.saying.classList.toggle("dl-wrong", isWrong);
}

function send(host, pressed) {
  host.sent = { ...pressed, press: `${host.tab}-${(host.number += 1)}` };
  host.form.inert = true;
  clearTimeout(host.timer);
  const again = () => {
    if (!host.sent || !host.box.isConnected) return;
    host.report(host.sent);
    host.timer = setTimeout(again, REPEAT_MS);
  };
  again();
}

const typed = (host) => Object.fromEntries(FIELDS.map(([name]) => [name, host.fields[name].value.trim()]));

function base64(bytes) {
  let letters = "";
  for (let at = 0; at < bytes.length; at += 32768) letters += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(letters);
}

function sendPart(host, part) {
  const { bytes, name, upload } = host.document;
  const size = host.data.part;
  const of = Math.max(Math.ceil(bytes.length / size), 1);
  say(host, of > 1 ? `Sending part ${part + 1} of ${of} …` : "Reading …");
  const data = base64(bytes.subarray(part * size, (part + 1) * size));
  send(host, { what: "part", upload, part, of, data, name, ...typed(host) });
}

function begin(host, bytes, name) {
  if (bytes.length > host.data.most) {
    say(host, `The file has more than ${host.data.most / 1e6} MB. Put it into the folder inbox/ instead.`, true);
    return;
  }
  host.document = { bytes, name, upload: `${host.tab}-${Date.now()}` };
  sendPart(host, 0);
}

async function beginFile(host, file) {
  if (!file || host.form.inert) return;
  if (file.size > host.data.most) return begin(host, { length: file.size }, file.name);
  try {
    begin(host, new Uint8Array(await file.arrayBuffer()), file.name || "document");
  } catch {
    say(host, "The file cannot be read. If it is a folder, choose the files in it.", true);
  }
}

// A text, unless it is the address of one alone.
function submit(host) {
  const text = host.text.value.trim();
  if (!text) {
    say(host, "Paste a text or an address, or choose a file.", true);
    host.text.focus();
  } else if (/^https?:\/\/\S+$/i.test(text)) {
    say(host, "Fetching …");
    send(host, { what: "address", address: text, ...typed(host) });
  } else {
    begin(host, new TextEncoder().encode(`${host.text.value.replace(/\r\n?/g, "\n").trimEnd()}\n`), "");
  }
}

function answered(host, answer) {
  if (!host.sent || answer.press !== host.sent.press) return;
  host.sent = null;
  clearTimeout(host.timer);
  if (answer.next !== null) return sendPart(host, answer.next);
  host.form.inert = false;
  host.document = null;
  say(host, answer.wrong || answer.told, Boolean(answer.wrong));
  host.file.value = "";
  if (!answer.done) return;
  host.form.reset();
}

const labelled = (label, control) => make("label", {}, make("span", { class: "dl-muted" }, label), control);

function prepare(parent) {
  const { box, status } = boxWithStatus(parent);
  const host = { box, status, number: 0, sent: null, document: null, tab: crypto.randomUUID?.() ?? `${Math.random()}` };
  host.fields = Object.fromEntries(
    FIELDS.map(([name]) => [name, make("input", { type: "text", maxlength: 500, autocomplete: "off" })]),
  );
  host.text = make("textarea", { rows: 3, dir: "auto" });
  host.file = make("input", { type: "file", accept: ".txt,.md,.html,.htm,.pdf,.docx" });
  host.saying = make("p", { role: "status", class: "dl-inbox-said" });
  host.form = make(
    "form",
    { novalidate: true },
    labelled("Text or address", host.text),
    make("div", { class: "dl-inbox-fields" }, ...FIELDS.map(([name, label]) => labelled(label, host.fields[name]))),
    make(
      "p",
      {},
      button("Take in", () => submit(host), { class: "dl-save" }),
      labelled("Or a file", host.file),
    ),
  );
  host.file.addEventListener("change", () => beginFile(host, host.file.files[0]));
  host.form.addEventListener("submit", (event) => event.preventDefault());
  host.text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(host);
  });
  host.form.addEventListener("dragover", (event) => event.preventDefault());
  host.form.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    beginFile(host, event.dataTransfer.files[0]);
  });
  const summary = make("summary", {}, "Add text, an address or a file");
  host.details = make("details", { class: "dl-inbox-add" }, summary, host.form, host.saying);
  box.append(host.details);
  return host;
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const host = (parentElement.dateline ??= prepare(parentElement));
  host.report = (pressed) => setTriggerValue("pressed", pressed);
  if (!host.data) host.details.open = data.open; // later, as its reader left it
  host.data = data;
  answered(host, data.answer);
  return () => setTimeout(() => host.box.isConnected || clearTimeout(host.timer));
}
