"""What changed in one sentence, and in numbers."""

from collections.abc import Sized

from dashboard.query.changes.change import Changes
from dashboard.query.changes.fields import Unknown
from dashboard.query.changes.novelty import Novelty
from dashboard.query.wording import count_words


def summary(changes: Changes) -> str:
    """One sentence: how many there are of what."""
    if changes.are_none:
        what = "Nothing changed" if changes.before else "Nothing that the briefing is based on changed"
        return what + (" in the records that could be read." if changes.unreadable else ".")
    counts = {name: number or 0 for name, number in counts_of(changes).items()}
    novelty = f"{counts['new_in_the_world']:,} happened since, {counts['new_to_us']:,} learned since"
    left = len(changes.left)
    told = {
        f"{count_words(counts['new'], 'new event')} ({novelty})": counts["new"],
        f"{count_words(counts['removed'], 'event')} removed": counts["removed"],
        f"{count_words(counts['changed'], 'event')} changed": counts["changed"],
        f"{count_words(left, 'event')} no longer in its selection": left,
        count_words(counts["questions"], "question"): counts["questions"],
        count_words(counts["sources"], "source"): counts["sources"],
        count_words(counts["registry"], "registry entry", "registry entries"): counts["registry"],
        count_words(counts["new_problems"], "new problem"): counts["new_problems"],
        f"{count_words(counts['mended_problems'], 'problem')} fixed": counts["mended_problems"],
    }
    return ", ".join(words for words, number in told.items() if number)


def counts_of(changes: Changes) -> dict[str, int | None]:
    """How many there are of each kind of change; None of what is not known."""
    return {
        "new": len(changes.new),
        "new_in_the_world": len(changes.new_in(Novelty.WORLD)),
        "new_to_us": len(changes.new_in(Novelty.US)),
        "removed": len(changes.removed),
        "changed": len(changes.changed),
        "questions": len(changes.questions),
        "sources": len(changes.sources),
        "registry": len(changes.registry),
        "new_problems": _count(changes.new_problems),
        "mended_problems": _count(changes.fixed_problems),
        "unreadable": len(changes.unreadable),
    }


def _count(found: Sized | Unknown) -> int | None:
    return None if isinstance(found, Unknown) else len(found)
