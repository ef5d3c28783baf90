// A part of the page drawn as SVG, as it is seen: each line of text where it stands, with grounds, rules and signs.
// What is scrolled out of sight is left out.

const CLEAR = "rgba(0, 0, 0, 0)";
const FOR_HANDS = ".dl-ask, .dl-choice, .dl-steps, .dl-clear, .dl-edit, .dl-hidden, .dl-news, kbd, footer"; // to be pressed, not read
const SMALL_PX = 24;

export function drawnPart(part) {
  const frame = part.getBoundingClientRect();
  const host = { frame, out: [] };
  draw(host, part, frame);
  return { svg: host.out.join(""), width: frame.width, height: frame.height };
}

function draw(host, element, sight) {
  if (element.matches(FOR_HANDS)) return;
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden" || style.opacity === "0") return;
  const box = element.getBoundingClientRect();
  const inner = style.overflow === "visible" || style.display === "inline" ? sight : common(sight, box);
  if (inner.right - inner.left <= 1 || inner.bottom - inner.top <= 1) return;
  if (element.localName === "svg") return void drawSign(host, element, box, inner);
  drawBox(host, style, box, sight);
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) drawText(host, child, style, inner);
    else if (child.nodeType === Node.ELEMENT_NODE) draw(host, child, inner);
  }
}

const common = (one, other) => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});

const holds = (sight, { left, right, top, bottom }) =>
  (top + bottom) / 2 >= sight.top &&
  bottom <= sight.bottom + 2 &&
  (left + right) / 2 <= sight.right &&
  right > sight.left;

const number = (px) => Math.round(px * 10) / 10;

function rect({ frame, out }, { left, top, right, bottom }, more) {
  if (right <= left || bottom <= top) return;
  const at = [left - frame.left, top - frame.top, right - left, bottom - top].map(number);
  out.push(`<rect x="${at[0]}" y="${at[1]}" width="${at[2]}" height="${at[3]}" ${more}/>`);
}

function drawBox(host, style, box, sight) {
  const seen = common(sight, box);
  const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
  const round = `rx="${Math.min(radius, (box.bottom - box.top) / 2)}"`;
  if (box.height < SMALL_PX && !holds(sight, box)) return;
  if (style.backgroundColor !== CLEAR) rect(host, seen, `fill="${style.backgroundColor}" ${round}`);
  const sides = ["Top", "Right", "Bottom", "Left"].map((side) => ({
    px: style[`border${side}Style`] === "none" ? 0 : Number.parseFloat(style[`border${side}Width`]),
    color: style[`border${side}Color`],
  }));
  const [top, right, bottom, left] = sides;
  if (sides.every(({ px, color }) => px > 0 && color === top.color)) {
    const half = top.px / 2;
    const line = { left: box.left + half, top: box.top + half, right: box.right - half, bottom: box.bottom - half };
    return void rect(host, common(sight, line), `fill="none" stroke="${top.color}" stroke-width="${top.px}" ${round}`);
  }
  const rule = ({ px, color }, place) =>
    px > 0 && color !== CLEAR && rect(host, common(sight, place), `fill="${color}"`);
  rule(top, { ...edges(box), bottom: box.top + top.px });
  rule(bottom, { ...edges(box), top: box.bottom - bottom.px });
  rule(left, { ...edges(box), right: box.left + left.px });
  rule(right, { ...edges(box), left: box.right - right.px });
}

const edges = ({ left, top, right, bottom }) => ({ left, top, right, bottom });

// A text is cut into its lines by where its words stand.
function drawText(host, node, style, sight) {
  const text = node.data;
  const range = document.createRange();
  let line = null;
  const end = () => line && putLine(host, line, style, sight);
  for (const { 0: word, index } of text.matchAll(/\S+\s*/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.trimEnd().length);
    const [box] = range.getClientRects();
    if (!box?.width) continue;
    if (line && Math.abs(line.top - box.top) < box.height / 2) {
      line.text += word;
      line.right = box.right;
    } else {
      end();
      line = { text: word, left: box.left, right: box.right, top: box.top, bottom: box.bottom };
    }
  }
  end();
}

function putLine({ frame, out }, line, style, sight) {
  if (!holds(sight, line)) return;
  const size = Number.parseFloat(style.fontSize);
  const base = (line.top + line.bottom) / 2 + size * 0.36; // the letters of Inter stand so far below the middle
  const said = style.textTransform === "uppercase" ? line.text.toUpperCase() : line.text;
  const width = number(line.right - line.left);
  const text = said.trimEnd().replace(/\s+/g, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  out.push(
    `<text x="${number(line.left - frame.left)}" y="${number(base - frame.top)}" font-family="Inter, sans-serif" ` +
      `font-size="${size}" font-weight="${style.fontWeight}" fill="${style.color}" textLength="${width}" ` +
      `lengthAdjust="spacingAndGlyphs">${text}</text>`,
  );
}

// A sign keeps its strokes; its colours are those of the theme now.
function drawSign({ frame, out }, sign, box, sight) {
  if (!holds(sight, box)) return;
  const root = getComputedStyle(document.documentElement);
  const copy = sign.cloneNode(true);
  for (const [name, value] of [
    ["x", box.left - frame.left],
    ["y", box.top - frame.top],
    ["width", box.width],
    ["height", box.height],
  ])
    copy.setAttribute(name, number(value));
  copy.removeAttribute("class");
  copy.querySelector("title")?.remove();
  const text = new XMLSerializer().serializeToString(copy);
  const color = getComputedStyle(sign).color;
  out.push(
    text
      .replace(/var\((--dl-[\w-]+)\)/g, (_, name) => root.getPropertyValue(name).trim())
      .replaceAll("currentColor", color),
  );
}
