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
function sheetsOf(step, text, { isContinued }) {
  const sheets = [];
  const queue = step.blocks.flatMap(fromHtml);
  const begin = () => {
    text.replaceChildren(...fromHtml(step.head));
    shrinkTitle(text, sheets.length ? TITLE_SIZES.slice(2) : TITLE_SIZES);
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
  addMore(step, text, own > 0 || step.blocks.length > 0);
  end();
  return sheets;
}

// What may stand below as far as there is room; where nothing else stands there, the first of it has to.
function addMore(step, text, hasBlocks) {
  const more = step.more.flatMap(fromHtml);
  const left = document.createElement("p");
  left.className = "pr-left";
  let shown = 0;
  for (const block of more) {
    const rest = more.length - shown - 1;
    left.textContent = rest ? `${rest} more ${rest === 1 ? "claim" : "claims"} in the speaker’s notes` : "";
    left.remove();
    text.append(block, ...(rest ? [left] : []));
    if (overflows(text)) {
      left.remove();
      block.remove();
      if (!shown && !hasBlocks) {
        const again = split(block, text);
        if (again) text.querySelector(".pr-claim:last-of-type .pr-quote, .pr-claim:last-of-type .pr-sentence")?.classList.add("pr-cut");
        shown = 1;
      }
      break;
    }
    shown += 1;
  }
  const rest = more.length - shown;
  left.remove();
  if (!rest) return;
  left.textContent = `${rest} more ${rest === 1 ? "claim" : "claims"} in the speaker’s notes`;
  text.append(left);
  while (overflows(text) && left.previousElementSibling?.classList.contains("pr-claim") && shown > 1) {
    left.previousElementSibling.remove();
    shown -= 1;
    left.textContent = `${more.length - shown} more claims in the speaker’s notes`;
  }
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
