// Sentences on what is wrong with the page at the width that its window has: see screens.py.
() => {
    const found = new Set();
    const stage = document.querySelector('.stMain');
    const drawn = '.dl-plot, .pr-plot, .dl-mark, iframe, input, select, textarea';
    const beside = '.dl-hidden, style, script, noscript, title, option, #dl-opening, [data-testid=stSkipToContent]';
    const isSeen = (node) =>
        node.checkVisibility({visibilityProperty: true}) && node.getClientRects().length && !node.closest(beside);
    const named = (node) => node.localName + (node.id && `#${node.id}`)
        + [...node.classList].filter((name) => !/^(st-emotion|e[0-9a-z]{7,})/.test(name)).map((each) => `.${each}`).join('');
    const short = (text) => text.trim().replace(/\s+/g, ' ').slice(0, 50);
    const tell = (what, node, text = node.textContent) =>
        found.add(`${what}: ${node.parentElement ? named(node.parentElement) + ' ' : ''}${named(node)} “${short(text)}”`);

    for (const node of [document.scrollingElement, document.body, stage])
        if (node.scrollWidth > node.clientWidth + 1) tell('the page scrolls sideways', node, '');

    const bar = document.querySelector('.st-key-bar');
    const {left, right} = (bar ?? stage).getBoundingClientRect();
    if (bar && (left > 0.5 || right < stage.clientWidth - 0.5)) tell('what scrolls away is seen beside the bar', bar, '');
    for (const {tHead, tBodies} of document.querySelectorAll('table')) {
        const [head, row] = [tHead?.rows[0]?.lastElementChild, tBodies[0]?.rows[0]];
        if (head && row && isSeen(head) && isSeen(row) && head.getBoundingClientRect().bottom > row.getBoundingClientRect().top + 1)
            tell('a head stands on its first row', head);
    }

    // A word is broken only where what it stands in, up to where any line may end, is long; then into parts that can be read.
    const WORD = /[\p{L}\p{M}\p{N}]+/gu, UNIT = /[^\s\u200b\u00ad?–—-]+/gu;
    const FREE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
    const LONG = 16, LEAST = 6;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
        const text = walker.currentNode, own = text.parentElement;
        if (!text.data.trim() || own.closest(drawn) || !isSeen(own)) continue;
        const linesOf = ({0: {length}, index}) => {
            range.setStart(text, index);
            range.setEnd(text, index + length);
            return new Set([...range.getClientRects()].filter(({width}) => width > 1).map(({top}) => Math.round(top))).size;
        };
        const units = [...text.data.matchAll(UNIT)];
        for (const word of text.data.matchAll(WORD)) {
            if (word[0].length < 2 || FREE.test(word[0]) || linesOf(word) < 2) continue;
            const unit = units.find(({0: {length}, index}) => index + length > word.index), {length} = unit[0];
            if (length <= LONG || length / linesOf(unit) < LEAST) {
                tell('a column narrower than its words', own, word[0]);
                break;
            }
        }
    }

    const isWhole = (node, text) => {
        const says = [node, node.closest('[title], [aria-label]'), ...node.querySelectorAll('[title], [aria-label]')];
        const named = says.some((each) => [each?.title, each?.ariaLabel].some((name) => name?.replace(/\s+/g, ' ').includes(text)));
        const opens = node.closest('a[href], button, summary');
        const twice = stage.textContent.replace(/\s+/g, ' ').split(text).length > 2; // it stands elsewhere as well
        return named || opens || twice;
    };
    for (const node of document.body.querySelectorAll('*')) {
        if (!(node instanceof HTMLElement) || node === stage || node.closest(drawn) || !isSeen(node)) continue;
        const {display, overflowX, overflowY, maskImage, position} = getComputedStyle(node);
        if (display === 'inline') continue;
        const isWide = node.scrollWidth > node.clientWidth + 1, isHigh = node.scrollHeight > node.clientHeight + 2;
        const rolls = ['auto', 'scroll'], cuts = ['hidden', 'clip'];
        if (isWide && rolls.includes(overflowX)) {
            if (maskImage === 'none') tell('goes on at its side, and nothing shows it', node);
            if (node.tabIndex < 0 && !node.querySelector('a[href], button, summary, input, [tabindex="0"]'))
                tell('goes on at its side, and no key leads there', node);
        }
        const text = node.innerText.trim().replace(/\s+/g, ' ');
        const isCut = (isWide && cuts.includes(overflowX)) || (isHigh && cuts.includes(overflowY) && position !== 'fixed');
        if (text && isCut && !isWhole(node, text)) tell('cut, and whole nowhere', node);
        const isText = [...node.childNodes].some((each) => each.nodeType === 3 && each.data.trim());
        if (isText && isWide && overflowX === 'visible' && node.clientWidth) tell('wider than its place', node);
    }
    const mains = document.querySelectorAll('main, [role=main]').length;
    if (mains !== 1) found.add(`main landmarks: ${mains}`);
    return [...found];
}
