// The part of the line of time that is in sight: a pair of shares of the whole axis, as `TimeFrame` in Python has them.
const LEAST_DAYS = 1;
const EPOCH = 719163; // ordinal of 1970-01-01

export const WHOLE = [0, 1];

export const isSameWindow = ([a, b], [c, d]) => Math.abs(a - c) + Math.abs(b - d) < 1e-5 * Math.max(b - a, d - c);

// The day at a share of the axis, and the other way; even between two knots.
export const dayAt = (knots, share) => between(knots, share, 0, 1);
export const shareAt = (knots, day) => between(knots, day, 1, 0);

function between(knots, at, from, to) {
  const found = knots.findIndex((knot) => knot[from] > at);
  const index = Math.min(Math.max(found < 0 ? knots.length - 1 : found, 1), knots.length - 1);
  const [before, after] = [knots[index - 1], knots[index]];
  const part = (at - before[from]) / (after[from] - before[from] || 1);
  return before[to] + Math.min(Math.max(part, 0), 1) * (after[to] - before[to]);
}

// Larger by a factor, about a share of the axis that stays where it is; down to a day, up to all of it.
export function zoomed(knots, [start, end], factor, about) {
  const widest = end - start;
  let width = Math.min(widest / factor, 1);
  const placed = (size) => held([about - ((about - start) / widest) * size, size]);
  const days = ([first, last]) => dayAt(knots, last) - dayAt(knots, first);
  if (factor > 1 && days(placed(width)) < LEAST_DAYS) {
    if (days([start, end]) <= LEAST_DAYS * 1.01) return [start, end];
    let [small, large] = [width, widest];
    for (let step = 0; step < 40; step += 1) {
      const middle = (small + large) / 2;
      if (days(placed(middle)) < LEAST_DAYS) small = middle;
      else large = middle;
    }
    width = large;
  }
  return placed(width);
}

export const panned = ([start, end], by) => held([start + by, end - start]);

function held([start, width]) {
  const first = Math.min(Math.max(start, 0), 1 - width);
  return [first, first + width];
}

// How what is drawn for one window moves to where another has it: x becomes `stretch * x + shift`, in pixels.
export function motion([left, right], [start, end], [first, last]) {
  const stretch = (end - start) / (last - first);
  return { stretch, shift: left + ((start - first) / (last - first)) * (right - left) - stretch * left };
}

export const dateOf = (ordinal) => new Date((ordinal - EPOCH) * 864e5).toISOString().slice(0, 10);
