// Words of the text that are selected: where they stand in it, in code points, and the bar that says what they are.
import { make, visible } from "../fields/markup.js";
import { isTyped } from "../page.js";

export const MARKS = [
  ["claim", "Claim", "c"],
  ["when", "When", "w"],
  ["where", "Where", "l"],
  ["who", "Who", "a"],
  ["how-much", "How much", "m"],
  ["speaker", "Says it", "s"],
];
const KEYS = new Set([...MARKS.map(([, , key]) => key), "q", "escape"]);
const GAP_PX = 6;
const FINGER = "(pointer: coarse)"; // under selected words hang the handles, above them the browser has a menu of its own
const BELOW = "(max-width: 1000px)"; // the foot of the form stands at the window's foot
const HIGHLIGHT = "dateline-draft";

const WIDE = /[\ud800-\udfff]/; // what takes two code units
const lengthOf = (text) => (WIDE.test(text) ? [...text].length : text.length); // code points, as the server counts
const startOf = (paragraph) => Number(paragraph.parentElement.dataset.start);

export function offsetAt(paragraph, node, at) {
  const before = document.createRange();
  before.selectNodeContents(paragraph);
  before.setEnd(node, at);
  return startOf(paragraph) + lengthOf(before.toString());
}

// The half-open span of the selection, or null; an end outside of the text is its nearest paragraph's.
export function selectedSpan(source) {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const text = document.querySelector(`.dl-to-select[data-source="${CSS.escape(source)}"]`);
  if (!text || !range.intersectsNode(text)) return null;
  const inside = [...text.querySelectorAll(".dl-selectable")].filter((each) => range.intersectsNode(each));
  if (!inside.length) return null;
  const [first, last] = [inside[0], inside.at(-1)];
  const start = first.contains(range.startContainer)
    ? offsetAt(first, range.startContainer, range.startOffset)
    : startOf(first);
  const end = last.contains(range.endContainer)
    ? offsetAt(last, range.endContainer, range.endOffset)
    : startOf(last) + lengthOf(last.textContent);
  return end > start ? { start, end, range, text } : null;
}

// The node and place in it that a count of code points leads to, within one paragraph.
function placeAt(paragraph, count) {
  const nodes = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = count;
  let last = null;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const length = lengthOf(node.data);
    if (left <= length) return [node, length === node.length ? left : [...node.data].slice(0, left).join("").length];
    left -= length;
    last = node;
  }
  return last ? [last, last.length] : null;
}

// Ranges in the page for spans of the text; its paragraphs are measured once for all of them.
export function rangesOf(...spans) {
  if (!spans.length) return [];
  const paragraphs = [...document.querySelectorAll(".dl-to-select .dl-selectable")].map((paragraph) => {
    const first = startOf(paragraph);
    return { paragraph, first, last: first + lengthOf(paragraph.textContent) };
  });
  return spans.flatMap(([start, end]) =>
    paragraphs
      .filter(({ first, last }) => first < end && last > start)
      .flatMap(({ paragraph, first, last }) => {
        const from = placeAt(paragraph, Math.max(start - first, 0));
        const to = placeAt(paragraph, Math.min(end, last) - first);
        if (!from || !to) return [];
        const range = document.createRange();
        range.setStart(...from);
        range.setEnd(...to);
        return [range];
      }),
  );
}

// The words that the draft quotes light up in the text, which stays as it is: what is selected stays selected.
export function highlight(spans) {
  if (!globalThis.CSS?.highlights) return;
  CSS.highlights.set(HIGHLIGHT, new Highlight(...rangesOf(...spans)));
}

export const unhighlight = () => globalThis.CSS?.highlights?.delete(HIGHLIGHT);

// The end of the selection that moves is brought into sight.
function showFocus(selection, text) {
  const end = document.createRange();
  end.setStart(selection.focusNode, selection.focusOffset);
  const [box = selection.getRangeAt(0).getBoundingClientRect()] = end.getClientRects();
  let scroller = text.parentElement;
  while (
    scroller &&
    !(scroller.scrollHeight > scroller.clientHeight && /auto|scroll/.test(getComputedStyle(scroller).overflowY))
  )
    scroller = scroller.parentElement;
  const near = innerHeight / 6;
  const past = Math.max(0, box.bottom + near - innerHeight) || Math.min(0, box.top - near);
  if (past) (scroller ?? document.scrollingElement).scrollBy(0, past);
}

function stepThroughText(event, last) {
  const text = event.target.closest?.(".dl-to-select");
  const selection = document.getSelection();
  const ways = {
    ArrowRight: ["forward", "word"],
    ArrowLeft: ["backward", "word"],
    ArrowDown: ["forward", "line"],
    ArrowUp: ["backward", "line"],
  };
  const [way, unit] = ways[event.key] ?? [];
  if (!text || !way || event.altKey || event.ctrlKey || event.metaKey) return false;
  const before = selection.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
  if (!selection.rangeCount || !text.contains(selection.anchorNode)) {
    const [known] = last && last.source === text.dataset.source ? rangesOf([last.start, last.end]) : [];
    if (known) selection.collapse(known.startContainer, known.startOffset);
    else selection.collapse(text.querySelector(".dl-selectable"), 0);
    selection.modify("extend", "forward", "word");
  } else if (event.shiftKey) {
    selection.modify("extend", way, unit);
    if (unit === "line") selection.modify("extend", "backward", "word"); // no line ends within a word
    if (unit === "line" && way === "forward") selection.modify("extend", "forward", "word");
  } else {
    if (way === "backward") selection.collapseToStart();
    else selection.collapseToEnd();
    if (unit === "line") {
      selection.modify("move", way, "line");
      selection.modify("move", "forward", "character"); // and to the start of the word there
      selection.modify("move", "backward", "word");
    } else if (way === "backward") selection.modify("move", "backward", "word");
    selection.modify("extend", "forward", "word");
  }
  if (!text.contains(selection.focusNode) && before) {
    selection.removeAllRanges(); // the text ends here, and what stands behind it is no part of it
    selection.addRange(before);
  }
  showFocus(selection, text);
  event.preventDefault();
  return true;
}

// Below the words, else above them; of words that fingers select, at the foot, else at the head of what is read.
function topOfBar(words, height) {
  const isNarrow = matchMedia(BELOW).matches;
  const foot = isNarrow ? document.querySelector(".dl-add-foot")?.getBoundingClientRect().top : null;
  const bottom = (foot ?? innerHeight) - height - GAP_PX;
  if (matchMedia(FINGER).matches) {
    const head = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--dl-top")) + GAP_PX;
    return words.bottom + GAP_PX > bottom && words.top > head + height ? head : bottom;
  }
  const below = words.bottom + GAP_PX;
  return below > bottom ? Math.max(words.top - height - GAP_PX, GAP_PX) : below;
}

export function selectionBar(host) {
  const choose = (as) => host.span && host.mark(as);
  const buttons = MARKS.map(([as, name, key]) =>
    make(
      "button",
      { type: "button", "aria-keyshortcuts": key, "data-as": as, onclick: () => choose(as) },
      name,
      " ",
      make("kbd", {}, key.toUpperCase()),
    ),
  );
  const quote = make(
    "button",
    { type: "button", "aria-keyshortcuts": "q", "data-as": "quote", onclick: () => host.span && host.addQuote() },
    "Quote for the last claim ",
    make("kbd", {}, "Q"),
  );
  const count = make("span", { class: "dl-muted", role: "status" });
  const bar = make(
    "div",
    { class: "dl-selection-bar", role: "toolbar", "aria-label": "What the selected words are", hidden: true },
    ...buttons,
    quote,
    count,
  );
  for (const kind of ["pointerdown", "mousedown"]) bar.addEventListener(kind, (event) => event.preventDefault());

  let last = null; // where the arrows go on, after a field has had the selection

  // An offer for these very words waits for a choice, and has the keyboard.
  const isOffered = ({ start, end }) =>
    host.offers?.some(({ span }) => span[0] === start && span[1] === end) &&
    host.form?.contains(document.activeElement);

  const place = () => {
    const now = host.data && selectedSpan(host.data.source);
    if (now) last = { start: now.start, end: now.end, source: host.data.source };
    host.span = now ? { start: now.start, end: now.end } : null;
    bar.hidden = !now || isOffered(now);
    if (bar.hidden) return;
    const { length } = document.getSelection().toString().trim().split(/\s+/);
    const name = host.nameAt(host.span);
    count.textContent = name
      ? `${visible(name.label)}: ${name.kinds} of the registry`
      : `${length.toLocaleString("en")} ${length === 1 ? "word" : "words"}`;
    for (const each of buttons) each.classList.toggle("dl-is-proposed", name?.as.includes(each.dataset.as) ?? false);
    quote.hidden = !Object.keys(host.fields.claims ?? {}).length && !host.waiting; // a claim may be on its way
    const { offsetWidth: width, offsetHeight: height } = bar;
    const box = now.range.getBoundingClientRect();
    bar.style.top = `${topOfBar(box, height)}px`;
    const edge = Math.min(innerWidth - GAP_PX, now.text.getBoundingClientRect().right); // the form stays free as far as that can be
    bar.style.left = `${Math.max(GAP_PX, Math.min(box.left, edge - width))}px`;
  };
  const placeNow = () => {
    host.placing = 0;
    place();
  };
  const later = () => (host.placing ||= requestAnimationFrame(placeNow));
  const onKey = (event) => {
    if (isTyped(event.target)) return;
    if (stepThroughText(event, last) || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (!KEYS.has(key)) return;
    if (event.repeat) return event.preventDefault();
    place(); // the selection may be of this very moment
    if (!host.span) return;
    const mark = MARKS.find(([, , each]) => each === key);
    if (key === "escape") document.getSelection().collapseToStart();
    else if (key === "q" && !quote.hidden) host.addQuote();
    else if (mark) choose(mark[0]);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("selectionchange", later);
  document.addEventListener("focusin", later);
  document.addEventListener("scroll", later, { capture: true, passive: true });
  window.addEventListener("keydown", onKey, true);
  document.body.append(bar);
  return {
    place,
    remove: () => {
      document.removeEventListener("selectionchange", later);
      document.removeEventListener("focusin", later);
      document.removeEventListener("scroll", later, { capture: true });
      window.removeEventListener("keydown", onKey, true);
      bar.remove();
    },
  };
}
