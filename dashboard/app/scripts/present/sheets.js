// Lays a step out on as many sheets as it needs: nothing is cut off, nothing is made too small to be read.
const TITLE_SIZES = [84, 68, 56, 46, 38, 34];
const TITLE_SHARE = 0.42;
const MARGIN_PX = 2;
const LONG_WORD = 16;
const LEAST_SIGNS = 24;
const MOST_SHEETS = 60;

const overflows = (text) => text.scrollHeight > text.clientHeight + MARGIN_PX;

export function fromHtml(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return [...template.content.children];
}

const isHeading = (node) => Boolean(node?.classList.contains("pr-heading"));

// Sheets of a step, each a list of nodes; measured in `text`, an element that has the size of what is shown.
export function sheetsOf(step, text, isContinued) {
  const sheets = [];
  const sizes = step.kind === "event" ? TITLE_SIZES.slice(1) : TITLE_SIZES;
  const queue = step.blocks.flatMap(fromHtml);
  const begin = () => {
    text.replaceChildren(...fromHtml(step.head));
    if (!sheets.length) return shrinkTitle(text, sizes);
    text.querySelector("h1")?.after(isContinued());
    for (const part of text.children) Object.assign(part, { title: part.textContent }).classList.add("pr-short"); // in full on the first sheet
    shrinkTitle(text, TITLE_SIZES.slice(2));
  };
  const end = () => sheets.push([...text.childNodes].map((node) => node.cloneNode(true)));
  begin();
  let own = 0; // blocks on this sheet
  while (queue.length && sheets.length < MOST_SHEETS) {
    const block = queue.shift();
    text.append(block);
    if (!overflows(text)) {
      if (!isHeading(block)) own += 1; // which alone would be lost at the foot of a sheet
      continue;
    }
    block.remove();
    const rest = own ? block : split(block, text);
    if (!own && rest === block && sheets.length)
      text.append(block); // no sheet has room for it
    else if (rest) queue.unshift(rest);
    if (own && isHeading(text.lastElementChild) && queue.length) queue.unshift(text.removeChild(text.lastElementChild));
    end();
    begin();
    own = 0;
  }
  const left = addMore(step.more.flatMap(fromHtml), text);
  if (own || !sheets.length || text.querySelector(".pr-claim")) end();
  if (left) {
    begin();
    addMore(left, text);
    end();
  }
  return sheets;
}

// What may stand below as far as there is room; the rest is told of in a line. Where not even that fits: all of it again.
function addMore(more, text) {
  const left = document.createElement("p");
  left.className = "pr-left";
  const put = (count) => {
    for (const block of more) block.remove();
    left.textContent =
      more.length - count
        ? `${more.length - count} more ${more.length - count === 1 ? "claim" : "claims"} in the speaker’s notes`
        : "";
    text.append(...more.slice(0, count), ...(left.textContent ? [left] : []));
    return !overflows(text);
  };
  for (let count = more.length; count >= 0; count -= 1) if (put(count)) return null;
  left.remove();
  for (const block of more) block.remove();
  return more.length ? more : null;
}

function shrinkTitle(text, sizes) {
  const title = text.querySelector("h1");
  if (!title) return;
  for (const size of sizes) {
    title.style.fontSize = `${size}px`;
    if (text.lastElementChild.offsetTop + text.lastElementChild.offsetHeight <= text.clientHeight * TITLE_SHARE) return;
  }
}

// Puts as much of a block that is too long alone as fits, and gives back the rest: all of it, where hardly a word fits.
function split(block, text) {
  const places = breaksIn(
    textsOf(block)
      .map(({ data }) => data)
      .join(""),
  );
  let [low, high] = [0, places.length];
  const piece = (count) => {
    const made = block.cloneNode(true);
    keepOnly(made, 0, places[count - 1]);
    return made;
  };
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const made = piece(middle);
    text.append(made);
    if (overflows(text)) high = middle - 1;
    else low = middle;
    made.remove();
  }
  if (!low || places[low - 1] < LEAST_SIGNS) return block;
  text.append(piece(low));
  const rest = block.cloneNode(true);
  keepOnly(rest, places[low - 1], Infinity);
  return rest;
}

function textsOf(node) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.parentNode.localName !== "title") texts.push(walker.currentNode);
  return texts;
}

// Where a text may be broken: between words, and within those that are longer than a line.
export function breaksIn(text) {
  const places = [];
  let last = 0;
  for (const { index } of [...text.matchAll(/\s+/g), { index: text.length }]) {
    for (let at = last + LONG_WORD; at < index; at += LONG_WORD) places.push(at);
    places.push(index);
    last = index;
  }
  return places.filter((place) => place > 0 && place < text.length);
}

// Leaves of a node the signs from one place to another, with dots where it was cut; what is left empty goes.
function keepOnly(node, from, to) {
  let at = 0;
  for (const each of textsOf(node)) {
    const { length } = each.data;
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, length)];
    at += length;
    if (start >= length || end <= 0) each.data = "";
    else each.data = `${start > 0 ? "… " : ""}${each.data.slice(start, end)}${end < length ? " …" : ""}`;
  }
  for (const part of [...node.querySelectorAll("p, span, b, div")].reverse())
    if (!textsOf(part).some(({ data }) => data.trim()) && !part.matches(".pr-reported, .pr-assessed")) part.remove();
}
