// What scripts of published pages share. A page that lies on a disk may read no other file; a script may be loaded: each
// file of data hands its content on to `datelineData`.
(() => {
  const waiting = new Map();
  const loads = new Map();

  window.datelineData = (name, content) => waiting.get(name)?.(content);

  // The content of a file of `data/`, read once.
  function load(name) {
    if (!loads.has(name))
      loads.set(
        name,
        new Promise((found, failed) => {
          waiting.set(name, found);
          const script = document.createElement("script");
          script.src = `data/${name}.js`;
          script.onerror = () => failed(new Error(`data/${name}.js cannot be read`));
          document.head.append(script);
        }),
      );
    return loads.get(name);
  }

  // Letters that people type as others, and marks that they leave out: as `search_form.py` has them.
  const LETTERS = {
    ...{ ł: "l", đ: "d", ð: "d", þ: "th", ø: "o", æ: "ae", œ: "oe", ı: "i", ħ: "h", ŋ: "n", ə: "e" },
    ...{ أ: "ا", إ: "ا", آ: "ا", ى: "ي", ة: "ه", ς: "σ", і: "и", ё: "е", ß: "ss" },
  };
  const LEFT_OUT = /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]+/g;
  const NOT_SEEN = /['’ʼ‘`´\u0640\u00ad\u200b-\u200d\u2060\ufeff]/g;
  const OF_SOMEBODY = /(?<=[\p{L}\p{N}_])['’ʼ‘`´]s?(?![\p{L}\p{N}_])/gu;
  const WITHOUT_SPACES =
    /[\u0e01-\u0eff\u0f40-\u0fbc\u1000-\u109f\u1780-\u17d3\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu;
  const BETWEEN = /[^\p{L}\p{N}\p{M}]+/gu;

  // Text as it is searched: words between single spaces, with one before the first. Each character of a script without
  // spaces is a word.
  function fold(text) {
    const plain = text.replace(OF_SOMEBODY, "").normalize("NFKC").toLowerCase().normalize("NFD").replace(LEFT_OUT, "");
    const letters = plain
      .normalize("NFC")
      .replace(NOT_SEEN, "")
      .replace(/\P{ASCII}/gu, (letter) => LETTERS[letter] ?? letter);
    return ` ${letters.replace(WITHOUT_SPACES, " $& ").replace(BETWEEN, " ").trim()}`;
  }

  // What must all be found, each at the beginning of a word.
  const wanted = (words) =>
    words
      .split(/\s+/u)
      .map(fold)
      .filter((word) => word.trim());

  const matches = (folded, words) => words.every((word) => folded.includes(word));

  function node(tag, attributes, ...content) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes))
      if (value !== undefined && value !== "") made.setAttribute(name, value);
    made.append(...content.filter((each) => each !== null && each !== undefined && each !== ""));
    return made;
  }

  // Text of a record, in a direction of its own.
  const words = (text) => node("bdi", { dir: "auto" }, text);

  // A copy of the mark with this word, from the key at the foot.
  const mark = (word) =>
    document.querySelector(`.foot [data-word="${word}"] .dl-mark`)?.cloneNode(true) ?? document.createTextNode(word);

  // What the address asks for behind its number sign, as it is and as it becomes.
  const asked = () => new URLSearchParams(location.hash.slice(1));
  function ask(values) {
    const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
    history.replaceState(null, "", `${location.pathname}${location.search}${query.size ? `#${query}` : ""}`);
  }

  // Ctrl K leads to the search, as in the dashboard. A letter alone would get in the way of who speaks to the machine.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    const field = document.querySelector("main input[type=search]");
    if (field) field.focus();
    else location.href = document.querySelector('.bar a[href$="search.html"]').href;
  });

  window.dateline = { load, fold, wanted, matches, node, words, mark, asked, ask };
})();
