// Map, card and timeline as one picture, for a slide: the card stands beside the map where there is room, else below it.
import { drawnPart } from "./drawn_part.js";

const EDGE_PX = 24;
const GAP_PX = 24;
const HEAD_PX = 64;
const FOOT_PX = 36;
const CARD = ".st-key-who .dl-card";

export function wholeView(map, timeline, source) {
  const card = document.querySelector(CARD);
  const drawn = card && drawnPart(card);
  const isBeside = drawn && map.width + GAP_PX + drawn.width <= Math.max(timeline.width, map.width) + GAP_PX + 8;
  const parts = [];
  let top = HEAD_PX;
  parts.push(placed(map.svg, EDGE_PX, top));
  if (drawn) {
    const at = isBeside ? [EDGE_PX + map.width + GAP_PX, top] : [EDGE_PX, top + map.height + GAP_PX];
    parts.push(`<g transform="translate(${at.join()})">${drawn.svg}</g>`);
  }
  const cardHeight = drawn ? drawn.height : 0;
  top += isBeside ? Math.max(map.height, cardHeight) : map.height + (drawn ? GAP_PX + cardHeight : 0);
  top += GAP_PX;
  parts.push(placed(timeline.svg, EDGE_PX, top));
  const width = Math.ceil(2 * EDGE_PX + Math.max(timeline.width, map.width + (isBeside ? GAP_PX + drawn.width : 0)));
  const height = Math.ceil(top + timeline.height + FOOT_PX);
  const style = getComputedStyle(document.documentElement);
  const [ground, ink, pale] = ["--dl-bg", "--dl-text", "--dl-muted"].map((name) => style.getPropertyValue(name).trim());
  const words = (text, y, size, weight, color) =>
    `<text x="${EDGE_PX}" y="${y}" font-family="Inter, sans-serif" font-size="${size}" font-weight="${weight}" fill="${color}">${escaped(text)}</text>`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${ground}"/>` +
    `${words(nameOf(), 34, 20, 650, ink)}${words(sentence(), 54, 13, 400, pale)}${parts.join("")}` +
    `${words(source, height - 14, 11, 400, pale)}</svg>`;
  return { svg, width, height };
}

const nameOf = () => document.title.replace(/^Situation\s*[·|–-]\s*/, "");

// What is shown of how many, and by which filters: as it stands above the map.
function sentence() {
  const told = document.querySelector(".dl-sentence")?.cloneNode(true);
  told?.querySelector(".dl-onward")?.remove();
  const filters = [...document.querySelectorAll(".dl-chips > button:not(.dl-text-button)")].map(({ textContent }) =>
    textContent.replace(/×$/, "").trim(),
  );
  return [told?.textContent.trim(), ...filters].filter(Boolean).join(" · ");
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

// A drawing within the drawing.
const placed = (svg, x, y) => svg.replace(/^[^<]*<svg/, `<svg x="${x}" y="${y}"`);
