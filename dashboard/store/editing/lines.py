"""Changes of one YAML text: the fewest lines that say what is to be said; all others stay, byte for byte."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from dashboard.store.editing.alignment import align, plain, renamed_keys
from dashboard.store.editing.nodes import YamlEntry, YamlList, YamlMapping, YamlScalar, YamlValue
from dashboard.store.editing.text_lines import TextLines
from dashboard.store.editing.values import is_same
from dashboard.store.editing.writing_values import block_lines, flow_text, single_text, text_in_style
from dashboard.store.yaml import Path, double_quoted, scalar

Order = Callable[[Path], Sequence[str]]
"""A function from the path of a mapping to its fields in their order; none where its keys are the writer's own."""
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
    _lines: TextLines = field(init=False)

    def __post_init__(self) -> None:
        self._lines = TextLines(self.body)

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
            text = f"{key}:" + "".join(f"{self._lines.line_break}{pad}{line}" for line in block_lines(plain(now)))
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
        renamed = renamed_keys(before, now)
        kept = [each for each in node.entries if each.key.value in now or each.key.value in renamed]
        if not kept:
            self._replace_all(node, now, path)
            return
        for each in kept:
            old = each.key.value
            new = renamed.get(old, old)
            if new != old:
                self.edits.append((each.key.start, each.key.end, _key_text(each.key, new)))
            self._change_or_replace(each, before[old], now[new], (*path, new), node.column)
        self._remove_entries(node, kept)
        added = [key for key in now if key not in before and key not in renamed.values()]
        for anchor, keys in self._places_of(kept, added, path).items():
            self._add_lines(kept, anchor, node.column, block_lines({key: plain(now[key]) for key in keys}))

    def _replace_all(self, node: YamlMapping, now: Mapping[str, Any], path: Path) -> None:
        """Write other fields in the place of all that a file has; comments between them stay."""
        lines = block_lines(plain(now))
        if path or not lines:
            raise Awkward
        first = node.entries[0]
        self.edits.append((first.start, first.end, self._lines.line_break.join(lines)))
        self._remove_entries(node, [first])

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
        pad = self._lines.line_break + " " * column
        if anchor < 0:
            self.edits.append((kept[0].start, kept[0].start, pad.join([*lines, ""])))
            return
        end = self._lines.end(kept[anchor].end)
        self.edits.append((end, end, "".join(f"{pad}{line}" for line in lines)))

    def _remove_entries(self, node: YamlMapping, kept: Sequence[YamlEntry]) -> None:
        starts = {each.start for each in kept}
        entries = node.entries
        first = next(number for number, each in enumerate(entries) if each.start in starts)
        for number, each in enumerate(entries):
            if each.start in starts:
                continue
            if self._lines.is_alone(each.start):
                self.edits.append((self._lines.start(each.start), self._lines.next(each.end), ""))
            elif number == 0:  # behind a dash: what is left of the item takes its place
                self._pull_up(entries[0].start, entries[first])
            elif number > first:
                raise Awkward
        if first > 1 and not self._lines.is_alone(entries[0].start):
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
        if not self._lines.is_alone(node.start):
            raise Awkward
        pairs, added, removed = align(before, now)
        if not pairs:
            raise Awkward
        dashes = self._dashes(node)
        for old, new in pairs:
            self._change_item(node.items[old], before[old], now[new], (*path, new), node.column)
        for old in removed:
            self.edits.append((self._lines.start(dashes[old]), self._lines.next(node.items[old].end), ""))
        kept = [node.items[old] for old, _ in pairs]
        for anchor, items in added.items():
            lines = block_lines([plain(now[new]) for new in items])
            if anchor < 0:
                start = dashes[pairs[0][0]]
                self.edits.append((start, start, (self._lines.line_break + " " * node.column).join([*lines, ""])))
            else:
                self._add_lines(kept, anchor, node.column, lines)

    def _change_item(self, item: YamlValue, before: Any, now: Any, path: Path, column: int) -> None:
        try:
            self.change(item, before, now, path, column + _STEP)
        except Awkward:
            first, *rest = block_lines([plain(now)])
            pad = self._lines.line_break + " " * column
            self.edits.append((item.start, item.end, pad.join([first.removeprefix("- "), *rest])))

    def _dashes(self, node: YamlList) -> list[int]:
        """Where the dash of each item is, which has to begin its line."""
        found = [node.start]
        dash = re.compile(rf"^ {{{node.column}}}-(?=[\s]|$)", re.MULTILINE)
        for above, item in zip(node.items, node.items[1:], strict=False):
            gap = self.body[self._lines.next(above.end) : item.start + 1].replace("\r", "\n")
            matches = list(dash.finditer(gap))
            if len(matches) != 1:
                raise Awkward
            found.append(self._lines.next(above.end) + matches[0].end() - 1)
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
            aligned, places, removed = align(before, now)
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


def _key_text(key: YamlScalar, new: str) -> str:
    return double_quoted(new) if key.style else scalar(new)
