"""What changed in one sentence, and in numbers."""

from dashboard.query.changes.change import Changes
from dashboard.query.changes.novelty import Novelty
from dashboard.query.wording import count_words


def summary(changes: Changes) -> str:
    """One sentence: how many there are of what."""
    if changes.are_none:
        return "Nothing changed" + (" in the records that could be read." if changes.unreadable else ".")
    counts = counts_of(changes)
    novelty = f"{counts['new_in_the_world']:,} happened since, {counts['new_to_us']:,} learned since"
    told = {
        f"{count_words(counts['new'], 'new event')} ({novelty})": "new",
        f"{count_words(counts['removed'], 'event')} removed": "removed",
        f"{count_words(counts['changed'], 'event')} changed": "changed",
        count_words(counts["questions"], "question"): "questions",
        count_words(counts["sources"], "source"): "sources",
        count_words(counts["registry"], "registry entry", "registry entries"): "registry",
        count_words(counts["new_problems"], "new problem"): "new_problems",
        f"{count_words(counts['mended_problems'], 'problem')} fixed": "mended_problems",
    }
    return ", ".join(words for words, name in told.items() if counts[name])


def counts_of(changes: Changes) -> dict[str, int]:
    """How many there are of each kind of change."""
    return {
        "new": len(changes.new),
        "new_in_the_world": len(changes.new_in(Novelty.WORLD)),
        "new_to_us": len(changes.new_in(Novelty.US)),
        "removed": len(changes.removed),
        "changed": len(changes.changed),
        "questions": len(changes.questions),
        "sources": len(changes.sources),
        "registry": len(changes.registry),
        "new_problems": len(changes.new_problems),
        "mended_problems": len(changes.fixed_problems),
        "unreadable": len(changes.unreadable),
    }
