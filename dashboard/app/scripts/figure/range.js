// A drag over the empty ground of a figure with a line of time asks for the dates between. By mouse alone.
const LEAST_PX = 6;
const EPOCH = 719163; // ordinal of 1970-01-01
const MONTHS_FROM = 1.5; // days a pixel
const YEARS_FROM = 45;

export function letRangesBeDrawn(host) {
  let from = null;
  const band = document.createElement("div");
  band.className = "dl-band";
  band.hidden = true;
  host.box.append(band);
  const xOf = (event) => event.clientX - host.plot.getBoundingClientRect().left;
  const stop = () => {
    from = null;
    band.hidden = true;
  };
  host.plot.addEventListener("pointerdown", (event) => {
    const days = host.data.days ?? [];
    if (!days.length || event.pointerType !== "mouse" || event.button || host.plot.classList.contains("dl-over"))
      return;
    if (xOf(event) >= days[0][0] * host.plot.clientWidth) from = xOf(event);
  });
  host.onMove = (event) => {
    if (from === null) return;
    const [left, right] = [from, xOf(event)].sort((one, other) => one - other);
    band.hidden = right - left < LEAST_PX;
    Object.assign(band.style, {
      left: `${host.plot.offsetLeft + left}px`,
      width: `${right - left}px`,
      top: `${host.plot.offsetTop}px`,
      height: `${host.plot.clientHeight}px`,
    });
  };
  host.onUp = (event) => {
    if (from === null) return;
    const [left, right] = [from, xOf(event)].sort((one, other) => one - other);
    stop();
    if (right - left >= LEAST_PX)
      host.report({ what: "range", value: datesBetween(host.data.days, host.plot.clientWidth, left, right) });
  };
  host.onCancel = (event) => {
    if (event.key !== "Escape" || from === null) return;
    event.preventDefault();
    stop();
  };
  window.addEventListener("pointermove", host.onMove);
  window.addEventListener("pointerup", host.onUp);
  window.addEventListener("keydown", host.onCancel, { capture: true });
}

export function forgetRanges(host) {
  window.removeEventListener("pointermove", host.onMove);
  window.removeEventListener("pointerup", host.onUp);
  window.removeEventListener("keydown", host.onCancel, { capture: true });
}

// EDTF as fine as the eye can tell: days, months or years.
export function datesBetween(days, width, left, right) {
  return [left, right]
    .map((x) => {
      const fine = dayAt(days, (x + 0.5) / width) - dayAt(days, (x - 0.5) / width);
      const length = fine < MONTHS_FROM ? 10 : fine < YEARS_FROM ? 7 : 4;
      const day = Math.min(Math.max(Math.floor(dayAt(days, x / width)), days[0][1]), days.at(-1)[1] - 1);
      return new Date((day - EPOCH) * 864e5).toISOString().slice(0, length);
    })
    .join("|");
}

function dayAt(days, share) {
  const index = Math.min(
    Math.max(
      days.findIndex(([at]) => at > share),
      1,
    ),
    days.length - 1,
  );
  const [[before, first], [after, last]] = share >= days.at(-1)[0] ? days.slice(-2) : [days[index - 1], days[index]];
  return first + Math.min(Math.max((share - before) / (after - before), 0), 1) * (last - first);
}
