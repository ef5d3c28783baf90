// Lays a step out on as many sheets as it needs: nothing is cut off, nothing is made too small to be read.
const TITLE_SIZES = [84, 68, 56, 46, 38, 34];
const TITLE_SHARE = 0.42;
const MARGIN_PX = 2;

const overflows = (text) => text.scrollHeight > text.clientHeight + MARGIN_PX;

function fromHtml(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return [...template.content.children];
}

// Sheets of a step, each a list of nodes; measured in `text`, an element that has the size of what is shown.
function sheetsOf(step, text, isContinued) {
  const sheets = [];
  const sizes = step.kind === "event" ? TITLE_SIZES.slice(1) : TITLE_SIZES;
  const queue = step.blocks.flatMap(fromHtml);
  const begin = () => {
    text.replaceChildren(...fromHtml(step.head));
    shrinkTitle(text, sheets.length ? TITLE_SIZES.slice(2) : sizes);
    if (sheets.length) text.querySelector("h1")?.append(isContinued());
  };
  const end = () => sheets.push([...text.childNodes].map((node) => node.cloneNode(true)));
  begin();
  let own = 0; // blocks on this sheet
  while (queue.length) {
    const block = queue.shift();
    text.append(block);
    if (!overflows(text)) {
      own += 1;
      continue;
    }
    block.remove();
    if (!own) {
      const rest = split(block, text);
      if (rest) queue.unshift(rest);
      own += 1;
    } else queue.unshift(block);
    const heading = text.lastElementChild;
    if (heading?.classList.contains("pr-heading") && queue.length) queue.unshift(text.removeChild(heading));
    end();
    begin();
    own = 0;
  }
  const left = addMore(step.more.flatMap(fromHtml), text);
  end();
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
    left.textContent = more.length - count ? `${more.length - count} more ${more.length - count === 1 ? "claim" : "claims"} in the speaker’s notes` : "";
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

// Puts as much of a block that is too long alone as fits, and gives back the rest, if any can stand elsewhere.
function split(block, text) {
  const pieces = [...block.querySelectorAll("bdi")].sort((one, other) => other.textContent.length - one.textContent.length);
  const [longest] = pieces;
  text.append(block);
  if (!longest) return null;
  const all = longest.textContent;
  const breaks = [...all.matchAll(/\s+/g)].map(({ index }) => index);
  const places = breaks.length > 3 ? breaks : Array.from({ length: Math.floor(all.length / 8) }, (_, index) => 8 * (index + 1));
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    longest.textContent = `${all.slice(0, places[middle - 1])} …`;
    if (overflows(text)) high = middle - 1;
    else low = middle;
  }
  if (!low) {
    longest.textContent = all;
    return null;
  }
  longest.textContent = all;
  const rest = block.cloneNode(true);
  const index = [...block.querySelectorAll("bdi")].indexOf(longest);
  longest.textContent = `${all.slice(0, places[low - 1])} …`;
  rest.querySelectorAll("bdi")[index].textContent = `… ${all.slice(places[low - 1]).trimStart()}`;
  return rest;
}
