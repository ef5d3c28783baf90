// What scripts ask of a browser as soon as they are read, for those that are tried without one.
const kept = new Map();
Object.assign(globalThis, {
  window: new EventTarget(),
  document: { documentElement: { dataset: {} }, querySelector: () => null, addEventListener: () => {} },
  matchMedia: () => ({ matches: false, addEventListener: () => {} }),
  localStorage: {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
    clear: () => kept.clear(),
  },
});
