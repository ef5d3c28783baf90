"""Changes of one YAML text: the fewest lines that say what is to be said; all others stay, byte for byte."""

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, Final

from dashboard.store.editing.nodes import YamlEntry, YamlList, YamlMapping, YamlScalar, YamlValue
from dashboard.store.editing.values import is_same
from dashboard.store.editing.writing_values import block_lines, flow_text, line_break, single_text, text_in_style
from dashboard.store.yaml import Path, double_quoted, scalar

Order = Callable[[Path], Sequence[str]]
"""A function from the path of a mapping to its fields in their order; none where its keys are the writer's own."""
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_STEP: Final = 2


class Awkward(Exception):
    """A mapping or list of which no part can be changed alone: it is written anew as a whole."""


@dataclass(slots=True)
class LineEditor:
    """Collects the changes of one text."""

    body: str
    order: Order
    is_coarse: bool = False
    """Whether the top-level fields that differ are written anew as wholes."""
    edits: list[tuple[int, int, str]] = field(default_factory=list)
    """Half-open spans of the text, each with what is to stand there."""
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [0, *(each.end() for each in _LINE_END.finditer(self.body))]

    def changed_text(self) -> str:
        """The text with all that was collected."""
        body = self.body
        numbered = sorted(((start, end, n, new) for n, (start, end, new) in enumerate(self.edits)), reverse=True)
        for start, end, _, new in numbered:  # at one place, what is further in was collected first, and stands first
            body = f"{body[:start]}{new}{body[end:]}"
        return body

    def change(self, node: YamlValue, before: Any, now: Any, path: Path = (), indent: int = 0) -> None:
        """Let what stands at `node`, which says `before`, say `now`. Raises `Awkward`: then nothing was collected.

        `indent` is that of lines that would belong to the value.
        """
        if is_same(before, now):
            return
        kept = len(self.edits)
        try:
            if isinstance(node, YamlMapping) and isinstance(now, Mapping) and now:
                self._change_mapping(node, before, now, path)
            elif isinstance(node, YamlList) and isinstance(now, list) and now:
                self._change_list(node, before, now, path)
            elif isinstance(node, YamlScalar) and not isinstance(now, Mapping | list):
                self._change_single(node, now, indent, is_flow=False)
            else:
                raise Awkward
        except Awkward:
            del self.edits[kept:]
            raise

    def _change_or_replace(self, entry: YamlEntry, before: Any, now: Any, path: Path, indent: int) -> None:
        """Change the value of an entry in part; where that cannot be, the whole of it."""
        if self.is_coarse and len(path) == 1 and not is_same(before, now):
            self._replace(entry, now, indent)
            return
        try:
            self.change(entry.value, before, now, path, indent + _STEP)
        except Awkward:
            self._replace(entry, now, indent)

    def _replace(self, entry: YamlEntry, now: Any, indent: int) -> None:
        key = self.body[entry.key.start : entry.key.end]
        if isinstance(now, Mapping | list) and now:
            pad = " " * (indent + _STEP)
            text = f"{key}:" + "".join(f"{self._break}{pad}{line}" for line in block_lines(_plain(now)))
        else:
            text = f"{key}: {single_text(now)}"
        self.edits.append((entry.start, entry.end, text))

    def _change_single(self, node: YamlScalar, now: Any, indent: int, *, is_flow: bool) -> None:
        text = text_in_style(self.body, node, now, indent=indent, is_flow=is_flow)
        is_nothing = node.start == node.end and not self.body[: node.start].endswith(" ")
        self.edits.append((node.start, node.end, f" {text}" if is_nothing else text))

    # Mappings

    def _change_mapping(self, node: YamlMapping, before: Any, now: Mapping[str, Any], path: Path) -> None:
        if node.is_flow:
            self._change_flow(node, before, now, path)
            return
        renamed = _renamed_keys(before, now)
        kept = [each for each in node.entries if each.key.value in now or each.key.value in renamed]
        if not kept:
            raise Awkward
        for each in kept:
            old = each.key.value
            new = renamed.get(old, old)
            if new != old:
                self.edits.append((each.key.start, each.key.end, _key_text(each.key, new)))
            self._change_or_replace(each, before[old], now[new], (*path, new), node.column)
        self._remove_entries(node, kept)
        added = [key for key in now if key not in before and key not in renamed.values()]
        for anchor, keys in self._places_of(kept, added, path).items():
            self._add_lines(kept, anchor, node.column, block_lines({key: _plain(now[key]) for key in keys}))

    def _places_of(self, kept: Sequence[YamlEntry], added: Sequence[str], path: Path) -> dict[int, list[str]]:
        """The entries (by number; -1 for none) behind which keys are added: each where the model has it."""
        order = list(self.order(path))
        places: dict[int, list[str]] = {}
        for key in sorted(added, key=lambda each: order.index(each) if each in order else len(order)):
            before = order[: order.index(key)] if key in order else [each.key.value for each in kept]
            places.setdefault(
                max((number for number, each in enumerate(kept) if each.key.value in before), default=-1), []
            ).append(key)
        return places

    def _add_lines(self, kept: Sequence[YamlEntry | YamlValue], anchor: int, column: int, lines: list[str]) -> None:
        pad = self._break + " " * column
        if anchor < 0:
            self.edits.append((kept[0].start, kept[0].start, pad.join([*lines, ""])))
            return
        end = self._line_end(kept[anchor].end)
        self.edits.append((end, end, "".join(f"{pad}{line}" for line in lines)))

    def _remove_entries(self, node: YamlMapping, kept: Sequence[YamlEntry]) -> None:
        starts = {each.start for each in kept}
        entries = node.entries
        first = next(number for number, each in enumerate(entries) if each.start in starts)
        for number, each in enumerate(entries):
            if each.start in starts:
                continue
            if self._is_alone(each.start):
                self.edits.append((self._line_start(each.start), self._next_line(each.end), ""))
            elif number == 0:  # behind a dash: what is left of the item takes its place
                self._pull_up(entries[0].start, entries[first])
            elif number > first:
                raise Awkward
        if first > 1 and not self._is_alone(entries[0].start):
            raise Awkward

    def _pull_up(self, start: int, entry: YamlEntry) -> None:
        if "#" in self.body[start : entry.start]:
            raise Awkward
        self.edits.append((start, entry.start, ""))

    # Lists

    def _change_list(self, node: YamlList, before: Any, now: list[Any], path: Path) -> None:
        if node.is_flow:
            self._change_flow(node, before, now, path)
            return
        if not self._is_alone(node.start):
            raise Awkward
        pairs, added, removed = _align(before, now)
        if not pairs:
            raise Awkward
        dashes = self._dashes(node)
        for old, new in pairs:
            self._change_item(node.items[old], before[old], now[new], (*path, new), node.column)
        for old in removed:
            self.edits.append((self._line_start(dashes[old]), self._next_line(node.items[old].end), ""))
        kept = [node.items[old] for old, _ in pairs]
        for anchor, items in added.items():
            lines = block_lines([_plain(now[new]) for new in items])
            if anchor < 0:
                start = dashes[pairs[0][0]]
                self.edits.append((start, start, (self._break + " " * node.column).join([*lines, ""])))
            else:
                self._add_lines(kept, anchor, node.column, lines)

    def _change_item(self, item: YamlValue, before: Any, now: Any, path: Path, column: int) -> None:
        try:
            self.change(item, before, now, path, column + _STEP)
        except Awkward:
            first, *rest = block_lines([_plain(now)])
            pad = self._break + " " * column
            self.edits.append((item.start, item.end, pad.join([first.removeprefix("- "), *rest])))

    def _dashes(self, node: YamlList) -> list[int]:
        """Where the dash of each item is, which has to begin its line."""
        found = [node.start]
        dash = re.compile(rf"^ {{{node.column}}}-(?=[\s]|$)", re.MULTILINE)
        for above, item in zip(node.items, node.items[1:], strict=False):
            gap = self.body[self._next_line(above.end) : item.start + 1].replace("\r", "\n")
            matches = list(dash.finditer(gap))
            if len(matches) != 1:
                raise Awkward
            found.append(self._next_line(above.end) + matches[0].end() - 1)
        return found

    # What is in brackets

    def _change_flow(self, node: YamlMapping | YamlList, before: Any, now: Any, path: Path) -> None:
        """Change what is in brackets: parts that stay are not touched."""
        if isinstance(node, YamlMapping):
            parts: list[YamlEntry | YamlValue] = list(node.entries)
            pairs = [(n, each.key.value) for n, each in enumerate(node.entries) if each.key.value in now]
            removed = [n for n, each in enumerate(node.entries) if each.key.value not in now]
            kept = [node.entries[n] for n, _ in pairs]
            added = {
                anchor: [f"{scalar(key)}: {flow_text(now[key])}" for key in keys]
                for anchor, keys in self._places_of(kept, [key for key in now if key not in before], path).items()
            }
            changed = [(node.entries[n].value, before[key], now[key], (*path, key)) for n, key in pairs]
        else:
            parts = list(node.items)
            aligned, places, removed = _align(before, now)
            pairs = [(old, str(new)) for old, new in aligned]
            added = {anchor: [flow_text(now[new]) for new in items] for anchor, items in places.items()}
            changed = [(node.items[old], before[old], now[new], (*path, new)) for old, new in aligned]
        if not pairs:
            self.edits.append((node.start, node.end, flow_text(now)))
            return
        for value, old, new, below in changed:
            self._change_within(value, old, new, below)
        for number in removed:
            self._remove_part(parts, number, {n for n, _ in pairs})
        for anchor, texts in added.items():
            if anchor < 0:
                start = parts[pairs[0][0]].start
                self.edits.append((start, start, "".join(f"{text}, " for text in texts)))
            else:
                end = parts[pairs[anchor][0]].end
                self.edits.append((end, end, "".join(f", {text}" for text in texts)))

    def _change_within(self, node: YamlValue, before: Any, now: Any, path: Path) -> None:
        if is_same(before, now):
            return
        is_mapping = isinstance(node, YamlMapping) and isinstance(now, Mapping)
        is_list = isinstance(node, YamlList) and isinstance(now, list)
        if isinstance(node, YamlMapping | YamlList) and (is_mapping or is_list) and now:
            self._change_flow(node, before, now, path)
        elif isinstance(node, YamlScalar) and not isinstance(now, Mapping | list):
            self._change_single(node, now, 0, is_flow=True)
        else:
            self.edits.append((node.start, node.end, flow_text(now)))

    def _remove_part(self, parts: Sequence[YamlEntry | YamlValue], number: int, kept: set[int]) -> None:
        """A part goes with the comma behind it, or, behind the last part that stays, with the one before it."""
        is_behind_all = all(each < number for each in kept)
        start = parts[number - 1].end if is_behind_all else parts[number].start
        end = parts[number].end if is_behind_all else parts[number + 1].start
        if "#" in self.body[start:end].replace(self.body[parts[number].start : parts[number].end], ""):
            raise Awkward
        self.edits.append((start, end, ""))

    # Lines

    @property
    def _break(self) -> str:
        return line_break(self.body)

    def _line_start(self, index: int) -> int:
        return self._starts[bisect_right(self._starts, index) - 1]

    def _is_alone(self, index: int) -> bool:
        """Whether nothing but spaces stands before it on its line."""
        return not self.body[self._line_start(index) : index].strip(" ")

    def _line_end(self, index: int) -> int:
        """The end of a line, without what ends it."""
        found = _LINE_END.search(self.body, index)
        return found.start() if found else len(self.body)

    def _next_line(self, index: int) -> int:
        found = _LINE_END.search(self.body, index)
        return found.end() if found else len(self.body)


def _key_text(key: YamlScalar, new: str) -> str:
    return double_quoted(new) if key.style else scalar(new)


def _renamed_keys(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, str]:
    """Keys that have gone, each with the new one that has the very same value: a key was given another name."""
    gone = [key for key in before if key not in now]
    new = [key for key in now if key not in before]
    found: dict[str, str] = {}
    for old in gone:
        twin = next((each for each in new if each not in found.values() and is_same(before[old], now[each])), None)
        if twin is not None:
            found[old] = twin
    return found


def _align(before: list[Any], now: list[Any]) -> tuple[list[tuple[int, int]], dict[int, list[int]], list[int]]:
    """Items that stay or are changed, as pairs of numbers; what is added, by the pair it follows; what is removed."""
    old, new = ([json.dumps(each, sort_keys=True) for each in items] for items in (before, now))
    pairs: list[tuple[int, int]] = []
    added: dict[int, list[int]] = {}
    removed: list[int] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        both = min(b - a, d - c) if what in ("equal", "replace") else 0
        pairs.extend((a + step, c + step) for step in range(both))
        removed.extend(range(a + both, b))
        if more := list(range(c + both, d)):
            added.setdefault(len(pairs) - 1, []).extend(more)
    return pairs, added, removed


def _plain(value: Any) -> Any:
    """Mappings and lists without those of a form that are other classes."""
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value
