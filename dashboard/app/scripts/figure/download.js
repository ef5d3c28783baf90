// Makes a picture of a figure, as the reader sees it: title above, source below, the font inside. Nothing is fetched from elsewhere.
import { root } from "../page.js";
import { CONFIG, outlinesFolder } from "../plotly/plot.js";
import { asSeen } from "./view.js";
import { wholeView } from "./whole_view.js";

const HEAD_PX = 34;
const FOOT_PX = 26;
const FONT = "app/static/fonts/inter-latin-wght-normal.woff2";

const hosts = new Set();
const WHOLE = ["map", "timeline"];

const figureOf = (name) => [...hosts].findLast(({ box, data }) => box.isConnected && data?.name === name);

export const forgetDownload = (host) => hosts.delete(host);

export function makeDownload(host) {
  const menu = document.createElement("details");
  menu.className = "dl-download";
  menu.innerHTML =
    '<summary>Download</summary><div role="group" aria-label="Download this figure">' +
    '<button type="button" data-format="png">PNG</button><button type="button" data-format="svg">SVG</button>' +
    '<span class="dl-whole" role="group" aria-label="Whole view" hidden>Whole view <button type="button" data-format="png" data-whole aria-label="Whole view as PNG">PNG</button>' +
    '<button type="button" data-format="svg" data-whole aria-label="Whole view as SVG">SVG</button></span><span role="status"></span></div>';
  hosts.add(host);
  const whole = menu.querySelector(".dl-whole");
  menu.addEventListener("toggle", () => {
    whole.hidden = host.data.name !== WHOLE[0] || !WHOLE.every(figureOf);
  });
  menu.addEventListener("click", async ({ target }) => {
    const { format, whole: isWhole } = target.dataset;
    if (!format) return;
    const status = menu.querySelector("[role=status]");
    try {
      const [picture, name] =
        isWhole === undefined
          ? [await pictureOf(host, format), host.data.caption.file]
          : [await pictureOfAll(host, format), host.data.caption.file.replace("-map-", "-situation-")];
      save(picture, `${name}.${format}`);
      status.textContent = "";
      menu.open = false;
      menu.querySelector("summary").focus({ preventScroll: true });
    } catch (error) {
      status.textContent = `No picture: ${error.message}`;
    }
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.preventDefault();
    menu.open = false;
    menu.querySelector("summary").focus({ preventScroll: true });
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
  });
  return menu;
}

async function pictureOfAll(host, format) {
  const [map, timeline] = await Promise.all(WHOLE.map((name) => drawingOf(figureOf(name))));
  const { svg, width, height } = wholeView(map, timeline, host.data.caption.source);
  return asPicture(svg, format, width, height);
}

async function pictureOf(host, format) {
  const { svg, width, height } = await drawingOf(host, host.data.caption);
  return asPicture(svg, format, width, height);
}

async function asPicture(text, format, width, height) {
  const svg = new Blob([withFont(text, await font())], { type: "image/svg+xml" });
  return format === "svg" ? svg : painted(svg, width, height);
}

// A figure as SVG, as the reader sees it, with a line above and one below where there is a `caption`.
async function drawingOf(host, caption) {
  const { data, layout } = asSeen(host);
  if (caption) addCaption(host, layout, caption);
  layout.height ??= host.plot.clientHeight;
  const { width, height } = layout;
  const config = { ...CONFIG, topojsonURL: outlinesFolder() };
  const address = await window.Plotly.toImage({ data, layout, config }, { format: "svg", width, height });
  return { svg: decodeURIComponent(address.slice(address.indexOf(",") + 1)), width, height };
}

function addCaption(host, layout, caption) {
  const words = (text, y, size, weight) => ({
    text,
    x: 0,
    xref: "paper",
    xanchor: "left",
    xshift: 12,
    y,
    yref: "paper",
    yanchor: "middle",
    yshift: y ? HEAD_PX / 2 : -FOOT_PX / 2,
    showarrow: false,
    font: { ...layout.font, size, weight },
  });
  layout.height = (layout.height ?? host.plot.clientHeight) + HEAD_PX + FOOT_PX;
  layout.margin = { ...layout.margin, t: HEAD_PX, b: FOOT_PX };
  layout.annotations = [
    ...(layout.annotations ?? []),
    words(caption.title, 1, 15, 650),
    words(caption.source, 0, 11, 400),
  ];
}

// A picture inside a page may use no font of the page: it brings its own.
async function font() {
  const bytes = new Uint8Array(await (await fetch(root() + FONT)).arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

function withFont(svg, base64) {
  const face = `@font-face{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,${base64}) format("woff2")}`;
  return svg.replace(/^[^<]*<svg[^>]*>/, (head) => `${head}<style>${face}</style>`);
}

async function painted(svg, width, height) {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: 2 * width, height: 2 * height });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the browser returned none"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function save(blob, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
